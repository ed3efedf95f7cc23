// How does the reader choose a minifactory or an order without pointing at it?
import {button, element} from '../view/dom.js';

const FEW = 12;

/// A filterable list of minifactories and a field for the number of a request.
export function chooserOf({model, choose}) {
  const factories = factoryChoice(model, choose);
  const view = element('div', {class: 'replay-chooser'}, factories.view, orderSearch(model, choose));
  return {view, show: ({node}) => factories.show(node)};
}

function factoryChoice(model, choose) {
  const nodes = model.of('minifactory');
  const select = element('select', {on: {change: () => choose({node: select.value === '' ? undefined : Number(select.value)})}});
  const fill = (text) => select.replaceChildren(...optionsOf(model, nodes, text));
  fill('');
  const filter = element('input', {type: 'search', placeholder: 'part of a name', on: {input: () => fill(filter.value)}});
  const fields = [element('label', {}, element('span', {}, 'Minifactory'), select)];
  if (nodes.length > FEW) fields.push(element('label', {}, element('span', {}, 'Filter'), filter));
  return {view: element('div', {class: 'replay-fields'}, fields), show(node) {
    if (node !== null && ![...select.options].some(({value}) => value === String(node))) fill('');
    select.value = nodes.includes(node) ? String(node) : '';
  }};
}

function optionsOf(model, nodes, text) {
  const wanted = text.trim().toLowerCase();
  const found = nodes.filter((node) => model.nameOf(node).toLowerCase().includes(wanted));
  const none = element('option', {value: ''}, wanted === '' ? `choose (${nodes.length})` : `${found.length} found`);
  return [none, ...found.map((node) => element('option', {value: node}, model.nameOf(node)))];
}

function orderSearch(model, choose) {
  const placeholder = model.orders.request[0] ?? '';
  const field = element('input', {type: 'text', inputmode: 'numeric', size: 12, autocomplete: 'off', placeholder});
  const answer = element('p', {class: 'replay-hint', role: 'status'});
  const search = (event) => {
    event.preventDefault();
    const row = model.rowOf(Number(field.value.trim()));
    answer.textContent = row === undefined ? missing(model, field.value.trim()) : '';
    if (row !== undefined) choose({row});
  };
  return element('form', {class: 'replay-search', on: {submit: search}},
      element('label', {}, element('span', {}, 'Order (request number)'), field), button('Show', () => {}, {type: 'submit'}), answer);
}

function missing({replay}, text) {
  if (text === '') return 'Type the number of a request, as in orders.csv.';
  return replay.shown < replay.of ? `Request ${text} is not among the ${replay.shown} shown.` : `There is no request ${text}.`;
}
