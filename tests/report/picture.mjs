// How does a report look? Photographs the replay of the run in the directory `run`. Usage: node picture.mjs PICTURE.png
import {launch, openReport} from './support/browser.mjs';

const browser = await launch();
const {page} = await openReport(browser, 'run', {viewport: {width: 1280, height: 900}, colorScheme: 'light'});
await page.waitForFunction(() => window.ccmsimReport.replay);
await page.evaluate(() => {
  const {replay} = window.ccmsimReport;
  replay.seek(0.4 * replay.inside.scene.model.replay.horizon_s);
  document.getElementById('replay').scrollIntoView();
});
await page.waitForTimeout(500);
await page.screenshot({path: process.argv[2]});
await browser.close();
