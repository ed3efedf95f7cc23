// Do the numbers of whole runs agree with the tables: totals, dots, flows of costs, bars, matching, messages and money?
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {drawnOf, openBeforeTests, recordsOf, seriesOf, tableOf} from './support/browser.mjs';
import {allClose, close} from './support/compare.mjs';
import {groups, number, rowsOf, sum} from './support/csv.mjs';
import {interval, meanOf} from './support/statistics.mjs';

const REPLICATIONS = ['1', '2', '3', '4'], WARM_UP = 1;
const TYPES = {'price-takers': 'price_taker', negotiators: 'negotiator', bargainers: 'bargainer'};

const afterWarmUp = ({period}) => Number(period) > WARM_UP;
const perReplication = (rows, value) => REPLICATIONS.map((replication) => value(rows.filter((row) => row.replication === replication)));
const meanTotal = (rows, column) => meanOf(perReplication(rows, (own) => sum(own, (row) => number(row[column]))));

let report, page;
openBeforeTests('run', (opened) => {
  report = opened;
  page = opened.page;
});

/// Dots at the means, and lines across them from low to high: in the data, and so many of them on the screen.
async function hasDots(chart, expected) {
  const [intervals, dots] = await seriesOf(page, chart);
  allClose(dots.data.map(({value}) => value[0]), expected.map(({mean}) => mean), `${chart}, dots`);
  allClose(intervals.data.map(({value}) => value[0]), expected.map(({low}) => low), `${chart}, low ends`);
  allClose(intervals.data.map(({value}) => value[1]), expected.map(({high}) => high), `${chart}, high ends`);
  const drawn = await drawnOf(page, chart);
  assert.ok(drawn.filter(({path, shape}) => path && shape.symbolType === 'circle').length >= expected.length, `${chart}: a dot for each row`);
}

test('profit of each minifactory', async () => {
  const byName = groups(rowsOf('run', 'periods').filter(afterWarmUp), ({minifactory}) => minifactory);
  const expected = [...byName.values()].map((rows) => interval(perReplication(rows, (own) => sum(own, ({profit}) => number(profit))))).sort((a, b) => b.mean - a.mean);
  await hasDots('profit-by-minifactory', expected);
});

/// Customers who fetch their product pay for the trip themselves.
test('contribution of each customer type', async () => {
  const delivered = rowsOf('run', 'orders').filter(({delivered_at_d: at}) => at !== '' && Number(at) >= 7 * WARM_UP);
  const freight = (row) => (row.state === 'picked_up' ? 0 : number(row.freight_cost) ?? 0);
  const gain = (row) => number(row.units) * (number(row.price) - number(row.unit_cost)) - freight(row);
  const expected = Object.values(TYPES).map((type) => interval(perReplication(delivered.filter((row) => row.customer_type === type), (own) => sum(own, gain))));
  await hasDots('profit-by-type', expected);
});

test('what became of the requests', async () => {
  const orders = rowsOf('run', 'orders').filter(({requested_at_d: at}) => Number(at) >= 7 * WARM_UP);
  for (const row of recordsOf(await tableOf(page, 'outcomes')))
    for (const [outcome, found] of Object.entries(row).slice(1)) {
      const own = orders.filter(({customer_type: type, state}) => type === TYPES[row['customer type']] && state === outcome.replace(' ', '_'));
      close(found, own.length / REPLICATIONS.length, `${row['customer type']}, ${outcome}`);
    }
});

test('flows of costs are those of what really flowed', async () => {
  const mfca = rowsOf('run', 'mfca').filter(({basis, ...row}) => basis === 'actual' && afterWarmUp(row));
  const [{links}] = await seriesOf(page, 'mfca-flows');
  const table = recordsOf(await tableOf(page, 'mfca-flows'));
  allClose(links.map(({value}) => value), table.map(({cost}) => cost).filter((cost) => cost > 0), 'links of the picture and of the table');
  const flowing = (column, kind, of) => close(table.filter((link) => link.kind === kind && of(link)).reduce((all, {cost}) => all + cost, 0),
    meanTotal(mfca, column), column);
  for (const kind of ['material', 'energy', 'system', 'waste']) {
    flowing(`new_${kind}`, kind, ({from}) => from.startsWith('New '));
    flowing(`loss_${kind}`, kind, ({to}) => to.startsWith('Loss at '));
    if (kind !== 'waste') flowing(`recycled_${kind}`, kind, ({to}) => to.startsWith('Recycled at '));
  }
  await isDrawn('mfca-flows', links.length);
});

/// A flow is a path on the screen, as wide as its value.
async function isDrawn(chart, flows) {
  const paths = (await drawnOf(page, chart)).filter(({type, shape}) => type === 'sankey-path' || shape?.extent > 0);
  assert.ok(paths.length >= flows, `${chart}: ${paths.length} of ${flows} flows are drawn`);
  const [{links}] = await seriesOf(page, chart);
  const values = links.map(({value}) => value).sort((a, b) => a - b), widths = paths.map(({shape}) => shape.extent).sort((a, b) => a - b);
  const scale = widths.at(-1) / values.at(-1);
  values.forEach((value, i) => assert.ok(Math.abs(widths[i] - value * scale) < 0.02 * widths[i] + 1.01, `${chart}: ${value} is ${widths[i]} wide`));
}

