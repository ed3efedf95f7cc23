// What was asked for, what was sold, what became of the requests, and what did customers gain?
import {barRows, barRowsHeight} from '../charts/parts/bars.js';
import {overTimeChart} from '../charts/parts/over_time.js';
import {percent} from '../format.js';
import {hasValue, sum, tableOf} from '../table.js';
import {capital, customers, enumeration, plain, sentences} from '../words.js';
import {bandsOf, figure, section} from './parts.js';

const OUTCOMES = [
  ['delivered', 'blue'],
  ['picked_up', 'sky'],
  ['rejected', 'orange'],
  ['no_offer', 'grey'],
  ['expired', 'purple'],
  ['cancelled', 'vermilion'],
  ['failed', 'ink'],
  ['open', 'green'],
];

/// Section "Demand, sales and surplus" of a run.
export function demand({run, currency}) {
  const {by_type: byType, outcomes} = run.demand;
  if (byType.length === 0) return section('demand', 'Demand, sales and surplus', 'No customer asked for anything.');
  return section(
    'demand',
    'Demand, sales and surplus',
    'How many requests there were, how many units were sold, and what customers gained.',
    [
      figure(unitsChart(run)),
      figure(requestsChart(run, byType)),
      outcomes.length > 0 && figure(outcomesChart(outcomes)),
      byType.some(({surplus}) => hasValue(surplus.mean)) && figure(surplusChart(run, byType, currency)),
    ],
  );
}

function unitsChart(run) {
  const forecast = hasValue(run.demand.forecast.mean);
  return overTimeChart({
    id: 'units',
    title: forecast ? 'Units sold, and the forecast' : 'Units sold',
    unit: 'units',
    periods: run.periods,
    warmUp: run.warm_up,
    fromZero: true,
    text: `Units sold in each period${forecast ? ' beside what the minifactories had forecast together' : ''}${bandsOf(run)}.`,
    panels: [
      {
        series: [
          {name: 'sold', band: run.demand.units, colour: ({blue}) => blue},
          {name: 'forecast', band: run.demand.forecast, colour: ({orange}) => orange, dash: 'dashed'},
        ],
      },
    ],
  });
}

function requestsChart(run, byType) {
  return overTimeChart({
    id: 'requests',
    title: 'Requests and units sold, by customer type',
    panelName: 'customer type',
    unit: 'per period',
    periods: run.periods,
    warmUp: run.warm_up,
    fromZero: true,
    text: `Requests of customers who arrived, and units sold to them, in each period${bandsOf(run)}.`,
    panels: byType.map(({type, requests, units}) => ({
      title: capital(customers(type)),
      series: [
        {name: 'requests', band: requests, colour: ({grey}) => grey},
        {name: 'units sold', band: units, colour: ({blue}) => blue},
      ],
    })),
  });
}

function surplusChart(run, byType, currency) {
  return overTimeChart({
    id: 'surplus',
    title: 'Surplus of customers',
    unit: currency,
    periods: run.periods,
    warmUp: run.warm_up,
    fromZero: true,
    text: `What the units sold were worth to customers less what they paid, in each period${bandsOf(run)}.`,
    panels: [{series: byType.map(({type, surplus}) => ({name: customers(type), band: surplus, colour: ({types}) => types[type]}))}],
  });
}

function outcomesChart(outcomes) {
  const kinds = OUTCOMES.filter(([kind]) => outcomes.some((one) => one[kind] > 0));
  const names = outcomes.map(({type}) => capital(customers(type)));
  const series = kinds.map(([kind, colour]) => ({
    name: plain(kind),
    values: outcomes.map((one) => one[kind] ?? 0),
    colour: (theme) => theme[colour],
  }));
  return {
    id: 'outcomes',
    title: 'What became of the requests',
    height: barRowsHeight(names),
    text: sentences(
      'Share of the requests of each customer type that ended in each way; means per replication.',
      `${capital(enumeration(outcomes.map(received)))}.`,
    ),
    option: (theme) => barRows(theme, {names, series, unit: 'requests', shares: true}),
    table: tableOf(outcomes, [
      ['customer type', '', ({type}) => customers(type)],
      ...kinds.map(([kind]) => [plain(kind), 'requests', (one) => one[kind] ?? 0]),
    ]),
  };
}

function received({type, ...ends}) {
  const share = sum([ends.delivered, ends.picked_up]) / sum(OUTCOMES.map(([kind]) => ends[kind]));
  return `${percent(share)} of the requests of ${customers(type)} ended with a product`;
}
