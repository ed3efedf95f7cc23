// What does a minifactory have in hand, make, ask and plan at a moment?
import {countUpTo} from './search.js';
import {periodAt} from './words.js';

/// Asks a replay about its minifactories.
export function factoriesOf(model, timeline) {
  const {replay} = model;
  const rows = rowsByMinifactory(model);
  const lists = new Map([...rows].map(([node, of]) => [node, stayTimes(model, of)]));
  const ticks = new Map(replay.queues.minifactories.map((node, i) => [node, i]));
  const inPeriod = (table, node, seconds) => tableRows(table, node, periodAt(replay, seconds));
  return {
    isExact: (node) => replay.every === 1 || ticks.has(node),
    loadAt: (node, seconds) => loadAt(replay, ticks.get(node), lists.get(node), seconds),
    ordersAt: (node, seconds, state) => (rows.get(node) ?? []).filter((row) => timeline.stateAt(row, seconds) === state),
    fillAt: (node, seconds, blur_s) => fillAt(lists.get(node), replay.every, seconds, blur_s),
    pricesAt: (node, seconds) => inPeriod(replay.prices, node, seconds),
    plansAt: (node, seconds) => inPeriod(replay.plans, node, seconds),
    machinesAt: (node, seconds) => inPeriod(replay.machines, node, seconds),
  };
}

function rowsByMinifactory({orders, count}) {
  const rows = new Map();
  for (let row = 0; row < count; row += 1) {
    const node = orders.minifactory[row];
    if (node === null || orders.joined_s[row] === null) continue;
    if (!rows.has(node)) rows.set(node, []);
    rows.get(node).push(row);
  }
  return rows;
}

/// Sorted times at which the shown orders joined, started and finished, and the stretches of production by their start.
function stayTimes({orders}, rows) {
  const sorted = (column) => rows.map((row) => orders[column][row]).filter((time) => time !== null).sort((a, b) => a - b);
  const begun = rows.filter((row) => orders.started_s[row] !== null);
  const made = begun.map((row) => [orders.started_s[row], orders.finished_s[row] ?? Infinity]).sort((a, b) => a[0] - b[0]);
  const longest = made.reduce((most, [from, to]) => Math.max(most, to - from), 0);
  const [started, finished] = [sorted('started_s'), sorted('finished_s')];
  const mean = made.reduce((sum, [from, to]) => sum + to - from, 0) / made.length;
  return {joined: sorted('joined_s'), started, finished, made, longest, mean, startSums: sumsOf(started), finishSums: sumsOf(finished)};
}

/// Orders waiting and in production: of all orders, as of the last time for which the tables were counted, or, when every request is
/// shown (or nothing was counted), of the orders that are shown. Between the counts at least the shown ones are there.
function loadAt({every, queues}, tick, times, seconds) {
  const shown = shownLoad(times, seconds);
  if (every === 1 || tick === undefined) return shown;
  const at = Math.max(0, countUpTo(queues.at_s, seconds) - 1);
  return {waiting: Math.max(shown.waiting, queues.waiting[tick][at]), making: Math.max(shown.making, queues.making[tick][at])};
}

function shownLoad(times, seconds) {
  if (!times) return {waiting: 0, making: 0};
  const [joined, started, finished] = [times.joined, times.started, times.finished].map((list) => countUpTo(list, seconds));
  return {waiting: joined - started, making: started - finished};
}

/// Mean number of the shown orders in production over a stretch of time, times `every` for those that are not shown, and at most one:
/// about the share of time in which the minifactory worked.
function busyShare(times, every, from, to) {
  if (!times || to <= from) return 0;
  return Math.min(1, every * (workUpTo(times, to) - workUpTo(times, from)) / (to - from));
}

/// Seconds of production up to a moment.
function workUpTo({started, finished, startSums, finishSums}, seconds) {
  const [begun, ended] = [countUpTo(started, seconds), countUpTo(finished, seconds)];
  return (begun - ended) * seconds - startSums[begun] + finishSums[ended];
}

const sumsOf = (values) => values.reduce((sums, value) => { sums.push(sums.at(-1) + value); return sums; }, [0]);

/// How full a minifactory is drawn, from 0 to 1, and null when it makes nothing: the work done on what it makes; but when production takes
/// less time than the eye needs for one look (`blur_s` of simulated time), the share of that time in which it worked.
function fillAt(times, every, seconds, blur_s) {
  if (times && times.mean < blur_s) return busyShare(times, every, Math.max(0, seconds - blur_s), seconds) || null;
  return progressAt(times, seconds);
}

/// Mean share done of the shown orders in production, or null if none is.
function progressAt(times, seconds) {
  if (!times) return null;
  let [sum, count] = [0, 0];
  for (let i = countUpTo(times.started, seconds) - 1; i >= 0 && times.made[i][0] >= seconds - times.longest; i -= 1) {
    const [from, to] = times.made[i];
    if (seconds >= to) continue;
    sum += (seconds - from) / (to - from);
    count += 1;
  }
  return count === 0 ? null : sum / count;
}

function tableRows(table, node, period) {
  const rows = [];
  table.minifactory.forEach((of, i) => { if (of === node && table.period[i] === period) rows.push(i); });
  return rows;
}
