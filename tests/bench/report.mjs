// How soon can one use a report, and how many frames per second does its replay draw with a thousand moving dots?
// Usage: node tests/bench/report.mjs NODE_MODULES REPORT.html; NODE_MODULES holds playwright-core, as build/release/tests/report/node_modules does.
import {statSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join, resolve} from 'node:path';
import {pathToFileURL} from 'node:url';

const [modules, report] = process.argv.slice(2).map((path) => resolve(path));
const {chromium} = createRequire(join(modules, 'package.json'))('playwright-core');
const DOTS = 1000, SECONDS = 5;

const browser = await chromium.launch({executablePath: '/usr/bin/chromium', args: process.getuid() === 0 ? ['--no-sandbox'] : []});
const page = await browser.newPage({viewport: {width: 1280, height: 800}});
await page.goto(pathToFileURL(report).href);
await page.waitForFunction(() => window.ccmsimReport);
console.log(JSON.stringify({megabytes: statSync(report).size / 1e6, interactive_s: await interactive(), ...await page.evaluate(frames, [DOTS, SECONDS])}, null, 2));
await browser.close();

/// From the start of the navigation until the page is built and has answered a key.
async function interactive() {
  await page.keyboard.press('Tab');
  await page.waitForFunction(() => document.activeElement !== document.body);
  return page.evaluate(() => performance.now() / 1000);
}

/// Runs in the page: the replay slows down until so many dots are on the map, then plays for some seconds.
async function frames([wanted, seconds]) {
  const {replay} = window.ccmsimReport;
  if (!replay) return {dots: null, frames_per_second: null};
  const {scene, loop, stage} = replay.inside, {horizon_s: horizon} = scene.model.replay;
  document.getElementById('replay-player').scrollIntoView();
  const draw = () => stage.draw({seconds: replay.at(), still: false, chosen: {node: null, row: null}, step: null});
  replay.seek(0.4 * horizon);
  for (let speed = horizon / 60; stage.dots.length < wanted && speed < 10 * horizon; speed *= 1.2) {
    scene.setSpeed(speed);
    draw();
  }
  const dots = stage.dots.length, before = loop.frames, began = performance.now();
  replay.play();
  await new Promise((done) => { setTimeout(done, 1000 * seconds); });
  replay.pause();
  return {dots, frames_per_second: (1000 * (loop.frames - before)) / (performance.now() - began)};
}
