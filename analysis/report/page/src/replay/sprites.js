// What does a message or a parcel look like?
import {typeShape} from './shapes.js';

/// Radius, and whether it is filled, of what travels.
const LOOKS = {
  request: {size: 3.2, filled: false}, call: {size: 1.8, filled: true}, quote: {size: 2.6, filled: true},
  refusal: {size: 2.4, filled: false}, offer: {size: 3.2, filled: true}, talk: {size: 2.8, filled: false},
  order: {size: 3.6, filled: true}, delivery: {size: 5, filled: true},
  fetch: {size: 5, filled: false}, transfer: {size: 4.5, filled: true},
};
const GREY = new Set(['transfer', 'call', 'refusal']);

/// The colour of what travels: that of the customer's type, and grey for what no customer sees.
export const colourOf = (colours, kind, type) => (GREY.has(kind) ? colours.muted : colours.types[type] ?? colours.ink);

/// Small pictures of all that travels, each drawn once in given colours; copying one is much faster than drawing it.
export function spritesOf(colours) {
  const sprites = new Map();
  return (kind, type) => {
    const key = `${kind} ${type}`;
    if (!sprites.has(key)) sprites.set(key, spriteOf(colours, kind, type));
    return sprites.get(key);
  };
}

function spriteOf(colours, kind, type) {
  const {size, filled} = LOOKS[kind];
  const half = Math.ceil(size * 1.3 + 3);
  const ratio = 2 * (window.devicePixelRatio || 1);
  const image = document.createElement('canvas');
  image.width = image.height = 2 * half * ratio;
  const context = image.getContext('2d');
  context.scale(ratio, ratio);
  typeShape(context, type, half, half, size);
  context.lineWidth = filled ? 2 : 1.6;
  context.strokeStyle = filled ? colours.paper : colourOf(colours, kind, type);
  context.stroke();
  context.fillStyle = filled ? colourOf(colours, kind, type) : colours.paper;
  context.fill();
  return {image, half};
}
