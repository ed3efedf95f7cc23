// What do operator, customers and minifactories look like at a moment?
import {EYE_S} from './speeds.js';
import {factoryShape, operatorShape, typeShape} from './shapes.js';

const SMALL = 6.5;

/// Draws all nodes but the places, and small minifactories only where they work or have a queue. A minifactory fills from below with the
/// work done on what it makes, and wears the number that waits.
export function drawGlyphs(context, scene, seconds) {
  const {model} = scene;
  const factories = model.of('minifactory');
  const loads = factories.map((node) => ({node, ...scene.factories.loadAt(node, seconds)}));
  if (areSmall(scene)) drawSmallFactories(context, scene, loads);
  else loads.forEach((load) => drawFactory(context, scene, load, seconds));
  for (const type of new Set(model.replay.market.types)) drawSegments(context, scene, type);
  drawOperator(context, scene);
}

const areSmall = ({model, layout}) => model.of('minifactory').some((node) => layout.size[node] < SMALL);

/// Small minifactories as they look at rest.
export function drawResting(context, scene) {
  if (!areSmall(scene)) return;
  const {colours, model} = scene;
  squares(context, scene, model.of('minifactory'), colours.muted, colours.paper);
}

/// The numbers of waiting orders, where minifactories are large enough to wear them.
export function drawQueueNumbers(context, scene, seconds) {
  if (areSmall(scene)) return;
  for (const node of scene.model.of('minifactory')) {
    const {waiting} = scene.factories.loadAt(node, seconds);
    if (waiting > 0) drawWaiting(context, scene, node, waiting);
  }
}

function drawOperator(context, {model, layout, colours}) {
  if (model.operator < 0) return;
  const [x, y, size] = [layout.x[model.operator], layout.y[model.operator], layout.size[model.operator]];
  context.beginPath();
  operatorShape(context, x, y, size);
  paint(context, colours.ink, colours.paper, 2);
  context.beginPath();
  operatorShape(context, x, y, size * 0.45);
  paint(context, colours.paper, colours.paper, 0.5);
}

function drawSegments(context, {model, layout, colours}, type) {
  context.beginPath();
  for (const node of model.of('segment'))
    if (model.nodes[node].type === type) typeShape(context, type, layout.x[node], layout.y[node], layout.size[node]);
  paint(context, colours.types[type], colours.paper, 2);
}

function paint(context, fill, stroke, width) {
  context.lineJoin = 'round';
  context.lineWidth = width * 2;
  context.strokeStyle = stroke;
  context.stroke();
  context.fillStyle = fill;
  context.fill();
}

function drawFactory(context, {layout, colours, factories, speed}, {node, making}, seconds) {
  const [x, y, size] = [layout.x[node], layout.y[node], layout.size[node]];
  const full = factories.fillAt(node, seconds, speed * EYE_S) ?? (making > 0 ? 0.5 : null);
  context.beginPath();
  factoryShape(context, x, y, size);
  paint(context, colours.paper, colours.paper, 2.5);
  if (full !== null) fillFrom(context, x, y, size, full, colours.making);
  context.beginPath();
  factoryShape(context, x, y, size);
  context.lineWidth = 1.8;
  context.strokeStyle = colours.ink;
  context.stroke();
}

function fillFrom(context, x, y, size, full, colour) {
  context.save();
  context.beginPath();
  factoryShape(context, x, y, size);
  context.clip();
  context.fillStyle = colour;
  context.globalAlpha = 0.25;
  context.fillRect(x - size, y - size, 2 * size, 2 * size);
  context.globalAlpha = 1;
  context.fillRect(x - size, y + size - 1.9 * size * full, 2 * size, 2 * size);
  context.restore();
}

function drawWaiting(context, {layout, colours}, node, waiting) {
  const [x, y] = [layout.x[node] + layout.size[node] * 0.95, layout.y[node] - layout.size[node]];
  context.font = '600 11px system-ui, -apple-system, "Segoe UI", Roboto, sans-serif';
  const text = String(waiting);
  const half = Math.max(8, context.measureText(text).width / 2 + 4.5);
  context.beginPath();
  context.roundRect(x - half, y - 8, 2 * half, 16, 8);
  paint(context, colours.waiting, colours.paper, 1.5);
  context.fillStyle = colours.onWaiting;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(text, x, y + 0.5);
}

/// Many minifactories are squares: filled while they make something; a ring around one has the area of its queue.
function drawSmallFactories(context, scene, loads) {
  const {colours} = scene;
  drawQueues(context, scene, loads);
  squares(context, scene, loads.filter(({making}) => making > 0).map(({node}) => node), colours.making, colours.making);
}

function squares(context, {layout}, nodes, edge, fill) {
  context.fillStyle = edge;
  for (const node of nodes) square(context, layout, node, layout.size[node] + 0.5);
  context.fillStyle = fill;
  for (const node of nodes) square(context, layout, node, layout.size[node] - 0.5);
}

const square = (context, {x, y}, node, half) => context.fillRect(x[node] - half, y[node] - half, 2 * half, 2 * half);

function drawQueues(context, {layout, colours}, loads) {
  context.beginPath();
  for (const {node, waiting} of loads) {
    if (waiting === 0) continue;
    const radius = layout.size[node] + 1.5 * Math.sqrt(waiting) + 1;
    context.moveTo(layout.x[node] + radius, layout.y[node]);
    context.arc(layout.x[node], layout.y[node], radius, 0, 2 * Math.PI);
  }
  context.fillStyle = colours.waiting;
  context.globalAlpha = 0.3;
  context.fill();
  context.globalAlpha = 1;
}

/// A ring around the node that the reader has chosen, or points at.
export function drawMark(context, {layout, colours}, node, width) {
  if (!Number.isFinite(layout.x[node])) return;
  context.beginPath();
  context.arc(layout.x[node], layout.y[node], layout.size[node] * 1.45 + 5, 0, 2 * Math.PI);
  context.lineWidth = width;
  context.strokeStyle = colours.blue;
  context.stroke();
}
