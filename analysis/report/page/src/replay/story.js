// What is the story of an order, in sentences?
import {number} from '../format.js';
import {enumeration} from '../words.js';
import {endingOf} from './story_ending.js';
import {moment, nodePart, when} from './story_parts.js';
import {countWord, counted, money, periodAt, times, typeName} from './words.js';

/// A sentence is a list of parts: texts, moments {seconds, text} and nodes {node, text}. The story tells what the tables know of an order
/// over the whole run, whatever moment the replay shows.
export function storyOf(model, timeline, row) {
  return [asking(model, row), ...calls(model, row), ...offer(model, row), ...talk(model, row), ...endingOf(model, timeline, row)];
}

function asking(model, row) {
  const {requested_s, segment, units, willingness} = model.orders;
  const what = units[row] === 1 ? `one ${model.serviceOf(row)}` : `${number(units[row], 0)} × ${model.serviceOf(row)}`;
  const worth = willingness[row] === null ? '.' : `, worth up to ${money(willingness[row], model.currency)} a unit to this customer.`;
  return ['On ', moment(requested_s[row]), ` (period ${periodAt(model.replay, requested_s[row])}) a ${typeName(model.typeOf(row))} of `,
    nodePart(model, segment[row]), ` asked for ${what}${worth}`];
}

function calls(model, row) {
  const quotes = model.quotesOf(row);
  if (quotes.length === 0) return uncalled(model, row);
  const rounds = [...new Set(quotes.map(({round}) => round))];
  return rounds.map((round, i) => callRound(model, row, quotes.filter((quote) => quote.round === round), i));
}

function uncalled(model, row) {
  const maker = model.orders.minifactory[row];
  if (maker === null) return [['No minifactory was asked for a quote.']];
  return [['The customer asked ', nodePart(model, maker), ' directly, without calls for quotes.']];
}

function callRound(model, row, quotes, round) {
  const who = counted(quotes.length, 'minifactory', 'minifactories');
  const again = ['The operator asked', 'It asked again,'][round] ?? `In round ${round + 1} it asked`;
  const head = [`${again} ${who} `, ...when(quotes[0].called_s, model.orders.requested_s[row])];
  return quotes.length <= 6 ? [...head, ': ', ...eachAnswer(model, quotes), '.'] : [...head, ...sumOfAnswers(model, quotes)];
}

function eachAnswer(model, quotes) {
  const said = quotes.map((quote) => [nodePart(model, quote.minifactory), ` ${answerWords(model, quote)}`]);
  return said.flatMap((parts, i) => (i === 0 ? parts : [i === said.length - 1 ? ' and ' : ', ', ...parts]));
}

function answerWords(model, {answer, price}) {
  if (answer === 'quote') return price === null ? 'made a quote' : `quoted ${money(price, model.currency)}`;
  return answer === 'refusal' ? 'refused' : 'did not answer in time';
}

function sumOfAnswers(model, quotes) {
  const prices = quotes.filter(({answer, price}) => answer === 'quote' && price !== null).map(({price}) => price);
  const refused = quotes.filter(({answer}) => answer === 'refusal').length;
  const silent = quotes.filter(({answer}) => answer !== 'quote' && answer !== 'refusal').length;
  const quoted = prices.length === 0 ? 'none quoted' : `${countWord(prices.length)} quoted ${rangeOf(prices, model.currency)} a unit`;
  const others = [refused && `${countWord(refused)} refused`, silent && `${countWord(silent)} did not answer in time`];
  return [`: ${enumeration([quoted, ...others.filter(Boolean)])}.`];
}

function rangeOf(prices, currency) {
  const [least, most] = [Math.min(...prices), Math.max(...prices)];
  return least === most ? money(least, currency) : `${number(least, 2)} to ${money(most, currency)}`;
}

function offer(model, row) {
  const {offered_s, minifactory, promised_s, asked, price} = model.orders;
  if (offered_s[row] === null) return [];
  const asks = asked[row] ?? price[row];
  const soon = when(offered_s[row], model.orders.requested_s[row]);
  const parts = ['The offer of ', nodePart(model, minifactory[row]), ...others(model, row), ' reached the customer ', ...soon];
  const cost = asks === null ? [] : [`: ${money(asks, model.currency)} a unit`];
  const due = promised_s[row] === null ? [] : [', promised for ', moment(promised_s[row])];
  return [[...parts, ...cost, ...due, '.'], ...against(model, row, asks)];
}

/// Several lots or stages that make an order together, or several quotes passed on to a customer who compares: the tables of the replay
/// say only that they were chosen.
function others(model, row) {
  const chosen = model.quotesOf(row).filter((quote) => quote.chosen).length;
  return chosen > 1 ? [`, together with ${counted(chosen - 1, 'other chosen quote', 'other chosen quotes')},`] : [];
}

function against(model, row, asks) {
  const reference = model.orders.reference[row];
  if (reference === null || asks === null) return [];
  const gap = asks - reference;
  const differs = `${money(Math.abs(gap), model.currency)} ${gap > 0 ? 'more' : 'less'} than the price`;
  const compared = Math.abs(gap) < 0.005 ? 'just the price' : differs;
  return [[`That was ${compared} that this customer had come to expect (the reference price, ${money(reference, model.currency)}).`]];
}

function talk(model, row) {
  const {bids, asked, price} = model.orders;
  if (!(bids[row] > 0)) return [];
  const named = `They talked: the customer named a price ${times(bids[row])}`;
  if (asked[row] === null || price[row] === null) return [[`${named}.`]];
  if (Math.abs(asked[row] - price[row]) < 0.005) return [[`${named}, and the price stayed at ${money(price[row], model.currency)}.`]];
  const went = price[row] < asked[row] ? 'came down' : 'rose';
  return [[`${named}, and the price ${went} from ${number(asked[row], 2)} to ${money(price[row], model.currency)} a unit.`]];
}
