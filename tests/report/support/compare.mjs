// Are two lists of numbers the same, but for rounding?
import assert from 'node:assert/strict';

/// The data of a report have nine significant digits, so that they may be off by half a unit of the ninth.
const RELATIVE = 0.6e-8;

export function close(found, expected, what, scale = 0) {
  if (expected === null || expected === undefined) return assert.ok(found === null || found === undefined || found === '-', `${what}: ${found} where there is nothing`);
  assert.equal(typeof found, 'number', `${what}: ${found} is no number, expected ${expected}`);
  return assert.ok(Math.abs(found - expected) <= RELATIVE * Math.max(Math.abs(expected), scale, 1e-6), `${what}: ${found}, expected ${expected}`);
}

export function allClose(found, expected, what) {
  assert.equal(found?.length, expected.length, `${what}: length`);
  const scale = Math.max(0, ...expected.map((value) => Math.abs(value ?? 0)));
  expected.forEach((value, i) => close(found[i] ?? null, value, `${what} [${i}]`, scale));
}
