// With what does the reader drive the replay?
import {button, element} from '../view/dom.js';
import {icon} from './svg.js';
import {momentText} from './words.js';

const TICKS = 1000;
const ICONS = {
  play: 'M4 2.5v11l9-5.5z', pause: 'M4 3h3v10H4zM9 3h3v10H9z', start: 'M3 3h2v10H3zM13 3v10L6 8z', end: 'M11 3h2v10h-2zM3 3v10l7-5z',
  earlier: 'M10.5 3v10L4 8z', later: 'M5.5 3v10L12 8z', period_back: 'M8 3v10L2 8zM14 3v10L8 8z', period_on: 'M2 3v10l6-5zM8 3v10l6-5z',
  whole: 'M2 2h5v2H4v3H2zM9 2h5v5h-2V4H9zM2 9h2v3h3v2H2zM12 9h2v5H9v-2h3z',
};

/// The row of controls; `update(state)` shows where the replay is.
export function controlsOf(replay, speeds, player) {
  const play = button([icon(ICONS.play), 'Play'], player.toggle, {class: 'replay-play'});
  const time = timeSlider(replay, player);
  const speed = speedChoice(speeds, player);
  const view = element('div', {class: 'replay-controls'}, time.view, play, steps(player), speed.view, wholeScreen());
  return {view, update(state) {
    showPlaying(play, state.playing);
    time.update(state.seconds);
    speed.select.value = String(speeds.findIndex((choice) => choice.speed === state.speed));
  }};
}

function showPlaying(play, playing) {
  const label = playing ? 'Pause' : 'Play';
  if (play.textContent === label) return;
  play.replaceChildren(icon(ICONS[playing ? 'pause' : 'play']), label);
}

function timeSlider(replay, player) {
  const slider = element('input', {type: 'range', min: 0, max: TICKS, step: 1, value: 0, class: 'replay-time', 'aria-label': 'Time'});
  const text = element('output', {class: 'replay-moment-now', 'aria-hidden': 'true'});
  slider.addEventListener('input', () => player.seek(slider.value / TICKS * replay.horizon_s));
  return {view: element('div', {class: 'replay-scrub'}, slider, text), update(seconds) {
    const words = momentText(replay, seconds);
    const value = String(Math.round(seconds / replay.horizon_s * TICKS));
    if (slider.value !== value) slider.value = value;
    if (text.textContent === words) return;
    slider.setAttribute('aria-valuetext', words);
    text.textContent = words;
  }};
}

function steps(player) {
  const step = (name, label, action) => button(icon(ICONS[name]), action, {'aria-label': label, title: label, class: 'replay-step'});
  return element('div', {class: 'replay-steps', role: 'group', 'aria-label': 'Steps'},
      step('start', 'To the start', player.toStart), step('period_back', 'One period back', () => player.step('period', -1)),
      step('earlier', 'One event back', () => player.step('event', -1)), step('later', 'One event on', () => player.step('event', 1)),
      step('period_on', 'One period on', () => player.step('period', 1)), step('end', 'To the end', player.toEnd));
}

/// For a lecture hall: the replay alone on the screen. Left out where the browser cannot.
function wholeScreen() {
  if (!document.fullscreenEnabled) return null;
  return button(icon(ICONS.whole), (event) => {
    const leave = document.fullscreenElement !== null;
    return leave ? document.exitFullscreen() : event.target.closest('.replay').requestFullscreen();
  }, {class: 'replay-step', 'aria-label': 'Full screen', title: 'Full screen'});
}

function speedChoice(speeds, player) {
  const options = speeds.map(({text}, i) => element('option', {value: i}, text));
  const select = element('select', {on: {change: () => player.setSpeed(speeds[Number(select.value)].speed)}}, options);
  return {select, view: element('label', {class: 'replay-speed'}, 'Speed ', select)};
}

/// Keys that drive the replay while the focus is in it, but not in a field that needs them itself.
export function listenToKeys(root, player) {
  const actions = {
    ' ': player.toggle, ArrowRight: () => player.step('event', 1), ArrowLeft: () => player.step('event', -1),
    ArrowDown: () => player.step('period', 1), ArrowUp: () => player.step('period', -1), Home: player.toStart, End: player.toEnd,
  };
  root.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || !actions[event.key] || isTaken(event)) return;
    event.preventDefault();
    actions[event.key]();
  });
}

function isTaken({target, key}) {
  if (target.matches('input, select, textarea')) return target.type !== 'range' || key !== ' ';
  return key === ' ' && target.matches('button, summary, a');
}
