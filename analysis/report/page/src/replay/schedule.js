// When is a leg on the screen, and which legs are on it at a moment?
import {FINE} from './legs.js';
import {EYE_S, showsMessages} from './speeds.js';

const BUCKETS = 4096;

/// When each leg is shown at a speed (simulated seconds per second on the screen): {shown_from, shown_to, late_s, at(seconds)}.
/// A leg starts when it started in the simulation, and lasts as long as it did, but at least EYE_S on the screen; it waits until the
/// leg before it in its order has arrived, so that no dot overtakes its cause. So a dot is never early, and late by at most `late_s`
/// simulated seconds. `at` lists the legs on the screen at a moment.
export function scheduleOf(legs, speed) {
  const shown = {from: new Float64Array(legs.length), to: new Float64Array(legs.length)};
  let late_s = 0;
  let chain = {row: -1};
  legs.forEach((leg, i) => {
    chain = following(chain, leg);
    shown.from[i] = Math.max(leg.from_s, chain.free_s);
    shown.to[i] = shown.from[i] + Math.max(leg.to_s - leg.from_s, leastOf(leg, speed));
    chain.end_s = Math.max(chain.end_s, shown.to[i]);
    late_s = Math.max(late_s, shown.to[i] - leg.to_s);
  });
  return {shown_from: shown.from, shown_to: shown.to, late_s, at: activeOf(shown)};
}

/// What the leg has to wait for: the end of the group before its own, of the same order.
function following(chain, leg) {
  if (leg.row === -1 || leg.row !== chain.row) return {row: leg.row, group: leg.group, free_s: leg.from_s, end_s: leg.from_s};
  if (leg.group === chain.group) return chain;
  return {...chain, group: leg.group, free_s: chain.end_s};
}

/// Links that light up do so for half as long as a dot moves.
const leastOf = (leg, speed) => speed * EYE_S * (FINE.has(leg.kind) && !showsMessages(speed) ? 0.5 : 1);

/// The time from the first start to the last end is cut into buckets, each with the list of the legs that are shown in it.
function activeOf({from, to}) {
  const least = from.reduce((a, b) => Math.min(a, b), Infinity);
  const most = to.reduce((a, b) => Math.max(a, b), -Infinity);
  const width = (most - least) / BUCKETS || 1;
  const bucketOf = (seconds) => Math.min(BUCKETS - 1, Math.max(0, Math.floor((seconds - least) / width)));
  const lists = listsOf(from, to, bucketOf);
  return (seconds) => {
    const found = [];
    const bucket = bucketOf(seconds);
    for (let i = lists.first[bucket]; i < lists.first[bucket + 1]; i += 1) {
      const leg = lists.legs[i];
      if (from[leg] <= seconds && seconds < to[leg]) found.push(leg);
    }
    return found;
  };
}

function listsOf(from, to, bucketOf) {
  const first = new Int32Array(BUCKETS + 1);
  forEachBucket(from, to, bucketOf, (bucket) => { first[bucket + 1] += 1; });
  for (let bucket = 0; bucket < BUCKETS; bucket += 1) first[bucket + 1] += first[bucket];
  const legs = new Int32Array(first[BUCKETS]);
  const next = first.slice();
  forEachBucket(from, to, bucketOf, (bucket, leg) => { legs[next[bucket]++] = leg; });
  return {first, legs};
}

function forEachBucket(from, to, bucketOf, visit) {
  for (let leg = 0; leg < from.length; leg += 1)
    for (let bucket = bucketOf(from[leg]), last = bucketOf(to[leg]); bucket <= last; bucket += 1) visit(bucket, leg);
}
