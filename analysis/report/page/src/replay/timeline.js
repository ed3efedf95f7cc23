// What happens when, and how much of everything has happened by a moment?
import {countBelow, countUpTo} from './search.js';
import {historyOf, stateIn} from './states.js';
import {tripsOf} from './trips.js';

/// All events of a replay, sorted by time, and the counts of requests in each state at any moment. An event is one order's entry into a
/// state, a round of calls for quotes, its last answer, or the departure of the goods.
export function timelineOf(model) {
  const trips = tripsOf(model);
  const histories = Array.from({length: model.count}, (_, row) => historyOf(model, row));
  const events = histories.flatMap((history, row) => eventsOf(model, row, history, trips[row]));
  events.sort((a, b) => a.time - b.time || a.row - b.row || a.place - b.place);
  const times = Float64Array.from(events, ({time}) => time);
  const changes = changesOf(histories);
  return {
    trips, histories, events, times,
    stateAt: (row, seconds) => stateIn(histories[row], seconds),
    countAt: (state, seconds) => countIn(changes.get(state), seconds),
    enteredBy: (state, seconds) => countUpTo(changes.get(state)?.entered ?? [], seconds),
    after: (seconds) => events[countUpTo(times, seconds)] ?? null,
    before: (seconds) => events[countBelow(times, seconds) - 1] ?? null,
    latest: (seconds, number) => lastOf(events, countUpTo(times, seconds), number),
    latestUpTo: (event, number) => lastOf(events, event + 1, number),
  };
}

/// The last events before the one at `end`, the newest first.
const lastOf = (events, end, number) => events.slice(Math.max(0, end - number), end).reverse();

/// Events at the same time keep the order of this list.
const PLACES = ['asking', 'called', 'answered', 'offered', 'accepted', 'waiting', 'in_production', 'made', 'departed', 'delivered'];

function eventsOf(model, row, history, trip) {
  const entered = history.map(([time, what]) => ({time, row, what}));
  const departed = trip && trip.departed_s !== null ? [{time: trip.departed_s, row, what: 'departed'}] : [];
  const events = [...entered, ...callsOf(model, row), ...departed];
  return events.map((event) => ({...event, place: placeOf(event.what)}));
}

const placeOf = (what) => (PLACES.includes(what) ? PLACES.indexOf(what) : PLACES.length);

function callsOf(model, row) {
  const rounds = new Map();
  for (const quote of model.quotesOf(row)) rounds.set(quote.round, [...(rounds.get(quote.round) ?? []), quote]);
  return [...rounds.values()].flatMap((quotes) => {
    const called = {time: Math.min(...quotes.map(({called_s}) => called_s)), row, what: 'called', quotes};
    const answers = quotes.filter(({answered_s}) => answered_s !== null);
    if (answers.length === 0) return [called];
    return [called, {time: Math.max(...answers.map(({answered_s}) => answered_s)), row, what: 'answered', quotes}];
  });
}

function changesOf(histories) {
  const changes = new Map();
  const of = (state) => changes.get(state) ?? changes.set(state, {entered: [], left: []}).get(state);
  for (const history of histories)
    history.forEach(([time, state], i) => {
      of(state).entered.push(time);
      if (i > 0) of(history[i - 1][1]).left.push(time);
    });
  for (const {entered, left} of changes.values()) [entered, left].forEach((times) => times.sort((a, b) => a - b));
  return changes;
}

const countIn = (change, seconds) => (change ? countUpTo(change.entered, seconds) - countUpTo(change.left, seconds) : 0);
