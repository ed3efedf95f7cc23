// Where is the replay, and what moves it?
import {countUpTo} from './search.js';
import {wholeInAMinute} from './speeds.js';

/// The state of the replay and what changes it; `changed(what)` is called after each change, with "step" and the event after a step.
export function playerOf(replay, timeline, changed) {
  const state = {seconds: 0, speed: wholeInAMinute(replay.horizon_s), playing: false, chosen: {node: null, row: null}, event: -1};
  const within = (seconds) => Math.min(replay.horizon_s, Math.max(0, seconds));
  const move = (seconds, what = 'seek') => {
    state.seconds = within(seconds);
    if (what !== 'step') state.event = -1;
    changed(what);
  };
  const setPlaying = playSwitch(state, replay, move, changed);
  const player = {
    state, seek: (seconds) => move(seconds), toStart: () => move(0), toEnd: () => move(replay.horizon_s),
    play: () => setPlaying(true), pause: () => setPlaying(false), toggle: () => setPlaying(!state.playing),
    setSpeed: (speed) => { state.speed = speed; changed('speed'); },
    choose: ({node = null, row = null}) => { state.chosen = {node, row}; changed('choose'); },
    advance: (screenSeconds) => advance(player, replay, screenSeconds, move),
    step(kind, direction = 1) {
      player.pause();
      return kind === 'period' ? stepPeriod(state, replay, direction, move) : stepEvent(state, timeline, direction, move);
    },
  };
  return player;
}

/// Playing from the end begins anew.
const playSwitch = (state, {horizon_s}, move, changed) => (playing) => {
  if (state.playing === playing) return;
  if (playing && state.seconds >= horizon_s) move(0);
  state.playing = playing;
  changed(playing ? 'play' : 'pause');
};

function advance(player, replay, screenSeconds, move) {
  move(player.state.seconds + screenSeconds * player.state.speed, 'advance');
  if (player.state.seconds >= replay.horizon_s) player.pause();
}

/// To the start of the next or the present or last period.
function stepPeriod(state, {period_s, horizon_s}, direction, move) {
  const at = state.seconds / period_s;
  const to = direction > 0 ? Math.floor(at + 1e-9) + 1 : Math.ceil(at - 1e-9) - 1;
  move(Math.min(horizon_s, to * period_s));
  return null;
}

/// To the next or last event; events at the same time come one after the other.
function stepEvent(state, timeline, direction, move) {
  const present = state.event >= 0 ? state.event : countUpTo(timeline.times, state.seconds) - 1;
  const isOn = state.event >= 0 || timeline.times[present] === state.seconds;
  const to = direction > 0 ? present + 1 : present - (isOn ? 1 : 0);
  const event = timeline.events[to];
  if (!event) return null;
  state.event = to;
  move(event.time, 'step');
  return event;
}
