// When is what drawn?
import {pathsOfEvent} from './event_legs.js';

const CONTROLS_EVERY_MS = 66;
const DETAILS_EVERY_MS = 250;
const STILL_STEP_S = 1;
const ARROW_MS = 700;

/// Draws a frame after each change and, while the replay plays, in each frame of the screen. With reduced motion time goes on in
/// steps of a second of the screen, and ways are drawn whole instead of moving dots.
export function loopOf({scene, stage, parts, player}) {
  const loop = {asked: false, lastFrame: null, controlsAt: -Infinity, detailsAt: -Infinity, arrow: null, frames: 0};
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)');
  loop.redraw = () => {
    if (loop.asked) return;
    loop.asked = true;
    requestAnimationFrame((now) => frame(loop, {scene, stage, parts, player}, calm.matches, now));
  };
  loop.changed = (what) => {
    const {state} = player;
    if (what === 'speed') {
      scene.setSpeed(state.speed);
      parts.legend.update(scene);
    }
    if (what === 'step') loop.arrow = {since: performance.now(), legs: pathsOfEvent(scene, scene.timeline.events[state.event])};
    else if (what !== 'choose') loop.arrow = null;
    if (what === 'play') loop.lastFrame = null;
    if (what !== 'advance') loop.detailsAt = -Infinity;
    if (what !== 'advance') stage.stale();
    parts.announcer.changed(what, state);
    loop.redraw();
  };
  return loop;
}

function frame(loop, {scene, stage, parts, player}, calm, now) {
  loop.asked = false;
  if (player.state.playing) goOn(loop, player, calm, now);
  const {state} = player;
  loop.frames += 1;
  if (scene.layout) stage.draw({seconds: state.seconds, still: calm, chosen: state.chosen, step: arrowNow(loop, calm)});
  if (!state.playing || now - loop.controlsAt > CONTROLS_EVERY_MS) {
    parts.controls.update(state);
    parts.strip.update(state);
    loop.controlsAt = now;
  }
  if (now - loop.detailsAt > DETAILS_EVERY_MS) {
    parts.counters.update(state);
    parts.panel.update(state);
    loop.detailsAt = now;
  }
  if (state.playing || (loop.arrow && !calm && performance.now() - loop.arrow.since < ARROW_MS)) loop.redraw();
}

function goOn(loop, player, calm, now) {
  const passed = loop.lastFrame === null ? 0 : (now - loop.lastFrame) / 1000;
  if (calm && loop.lastFrame !== null && passed < STILL_STEP_S) return;
  loop.lastFrame = now;
  player.advance(calm ? passed : Math.min(passed, 0.25));
}

function arrowNow({arrow}, calm) {
  if (!arrow) return null;
  const share = calm ? 1 : Math.min(1, (performance.now() - arrow.since) / ARROW_MS);
  return {legs: arrow.legs, share};
}
