// Is the map readable: nodes apart and inside, labels beside each other; do minifactories show their loads; does stepping visit everything?
import assert from 'node:assert/strict';
import {test} from 'node:test';

import {factoriesOf} from '../src/replay/factories.js';
import {flowAt, flowsOf} from '../src/replay/flows.js';
import {placeLabels} from '../src/replay/labels.js';
import {layoutOf} from '../src/replay/layout.js';
import {playerOf} from '../src/replay/player.js';
import {knownOf, randomOf, randomOrders, replayOf} from './replay_fixture.js';

const node = (kind, place = null) => ({kind, name: kind, x: null, y: null, place});
const times = (count, make) => Array.from({length: count}, (_, i) => make(i));
const network = (factories, segments) =>
  [node('operator'), ...times(factories, (i) => node('minifactory', `p${i % 3}`)), ...times(segments, () => node('segment'))];

const SIZES = [[1, 3, 800, 480], [12, 6, 800, 480], [50, 10, 800, 480], [1000, 10, 800, 480], [40, 9, 350, 320]];
for (const [factories, segments, width, height] of SIZES)
  test(`a schematic of ${factories} minifactories on ${width} pixels: inside, none on another`, () => {
    const nodes = network(factories, segments);
    const {x, y, size} = layoutOf({nodes, project: null, width, height});
    for (let i = 0; i < nodes.length; i += 1) {
      assert.ok(x[i] > size[i] && x[i] < width - size[i] && y[i] > size[i] && y[i] < height - size[i]);
      for (let j = 0; j < i; j += 1) assert.ok(Math.hypot(x[i] - x[j], y[i] - y[j]) > (size[i] + size[j]) * 0.9, `${i} and ${j}`);
    }
  });

test('nodes of a map at one point part, others stay; those without coordinates stand at the top', () => {
  const at = (kind, x) => ({...node(kind), x, y: x});
  const nodes = [node('operator'), at('minifactory', 1), at('minifactory', 1), at('segment', 2)];
  const layout = layoutOf({nodes, project: ({x, y}) => [x * 200, y * 200], width: 800, height: 480});
  assert.ok(Math.hypot(layout.x[1] - layout.x[2], layout.y[1] - layout.y[2]) >= 30);
  assert.ok(Math.hypot(layout.x[3] - 400, layout.y[3] - 400) < 2);
  assert.ok(layout.y[0] < 40);
});

test('labels do not cover each other, and the important ones stay', () => {
  const random = randomOf(5);
  const wanted = Array.from({length: 200}, (_, i) => ({node: i, x: random() * 600, y: random() * 400, size: 5, width: 60, height: 14}));
  const placed = placeLabels(wanted, {width: 600, height: 400});
  assert.ok(placed.length > 40 && placed.length < 200);
  assert.equal(placed[0].node, 0);
  const apart = (a, b) => a.left + a.width <= b.left || b.left + b.width <= a.left || a.top + 14 <= b.top || b.top + 14 <= a.top;
  placed.forEach((a, i) => placed.slice(0, i).forEach((b) => assert.ok(apart(a, b))));
});

test('loads are those of the shown orders when all are shown, and at least those counted otherwise', () => {
  const all = knownOf();
  const factories = factoriesOf(all.model, all.timeline);
  assert.deepEqual(factories.loadAt(1, 2000), {waiting: 2, making: 0});
  assert.deepEqual(factories.loadAt(1, 6000), {waiting: 0, making: 2});
  assert.deepEqual(factories.loadAt(2, 6000), {waiting: 0, making: 0});
  const sampled = knownOf({...replayOf(), every: 7});
  const counted = factoriesOf(sampled.model, sampled.timeline);
  assert.deepEqual(counted.loadAt(1, 2500), {waiting: 3, making: 0});
  assert.deepEqual(counted.loadAt(1, 4000), {waiting: 3, making: 0});
  assert.deepEqual(counted.loadAt(1, 9500), {waiting: 1, making: 2});
});

test('a minifactory is as full as the work done, or as the share of time in which it worked', () => {
  const orders = randomOrders(40).map((order) => ({...order, minifactory: 1}));
  const {model, timeline} = knownOf(replayOf(orders, []));
  const factories = factoriesOf(model, timeline);
  for (const seconds of [60000, 100000, 150000]) {
    const now = orders.filter(({started_s, finished_s}) => started_s <= seconds && seconds < finished_s);
    const done = now.map(({started_s, finished_s}) => (seconds - started_s) / (finished_s - started_s));
    assert.ok(Math.abs(factories.fillAt(1, seconds, 1) - done.reduce((a, b) => a + b, 0) / done.length) < 1e-9);
  }
});

test('when production is short, a minifactory is as full as the share of time in which it worked', () => {
  const [order] = randomOrders(1);
  const orders = [[1000, 4000], [9000, 10000], [9500, 12000]].map(([started_s, finished_s], i) =>
    ({...order, request: i + 1, joined_s: 500, started_s, finished_s, delivered_s: 90000}));
  const {model, timeline} = knownOf(replayOf(orders, []));
  const factories = factoriesOf(model, timeline);
  assert.ok(Math.abs(factories.fillAt(1, 11500, 10000) - (2500 + 1000 + 2000) / 10000) < 1e-12);
  assert.equal(factories.fillAt(1, 12500, 2500), 2000 / 2500);
  assert.equal(factories.fillAt(1, 40000, 10000), null);
});

test('flows count what has been delivered so far', () => {
  const orders = randomOrders(100);
  const {model} = knownOf(replayOf(orders, []));
  const {links, largest} = flowsOf(model);
  const delivered = (seconds) => orders.filter((order) => order.delivered_s <= seconds).length;
  for (const seconds of [0, 120000, 1e9]) assert.equal(links.reduce((sum, link) => sum + flowAt(link, seconds), 0), delivered(seconds));
  assert.equal(largest, Math.max(...links.map(({times}) => times.length)));
});

test('steps visit every event once, forwards and backwards, and every period', () => {
  const {replay, timeline} = knownOf();
  const player = playerOf(replay, timeline, () => {});
  const forwards = [];
  for (let event = player.step('event'); event; event = player.step('event')) forwards.push(event);
  assert.deepEqual(forwards, timeline.events);
  const backwards = [];
  for (let event = player.step('event', -1); event; event = player.step('event', -1)) backwards.push(event);
  assert.deepEqual(backwards, timeline.events.slice(0, -1).reverse());
  player.seek(15000);
  assert.equal(player.step('event', -1).time, 12000);
  player.seek(12000);
  assert.equal(player.step('event', -1).time, 9000);
  player.seek(100000);
  const periods = [1, 1, -1, -1, -1].map((direction) => { player.step('period', direction); return player.state.seconds; });
  assert.deepEqual(periods, [172800, 259200, 172800, 86400, 0]);
});

test('playing ends at the end, and begins anew from there', () => {
  const {replay, timeline} = knownOf();
  const player = playerOf(replay, timeline, () => {});
  player.play();
  for (let i = 0; i < 61; i += 1) player.advance(1);
  assert.deepEqual([player.state.seconds, player.state.playing], [replay.horizon_s, false]);
  player.play();
  assert.deepEqual([player.state.seconds, player.state.playing], [0, true]);
});
