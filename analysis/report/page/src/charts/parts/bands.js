// How is a mean over time drawn with its confidence band?

const known = (value) => value !== null && value !== undefined;

/// Line series of a band: the mean, and the interval as a stacked area that starts at its lower bound. All have one name, so that the
/// legend switches them together. `id` must be different for each band of a chart.
export function bandSeries({id, name, band, colour, dash, axis = 0, width = 2, opacity = 0.17, more = {}}) {
  const shared = {name, type: 'line', xAxisIndex: axis, yAxisIndex: axis, symbol: 'none', connectNulls: false};
  const line = {
    ...shared,
    id: `${id}:mean`,
    data: band.mean,
    lineStyle: {color: colour, width, type: dash ?? 'solid'},
    itemStyle: {color: colour},
    symbol: alone(band.mean) ? 'circle' : 'none',
    symbolSize: 5,
    emphasis: {focus: 'none'},
    z: 3,
    ...more,
  };
  if (!band.low?.some(known) || !band.high?.some(known)) return [line];
  const hidden = {...shared, silent: true, stack: `${id}:band`, stackStrategy: 'all', lineStyle: {opacity: 0}, emphasis: {disabled: true}};
  return [
    line,
    {...hidden, id: `${id}:low`, data: band.low, itemStyle: {color: colour}, z: 1},
    {
      ...hidden,
      id: `${id}:band`,
      data: band.high.map((high, i) => (known(high) && known(band.low[i]) ? high - band.low[i] : null)),
      itemStyle: {color: colour},
      areaStyle: {color: colour, opacity},
      z: 1,
    },
  ];
}

/// Points between gaps would be no line: they are shown as dots.
function alone(values) {
  const present = values.map(known);
  return present.some((here, i) => here && !present[i - 1] && !present[i + 1]);
}

/// The periods that the totals leave out, as a marked area of a series.
export function warmUpArea(theme, warmUp, label = 'warm-up') {
  if (!warmUp) return undefined;
  return {
    silent: true,
    itemStyle: {color: theme.dark ? 'rgba(255,255,255,.07)' : 'rgba(28,37,48,.06)'},
    label: {color: theme.muted, position: 'insideTopLeft', distance: 4, fontSize: 11},
    data: [[{name: label, xAxis: 0}, {xAxis: warmUp - 1}]],
  };
}
