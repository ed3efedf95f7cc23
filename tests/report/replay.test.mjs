// Does the replay agree with orders.csv, and can one drive it with the keyboard?
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {launch, openReport} from './support/browser.mjs';
import {groups, number, rowsOf} from './support/csv.mjs';

const DAY = 86400, TIMES = 20;
const STATES = [['requested_at_d', 'asking'], ['offered_at_d', 'offered'], ['accepted_at_d', 'accepted'], ['joined_at_d', 'waiting'],
  ['started_at_d', 'in_production'], ['finished_at_d', 'made'], ['delivered_at_d', 'delivered']];
const NOT_AN_END = ['delivered', 'picked_up', 'open'];

/// A generator of numbers between 0 and 1 after Park and Miller, so that a failure can be seen again.
function chance(seed) {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

/// When a request enters which state, in seconds, from its row of orders.csv and its rows of quotes.csv.
function historyOf(order, quotes = []) {
  const history = STATES.filter(([column]) => order[column] !== '').map(([column, state]) => [DAY * Number(order[column]), state]);
  if (NOT_AN_END.includes(order.state)) return history;
  const known = [...history.map(([time]) => time), ...quotes.flatMap((quote) => [quote.called_at_d, quote.answered_at_d]).filter(Boolean).map((day) => DAY * Number(day))];
  return [...history, [Math.max(...known), order.state]];
}

const stateAt = (history, seconds) => history.filter(([time]) => time <= seconds).at(-1)?.[1] ?? 'not_yet_requested';

const isAtTheEdge = (history, seconds) => history.some(([time]) => Math.abs(time - seconds) < 0.01);

let browser, report, page;
before(async () => { browser = await launch(); });
after(() => browser.close());

async function open(directory, options) {
  report = await openReport(browser, directory, options);
  page = report.page;
  await page.waitForFunction(() => window.ccmsimReport.replay);
}

const at = () => page.evaluate(() => window.ccmsimReport.replay.at());
const seek = (seconds) => page.evaluate((to) => window.ccmsimReport.replay.seek(to), seconds);
const frames = (count) => page.evaluate((n) => new Promise((done) => {
  const next = (left) => (left === 0 ? done() : requestAnimationFrame(() => next(left - 1)));
  next(n);
}), count);

function historiesOf(directory) {
  const quotes = groups(rowsOf(directory, 'quotes').filter(({replication}) => replication === '1'), ({request}) => request);
  return new Map(rowsOf(directory, 'orders').filter(({replication}) => replication === '1').map((order) => [order.request, historyOf(order, quotes.get(order.request))]));
}

for (const [directory, days] of [['run', 35], ['reference', 624]])
  describe(directory, () => {
    const histories = historiesOf(directory), random = chance(directory.length);
    const times = Array.from({length: TIMES}, () => random() * days * DAY);
    before(() => open(directory));
    after(() => report.close());

    test(`states at ${TIMES} random times`, async () => {
      let compared = 0;
      for (const seconds of times) {
        const states = await page.evaluate((t) => window.ccmsimReport.replay.statesAt(t), seconds);
        for (const [request, state] of Object.entries(states)) {
          const history = histories.get(request);
          if (isAtTheEdge(history, seconds)) continue;
          compared += 1;
          assert.equal(state, stateAt(history, seconds), `request ${request} at ${seconds} s`);
        }
      }
      assert.ok(compared > 1000, `${compared} states were compared`);
    });

    test('the counters count these states', async () => {
      const shown = Object.keys(await page.evaluate(() => window.ccmsimReport.replay.statesAt(0)));
      for (const seconds of times.filter((time) => !shown.some((request) => isAtTheEdge(histories.get(request), time)))) {
        await seek(seconds);
        await frames(2);
        const counters = await page.$$eval('.replay-counters > div', (all) => Object.fromEntries(all.map((one) => [one.children[0].textContent, Number(one.children[1].textContent.replace(/\D/g, ''))])));
        const states = shown.map((request) => stateAt(histories.get(request), seconds));
        const count = (...names) => states.filter((state) => names.includes(state)).length;
        assert.deepEqual([counters.asked, counters.waiting, counters['in production'], counters.delivered],
          [states.length - count('not_yet_requested'), count('waiting'), count('in_production'), count('delivered')], `at ${seconds} s`);
      }
    });
  });

describe('what one does', () => {
  const orders = rowsOf('run', 'orders').filter(({replication}) => replication === '1');
  before(() => open('run'));
  after(async () => {
    assert.deepEqual(report.complaints, []);
    await report.close();
  });

  const focus = () => page.focus('.replay-play');

  test('it stands still at the start until it is told to play', async () => {
    await frames(5);
    assert.equal(await at(), 0);
  });

  test('the keys go to the events of the tables, one after the other, and back', async () => {
    await focus();
    const known = new Set([...historiesOf('run').values()].flat().map(([time]) => time.toFixed(1)));
    const passed = [];
    for (let i = 0; i < 12; i += 1) {
      await page.keyboard.press('ArrowRight');
      passed.push(await at());
    }
    assert.deepEqual(passed, [...passed].sort((a, b) => a - b));
    assert.ok(passed.filter((time) => known.has(time.toFixed(1))).length >= 4, `${passed}`);
    await page.keyboard.press('ArrowLeft');
    assert.ok(await at() <= passed[11]);
  });

  test('the keys go to periods, to the end and to the start', async () => {
    await focus();
    await page.keyboard.press('Home');
    for (const period of [1, 2]) {
      await page.keyboard.press('ArrowDown');
      assert.equal(await at(), period * 7 * DAY);
    }
    await page.keyboard.press('ArrowUp');
    assert.equal(await at(), 7 * DAY);
    await page.keyboard.press('End');
    assert.equal(await at(), 35 * DAY);
    await page.keyboard.press('Home');
    assert.equal(await at(), 0);
  });

  test('the play button plays and pauses by the keyboard', async () => {
    await focus();
    await page.keyboard.press('Enter');
    await frames(10);
    assert.ok(await at() > 0);
    assert.match(await page.innerText('.replay-play'), /Pause/);
    await page.keyboard.press('Enter');
    const stopped = await at();
    await frames(5);
    assert.equal(await at(), stopped);
  });

  test('the slider scrubs', async () => {
    await page.focus('.replay-time');
    const most = Number(await page.getAttribute('.replay-time', 'max'));
    await page.fill('.replay-time', String(most / 2));
    assert.equal(await at(), 17.5 * DAY);
  });

  test('the story of an order is that of its row', async () => {
    const random = chance(7), delivered = orders.filter(({state}) => state === 'delivered');
    for (let i = 0; i < 5; i += 1) {
      const order = delivered[Math.floor(random() * delivered.length)];
      await page.evaluate((request) => {
        const {replay, data} = window.ccmsimReport;
        replay.choose({row: data.run.replay.orders.request.map(String).indexOf(request)});
      }, order.request);
      await seek(35 * DAY);
      await frames(3);
      const text = await page.innerText('.replay-panel');
      for (const words of [order.request, order.minifactory, order.segment, Number(order.price).toFixed(2), 'delivered'])
        assert.ok(text.includes(words), `${words} of ${order.request} in: ${text}`);
    }
  });

  test('a minifactory tells its queue at the time', async () => {
    const own = orders.filter(({minifactory}) => minifactory === 'shop_1');
    const between = (from, to, seconds) => own.filter((row) => row[from] !== '' && DAY * Number(row[from]) <= seconds && !(row[to] !== '' && DAY * Number(row[to]) <= seconds)).length;
    await page.evaluate(() => {
      const {replay, data} = window.ccmsimReport;
      replay.choose({node: data.run.replay.nodes.findIndex(({name}) => name === 'shop_1')});
    });
    for (const day of [3.4, 10.6, 17.45, 24.55]) {
      await seek(day * DAY);
      await frames(3);
      const [waiting, making] = (await page.innerText('.replay-panel .replay-state')).match(/Now (\w+) orders? waits?, (\w+) orders? (?:is|are) in production/).slice(1)
          .map((word) => ({no: 0, one: 1, two: 2, three: 3, four: 4, five: 5}[word] ?? Number(word)));
      assert.deepEqual([waiting, making], [between('joined_at_d', 'started_at_d', day * DAY), between('started_at_d', 'finished_at_d', day * DAY)], `day ${day}`);
    }
  });

  test('goods on their way are dots on the map', async () => {
    const trips = rowsOf('run', 'shipments').filter((row) => row.replication === '1' && Number(row.arrived_at_d) > Number(row.departed_at_d));
    const trip = trips.find(({mode, destination}) => mode === 'delivery' && destination) ?? trips[0];
    await page.evaluate((speed) => window.ccmsimReport.replay.setSpeed(speed), 60);
    await seek(DAY * (Number(trip.departed_at_d) + Number(trip.arrived_at_d)) / 2);
    await frames(3);
    const legs = await page.evaluate(() => {
      const {scene} = window.ccmsimReport.replay.inside;
      return scene.schedule.at(window.ccmsimReport.replay.at()).map((leg) => scene.legs[leg].kind);
    });
    assert.ok(legs.includes('delivery') || legs.includes('fetch'), `${legs}`);
    const painted = await page.$$eval('#replay-player canvas', (all) => all.map((canvas) => canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.some((value) => value > 0)));
    assert.ok(painted.includes(true), 'the map is painted');
  });
});

describe('with reduced motion', () => {
  before(() => open('run', {reducedMotion: 'reduce'}));
  after(() => report.close());

  test('time goes on in steps of a second of the screen', async () => {
    await page.focus('.replay-play');
    await page.keyboard.press('Enter');
    await frames(10);
    const first = await at();
    await frames(5);
    assert.equal(await at(), first);
    await page.waitForFunction((seconds) => window.ccmsimReport.replay.at() > seconds, first);
    assert.deepEqual(report.complaints, []);
  });
});
