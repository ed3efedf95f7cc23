// How do scenarios differ?
import {differences, differencesHeight, groupsOf} from '../charts/differences.js';
import {pairedLines} from '../charts/strips.js';
import {number, percent} from '../format.js';
import {distinct, recordsOf, tableOf} from '../table.js';
import {capital, counted, enumeration, plain, sentences, slug} from '../words.js';
import {choice, section, table} from './parts.js';

/// "2: name" as a label of a scenario; those of one name are told apart by their settings.
export function scenarioName({scenario, name, settings}, all) {
  const alone = all.filter((other) => other.name === name).length === 1;
  return `${scenario}: ${alone ? name : settings.length > 0 ? settings.map(shortSetting).join(', ') : 'as in the file'}`;
}

/// "minifactories.workshop.pricing.strategy=uniform" is "pricing.strategy=uniform".
const shortSetting = (setting) => setting.replace(/^[^=]*\.(?=[^.=]+\.[^.=]+=)/, '');

/// Labels of all scenarios.
export const scenarioNames = (all) => all.map((one) => scenarioName(one, all));

/// Table of the scenarios that were compared.
export const scenariosTable = (scenarios) =>
  tableOf(scenarios, [
    ['scenario', '', ({scenario}) => String(scenario)],
    ['name', '', ({name}) => name],
    ['file', '', ({file}) => file],
    ['settings', '', ({settings}) => (settings.length > 0 ? settings.join(', ') : 'as in the file')],
  ]);

/// Sections of a comparison.
export function scenarios({comparison}) {
  return section(
    'scenarios',
    'Scenarios',
    `${counted(comparison.scenarios.length, 'scenario')}, each with the same ${counted(comparison.replications, 'replication')}: ` +
      'common random numbers give every scenario the same customers, so that differences come from the scenarios.',
    [table('scenarios', 'Scenarios', 'The first is the baseline.', scenariosTable(comparison.scenarios))],
  );
}

/// Differences from the baseline, as dots with intervals and in words.
export function pairedDifferences({comparison}) {
  const records = recordsOf(comparison.table);
  const others = comparison.scenarios.filter(({scenario}) => records.some((record) => record.scenario === scenario));
  const charts = others.map((scenario, i) => differencesChart(scenario, i, records, comparison));
  return section('differences', 'Differences', verdictsInWords(others, records), [
    charts.length > 0 &&
      choice(
        'differences',
        'Scenario',
        others.map((one) => scenarioName(one, comparison.scenarios)),
        charts,
        'scenario',
      ),
    table(
      'verdicts',
      'Verdicts',
      sentences(
        'What the differences say, in words; a range in brackets is the confidence interval.',
        'The relative difference is to the mean of the baseline.',
      ),
      verdictTable(records, others.length > 1),
    ),
    table('comparison', 'All numbers of the comparison', 'The whole of comparison.csv.', comparison.table, {folded: true}),
  ]);
}

const seen = (records, verdict) => records.filter((record) => record.verdict === verdict).map(({output}) => plain(output));

function verdictsInWords(others, records) {
  return others.map((scenario) => {
    const own = records.filter((record) => record.scenario === scenario.scenario);
    const said = ['higher', 'lower']
      .map((verdict) => [verdict, seen(own, verdict)])
      .filter(([, names]) => names.length > 0)
      .map(([verdict, names]) => `${enumeration(names)} ${names.length === 1 ? 'is' : 'are'} ${verdict}`);
    return `Scenario ${scenario.scenario} against scenario 1: ${said.length > 0 ? said.join('; ') : 'no difference was seen'}.`;
  });
}

