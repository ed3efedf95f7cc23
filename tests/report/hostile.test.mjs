// Does what comes from a scenario stay text, whatever it says?
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {openBeforeTests, openTables} from './support/browser.mjs';
import {rowsOf} from './support/csv.mjs';

const TITLE = '</script><img src=x onerror=alert(1)>';
const QUESTION = '<!-- "Who" & \'why\'? {a|b} <b>x</b> </style><svg onload=alert(2)>';

let report, page;
openBeforeTests('hostile', (opened) => {
  report = opened;
  page = opened.page;
  return openTables(page);
});

test('title and question are shown as they were written', async () => {
  assert.equal(await page.title(), TITLE);
  assert.equal(await page.innerText('h1'), TITLE);
  assert.equal(await page.innerText('.question'), QUESTION);
});

test('names are shown as they were written, in charts and tables', async () => {
  const shown = await page.evaluate(() => [document.body.innerText, ...[...document.querySelectorAll('.chart svg')].map((svg) => svg.textContent)].join('\n'));
  const orders = rowsOf('hostile', 'orders');
  for (const name of new Set(orders.flatMap(({segment, minifactory}) => [segment, minifactory]).filter(Boolean))) assert.ok(shown.includes(name), name);
  assert.ok(shown.includes('__proto__'), 'a machine');
});

test('no name has become an element', async () => {
  const strange = await page.evaluate(() => document.querySelectorAll('img, b, script:not([type]) ~ script, svg[onload], iframe, object, [onerror], [onload]').length);
  assert.equal(strange, 0);
  assert.equal(await page.$$eval('script', (all) => all.length), 2, 'the data and the program');
});

test('the replay tells of such names too', async () => {
  await page.waitForFunction(() => window.ccmsimReport.replay);
  const [order] = rowsOf('hostile', 'orders').filter(({state, replication}) => state === 'delivered' && replication === '1');
  await page.evaluate((request) => {
    const {replay, data} = window.ccmsimReport;
    replay.choose({row: data.run.replay.orders.request.map(String).indexOf(request)});
    replay.seek(21 * 86400);
  }, order.request);
  await page.waitForFunction((words) => document.querySelector('.replay-panel').innerText.includes(words), order.minifactory);
});

test('tooltips of charts say them as text', async () => {
  await page.locator('#figure-flows .chart').scrollIntoViewIfNeeded();
  const box = await page.locator('#figure-flows .chart').boundingBox();
  for (const x of [0.005, 0.2, 0.5]) {
    await page.mouse.move(box.x + box.width * x + 2, box.y + box.height / 3);
    await page.waitForTimeout(100);
  }
  assert.equal(await page.$$eval('img', (all) => all.length), 0);
});

test('nothing ran, and nothing was asked for', () => assert.deepEqual(report.complaints, []));
