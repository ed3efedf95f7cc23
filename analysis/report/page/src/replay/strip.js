// How do the prices move?
import {number} from '../format.js';
import {customers} from '../words.js';
import {element} from '../view/dom.js';
import {shapeIcon, svg} from './svg.js';
import {periodAt} from './words.js';

const LINES = [['offered', 'asked at first'], ['reference', 'reference'], ['paid', 'paid']];
const MARGIN = {left: 44, right: 8, top: 8, bottom: 20};
const HEIGHT = 124;

/// One small drawing per customer type: mean prices asked, paid and remembered in each period, with a cursor at the moment.
export function stripOf(replay, currency) {
  const {types} = replay.market;
  const ranges = types.map((_, i) => rangeOf(replay.market, i));
  const panels = types.flatMap((type, i) => (ranges[i] === null ? [] : [panelOf({replay, currency, type, i, range: ranges[i]})]));
  return {
    view: element('div', {class: 'replay-strip'}, panels.map((panel) => panel.view)),
    resize: () => panels.forEach((panel) => panel.resize()),
    update: ({seconds}) => panels.forEach((panel) => panel.update(seconds)),
  };
}

/// Each type has a scale of its own, so that its movements show; it is never so fine that mere rounding would.
function rangeOf(market, i) {
  const values = LINES.flatMap(([key]) => market[key][i]).filter((value) => value !== null);
  if (values.length === 0) return null;
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const room = Math.max((most - least) * 0.1, Math.abs(most) * 0.04, 0.01);
  return [least - room, most + room];
}

function panelOf(strip) {
  const drawing = svg('svg', {class: `replay-prices ${lineClass(strip.type)}`, role: 'img', 'aria-label': nameOf(strip)});
  const values = LINES.map(([key]) => ({key, value: element('dd', {})}));
  const entries = values.map(({key, value}) => element('div', {}, element('dt', {}, lineSample(strip.type, key)), value));
  const now = element('dl', {class: 'replay-prices-now'}, entries);
  const title = element('h4', {}, shapeIcon(strip.type), ` Prices for ${customers(strip.type)}`);
  const panel = {view: element('div', {class: 'replay-price-panel'}, title, drawing, now), scale: null};
  panel.resize = () => { panel.scale = drawPrices(drawing, strip); };
  panel.update = (seconds) => showNow(panel, drawing, values, strip, seconds);
  return panel;
}

const lineClass = (type) => `replay-line-${type.replace('_', '-')}`;

const nameOf = ({type, currency}) => `Mean prices of ${customers(type)} in each period, in ${currency} a unit: asked at first, paid, ` +
  'and the reference price, with a cursor at the moment shown.';

function lineSample(type, key) {
  const line = svg('line', {x1: 0, x2: 22, y1: 6, y2: 6, class: `replay-price-${key}`});
  const sample = svg('svg', {width: 22, height: 12, 'aria-hidden': 'true', class: lineClass(type)}, line);
  return [sample, ` ${LINES.find(([name]) => name === key)[1]}`];
}

/// Draws the lines for the present width; returns where a moment is.
function drawPrices(drawing, {replay, i, range}) {
  const width = Math.max(160, drawing.parentElement.clientWidth);
  const x = (seconds) => MARGIN.left + seconds / replay.horizon_s * (width - MARGIN.left - MARGIN.right);
  const y = (price) => HEIGHT - MARGIN.bottom - (price - range[0]) / (range[1] - range[0]) * (HEIGHT - MARGIN.top - MARGIN.bottom);
  drawing.setAttribute('width', width);
  drawing.setAttribute('height', HEIGHT);
  drawing.setAttribute('viewBox', `0 0 ${width} ${HEIGHT}`);
  const lines = LINES.map(([key]) => svg('path', {class: `replay-price-${key}`, d: stepsOf(replay.market[key][i], replay.period_s, x, y)}));
  drawing.replaceChildren(...grid(range, y, width), ...days(replay, x), ...lines,
      svg('line', {class: 'replay-cursor', y1: MARGIN.top - 4, y2: HEIGHT - MARGIN.bottom + 4}));
  return {x};
}

/// A price holds over its period; periods without one leave a gap.
function stepsOf(prices, period_s, x, y) {
  let path = '';
  prices.forEach((price, p) => {
    if (price === null) return;
    const joins = p > 0 && prices[p - 1] !== null ? 'L' : 'M';
    path += `${joins}${x(p * period_s).toFixed(1)} ${y(price).toFixed(1)}L${x((p + 1) * period_s).toFixed(1)} ${y(price).toFixed(1)}`;
  });
  return path;
}

function grid(range, y, width) {
  return ticksOf(range).flatMap((price) => [
    svg('line', {class: 'replay-grid', x1: MARGIN.left, x2: width - MARGIN.right, y1: y(price), y2: y(price)}),
    svg('text', {class: 'replay-tick', x: MARGIN.left - 6, y: y(price) + 4, 'text-anchor': 'end'}, number(price, price % 1 === 0 ? 0 : 1)),
  ]);
}

function ticksOf([least, most]) {
  const rough = (most - least) / 3;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough);
  const first = Math.ceil(least / step);
  return Array.from({length: Math.floor(most / step) - first + 1}, (_, i) => Number(((first + i) * step).toPrecision(8)));
}

function days({horizon_s}, x) {
  return [0, 0.5, 1].map((share) => svg('text', {
    class: 'replay-tick', x: x(share * horizon_s), y: HEIGHT - 5, 'text-anchor': ['start', 'middle', 'end'][share * 2],
  }, `day ${number(share * horizon_s / 86400, 0)}`));
}

function showNow({scale}, drawing, values, {replay, i, currency}, seconds) {
  if (!scale) return;
  const cursor = drawing.lastChild;
  const x = String(Math.round(2 * scale.x(seconds)) / 2);
  if (cursor.getAttribute('x1') !== x) for (const end of ['x1', 'x2']) cursor.setAttribute(end, x);
  const period = periodAt(replay, seconds) - 1;
  for (const {key, value} of values) {
    const price = replay.market[key][i][period];
    const text = price === null || price === undefined ? 'none' : `${number(price, 2)} ${currency}`;
    if (value.textContent !== text) value.textContent = text;
  }
}
