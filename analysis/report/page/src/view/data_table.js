// How does a table look on the page?
import {csvOf} from '../csv.js';
import {decimalsOfColumn, number, probability} from '../format.js';
import {button, element, save} from './dom.js';

const MOST_ROWS = 500;

/// A table in a region of its own that scrolls sideways, and can be reached with the keyboard.
export function dataTable({columns, rows, decimals}, title) {
  const numeric = columns.map((_, i) => rows.some((row) => typeof row[i] === 'number') && !rows.some((row) => typeof row[i] === 'string'));
  const ofColumn = columns.map((column, i) =>
    numeric[i] && !column.each ? (column.decimals ?? decimalsOfColumn(rows.map((row) => row[i]))) : undefined,
  );
  const write = (value, row, i) => written(value, columns[i], decimals ? decimals(row, i) : ofColumn[i]);
  const body = rows.slice(0, MOST_ROWS).map((row) =>
    element(
      'tr',
      {},
      columns.map((column, i) => cell(write(row[i], row, i), column, numeric[i], i)),
    ),
  );
  const table = element(
    'table',
    {},
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        columns.map((column, i) => headCell(column, numeric[i])),
      ),
    ),
    element('tbody', {}, body),
  );
  return element('div', {class: 'scroll', role: 'region', tabindex: '0', 'aria-label': `Table: ${title}`}, table, more(rows));
}

function written(value, column, decimals) {
  if (typeof value !== 'number') return value ?? '';
  return column.p ? probability(value) : number(value, decimals);
}

function cell(text, column, numeric, i) {
  const content = column.code ? element('code', {}, text) : text;
  return i === 0 && !numeric ? element('th', {scope: 'row'}, content) : element('td', {class: numeric ? 'number' : null}, content);
}

function headCell({name, unit, doc}, numeric) {
  return element(
    'th',
    {scope: 'col', class: numeric ? 'number' : null, title: doc || null},
    name.replaceAll('_', ' '),
    unit && element('span', {class: 'unit'}, ` ${unit}`),
  );
}

const more = (rows) =>
  rows.length > MOST_ROWS && element('p', {class: 'note'}, `The first ${MOST_ROWS} of ${number(rows.length)} rows; all are in the CSV.`);

/// The button that saves a table as CSV.
export const csvButton = (id, table, title) =>
  button('CSV', () => save(`${id}.csv`, new Blob([csvOf(table())], {type: 'text/csv;charset=utf-8'})), {
    'aria-label': `CSV: download the data of ${title}`,
  });
