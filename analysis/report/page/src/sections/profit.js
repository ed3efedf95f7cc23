// Who earned what?
import {dots, dotsHeight} from '../charts/parts/intervals.js';
import {overTimeChart} from '../charts/parts/over_time.js';
import {intervalInWords, number} from '../format.js';
import {tableOf} from '../table.js';
import {capital, counted, customers, sentences} from '../words.js';
import {bandsOf, figure, intervalsOf, section} from './parts.js';

const MOST = 25;

/// Section "Profit" of a run.
export function profit({run, currency}) {
  const {by_period: overPeriods, by_type: byType, by_minifactory: byMinifactory} = run.profit;
  return section('profit', 'Profit', 'What minifactories earn: payments less commission and all costs.', [
    figure(
      overTimeChart({
        id: 'profit-over-time',
        title: 'Profit of all minifactories together',
        unit: currency,
        periods: run.periods,
        warmUp: run.warm_up,
        text: `Profit in each period${bandsOf(run)}.`,
        panels: [{series: [{name: 'profit', band: overPeriods, colour: ({blue}) => blue}]}],
      }),
    ),
    byType.length > 0 && figure(profitByType(run, byType, currency)),
    byMinifactory.length > 1 && figure(profitByMinifactory(run, byMinifactory, currency)),
  ]);
}

function profitByType(run, byType, currency) {
  const rows = (theme) => byType.map(({type, ...interval}) => ({...interval, name: capital(customers(type)), colour: theme?.types[type]}));
  const best = byType.reduce((most, one) => (one.mean > most.mean ? one : most));
  return {
    id: 'profit-by-type',
    title: 'Contribution to profit, by customer type',
    height: dotsHeight(byType),
    text: sentences(
      'Price less unit cost of the units delivered, less freight, before commission, in the whole run.',
      `Most comes from ${customers(best.type)}: ${intervalInWords(best, currency)}.`,
      intervalsOf(run),
    ),
    option: (theme) => dots(theme, {rows: rows(theme), unit: currency, fromZero: true}),
    table: intervalTable(rows(), 'customer type', currency),
  };
}

function profitByMinifactory(run, all, currency) {
  const named = all.filter(({name}) => name !== '').sort((a, b) => b.mean - a.mean);
  const rest = all.find(({name}) => name === '');
  const idle = named.filter(({mean, low, high}) => mean === 0 && !low && !high).length;
  const shown = named.filter(({mean, low, high}) => mean !== 0 || low || high).slice(0, MOST);
  const left = run.minifactories.count - shown.length - idle;
  const losing = named.filter(({mean}) => mean < 0).length;
  return {
    id: 'profit-by-minifactory',
    title: 'Profit of each minifactory',
    height: dotsHeight(shown),
    text: sentences(
      'Profit in the whole run, the highest first.',
      left > 0 && `${number(shown.length)} are shown; ${number(left)} others are ${rest ? 'summed up ' : ''}in the table.`,
      idle > 0 && `${counted(idle, 'minifactory', 'minifactories')} earned nothing.`,
      losing > 0 && `${counted(losing, 'minifactory loses', 'minifactories lose')} money.`,
      intervalsOf(run),
    ),
    option: (theme) => dots(theme, {rows: shown, unit: currency, fromZero: true}),
    table: intervalTable(
      all.map((one) => (one === rest ? {...one, name: `${rest.others ?? ''} others`} : one)),
      'minifactory',
      currency,
    ),
  };
}

/// A table of intervals with names.
export const intervalTable = (rows, what, unit) =>
  tableOf(rows, [
    [what, '', ({name}) => name],
    ['mean', unit, ({mean}) => mean],
    ['95 % low', unit, ({low}) => low],
    ['95 % high', unit, ({high}) => high],
    ['replications', '', ({n}) => n],
  ]);
