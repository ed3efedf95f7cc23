// Where does the variation of an output come from?
import {percent} from '../../format.js';
import {tableOf} from '../../table.js';
import {capital, enumeration, plain, sentences} from '../../words.js';
import {recordsFor} from './outputs.js';

const WHOLE = ['Model', 'Blocks', 'Residual', 'Total'];
const WORDS = new Map([
  ['Model', 'all factors together'],
  ['Blocks', 'replications'],
  ['Residual', 'rest'],
  ['Total', 'total'],
]);

const termName = (term) => WORDS.get(term) ?? plain(term).replaceAll(':', ' × ');

/// The analysis of variance of one output, as a table {title, text, table}.
export function anovaTable(anova, {name}) {
  const records = recordsFor(anova, name);
  const largest = records
    .filter(({term, contribution_percent: share}) => !WHOLE.includes(term) && share >= 1)
    .sort((a, b) => b.contribution_percent - a.contribution_percent)
    .slice(0, 4);
  const said = largest.map(({term, contribution_percent: share}) => `${termName(term)} ${percent(share / 100)}`);
  return {
    title: `Analysis of variance of ${plain(name)}`,
    text: sentences(
      said.length > 0 && `Most of the variation comes from ${enumeration(said)}.`,
      'A small p-value says that a term is more than chance.',
    ),
    table: tableOf(records, [
      ['term', '', ({term}) => capital(termName(term))],
      ['sum of squares', '', (row) => row.sum_of_squares, {each: true}],
      ['degrees of freedom', '', (row) => row.degrees_of_freedom],
      ['mean square', '', (row) => row.mean_square, {each: true}],
      ['F', '', ({f}) => f, {each: true}],
      ['p-value', '', ({p}) => p, {p: true}],
      ['contribution', '%', (row) => row.contribution_percent, {decimals: 2}],
    ]),
  };
}
