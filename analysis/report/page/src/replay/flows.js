// How much has gone from which minifactory to which customers so far?
import {countUpTo} from './search.js';

const MOST = 400;

/// Links with deliveries, at most the 400 with the most: each {from, to, times}; `largest` is the number of deliveries on the busiest one.
export function flowsOf({orders, count}) {
  const links = new Map();
  for (let row = 0; row < count; row += 1) {
    if (orders.delivered_s[row] === null || orders.minifactory[row] === null) continue;
    const key = `${orders.minifactory[row]} ${orders.segment[row]}`;
    if (!links.has(key)) links.set(key, {from: orders.minifactory[row], to: orders.segment[row], times: []});
    links.get(key).times.push(orders.delivered_s[row]);
  }
  const most = [...links.values()].sort((a, b) => b.times.length - a.times.length).slice(0, MOST);
  most.forEach(({times}) => times.sort((a, b) => a - b));
  return {links: most, largest: most[0]?.times.length ?? 0};
}

/// Deliveries on a link up to a moment.
export const flowAt = (link, seconds) => countUpTo(link.times, seconds);
