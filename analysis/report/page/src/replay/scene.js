// What does the map draw from: where everything stands, what is on its way, in which colours?
import {coloursOf} from './colours.js';
import {flowsOf} from './flows.js';
import {layoutOf} from './layout.js';
import {FINE, legsOf} from './legs.js';
import {projectionOf} from './projection.js';
import {routesOf} from './routes.js';
import {scheduleOf} from './schedule.js';
import {spritesOf} from './sprites.js';
import {EYE_S} from './speeds.js';
import {waysOf} from './ways.js';

/// The scene of a replay; `resize`, `recolour` and `setSpeed` change what depends on them.
export function sceneOf(model, timeline, factories) {
  const legs = legsOf(model, timeline);
  const scene = {
    model, timeline, factories, legs, flows: flowsOf(model), firstLeg: firstLegs(legs, model.count),
    typeOfLeg: legs.map(({row}) => (row < 0 ? '' : model.typeOf(row))),
    legsOfRow: (row) => rangeOf(scene.firstLeg[row], scene.firstLeg[row + 1]),
    recolour: () => recolour(scene),
    resize: (width, height) => resize(scene, width, height),
    setSpeed: (speed) => Object.assign(scene, {
      speed, schedule: scheduleOf(legs, speed), lightsEvery: lightsEvery(legs, model.replay, speed),
    }),
  };
  recolour(scene);
  return scene;
}

function recolour(scene) {
  scene.colours = coloursOf();
  scene.spriteFor = spritesOf(scene.colours);
}

const MOST_LIGHTS = 120;

/// So many links may light up at a time that they would be a fog: then only every n-th call or quote does.
function lightsEvery(legs, {horizon_s}, speed) {
  const fine = legs.filter(({kind}) => FINE.has(kind)).length;
  return Math.max(1, Math.ceil(fine * speed * EYE_S / 2 / horizon_s / MOST_LIGHTS));
}

function resize(scene, width, height) {
  const {nodes, replay} = scene.model;
  const projection = projectionOf(replay, width, height);
  const project = projection && ((node) => projection([node.x, node.y]));
  const layout = layoutOf({nodes, project, width, height});
  Object.assign(scene, {width, height, projection, layout, wayOf: waysOf(layout, routesOf(replay))});
}

function firstLegs(legs, count) {
  const first = new Int32Array(count + 1);
  for (const {row} of legs) if (row >= 0) first[row + 1] += 1;
  for (let row = 0; row < count; row += 1) first[row + 1] += first[row];
  return first;
}

const rangeOf = (from, to) => Array.from({length: to - from}, (_, i) => from + i);
