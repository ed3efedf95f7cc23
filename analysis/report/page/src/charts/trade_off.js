// What does profit cost? Points in ascending order of their profit, as in Fig. 4 of Qamar and Aziz (2023).
import {quantity} from '../format.js';
import {capital} from '../words.js';
import {categoryAxis, valueAxis} from './parts/axes.js';
import {base, heading, lines} from './parts/base.js';

const PANELS = [
  {key: 'profit', top: 44, colour: 'blue', symbol: 'circle'},
  {key: 'cost', top: 246, colour: 'vermilion', symbol: 'diamond'},
];
const HEIGHT = 150;

/// Option of points {name, cost, profit}, in ascending order of profit: profit above, cost below.
export function tradeOff(theme, {points, costName, unit}) {
  const step = Math.max(1, Math.ceil(points.length / (theme.width / 60)));
  const names = {profit: 'profit', cost: costName};
  const shown = (i) => i === 0 || (i + 1) % step === 0;
  return base(theme, {
    title: PANELS.map(({key, top}) => heading(theme, capital(names[key]), {left: 62, top: top - 40})),
    grid: PANELS.map(({top}) => ({left: 64, right: 14, top, height: HEIGHT, outerBoundsMode: 'none'})),
    xAxis: PANELS.map((_, i) =>
      categoryAxis(theme, {
        gridIndex: i,
        name: i === 1 ? 'points in ascending order of profit' : '',
        data: points.map((_, k) => String(k + 1)),
        axisLabel: {show: i === 1, color: theme.muted, interval: shown},
      }),
    ),
    yAxis: PANELS.map((_, i) =>
      valueAxis(theme, {
        gridIndex: i,
        name: unit,
        scale: true,
        nameTextStyle: {color: theme.muted, align: 'left', padding: [0, 0, 0, -52]},
      }),
    ),
    axisPointer: {link: [{xAxisIndex: 'all'}]},
    tooltip: {
      trigger: 'axis',
      formatter: ([{dataIndex: i}]) =>
        lines([points[i].name, ...PANELS.map(({key}) => `${names[key]}: ${quantity(points[i][key], unit)}`)]),
    },
    series: PANELS.map(({key, colour, symbol}, i) => ({
      type: 'line',
      name: names[key],
      xAxisIndex: i,
      yAxisIndex: i,
      data: points.map((point) => point[key]),
      symbol,
      symbolSize: 6,
      showAllSymbol: points.length <= 80,
      lineStyle: {color: theme[colour], width: 2},
      itemStyle: {color: theme[colour]},
    })),
  });
}

export const TRADE_OFF_HEIGHT = PANELS[1].top + HEIGHT + 50;
