// When did the goods of an order leave the minifactory?

const NEAR_S = 1;

/// For each order that came to its customer: {departed_s, arrived_s, fetched}. The table of shipments does not name orders, and holds only
/// some of them in a large run. So an order's trip is the one from its minifactory that arrives when the order is delivered; if it is not
/// among those kept, the shortest known trip to the same customers tells how long the goods were on their way; without one they
/// are taken to have left when they were made. null for orders that did not come.
export function tripsOf(model) {
  const {orders, replay} = model;
  const known = knownTrips(replay);
  return Array.from({length: model.count}, (_, row) => (orders.delivered_s[row] === null ? null : tripOf(model, row, known)));
}

function tripOf(model, row, known) {
  const {orders} = model;
  const arrived_s = orders.delivered_s[row];
  const fetched = model.stateOf(row) === 'picked_up';
  const finished = orders.finished_s[row] ?? arrived_s;
  const exact = known.arriving(orders.minifactory[row], arrived_s);
  if (exact !== undefined) return {departed_s: exact, arrived_s, fetched};
  const lasts = known.shortest(orders.minifactory[row], destinations(model, row));
  const departed_s = Math.min(arrived_s, Math.max(finished, arrived_s - (lasts ?? Infinity)));
  return {departed_s, arrived_s, fetched};
}

/// A shipment goes to a place, or to a segment that stands at none or fetches its goods.
function destinations(model, row) {
  const segment = model.orders.segment[row];
  const {place} = model.nodes[segment];
  const at = place === null ? -1 : model.nodes.findIndex((node) => node.kind === 'place' && node.name === place);
  return [segment, at];
}

function knownTrips({shipments}) {
  const arrivals = new Map();
  const shortest = new Map();
  shipments.departed_s.forEach((departed, i) => {
    const from = shipments.minifactory[i];
    const lasted = shipments.arrived_s[i] - departed;
    const road = `${from} ${shipments.to[i]}`;
    arrivals.set(`${from} ${Math.round(shipments.arrived_s[i])}`, [shipments.arrived_s[i], departed]);
    shortest.set(road, Math.min(lasted, shortest.get(road) ?? Infinity));
  });
  return {
    arriving: (from, at) => [-NEAR_S, 0, NEAR_S].map((d) => arrivals.get(`${from} ${Math.round(at) + d}`))
        .find((trip) => trip !== undefined && Math.abs(trip[0] - at) < NEAR_S)?.[1],
    shortest: (from, tos) => tos.map((to) => shortest.get(`${from} ${to}`)).find((lasts) => lasts !== undefined),
  };
}
