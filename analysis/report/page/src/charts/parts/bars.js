// How are amounts drawn as bars?
import {percent, quantity} from '../../format.js';
import {sum} from '../../table.js';
import {acrossAxis, categoryAxis, labelWidth, rowAxis, valueAxis} from './axes.js';
import {base, legend, lines} from './base.js';

/// Rows of bars. A series is {name, values (one per row), colour(theme)}; `shares` makes each row a whole of 100 %.
export function barRows(theme, {names, series, unit, stacked = true, shares = false, axisName}) {
  const totals = names.map((_, i) => sum(series.map(({values}) => values[i])));
  const shown = (values) => values.map((value, i) => (shares ? (totals[i] ? (100 * (value ?? 0)) / totals[i] : 0) : value));
  const top = series.length > 1 ? 34 : 8;
  return base(theme, {
    decals: series.length > 1,
    legend: legend(
      theme,
      series.map(({name}) => name),
    ),
    grid: {left: labelWidth(theme, names) + 14, right: 28, top, bottom: 44, outerBoundsMode: 'none'},
    xAxis: acrossAxis(theme, {
      name: axisName ?? (shares ? '% of all' : unit),
      max: shares ? 100 : undefined,
      splitNumber: theme.narrow ? 3 : 6,
    }),
    yAxis: rowAxis(theme, names),
    tooltip: {
      trigger: 'axis',
      axisPointer: {type: 'shadow'},
      formatter: ([{dataIndex}]) =>
        lines([names[dataIndex], ...series.map(({name, values}) => amount(name, values[dataIndex], unit, shares ? totals[dataIndex] : 0))]),
    },
    series: series.map(({name, values, colour}, i) => ({
      name,
      type: 'bar',
      stack: stacked ? 'all' : undefined,
      data: shown(values),
      barMaxWidth: 22,
      barCategoryGap: '30%',
      itemStyle: {
        color: colour ? colour(theme) : theme.palette[i % theme.palette.length],
        borderColor: theme.paper,
        borderWidth: stacked && series.length > 1 ? 1 : 0,
      },
    })),
  });
}

const amount = (name, value, unit, total) => `${name}: ${quantity(value, unit)}${total ? ` (${percent((value ?? 0) / total)})` : ''}`;

/// Height of such rows.
export const barRowsHeight = (names, series = 1) => 92 + names.length * Math.max(30, series > 1 ? 34 : 30);

/// Columns of bars, for distributions: one series beside the other.
export function barColumns(theme, {names, series, unit, axisName, yName}) {
  return base(theme, {
    decals: series.length > 1,
    legend: legend(
      theme,
      series.map(({name}) => name),
    ),
    grid: {left: 56, right: 14, top: series.length > 1 ? 58 : 30, bottom: 48, outerBoundsMode: 'none'},
    xAxis: categoryAxis(theme, {data: names, name: axisName}),
    yAxis: valueAxis(theme, {name: yName, nameTextStyle: {color: theme.muted, align: 'left', padding: [0, 0, 0, -44]}}),
    tooltip: {
      trigger: 'axis',
      axisPointer: {type: 'shadow'},
      formatter: ([{dataIndex}]) =>
        lines([`${names[dataIndex]} ${axisName}`, ...series.map(({name, values}) => amount(name, values[dataIndex], unit, sum(values)))]),
    },
    series: series.map(({name, values, colour}, i) => ({
      name,
      type: 'bar',
      data: values,
      barCategoryGap: '14%',
      barGap: '0%',
      barMaxWidth: 72,
      itemStyle: {color: colour ? colour(theme) : theme.palette[i % theme.palette.length]},
    })),
  });
}
