// How does a figure look: its number, title and text, the chart, its choices, its table and its downloads?
import {button, element} from './dom.js';
import {csvButton, dataTable} from './data_table.js';
import {drawing} from './drawing.js';
import {withTerms} from './glossary.js';
import {savePicture} from './picture.js';

/// The element of a figure; `report` is told of its drawing, and numbers it.
export function figureView(part, report, seen) {
  let current = 0;
  const chart = () => part.charts[current];
  const label = `Figure ${report.nextFigure()}`;
  const title = element('strong', {}),
    text = element('span', {});
  const canvas = element('div', {class: 'chart', role: 'img'});
  const data = element('div', {class: 'data', hidden: true});
  const drawn = drawing(canvas, chart, report);
  const toggle = button('Table', () => showTable(data.hidden), {'aria-expanded': 'false'});

  function showTable(open) {
    data.hidden = !open;
    toggle.setAttribute('aria-expanded', String(open));
    data.replaceChildren(...(open ? [dataTable(chart().table, chart().title)] : []));
  }

  function show(index) {
    report.forget(chart().id);
    current = index;
    report.know(chart(), drawn);
    title.replaceChildren(`${chart().title}. `);
    text.replaceChildren(...withTerms(chart().text, seen));
    canvas.setAttribute('aria-label', `${chart().title}. ${chart().text} The numbers are in the table below.`);
    toggle.setAttribute('aria-label', `Table of the data: ${chart().title}`);
    drawn.redraw();
    if (!data.hidden) showTable(true);
  }

  const tools = element(
    'div',
    {class: 'tools'},
    toggle,
    csvButton(chart().id, () => chart().table, chart().title),
    button('PNG', () => savePicture(chart(), report.dark()), {'aria-label': `PNG: download the picture of ${chart().title}`}),
  );
  const caption = element('figcaption', {}, element('span', {class: 'numbered'}, label), ' ', title, text);
  show(0);
  return element(
    'figure',
    {id: `figure-${part.id}`, class: 'figure'},
    caption,
    part.choice && chooser(part, report, show),
    canvas,
    tools,
    data,
  );
}

/// The box in which one chooses what a figure or table shows.
export function chooser({id, choice: {label, names, group}}, report, show) {
  const select = element(
    'select',
    {id: `choose-${id}`, on: {change: () => report.choose(group ?? id, names[select.selectedIndex])}},
    names.map((name) => element('option', {}, name)),
  );
  const printed = element('label', {for: `choose-${id}`, 'data-chosen': names[0]}, label);
  report.onChoice(group ?? id, (name) => {
    if (!names.includes(name)) return;
    select.selectedIndex = names.indexOf(name);
    printed.dataset.chosen = name;
    show(select.selectedIndex);
  });
  return element('div', {class: 'choice'}, printed, select);
}
