// What is known of a minifactory at a moment?
import {number, percent} from '../format.js';
import {customers} from '../words.js';
import {button, element} from '../view/dom.js';
import {heading, refresh} from './panel.js';
import {counted, periodAt} from './words.js';

const MOST = 8;

/// Its queue and production now, and of the present period its prices, its plan and the load of its machines.
export function factoryView(tools, node, close) {
  const {model} = tools;
  const load = element('p', {class: 'replay-state'});
  const orders = element('ul', {class: 'replay-orders'});
  const period = element('div', {class: 'replay-period'});
  const {place} = model.nodes[node];
  const where = place === null ? [] : [element('p', {class: 'replay-hint'}, `Stands in ${place}.`)];
  return {parts: [heading(model.nameOf(node), close), ...where, load, orders, period], update(state) {
    showLoad(load, tools, node, state.seconds);
    refresh(orders, state, () => ordersOf(tools, node, state.seconds));
    refresh(period, state, () => ({key: `${periodAt(model.replay, state.seconds)}`, build: () => periodParts(tools, node, state.seconds)}));
  }};
}

function showLoad(line, {model, factories}, node, seconds) {
  const {waiting, making} = factories.loadAt(node, seconds);
  const whose = factories.isExact(node) ? '' : ' (of the requests shown)';
  const text = `Now ${counted(waiting, 'order waits', 'orders wait')}, ${counted(making, 'order is', 'orders are')} in production${whose}.`;
  if (line.textContent !== text) line.textContent = text;
  line.title = model.replay.every > 1 && factories.isExact(node) ? 'All orders, counted about 300 times in the run' : '';
}

function ordersOf({model, factories, choose}, node, seconds) {
  const making = factories.ordersAt(node, seconds, 'in_production');
  const waiting = factories.ordersAt(node, seconds, 'waiting');
  const done = (row) => doneAt(model.orders, row, seconds);
  return {
    key: `${making.map((row) => `${row}:${Math.round(100 * done(row))}`)} ${waiting}`,
    build: () => [
      ...(model.replay.every > 1 && making.length + waiting.length > 0 ? [element('li', {}, 'Of the requests shown:')] : []),
      ...making.slice(0, MOST).map((row) => element('li', {}, orderButton(model, row, choose), ` ${Math.round(100 * done(row))} % made `,
          element('progress', {max: 1, value: done(row), 'aria-label': `Order ${model.orders.request[row]} made`}))),
      ...waiting.slice(0, MOST).map((row) => element('li', {}, orderButton(model, row, choose), ' waits')),
      ...(waiting.length > MOST ? [element('li', {}, `and ${waiting.length - MOST} more wait`)] : []),
    ],
  };
}

const doneAt = ({started_s, finished_s}, row, seconds) =>
  (finished_s[row] === null ? 0 : (seconds - started_s[row]) / (finished_s[row] - started_s[row]));

const orderButton = (model, row, choose) => button(`Order ${model.orders.request[row]}`, () => choose({row}), {class: 'replay-link'});

function periodParts(tools, node, seconds) {
  const {factories, model} = tools;
  const parts = [prices(tools, factories.pricesAt(node, seconds)), plan(tools, factories.plansAt(node, seconds)),
    machines(tools, factories.machinesAt(node, seconds))].flat();
  const title = element('h4', {}, `Period ${periodAt(model.replay, seconds)}`);
  if (parts.length > 0) return [title, ...parts];
  const kept = new Set(model.replay.prices.minifactory).has(node);
  const why = kept ? 'No prices and no plan in this period.' : 'Prices and plans are in the report for the busiest minifactories only.';
  return [title, element('p', {class: 'replay-hint'}, why)];
}

function table(caption, heads, rows) {
  if (rows.length === 0) return [];
  const cells = (row) => row.map((cell, i) => element(i === 0 ? 'th' : 'td', i === 0 ? {scope: 'row'} : {}, cell));
  return [element('table', {class: 'replay-table'}, element('caption', {}, caption),
      element('thead', {}, element('tr', {}, heads.map((head) => element('th', {scope: 'col'}, head)))),
      element('tbody', {}, rows.map((row) => element('tr', {}, cells(row)))))];
}

const amount = (value, digits = 2) => (value === null ? '–' : number(value, digits));

function prices({model}, rows) {
  const {prices: of, services, customer_types: types} = model.replay;
  const whom = (i) => (of.type[i] === null ? 'all customers' : customers(types[of.type[i]]));
  const several = services.length > 1;
  return table(`Prices, ${model.currency} a unit`, [several ? 'Service, for' : 'For', 'price', 'unit cost'],
      rows.map((i) => [several ? `${services[of.service[i]]}, ${whom(i)}` : whom(i), amount(of.price[i]), amount(of.unit_cost[i])]));
}

function plan({model}, rows) {
  const {plans: of, parts} = model.replay;
  return table('Plan (allocation)', ['Part, route', 'units', `cost, ${model.currency} a unit`],
      rows.map((i) => [`${parts[of.part[i]]}, route ${of.route[i]}`, amount(of.planned_units[i], 1), amount(of.average_cost[i])]));
}

function machines({model}, rows) {
  const {machines: of, machine_names: names} = model.replay;
  const several = new Set(rows.map((i) => of.group[i])).size > 1;
  const bar = (i) => {
    const load = of.capacity_min[i] > 0 ? of.planned_min[i] / of.capacity_min[i] : 0;
    const name = `Planned load of ${names[of.machine[i]]}`;
    return [element('progress', {max: 1, value: Math.min(1, load), 'aria-label': name}), ` ${percent(load, 0)}`];
  };
  return table('Planned load of the machines', ['Machine', 'planned of capacity'],
      rows.map((i) => [several ? `${names[of.machine[i]]}, group ${of.group[i]}` : names[of.machine[i]], bar(i)]));
}
