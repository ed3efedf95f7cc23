// How busy were the minifactories, who waited, and what did a busy stretch look like?
import {gantt, ganttHeight} from '../charts/gantt.js';
import {heat, heatHeight} from '../charts/heat.js';
import {overTimeChart} from '../charts/parts/over_time.js';
import {number, percent} from '../format.js';
import {hasValue, tableOf} from '../table.js';
import {capital, counted, sentences, shortened, slug} from '../words.js';
import {spreadChart} from './spread.js';
import {choice, figure, section, table} from './parts.js';

const FEW = 5;
const COLOURS = ['blue', 'vermilion', 'green', 'purple', 'orange'];
const DASHES = ['solid', 'dashed', 'dotted', 'solid', 'dashed'];

/// Section "Utilisation and queues" of a run.
export function capacity({run}) {
  const {by_minifactory: all, spread, machines} = run.utilisation;
  if (!all.some(({utilisation}) => hasValue(utilisation)))
    return section('capacity', 'Utilisation and queues', 'No minifactory worked in this run.');
  return section(
    'capacity',
    'Utilisation and queues',
    'How much of their available time the minifactories worked, and how long orders waited for them.',
    [
      figure(all.length > FEW ? spreadChart(run, spread) : linesChart(run, all, 'utilisation')),
      all.length > FEW && figure(heatChart(run, all, 'utilisation')),
      figure(all.length > FEW ? heatChart(run, all, 'queue') : linesChart(run, all, 'queue')),
      all.length <= FEW && figure(linesChart(run, all, 'waiting_h')),
      run.gantt.length > 0 && ganttFigure(run.gantt),
      machines &&
        machines.rows.length > 0 &&
        table('machines', 'Machines', 'How the machines of the floors were used.', machines, {folded: machines.rows.length > 12}),
    ],
  );
}

const MEASURES = {
  utilisation: {
    title: 'Utilisation',
    unit: 'share',
    text: 'Share of its available time that each minifactory worked',
    write: (value) => percent(value),
  },
  queue: {
    title: 'Orders that wait',
    unit: 'orders',
    text: 'Mean number of orders waiting at each minifactory',
    write: (value) => number(value),
  },
  waiting_h: {
    title: 'Wait for the line',
    unit: 'h',
    text: 'Mean wait of an order before its making starts',
    write: (value) => number(value),
  },
};

const overReplications = ({replications}) => (replications > 1 ? `; means over ${replications} replications` : '');

function linesChart(run, all, measure) {
  const {title, unit, text} = MEASURES[measure];
  return overTimeChart({
    id: measure.replace('_', '-'),
    title,
    unit,
    periods: run.periods,
    warmUp: run.warm_up,
    fromZero: true,
    text: `${text}, in each period${overReplications(run)}.`,
    panels: [
      {
        series: all.map((one, i) => ({
          name: one.name,
          band: {mean: one[measure], low: null, high: null},
          colour: (theme) => theme[COLOURS[i]],
          dash: DASHES[i],
        })),
      },
    ],
  });
}

function heatChart(run, listed, measure) {
  const {title, unit, text, write} = MEASURES[measure];
  const all = listed.filter((one) => one.utilisation.some((value) => value > 0));
  const idle = listed.length - all.length;
  const values = all.map((one) => one[measure]);
  const most = values.flat().reduce((largest, value) => Math.max(largest, value ?? 0), 0) || 1;
  const others = run.minifactories.count - listed.length;
  return {
    id: `${measure}-map`,
    title: `${title}, by minifactory and period`,
    height: heatHeight(all),
    renderer: all.length * run.periods > 1500 ? 'canvas' : 'svg',
    text: sentences(
      `${text}, in each period${overReplications(run)}.`,
      idle > 0 && `Left out: ${counted(idle, 'minifactory', 'minifactories')} that never worked.`,
      others > 0 && `${capital(counted(others, 'other', 'others'))} with less revenue are in the CSV files.`,
    ),
    option: (theme) =>
      heat(theme, {
        rows: all.map(({name}) => name),
        values,
        periods: run.periods,
        most,
        write,
        what: unit === 'share' ? 'utilisation' : unit,
      }),
    table: tableOf(
      all.flatMap((one) => one[measure].map((value, i) => ({name: one.name, period: i + 1, value}))),
      [
        ['minifactory', '', ({name}) => name],
        ['period', '', ({period}) => period],
        [title.toLowerCase(), unit, ({value}) => value],
      ],
    ),
  };
}

function ganttFigure(all) {
  const taken = new Set();
  return choice(
    'gantt',
    'Minifactory',
    all.map(({minifactory}) => minifactory),
    all.map((one, i) => ganttChart(one, i, taken)),
    'gantt',
  );
}

function ganttChart({minifactory, kind, rows, bars, shown, of}, i, taken) {
  const what = kind === 'operations' ? 'operations on machines' : 'orders being made; the rows have no meaning but to keep them apart';
  return {
    id: i === 0 ? 'gantt' : `gantt-${slug(minifactory, taken)}`,
    title: `What ${shortened(minifactory, 60)} made, and when`,
    height: ganttHeight(rows),
    text: sentences(
      `Bars are ${what}, in the first replication.`,
      shown < of ? `${number(shown)} of ${number(of)} are shown, from the busiest stretch.` : `All ${number(of)} are shown.`,
      kind === 'operations' && bars.setup_d.some((d) => d > 0) && 'The lighter part is setting up.',
      'Colours only tell orders apart.',
    ),
    option: (theme) => gantt(theme, {rows, bars, kind}),
    table: tableOf(
      bars.row.map((row, k) => k),
      [
        [kind === 'operations' ? 'machine' : 'row', '', (k) => rows[bars.row[k]] || String(bars.row[k] + 1)],
        ['from', 'd', (k) => bars.from_d[k], {decimals: 4}],
        ['to', 'd', (k) => bars.to_d[k], {decimals: 4}],
        ['setting up', 'd', (k) => bars.setup_d?.[k], {decimals: 4}],
        ['request', '', (k) => String(bars.request[k])],
        ['what', '', (k) => bars.label[k]],
      ],
    ),
  };
}
