// How did an order end, in sentences?
import {number} from '../format.js';
import {moment, nodePart, when} from './story_parts.js';
import {duration, money} from './words.js';

/// The sentences from the customer's decision to the end of an order; parts as in story.js.
export function endingOf(model, timeline, row) {
  const state = model.stateOf(row);
  const known = [...acceptance(model, row), ...production(model, row)];
  const end = (ENDINGS[state] ?? otherwise)(model, row, timeline.trips[row]);
  return [...known, ...end, ...costs(model, row)];
}

function acceptance(model, row) {
  const {accepted_s, offered_s, price, units} = model.orders;
  if (accepted_s[row] === null) return [];
  const inAll = units[row] === 1 ? '' : `, ${money(price[row] * units[row], model.currency)} in all`;
  const cost = ` for ${money(price[row], model.currency)} a unit${inAll}.`;
  return [['The customer accepted ', ...when(accepted_s[row], offered_s[row]), cost]];
}

function production(model, row) {
  const {accepted_s, joined_s, started_s, finished_s, minifactory} = model.orders;
  if (joined_s[row] === null) return [];
  const data = 'The product data went to the minifactory, and the order joined the queue of ';
  const joined = [data, nodePart(model, minifactory[row]), ' ', ...when(joined_s[row], accepted_s[row]), '.'];
  if (started_s[row] === null) return [joined];
  const waited = started_s[row] - joined_s[row];
  const start = waited < 1 ? ['Production began ', {seconds: started_s[row], text: 'at once'}] :
    [`It waited ${duration(waited)}; production began on `, moment(started_s[row])];
  if (finished_s[row] === null) return [joined, [...start, '.']];
  const took = duration(finished_s[row] - started_s[row]);
  return [joined, [...start, ` and took ${took}, until `, moment(finished_s[row]), '.']];
}

function arrival(model, row, trip) {
  const {delivered_s, finished_s, distance_km} = model.orders;
  const leaving = trip.fetched ? 'The customer left to fetch it on ' : 'The goods left on ';
  const left = trip.departed_s - finished_s[row] < 60 ? [] : [leaving, moment(trip.departed_s), ', and '];
  const came = trip.fetched ? 'the customer had the goods on ' : 'the order was delivered on ';
  const far = distance_km[row] > 0 ? `, over ${number(distance_km[row], distance_km[row] < 10 ? 1 : 0)} km` : '';
  const parts = left.length > 0 ? [...left, came] : [came.replace('the', 'The')];
  return [[...parts, moment(delivered_s[row]), `${far}${punctuality(model, row)}.`]];
}

function punctuality(model, row) {
  const {delivered_s, promised_s} = model.orders;
  if (promised_s[row] === null) return '';
  const late = delivered_s[row] - promised_s[row];
  if (Math.abs(late) < 60) return ', just as promised';
  return late < 0 ? `, ${duration(-late)} before the promise` : `, ${duration(late)} later than promised`;
}

function rejected(model, row) {
  const {price, willingness} = model.orders;
  const over = price[row] !== null && willingness[row] !== null ? price[row] - willingness[row] : 0;
  const why = over > 0.005 ? `: it cost ${money(over, model.currency)} a unit more than it was worth` : '';
  return [[`The customer turned the offer down${why}.`]];
}

function noOffer(model, row) {
  const quoted = model.quotesOf(row).some(({answer}) => answer === 'quote');
  const why = quoted ? 'These did not make an offer for the whole order' : 'Nobody could make an offer';
  return [[`${why}, and the request ended.`]];
}

function expired(model, row) {
  const before = model.orders.offered_s[row] === null ? ' before an offer came' : '';
  return [[`The customer's patience ended${before}; the tables do not say when.`]];
}

function cancelled() {
  return [['Then the order was cancelled before it was made; the tables do not say when.']];
}

function open(model, row) {
  if (model.orders.accepted_s[row] === null) return [['The simulation ended before the request was settled.']];
  return [['The simulation ended before the order was with its customer; the tables keep no later times of such an order.']];
}

function otherwise(model, row) {
  return [[`It ended so: ${model.stateOf(row).replaceAll('_', ' ')}.`]];
}

function costs(model, row) {
  const {unit_cost, price, willingness, co2_kg, delivered_s} = model.orders;
  if (delivered_s[row] === null || price[row] === null) return [];
  const gained = willingness[row] === null ? null : money(willingness[row] - price[row], model.currency);
  const gain = gained === null ? [] : [`gained ${gained} a unit (worth less price)`];
  const cost = unit_cost[row] === null ? '' : `Making it cost ${money(unit_cost[row], model.currency)} a unit`;
  const co2 = co2_kg[row] === null ? '' : `Making and moving it emitted ${number(co2_kg[row], 1)} kg of CO2.`;
  const first = [cost, gain.length > 0 ? `${cost ? 'and the' : 'The'} customer ${gain[0]}` : ''].filter(Boolean).join(', ');
  return [[[first && `${first}.`, co2].filter(Boolean).join(' ')]];
}

const ENDINGS = {delivered: arrival, picked_up: arrival, rejected, no_offer: noOffer, expired, cancelled, open};
