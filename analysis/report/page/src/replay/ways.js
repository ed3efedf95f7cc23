// Along which line on the screen does a leg go?

const GOODS = new Set(['delivery', 'fetch', 'transfer']);
const BEND = 0.07;
const PIECES = 8;

/// Whether a leg carries goods, not a message.
export const isGoods = (kind) => GOODS.has(kind);

/// Gives the way of a leg: {x: [...], y: [...], along: [...], length}. Goods go straight, or from place to place along the roads; messages
/// bend to the right of their direction, so that what goes and what comes back are two lines.
export function waysOf(layout, routeBetween) {
  const ways = new Map();
  return ({kind, path}) => {
    const key = `${isGoods(kind)} ${path}`;
    if (!ways.has(key)) ways.set(key, measured(isGoods(kind) ? goodsWay(layout, path, routeBetween) : messageWay(layout, path)));
    return ways.get(key);
  };
}

const pointOf = ({x, y}, node) => [x[node], y[node]];

function goodsWay(layout, [from, to], routeBetween) {
  const points = [from, ...routeBetween(from, to), to].map((node) => pointOf(layout, node));
  return points.filter(([x]) => Number.isFinite(x));
}

function messageWay(layout, path) {
  const points = path.map((node) => pointOf(layout, node));
  return points.slice(1).flatMap((to, i) => bent(points[i], to, i === 0));
}

function bent([x1, y1], [x2, y2], withStart) {
  const [cx, cy] = [(x1 + x2) / 2 - (y2 - y1) * BEND, (y1 + y2) / 2 + (x2 - x1) * BEND];
  const points = [];
  for (let i = withStart ? 0 : 1; i <= PIECES; i += 1) {
    const [t, u] = [i / PIECES, 1 - i / PIECES];
    points.push([u * u * x1 + 2 * u * t * cx + t * t * x2, u * u * y1 + 2 * u * t * cy + t * t * y2]);
  }
  return points;
}

function measured(points) {
  const along = [0];
  for (let i = 1; i < points.length; i += 1)
    along.push(along[i - 1] + Math.hypot(points[i][0] - points[i - 1][0], points[i][1] - points[i - 1][1]));
  return {x: points.map(([x]) => x), y: points.map(([, y]) => y), along, length: along.at(-1)};
}

/// Puts the point at a share of a way into `out`.x and `out`.y.
export function pointAt(way, share, out) {
  const at = Math.min(1, Math.max(0, share)) * way.length;
  let piece = 1;
  while (piece < way.along.length - 1 && way.along[piece] < at) piece += 1;
  const from = way.along[piece - 1];
  const part = way.along[piece] > from ? (at - from) / (way.along[piece] - from) : 0;
  out.x = way.x[piece - 1] + (way.x[piece] - way.x[piece - 1]) * part;
  out.y = way.y[piece - 1] + (way.y[piece] - way.y[piece - 1]) * part;
}

/// Adds a way to the path of a canvas.
export function traceWay(context, {x, y}) {
  context.moveTo(x[0], y[0]);
  for (let i = 1; i < x.length; i += 1) context.lineTo(x[i], y[i]);
}
