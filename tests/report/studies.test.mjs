// Do the reports of comparisons, selections, plans and experiments show what their runs say?
//
// Differences, means, effects and their intervals are computed here from runs.csv, where the program computes them another way.
import assert from 'node:assert/strict';
import {after, afterEach, before, describe, test} from 'node:test';
import {drawAll, drawnOf, launch, openReport, recordsOf, seriesOf, tableOf} from './support/browser.mjs';
import {allClose, close} from './support/compare.mjs';
import {groups, number, rowsOf} from './support/csv.mjs';
import {interval, meanOf} from './support/statistics.mjs';

const numbers = (rows, column) => rows.map((row) => number(row[column]));
const plain = (name) => name.replaceAll('_', ' ');

let browser, report, page;
before(async () => { browser = await launch(); });
after(() => browser.close());

/// Opens a report before the tests of a block, and closes it after them.
function withReport(directory) {
  before(async () => {
    report = await openReport(browser, directory);
    page = report.page;
    await drawAll(page);
  });
  afterEach(() => assert.deepEqual(report.complaints, []));
  after(() => report.close());
}

const choose = (figure, index) => page.selectOption(`#choose-${figure}`, {index});

/// A symbol on the screen for each number.
async function hasSymbols(chart, count) {
  const symbols = (await drawnOf(page, chart)).filter(({shape}) => shape?.symbolType && shape.symbolType !== 'none' && shape.symbolType !== 'line');
  assert.ok(symbols.length >= count, `${chart}: ${symbols.length} symbols for ${count} numbers`);
}

describe('comparison', () => {
  withReport('comparison');
  const runs = groups(rowsOf('comparison', 'runs'), ({scenario}) => scenario);
  const confidence = Number(rowsOf('comparison', 'comparison')[0].confidence);
  const differences = (scenario, output) => numbers(runs.get(scenario), output).map((value, i) => value - numbers(runs.get('1'), output)[i]);

  for (const [index, scenario] of ['2', '3'].entries())
    test(`paired differences of scenario ${scenario}`, async () => {
      await choose('differences', index);
      const chart = index === 0 ? 'differences' : `differences-${scenario}`;
      const table = recordsOf(await tableOf(page, chart));
      const series = await seriesOf(page, chart);
      const dots = series.filter(({type, data}) => type === 'scatter' && data.length > 0).flatMap(({data}) => data.map(({value}) => value[0]));
      const lines = series.filter(({type}) => type === 'custom').flatMap(({data}) => data.map(({value}) => value));
      assert.ok(table.length > 0);
      for (const row of table) {
        const output = ['profit', 'sales', 'price_paid'].find((name) => plain(name) === row.output);
        const expected = interval(differences(scenario, output), confidence);
        close(row.difference, expected.mean, `${output}, difference`);
        close(row.low, expected.low, `${output}, low`);
        close(row.high, expected.high, `${output}, high`);
        close(row.mean, meanOf(numbers(runs.get(scenario), output)), `${output}, mean`);
        assert.ok(dots.includes(row.difference), `${output} has its dot`);
        assert.ok(lines.some(([low, high]) => low === row.low && high === row.high), `${output} has its interval`);
      }
      await hasSymbols(chart, table.length);
    });

  test('verdicts are those of comparison.csv', async () => {
    const shown = await page.$$eval('#table-verdicts tbody tr', (rows) => rows.map((row) => row.innerText));
    const expected = rowsOf('comparison', 'comparison').map((row) => row.in_words);
    assert.equal(shown.length, expected.length);
    expected.forEach((words, i) => assert.ok(shown[i].includes(words), `${words} in ${shown[i]}`));
  });

  test('a line for each replication', async () => {
    const series = await seriesOf(page, 'replications');
    const columns = ['1', '2', '3'].map((scenario) => numbers(runs.get(scenario), 'profit'));
    columns[0].forEach((_, i) => allClose(series[i].data, columns.map((column) => column[i]), `replication ${i + 1}`));
    allClose(series.at(-1).data, columns.map(meanOf), 'means');
  });
});

