// What are things called in plain words?
import {number} from './format.js';

const CUSTOMERS = new Map([
  ['price_taker', 'price-takers'],
  ['negotiator', 'negotiators'],
  ['bargainer', 'bargainers'],
]);
const UNITS = new Map([
  ['d', 'days'],
  ['h', 'hours'],
]);

/// The customers of a type: "price-takers".
export const customers = (type) => CUSTOMERS.get(type) ?? plain(type);

/// A name of the program in words: "sales_share" is "sales share".
export const plain = (name) =>
  String(name)
    .replaceAll('_', ' ')
    .replace(/\bco2\b/g, 'CO₂');

export const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/// Units that are written out in a text.
export const unitInWords = (unit) => UNITS.get(unit) ?? unit;

/// "a, b and c".
export function enumeration(words) {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/// "1 order", "2 orders".
export const counted = (n, one, many = `${one}s`) => `${number(n)}\u00a0${n === 1 ? one : many}`;

/// A name short enough for a label; the whole name is in the table.
export const shortened = (name, most = 36) => (name.length > most ? `${name.slice(0, most - 1)}…` : name);

/// Part of an identifier or of a file's name; `taken` keeps them different.
export function slug(text, taken = new Set()) {
  const base =
    String(text)
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 40) || 'x';
  let name = base;
  for (let i = 2; taken.has(name); ++i) name = `${base}-${i}`;
  taken.add(name);
  return name;
}

/// Sentences one after the other; what is false is left out.
export const sentences = (...parts) => parts.filter(Boolean).join(' ');
