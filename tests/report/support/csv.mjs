// What do the CSV files of a result directory say?
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {results} from './browser.mjs';

/// Fields of a text of RFC 4180.
export function fieldsOf(text) {
  const rows = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1).push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end !== ',') rows.push([]);
    if (end === '') break;
  }
  return rows.filter((row) => row.length > 1 || row[0]);
}

/// Rows of a table as objects of texts.
export function rowsOf(directory, name) {
  const [head, ...rows] = fieldsOf(readFileSync(join(results, directory, `${name}.csv`), 'utf8'));
  return rows.map((row) => Object.fromEntries(head.map((column, i) => [column, row[i]])));
}

/// The number in a cell; null if it is empty.
export const number = (cell) => (cell === '' || cell === undefined ? null : Number(cell));

/// The rows in groups of one key.
export function groups(rows, key) {
  const found = new Map();
  for (const row of rows) found.set(key(row), [...(found.get(key(row)) ?? []), row]);
  return found;
}

export const sum = (rows, value) => rows.reduce((all, row) => all + (value(row) ?? 0), 0);
