// How different are many minifactories over time?
import {number, percent} from '../format.js';
import {periodAxis, valueAxis} from '../charts/parts/axes.js';
import {bandSeries, warmUpArea} from '../charts/parts/bands.js';
import {base, legend, lines} from '../charts/parts/base.js';
import {tableOf} from '../table.js';

const ALL = 'all minifactories',
  HALF = 'the middle half',
  MEDIAN = 'median';
const KEYS = ['low', 'quartile1', 'median', 'quartile3', 'high'];

/// Utilisation of many minifactories: the median, the middle half and the range as bands.
export const spreadChart = (run, spread) => ({
  id: 'utilisation',
  title: 'Utilisation of all minifactories',
  height: 300,
  text:
    'In each period the median minifactory, the middle half of them, and the range from the least to the most busy one, ' +
    `of ${number(run.minifactories.count)}.`,
  option: (theme) => option(theme, run, spread),
  table: tableOf(
    spread.median.map((_, i) => i),
    [
      ['period', '', (i) => i + 1],
      ...KEYS.map((key) => [key === 'low' ? 'least' : key === 'high' ? 'most' : key, 'share', (i) => spread[key][i]]),
    ],
  ),
});

function option(theme, run, {low, quartile1, median, quartile3, high}) {
  const band = (id, name, bottom, top, colour, opacity) =>
    bandSeries({id, name, band: {mean: bottom.map(() => null), low: bottom, high: top}, colour, opacity});
  return base(theme, {
    legend: legend(theme, [MEDIAN, HALF, ALL], {icon: 'roundRect'}),
    grid: {left: 52, right: 14, top: 62, bottom: 46, outerBoundsMode: 'none'},
    xAxis: periodAxis(theme, run.periods),
    yAxis: valueAxis(theme, {
      name: 'share',
      min: 0,
      ...(Math.max(...high) > 0.8 && Math.max(...high) <= 1 ? {max: 1, interval: 0.25} : {}),
      nameTextStyle: {color: theme.muted, align: 'left', padding: [0, 0, 0, -40]},
    }),
    tooltip: {
      trigger: 'axis',
      formatter: ([{dataIndex: i}]) =>
        lines([
          `Period ${i + 1}`,
          `median: ${percent(median[i])}`,
          `middle half: ${percent(quartile1[i])} to ${percent(quartile3[i])}`,
          `all: ${percent(low[i])} to ${percent(high[i])}`,
        ]),
    },
    series: [
      ...bandSeries({
        id: 'median',
        name: MEDIAN,
        band: {mean: median},
        colour: theme.blue,
        more: {markArea: warmUpArea(theme, run.warm_up)},
      }),
      ...band('half', HALF, quartile1, quartile3, theme.sky, 0.4),
      ...band('all', ALL, low, high, theme.grey, 0.15),
    ],
  });
}
