// How do points lie in a plane?
import {number, quantity} from '../format.js';
import {acrossAxis, valueAxis} from './parts/axes.js';
import {base, lines} from './parts/base.js';
import {headingOf, panelPlaces, panelsHeight} from './parts/panels.js';

const GRID = {left: 62, right: 30, top: 30, bottom: 50, outerBoundsMode: 'none'};
const PLACES = {height: 150, most: 3, smallest: 210, left: 58, top: 14, bottom: 62};

const nameStyle = (theme, by) => ({color: theme.muted, align: 'left', padding: [0, 0, 0, by]});

const labelled = (theme) => ({
  show: true,
  position: 'right',
  color: theme.ink,
  fontSize: 12,
  formatter: ({data}) => data.label ?? '',
  textBorderColor: theme.paper,
  textBorderWidth: 3,
});

/// Half-normal plot of effects {name, value, quantile}: sizes across, quantiles upwards, Lenth's margins as lines.
export function halfNormal(theme, {effects, margins, unit}) {
  const names = new Set(effects.filter(({real}) => real).map(({name}) => name));
  const ranked = [...effects].sort((a, b) => Math.abs(b.value) - Math.abs(a.value)).slice(0, 4);
  ranked.filter(() => margins.length === 0).forEach(({name}) => names.add(name));
  const most = Math.max(...effects.map(({value}) => Math.abs(value)), ...margins.map(({at}) => at));
  return base(theme, {
    grid: GRID,
    xAxis: acrossAxis(theme, {
      name: `size of the effect in ${unit}`,
      min: 0,
      max: most * 1.22,
      axisLabel: {color: theme.muted, showMaxLabel: false, formatter: (value) => number(Number(value.toPrecision(6)))},
    }),
    yAxis: valueAxis(theme, {name: 'half-normal quantile', min: 0, nameTextStyle: nameStyle(theme, -48)}),
    tooltip: {trigger: 'item', formatter: ({data}) => lines([data.full, quantity(data.effect, unit)])},
    series: [
      {
        type: 'scatter',
        symbolSize: 10,
        labelLayout: {hideOverlap: true},
        data: effects.map(({name, value, quantile, real}) => ({
          value: [Math.abs(value), quantile],
          effect: value,
          full: name,
          label: {...labelled(theme), show: names.has(name), formatter: name},
          symbol: value < 0 ? 'triangle' : 'circle',
          itemStyle: {color: real ? theme.vermilion : theme.blue},
        })),
        markLine: {
          silent: true,
          symbol: 'none',
          label: {color: theme.muted, formatter: ({name}) => name, position: 'end', fontSize: 11},
          lineStyle: {color: theme.muted, type: 'dashed'},
          data: margins.map(({name, at}) => ({name, xAxis: at})),
        },
      },
    ],
  });
}

/// The plane of the Morris method: points {name, muStar, sigma}.
export const morrisPlane = (theme, {points, unit}) =>
  base(theme, {
    grid: {...GRID, right: 90},
    xAxis: acrossAxis(theme, {name: `mean size of the elementary effects (µ*) in ${unit}`, min: 0}),
    yAxis: valueAxis(theme, {name: `spread (σ) in ${unit}`, min: 0, nameTextStyle: nameStyle(theme, -48)}),
    tooltip: {
      trigger: 'item',
      formatter: ({data}) => lines([data.name, `µ* ${quantity(data.value[0], unit)}`, `σ ${quantity(data.value[1], unit)}`]),
    },
    series: [
      {
        type: 'scatter',
        symbolSize: 12,
        itemStyle: {color: theme.blue},
        labelLayout: {hideOverlap: true, moveOverlap: 'shiftY'},
        data: points.map(({name, muStar, sigma}) => ({
          value: [muStar, sigma],
          name,
          label: {...labelled(theme), formatter: ({data}) => data.name},
        })),
      },
      {type: 'line', silent: true, symbol: 'none', lineStyle: {color: theme.line, type: 'dashed'}, data: diagonal(points)},
    ],
  });

function diagonal(points) {
  const most = Math.min(Math.max(...points.map(({muStar}) => muStar), 0), Math.max(...points.map(({sigma}) => sigma), 0));
  return [
    [0, 0],
    [most, most],
  ];
}

/// An output against each factor: factors {name, unit, values}, and the values of the output.
export function against(theme, {factors, values, words, unit}) {
  const places = panelPlaces(theme, factors.length, PLACES);
  return base(theme, {
    title: factors.map(({name}, i) => headingOf(theme, name, places[i])),
    grid: places.map(({left, top, width, height}) => ({left, top, width, height, outerBoundsMode: 'none'})),
    xAxis: factors.map(({unit: own}, i) => acrossAxis(theme, {gridIndex: i, name: own, scale: true, splitNumber: 3})),
    yAxis: places.map(({first}, i) =>
      valueAxis(theme, {gridIndex: i, name: first ? unit : '', scale: true, nameTextStyle: nameStyle(theme, -46)}),
    ),
    tooltip: {trigger: 'item', formatter: ({dataIndex, value}) => lines([words[dataIndex], quantity(value[1], unit)])},
    series: factors.map(({values: levels}, i) => ({
      type: 'scatter',
      xAxisIndex: i,
      yAxisIndex: i,
      symbolSize: 6,
      itemStyle: {color: theme.blue, opacity: 0.65},
      data: levels.map((level, k) => [level, values[k]]),
    })),
  });
}

export const againstHeight = (count) => (theme) => panelsHeight(theme, count, PLACES);
