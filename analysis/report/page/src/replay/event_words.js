// What happened in an event, in one sentence?
import {number} from '../format.js';
import {counted, money, typeName} from './words.js';

/// A sentence without the time, such as "rsp_1 starts to make order 17 of bargainers_bz.".
export function eventWords(model, event) {
  const names = {
    customer: model.nameOf(model.orders.segment[event.row]),
    maker: model.orders.minifactory[event.row] === null ? 'the minifactory' : model.nameOf(model.orders.minifactory[event.row]),
    order: model.orders.request[event.row],
  };
  return (WORDS[event.what] ?? ended)(names, model, event);
}

const WORDS = {
  asking: ({customer, order}, model, {row}) => `A ${typeName(model.typeOf(row))} of ${customer} asks for ` +
    `${number(model.orders.units[row], 0)} × ${model.serviceOf(row)} (request ${order}).`,
  called: ({order}, model, {quotes}) => `The operator asks ${counted(quotes.length, 'minifactory', 'minifactories')} ` +
    `for quotes for request ${order}.`,
  answered: ({order}, model, {quotes}) => `The last answer for request ${order} is there: ` +
    `${counted(quotes.filter(({answer}) => answer === 'quote').length, 'quote', 'quotes')}.`,
  offered: ({customer, maker, order}, model, {row}) => `${maker} makes an offer for request ${order} to ${customer}` +
    `${priced(model, model.orders.asked[row])}.`,
  accepted: ({customer, maker, order}, model, {row}) => `${customer} accepts the offer of ${maker} for request ${order}` +
    `${priced(model, model.orders.price[row])}.`,
  waiting: ({maker, order}) => `Order ${order} joins the queue of ${maker}.`,
  in_production: ({maker, order}) => `${maker} starts to make order ${order}.`,
  made: ({maker, order}) => `${maker} has made order ${order}.`,
  departed: ({customer, maker, order}, model, {row}) => (model.stateOf(row) === 'picked_up' ?
    `${customer} leaves to fetch order ${order} from ${maker}.` : `Order ${order} leaves ${maker} for ${customer}.`),
  delivered: ({customer, order}) => `Order ${order} is with ${customer}.`,
  rejected: ({customer, order}) => `${customer} turns the offer for request ${order} down.`,
  no_offer: ({order}) => `Request ${order} ends without an offer.`,
  expired: ({customer, order}) => `The patience of ${customer} with request ${order} ends, here or later.`,
  cancelled: ({order}) => `Order ${order} is cancelled, here or later.`,
};

const ended = ({order}, model, {what}) => `Request ${order} ends: ${what.replaceAll('_', ' ')}.`;

const priced = (model, price) => (price === null ? '' : ` for ${money(price, model.currency)} a unit`);
