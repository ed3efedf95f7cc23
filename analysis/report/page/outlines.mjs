// Which outlines of countries may a map show?

/// The polygons of all countries of a topology: {box: [west, south, east, north], rings: [[longitude, latitude, …], …]} in degrees,
/// rounded to `digits`. A polygon stands alone, so that a map can take those that it shows and no others.
export function polygonsOf(topology, topojson, digits) {
  const {features} = topojson.feature(topology, topology.objects.countries);
  return features.flatMap(({geometry}) => polygonsIn(geometry)).map((polygon) => outline(polygon, digits));
}

const polygonsIn = ({type, coordinates}) => (type === 'Polygon' ? [coordinates] : coordinates);

function outline(polygon, digits) {
  const rounded = (degrees) => Number(degrees.toFixed(digits));
  const rings = polygon.map((ring) => ring.flatMap(([longitude, latitude]) => [rounded(longitude), rounded(latitude)]));
  const longitudes = rings[0].filter((_, i) => i % 2 === 0);
  const latitudes = rings[0].filter((_, i) => i % 2 === 1);
  return {box: [Math.min(...longitudes), Math.min(...latitudes), Math.max(...longitudes), Math.max(...latitudes)], rings};
}
