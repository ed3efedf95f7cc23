// What does the reader see beside the map?
import {button, element} from '../view/dom.js';
import {chooserOf} from './chooser.js';
import {eventWords} from './event_words.js';
import {orderView} from './panel_order.js';
import {factoryView} from './panel_factory.js';
import {segmentView} from './panel_segment.js';
import {day} from './words.js';

const EVENTS = 7;

/// The panel: fields to choose a minifactory or an order, and what is known of the chosen one; without one, what happened last.
export function panelOf(tools) {
  const chooser = chooserOf(tools);
  const content = element('div', {class: 'replay-content'});
  const view = element('section', {class: 'replay-panel', 'aria-label': 'Details of the replay'}, chooser.view, content);
  let shown = {key: null, update: () => {}};
  return {view, update(state) {
    const key = `${state.chosen.node} ${state.chosen.row}`;
    if (shown.key !== key) {
      shown = {key, ...viewOf(tools, state.chosen)};
      content.replaceChildren(...shown.parts);
      chooser.show(state.chosen);
    }
    shown.update(state);
  }};
}

function viewOf(tools, {node, row}) {
  if (row !== null) return orderView(tools, row, closeButton(tools));
  if (node === null) return latestView(tools);
  const {kind} = tools.model.nodes[node];
  if (kind === 'minifactory') return factoryView(tools, node, closeButton(tools));
  return kind === 'segment' ? segmentView(tools, node, closeButton(tools)) : operatorView(tools, closeButton(tools));
}

const closeButton = ({choose}) => button('Close', () => choose({}), {class: 'replay-close'});

function latestView({model, timeline, choose}) {
  const list = element('ol', {class: 'replay-latest'});
  const empty = element('p', {class: 'replay-hint'}, 'Nothing has happened yet. Play, or step to the first event.');
  return {parts: [element('h3', {}, 'What happened last'), empty, list], update: (state) => refresh(list, state, () => {
    const events = state.event >= 0 ? timeline.latestUpTo(state.event, EVENTS) : timeline.latest(state.seconds, EVENTS);
    empty.hidden = events.length > 0;
    const key = events.map(({time, row, what}) => `${time} ${row} ${what}`).join();
    return {key, build: () => events.map((event) => latestItem(model, event, choose))};
  })};
}

function latestItem(model, event, choose) {
  const label = `${day(event.time)}: show order ${model.orders.request[event.row]}`;
  const link = button(day(event.time), () => choose({row: event.row}), {class: 'replay-link', 'aria-label': label});
  return element('li', {}, link, ` ${eventWords(model, event)}`);
}

function operatorView({model, timeline}, close) {
  const text = element('p', {});
  return {parts: [heading('Operator', close), text], update({seconds}) {
    const asked = timeline.enteredBy('asking', seconds);
    text.textContent = 'The operator finds capable minifactories, asks them for quotes and passes offers on. Of the shown requests, ' +
      `${asked} have come so far, ${timeline.countAt('asking', seconds)} are without an offer now. ` +
      `Minifactories in the network: ${model.of('minifactory').length}.`;
  }};
}

/// The name of what is shown, with the button that leaves it.
export const heading = (name, close) => element('div', {class: 'replay-heading'}, element('h3', {}, name), close);

/// Puts new children into a list when its key has changed, but not under the hands of a reader while the replay plays.
export function refresh(list, {playing}, content) {
  const {key, build} = content();
  if (list.dataset.key === key || (playing && list.contains(document.activeElement))) return;
  list.dataset.key = key;
  list.replaceChildren(...build());
}
