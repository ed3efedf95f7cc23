// How do tests look at a report, in a browser without a network?
import {createRequire} from 'node:module';
import {join} from 'node:path';
import {after, before} from 'node:test';
import {env, getuid} from 'node:process';
import {pathToFileURL} from 'node:url';

/// Packages from the directory in which they were installed, which is not above the sources.
export const packaged = createRequire(join(env.CCM_NODE_MODULES, 'package.json'));
const {chromium} = packaged('playwright-core');

/// Where make_results has left the directories of results.
export const results = env.CCM_REPORT_RESULTS;

export const launch = () => chromium.launch({executablePath: env.CCM_CHROMIUM ?? '/usr/bin/chromium', args: getuid() === 0 ? ['--no-sandbox'] : []});

/// Opens the report of a result directory. `complaints` collects what must not happen: errors and warnings of the console, violations of the
/// content security policy among them, exceptions, dialogs, and requests for anything but the file.
export async function openReport(browser, directory, options = {}) {
  const context = await browser.newContext({viewport: {width: 1280, height: 800}, offline: true, ...options});
  const page = await context.newPage();
  const file = pathToFileURL(join(results, directory, 'report.html')).href;
  const complaints = [];
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(`exception: ${error.message}`));
  page.on('request', (request) => isOwn(request.url(), file) || complaints.push(`request: ${request.url().slice(0, 100)}`));
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    return dialog.dismiss();
  });
  await page.goto(file);
  await page.waitForFunction(() => window.ccmsimReport);
  return {page, complaints, close: () => context.close()};
}

/// Opens a report with all its charts before the tests of a file, hands it to `take`, and ends the browser after them.
export function openBeforeTests(directory, take) {
  let browser;
  before(async () => {
    browser = await launch();
    const report = await openReport(browser, directory);
    await drawAll(report.page);
    await take(report);
  });
  after(() => browser.close());
}

/// A report makes pictures of itself for its downloads and the map.
const isOwn = (url, file) => url.split('#')[0] === file || url.startsWith('data:') || url.startsWith('blob:');

/// Draws every chart, also those far below.
export const drawAll = (page) => page.evaluate(() => window.ccmsimReport.renderAll());

/// Opens the table behind every chart, and all that is folded.
export async function openTables(page) {
  await page.evaluate(() => document.querySelectorAll('button[aria-expanded="false"]').forEach((button) => button.textContent === 'Table' && button.click()));
  await page.evaluate(() => document.querySelectorAll('details').forEach((details) => { details.open = true; }));
}

/// The series of a chart as ECharts has them: [{id, name, type, data, links}].
export const seriesOf = (page, chart) => page.evaluate((id) => window.ccmsimReport.charts[id].option.series
    .map((series) => ({id: series.id, name: series.name, type: series.type, data: series.data, links: series.links ?? series.edges})), chart);

/// The table behind a chart: {columns, rows}.
export const tableOf = (page, chart) => page.evaluate((id) => window.ccmsimReport.charts[id].chart.table, chart);

/// Rows of a table behind a chart as objects.
export const recordsOf = ({columns, rows}) => rows.map((row) => Object.fromEntries(columns.map(({name}, i) => [name, row[i]])));

/// What is drawn of a chart: its elements by kind, each with its shape and box.
export const drawnOf = (page, chart) => page.evaluate((id) => window.ccmsimReport.charts[id].instance.getZr().storage.getDisplayList(true)
    .filter((element) => !element.ignore && !element.invisible)
    .map(({type, shape, style, path}) => ({type, points: shape?.points ? Array.from(shape.points) : undefined, shape: shape && {...shape, points: undefined},
      opacity: style?.opacity, fill: typeof style?.fill === 'string' ? style.fill : null, path: path && true})), chart);

/// Where a chart draws a point of its axes, in pixels.
export const pixelOf = (page, chart, axis, points) => page.evaluate(([id, index, list]) => list.map((point) =>
  window.ccmsimReport.charts[id].instance.convertToPixel({xAxisIndex: index, yAxisIndex: index}, point)), [chart, axis, points]);
