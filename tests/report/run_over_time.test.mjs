// Are lines and bands over time those of segments.csv and periods.csv?
//
// Means and intervals over replications are computed here from the tables, and compared with what the chart draws, and where.
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {drawAll, drawnOf, launch, openReport, pixelOf, seriesOf} from './support/browser.mjs';
import {allClose} from './support/compare.mjs';
import {groups, number, rowsOf, sum} from './support/csv.mjs';
import {interval} from './support/statistics.mjs';

const PERIODS = {run: 5, reference: 24};
const TYPES = {run: ['price_taker', 'negotiator', 'bargainer'], reference: ['bargainer']};

const ratio = (above, below) => (below > 0 ? above / below : null);
const weighted = (value, weight) => (rows) => ratio(sum(rows, (row) => number(row[value]) === null ? 0 : number(row[value]) * number(row[weight])),
  sum(rows, (row) => number(row[value]) === null ? 0 : number(row[weight])));
const total = (column) => (rows) => sum(rows, (row) => number(row[column]));

/// The band of a number of each replication and period, over the rows of a table.
function band(rows, periods, numberOf) {
  const of = groups(rows, (row) => `${row.replication}/${row.period}`);
  const replications = [...new Set(rows.map((row) => row.replication))];
  const intervals = Array.from({length: periods}, (_, i) => interval(replications.map((replication) => numberOf(of.get(`${replication}/${i + 1}`) ?? []))));
  return {mean: intervals.map(({mean}) => mean), low: intervals.map(({low}) => low), high: intervals.map(({high}) => high)};
}

let browser, report;
before(async () => { browser = await launch(); });
after(() => browser.close());

/// The chart has the band in the panel: mean, lower bound and width, at the right places on the screen.
async function hasBand(chart, panel, name, expected) {
  const series = await seriesOf(report.page, chart);
  const dataOf = (part) => series.find(({id}) => id === `${panel}:${name}:${part}`)?.data;
  const what = `${chart}, panel ${panel}, ${name}`;
  allClose(dataOf('mean'), expected.mean, `${what}, mean`);
  if (!expected.low.some((low) => low !== null)) return assert.equal(dataOf('band'), undefined, `${what} has no band`);
  allClose(dataOf('low'), expected.low, `${what}, low`);
  allClose(dataOf('band').map((width, i) => (width === null ? null : dataOf('low')[i] + width)), expected.high, `${what}, high`);
  return isDrawn(chart, panel, expected, what);
}

async function isDrawn(chart, panel, {mean, low, high}, what) {
  const points = (values) => values.flatMap((value, i) => (value === null ? [] : [[i, value]]));
  const drawn = await drawnOf(report.page, chart);
  const shapes = (type) => drawn.filter((element) => element.type === type).map((element) => element.points);
  const lineIs = (type, wanted) => shapes(type).some((all) => wanted.every(([x, y], i) => Math.hypot(all[2 * i] - x, all[2 * i + 1] - y) < 1));
  assert.ok(lineIs('ec-polyline', await pixelOf(report.page, chart, panel, points(mean))), `${what}: its line is drawn where its means are`);
  assert.ok(lineIs('ec-polygon', await pixelOf(report.page, chart, panel, points(high))), `${what}: its area ends at its upper bounds`);
  assert.ok(points(low).length > 1, what);
}

for (const directory of ['run', 'reference'])
  describe(directory, () => {
    const periods = PERIODS[directory], segments = rowsOf(directory, 'segments'), made = rowsOf(directory, 'periods');
    const ofType = (type) => segments.filter((row) => row.customer_type === type);
    before(async () => {
      report = await openReport(browser, directory);
      await drawAll(report.page);
    });
    after(() => report.close());

    test('prices by customer type', async () => {
      for (const [panel, type] of TYPES[directory].entries()) {
        const rows = ofType(type);
        await hasBand('prices', panel, 'reference price', band(rows, periods, weighted('reference_price', 'offers')));
        await hasBand('prices', panel, 'price offered', band(rows, periods, weighted('offered_price_mean', 'offers')));
        await hasBand('prices', panel, 'price paid', band(rows, periods, weighted('paid_price_mean', 'units')));
      }
    });

    test('profit', () => hasBand('profit-over-time', 0, 'profit', band(made, periods, total('profit'))));

    test('units sold', () => hasBand('units', 0, 'sold', band(segments, periods, total('units'))));

    test('requests and units by customer type', async () => {
      for (const [panel, type] of TYPES[directory].entries()) {
        await hasBand('requests', panel, 'requests', band(ofType(type), periods, total('requests')));
        await hasBand('requests', panel, 'units sold', band(ofType(type), periods, total('units')));
      }
    });

    test('surplus', async () => {
      const names = (await seriesOf(report.page, 'surplus')).map(({id}) => id);
      for (const type of TYPES[directory]) {
        const name = names.find((id) => id.startsWith('0:') && id.endsWith(':mean') && id.includes(type.replace('price_taker', 'taker'))).slice(2, -5);
        await hasBand('surplus', 0, name, band(ofType(type), periods, total('surplus')));
      }
    });

    test('forecast', () => hasBand('units', 0, 'forecast', band(made, periods, total('forecast_units'))));

    test('nothing complained', () => assert.deepEqual(report.complaints, []));
  });
