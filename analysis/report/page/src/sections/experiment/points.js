// What came out at each point?
import {dots, dotsHeight} from '../../charts/parts/intervals.js';
import {against, againstHeight} from '../../charts/scatter.js';
import {TRADE_OFF_HEIGHT, tradeOff} from '../../charts/trade_off.js';
import {number, quantity} from '../../format.js';
import {distinct, recordsOf, tableOf} from '../../table.js';
import {counted, plain, sentences} from '../../words.js';
import {figure, section, table} from '../parts.js';
import {perOutput} from './outputs.js';

const FEW = 40;
const COSTS = ['cost', 'plan_cost', 'planned_cost', 'unit_cost'];

/// Section "Points" of an experiment.
export function points({experiment}) {
  const {outputs, factors, summary, runs, runs_of: of, points: count, main_effects: main} = experiment;
  const records = recordsOf(summary);
  if (records.length === 0) return section('points', 'Points', 'No run has finished.');
  const left = runs.rows.length < of ? ` The first ${number(runs.rows.length)} of ${number(of)}.` : '';
  return section('points', 'Points', 'What came out at each combination of levels.', [
    figure(tradeOffChart(records, factors, outputs)),
    (count <= FEW || !main) &&
      perOutput('points', outputs, (output, id) =>
        pointsChart(
          records.filter((record) => record.output === output.name && record.mean !== null),
          factors,
          output,
          id,
        ),
      ),
    table('summary', 'All points', 'The whole of summary.csv.', summary, {folded: true}),
    table('runs', 'All runs', `The runs, as in runs.csv.${left}`, runs, {folded: true}),
  ]);
}

const levelsOf = (record, factors) =>
  factors.map(({name}) => `${plain(name)} ${typeof record[name] === 'number' ? number(record[name]) : record[name]}`).join(', ');

function pointsChart(records, factors, output, id) {
  if (records.length === 0) return null;
  const numeric = factors.filter(
    ({name}) => records.every((record) => typeof record[name] === 'number') && distinct(records.map((record) => record[name])).length > 1,
  );
  const content = tableOf(records, [
    ['point', '', ({point}) => point],
    ...factors.map(({name, unit}) => [plain(name), unit, (record) => record[name]]),
    ['mean', output.unit, ({mean}) => mean],
    ['95 % low', output.unit, (row) => row.ci95_low],
    ['95 % high', output.unit, (row) => row.ci95_high],
  ]);
  const shared = {id, title: `${plain(output.name)} at each point`.replace(/^./, (letter) => letter.toUpperCase()), table: content};
  const everywhere = numeric.length > 0 && (records.length > FEW || factors.some(({levels}) => !levels));
  return everywhere ? scatters(records, numeric, factors, output, shared) : intervals(records, factors, output, shared);
}

function intervals(all, factors, output, shared) {
  const records = all.slice(0, FEW);
  const intervalsKnown = records.some((record) => record.ci95_low !== null);
  const rows = records.map((record) => ({
    name: levelsOf(record, factors),
    mean: record.mean,
    low: record.ci95_low,
    high: record.ci95_high,
  }));
  return {
    ...shared,
    height: dotsHeight(rows),
    text: sentences(
      intervalsKnown ? 'Means with their 95 % confidence intervals.' : 'The values at each point, of one replication.',
      all.length > FEW && `The first ${FEW} of ${number(all.length)} points; all are in the table.`,
    ),
    option: (theme) => dots(theme, {rows, unit: output.unit}),
  };
}

const scatters = (records, numeric, factors, output, shared) => ({
  ...shared,
  height: againstHeight(numeric.length),
  text: `Each of ${counted(records.length, 'point')} against the value of each factor.`,
  option: (theme) =>
    against(theme, {
      factors: numeric.map(({name, unit}) => ({name: plain(name), unit, values: records.map((record) => record[name])})),
      values: records.map(({mean}) => mean),
      words: records.map((record) => levelsOf(record, factors)),
      unit: output.unit,
    }),
});

/// Cost beside profit, if the experiment observed both.
function tradeOffChart(records, factors, outputs) {
  const costOf =
    COSTS.map((name) => outputs.find((output) => output.name === name)).find(Boolean) ??
    outputs.find(({name}) => /(^|_)cost($|_)/.test(name));
  const profit = outputs.find(({name}) => name === 'profit');
  if (!costOf || !profit) return null;
  const costs = new Map(records.filter(({output}) => output === costOf.name).map((record) => [record.point, record.mean]));
  const list = records
    .filter((record) => record.output === 'profit' && record.mean !== null && typeof costs.get(record.point) === 'number')
    .map((record) => ({name: `point ${record.point}: ${levelsOf(record, factors)}`, profit: record.mean, cost: costs.get(record.point)}))
    .sort((a, b) => a.profit - b.profit);
  if (list.length < 3) return null;
  return {
    id: 'trade-off',
    title: 'Cost and profit',
    height: TRADE_OFF_HEIGHT,
    text: sentences(
      `Points in ascending order of profit, as in Fig. 4 of Qamar and Aziz (2023), and their ${plain(costOf.name)} below.`,
      `The richest point earns ${quantity(list.at(-1).profit, profit.unit)} at ${quantity(list.at(-1).cost, costOf.unit)}.`,
    ),
    option: (theme) => tradeOff(theme, {points: list, costName: plain(costOf.name), unit: profit.unit}),
    table: tableOf(list, [
      ['point', '', ({name}) => name],
      ['profit', profit.unit, (point) => point.profit],
      [plain(costOf.name), costOf.unit, ({cost}) => cost],
    ]),
  };
}
