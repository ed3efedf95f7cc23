// Which ways do the messages and goods of an order go, and when?

/// Messages that are dots of their own at slow speeds only.
export const FINE = new Set(['call', 'quote', 'refusal', 'offer', 'talk']);

/// All legs of a replay. A leg is {row (-1: of no single order), kind, path: [node, ...], from_s, to_s, group}; the legs of an order come
/// one after the other by `group`, those of one group happen at the same time. Kinds: request, call, quote, refusal, offer, talk, order
/// (the acceptance and the product data) are messages; delivery, fetch (customers come for their goods) and transfer are goods.
export function legsOf(model, timeline) {
  const ofOrders = Array.from({length: model.count}, (_, row) => legsOfOrder(model, row, timeline.trips[row]));
  return [...ofOrders.flat(), ...transfersOf(model.replay)];
}

/// The legs of one order in the order of their groups.
export function legsOfOrder(model, row, trip) {
  const groups = [requestOf(model, row), ...callsOf(model, row), offerOf(model, row), talkOf(model, row), acceptanceOf(model, row),
    tripLegs(model, row, trip)];
  return groups.flatMap((legs, group) => legs.map((leg) => ({row, ...leg, group})));
}

/// A customer asks the operator, or without one in between the minifactory itself.
function requestOf(model, row) {
  const from_s = model.orders.requested_s[row];
  const [first] = model.quotesOf(row);
  const to_s = first?.called_s ?? model.orders.offered_s[row] ?? from_s;
  return [{kind: 'request', path: [model.orders.segment[row], middleman(model, row)], from_s, to_s}];
}

const isDirect = (model, row) => model.quotesOf(row).length === 0 && model.orders.minifactory[row] !== null;

const middleman = (model, row) => (isDirect(model, row) ? model.orders.minifactory[row] : model.operator);

/// When a call arrives at the minifactory is not in the tables: it is shown half-way between the call and the answer.
function callsOf(model, row) {
  const quotes = model.quotesOf(row);
  const rounds = [...new Set(quotes.map(({round}) => round))].map((round) => quotes.filter((quote) => quote.round === round));
  return rounds.flatMap((round) => [round.map((quote) => callOf(model, quote)), round.flatMap((quote) => answerOf(model, quote))]);
}

const halfWay = ({called_s, answered_s}) => (answered_s === null ? called_s : (called_s + answered_s) / 2);

const callOf = (model, quote) => ({kind: 'call', path: [model.operator, quote.minifactory], from_s: quote.called_s, to_s: halfWay(quote)});

function answerOf(model, quote) {
  if (quote.answered_s === null || quote.answer === 'none') return [];
  const kind = quote.answer === 'quote' ? 'quote' : 'refusal';
  return [{kind, path: [quote.minifactory, model.operator], from_s: halfWay(quote), to_s: quote.answered_s}];
}

function offerOf(model, row) {
  const to_s = model.orders.offered_s[row];
  if (to_s === null) return [];
  const answered = model.quotesOf(row).map(({answered_s}) => answered_s).filter((time) => time !== null && time <= to_s);
  const from_s = answered.length > 0 ? Math.max(...answered) : to_s;
  return [{kind: 'offer', path: [middleman(model, row), model.orders.segment[row]], from_s, to_s}];
}

/// Bids have no times of their own: customer and minifactory talk between offer and acceptance.
function talkOf(model, row) {
  const {bids, offered_s, accepted_s, segment, minifactory} = model.orders;
  if (!(bids[row] > 0) || offered_s[row] === null || minifactory[row] === null) return [];
  const path = [segment[row], minifactory[row], segment[row]];
  return [{kind: 'talk', path, from_s: offered_s[row], to_s: accepted_s[row] ?? offered_s[row]}];
}

function acceptanceOf(model, row) {
  const {accepted_s, joined_s, segment, minifactory} = model.orders;
  if (accepted_s[row] === null || minifactory[row] === null) return [];
  const path = isDirect(model, row) ? [segment[row], minifactory[row]] : [segment[row], model.operator, minifactory[row]];
  return [{kind: 'order', path, from_s: accepted_s[row], to_s: joined_s[row] ?? accepted_s[row]}];
}

function tripLegs(model, row, trip) {
  if (!trip) return [];
  const {minifactory, segment} = model.orders;
  const path = trip.fetched ? [segment[row], minifactory[row]] : [minifactory[row], segment[row]];
  return [{kind: trip.fetched ? 'fetch' : 'delivery', path, from_s: trip.departed_s, to_s: trip.arrived_s}];
}

/// Goods on their way to the next stage: the table of shipments does not say of which order.
function transfersOf({shipments, modes}) {
  return shipments.departed_s.flatMap((from_s, i) => {
    if (modes[shipments.mode[i]] !== 'transfer' || shipments.to[i] === null) return [];
    return [{row: -1, kind: 'transfer', path: [shipments.minifactory[i], shipments.to[i]], from_s, to_s: shipments.arrived_s[i], group: 0}];
  });
}
