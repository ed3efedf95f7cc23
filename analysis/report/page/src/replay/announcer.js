// What is said of a change to those who do not see it, and to those who step?
import {element} from '../view/dom.js';
import {eventWords} from './event_words.js';
import {day, momentText} from './words.js';

const QUIET_MS = 700;

/// A line under the map, read out politely: what has just happened after a step, how things stand when the replay is paused or moved. It
/// is silent while the replay plays.
export function announcerOf({model, timeline}) {
  const view = element('p', {class: 'replay-said', role: 'status'});
  let waiting = 0;
  const say = (text) => { if (view.textContent !== text) view.textContent = text; };
  return {view, changed(what, state) {
    clearTimeout(waiting);
    if (what === 'step') say(stepWords(model, timeline.events[state.event]));
    else if (what === 'play') say('');
    else if (what === 'pause' || what === 'seek') waiting = setTimeout(() => say(standWords(model, timeline, state.seconds)), QUIET_MS);
  }};
}

function stepWords(model, event) {
  const words = `${day(event.time)}: ${eventWords(model, event)}`;
  return words[0].toUpperCase() + words.slice(1);
}

function standWords({replay}, timeline, seconds) {
  const moment = momentText(replay, seconds);
  const [waiting, making, made] = ['waiting', 'in_production', 'made'].map((state) => timeline.countAt(state, seconds));
  return `${moment[0].toUpperCase()}${moment.slice(1)}: of the requests shown, ${waiting} waiting, ${making} in production, ` +
    `${made} made and on the way, ${timeline.countAt('delivered', seconds)} delivered.`;
}
