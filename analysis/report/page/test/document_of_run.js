// What does the report of a small run look like? Its data, as the program would write them.

export const times = (count, make) => Array.from({length: count}, (_, i) => make(i));

export const PERIODS = 6;

const band = (level) => ({
  mean: times(PERIODS, (i) => level + i),
  low: times(PERIODS, (i) => level + i - 2),
  high: times(PERIODS, (i) => level + i + 3),
});
const nothing = {mean: times(PERIODS, () => null), low: null, high: null};

/// A table of records.
export const tableOf = (names, ...rows) => ({columns: names.split(' ').map((name) => ({name, unit: '', doc: ''})), rows});

/// What reports of all kinds have.
export const common = (kind, more) => ({
  format: 1,
  kind,
  title: 'A report',
  question: null,
  currency: 'EUR',
  facts: [['Seed', '42']],
  again: ['ccmsim run scenario.yaml'],
  made_by: {ccmsim: '0.1.0'},
  files: [{name: 'summary.csv', sha256: 'ab12'}],
  ...more,
});

const SUMMARY = tableOf(
  'output breakdown group unit mean sd n ci95_low ci95_high meaning',
  ['profit', '', '', 'EUR', 12345.678, 10, 5, 12333.26, 12358.09, 'what is earned'],
  ['making_co2', '', '', 'kg', 50, 0, 5, 50, 50, 'from electricity'],
  ['freight_co2', '', '', 'kg', 70, 1, 5, 69, 71, 'from trips'],
);

const centre = (name, loss) => ({
  name,
  in_kg: 10,
  product_kg: 10 - loss,
  loss_kg: loss,
  carried: {material: 0, energy: 0, system: 0},
  new: {material: 100, energy: 20, system: 30, waste: loss},
  product: {material: 90, energy: 18, system: 27},
  loss: {material: 10, energy: 2, system: 3, waste: loss},
  recycled: {material: 0, energy: 0, system: 0},
});

/// A run with two customer types and two minifactories, whose names are given.
export function runOf(first = 'north', second = 'south') {
  const types = ['price_taker', 'bargainer'];
  const busy = (name) => ({
    name,
    utilisation: times(PERIODS, (i) => 0.1 * i),
    queue: times(PERIODS, () => 1),
    waiting_h: times(PERIODS, () => 2),
  });
  return common('run', {
    run: {
      replications: 5,
      periods: PERIODS,
      period_d: 7,
      warm_up: 2,
      horizon_d: 42,
      summary: SUMMARY,
      customer_types: types,
      minifactories: {count: 2, shown: [first, second]},
      prices: {
        by_type: [
          {type: types[0], reference: nothing, offered: band(50), paid: band(50)},
          {type: types[1], reference: band(45), offered: band(48), paid: band(40)},
        ],
      },
      profit: {
        by_period: band(-1),
        by_type: types.map((type, i) => ({type, mean: 10 + i, low: 8 + i, high: 12 + i, n: 5})),
        by_minifactory: [
          {name: first, mean: 7, low: 6, high: 8, n: 5},
          {name: second, mean: -3, low: -4, high: -2, n: 5},
        ],
      },
      demand: {
        by_type: types.map((type, i) => ({type, requests: band(20), units: band(10 + i), surplus: band(5)})),
        forecast: band(22),
        units: band(21),
        outcomes: types.map((type) => ({type, delivered: 30, rejected: 70})),
      },
      negotiation: {
        by_type: [
          {
            type: types[1],
            talks: 10,
            outcomes: {agreed: 5, at_asked_price: 1, left: 4, no_answer: 0},
            messages: {value: [2, 4], count: [6, 4]},
            hours: {edges: [0, 1, 2], count: [7, 3]},
            share: {mean: 0.4, low: 0.3, high: 0.5, n: 5},
          },
        ],
      },
      mfca: {
        basis: 'actual',
        minifactories: [
          {
            name: '',
            centres: [centre('mill', 0), centre(first, 1)],
            made: {material: 90, energy: 18, system: 27},
            links: [
              {from: 'new', to: 'mill', kind: 'material', value: 100},
              {from: 'mill', to: first, kind: 'material', value: 110},
              {from: first, to: 'mill', kind: 'material', value: 10},
              {from: first, to: 'product', kind: 'material', value: 100},
            ],
          },
        ],
      },
      utilisation: {by_minifactory: [busy(first), busy(second)], spread: null, machines: null},
      gantt: [
        {
          minifactory: first,
          kind: 'operations',
          rows: ['saw', 'mill'],
          shown: 2,
          of: 9,
          bars: {row: [0, 1], from_d: [1, 2], to_d: [2, 4], setup_d: [0.5, 0], request: [7, 8], label: ['plate', second]},
        },
      ],
      matching: {
        flows: [
          {segment: first, type: types[0], minifactory: first, orders: 3, units: 3, distance_km: 5},
          {segment: 'b', type: types[1], minifactory: second, orders: 2, units: 4, distance_km: 9},
        ],
        flows_of: 2,
        quotes_per_request: {value: [0, 2], count: [1, 9]},
        distance: {edges: [0, 10, 20], count: [4, 1]},
        shipments: [{mode: 'delivery', vehicle: 'van', trips: 4, orders: 5, distance_km: 40, mass_kg: 9, cost: 12, co2_kg: 8}],
      },
      co2: {making: band(1), freight: band(2)},
      replay: null,
      messages: [{kind: 'quote', sent: 9, delivered: 8, duplicates: 0, lost: 1, size_b: 2000}],
      accounts: [{role: 'operator', paid: 0, received: 5}],
    },
  });
}
