// What is known of an order?
import {button, element} from '../view/dom.js';
import {heading} from './panel.js';
import {STATE_WORDS} from './states.js';
import {storyOf} from './story.js';
import {day} from './words.js';

/// The order's story in sentences, with its moments and names as buttons, and its state now.
export function orderView({model, timeline, choose, player}, row, close) {
  const now = element('p', {class: 'replay-state'});
  const story = element('ol', {class: 'replay-story'},
      storyOf(model, timeline, row).map((parts) => element('li', {}, parts.map((part) => partView(part, choose, player)))));
  return {parts: [heading(`Order ${model.orders.request[row]}`, close), now, story], update({seconds}) {
    const state = timeline.stateAt(row, seconds);
    const text = `On ${day(seconds)}: ${STATE_WORDS[state] ?? state.replaceAll('_', ' ')}.`;
    if (now.textContent !== text) now.textContent = text;
    showPassed(story, seconds);
  }};
}

function partView(part, choose, player) {
  if (typeof part === 'string') return part;
  if (part.node !== undefined) return button(part.text, () => choose({node: part.node}), {class: 'replay-link replay-name'});
  const label = `Go to ${day(part.seconds)} (${part.text})`;
  return button(part.text, () => player.seek(part.seconds), {class: 'replay-link', 'data-seconds': part.seconds, title: label});
}

/// Sentences about what is still to come are fainter.
function showPassed(story, seconds) {
  for (const sentence of story.children) {
    const first = sentence.querySelector('[data-seconds]');
    sentence.classList.toggle('replay-to-come', first !== null && Number(first.dataset.seconds) > seconds + 1e-6);
  }
}
