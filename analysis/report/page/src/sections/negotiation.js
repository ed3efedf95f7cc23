// How was haggled, and who gained by it?
import {barColumns, barRows, barRowsHeight} from '../charts/parts/bars.js';
import {dots, dotsHeight} from '../charts/parts/intervals.js';
import {number, percent} from '../format.js';
import {sum, tableOf} from '../table.js';
import {capital, customers, enumeration, sentences} from '../words.js';
import {figure, intervalsOf, section} from './parts.js';
import {intervalTable} from './profit.js';

const ENDS = [
  ['agreed', 'blue', 'agreed below the price asked'],
  ['at_asked_price', 'sky', 'bought at the price asked'],
  ['left', 'orange', 'customer left'],
  ['no_answer', 'grey', 'no answer'],
];

/// Section "Negotiation" of a run.
export function negotiation({run}) {
  const byType = (run.negotiation?.by_type ?? []).filter(({talks}) => talks > 0);
  if (byType.length === 0) return section('negotiation', 'Negotiation', 'No price was talked about.');
  const talks = enumeration(byType.map(({type, talks: n}) => `${number(n)} with ${customers(type)}`));
  return section('negotiation', 'Negotiation', `Offers about which customers made a bid: ${talks}, in all replications together.`, [
    figure(endsChart(byType)),
    figure(messagesChart(byType)),
    figure(hoursChart(byType)),
    shareChart(run, byType),
  ]);
}

function endsChart(byType) {
  const names = byType.map(({type}) => capital(customers(type)));
  const series = ENDS.map(([end, colour, name]) => ({
    name,
    values: byType.map(({outcomes}) => outcomes[end] ?? 0),
    colour: (theme) => theme[colour],
  })).filter(({values}) => sum(values) > 0);
  return {
    id: 'talks',
    title: 'How talks ended',
    height: barRowsHeight(names),
    text: `${capital(enumeration(byType.map(agreedShare)))}.`,
    option: (theme) => barRows(theme, {names, series, unit: 'talks', shares: true}),
    table: tableOf(byType, [
      ['customer type', '', ({type}) => customers(type)],
      ...ENDS.map(([end, , name]) => [name, 'talks', ({outcomes}) => outcomes[end] ?? 0]),
    ]),
  };
}

const agreedShare = ({type, outcomes, talks}) =>
  `${percent((outcomes.agreed ?? 0) / talks)} of the talks with ${customers(type)} ended below the price asked`;

const meanMessages = ({type, messages}) => `${number(meanOf(messages), 2)} with ${customers(type)}`;

/// Counts of each type in shares of its talks, so that types with many and with few talks compare.
const sharesOf = (byType, countsOf) =>
  byType.map((one) => {
    const total = sum(countsOf(one)) || 1;
    return {name: customers(one.type), values: countsOf(one).map((n) => (100 * n) / total), colour: ({types}) => types[one.type]};
  });

function distribution({id, title, text, byType, names, axisName, countsOf}) {
  return {
    id,
    title,
    text,
    height: 270,
    option: (theme) => barColumns(theme, {names, series: sharesOf(byType, countsOf), unit: '%', axisName, yName: '% of talks'}),
    table: tableOf(
      names.map((name, i) => ({name, i})),
      [[axisName, '', ({name}) => name], ...byType.map((one) => [customers(one.type), 'talks', ({i}) => countsOf(one)[i] ?? 0])],
    ),
  };
}

function messagesChart(byType) {
  const most = Math.max(...byType.flatMap(({messages}) => messages.value));
  const values = Array.from({length: most + 1}, (_, i) => i).filter((i) => byType.some(({messages}) => messages.value.includes(i)));
  return distribution({
    id: 'talk-messages',
    title: 'Messages until the end of a talk',
    axisName: 'messages',
    byType,
    names: values.map(String),
    text: `How many bids and answers a talk took; means are ${enumeration(byType.map(meanMessages))}.`,
    countsOf: ({messages}) => values.map((value) => messages.count[messages.value.indexOf(value)] ?? 0),
  });
}

const meanOf = ({value, count}) => sum(value.map((one, i) => one * count[i])) / sum(count);

/// Talks of machines take seconds, talks of people days: the unit in which the longest is a number that one can read.
const TIME_UNITS = [
  {name: 'days', hours: 24},
  {name: 'hours', hours: 1},
  {name: 'minutes', hours: 1 / 60},
  {name: 'seconds', hours: 1 / 3600},
];
const unitFor = (longest) => TIME_UNITS.find(({hours}) => longest >= 2 * hours) ?? TIME_UNITS.at(-1);

function hoursChart(byType) {
  const {edges} = byType[0].hours;
  const unit = unitFor(edges.at(-1));
  return distribution({
    id: 'talk-hours',
    title: 'Time until the end of a talk',
    axisName: unit.name,
    byType,
    names: rangesOf(edges.map((edge) => edge / unit.hours)),
    text: 'Simulated time from the first bid to the end of the talk.',
    countsOf: ({hours}) => hours.count,
  });
}

/// Names of the classes between edges.
export const rangesOf = (edges) => edges.slice(1).map((high, i) => `${number(edges[i])}\u2013${number(high)}`);

function shareChart(run, byType) {
  const known = byType.filter(({share}) => share && share.mean !== null);
  if (known.length === 0) return null;
  const rows = (theme) => known.map(({type, share}) => ({...share, name: capital(customers(type)), colour: theme?.types[type]}));
  return figure({
    id: 'talk-share',
    title: 'Customers’ share of the gain from trade',
    height: dotsHeight(known),
    text: sentences(
      'How the gain from trade, the customer’s reservation price less the unit cost, was divided in talks that ended in a deal:',
      '0 is all for the minifactory, 1 is all for the customer.',
      intervalsOf(run),
    ),
    option: (theme) => dots(theme, {rows: rows(theme), unit: '', axisName: 'share of the customer'}),
    table: intervalTable(rows(), 'customer type', 'share'),
  });
}
