// What belongs to one output of an experiment?
import {recordsOf} from '../../table.js';
import {capital, plain, slug} from '../../words.js';
import {choice, tableChoice} from '../parts.js';

/// The records of a table of an experiment that are of one output; without a table there are none.
export const recordsFor = (content, output) => (content ? recordsOf(content).filter((record) => record.output === output) : []);

const namesOf = (outputs) => outputs.map(({name}) => capital(plain(name)));

/// A figure with one chart for each output for which `make(output, id)` gives one.
export function perOutput(id, outputs, make) {
  const taken = new Set();
  const made = outputs
    .map((output, i) => ({output, chart: make(output, i === 0 ? id : `${id}-${slug(output.name, taken)}`)}))
    .filter(({chart}) => chart);
  if (made.length === 0) return null;
  return choice(
    id,
    'Output',
    namesOf(made.map(({output}) => output)),
    made.map(({chart}) => chart),
    'output',
  );
}

/// A table for each output.
export const tablePerOutput = (id, outputs, make) => tableChoice(id, 'Output', namesOf(outputs), outputs.map(make), 'output');
