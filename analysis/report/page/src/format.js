// How is a number written?

const MINUS = '\u2212';
const GAP = '\u202f';
export const NOTHING = '\u2013';

const exists = (value) => typeof value === 'number' && Number.isFinite(value);

const magnitudeOf = (value) => Math.floor(Math.log10(Math.abs(value)));

/// Decimals that show `significant` digits of a value, and never round left of the decimal point; whole numbers have none.
export function decimalsFor(value, significant = 4) {
  if (!exists(value) || Number.isInteger(value)) return 0;
  return Math.min(12, Math.max(0, significant - 1 - magnitudeOf(value)));
}

/// Decimals that show two digits of the half-width of an interval, and of the value itself if there is no interval.
export function decimalsOfInterval({mean, low, high}) {
  const half = exists(low) && exists(high) ? (high - low) / 2 : 0;
  if (half <= 1e-9 * Math.abs(mean)) return decimalsFor(mean);
  return Math.min(12, Math.max(0, 1 - magnitudeOf(half)));
}

/// Decimals that suit a whole column: those that its largest value needs, none if all are whole.
export function decimalsOfColumn(values, significant = 4) {
  const numbers = values.filter(exists);
  if (numbers.every(Number.isInteger)) return 0;
  const largest = numbers.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return Math.min(12, Math.max(0, significant - 1 - magnitudeOf(largest)));
}

/// A number with thin gaps between thousands and a true minus sign; a dash for what does not exist.
export function number(value, decimals = decimalsFor(value)) {
  if (!exists(value)) return NOTHING;
  const [whole, fraction] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, GAP) : whole;
  const text = fraction ? `${grouped}.${fraction}` : grouped;
  return value < 0 && /[1-9]/.test(text) ? MINUS + text : text;
}

/// A number with its unit.
export const quantity = (value, unit, decimals) => withUnit(number(value, decimals), unit);

export const withUnit = (text, unit) => (unit ? `${text}\u00a0${unit}` : text);

/// "12.3 EUR (11.9 to 12.7)", or the number alone without an interval.
export function intervalInWords(interval, unit) {
  const decimals = decimalsOfInterval(interval);
  const mean = quantity(interval.mean, unit, decimals);
  return exists(interval.low) ? `${mean} (${number(interval.low, decimals)} to ${number(interval.high, decimals)})` : mean;
}

/// A share between 0 and 1 as a percentage.
export const percent = (share, decimals = 1) => (exists(share) ? `${number(100 * share, decimals)}\u00a0%` : NOTHING);

/// A probability: never more digits than one reads.
export const probability = (p) => (exists(p) ? (p < 0.0001 ? '<\u00a00.0001' : number(p, 4)) : NOTHING);

/// A number on an axis: short, with k for thousands and M for millions.
export function tick(value) {
  const size = Math.abs(value);
  if (size >= 1e6) return `${number(value / 1e6, decimalsOfTick(value / 1e6))}\u00a0M`;
  if (size >= 1e4) return `${number(value / 1e3, decimalsOfTick(value / 1e3))}\u00a0k`;
  return number(value, decimalsOfTick(value));
}

const decimalsOfTick = (value) => (Number(value.toPrecision(6)).toString().split('.')[1] ?? '').length;
