// How do axes look?
import {number, tick} from '../../format.js';

/// An axis of numbers; its name stands at its end, and says the unit.
export const valueAxis = (theme, {name = '', ...more} = {}) => ({
  type: 'value',
  name,
  nameTextStyle: {color: theme.muted, align: 'left', padding: [0, 0, 2, 0]},
  nameGap: 10,
  axisLabel: {color: theme.muted, formatter: tick, hideOverlap: true},
  axisLine: {show: false},
  axisTick: {show: false},
  splitLine: {lineStyle: {color: theme.faint}},
  splitNumber: 4,
  ...more,
});

/// A horizontal axis of numbers, its name below in the middle.
export const acrossAxis = (theme, {name = '', ...more} = {}) =>
  valueAxis(theme, {
    name,
    nameLocation: 'middle',
    nameGap: 28,
    nameTextStyle: {color: theme.muted},
    axisLine: {show: true, lineStyle: {color: theme.line}},
    ...more,
  });

/// An axis of names, across.
export const categoryAxis = (theme, {data, name = '', ...more}) => ({
  type: 'category',
  data,
  name,
  nameLocation: 'middle',
  nameGap: 28,
  nameTextStyle: {color: theme.muted},
  axisLabel: {color: theme.muted, hideOverlap: true},
  axisLine: {lineStyle: {color: theme.line}},
  axisTick: {show: false},
  ...more,
});

/// The axis of periods 1 to n.
export function periodAxis(theme, count, {width = theme.width, ...more} = {}) {
  const step = stepOf(count, Math.max(2, Math.floor(width / (16 + 9 * String(count).length))));
  return categoryAxis(theme, {
    name: 'period',
    data: Array.from({length: count}, (_, i) => String(i + 1)),
    boundaryGap: count < 2,
    axisLabel: {
      color: theme.muted,
      interval: (i) => i === 0 || ((i + 1) % step === 0 && i + 1 >= step),
      formatter: (text) => number(Number(text)),
    },
    axisTick: {show: false},
    ...more,
  });
}

function stepOf(count, most) {
  const steps = [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 5000];
  return steps.find((step) => count / step <= most) ?? 10000;
}

/// Rows of names, from the top down, and how many pixels their labels take.
export function rowAxis(theme, names, more = {}) {
  const width = labelWidth(theme, names);
  return {
    type: 'category',
    data: names,
    inverse: true,
    axisLine: {show: false},
    axisTick: {show: false},
    axisLabel: {color: theme.ink, width, overflow: 'truncate', interval: 0, fontSize: 12, ...more.axisLabel},
    splitLine: {show: false},
    ...more.axis,
  };
}

/// Pixels that the labels of rows take, at most two fifths of the chart.
export function labelWidth(theme, names) {
  const longest = names.reduce((most, name) => Math.max(most, String(name).length), 0);
  return Math.round(Math.min(Math.max(48, 7.4 * longest + 6), theme.width * (theme.narrow ? 0.36 : 0.3)));
}
