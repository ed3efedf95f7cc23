// Does the story of an order say what its row says, in all cases?
import assert from 'node:assert/strict';
import {test} from 'node:test';

import {eventWords} from '../src/replay/event_words.js';
import {storyOf} from '../src/replay/story.js';
import {countWord, day, duration, momentText, sampleText} from '../src/replay/words.js';
import {HOSTILE, knownOf} from './replay_fixture.js';

const {model, timeline, replay} = knownOf();
const textOf = (parts) => parts.map((part) => part.text ?? part).join('');
const sentences = (request) => storyOf(model, timeline, model.rowOf(request)).map(textOf);
const story = (request) => sentences(request).join(' ');

test('the story of a delivered order', () => {
  assert.deepEqual(sentences(11), [
    'On day 0.01 (period 1) a price-taker of takers asked for 2 × bracket, worth up to 50.00 EUR a unit to this customer.',
    `The operator asked two minifactories 1 s later: rsp_1 quoted 40.00 EUR and ${HOSTILE} quoted 42.00 EUR.`,
    'The offer of rsp_1 reached the customer 3 s later: 40.00 EUR a unit, promised for day 1.04.',
    'That was 2.00 EUR more than the price that this customer had come to expect (the reference price, 38.00 EUR).',
    'The customer accepted 0.5 s later for 40.00 EUR a unit, 80.00 EUR in all.',
    'The product data went to the minifactory, and the order joined the queue of rsp_1 6.5 s later.',
    'It waited 1.1 h; production began on day 0.06 and took 1.1 h, until day 0.10.',
    'The goods left on day 0.14, and the order was delivered on day 0.23, over 58 km, 19.4 h before the promise.',
    'Making it cost 20.00 EUR a unit, and the customer gained 10.00 EUR a unit (worth less price). ' +
      'Making and moving it emitted 2.0 kg of CO2.',
  ]);
});

test('bids, a second round, goods that are fetched, and a broken promise', () => {
  assert.match(story(12), /rsp_1 refused\. It asked again, one minifactory 2 s later: rsp_1 quoted 44\.00 EUR\./);
  assert.match(story(12), /customer named a price three times, and the price came down from 44\.00 to 40\.00 EUR a unit\./);
  assert.match(story(12), /The customer had the goods on day 1\.10, over 58 km, 1\.4 h later than promised\./);
});

test('endings without a delivery', () => {
  assert.match(story(13), /named a price once, and the price stayed at 40\.00 EUR\. The customer turned the offer down/);
  assert.match(story(13), /turned the offer down: it cost 10\.00 EUR a unit more than it was worth\.$/);
  assert.match(story(14), /rsp_1 refused and .* did not answer in time\. Nobody could make an offer, and the request ended\.$/);
  assert.match(story(15), /No minifactory was asked for a quote\. The customer's patience ended before an offer came/);
  assert.match(story(16), /Then the order was cancelled before it was made/);
  assert.match(story(17), /The simulation ended before the order was with its customer/);
  assert.match(story(18), /The simulation ended before the request was settled\.$/);
  assert.match(story(19), /It ended so: failed\.$/);
});

test('no story and no event speaks of what does not exist', () => {
  for (const request of model.orders.request) assert.doesNotMatch(story(request), /null|undefined|NaN|Infinity/);
  for (const event of timeline.events) assert.doesNotMatch(eventWords(model, event), /null|undefined|NaN|Infinity/);
});

test('the moments of a story are those of the row', () => {
  const moments = storyOf(model, timeline, 0).flat().filter((part) => part.seconds !== undefined).map(({seconds}) => seconds);
  assert.deepEqual(moments, [1000, 1001, 1003, 90000, 1003.5, 1010, 5000, 9000, 12000, 20000]);
});

test('an event is told in one sentence', () => {
  const said = timeline.events.filter(({row}) => row === 0).map((event) => eventWords(model, event));
  assert.equal(said[0], 'A price-taker of takers asks for 2 × bracket (request 11).');
  assert.equal(said.at(-1), 'Order 11 is with takers.');
});

test('times and counts in words', () => {
  const lengths = [0.34, 7, 59, 600, 3600, 5400, 86400, 400000].map(duration);
  assert.deepEqual(lengths, ['0.3 s', '7 s', '59 s', '10 min', '1 h', '1.5 h', '1 d', '4.6 d']);
  assert.equal(day(864), 'day 0.01');
  assert.equal(momentText(replay, 864000), 'day 10.0, period 10 of 10');
  assert.deepEqual([0, 1, 12, 13].map(countWord), ['no', 'one', 'twelve', '13']);
  assert.equal(sampleText({shown: 9, of: 9, every: 1}), 'All 9 requests are shown.');
  assert.deepEqual([2, 3, 7, 11, 21, 53, 113].map((every) => sampleText({shown: 1, of: 9, every}).split(' ').at(-1)),
      ['2nd.', '3rd.', '7th.', '11th.', '21st.', '53rd.', '113th.']);
});
