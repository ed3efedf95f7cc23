// Where do the panels of a chart with several stand?
import {heading} from './base.js';

const LEFT = 52;
const GAP = 22;

/// Places of `count` panels side by side on wide charts, fewer in a row on narrow ones: {left, top, width, height} in pixels.
export function panelPlaces(theme, count, {height = 190, top = 34, bottom = 56, most = 3, left = LEFT, smallest = 210} = {}) {
  const columns = Math.max(1, Math.min(count, most, Math.floor(theme.width / smallest)));
  const width = Math.floor((theme.width - 16 - columns * left - (columns - 1) * GAP) / columns);
  return Array.from({length: count}, (_, i) => ({
    left: left + (i % columns) * (width + left + GAP),
    top: top + 28 + Math.floor(i / columns) * (height + 28 + bottom),
    width,
    height,
    first: i % columns === 0,
  }));
}

/// Height of a chart with these panels.
export function panelsHeight(theme, count, options) {
  const {bottom = 56} = options ?? {};
  const places = panelPlaces(theme, count, options);
  return Math.max(...places.map(({top, height}) => top + height)) + bottom;
}

/// The heading of a panel at its place.
export const headingOf = (theme, text, {left, top, width}) => heading(theme, text, {left: left - 2, top: top - 38, width: width + 10});
