// Where can labels stand without covering each other?

/// Places labels one by one, the most important first; one that fits nowhere beside its node is left out. `wanted` is a list of
/// {node, x, y, size, width, height}; returns those that fit, with `left` and `top` of their boxes. `taken` boxes are kept free.
export function placeLabels(wanted, {width, height, taken = []}) {
  const boxes = [...taken];
  return wanted.flatMap((label) => {
    const box = spotsOf(label).find((spot) => isInside(spot, width, height) && boxes.every((other) => !overlap(spot, other)));
    if (!box) return [];
    boxes.push(box);
    return [{...label, left: box.left, top: box.top}];
  });
}

/// The box that a node covers.
export const boxOf = ({x, y, size}) => ({left: x - size, top: y - size, right: x + size, bottom: y + size});

/// Below, above, right, left, the corners, and the same a little farther away.
function spotsOf({x, y, size, width, height}) {
  const at = (left, top) => ({left, top, right: left + width, bottom: top + height});
  return [size + 5, size + 16].flatMap((gap) => [
    at(x - width / 2, y + gap), at(x - width / 2, y - gap - height), at(x + gap, y - height / 2), at(x - gap - width, y - height / 2),
    at(x + gap * 0.7, y + gap * 0.7), at(x + gap * 0.7, y - gap * 0.7 - height),
    at(x - gap * 0.7 - width, y + gap * 0.7), at(x - gap * 0.7 - width, y - gap * 0.7 - height),
  ]);
}

const isInside = ({left, top, right, bottom}, width, height) => left >= 2 && top >= 2 && right <= width - 2 && bottom <= height - 2;

const overlap = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
