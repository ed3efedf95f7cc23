// What shapes have customers, operator and minifactories, and what they send?

/// Adds the shape of a customer type to the path: circle, triangle or square, of about equal area.
export function typeShape(context, type, x, y, size) {
  if (type === 'negotiator') return polygon(context, [[0, -1.3], [1.2, 0.8], [-1.2, 0.8]], x, y, size);
  if (type === 'bargainer') return context.rect(x - size * 0.9, y - size * 0.9, size * 1.8, size * 1.8);
  context.moveTo(x + size, y);
  context.arc(x, y, size, 0, 2 * Math.PI);
}

/// A hall with a roof of saw teeth.
export const factoryShape = (context, x, y, size) =>
  polygon(context, [[-1, 1], [-1, -0.9], [-0.33, -0.35], [-0.33, -0.9], [0.33, -0.35], [0.33, -0.9], [1, -0.35], [1, 1]], x, y, size);

/// The operator's diamond.
export const operatorShape = (context, x, y, size) => polygon(context, [[0, -1.15], [1.15, 0], [0, 1.15], [-1.15, 0]], x, y, size);

function polygon(context, corners, x, y, size) {
  corners.forEach(([dx, dy], i) => (i === 0 ? context.moveTo(x + dx * size, y + dy * size) : context.lineTo(x + dx * size, y + dy * size)));
  context.closePath();
}
