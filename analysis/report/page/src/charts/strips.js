// How do the values of single replications look beside each other?
import {number, quantity} from '../format.js';
import {categoryAxis, valueAxis} from './parts/axes.js';
import {base, lines} from './parts/base.js';

/// Option of one line per replication across scenarios, and the mean as a thick one: `values[replication][scenario]`.
export function pairedLines(theme, {names, values, replications, unit}) {
  const means = names.map((_, i) => meanOf(values.map((row) => row[i])));
  const line = (data, more) => ({type: 'line', data, ...more});
  return base(theme, {
    grid: {left: 64, right: 18, top: 30, bottom: 34, outerBoundsMode: 'none'},
    xAxis: categoryAxis(theme, {
      data: names,
      axisLabel: {color: theme.ink, interval: 0, width: Math.max(60, (theme.width - 90) / names.length - 12), overflow: 'truncate'},
    }),
    yAxis: valueAxis(theme, {name: unit, scale: true, nameTextStyle: {color: theme.muted, align: 'left', padding: [0, 0, 0, -52]}}),
    tooltip: {
      trigger: 'item',
      formatter: ({seriesIndex, dataIndex, value}) =>
        lines([
          names[dataIndex],
          `${seriesIndex < values.length ? `replication ${replications[seriesIndex]}` : 'mean'}: ${quantity(value, unit)}`,
        ]),
    },
    series: [
      ...values.map((row) =>
        line(row, {
          symbol: 'circle',
          symbolSize: 5,
          lineStyle: {color: theme.grey, width: 1, opacity: 0.5},
          itemStyle: {color: theme.grey, opacity: 0.7},
        }),
      ),
      line(means, {
        symbol: 'circle',
        symbolSize: 10,
        lineStyle: {color: theme.blue, width: 3},
        itemStyle: {color: theme.blue},
        z: 5,
        label: {
          show: true,
          position: 'top',
          color: theme.ink,
          fontWeight: 600,
          formatter: ({value}) => number(value),
          textBorderColor: theme.paper,
          textBorderWidth: 3,
        },
      }),
    ],
  });
}

function meanOf(values) {
  const known = values.filter((value) => typeof value === 'number');
  return known.length > 0 ? known.reduce((all, value) => all + value, 0) / known.length : null;
}
