// Along which places do goods go from one node to another?

/// Finds the places on the shortest way along the roads, the ends left out; no places if there is no road between the two. Lengths are
/// those of straight lines, so that the way may differ from a way that is shortest in time or cost.
export function routesOf({nodes, roads}) {
  const places = new Map(nodes.flatMap((node, index) => (node.kind === 'place' ? [[node.name, index]] : [])));
  const neighbours = neighboursOf(nodes, roads);
  const ways = new Map();
  const wayFrom = (start) => ways.get(start) ?? ways.set(start, shortestWays(start, neighbours)).get(start);
  return (from, to) => {
    const [start, end] = [from, to].map((node) => places.get(nodes[node].place));
    if (start === undefined || end === undefined || !neighbours.has(start) || !neighbours.has(end)) return [];
    return between(wayFrom(start), end);
  };
}

function neighboursOf(nodes, roads) {
  const neighbours = new Map();
  for (const [a, b] of roads)
    for (const [from, to] of [[a, b], [b, a]]) neighbours.set(from, [...(neighbours.get(from) ?? []), [to, apart(nodes[a], nodes[b])]]);
  return neighbours;
}

function apart(a, b) {
  if (a.x === null || b.x === null) return 1;
  return Math.hypot((a.x - b.x) * Math.cos((a.y + b.y) * Math.PI / 360), a.y - b.y) || 1e-9;
}

/// Dijkstra: from where each reachable node is reached.
function shortestWays(start, neighbours) {
  const reached = new Map([[start, {length: 0, from: null}]]);
  const open = new Set([start]);
  while (open.size > 0) {
    const nearest = [...open].reduce((a, b) => (reached.get(b).length < reached.get(a).length ? b : a));
    open.delete(nearest);
    for (const [to, length] of neighbours.get(nearest)) {
      const along = reached.get(nearest).length + length;
      if (along >= (reached.get(to)?.length ?? Infinity)) continue;
      reached.set(to, {length: along, from: nearest});
      open.add(to);
    }
  }
  return reached;
}

function between(reached, end) {
  const way = [];
  for (let at = reached.get(end)?.from ?? null; at !== null && reached.get(at).from !== null; at = reached.get(at).from) way.unshift(at);
  return way;
}
