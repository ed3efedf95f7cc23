// Where on the screen is a longitude and latitude?
import {geoDistance, geoMercator} from 'd3-geo';

const LEAST_SPAN = 0.5;
const EARTH_KM = 6371;

/// A Mercator projection in which all nodes fit into the picture, or null if it would say nothing: without coordinates, or when all
/// stand at one point.
export function projectionOf({nodes, roads, located}, width, height) {
  const needed = new Set(roads.flat());
  const shown = nodes.filter((node, i) => node.x !== null && (node.kind !== 'place' || needed.has(i)));
  if (!located || new Set(shown.map(({x, y}) => `${x} ${y}`)).size < 2) return null;
  const points = [...shown.map(({x, y}) => [x, y]), ...leastBox(shown)];
  const [side, top] = [Math.min(70, width * 0.13), Math.min(54, height * 0.13)];
  return geoMercator().fitExtent([[side, top], [width - side, height - top]], {type: 'MultiPoint', coordinates: points});
}

/// Corners of a box around the nodes that is not too small: towns beside each other should not look a world apart.
function leastBox(shown) {
  const middle = (values) => (Math.min(...values) + Math.max(...values)) / 2;
  const [x, y] = [middle(shown.map((node) => node.x)), middle(shown.map((node) => node.y))];
  return [[x - LEAST_SPAN / 2, y - LEAST_SPAN / 3], [x + LEAST_SPAN / 2, y + LEAST_SPAN / 3]];
}

/// A round length in km, and how many pixels it is at the bottom of the map.
export function scaleOf(projection, width, height) {
  const [from, to] = [[0, height - 20], [width, height - 20]].map((point) => projection.invert(point));
  const kmPerPixel = geoDistance(from, to) * EARTH_KM / width;
  const round = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000];
  const km = round.filter((length) => length / kmPerPixel <= Math.min(120, width / 4)).at(-1) ?? round[0];
  return {km, pixels: km / kmPerPixel};
}
