// How much of the variance comes from each factor?
import {intervalInWords, number} from '../format.js';
import {acrossAxis, labelWidth, rowAxis} from './parts/axes.js';
import {base, legend, lines} from './parts/base.js';
import {intervalSeries, zeroLine} from './parts/intervals.js';

const KINDS = [
  {key: 'first', name: 'first order', colour: 'blue'},
  {key: 'total', name: 'total', colour: 'orange'},
];

/// Bars of the first-order and total Sobol index of each factor, with their intervals: rows {name, first: interval, total: interval}.
export function sobolBars(theme, rows) {
  const bars = rows.flatMap(({name, ...indices}) =>
    KINDS.map(({key, name: kind, colour}) => ({factor: name, kind, colour: theme[colour], ...indices[key]})),
  );
  const labels = bars.map(({factor, kind}) => (kind === KINDS[0].name ? factor : ''));
  return base(theme, {
    decals: true,
    legend: legend(
      theme,
      KINDS.map(({name}) => name),
    ),
    grid: {left: labelWidth(theme, labels) + 14, right: 28, top: 34, bottom: 44, outerBoundsMode: 'none'},
    xAxis: acrossAxis(theme, {name: 'share of the variance', splitNumber: 5}),
    yAxis: rowAxis(
      theme,
      bars.map((_, i) => String(i)),
      {axisLabel: {formatter: (i) => labels[Number(i)], width: labelWidth(theme, labels)}},
    ),
    tooltip: {
      trigger: 'axis',
      axisPointer: {type: 'shadow'},
      formatter: ([{dataIndex: i}]) => lines([`${bars[i].factor}, ${bars[i].kind}`, intervalInWords(bars[i], '')]),
    },
    series: [
      ...KINDS.map(({name, colour}, k) => ({
        type: 'bar',
        name,
        barGap: '-100%',
        barWidth: '78%',
        itemStyle: {color: theme[colour]},
        markLine: k === 0 ? zeroLine(theme) : undefined,
        data: bars.map((bar) => (bar.kind === name ? bar.mean : null)),
      })),
      intervalSeries(
        bars.map((bar, row) => ({...bar, row, colour: theme.ink})).filter(({low}) => typeof low === 'number'),
        {width: 1.5},
      ),
    ],
  });
}

export const sobolHeight = (rows) => 84 + 44 * rows.length;

/// The table behind them.
export const sobolWords = (rows) =>
  rows.map(({name, first, total}) => `${name} ${number(first.mean, 2)} alone and ${number(total.mean, 2)} in all`);
