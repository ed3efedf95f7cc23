// How does the map get onto the screen?
import {drawArrow, drawChosenOrder, drawLegs, drawRing} from './dots.js';
import {drawGlyphs, drawMark, drawQueueNumbers} from './glyphs.js';
import {drawGround, drawLabels, labelOf, labelsOf} from './ground.js';
import {element} from '../view/dom.js';

const GROUND_EVERY_MS = 400;

/// The three canvases of the map: the ground, which changes seldom, what moves, and names. `draw(view)` shows {seconds, still, onPaper,
/// chosen, step}. On paper nothing is on its way; there what is cleared would be white, and nothing needs clearing.
export function stageOf(scene, name) {
  const ground = element('canvas', {class: 'replay-canvas', 'aria-hidden': 'true'});
  const front = element('canvas', {class: 'replay-canvas', role: 'img', 'aria-label': name});
  const names = element('canvas', {class: 'replay-canvas replay-names', 'aria-hidden': 'true'});
  const view = element('div', {class: 'replay-map', tabindex: -1}, ground, front, names);
  const stage = {view, front, hovered: null, dots: [], groundAt: -Infinity, labels: []};
  stage.fit = () => fit(stage, scene, ground, front, names);
  stage.stale = () => { stage.groundAt = -Infinity; };
  stage.draw = (shown) => draw(stage, scene, [ground, front, names].map((canvas) => canvas.getContext('2d')), shown);
  stage.find = (x, y) => find(stage, scene, x, y);
  return stage;
}

function fit(stage, scene, ...canvases) {
  const {clientWidth: width, clientHeight: height} = stage.view;
  if (width === 0) return false;
  const ratio = window.devicePixelRatio || 1;
  for (const canvas of canvases) {
    [canvas.width, canvas.height] = [Math.round(width * ratio), Math.round(height * ratio)];
    canvas.getContext('2d').setTransform(ratio, 0, 0, ratio, 0, 0);
  }
  scene.resize(width, height);
  stage.labels = labelsOf(canvases[0].getContext('2d'), scene);
  stage.stale();
  return true;
}

function draw(stage, scene, [ground, front, names], shown) {
  const now = performance.now();
  if (stage.groundAt === -Infinity) drawNames(names, stage, scene, shown);
  if (now - stage.groundAt > GROUND_EVERY_MS) {
    drawGround(ground, scene, shown.seconds, shown.chosen.node);
    stage.groundAt = now;
  }
  if (!shown.onPaper) front.clearRect(0, 0, scene.width, scene.height);
  if (shown.chosen.row !== null) drawChosenOrder(front, scene, shown.chosen.row, shown.seconds);
  drawGlyphs(front, scene, shown.seconds);
  stage.dots = shown.onPaper ? [] : drawLegs(front, scene, shown.seconds, shown.still);
  for (const leg of shown.step?.legs ?? []) drawArrow(front, scene, scene.wayOf(scene.legs[leg]), shown.step.share);
  drawQueueNumbers(front, scene, shown.seconds);
  drawMarks(front, stage, scene, shown);
}

function drawNames(names, stage, scene, {onPaper}) {
  if (!onPaper) names.clearRect(0, 0, scene.width, scene.height);
  drawLabels(names, stage.labels, scene);
}

function drawMarks(front, stage, scene, {chosen, seconds}) {
  if (chosen.node !== null) drawMark(front, scene, chosen.node, 3);
  if (chosen.row !== null) markOrder(front, stage, scene, chosen.row, seconds);
  if (stage.hovered?.row >= 0) drawRing(front, scene, stage.hovered);
  const named = [stage.hovered?.node, chosen.node].filter((node) => node !== undefined && node !== null);
  for (const node of new Set(named)) nameAgain(front, stage, scene, node);
}

/// A label that found no place of its own is written over the map while its node is chosen or pointed at.
function nameAgain(front, stage, scene, node) {
  drawMark(front, scene, node, 1.5);
  if (stage.labels.some((label) => label.node === node) || !Number.isFinite(scene.layout.x[node])) return;
  front.font = '600 12px system-ui, -apple-system, "Segoe UI", Roboto, sans-serif';
  const label = labelOf(front, scene.model, scene.layout, node);
  const left = Math.min(scene.width - label.width - 4, Math.max(4, label.x - label.width / 2));
  drawLabels(front, [{...label, left, top: Math.max(2, label.y - label.size - 24)}], scene);
}

const AT_MAKER = new Set(['waiting', 'in_production']);

function markOrder(front, stage, scene, row, seconds) {
  const dots = stage.dots.filter((dot) => dot.row === row);
  dots.forEach((dot) => drawRing(front, scene, dot));
  if (dots.length > 0) return;
  const state = scene.timeline.stateAt(row, seconds);
  const {segment, minifactory} = scene.model.orders;
  if (AT_MAKER.has(state) || state === 'made') drawMark(front, scene, minifactory[row], 3);
  else if (state === 'delivered') drawMark(front, scene, segment[row], 3);
}

const REACH = 14;

/// What is at a point of the map: {node}, {row, x, y} of a dot, or null.
function find(stage, scene, x, y) {
  const {layout, model} = scene;
  let [best, least] = [null, REACH];
  model.nodes.forEach(({kind}, node) => {
    const away = Math.hypot(layout.x[node] - x, layout.y[node] - y) - layout.size[node] * 0.8;
    if (kind !== 'place' && away < least) [best, least] = [{node}, away];
  });
  for (const dot of stage.dots) {
    const away = Math.hypot(dot.x - x, dot.y - y);
    if (dot.row >= 0 && away < Math.min(9, Math.max(least, 1))) [best, least] = [{row: dot.row, x: dot.x, y: dot.y}, away];
  }
  return best;
}
