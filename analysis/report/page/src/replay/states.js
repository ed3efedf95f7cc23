// In which state is an order at a moment, by the times of orders.csv and nothing else?

/// The states of a request in the order in which it passes them; a request that ends otherwise has the name of its end instead.
export const STATES = ['not_yet_requested', 'asking', 'offered', 'accepted', 'waiting', 'in_production', 'made', 'delivered'];

const ENTERED_AT = ['requested_s', 'offered_s', 'accepted_s', 'joined_s', 'started_s', 'finished_s', 'delivered_s'];
const GOES_ON = new Set(['delivered', 'picked_up', 'open']);

/// What a person reads of a state.
export const STATE_WORDS = {
  not_yet_requested: 'not yet asked for', asking: 'asks for quotes', offered: 'has an offer', accepted: 'accepted, product data on its way',
  waiting: 'waits in the queue', in_production: 'in production', made: 'made, not yet with the customer', delivered: 'delivered',
  rejected: 'turned down', no_offer: 'no offer', expired: 'patience ended', cancelled: 'cancelled', failed: 'failed',
};

/// When a request ended otherwise than by a delivery: orders.csv has no column for it, so it is the last time that is known of the
/// request: of the order itself or of the calls for quotes made for it. null if it did not end so.
export function endedAt(model, row) {
  if (GOES_ON.has(model.stateOf(row))) return null;
  const known = ENTERED_AT.map((column) => model.orders[column][row]);
  const asked = model.quotesOf(row).flatMap((quote) => [quote.called_s, quote.answered_s]);
  return Math.max(...[...known, ...asked].filter((time) => time !== null));
}

/// The states that a request passes: list of [seconds at which it is entered, state], sorted by time.
export function historyOf(model, row) {
  const passed = ENTERED_AT.map((column, i) => [model.orders[column][row], STATES[i + 1]]).filter(([time]) => time !== null);
  const end = endedAt(model, row);
  return end === null ? passed : [...passed, [end, model.stateOf(row)]];
}

/// The state of a history at a moment; a state lasts from the moment at which it is entered.
export function stateIn(history, seconds) {
  let state = STATES[0];
  for (const [time, next] of history) if (time <= seconds) state = next;
  return state;
}
