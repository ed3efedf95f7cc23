// Shows one replication as it happened.
import {element} from '../view/dom.js';
import {announcerOf} from './announcer.js';
import {controlsOf, listenToKeys} from './controls.js';
import {countersOf} from './counters.js';
import {factoriesOf} from './factories.js';
import {legendOf} from './legend.js';
import {loopOf} from './loop.js';
import {modelOf} from './model.js';
import {panelOf} from './panel.js';
import {playerOf} from './player.js';
import {pointAtMap} from './pointing.js';
import {sceneOf} from './scene.js';
import {speedsOf} from './speeds.js';
import {stageOf} from './stage.js';
import {stripOf} from './strip.js';
import {timelineOf} from './timeline.js';
import {listenToWindow} from './window.js';

/// Puts the replay into an element; returns what drives it: seek(seconds), play(), pause(), step("event" or "period", 1 or -1), setSpeed,
/// choose({node} or {row}), at() in seconds, statesAt(seconds): the state of every shown request by its number.
export function mountReplay(place, replay, {currency, title}) {
  const model = modelOf(replay, currency);
  const timeline = timelineOf(model);
  const factories = factoriesOf(model, timeline);
  const scene = sceneOf(model, timeline, factories);
  const speeds = speedsOf(replay.horizon_s);
  const player = playerOf(replay, timeline, (what) => loop.changed(what));
  const tools = {model, timeline, factories, player, choose: player.choose};
  const stage = stageOf(scene, mapName(model, title));
  const parts = {
    controls: controlsOf(replay, speeds, player), counters: countersOf(replay, timeline), strip: stripOf(replay, currency),
    panel: panelOf(tools), legend: legendOf(replay), announcer: announcerOf(tools),
  };
  const loop = loopOf({scene, stage, parts, player});
  place.append(...arranged(place, stage, parts));
  listenToKeys(place, player);
  pointAtMap(stage, player, loop.redraw);
  listenToWindow(place, {scene, stage, parts, player, loop});
  loop.changed('speed');
  return controllerOf(player, model, timeline, {scene, stage, loop});
}

const mapName = (model, title) => `Map of ${title}: the operator, ${model.of('minifactory').length} minifactories and ` +
  `${model.of('segment').length} groups of customers, with orders on their way. All of it can be read in the details and the tables.`;

const STILL = 'The network at the end of the run. The thicker a grey line, the more was delivered along it.';

function arranged(place, stage, parts) {
  place.classList.add('replay');
  const still = element('p', {class: 'replay-still'}, STILL);
  const left = element('div', {class: 'replay-main'}, stage.view, still, parts.controls.view, parts.announcer.view, parts.counters.view);
  return [element('div', {class: 'replay-columns'}, left, parts.panel.view), parts.strip.view, parts.legend.view];
}

function controllerOf(player, model, timeline, inside) {
  const {seek, play, pause, step, setSpeed, choose, state} = player;
  return {
    seek, play, pause, step, setSpeed, choose, inside,
    at: () => state.seconds,
    statesAt: (seconds) => Object.fromEntries(model.orders.request.map((request, row) => [request, timeline.stateAt(row, seconds)])),
  };
}
