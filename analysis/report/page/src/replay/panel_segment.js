// What is known of a group of customers at a moment?
import {number} from '../format.js';
import {button, element} from '../view/dom.js';
import {heading, refresh} from './panel.js';
import {STATE_WORDS} from './states.js';
import {typeName} from './words.js';

const MOST = 12;
const CLOSED = new Set(['delivered', 'rejected', 'no_offer', 'expired', 'cancelled', 'failed', 'not_yet_requested']);

/// How the requests of these customers stand, and those that are under way.
export function segmentView({model, timeline, choose}, node, close) {
  const rows = Array.from({length: model.count}, (_, row) => row).filter((row) => model.orders.segment[row] === node);
  const states = element('ul', {class: 'replay-facts'});
  const list = element('ul', {class: 'replay-orders'});
  const who = `Customers: each a ${typeName(model.nodes[node].type)}; ${number(rows.length, 0)} of the shown requests are theirs.`;
  const intro = element('p', {}, who);
  return {parts: [heading(model.nameOf(node), close), intro, states, element('h4', {}, 'Under way now'), list], update(state) {
    const counts = countStates(timeline, rows, state.seconds);
    refresh(states, state, () => ({key: JSON.stringify([...counts]), build: () => stateItems(counts)}));
    const open = rows.filter((row) => !CLOSED.has(timeline.stateAt(row, state.seconds)));
    refresh(list, state, () => ({key: open.map((row) => `${row} ${timeline.stateAt(row, state.seconds)}`).join() || 'none',
      build: () => openItems(model, timeline, open, state.seconds, choose)}));
  }};
}

function countStates(timeline, rows, seconds) {
  const counts = new Map();
  for (const row of rows) {
    const state = timeline.stateAt(row, seconds);
    counts.set(state, (counts.get(state) ?? 0) + 1);
  }
  return counts;
}

const stateItems = (counts) => [...counts].map(([state, count]) => element('li', {}, `${number(count, 0)} ${STATE_WORDS[state] ?? state}`));

function openItems(model, timeline, open, seconds, choose) {
  if (open.length === 0) return [element('li', {}, 'none')];
  const link = (row) => button(`Order ${model.orders.request[row]}`, () => choose({row}), {class: 'replay-link'});
  const items = open.slice(0, MOST).map((row) => element('li', {}, link(row), `: ${STATE_WORDS[timeline.stateAt(row, seconds)]}`));
  return open.length > MOST ? [...items, element('li', {}, `and ${open.length - MOST} more`)] : items;
}
