// How does a number differ among many rows over time?
import {number} from '../format.js';
import {labelWidth, periodAxis, rowAxis} from './parts/axes.js';
import {base, lines} from './parts/base.js';

const BLUES = ['#f2f6fa', '#c6dced', '#86b6d8', '#3f88bd', '#0b5c94', '#06365a'];

/// Option of a heat map: `values[row][period]` between 0 and `most`.
export function heat(theme, {rows, values, periods, most, write = number, what}) {
  const cells = values.flatMap((ofRow, row) => ofRow.map((value, period) => [period, row, value])).filter(([, , value]) => value !== null);
  const labels = rows.length <= 60;
  return base(theme, {
    aria: {enabled: false},
    grid: {left: labels ? labelWidth(theme, rows) + 14 : 16, right: 14, top: 48, bottom: 44, outerBoundsMode: 'none'},
    xAxis: periodAxis(theme, periods, {boundaryGap: true}),
    yAxis: rowAxis(theme, rows, labels ? {} : {axisLabel: {show: false}}),
    visualMap: {
      type: 'continuous',
      min: 0,
      max: most,
      calculable: false,
      orient: 'horizontal',
      left: 0,
      top: 0,
      itemWidth: 12,
      itemHeight: 140,
      text: [write(most), `${what} ${write(0)}`],
      textStyle: {color: theme.muted},
      inRange: {color: theme.dark ? [...BLUES].reverse() : BLUES},
    },
    tooltip: {trigger: 'item', formatter: ({value: [period, row, value]}) => lines([rows[row], `Period ${period + 1}: ${write(value)}`])},
    series: [{type: 'heatmap', data: cells, emphasis: {itemStyle: {borderColor: theme.ink, borderWidth: 1}}, progressive: 0}],
  });
}

/// Height of such a chart.
export const heatHeight = (rows) => 92 + (rows.length <= 60 ? Math.max(22, 16) * rows.length : Math.min(700, 5 * rows.length));
