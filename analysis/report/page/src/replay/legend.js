// What does what on the map mean?
import {customers} from '../words.js';
import {element} from '../view/dom.js';
import {EYE_S, MESSAGES_UP_TO, showsMessages} from './speeds.js';
import {shapeIcon} from './svg.js';
import {duration} from './words.js';

/// The key to the map, and how the replay treats time; `update(scene)` tells what holds at the chosen speed.
export function legendOf(replay) {
  const speed = element('p', {});
  const key = element('ul', {class: 'replay-key'}, keyOf(replay).map(([kind, text]) => element('li', {}, shapeIcon(kind), ` ${text}`)));
  const more = element('details', {class: 'replay-more'}, element('summary', {}, 'What the replay shows, and how'), rules(replay), speed);
  return {view: element('div', {class: 'replay-legend'}, key, more), update: (scene) => { speed.textContent = speedWords(scene); }};
}

function keyOf({market, nodes_of}) {
  const few = nodes_of.minifactories <= 60;
  const load = few ? 'fills while it works; the number is its queue' : 'filled while it works; the grey disc grows with its queue';
  return [['operator', 'operator'], ['minifactory', `minifactory: ${load}`], ...market.types.map((type) => [type, customers(type)]),
    ['request', 'request'], ['order', 'accepted order'], ['goods', 'goods on their way']];
}

function rules(replay) {
  const sentences = [
    'A small hollow shape is a request, a small filled one an accepted order with its product data, a large one goods on their way; ' +
      'colour and shape tell the type of the customer. A large hollow shape is a customer who comes for the goods.',
    'Faint grey lines: what has been delivered so far; the thicker, the more. Where minifactories and customers would cover each ' +
      'other, they are moved apart a little.',
    'Messages take fractions of a second, goods hours and days. So a dot starts when it started in the simulation and lasts as long, ' +
      `but at least ${EYE_S} s on the screen, and no dot leaves before the one that caused it has arrived. Numbers, lists and ` +
      'stories are exact at the moment shown; dots may be late, never early.',
    `Up to ${duration(MESSAGES_UP_TO)} per second every message is a dot: calls for quotes (tiny, grey), quotes, offers, bids. ` +
      'Faster, calls and quotes only make their links light up.',
    `A minifactory fills with the work done on its orders. When production is shorter than ${EYE_S} s on the screen, it fills ` +
      `instead to the share of the last ${EYE_S} s in which it worked.`,
    'When a call reached a minifactory is not recorded; it is shown half-way between call and answer. Requests that ended without ' +
      'a delivery end at the last time recorded of them.',
  ];
  const load = `Queues are those of all ${replay.of} requests, counted about 300 times in the run, for the busiest minifactories; ` +
    'all else is of the requests shown.';
  return [...sentences, ...(replay.every === 1 ? [] : [load])].map((sentence) => element('p', {}, sentence));
}

function speedWords({speed, schedule, lightsEvery}) {
  const some = lightsEvery === 1 ? 'calls and quotes light up their links' : `one in ${lightsEvery} calls and quotes lights up its link`;
  const messages = showsMessages(speed) ? 'every message is a dot' : some;
  return `At the chosen speed ${messages}, and a dot arrives at most ${duration(schedule.late_s)} of simulated time late.`;
}
