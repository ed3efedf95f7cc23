// How many of the shown requests are where?
import {number} from '../format.js';
import {element} from '../view/dom.js';
import {STATES} from './states.js';
import {sampleText} from './words.js';

const COUNTERS = [
  ['asked', (timeline, seconds) => timeline.enteredBy('asking', seconds)],
  ['came to nothing', (timeline, seconds) => timeline.enteredBy('asking', seconds) -
      STATES.reduce((sum, state) => sum + timeline.countAt(state, seconds), 0)],
  ['waiting', (timeline, seconds) => timeline.countAt('waiting', seconds)],
  ['in production', (timeline, seconds) => timeline.countAt('in_production', seconds)],
  ['made, on the way', (timeline, seconds) => timeline.countAt('made', seconds)],
  ['delivered', (timeline, seconds) => timeline.countAt('delivered', seconds)],
];

/// Numbers at a moment, and of how many requests they are.
export function countersOf(replay, timeline) {
  const cells = COUNTERS.map(([name, count]) => ({name, count, value: element('dd', {}, '0')}));
  const list = element('dl', {class: 'replay-counters'}, cells.map(({name, value}) => element('div', {}, element('dt', {}, name), value)));
  return {view: element('div', {}, list, element('p', {class: 'replay-sample'}, sampleText(replay))), update({seconds}) {
    for (const {count, value} of cells) {
      const text = number(count(timeline, seconds), 0);
      if (value.textContent !== text) value.textContent = text;
    }
  }};
}
