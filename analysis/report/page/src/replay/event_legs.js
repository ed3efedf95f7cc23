// Which legs belong to an event?

const KINDS = {
  asking: ['request'], called: ['call'], answered: ['quote', 'refusal'], offered: ['offer'], accepted: ['order'], waiting: ['order'],
  departed: ['delivery', 'fetch'], delivered: ['delivery', 'fetch'],
};

/// The legs that begin or end with an event.
export function pathsOfEvent({legs, legsOfRow}, event) {
  const kinds = KINDS[event.what] ?? [];
  const own = legsOfRow(event.row).filter((leg) => kinds.includes(legs[leg].kind));
  const asked = new Set(event.quotes?.map(({minifactory}) => minifactory) ?? []);
  if (asked.size > 0) return own.filter((leg) => legs[leg].path.some((node) => asked.has(node)));
  return own.filter((leg) => legs[leg].from_s === event.time || legs[leg].to_s === event.time);
}
