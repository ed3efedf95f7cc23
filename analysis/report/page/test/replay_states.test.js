// Is the state of every request at every moment the one that its times say?
import assert from 'node:assert/strict';
import {test} from 'node:test';

import {knownOf, randomOf, randomOrders, replayOf} from './replay_fixture.js';

const {model, timeline} = knownOf();
const stateAt = (request, seconds) => timeline.stateAt(model.rowOf(request), seconds);

test('a delivered order passes all states, each from its moment on', () => {
  const expected = [[999.9, 'not_yet_requested'], [1000, 'asking'], [1002.9, 'asking'], [1003, 'offered'], [1003.5, 'accepted'],
    [1009, 'accepted'], [1010, 'waiting'], [4999, 'waiting'], [5000, 'in_production'], [8999, 'in_production'], [9000, 'made'],
    [19999, 'made'], [20000, 'delivered'], [9e9, 'delivered']];
  for (const [seconds, state] of expected) assert.equal(stateAt(11, seconds), state, `at ${seconds}`);
});

test('an order that customers fetch is delivered when they have it', () => {
  assert.equal(stateAt(12, 94999), 'made');
  assert.equal(stateAt(12, 95000), 'delivered');
});

test('requests that end otherwise end at the last time known of them', () => {
  assert.equal(stateAt(13, 1002.9), 'asking');
  assert.equal(stateAt(13, 1003), 'rejected');
  assert.equal(stateAt(14, 2001.9), 'asking');
  assert.equal(stateAt(14, 2002), 'no_offer');
  assert.equal(stateAt(15, 2999), 'not_yet_requested');
  assert.equal(stateAt(15, 3000), 'expired');
  assert.equal(stateAt(16, 1003.9), 'offered');
  assert.equal(stateAt(16, 1004), 'cancelled');
  assert.equal(stateAt(19, 1003), 'failed');
});

test('open requests do not end', () => {
  assert.equal(stateAt(17, 864000), 'accepted');
  assert.equal(stateAt(18, 864000), 'asking');
});

const COLUMNS = ['requested_s', 'offered_s', 'accepted_s', 'joined_s', 'started_s', 'finished_s', 'delivered_s'];
const NAMES = ['not_yet_requested', 'asking', 'offered', 'accepted', 'waiting', 'in_production', 'made', 'delivered'];

/// Straight from the columns: as many of the times as have passed.
function plainState(order, seconds) {
  if (order.state === 'rejected') return seconds >= order.offered_s ? 'rejected' : seconds >= order.requested_s ? 'asking' : NAMES[0];
  return NAMES[COLUMNS.filter((column) => order[column] <= seconds).length];
}

test('states and counts agree with the columns at random moments', () => {
  const orders = randomOrders(300);
  const known = knownOf(replayOf(orders, []));
  const random = randomOf(7);
  for (let i = 0; i < 50; i += 1) {
    const seconds = random() * 280000;
    const states = orders.map((order) => plainState(order, seconds));
    states.forEach((state, row) => assert.equal(known.timeline.stateAt(row, seconds), state));
    for (const name of [...NAMES.slice(1), 'rejected'])
      assert.equal(known.timeline.countAt(name, seconds), states.filter((state) => state === name).length, `${name} at ${seconds}`);
    assert.equal(known.timeline.enteredBy('asking', seconds), orders.filter((order) => order.requested_s <= seconds).length);
  }
});

test('events are sorted, causes before effects, and found by their times', () => {
  const {events} = timeline;
  for (let i = 1; i < events.length; i += 1) assert.ok(events[i - 1].time <= events[i].time);
  const story = events.filter(({row}) => row === 0).map(({what}) => what);
  const expected = ['asking', 'called', 'answered', 'offered', 'accepted', 'waiting', 'in_production', 'made', 'departed', 'delivered'];
  assert.deepEqual(story, expected);
  assert.equal(timeline.after(19999).time, 20000);
  assert.equal(timeline.before(20000).time, 12000);
  assert.deepEqual(timeline.latest(20000, 2).map(({time}) => time), [20000, 12000]);
  assert.deepEqual(timeline.latestUpTo(1, 5), [events[1], events[0]]);
});

test('goods leave with the trip that arrives with them, or as late as a known trip allows', () => {
  assert.deepEqual(timeline.trips[0], {departed_s: 12000, arrived_s: 20000, fetched: false});
  const later = replayOf();
  later.orders.delivered_s[0] = 60000;
  assert.equal(knownOf(later).timeline.trips[0].departed_s, 60000 - 8000);
  later.orders.finished_s[0] = 55000;
  assert.equal(knownOf(later).timeline.trips[0].departed_s, 55000);
  assert.equal(timeline.trips[1].departed_s, 9000, 'no trip is known: when it was made');
  assert.equal(timeline.trips[2], null);
});
