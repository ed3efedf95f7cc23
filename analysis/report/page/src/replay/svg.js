// How are small drawings made?

const SPACE = 'http://www.w3.org/2000/svg';

/// An element of a drawing with its attributes; children are elements or texts.
export function svg(tag, attributes = {}, ...children) {
  const made = document.createElementNS(SPACE, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  made.append(...children);
  return made;
}

/// A picture of 16 by 16 for a button; its name stands on the button.
export const icon = (path) => picture(16, 'replay-icon', path);

const picture = (size, look, path) =>
  svg('svg', {viewBox: '0 0 16 16', width: size, height: size, 'aria-hidden': 'true', class: look}, svg('path', {d: path}));

const SHAPES = {
  price_taker: 'M8 3.2a4.8 4.8 0 1 0 0 9.6a4.8 4.8 0 1 0 0-9.6z', negotiator: 'M8 2l6 10.8H2z', bargainer: 'M3.5 3.5h9v9h-9z',
  operator: 'M8 1.5L14.5 8L8 14.5L1.5 8z', minifactory: 'M2 14V2.6l4 3V2.6l4 3V2.6l4 3V14z',
  request: 'M8 5a3 3 0 1 0 0 6a3 3 0 1 0 0-6z', order: 'M8 5a3 3 0 1 0 0 6a3 3 0 1 0 0-6z', goods: 'M8 3a5 5 0 1 0 0 10a5 5 0 1 0 0-10z',
};

/// The shape of a customer type, of the operator, of a minifactory or of something that travels.
export const shapeIcon = (kind) =>
  picture(14, `replay-shape replay-shape-${kind.replace('_', '-')}`, SHAPES[kind] ?? SHAPES.price_taker);
