// A small replay by the contract, for the tests: two minifactories, three customer types, orders that end in all ways.
import {modelOf} from '../src/replay/model.js';
import {timelineOf} from '../src/replay/timeline.js';

export const HOSTILE = '</script><img src=x onerror=alert(1)>';

const NODES = [
  {kind: 'operator', name: 'operator', x: 11, y: 46, place: 'a'}, {kind: 'minifactory', name: 'rsp_1', x: 11.2, y: 46.2, place: 'b'},
  {kind: 'minifactory', name: HOSTILE, x: 11.4, y: 46.1, place: null},
  {kind: 'segment', name: 'takers', type: 'price_taker', x: 11, y: 46, place: 'a'},
  {kind: 'segment', name: 'hagglers', type: 'negotiator', x: 11.5, y: 46.4, place: 'c'},
  {kind: 'segment', name: 'hunters', type: 'bargainer', x: null, y: null, place: null},
  {kind: 'place', name: 'a', x: 11, y: 46, place: 'a'}, {kind: 'place', name: 'b', x: 11.2, y: 46.2, place: 'b'},
  {kind: 'place', name: 'c', x: 11.5, y: 46.4, place: 'c'}, {kind: 'place', name: 'd', x: 12.5, y: 46.4, place: 'd'},
];

const ORDER = {
  request: 0, segment: 3, minifactory: null, service: 0, state: 'open', units: 1, requested_s: 0, offered_s: null, promised_s: null,
  accepted_s: null, joined_s: null, started_s: null, finished_s: null, delivered_s: null, asked: null, price: null, reference: null,
  willingness: 50, unit_cost: null, distance_km: null, co2_kg: null, bids: 0,
};
const OFFERED = {minifactory: 1, offered_s: 1003, promised_s: 90000, asked: 40, price: 40};
const MADE = {
  ...OFFERED, accepted_s: 1003.5, joined_s: 1010, started_s: 5000, finished_s: 9000, delivered_s: 20000,
  unit_cost: 20, distance_km: 58, co2_kg: 2,
};

/// One order of each kind, in the order of their request numbers.
export const ORDERS = [
  {request: 11, requested_s: 1000, ...MADE, state: 'delivered', units: 2, reference: 38},
  {request: 12, requested_s: 1000, ...MADE, state: 'picked_up', segment: 4, bids: 3, asked: 44, delivered_s: 95000},
  {request: 13, requested_s: 1000, ...OFFERED, state: 'rejected', segment: 5, willingness: 30, bids: 1},
  {request: 14, requested_s: 2000, state: 'no_offer'},
  {request: 15, requested_s: 3000, state: 'expired'},
  {request: 16, requested_s: 1000, ...OFFERED, accepted_s: 1004, state: 'cancelled', minifactory: 2},
  {request: 17, requested_s: 1000, ...OFFERED, accepted_s: 1004, state: 'open'},
  {request: 18, requested_s: 4000, state: 'open'},
  {request: 19, requested_s: 1000, ...OFFERED, state: 'failed'},
];

const QUOTES = [
  [0, 1, 1, 1001, 'quote', 1002, 40, 1], [0, 2, 1, 1001, 'quote', 1002.5, 42, 0], [1, 1, 1, 1001, 'refusal', 1002, null, 0],
  [1, 1, 2, 1002, 'quote', 1002.5, 44, 1], [2, 1, 1, 1001, 'quote', 1002, 40, 1], [3, 1, 1, 2001, 'refusal', 2002, null, 0],
  [3, 2, 1, 2001, 'none', null, null, 0], [5, 2, 1, 1001, 'quote', 1002, 40, 1],
];

const columnsOf = (rows, keys) => Object.fromEntries(keys.map((key) => [key, rows.map((row) => row[key])]));

/// The document `run.replay`.
export function replayOf(orders = ORDERS, quotes = QUOTES) {
  const states = ['delivered', 'picked_up', 'rejected', 'no_offer', 'expired', 'cancelled', 'open', 'failed'];
  const answers = ['quote', 'refusal', 'none'];
  const columns = columnsOf(orders.map((order) => ({...ORDER, ...order})), Object.keys(ORDER));
  const quoteKeys = ['order', 'minifactory', 'round', 'called_s', 'answer', 'answered_s', 'price', 'chosen'];
  return {
    replication: 1, horizon_s: 864000, period_s: 86400, periods: 10, located: true,
    shown: orders.length, of: orders.length, every: 1,
    nodes: NODES, nodes_of: {minifactories: 2, segments: 3}, roads: [[6, 7], [7, 8], [6, 9], [9, 8]], outlines: [],
    services: ['bracket'], states, answers, modes: ['delivery', 'transfer', 'pickup'],
    customer_types: ['price_taker', 'negotiator', 'bargainer'],
    orders: {...columns, state: columns.state.map((state) => states.indexOf(state))},
    quotes: Object.fromEntries(quoteKeys.map((key, i) => [key, quotes.map((row) => (i === 4 ? answers.indexOf(row[i]) : row[i]))])),
    shipments: {minifactory: [1, 1], to: [6, 2], mode: [0, 1], departed_s: [12000, 500], arrived_s: [20000, 900], orders: [1, 1]},
    shipments_of: 2,
    queues: {minifactories: [1], at_s: [0, 2000, 6000, 10000], waiting: [[0, 3, 1, 0]], making: [[0, 0, 2, 0]]},
    prices: {period: [], minifactory: []}, plans: {period: [], minifactory: []}, machines: {period: [], minifactory: []},
    market: {types: ['price_taker', 'negotiator', 'bargainer'], reference: [[], [], []], paid: [[], [], []], offered: [[], [], []]},
  };
}

/// Model and timeline of a replay.
export function knownOf(replay = replayOf()) {
  const model = modelOf(replay, 'EUR');
  return {replay, model, timeline: timelineOf(model)};
}

/// Numbers between 0 and 1 that are the same every time.
export function randomOf(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/// Orders with times drawn at random, in their right order.
export function randomOrders(count, seed = 1) {
  const random = randomOf(seed);
  return Array.from({length: count}, (_, i) => {
    const steps = Array.from({length: 7}, () => random() * 40000);
    const times = steps.map((_, k) => 1 + steps.slice(0, k + 1).reduce((a, b) => a + b));
    const [requested_s, offered_s, accepted_s, joined_s, started_s, finished_s, delivered_s] = times;
    const who = {request: i + 1, minifactory: 1 + i % 2, segment: 3 + i % 3};
    const offer = {...who, requested_s, offered_s, promised_s: delivered_s, asked: 40, price: 40};
    if (i % 4 === 3) return {...offer, state: 'rejected'};
    const made = {unit_cost: 10, distance_km: 5, co2_kg: 1, state: 'delivered'};
    return {...offer, ...made, accepted_s, joined_s, started_s, finished_s, delivered_s};
  });
}
