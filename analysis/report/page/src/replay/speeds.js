// How fast can the replay run, and how long is a moment on the screen?
import {duration} from './words.js';

/// A dot is on the screen for at least this long, in seconds of the person who looks.
export const EYE_S = 0.4;

/// Up to this speed (simulated seconds per second) each message is a dot; faster, calls and quotes only let their links light up.
export const MESSAGES_UP_TO = 1200;

const STEPS = [1, 10, 60, 300, 1200, 3600, 3 * 3600, 6 * 3600, 12 * 3600, ...[1, 2, 4, 7, 14, 28, 56, 112, 365].map((d) => d * 86400)];

/// The speeds to choose from: list of {speed, text}, from slow to fast, with the one that shows everything in a minute.
export function speedsOf(horizon_s) {
  const whole = wholeInAMinute(horizon_s);
  const others = STEPS.filter((speed) => horizon_s / speed >= 10 && Math.abs(speed / whole - 1) > 0.15);
  return [...others, whole].sort((a, b) => a - b).map((speed) => ({speed, text: textOf(speed, whole)}));
}

/// Simulated seconds per second with which the whole replay takes 60 seconds.
export const wholeInAMinute = (horizon_s) => horizon_s / 60;

const textOf = (speed, whole) => (speed === whole ? `all in 60 s (${duration(speed)}/s)` : `${duration(speed)}/s`);

/// Whether messages are dots of their own at this speed.
export const showsMessages = (speed) => speed <= MESSAGES_UP_TO;
