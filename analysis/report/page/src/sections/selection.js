// Which scenario is best?
import {pairedLines} from '../charts/strips.js';
import {number, percent, quantity} from '../format.js';
import {distinct, recordsOf} from '../table.js';
import {capital, counted, plain, sentences} from '../words.js';
import {scenarioName, scenarioNames, scenariosTable} from './comparison.js';
import {figure, section, table} from './parts.js';

const PROCEDURES = new Map([
  ['kn', 'the procedure of Kim and Nelson'],
  ['ocba', 'optimal computing budget allocation'],
]);

/// Sections of a selection.
export function selected({selection, currency}) {
  const unit = unitOf(selection, currency);
  return section('selection', 'The best scenario', verdict(selection, unit), [
    table('scenarios', 'Scenarios', 'What was compared.', scenariosTable(selection.scenarios)),
    table(
      'selection',
      'What became of each scenario',
      `Means of ${plain(selection.output)}; a scenario that is eliminated got no further replications.`,
      stateTable(selection, unit),
    ),
    figure(runsChart(selection, unit)),
  ]);
}

const unitOf = ({runs, output}, currency) => runs.columns.find(({name}) => name === output)?.unit || (output === 'profit' ? currency : '');

function verdict({scenarios, procedure, output, best_is: bestIs, table: {columns, rows}, arguments: given}, unit) {
  const best = recordsOf({columns, rows}).find(({state}) => state === 'best');
  const name =
    best &&
    scenarioName(
      scenarios.find(({scenario}) => scenario === best.scenario),
      scenarios,
    );
  const zone = given.indifference ? ` Differences below ${quantity(given.indifference, unit)} count as none (the indifference zone).` : '';
  const sure = given.confidence ? ` The choice is right with a probability of at least ${percent(given.confidence, 0)}.` : '';
  return [
    best
      ? `Best is scenario ${name}, with a mean ${plain(output)} of ${quantity(best.mean, unit)}; best is the ${bestIs}.`
      : `No scenario was found to be best; best is the ${bestIs} ${plain(output)}.`,
    `Chosen by ${PROCEDURES.get(procedure) ?? procedure}.${zone}${sure}`,
  ];
}

function stateTable({scenarios, table: content}, unit) {
  const names = new Map(scenarios.map((one) => [one.scenario, scenarioName(one, scenarios)]));
  const first = content.columns.findIndex(({name}) => name === 'scenario');
  return {
    columns: content.columns.map((column) => (['mean', 'sd'].includes(column.name) ? {...column, unit} : column)),
    rows: content.rows.map((row) => row.map((value, i) => (i === first ? (names.get(value) ?? String(value)) : value))),
  };
}

function runsChart({scenarios, runs, output}, unit) {
  const records = recordsOf(runs);
  const replications = distinct(records.map(({replication}) => replication));
  const at = new Map(records.map((run) => [`${run.scenario}/${run.replication}`, run[output]]));
  const values = replications.map((replication) => scenarios.map(({scenario}) => at.get(`${scenario}/${replication}`) ?? null));
  return {
    id: 'replications',
    title: `${capital(plain(output))} in each replication`,
    height: 320,
    text: sentences(
      `One thin line for each of ${counted(replications.length, 'replication')}; the thick line is the mean.`,
      `There were ${counted(records.length, 'run')} in all.`,
      'All scenarios meet common random numbers.',
    ),
    option: (theme) => pairedLines(theme, {names: scenarioNames(scenarios), values, replications, unit}),
    table: {
      columns: [{name: 'replication', unit: ''}, ...scenarioNames(scenarios).map((name) => ({name, unit}))],
      rows: replications.map((replication, i) => [replication, ...values[i]]),
    },
  };
}
