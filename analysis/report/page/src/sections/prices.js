// What did customers hold prices against, what were they asked, and what did they pay?
import {overTimeChart} from '../charts/parts/over_time.js';
import {quantity} from '../format.js';
import {hasValue} from '../table.js';
import {capital, customers, enumeration, sentences} from '../words.js';
import {bandsOf, figure, section} from './parts.js';

const MEASURES = [
  {key: 'reference', name: 'reference price', colour: ({orange}) => orange, dash: 'dashed'},
  {key: 'paid', name: 'price paid', colour: ({vermilion}) => vermilion, width: 3},
  {key: 'offered', name: 'price offered', colour: ({blue}) => blue, dash: 'dotted'},
];

/// Section "Prices" of a run.
export function prices({run, currency}) {
  const byType = run.prices.by_type;
  if (byType.length === 0) return section('prices', 'Prices', 'No customer was offered a price.');
  return section('prices', 'Prices', 'What customers remember as a fair price, what they are first asked, and what they pay in the end.', [
    figure(pricesChart(run, byType, currency)),
  ]);
}

function pricesChart(run, byType, currency) {
  const panels = byType.map((type) => ({
    title: capital(customers(type.type)),
    series: MEASURES.map((measure) => ({...measure, band: type[measure.key]})),
  }));
  return overTimeChart({
    id: 'prices',
    title: 'Reference price, price offered and price paid, by customer type',
    panelName: 'customer type',
    text: sentences(`Mean prices in each period${bandsOf(run)}.`, payments(byType, currency), memory(byType, currency)),
    panels,
    periods: run.periods,
    warmUp: run.warm_up,
    unit: currency,
  });
}

function payments(byType, currency) {
  const said = byType.map((type) => payment(type, currency)).filter(Boolean);
  return said.length > 0 ? `${capital(enumeration(said))}.` : '';
}

function payment({type, paid}, currency) {
  const last = paid.mean.findLastIndex((value) => value !== null);
  return last < 0 ? '' : `${customers(type)} paid ${quantity(paid.mean[last], currency, 2)} in period ${last + 1}`;
}

function memory(byType, currency) {
  const remembering = byType.filter(({reference}) => hasValue(reference.mean));
  if (remembering.length === 0) return 'No customer type has a reference price.';
  return `The reference price of ${enumeration(remembering.map((type) => wayOf(type, currency)))}.`;
}

/// "bargainers went from 60 EUR to 34 EUR", from the first period with a reference price to the last.
function wayOf({type, reference: {mean}}, currency) {
  const known = mean.filter((value) => value !== null);
  return `${customers(type)} went from ${quantity(known[0], currency, 2)} to ${quantity(known.at(-1), currency, 2)}`;
}
