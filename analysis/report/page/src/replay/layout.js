// Where does each node stand on the screen?

const GOLDEN = Math.PI * (3 - Math.sqrt(5));

/// Positions and sizes of the nodes in pixels: {x, y, size, schematic}. `project(node)` is the point of a node with coordinates.
/// Without a projection it is a schematic, in which those of one place stand beside each other. Nodes that would cover each other are
/// moved apart. Places have no size, and no position in a schematic.
export function layoutOf({nodes, project, width, height}) {
  const schematic = project === null;
  const size = sizesOf(nodes, Math.min(width, height));
  const points = schematic ? schematicOf(nodes, width, height) : nodes.map((node) => (node.x === null ? null : project(node)));
  if (!schematic) park(nodes, points, width);
  const x = Float64Array.from(points, (point) => point?.[0] ?? NaN);
  const y = Float64Array.from(points, (point) => point?.[1] ?? NaN);
  moveApart({x, y, size, width, height}, nodes.flatMap((node, i) => (node.kind === 'place' ? [] : [i])));
  return {x, y, size, schematic};
}

const FACTORY_SIZES = [[8, 15], [20, 12], [60, 9], [150, 6], [400, 4]];
const SEGMENT_SIZES = [[8, 11], [24, 9], [60, 7]];

const sizeFor = (count, steps, least) => (steps.find(([most]) => count <= most) ?? [0, least])[1];

function sizesOf(nodes, least) {
  const many = (kind) => nodes.filter((node) => node.kind === kind).length;
  const scale = least < 360 ? 0.8 : 1;
  const sizes = {
    operator: 13, place: 0,
    minifactory: sizeFor(many('minifactory'), FACTORY_SIZES, 2.6), segment: sizeFor(many('segment'), SEGMENT_SIZES, 5),
  };
  return Float64Array.from(nodes, ({kind}) => sizes[kind] * scale);
}

/// Nodes without coordinates on a map stand in a row at its top.
function park(nodes, points, width) {
  const parked = nodes.flatMap((node, i) => (points[i] === null && node.kind !== 'place' ? [i] : []));
  parked.forEach((node, i) => { points[node] = [width * (i + 1) / (parked.length + 1), 30]; });
}

const FEW = 24;

function schematicOf(nodes, width, height) {
  const [factories, segments] = ['minifactory', 'segment'].map((kind) => groupedByPlace(nodes, kind));
  return Math.max(factories.length, segments.length) <= FEW ? sides(nodes, factories, segments, width, height) :
    rings(nodes, factories, segments, width, height);
}

/// Customers at the left, minifactories at the right, the operator above: messages go up and down, goods across.
function sides(nodes, factories, segments, width, height) {
  const points = nodes.map(() => null);
  segments.forEach((node, i) => { points[node] = columnSpot(i, segments.length, width, height); });
  factories.forEach((node, i) => {
    const [x, y] = columnSpot(i, factories.length, width, height);
    points[node] = [width - x, y];
  });
  nodes.forEach(({kind}, i) => { if (kind === 'operator') points[i] = [width / 2, height * 0.14]; });
  return points;
}

const ROWS = 8;

function columnSpot(i, count, width, height) {
  const columns = Math.ceil(count / ROWS);
  const rows = Math.ceil(count / columns);
  const column = Math.floor(i / rows);
  const stagger = columns > 1 ? (column % 2 - 0.5) * 0.5 : 0;
  return [width * (0.15 + 0.11 * column), height * (0.2 + 0.74 * ((i % rows) + 0.5 + stagger) / rows)];
}

/// The operator in the middle, minifactories around it, customers outside.
function rings(nodes, factories, segments, width, height) {
  const points = nodes.map(() => null);
  const middle = [width / 2, height / 2];
  const reach = [width / 2 - Math.min(90, width * 0.14), height / 2 - 38];
  const onEllipse = (angle, share) => [middle[0] + Math.cos(angle) * reach[0] * share, middle[1] + Math.sin(angle) * reach[1] * share];
  factories.forEach((node, i) => { points[node] = onEllipse(...factorySpot(i, factories.length)); });
  segments.forEach((node, i) => { points[node] = onEllipse(2 * Math.PI * (i + 0.25) / segments.length - Math.PI / 2, 1); });
  nodes.forEach(({kind}, i) => { if (kind === 'operator') points[i] = middle; });
  return points;
}

/// Angle and share of the way from the middle to the customers: a ring for a few, a field of seeds of a sunflower for many.
function factorySpot(i, count) {
  if (count <= 16) return [2 * Math.PI * (i + 0.5) / count - Math.PI / 2, 0.55];
  return [i * GOLDEN, Math.sqrt(0.04 + 0.56 * (i + 0.5) / count)];
}

function groupedByPlace(nodes, kind) {
  const found = nodes.flatMap((node, i) => (node.kind === kind ? [i] : []));
  const placeOf = (i) => nodes[i].place ?? '';
  return found.sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : placeOf(a) > placeOf(b) ? 1 : a - b));
}

const ROUNDS = 80;

/// Pushes nodes apart that overlap, and keeps them inside; nodes at one point part in directions that only depend on their numbers.
function moveApart(layout, moving) {
  const {x, y, size} = layout;
  for (const i of moving) {
    x[i] += Math.cos(i * GOLDEN) * 0.5;
    y[i] += Math.sin(i * GOLDEN) * 0.5;
  }
  const widest = moving.reduce((most, i) => Math.max(most, size[i]), 1);
  for (let round = 0; round < ROUNDS; round += 1) {
    const pushed = pushOnce(layout, moving, 2 * widest + gapFor(widest));
    keepInside(layout, moving);
    if (!pushed) break;
  }
}

function keepInside({x, y, size, width, height}, moving) {
  for (const i of moving) {
    const edge = size[i] * 1.3 + 4;
    x[i] = Math.min(width - edge, Math.max(edge, x[i]));
    y[i] = Math.min(height - edge, Math.max(edge, y[i]));
  }
}

const gapFor = (size) => (size > 10 ? 10 : size > 7 ? 6 : size > 3 ? 2 : 0.6);

function pushOnce(layout, moving, cell) {
  const cells = new Map();
  let pushed = false;
  for (const i of moving) {
    const [column, row] = [Math.floor(layout.x[i] / cell), Math.floor(layout.y[i] / cell)];
    for (let c = column - 1; c <= column + 1; c += 1)
      for (let r = row - 1; r <= row + 1; r += 1)
        for (const j of cells.get(c * 65536 + r) ?? []) pushed = pushPair(layout, i, j) || pushed;
    const key = column * 65536 + row;
    if (!cells.has(key)) cells.set(key, []);
    cells.get(key).push(i);
  }
  return pushed;
}

function pushPair({x, y, size}, i, j) {
  const [dx, dy] = [x[i] - x[j], y[i] - y[j]];
  const apart = Math.hypot(dx, dy) || 1e-6;
  const missing = size[i] + size[j] + gapFor(Math.min(size[i], size[j])) - apart;
  if (missing <= 0.05) return false;
  const [px, py] = [dx / apart * missing / 2, dy / apart * missing / 2];
  x[i] += px;
  y[i] += py;
  x[j] -= px;
  y[j] -= py;
  return true;
}
