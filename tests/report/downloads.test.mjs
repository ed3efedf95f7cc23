// Are the files that a report lets one save those of its charts and tables?
import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {test} from 'node:test';
import {openBeforeTests, tableOf} from './support/browser.mjs';
import {fieldsOf} from './support/csv.mjs';

let report, page;
openBeforeTests('run', (opened) => {
  report = opened;
  page = opened.page;
});

async function saved(button) {
  const [download] = await Promise.all([page.waitForEvent('download'), page.click(button)]);
  return {name: download.suggestedFilename(), bytes: await readFile(await download.path())};
}

for (const chart of ['prices', 'gantt', 'mfca-flows', 'flows'])
  test(`CSV of ${chart}`, async () => {
    const {name, bytes} = await saved(`#figure-${chart} button:text-is("CSV")`);
    const {columns, rows} = await tableOf(page, chart);
    const [head, ...cells] = fieldsOf(bytes.toString('utf8'));
    assert.equal(name, `${chart}.csv`);
    assert.deepEqual(head, columns.map((column) => (column.unit ? `${column.name} [${column.unit}]` : column.name)));
    assert.deepEqual(cells, rows.map((row) => row.map((value) => (value === null || value === undefined ? '' : String(value)))));
  });

test('CSV of a table', async () => {
  await page.evaluate(() => document.querySelectorAll('details.table').forEach((details) => { details.open = true; }));
  const {bytes} = await saved('#table-summary button:text-is("CSV")');
  const summary = await page.evaluate(() => window.ccmsimReport.data.run.summary);
  assert.equal(fieldsOf(bytes.toString('utf8')).length, 1 + summary.rows.length);
});

for (const chart of ['prices', 'gantt', 'mfca-flows'])
  test(`PNG of ${chart}`, async () => {
    const {name, bytes} = await saved(`#figure-${chart} button:text-is("PNG")`);
    assert.equal(name, `${chart}.png`);
    assert.equal(bytes.subarray(1, 4).toString(), 'PNG');
    assert.equal(bytes.readUInt32BE(16), 2 * 960, 'width');
    assert.ok(bytes.length > 10_000, `${bytes.length} bytes`);
  });

test('nothing complained', () => assert.deepEqual(report.complaints, []));
