// Does every section of every kind of report show what it should, without an error and without a request?
import assert from 'node:assert/strict';
import {statSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {drawAll, drawnOf, launch, openReport, results} from './support/browser.mjs';

const SECTIONS = {
  run: ['headline', 'replay', 'prices', 'profit', 'demand', 'negotiation', 'mfca', 'capacity', 'matching', 'co2', 'messages'],
  reference: ['headline', 'replay', 'prices', 'profit', 'demand', 'negotiation', 'mfca', 'capacity', 'matching', 'co2', 'messages'],
  comparison: ['scenarios', 'differences', 'replications'],
  selection: ['selection'],
  plan: ['warm-up', 'replications'],
  factorial: ['design', 'effects', 'points'],
  morris: ['design', 'sensitivity', 'points'],
  sobol: ['design', 'sensitivity', 'points'],
};

/// Charts that each must have, beside those of the run whose numbers other tests compare.
const CHARTS = {
  run: ['prices', 'profit-over-time', 'profit-by-type', 'profit-by-minifactory', 'units', 'requests', 'outcomes', 'surplus', 'talks', 'talk-messages',
    'talk-hours', 'talk-share', 'mfca-flows', 'utilisation', 'queue', 'waiting-h', 'gantt', 'flows', 'co2', 'messages', 'accounts'],
  reference: ['prices', 'profit-over-time', 'units', 'gantt', 'flows'],
  comparison: ['differences', 'replications'],
  selection: ['replications'],
  plan: ['welch'],
  factorial: ['main-effects', 'tornado', 'interactions', 'half-normal', 'trade-off', 'points'],
  morris: ['morris', 'points'],
  sobol: ['sobol', 'points'],
};

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

for (const [directory, sections] of Object.entries(SECTIONS))
  test(`the report of ${directory}`, async () => {
    const report = await openReport(browser, directory);
    await drawAll(report.page);
    await everySectionIsThere(report.page, ['what', ...sections, 'sources']);
    await everyChartIsDrawn(report.page, CHARTS[directory]);
    await everyTableOpens(report.page);
    await nothingIsUnwritten(report.page);
    assert.deepEqual(report.complaints, []);
    await report.close();
  });

async function everySectionIsThere(page, expected) {
  const shown = await page.$$eval('section.part', (all) => all.map(({id, innerText}) => ({id, length: innerText.length})));
  for (const id of expected) assert.ok(shown.some((section) => section.id === id && section.length > 20), `section ${id} of ${shown.map((one) => one.id)}`);
  const links = await page.$$eval('nav a', (all) => all.map((link) => link.getAttribute('href')));
  assert.deepEqual(links, shown.map(({id}) => `#${id}`), 'the contents name every section');
}

async function everyChartIsDrawn(page, expected) {
  const shown = await page.evaluate(() => Object.keys(window.ccmsimReport.charts));
  for (const id of expected) assert.ok(shown.includes(id), `chart ${id} of ${shown}`);
  for (const id of shown) {
    const marks = (await drawnOf(page, id)).filter(({type}) => type !== 'text' && type !== 'tspan');
    assert.ok(marks.length > 3, `chart ${id} has ${marks.length} marks`);
  }
  const pictures = await page.$$eval('.chart', (all) => all.map((box) => box.querySelectorAll('svg, canvas').length));
  assert.ok(pictures.every((count) => count > 0), 'every figure has a picture');
}

/// Tables of figures and folded tables have rows as soon as they are opened.
async function everyTableOpens(page) {
  await page.evaluate(() => {
    document.querySelectorAll('button[aria-expanded="false"]').forEach((button) => button.textContent === 'Table' && button.click());
    document.querySelectorAll('details.table').forEach((details) => { details.open = true; });
  });
  await page.waitForFunction(() => [...document.querySelectorAll('details.table, .table')].every((table) => table.querySelector('tbody tr')));
}

/// What a program prints where it has no words.
async function nothingIsUnwritten(page) {
  const text = await page.evaluate(() => document.body.innerText);
  assert.doesNotMatch(text, /\b(undefined|NaN|Infinity|null)\b|\[object /);
  const drawn = await page.$$eval('.chart svg', (all) => all.map((svg) => svg.textContent).join(' '));
  assert.doesNotMatch(drawn, /\b(undefined|NaN|Infinity|null)\b|\[object /);
}

test('the report of the reference scenario is small', () => {
  assert.ok(statSync(join(results, 'reference', 'report.html')).size < 2.5e6);
});