function differencesChart(scenario, i, all, {confidence, replications}) {
  const records = all.filter(
    (record) => record.scenario === scenario.scenario && typeof record.difference === 'number' && record.verdict !== 'identical',
  );
  const same = all.filter((record) => record.scenario === scenario.scenario && record.verdict === 'identical').length;
  const groups = groupsOf(
    records.map((record) => ({
      name: capital(plain(record.output)),
      mean: record.difference,
      low: record.ci_low,
      high: record.ci_high,
      unit: record.unit,
      verdict: record.verdict,
      inWords: record.in_words,
    })),
  );
  return {
    id: i === 0 ? 'differences' : `differences-${scenario.scenario}`,
    title: `Paired differences, scenario ${scenario.scenario} less scenario 1`,
    height: differencesHeight(groups),
    text: sentences(
      `Mean difference of each output over ${counted(replications, 'replication')},`,
      `with its ${percent(confidence, 0)} confidence interval.`,
      'An interval that does not hold zero is a difference.',
      same > 0 && `Left out: ${counted(same, 'output')} identical in all replications.`,
    ),
    option: (theme) => differences(theme, groups),
    table: tableOf(records, DIFFERENCE_COLUMNS),
  };
}

const DIFFERENCE_COLUMNS = [
  ['output', '', ({output}) => plain(output)],
  ['unit', '', ({unit}) => unit],
  ['baseline', '', (row) => row.baseline_mean, {each: true}],
  ['mean', '', ({mean}) => mean, {each: true}],
  ['difference', '', ({difference}) => difference, {each: true}],
  ['low', '', (row) => row.ci_low, {each: true}],
  ['high', '', (row) => row.ci_high, {each: true}],
  ['p', '', (row) => row.p_value, {p: true}],
  ['correlation', '', ({correlation}) => correlation],
];

const verdictTable = (records, several) =>
  tableOf(records, [
    ...(several ? [['scenario', '', ({scenario}) => String(scenario)]] : []),
    ['output', '', ({output}) => plain(output)],
    ['baseline', '', (row) => row.baseline_mean, {each: true}],
    ['mean', '', ({mean}) => mean, {each: true}],
    ['unit', '', ({unit}) => unit],
    ['verdict', '', (row) => row.in_words],
    ['p', '', (row) => row.p_value, {p: true}],
  ]);

/// The values of each replication, which show why pairing helps.
export function perReplication({comparison}) {
  const runs = recordsOf(comparison.runs);
  const units = Object.fromEntries(recordsOf(comparison.table).map(({output, unit}) => [output, unit]));
  const outputs = comparison.runs.columns
    .map(({name}) => name)
    .filter((name) => name in units && runs.some((run) => typeof run[name] === 'number'));
  if (outputs.length === 0) return section('replications', 'Replication by replication', 'No output has a value in any replication.');
  const taken = new Set();
  return section(
    'replications',
    'Replication by replication',
    'Lines that run side by side mean that the same customers make all scenarios high or low together: ' +
      'the paired difference is then known much better than each mean.',
    [
      choice(
        'replications',
        'Output',
        outputs.map((name) => capital(plain(name))),
        outputs.map((name, i) => linesChart(name, i, runs, comparison.scenarios, units[name], taken)),
        'output',
      ),
      table('runs', 'All runs', 'The whole of runs.csv.', comparison.runs, {folded: true}),
    ],
  );
}

function linesChart(output, index, runs, all, unit, taken) {
  const replications = distinct(runs.map(({replication}) => replication));
  const at = new Map(runs.map((run) => [`${run.scenario}/${run.replication}`, run[output]]));
  const values = replications.map((replication) => all.map(({scenario}) => at.get(`${scenario}/${replication}`) ?? null));
  const key = slug(output, taken);
  return {
    id: index === 0 ? 'replications' : `replications-${key}`,
    title: `${capital(plain(output))} in each replication`,
    height: 320,
    text: `One thin line for each of ${number(replications.length)} replications, from scenario to scenario; the thick line is the mean.`,
    option: (theme) => pairedLines(theme, {names: scenarioNames(all), values, replications, unit}),
    table: {
      columns: [{name: 'replication', unit: ''}, ...scenarioNames(all).map((name) => ({name, unit}))],
      rows: replications.map((replication, i) => [replication, ...values[i]]),
    },
  };
}
