// Which round numbers enclose values?

/// Ends and step of an axis that holds `low` to `high` with about `count` steps, for panels that share one scale.
export function roundScale(low, high, count = 4) {
  const step = roundStep((high - low) / count || Math.abs(high) / count || 1);
  return {min: exact(Math.floor(low / step + 1e-9) * step), max: exact(Math.ceil(high / step - 1e-9) * step), interval: step};
}

function roundStep(step) {
  const power = 10 ** Math.floor(Math.log10(step));
  return exact([1, 2, 2.5, 5, 10].find((round) => round * power >= step * 0.999) * power);
}

const exact = (value) => Number(value.toPrecision(12));
