// Do charts show the numbers of the data, and nothing else?
import assert from 'node:assert/strict';
import {test} from 'node:test';

import {bandSeries} from '../src/charts/parts/bands.js';
import {harmlessOption, lines} from '../src/charts/parts/base.js';
import {roundScale} from '../src/charts/parts/scale.js';
import {withoutCycles} from '../src/charts/parts/sankey.js';
import {chartsOf, sectionsOf} from '../src/sections/index.js';
import {chartTheme} from '../src/theme.js';
import {PERIODS, runOf} from './document_of_run.js';
import {COMPARISON, EXPERIMENT, PLAN, SELECTION, SENSITIVITY} from './documents.js';

const WIDTHS = [350, 900];
const chart = (data, id) => chartsOf(sectionsOf(data)).find((one) => one.id === id);
const optionOf = (data, id) => chart(data, id).option(chartTheme());
const seriesOf = (data, id, part) => optionOf(data, id).series.find((series) => series.id === part);

for (const data of [runOf(), COMPARISON, SELECTION, EXPERIMENT, SENSITIVITY, PLAN])
  test(`charts of a ${data.kind} (${data.experiment?.design ?? 'one'}) have names of their own, words, a table and an option`, () => {
    const charts = chartsOf(sectionsOf(data));
    assert.equal(new Set(charts.map(({id}) => id)).size, charts.length);
    for (const one of charts) {
      assert.match(one.id, /^[a-z0-9-]+$/);
      assert.doesNotMatch(`${one.title} ${one.text}`, /undefined|NaN|null|\[object/);
      assert.ok(one.table.rows.length > 0, `${one.id} has no table`);
      assert.ok(one.table.rows.every((row) => row.length === one.table.columns.length));
      for (const width of WIDTHS) assert.ok(one.option(chartTheme({width})).series.length > 0);
    }
  });

test('a band is its lower bound, and the width of the interval stacked on it', () => {
  const {low, high, mean} = runOf().run.profit.by_period;
  const [line, bottom, width] = bandSeries({id: 'p', name: 'profit', band: {mean, low, high}, colour: 'red'});
  assert.deepEqual(line.data, mean);
  assert.deepEqual(
    bottom.data.map((value, i) => value + width.data[i]),
    high,
  );
  assert.deepEqual([bottom.stack, bottom.stackStrategy], [width.stack, 'all']);
  assert.equal(bandSeries({id: 'p', name: 'p', band: {mean, low: null, high: null}, colour: 'red'}).length, 1);
});

test('prices have a panel for each type with the numbers of the data; a type without a reference price has no such line', () => {
  const data = runOf();
  const [takers, bargainers] = data.run.prices.by_type;
  assert.deepEqual(seriesOf(data, 'prices', '0:price paid:mean').data, takers.paid.mean);
  assert.deepEqual(seriesOf(data, 'prices', '1:reference price:mean').data, bargainers.reference.mean);
  assert.equal(seriesOf(data, 'prices', '0:reference price:mean'), undefined);
  assert.deepEqual(chart(data, 'prices').table.rows[PERIODS].slice(0, 3), ['Bargainers', 1, bargainers.reference.mean[0]]);
});

test('the warm-up is marked from the first period to its last', () => {
  const [from, to] = seriesOf(runOf(), 'profit-over-time', '0:profit:mean').markArea.data[0];
  assert.deepEqual([from.xAxis, to.xAxis], [0, 1]);
});

test('dots stand at means, whiskers at bounds, and minifactories are ranked', () => {
  const [whiskers, dots] = optionOf(runOf(), 'profit-by-minifactory').series;
  assert.deepEqual(
    dots.data.map(({value}) => value),
    [
      [7, 0],
      [-3, 1],
    ],
  );
  assert.deepEqual(
    whiskers.data.map(({value}) => value),
    [
      [6, 8, 0],
      [-4, -2, 1],
    ],
  );
});

test('flows are those of the data, without cycles', () => {
  const {names, links} = withoutCycles(runOf().run.mfca.minifactories[0].links);
  assert.deepEqual(names, ['new', 'mill', 'north', 'mill, again', 'product']);
  assert.deepEqual(
    links.map(({value}) => value),
    [100, 110, 10, 100],
  );
  const [{links: drawn, data}] = optionOf(runOf(), 'mfca-flows').series;
  assert.deepEqual(drawn.map(({source, target}) => [data[source].words, data[target].words])[2], ['north', 'mill, again']);
});

test('bars of the Gantt chart are operations from start to end', () => {
  assert.deepEqual(optionOf(runOf(), 'gantt').series[0].data, [
    [0, 1, 2, 0.5],
    [1, 2, 4, 0],
  ]);
});

test('differences have panels by unit and by size; what is identical is left out', () => {
  const option = optionOf(COMPARISON, 'differences');
  assert.deepEqual(
    option.yAxis.map(({data}) => data),
    [['Profit'], ['Price paid']],
  );
  assert.deepEqual(option.series[1].data[0].value, [2, 0]);
});

test('lines of replications go from scenario to scenario, and the mean is theirs', () => {
  const {series} = optionOf(COMPARISON, 'replications');
  assert.deepEqual(
    series.map(({data}) => data),
    [
      [9, 11],
      [11, 13],
      [10, 12],
    ],
  );
});

test('effects, levels and the order of profit are those of the data', () => {
  assert.deepEqual(
    optionOf(EXPERIMENT, 'half-normal').series[0].data.map(({value}) => value),
    [
      [3, 1.4],
      [1, 0.7],
      [0.1, 0.2],
    ],
  );
  assert.match(chart(EXPERIMENT, 'half-normal').text, /Beyond Lenth’s margin lies memory\./);
  assert.deepEqual(optionOf(EXPERIMENT, 'main-effects').series[0].data, [5, 7]);
  assert.deepEqual(
    optionOf(EXPERIMENT, 'trade-off').series.map(({data}) => data),
    [
      [7, 8, 9, 10],
      [8, 7, 6, 5],
    ],
  );
  assert.deepEqual(
    optionOf(EXPERIMENT, 'tornado').series.map(({data}) => data),
    [
      [-1, -0.5],
      [1, 0.5],
    ],
  );
  assert.deepEqual(
    optionOf(EXPERIMENT, 'interactions').series.map(({data}) => data.map(({value}) => value)),
    [
      [0, 1],
      [2, 3],
    ],
  );
});

test('Morris and Sobol are ranked, the most important first', () => {
  assert.deepEqual(
    optionOf(SENSITIVITY, 'morris').series[0].data.map(({name, value}) => [name, ...value]),
    [
      ['effect', 5, 2],
      ['memory', 3, 1],
    ],
  );
  assert.deepEqual(
    optionOf(SENSITIVITY, 'sobol')
      .series.slice(0, 2)
      .map(({data}) => data),
    [
      [0.5, null, 0.3, null],
      [null, 0.7, null, 0.5],
    ],
  );
});

test('the Welch plot marks what MSER-5 leaves out', () => {
  const [mean] = optionOf(PLAN, 'welch').series;
  assert.deepEqual(mean.markArea.data[0][1], {xAxis: 4});
  assert.equal(mean.data.length, 20);
});

test('names that would be markup, styles or properties stay names', () => {
  const first = '</script><img src=x onerror=alert(1)>',
    second = '__proto__';
  const charts = chartsOf(sectionsOf(runOf(first, second)));
  assert.ok(charts.every(({id}) => /^[a-z0-9-]+$/.test(id)));
  const rows = charts.find(({id}) => id === 'profit-by-minifactory').table.rows.map(([name]) => name);
  assert.deepEqual(rows, [first, second]);
  assert.equal(lines(['{a|b}', 'constructor']), '{\u2060a|b}\n\u2060constructor');
  assert.deepEqual(harmlessOption({data: [second, 1, null]}), {data: [`\u2060${second}`, 1, null]});
});

test('what there is nothing of is said in a sentence', () => {
  const data = runOf();
  Object.assign(data.run, {negotiation: null, mfca: null, gantt: []});
  const words = Object.fromEntries(sectionsOf(data).map(({id, text}) => [id, text[0]]));
  assert.equal(words.negotiation, 'No price was talked about.');
  assert.match(words.mfca, /nothing was made/);
  assert.match(words.replay, /There is no replay/);
});

test('panels share a scale of round numbers', () => {
  assert.deepEqual(roundScale(3, 97), {min: 0, max: 100, interval: 25});
  assert.deepEqual(roundScale(0, 0.3, 3), {min: 0, max: 0.3, interval: 0.1});
});
