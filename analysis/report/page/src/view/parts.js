// How do the parts of a section look?
import {mountReplay} from '../replay/replay.js';
import {decimalsOfInterval, number, percent, quantity} from '../format.js';
import {csvButton, dataTable} from './data_table.js';
import {button, element} from './dom.js';
import {chooser, figureView} from './figure.js';
import {withTerms} from './glossary.js';

function tableView({id, title, text, table, folded}, report, seen) {
  const heading = [element('span', {class: 'numbered'}, `Table ${report.nextTable()}`), ' ', element('strong', {}, `${title}. `)];
  const words = element('span', {}, withTerms(text, seen));
  const tools = element(
    'div',
    {class: 'tools'},
    csvButton(id, () => table, title),
  );
  if (!folded)
    return element(
      'div',
      {id: `table-${id}`, class: 'table'},
      element('p', {class: 'caption'}, heading, words),
      dataTable(table, title),
      tools,
    );
  const body = element('div', {class: 'data'});
  const details = element(
    'details',
    {
      id: `table-${id}`,
      class: 'table',
      on: {toggle: () => body.replaceChildren(...(details.open ? [dataTable(table, title), tools] : []))},
    },
    element('summary', {}, heading),
    element('p', {class: 'caption'}, words),
    body,
  );
  return details;
}

/// One of several tables, by a choice that figures share.
function tablesView({id, tables, choice}, report, seen) {
  const place = element('div', {});
  const number = report.nextTable();
  const show = (index) => place.replaceChildren(tableView({...tables[index], id}, {nextTable: () => number}, seen));
  show(0);
  return element('div', {}, tables.length > 1 && chooser({id: `table-${id}`, choice}, report, show), place);
}

function cards({cards: list}) {
  return element(
    'dl',
    {class: 'cards'},
    list.map((card) => element('div', {title: card.meaning || null}, element('dt', {}, card.name), cardNumbers(card))),
  );
}

function cardNumbers({interval, unit}) {
  const decimals = decimalsOfInterval(interval);
  const share = unit === 'share';
  const write = (value) => (share ? percent(value, Math.max(0, decimals - 2)) : number(value, decimals));
  const bounds = typeof interval.low === 'number' && `${write(interval.low)} to ${write(interval.high)}`;
  return [
    element('dd', {class: 'value'}, write(interval.mean), !share && element('span', {class: 'unit'}, ` ${unit}`)),
    bounds && element('dd', {class: 'bounds'}, bounds),
  ];
}

const facts = ({facts: list}) =>
  element(
    'dl',
    {class: 'facts'},
    list.map(([label, text]) => element('div', {}, element('dt', {}, label), element('dd', {}, text))),
  );

function commands({title, text, lines}) {
  const said = element('span', {role: 'status', class: 'said'});
  const copy = button('Copy', () =>
    copyText(lines.join('\n')).then(
      () => said.replaceChildren('Copied'),
      () => said.replaceChildren('Select the text to copy it'),
    ),
  );
  return element(
    'div',
    {class: 'commands'},
    element('h3', {}, title),
    element('p', {}, text),
    element('pre', {tabindex: '0', role: 'region', 'aria-label': title}, element('code', {}, lines.join('\n'))),
    element('div', {class: 'tools'}, copy, said),
  );
}

/// Pages from disk may not use the clipboard of the browser; a hidden field and the old command work there.
async function copyText(text) {
  if (navigator.clipboard && window.isSecureContext) return navigator.clipboard.writeText(text).catch(() => copyByField(text));
  return copyByField(text);
}

function copyByField(text) {
  const field = element('textarea', {class: 'unseen', 'aria-hidden': 'true', tabindex: '-1'});
  field.value = text;
  document.body.append(field);
  field.select();
  const done = document.execCommand('copy');
  field.remove();
  return done ? Promise.resolve() : Promise.reject(new Error('no clipboard'));
}

function replay({replay: data}, report) {
  const {currency, title} = report.data;
  const place = element('div', {id: 'replay-player', class: 'replay'});
  queueMicrotask(() => {
    report.replay = mountReplay(place, data, {currency, title});
  });
  return place;
}

const VIEWS = {figure: figureView, table: tableView, tables: tablesView, cards, facts, commands, replay};

/// The element of one part.
export const partView = (part, report, seen) => VIEWS[part.kind](part, report, seen);
