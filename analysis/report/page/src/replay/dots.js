// How do messages and goods look on their way?
import {FINE} from './legs.js';
import {showsMessages} from './speeds.js';
import {colourOf} from './sprites.js';
import {pointAt, traceWay} from './ways.js';

const TAIL = 0.16;
const MOST_TAILS = 600;

/// Draws the legs that are on the screen at a moment; returns where the dots of orders are: list of {row, x, y}.
export function drawLegs(context, scene, seconds, still) {
  const active = scene.schedule.at(seconds);
  const light = showsMessages(scene.speed) ? [] : active.filter((leg) => FINE.has(scene.legs[leg].kind) && leg % scene.lightsEvery === 0);
  const moving = showsMessages(scene.speed) ? active : active.filter((leg) => !FINE.has(scene.legs[leg].kind));
  drawLights(context, scene, light, seconds);
  const dots = moving.map((leg) => dotOf(scene, leg, seconds));
  const groups = groupsOf(scene, dots);
  if (still || dots.length <= MOST_TAILS) drawTails(context, scene, groups, still);
  for (const group of groups.values()) drawGroup(context, scene, group);
  return dots;
}

const shareOf = ({schedule}, leg, seconds) =>
  (seconds - schedule.shown_from[leg]) / (schedule.shown_to[leg] - schedule.shown_from[leg]);

function dotOf(scene, leg, seconds) {
  const way = scene.wayOf(scene.legs[leg]);
  const dot = {leg, row: scene.legs[leg].row, way, share: shareOf(scene, leg, seconds), x: 0, y: 0};
  pointAt(way, dot.share, dot);
  return dot;
}

function groupsOf({legs, typeOfLeg}, dots) {
  const groups = new Map();
  for (const dot of dots) {
    const [kind, type] = [legs[dot.leg].kind, typeOfLeg[dot.leg]];
    const key = `${kind} ${type}`;
    if (!groups.has(key)) groups.set(key, {kind, type, dots: []});
    groups.get(key).dots.push(dot);
  }
  return groups;
}

/// Links with calls and quotes that happened just now light up and fade.
function drawLights(context, {legs, schedule, wayOf, colours}, light, seconds) {
  const before = context.globalAlpha;
  context.strokeStyle = colours.purple;
  context.lineWidth = 1.6;
  for (const age of [0, 1, 2, 3]) {
    context.globalAlpha = 0.36 - 0.09 * age;
    context.beginPath();
    for (const leg of light)
      if (Math.floor(4 * shareOf({schedule}, leg, seconds)) === age) traceWay(context, wayOf(legs[leg]));
    context.stroke();
  }
  context.globalAlpha = before;
}

/// The last stretch of the way; all of the way when nothing may move.
function drawTails(context, scene, groups, still) {
  const tail = {x: 0, y: 0};
  context.lineWidth = still ? 1.6 : 2;
  context.lineCap = 'round';
  for (const group of groups.values()) {
    context.beginPath();
    for (const {way, share, x, y} of group.dots) {
      if (still) traceWay(context, way);
      else tailOf(context, way, share, x, y, tail);
    }
    context.globalAlpha = 0.4;
    context.strokeStyle = colourOf(scene.colours, group.kind, group.type);
    context.stroke();
  }
  context.globalAlpha = 1;
}

function tailOf(context, way, share, x, y, tail) {
  pointAt(way, share - Math.min(TAIL, 36 / way.length), tail);
  context.moveTo(tail.x, tail.y);
  context.lineTo(x, y);
}

function drawGroup(context, {spriteFor}, {kind, type, dots}) {
  const {image, half} = spriteFor(kind, type);
  for (const {x, y} of dots) context.drawImage(image, x - half, y - half, 2 * half, 2 * half);
}

/// The ways that the chosen order has gone so far, and where it is now.
export function drawChosenOrder(context, scene, row, seconds) {
  context.beginPath();
  for (const leg of scene.legsOfRow(row)) if (scene.schedule.shown_from[leg] <= seconds) traceWay(context, scene.wayOf(scene.legs[leg]));
  context.lineWidth = 2;
  context.setLineDash([6, 4]);
  context.strokeStyle = scene.colours.blue;
  context.stroke();
  context.setLineDash([]);
}

/// A ring around a dot.
export function drawRing(context, {colours}, {x, y}) {
  context.beginPath();
  context.arc(x, y, 10, 0, 2 * Math.PI);
  context.lineWidth = 2.5;
  context.strokeStyle = colours.blue;
  context.stroke();
}

/// An arrow over a way: what has just happened, when the replay goes step by step.
export function drawArrow(context, {colours}, way, share) {
  const [end, back] = [{x: 0, y: 0}, {x: 0, y: 0}];
  pointAt(way, share, end);
  pointAt(way, share - Math.min(0.5, 12 / way.length), back);
  context.beginPath();
  traceWay(context, way);
  context.lineWidth = 2.5;
  context.strokeStyle = colours.blue;
  context.globalAlpha = 0.7;
  context.stroke();
  context.globalAlpha = 1;
  const angle = Math.atan2(end.y - back.y, end.x - back.x);
  context.beginPath();
  for (const turn of [0, 2.5, -2.5]) context.lineTo(end.x + 9 * Math.cos(angle + turn), end.y + 9 * Math.sin(angle + turn));
  context.closePath();
  context.fillStyle = colours.blue;
  context.fill();
}
