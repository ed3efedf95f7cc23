// What are the mean and its confidence interval?
//
// The quantile of Student's distribution is found by integrating the density, another way than the program's and Boost's.

/// Integral of (1 + x^2 / n)^(-(n + 1) / 2) from 0 to t, by Simpson's rule in x = sqrt(n) tan(u): the integrand is cos(u)^(n - 1).
function integral(t, n) {
  const end = Math.atan(t / Math.sqrt(n)), steps = 2000, h = end / steps;
  const at = (i) => Math.cos(i * h) ** (n - 1);
  let all = at(0) + at(steps);
  for (let i = 1; i < steps; i += 1) all += (i % 2 ? 4 : 2) * at(i);
  return (Math.sqrt(n) * all * h) / 3;
}

/// The t with P(|T| <= t) = level, by bisection.
export function studentQuantile(level, freedom) {
  const whole = integral(1e12, freedom);
  let low = 0, high = 1e4;
  for (let i = 0; i < 200; i += 1) {
    const middle = (low + high) / 2;
    if (integral(middle, freedom) / whole < level) low = middle;
    else high = middle;
  }
  return low;
}

const quantiles = new Map();

function quantile(level, freedom) {
  const key = `${level}/${freedom}`;
  if (!quantiles.has(key)) quantiles.set(key, studentQuantile(level, freedom));
  return quantiles.get(key);
}

export const meanOf = (values) => values.reduce((all, value) => all + value, 0) / values.length;

/// {mean, low, high, n} of what is known; null where it does not exist.
export function interval(values, level = 0.95) {
  const known = values.filter((value) => value !== null && value !== undefined);
  const n = known.length;
  if (n === 0) return {mean: null, low: null, high: null, n};
  const mean = meanOf(known);
  if (n === 1) return {mean, low: null, high: null, n};
  const half = quantile(level, n - 1) * Math.sqrt(known.reduce((all, value) => all + (value - mean) ** 2, 0) / (n - 1) / n);
  return {mean, low: mean - half, high: mean + half, n};
}