test('the Gantt chart has the operations', async () => {
  const [{data: bars}] = await seriesOf(page, 'gantt');
  const table = recordsOf(await tableOf(page, 'gantt'));
  const operations = groups(rowsOf('run', 'operations').filter(({replication}) => replication === '1'), ({request}) => request);
  const same = (days, cell) => Math.abs(days - Number(cell)) < 1e-6;  // a tenth of a second
  assert.equal(bars.length, table.length);
  assert.ok(bars.length > 50);
  for (const [i, [, from, to, setup]] of bars.entries())
    assert.ok(operations.get(table[i].request).some((row) => same(from, row.began_at_d) && same(to, row.ended_at_d) && same(setup, Number(row.setup_min) / 1440)),
        `bar ${i}: ${from} to ${to} of ${table[i].request}`);
  const drawn = (await drawnOf(page, 'gantt')).filter(({type, shape}) => type === 'rect' && shape.width >= 0 && shape.height > 4 && shape.height <= 20);
  assert.ok(drawn.length >= bars.length, 'each has its rectangle');
});

test('who makes for whom', async () => {
  const orders = rowsOf('run', 'orders').filter(({accepted_at_d: at, requested_at_d: requested}) => at !== '' && Number(requested) >= 7 * WARM_UP);
  const counts = groups(orders, ({segment, minifactory}) => `${segment}/${minifactory}`);
  const table = recordsOf(await tableOf(page, 'flows'));
  assert.equal(table.length, counts.size);
  for (const {segment, minifactory, orders: n} of table) close(n, counts.get(`${segment}/${minifactory}`).length / REPLICATIONS.length, `${segment} to ${minifactory}`);
});

test('messages and money', async () => {
  const messages = rowsOf('run', 'messages');
  for (const {kind, sent, lost} of recordsOf(await tableOf(page, 'messages'))) {
    const own = messages.filter((row) => row.kind.replaceAll('_', ' ') === kind);
    close(sent, meanTotal(own, 'sent'), `${kind} sent`);
    close(lost, meanTotal(own, 'lost'), `${kind} lost`);
  }
  const accounts = rowsOf('run', 'accounts');
  for (const {role, paid, received} of recordsOf(await tableOf(page, 'accounts'))) {
    const own = accounts.filter((row) => row.role.replaceAll('_', ' ') === role);
    close(paid, meanTotal(own, 'paid'), `${role} paid`);
    close(received, meanTotal(own, 'received'), `${role} received`);
  }
});

test('talks', async () => {
  const talks = rowsOf('run', 'negotiations');
  const orders = new Map(rowsOf('run', 'orders').map((row) => [`${row.replication}/${row.request}`, row.customer_type]));
  const typeOf = (row) => orders.get(`${row.replication}/${row.request}`);
  for (const row of recordsOf(await tableOf(page, 'talks'))) {
    const own = talks.filter((talk) => typeOf(talk) === TYPES[row['customer type']] && Number(talk.began_at_d) >= 7 * WARM_UP);
    const ended = (...outcomes) => own.filter(({outcome}) => outcomes.includes(outcome)).length;
    assert.ok(own.length > 0);
    close(row['agreed below the price asked'], ended('agreed'), row['customer type']);
    close(row['bought at the price asked'], ended('at_asked_price'), row['customer type']);
    close(row['customer left'], ended('left'), row['customer type']);
  }
});

test('the tables of all outputs are those of summary.csv, to the printed digit', async () => {
  const expected = rowsOf('run', 'summary');
  await page.evaluate(() => document.querySelectorAll('details.table').forEach((details) => { details.open = true; }));
  await page.waitForSelector('#table-summary tbody tr');
  const shown = await page.$$eval('#table-summary tbody tr', (rows) => rows.map((row) => [...row.children].map((cell) => cell.innerText)));
  const head = await page.$$eval('#table-summary thead th', (cells) => cells.map((cell) => cell.childNodes[0].textContent));
  assert.equal(shown.length, expected.length);
  for (const [i, row] of expected.entries())
    for (const column of ['mean', 'sd', 'n', 'ci95_low', 'ci95_high']) isPrinted(shown[i][head.indexOf(column.replaceAll('_', ' '))], row[column], `${row.output} ${row.group} ${column}`);
});

/// The text is the number, rounded to the digits that the text has.
function isPrinted(text, cell, what) {
  if (cell === '') return assert.match(text, /^\u2013?$/, what);
  const plain = text.replaceAll('\u202f', '').replace('\u2212', '-');
  assert.match(plain, /^-?\d+(\.\d+)?$/, what);
  const decimals = (plain.split('.')[1] ?? '').length;
  return assert.ok(Math.abs(Number(plain) - Number(cell)) <= 0.5000001 * 10 ** -decimals + 1e-8 * Math.abs(Number(cell)), `${what}: ${text} for ${cell}`);
}

test('nothing complained', () => assert.deepEqual(report.complaints, []));
