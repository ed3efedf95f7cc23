// How are numbers drawn as dots with their intervals?
import {intervalInWords} from '../../format.js';
import {acrossAxis, labelWidth, rowAxis} from './axes.js';
import {base, lines} from './base.js';

const ROW = 26;

/// A custom series that draws the interval of each row as a line with ends; data are [low, high, row].
export const intervalSeries = (data, {axis = 0, width = 2, horizontal = true} = {}) => ({
  type: 'custom',
  xAxisIndex: axis,
  yAxisIndex: axis,
  silent: true,
  z: 2,
  clip: false,
  encode: horizontal ? {x: [0, 1], y: 2} : {x: 2, y: [0, 1]},
  data: data.map(({low, high, row, colour}) => ({value: [low, high, row], itemStyle: {color: colour}})),
  renderItem: (params, api) => whisker(api, width, horizontal),
});

function whisker(api, width, horizontal) {
  const row = api.value(2);
  const ends = [api.value(0), api.value(1)].map((value) => api.coord(horizontal ? [value, row] : [row, value]));
  const stroke = {stroke: api.visual('color'), lineWidth: width, fill: null};
  const cap = ([x, y]) => (horizontal ? {x1: x, x2: x, y1: y - 4, y2: y + 4} : {x1: x - 4, x2: x + 4, y1: y, y2: y});
  const [from, to] = ends;
  const line = (shape) => ({type: 'line', shape, style: stroke});
  return {type: 'group', children: [line({x1: from[0], y1: from[1], x2: to[0], y2: to[1]}), line(cap(from)), line(cap(to))]};
}

const bounded = ({low, high}) => typeof low === 'number' && typeof high === 'number';

/// The series of one panel of rows {name, mean, low, high, colour, symbol}.
export function dotSeries(theme, rows, {axis = 0} = {}) {
  const placed = rows.map((row, i) => ({...row, row: i, colour: row.colour ?? theme.blue}));
  return [
    intervalSeries(placed.filter(bounded), {axis}),
    {
      type: 'scatter',
      xAxisIndex: axis,
      yAxisIndex: axis,
      z: 3,
      symbolSize: 9,
      data: placed
        .filter(({mean}) => mean !== null)
        .map(({mean, row, colour, symbol}) => ({value: [mean, row], symbol: symbol ?? 'circle', itemStyle: {color: colour}})),
    },
  ];
}

/// A line at zero, for differences.
export const zeroLine = (theme) => ({
  silent: true,
  symbol: 'none',
  label: {show: false},
  lineStyle: {color: theme.muted, type: 'solid', width: 1},
  data: [{xAxis: 0}],
});

/// Option of rows of dots with intervals on one axis.
export function dots(theme, {rows, unit, axisName, fromZero = false}) {
  const names = rows.map(({name}) => name);
  const series = dotSeries(theme, rows);
  return base(theme, {
    grid: {left: labelWidth(theme, names) + 14, right: 28, top: 8, bottom: 44, outerBoundsMode: 'none'},
    xAxis: acrossAxis(theme, {name: axisName ?? unit, scale: !fromZero, splitNumber: theme.narrow ? 3 : 6}),
    yAxis: rowAxis(theme, names),
    tooltip: {trigger: 'item', formatter: ({value}) => rowInWords(rows[value[1]], unit)},
    series,
  });
}

const rowInWords = (row, unit) => lines([row.name, intervalInWords(row, row.unit ?? unit)]);

/// Height of such a chart.
export const dotsHeight = (rows) => 52 + ROW * Math.max(1, rows.length);
