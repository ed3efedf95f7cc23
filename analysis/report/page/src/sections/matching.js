// Who makes for whom, how far away, and how does it get there?
import {barColumns} from '../charts/parts/bars.js';
import {sankey} from '../charts/parts/sankey.js';
import {number} from '../format.js';
import {distinct, sum, tableOf} from '../table.js';
import {counted, customers, enumeration, plain, sentences} from '../words.js';
import {rangesOf} from './negotiation.js';
import {figure, section, table} from './parts.js';

const MOST = 14;

/// Section "Matching and shipments" of a run.
export function matching({run, currency}) {
  const {flows, quotes_per_request: quotes, distance, shipments} = run.matching;
  if (flows.length === 0) return section('matching', 'Matching and shipments', 'No request was matched with a minifactory.');
  return section(
    'matching',
    'Matching and shipments',
    `Which minifactories make for which customers, how many quotes a customer gets, and how far products travel.${same(quotes, distance)}`,
    [
      figure(flowsChart(run.matching)),
      quotes && quotes.count.length > 1 && figure(quotesChart(quotes)),
      distance && distance.count.length > 1 && sum(distance.count) > 0 && figure(distanceChart(distance)),
      shipments.length > 0 &&
        table('shipments', 'Shipments', 'Trips per replication, by mode and vehicle.', shipmentsTable(shipments, currency)),
    ],
  );
}

/// What needs no chart, because it is the same for all.
function same(quotes, distance) {
  const all = [
    quotes?.count.length === 1 && `each request got ${counted(quotes.value[0], 'quote')}`,
    distance?.count.length === 1 && `all orders travel ${rangesOf(distance.edges)[0]}\u00a0km`,
  ].filter(Boolean);
  return all.length > 0 ? ` Here ${enumeration(all)}.` : '';
}

/// The names with the most orders, and one for all others.
function grouped(flows, key, others) {
  const orders = new Map();
  flows.forEach((flow) => orders.set(flow[key], (orders.get(flow[key]) ?? 0) + flow.orders));
  const ranked = [...orders].sort((a, b) => b[1] - a[1]).map(([name]) => name);
  const kept = new Set(ranked.length > MOST + 1 ? ranked.slice(0, MOST) : ranked);
  const rest = `${number(ranked.length - kept.size)} other ${others}`;
  return (name) => (kept.has(name) ? name : rest);
}

/// The flows between the names that are shown: {pair, orders, type}, the type being null where several flow together.
function shownFlows(flows) {
  const segmentOf = grouped(flows, 'segment', 'segments');
  const minifactoryOf = grouped(flows, 'minifactory', 'minifactories');
  const merged = new Map();
  for (const {segment, minifactory, orders, type} of flows) {
    const pair = [segmentOf(segment), minifactoryOf(minifactory)];
    const before = merged.get(JSON.stringify(pair)) ?? {orders: 0, type};
    merged.set(JSON.stringify(pair), {pair, orders: before.orders + orders, type: before.type === type ? type : null});
  }
  return [...merged.values()];
}

function flowsChart({flows, flows_of: of}) {
  const pairs = shownFlows(flows);
  const left = distinct(pairs.map(({pair}) => pair[0]));
  const right = distinct(pairs.map(({pair}) => pair[1]));
  const segments = distinct(flows.map(({segment}) => segment)).length;
  const minifactories = distinct(flows.map(({minifactory}) => minifactory)).length;
  return {
    id: 'flows',
    title: 'From customers to minifactories',
    height: Math.max(220, 30 * Math.max(left.length, right.length) + 30),
    text: sentences(
      `Widths are orders per replication, from ${counted(segments, 'customer segment')} on the left`,
      `to ${counted(minifactories, 'minifactory', 'minifactories')} on the right; colours are customer types.`,
      flows.length < of && `The ${number(flows.length)} largest of ${number(of)} flows are counted.`,
    ),
    option: (theme) =>
      sankey(theme, {
        unit: 'orders',
        key: distinct(pairs.map(({type}) => type)).map((type) => [
          type ? customers(type) : 'several types',
          theme.types[type] ?? theme.grey,
        ]),
        nodes: [
          ...left.map((name) => ({name, colour: theme.muted, depth: 0})),
          ...right.map((name) => ({name, colour: theme.muted, depth: 1})),
        ],
        links: pairs.map(({pair: [from, to], orders, type}) => ({
          source: left.indexOf(from),
          target: left.length + right.indexOf(to),
          value: orders,
          colour: theme.types[type] ?? theme.grey,
        })),
      }),
    table: tableOf(flows, [
      ['segment', '', ({segment}) => segment],
      ['customer type', '', ({type}) => customers(type)],
      ['minifactory', '', ({minifactory}) => minifactory],
      ['orders', '', ({orders}) => orders],
      ['units', '', ({units}) => units],
      ['mean distance', 'km', ({distance_km: km}) => km],
    ]),
  };
}

function quotesChart({value, count}) {
  const series = [{name: 'requests', values: count, colour: ({blue}) => blue}];
  const none = value.includes(0) ? count[value.indexOf(0)] : 0;
  const mean = sum(value.map((one, i) => one * count[i])) / sum(count);
  return {
    id: 'quotes',
    title: 'Quotes per request',
    height: 250,
    text: sentences(
      `How many quotes a customer got; the mean is ${number(mean, 2)}${none > 0 ? `, and ${counted(none, 'request')} got none` : ''}.`,
      'Requests per replication.',
    ),
    option: (theme) => barColumns(theme, {names: value.map(String), series, unit: 'requests', axisName: 'quotes', yName: 'requests'}),
    table: tableOf(
      value.map((quotes, i) => ({quotes, requests: count[i]})),
      [
        ['quotes', '', ({quotes}) => quotes],
        ['requests', '', ({requests}) => requests],
      ],
    ),
  };
}

function distanceChart({edges, count}) {
  const names = rangesOf(edges);
  return {
    id: 'distance',
    title: 'Distance from minifactory to customer',
    height: 250,
    text: 'How many orders travelled how far; orders per replication.',
    option: (theme) =>
      barColumns(theme, {
        names,
        series: [{name: 'orders', values: count, colour: ({blue}) => blue}],
        unit: 'orders',
        axisName: 'km',
        yName: 'orders',
      }),
    table: tableOf(
      names.map((name, i) => ({name, orders: count[i]})),
      [
        ['distance', 'km', ({name}) => name],
        ['orders', '', ({orders}) => orders],
      ],
    ),
  };
}

const shipmentsTable = (shipments, currency) =>
  tableOf(shipments, [
    ['mode', '', ({mode}) => plain(mode)],
    ['vehicle', '', ({vehicle}) => vehicle || ''],
    ['trips', '', ({trips}) => trips],
    ['orders', '', ({orders}) => orders],
    ['distance', 'km', ({distance_km: km}) => km],
    ['mass', 'kg', ({mass_kg: kg}) => kg],
    ['cost', currency, ({cost}) => cost],
    ['CO₂', 'kg', ({co2_kg: kg}) => kg],
  ]);
