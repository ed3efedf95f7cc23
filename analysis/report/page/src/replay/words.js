// How are times and prices written in the replay?
import {number} from '../format.js';

const DAY_S = 86400;
/// A count in a sentence: "no", "one" to "twelve", or digits.
export const countWord = (count) =>
  ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'][count] ?? number(count, 0);

/// "one minifactory", "three minifactories".
export const counted = (count, one, many) => `${countWord(count)} ${count === 1 ? one : many}`;

/// Once, twice, three times.
export const times = (count) => (count === 1 ? 'once' : count === 2 ? 'twice' : `${countWord(count)} times`);

/// "41.20 EUR".
export const money = (value, currency) => `${number(value, 2)} ${currency}`;

/// A moment of simulated time: "day 3.42".
export const day = (seconds) => `day ${number(seconds / DAY_S, 2)}`;

/// A length of simulated time in the unit that fits: "0.3 s", "12 min", "3.2 h", "4.5 d".
export function duration(seconds) {
  if (seconds < 60) return `${short(seconds)} s`;
  if (seconds < 3600) return `${number(seconds / 60, 0)} min`;
  if (seconds < DAY_S) return `${short(seconds / 3600)} h`;
  return `${short(seconds / DAY_S)} d`;
}

/// One decimal, where it says something.
function short(value) {
  const rounded = Math.round(value * 10) / 10;
  return number(rounded, Number.isInteger(rounded) || rounded >= 100 ? 0 : 1);
}

/// The number of the period that a moment is in, from 1.
export const periodAt = (replay, seconds) => Math.min(replay.periods, Math.floor(seconds / replay.period_s) + 1);

/// "day 12.4, period 1 of 12": what a reader of the time slider hears.
export const momentText = (replay, seconds) =>
  `day ${number(seconds / DAY_S, 1)}, period ${periodAt(replay, seconds)} of ${replay.periods}`;

const TYPE_NAMES = {price_taker: 'price-taker', negotiator: 'negotiator', bargainer: 'bargainer'};

/// A customer type in words.
export const typeName = (type) => TYPE_NAMES[type] ?? String(type);

/// "shown 3,000 of 20,000 requests: every 7th".
export function sampleText({shown, of, every}) {
  if (shown === of) return `All ${number(of, 0)} requests are shown.`;
  return `Shown: ${number(shown, 0)} of ${number(of, 0)} requests, every ${ordinal(every)}.`;
}

function ordinal(count) {
  const tens = count % 100;
  if (tens > 10 && tens < 14) return `${number(count, 0)}th`;
  return `${number(count, 0)}${['th', 'st', 'nd', 'rd'][count % 10] ?? 'th'}`;
}
