// Can everybody read a report: in light and dark, on wide and narrow screens, on paper, without a mouse?
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {drawAll, launch, openReport, openTables, packaged} from './support/browser.mjs';

const {source: axe} = packaged('axe-core');
/// Rows of a table are alike: so many of each are looked at.
const ALIKE = 4;
const WIDE = {width: 1280, height: 800}, NARROW = {width: 390, height: 844};

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

async function openEverything(page) {
  await drawAll(page);
  await openTables(page);
  await page.waitForFunction(() => [...document.querySelectorAll('details.table')].every((table) => table.querySelector('tbody tr')));
  await page.evaluate((most) => document.querySelectorAll('tbody').forEach((body) => [...body.rows].slice(most).forEach((row) => row.remove())), ALIKE);
}

/// In dark colours nothing but the contrasts is another than in light ones.
async function violations(page, colours) {
  const rules = colours === 'dark' ? {runOnly: ['color-contrast']} : {};
  const {violations: found, passes} = await page.evaluate((options) => window.axe.run(document, {resultTypes: ['violations'], ...options}), rules);
  assert.ok(passes.length >= (colours === 'dark' ? 1 : 10), 'axe has looked at the page');
  return found.map(({id, help, nodes}) => `${id}: ${help}: ${nodes.slice(0, 3).map(({target, failureSummary}) => `${target.join(' ')} (${failureSummary.split('\n')[1]?.trim()})`).join('; ')}`);
}

/// Elements that stick out of the page, without those in a region that scrolls by itself.
const widths = (page) => page.evaluate(() => ({page: document.documentElement.scrollWidth, screen: document.documentElement.clientWidth}));

for (const directory of ['run', 'comparison', 'selection', 'plan', 'factorial', 'morris', 'sobol', 'hostile'])
  test(`the report of ${directory}`, async (t) => {
    const report = await openReport(browser, directory, {viewport: WIDE});
    await report.page.evaluate(axe);
    for (const viewport of [WIDE, NARROW]) {
      await report.page.setViewportSize(viewport);
      for (const colorScheme of ['light', 'dark']) {
        await report.page.emulateMedia({colorScheme});
        await openEverything(report.page);
        await t.test(`${viewport.width} wide, ${colorScheme}`, async () => assert.deepEqual(await violations(report.page, colorScheme), []));
      }
      await t.test(`${viewport.width} wide: nothing sticks out`, async () => {
        const {page, screen} = await widths(report.page);
        assert.ok(page <= screen, `${page} on a screen of ${screen}`);
      });
    }
    assert.deepEqual(report.complaints, []);
    await report.close();
  });

test('paper has every figure, in light colours, and no controls', async () => {
  const report = await openReport(browser, 'run', {colorScheme: 'dark'});
  const {page} = report;
  const pdf = await page.pdf({format: 'A4'});
  assert.ok(pdf.length > 50_000);
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({media: 'print', colorScheme: 'dark'});
  const shown = (selector) => page.$$eval(selector, (all) => all.filter((one) => one.checkVisibility()).length);
  assert.equal(await shown('button'), 0, 'buttons');
  assert.equal(await shown('nav'), 0, 'contents');
  const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  assert.match(paper, /^rgba?\((255, 255, 255|0, 0, 0, 0)/);
  assert.ok(await page.$$eval('.chart', (all) => all.every((box) => box.querySelector('svg, canvas'))), 'every figure is drawn');
  assert.deepEqual(report.complaints, []);
  await report.close();
});

test('the keyboard reaches everything, and what it reaches can be seen', async () => {
  const report = await openReport(browser, 'comparison');
  const {page} = report;
  const reached = new Set();
  for (let i = 0; i < 400; i += 1) {
    await page.keyboard.press('Tab');
    const focus = await page.evaluate(() => {
      const {activeElement: one} = document;
      if (one === document.body) return null;
      one.dataset.reached ??= String(Math.random());
      const {outlineStyle, boxShadow} = getComputedStyle(one);
      return {key: one.dataset.reached, seen: outlineStyle !== 'none' || boxShadow !== 'none', what: one.outerHTML.slice(0, 80)};
    });
    if (!focus || reached.has(focus.key)) break;
    assert.ok(focus.seen, `the focus on ${focus.what} cannot be seen`);
    reached.add(focus.key);
  }
  const all = await page.$$eval('a[href], button, select, summary, [tabindex="0"]', (list) => list.filter((one) => one.checkVisibility() && !one.disabled).length);
  assert.ok(reached.size >= all, `${reached.size} of ${all}`);
  await report.close();
});
