// Where does a time stand in a sorted list of times?

/// How many of the sorted `values` are at most `limit`.
export function countUpTo(values, limit) {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle] <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/// How many of the sorted `values` are less than `limit`.
export function countBelow(values, limit) {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle] < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/// The numbers 0, 1, ... of `values` in the order of their values; equal ones stay in their order.
export const sortedRows = (values) => Array.from(values, (_, row) => row).sort((a, b) => values[a] - values[b] || a - b);
