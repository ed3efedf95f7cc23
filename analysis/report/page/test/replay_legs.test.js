// Do messages and goods travel as they did, and is nothing shown before its cause?
import assert from 'node:assert/strict';
import {test} from 'node:test';

import {legsOf, legsOfOrder} from '../src/replay/legs.js';
import {routesOf} from '../src/replay/routes.js';
import {scheduleOf} from '../src/replay/schedule.js';
import {EYE_S, showsMessages, speedsOf} from '../src/replay/speeds.js';
import {pointAt, waysOf} from '../src/replay/ways.js';
import {knownOf, randomOf, randomOrders, replayOf} from './replay_fixture.js';

const {model, timeline} = knownOf();
const kindsOf = (row) => legsOfOrder(model, row, timeline.trips[row]).map(({kind}) => kind);

test('a delivered order: request, calls, quotes, offer, order, delivery', () => {
  assert.deepEqual(kindsOf(0), ['request', 'call', 'call', 'quote', 'quote', 'offer', 'order', 'delivery']);
  const legs = legsOfOrder(model, 0, timeline.trips[0]);
  assert.deepEqual(legs.at(-1), {row: 0, kind: 'delivery', path: [1, 3], from_s: 12000, to_s: 20000, group: legs.at(-1).group});
  assert.deepEqual(legs[0].path, [3, 0]);
  assert.deepEqual(legs.find(({kind}) => kind === 'order').path, [3, 0, 1]);
});

test('refusals, rounds, bids and customers who fetch their goods', () => {
  assert.deepEqual(kindsOf(1), ['request', 'call', 'refusal', 'call', 'quote', 'offer', 'talk', 'order', 'fetch']);
  assert.deepEqual(kindsOf(3), ['request', 'call', 'call', 'refusal']);
  assert.deepEqual(kindsOf(4), ['request']);
});

test('without calls for quotes the customer asks the minifactory itself', () => {
  const direct = knownOf(replayOf(undefined, []));
  const [request, offer, order] = legsOfOrder(direct.model, 0, null);
  assert.deepEqual([request.path, offer.path, order.path], [[3, 1], [1, 3], [3, 1]]);
});

test('transfers between minifactories belong to no single order', () => {
  const transfers = legsOf(model, timeline).filter(({kind}) => kind === 'transfer');
  assert.deepEqual(transfers, [{row: -1, kind: 'transfer', path: [1, 2], from_s: 500, to_s: 900, group: 0}]);
});

const many = knownOf(replayOf(randomOrders(200), []));
const legs = legsOf(many.model, many.timeline);

for (const {speed} of speedsOf(864000))
  test(`at ${speed} simulated seconds per second no leg is early, none overtakes its cause`, () => {
    const {shown_from, shown_to, late_s} = scheduleOf(legs, speed);
    legs.forEach((leg, i) => {
      assert.ok(shown_from[i] >= leg.from_s);
      assert.ok(shown_to[i] - shown_from[i] >= (leg.to_s - leg.from_s) * (1 - 1e-9));
      assert.ok(shown_to[i] - leg.to_s <= late_s);
      const causes = legs.flatMap((other, k) => (other.row === leg.row && other.group < leg.group ? [shown_to[k]] : []));
      assert.ok(causes.every((end) => end <= shown_from[i]));
    });
  });

test('slowly enough, what takes long is shown exactly when it happened', () => {
  const {shown_from, shown_to} = scheduleOf(legs, 1);
  const i = legs.findIndex(({kind, to_s, from_s}) => kind === 'delivery' && to_s - from_s > 10);
  assert.deepEqual([shown_from[i], shown_to[i]], [legs[i].from_s, legs[i].to_s]);
});

test('a dot stays on the screen long enough to be seen', () => {
  const {shown_from, shown_to} = scheduleOf(legs, 20000);
  legs.forEach((leg, i) => assert.ok(shown_to[i] - shown_from[i] >= 20000 * EYE_S * 0.5 - 1e-3));
});

test('the legs on the screen at a moment are those of a plain search', () => {
  const random = randomOf(3);
  for (const speed of [1, 3600, 200000]) {
    const {shown_from, shown_to, at} = scheduleOf(legs, speed);
    for (let i = 0; i < 100; i += 1) {
      const seconds = random() * 300000;
      const plain = legs.flatMap((_, leg) => (shown_from[leg] <= seconds && seconds < shown_to[leg] ? [leg] : []));
      assert.deepEqual([...at(seconds)].sort((a, b) => a - b), plain);
    }
  }
});

test('the slowest speeds show every message, and one speed shows all in a minute', () => {
  const speeds = speedsOf(864000);
  assert.ok(showsMessages(speeds[0].speed));
  assert.ok(speeds.some(({speed}) => speed * 60 === 864000));
  for (let i = 1; i < speeds.length; i += 1) assert.ok(speeds[i - 1].speed < speeds[i].speed);
});

test('goods follow the shortest way along the roads; without a road they go straight', () => {
  const between = routesOf(model.replay);
  assert.deepEqual(between(3, 4), [7], 'a to c goes over b, not over d');
  assert.deepEqual(between(1, 3), [], 'b and a are neighbours');
  assert.deepEqual(between(2, 4), [], 'stands at no place');
});

test('a point on a way is as far along as its share', () => {
  const layout = {x: [0, 30, 30, 0], y: [0, 0, 40, 40]};
  const way = waysOf(layout, () => [1])({kind: 'delivery', path: [0, 2]});
  assert.equal(way.length, 70);
  const at = {};
  for (const [share, x, y] of [[0, 0, 0], [30 / 70, 30, 0], [50 / 70, 30, 20], [1, 30, 40], [2, 30, 40]]) {
    pointAt(way, share, at);
    assert.ok(Math.hypot(at.x - x, at.y - y) < 1e-9, `${share}`);
  }
});
