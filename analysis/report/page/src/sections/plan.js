// How long is the warm-up, and how many replications are needed?
import {periodAxis, valueAxis} from '../charts/parts/axes.js';
import {warmUpArea} from '../charts/parts/bands.js';
import {base, legend, lines} from '../charts/parts/base.js';
import {number, quantity} from '../format.js';
import {recordsOf, tableOf} from '../table.js';
import {capital, counted, enumeration, plain, sentences, slug} from '../words.js';
import {choice, section, table} from './parts.js';

/// Section "Warm-up" of a plan.
export function warmUp({plan}) {
  const {series, pilot} = plan;
  if (series.length === 0) return section('warm-up', 'Warm-up', 'No output has a value in every period, so the warm-up cannot be found.');
  const taken = new Set();
  return section(
    'warm-up',
    'Warm-up',
    [
      `Found from ${counted(pilot, 'pilot replication')} with Welch’s plot and the rule MSER-5.`,
      `${capital(enumeration(series.map(cutInWords)))}.`,
    ],
    [
      choice(
        'welch',
        'Output',
        series.map(({output}) => capital(plain(output))),
        series.map((one, i) => welchChart(one, i, pilot, taken)),
        'output',
      ),
    ],
  );
}

const cutInWords = ({output, cut}) =>
  cut === null
    ? `${plain(output)} never settles in the first half of the run, so that it must be longer`
    : cut === 0
      ? `${plain(output)} needs no warm-up`
      : `${plain(output)} settles after ${counted(cut, 'period')}`;

function welchChart({output, unit, mean, welch, cut}, index, pilot, taken) {
  const key = slug(output, taken);
  return {
    id: index === 0 ? 'welch' : `welch-${key}`,
    title: `Welch plot of ${plain(output)}`,
    height: 330,
    text: sentences(
      `The thin line is the mean of each period over ${counted(pilot, 'replication')}, the thick one its moving average.`,
      cut > 0 && `The marked area is what MSER-5 leaves out: ${counted(cut, 'period')} of ${number(mean.length)}.`,
    ),
    option: (theme) => option(theme, {unit, mean, welch, cut}),
    table: tableOf(
      mean.map((_, i) => i),
      [
        ['period', '', (i) => i + 1],
        ['mean', unit, (i) => mean[i]],
        ['moving average', unit, (i) => welch[i]],
        ['left out', '', (i) => (i < (cut ?? 0) ? 'yes' : 'no')],
      ],
    ),
  };
}

function option(theme, {unit, mean, welch, cut}) {
  const line = (name, data, more) => ({name, type: 'line', data, symbol: 'none', ...more});
  return base(theme, {
    legend: legend(theme, ['mean of the period', 'moving average'], {itemStyle: {opacity: 0}}),
    grid: {left: 60, right: 14, top: 62, bottom: 48, outerBoundsMode: 'none'},
    xAxis: periodAxis(theme, mean.length),
    yAxis: valueAxis(theme, {name: unit, scale: true, nameTextStyle: {color: theme.muted, align: 'left', padding: [0, 0, 0, -48]}}),
    tooltip: {
      trigger: 'axis',
      formatter: ([{dataIndex: i}]) =>
        lines([`Period ${i + 1}`, `mean: ${quantity(mean[i], unit)}`, `moving average: ${quantity(welch[i], unit)}`]),
    },
    series: [
      line('mean of the period', mean, {
        lineStyle: {width: 1, color: theme.grey},
        itemStyle: {color: theme.grey},
        markArea: warmUpArea(theme, cut, 'left out'),
      }),
      line('moving average', welch, {lineStyle: {width: 3, color: theme.blue}, itemStyle: {color: theme.blue}}),
    ],
  });
}

/// Section "Replications" of a plan.
export function replicationsNeeded({plan}) {
  const records = recordsOf(plan.replications);
  const said = records.map(
    ({output, replications, reached}) =>
      `${plain(output)} needs ${counted(replications, 'replication')}${reached ? '' : ', more than were allowed'}`,
  );
  return section(
    'replications',
    'Replications',
    `For a half-width of the confidence interval of ${plan.half_width}: ${enumeration(said)}.`,
    [
      table(
        'replications',
        'Replications that are needed',
        '',
        tableOf(records, [
          ['output', '', ({output}) => plain(output)],
          ['unit', '', ({unit}) => unit],
          ['pilot replications', '', ({n}) => n],
          ['mean', '', ({mean}) => mean, {each: true}],
          ['half-width', '', (row) => row.half_width, {each: true}],
          ['wanted', '', ({wanted}) => wanted, {each: true}],
          ['reached', '', ({reached}) => (reached ? 'yes' : 'no')],
          ['replications needed', '', ({replications}) => replications],
        ]),
      ),
    ],
  );
}
