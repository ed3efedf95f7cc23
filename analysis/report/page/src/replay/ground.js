// What does the map look like below everything that moves?
import {flowAt} from './flows.js';
import {drawResting} from './glyphs.js';
import {boxOf, placeLabels} from './labels.js';
import {scaleOf} from './projection.js';
import {traceWay} from './ways.js';

const FONT = '12px system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';
const LONGEST_NAME = 26;

/// Draws land, roads, and what has been delivered so far, that of the chosen node in colour.
export function drawGround(context, scene, seconds, chosen) {
  const {width, height, colours, projection} = scene;
  context.clearRect(0, 0, width, height);
  context.lineJoin = 'round';
  if (projection) drawLand(context, scene);
  drawRoads(context, scene);
  drawFlows(context, scene, seconds, chosen);
  drawPlaces(context, scene);
  drawResting(context, scene);
  if (projection) drawScale(context, scaleOf(projection, width, height), height, colours);
  else writeText(context, 'a schematic, not a map', 14, height - 24, colours.muted, colours.paper);
}

function drawLand(context, {width, height, colours, projection, model}) {
  context.fillStyle = colours.water;
  context.fillRect(0, 0, width, height);
  context.beginPath();
  for (const {rings} of model.replay.outlines) for (const ring of rings) traceRing(context, ring, projection);
  context.fillStyle = colours.land;
  context.fill('evenodd');
  context.strokeStyle = colours.border;
  context.lineWidth = 1;
  context.stroke();
}

/// Mercator has no poles.
const withinMap = (latitude) => Math.min(85, Math.max(-85, latitude));

function traceRing(context, ring, projection) {
  for (let i = 0; i < ring.length; i += 2) {
    const [x, y] = projection([ring[i], withinMap(ring[i + 1])]);
    if (i === 0) context.moveTo(x, y);
    else context.lineTo(x, y);
  }
  context.closePath();
}

function drawRoads(context, {model, layout, colours}) {
  context.beginPath();
  for (const [from, to] of model.replay.roads) {
    if (!Number.isFinite(layout.x[from]) || !Number.isFinite(layout.x[to])) continue;
    context.moveTo(layout.x[from], layout.y[from]);
    context.lineTo(layout.x[to], layout.y[to]);
  }
  context.strokeStyle = colours.road;
  context.lineWidth = 3;
  context.stroke();
}

function drawFlows(context, {flows, wayOf, colours}, seconds, chosen) {
  context.lineCap = 'round';
  for (const link of flows.links) {
    const share = flowAt(link, seconds) / flows.largest;
    if (share === 0) continue;
    const isChosen = link.from === chosen || link.to === chosen;
    context.strokeStyle = isChosen ? colours.blue : colours.ink;
    context.globalAlpha = (0.08 + 0.14 * share) * (isChosen ? 2 : 1);
    context.lineWidth = 0.8 + 7 * Math.sqrt(share);
    context.beginPath();
    traceWay(context, wayOf({kind: 'delivery', path: [link.from, link.to]}));
    context.stroke();
  }
  context.globalAlpha = 1;
}

function drawPlaces(context, {model, layout, colours}) {
  context.fillStyle = colours.muted;
  model.nodes.forEach(({kind}, i) => {
    if (kind !== 'place' || !Number.isFinite(layout.x[i])) return;
    context.beginPath();
    context.arc(layout.x[i], layout.y[i], 2, 0, 2 * Math.PI);
    context.fill();
  });
}

function drawScale(context, {km, pixels}, height, {ink, paper}) {
  const [left, base] = [14, height - 14];
  context.strokeStyle = ink;
  context.lineWidth = 1.5;
  context.beginPath();
  context.moveTo(left, base - 5);
  context.lineTo(left, base);
  context.lineTo(left + pixels, base);
  context.lineTo(left + pixels, base - 5);
  context.stroke();
  writeText(context, `${km} km`, left + pixels + 7, base - 10, ink, paper);
}

function writeText(context, text, left, top, colour, halo) {
  context.font = FONT;
  context.textBaseline = 'top';
  context.textAlign = 'left';
  context.lineWidth = 3;
  context.strokeStyle = halo;
  context.strokeText(text, left, top);
  context.fillStyle = colour;
  context.fillText(text, left, top);
}

/// The labels that fit: of operator, customers, minifactories and places, in this order of importance.
export function labelsOf(context, {model, layout, width, height}) {
  context.font = FONT;
  const importance = ['operator', 'segment', 'minifactory', 'place'];
  const factories = model.of('minifactory').length;
  const wanted = importance.flatMap((kind) => (kind === 'minifactory' && factories > 150 ? [] : model.of(kind)));
  const isFree = (kind) => kind === 'place' || (kind === 'minifactory' && factories > 60);
  const boxes = model.nodes.flatMap(({kind}, i) => (isFree(kind) ? [] : [nodeAt(layout, i)]));
  const labels = wanted.filter((node) => Number.isFinite(layout.x[node])).map((node) => labelOf(context, model, layout, node));
  const scaleBox = {left: 0, top: height - 34, right: 190, bottom: height};
  return placeLabels(labels, {width, height, taken: [...boxes.map(boxOf), scaleBox]});
}

const nodeAt = ({x, y, size}, node) => ({x: x[node], y: y[node], size: size[node]});

/// A label of one node, with its width.
export function labelOf(context, model, layout, node) {
  const name = model.nameOf(node);
  const text = name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name;
  return {node, text, ...nodeAt(layout, node), width: context.measureText(text).width, height: 15};
}

/// Writes labels, those of places fainter.
export function drawLabels(context, labels, {model, colours}) {
  for (const {node, text, left, top} of labels)
    writeText(context, text, left, top, model.nodes[node].kind === 'place' ? colours.muted : colours.ink, colours.paper);
}