describe('selection', () => {
  withReport('selection');

  test('the best is said, and every run is a point', async () => {
    const [best] = rowsOf('selection', 'selection').filter(({state}) => state === 'best');
    const runs = groups(rowsOf('selection', 'runs'), ({scenario}) => scenario);
    assert.match(await page.innerText('#selection'), new RegExp(`Best is scenario ${best.scenario}:`));
    const means = (await seriesOf(page, 'replications')).at(-1).data;
    allClose(means, [...runs.values()].map((rows) => meanOf(numbers(rows, 'profit'))), 'means');
    close(means[Number(best.scenario) - 1], number(best.mean), 'the best');
  });
});

describe('plan', () => {
  withReport('plan');
  const series = groups(rowsOf('plan', 'plan'), ({output}) => output);

  test('Welch plots and what MSER-5 leaves out', async () => {
    for (const [index, [output, rows]] of [...series].slice(0, 4).entries()) {
      await choose('welch', index);
      const chart = index === 0 ? 'welch' : `welch-${output.replaceAll('_', '-')}`;
      const [means, welch] = await seriesOf(page, chart);
      allClose(means.data, numbers(rows, 'mean'), `${output}, means`);
      allClose(welch.data, numbers(rows, 'welch'), `${output}, moving average`);
      const cut = rows.filter((row) => row.left_out === '1').length;
      assert.equal((await tableOf(page, chart)).rows.filter((row) => row.at(-1) === 'yes').length, cut, `${output} leaves out ${cut}`);
    }
  });

  test('replications needed', async () => {
    const shown = await page.$$eval('#table-replications tbody tr', (rows) => rows.map((row) => row.lastElementChild.innerText));
    assert.deepEqual(shown, rowsOf('plan', 'replications').map(({replications}) => replications));
  });
});

describe('factorial experiment', () => {
  withReport('factorial');
  const runs = rowsOf('factorial', 'runs'), factors = ['slope', 'commission', 'quotes'];
  const levels = Object.fromEntries(factors.map((factor) => [factor, [...new Set(runs.map((row) => row[factor]))].sort((a, b) => a - b)]));
  const profitWhere = (holds) => meanOf(numbers(runs.filter(holds), 'profit'));
  const sign = (row, factor) => (row[factor] === levels[factor][1] ? 1 : -1);

  test('main effects are means over all runs of a level', async () => {
    const lines = (await seriesOf(page, 'main-effects')).filter(({type}) => type === 'line');
    factors.forEach((factor, i) => allClose(lines[i].data, levels[factor].map((level) => profitWhere((row) => row[factor] === level)), factor));
    await hasSymbols('main-effects', 6);
  });

  test('the tornado goes from the first to the last level, the longest first', async () => {
    const rows = recordsOf(await tableOf(page, 'tornado'));
    const changes = rows.map(({factor}) => profitWhere((row) => row[factor] === levels[factor][1]) - profitWhere((row) => row[factor] === levels[factor][0]));
    allClose(rows.map(({change}) => change), changes, 'changes');
    assert.deepEqual(changes.map(Math.abs), changes.map(Math.abs).sort((a, b) => b - a));
    const [low, high] = await seriesOf(page, 'tornado');
    allClose(high.data.map((value, i) => value - low.data[i]), changes, 'lengths of the bars');
  });

  test('interactions are means over the runs of two levels', async () => {
    const lines = await seriesOf(page, 'interactions');
    let i = 0;
    for (const [first, second] of [['slope', 'commission'], ['slope', 'quotes'], ['commission', 'quotes']])
      for (const b of levels[second])
        allClose(lines[i++].data.map(({value}) => value), levels[first].map((a) => profitWhere((row) => row[first] === a && row[second] === b)), `${first}, ${second}`);
  });

  test('the half-normal plot has the contrasts of the runs', async () => {
    const points = (await seriesOf(page, 'half-normal'))[0].data;
    assert.equal(points.length, 7);
    for (const {effect, full, value} of points) {
      const of = full.split(' × ');
      const product = (row) => of.reduce((all, factor) => all * sign(row, factor), 1);
      const expected = profitWhere((row) => product(row) === 1) - profitWhere((row) => product(row) === -1);
      close(effect, expected, full, 1000);
      close(value[0], Math.abs(expected), `${full}, size`, 1000);
    }
    await hasSymbols('half-normal', 7);
  });

  test('the analysis of variance divides the sum of squares', async () => {
    const shown = recordsOf({columns: (await headOf('#table-anova')).map((name) => ({name})), rows: await cellsOf('#table-anova')});
    const all = numbers(runs, 'profit'), mean = meanOf(all);
    const total = all.reduce((squares, value) => squares + (value - mean) ** 2, 0);
    const printed = (text) => Number(text.replaceAll('\u202f', '').replace('\u2212', '-'));
    const within = (text, expected) => assert.ok(Math.abs(printed(text) - expected) <= 0.5e-3 * Math.abs(expected), `${text}, expected ${expected}`);
    within(shown.find(({term}) => term === 'Total')['sum of squares'], total);
    for (const factor of factors) {
      const contrast = profitWhere((row) => sign(row, factor) === 1) - profitWhere((row) => sign(row, factor) === -1);
      within(shown.find(({term}) => term.toLowerCase() === factor)['sum of squares'], (all.length / 4) * contrast ** 2);
    }
  });

  test('cost and profit of the points, the poorest first', async () => {
    const [profit, cost] = await seriesOf(page, 'trade-off');
    const points = [...groups(runs, ({point}) => point).values()].map((rows) => [meanOf(numbers(rows, 'profit')), meanOf(numbers(rows, 'planned_cost'))]).sort((a, b) => a[0] - b[0]);
    allClose(profit.data, points.map(([value]) => value), 'profit');
    allClose(cost.data, points.map(([, value]) => value), 'cost');
  });

  test('points with their intervals', async () => {
    const [, dots] = await seriesOf(page, 'points');
    const expected = [...groups(runs, ({point}) => point).values()].map((rows) => interval(numbers(rows, 'profit')).mean);
    allClose(dots.data.map(({value}) => value[0]), expected, 'means');
  });
});

