// What came out, in a few numbers?
import {decimalsOfInterval} from '../format.js';
import {recordsOf, tableOf} from '../table.js';
import {capital, plain} from '../words.js';
import {section, table} from './parts.js';

const CARDS = ['profit', 'sales', 'price_paid', 'surplus', 'utilisation', 'lead_time'];

const intervalOf = ({mean, ci95_low: low, ci95_high: high, n}) => ({mean, low, high, n});

/// Section "Headline numbers" of a run.
export function headline({run}) {
  const totals = recordsOf(run.summary).filter(({breakdown}) => !breakdown);
  const cards = CARDS.map((name) => totals.find(({output, mean}) => output === name && mean !== null)).filter(Boolean);
  return section('headline', 'Headline numbers', sentence(run), [
    {
      kind: 'cards',
      cards: cards.map((row) => ({name: capital(plain(row.output)), interval: intervalOf(row), unit: row.unit, meaning: row.meaning})),
    },
    table(
      'totals',
      'All outputs of the run',
      'The mean of each output over replications, as in summary.csv.',
      totalsTable(totals, run.replications > 1),
    ),
    table('summary', 'All outputs, by customer type and by minifactory', 'The whole of summary.csv.', summaryTable(run.summary), {
      folded: true,
    }),
  ]);
}

function sentence({replications, warm_up: warmUp, periods}) {
  const over =
    replications > 1
      ? `Means over ${replications} replications with their 95 % confidence intervals`
      : 'One replication, so there are no confidence intervals';
  const without = warmUp ? `; totals are of periods ${warmUp + 1} to ${periods}, after the warm-up` : '';
  return `${over}${without}.`;
}

const row = (record) => decimalsOfInterval({mean: record[0], low: record[1], high: record[2]});

const BOUNDS = [
  ['95 % low', '', ({ci95_low: low}) => low],
  ['95 % high', '', ({ci95_high: high}) => high],
];

function totalsTable(totals, bounds) {
  return {
    ...tableOf(totals, [
      ['output', '', ({output}) => capital(plain(output))],
      ['mean', '', ({mean}) => mean],
      ...(bounds ? BOUNDS : []),
      ['unit', '', ({unit}) => unit],
      ['meaning', '', ({meaning}) => meaning],
    ]),
    decimals: ([, mean, low, high]) => row(bounds ? [mean, low, high] : [mean]),
  };
}

/// The columns of summary.csv as they are; numbers of a row have the decimals that its interval asks for.
function summaryTable(summary) {
  const place = Object.fromEntries(summary.columns.map(({name}, i) => [name, i]));
  return {
    ...summary,
    decimals: (cells, i) => (i === place.n ? 0 : row([cells[place.mean], cells[place.ci95_low], cells[place.ci95_high]])),
  };
}