const headOf = (table) => page.$$eval(`${table} thead th`, (cells) => cells.map((cell) => cell.childNodes[0].textContent));
const cellsOf = (table) => page.$$eval(`${table} tbody tr`, (rows) => rows.map((row) => [...row.children].map((cell) => cell.innerText)));

describe('screening after Morris', () => {
  withReport('morris');

  test('the plane has the elementary effects of morris.csv', async () => {
    const expected = rowsOf('morris', 'morris').filter(({output}) => output === 'profit');
    const [{data}] = await seriesOf(page, 'morris');
    assert.equal(data.length, expected.length);
    for (const {name, value} of data) {
      const row = expected.find(({factor}) => factor === name);
      allClose(value, [number(row.mu_star), number(row.sigma)], name);
    }
    await hasSymbols('morris', expected.length);
  });

  /// Neighbouring points of a trajectory differ in one factor; effects are per whole range.
  test('mean sizes are those of the runs', async () => {
    const runs = rowsOf('morris', 'runs'), range = {slope: 0.1, commission: 0.08};
    const steps = runs.slice(1).map((row, i) => [runs[i], row]).filter((_, i) => (i + 1) % 4 !== 0);
    const table = recordsOf(await tableOf(page, 'morris'));
    for (const [factor, width] of Object.entries(range)) {
      const effects = steps.filter(([a, b]) => a[factor] !== b[factor]).map(([a, b]) => ((number(b.profit) - number(a.profit)) / (number(b[factor]) - number(a[factor]))) * width);
      const {mean, low, high} = interval(effects.map(Math.abs));
      const row = table.find((one) => one.factor === factor);
      allClose([row['µ*'], row['µ*, 95 % low'], row['µ*, 95 % high'], row['µ']], [mean, low, high, meanOf(effects)], factor);
    }
  });
});

describe('Sobol indices', () => {
  withReport('sobol');

  test('bars are those of sobol.csv', async () => {
    const expected = rowsOf('sobol', 'sobol').sort((a, b) => number(b.total) - number(a.total));
    const [first, total] = await seriesOf(page, 'sobol');
    allClose(first.data.filter((value) => value !== null && value !== '-'), numbers(expected, 'first'), 'first order');
    allClose(total.data.filter((value) => value !== null && value !== '-'), numbers(expected, 'total'), 'total');
  });
});
