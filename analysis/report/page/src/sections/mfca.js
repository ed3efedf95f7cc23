// Where does material go, and what does each loss cost?
import {sankey, withoutCycles} from '../charts/parts/sankey.js';
import {percent, quantity} from '../format.js';
import {sum, tableOf} from '../table.js';
import {sentences, slug} from '../words.js';
import {choice, section, table} from './parts.js';

const KINDS = ['material', 'energy', 'system', 'waste'];
const THREE = KINDS.slice(0, 3);

const total = (costs) => sum(Object.values(costs));
const nameOf = ({name}) => name || 'all minifactories together';

/// Section "Material and its losses" of a run.
export function mfca({run, currency}) {
  if (!run.mfca || run.mfca.minifactories.length === 0)
    return section('mfca', 'Material and its losses', 'There is no material flow cost accounting in this run: nothing was made.');
  const all = run.mfca.minifactories.length === 2 ? run.mfca.minifactories.slice(1) : run.mfca.minifactories;
  const taken = new Set();
  const charts = all.map((one) => flowsChart(one, currency, taken)).filter(Boolean);
  return section(
    'mfca',
    'Material and its losses',
    sentences(
      'Material flow cost accounting (MFCA) divides the cost of each quantity centre between the product and what is lost.',
      `The ledger is ${run.mfca.basis === 'actual' ? 'of what really flowed' : 'as planned'}; numbers are means per replication.`,
    ),
    [charts.length > 0 && choice('mfca-flows', 'Minifactory', all.map(nameOf), charts, 'mfca'), ...tables(all[0], currency)],
  );
}

function flowsChart(one, currency, taken) {
  const {names, links} = withoutCycles(one.links.filter(({value}) => value > 0));
  if (links.length === 0) return null;
  const key = slug(one.name || 'all', taken);
  const lost = sum(one.centres.map(({loss}) => total(loss)));
  const spent = sum(one.centres.map((centre) => total(centre.new)));
  return {
    id: key === 'all' ? 'mfca-flows' : `mfca-flows-${key}`,
    title: `Flow of costs through the quantity centres of ${nameOf(one)}`,
    text: sentences(
      'Widths are costs.',
      lost > 0
        ? `${quantity(lost, currency, 0)} of ${quantity(spent, currency, 0)} spent (${percent(lost / spent)}) went into what is lost.`
        : `${quantity(spent, currency, 0)} were spent, and nothing was lost.`,
      'Energy and system costs follow the material.',
    ),
    height: (theme) => Math.max(280, Math.min(640, (theme.narrow ? 60 : 72) * Math.max(3, Math.ceil(names.length / 2)))),
    option: (theme) =>
      sankey(theme, {
        unit: currency,
        key: KINDS.filter((kind) => links.some((link) => link.kind === kind)).map((kind) => [kind, theme.kinds[kind]]),
        nodes: names.map((name) => ({name, colour: theme.muted})),
        links: links.map(({kind, ...link}) => ({...link, name: kind, colour: theme.kinds[kind]})),
      }),
    table: tableOf(one.links, [
      ['from', '', ({from}) => from],
      ['to', '', ({to}) => to],
      ['kind', '', ({kind}) => kind],
      ['cost', currency, ({value}) => value],
    ]),
  };
}

function tables(one, currency) {
  return [
    table(
      'cost-matrix',
      `Cost matrix of ${nameOf(one)}`,
      sentences(
        'What leaves each quantity centre as product and as loss, by kind of cost; kinds that are zero everywhere are left out.',
        'Costs that are carried on count again at the next centre.',
      ),
      costMatrix(one.centres, currency),
    ),
    table(
      'mass-balance',
      `Masses and costs that enter, ${nameOf(one)}`,
      'Mass that enters each quantity centre, and what becomes of it; costs carried from the centre before, and new ones.',
      massBalance(one.centres, currency),
      {folded: true},
    ),
  ];
}

const costMatrix = (centres, currency) =>
  tableOf(centres, [
    ['quantity centre', '', ({name}) => name],
    ...THREE.filter((kind) => centres.some(({product}) => product[kind] !== 0)).map((kind) => [
      `product, ${kind}`,
      currency,
      ({product}) => product[kind],
    ]),
    ['product', currency, ({product}) => total(product)],
    ...KINDS.filter((kind) => centres.some(({loss}) => loss[kind] !== 0)).map((kind) => [
      `loss, ${kind}`,
      currency,
      ({loss}) => loss[kind],
    ]),
    ['loss', currency, ({loss}) => total(loss)],
    ['loss', '%', ({product, loss}) => (total(product) + total(loss) ? (100 * total(loss)) / (total(product) + total(loss)) : 0)],
  ]);

const massBalance = (centres, currency) =>
  tableOf(centres, [
    ['quantity centre', '', ({name}) => name],
    ['in', 'kg', ({in_kg: mass}) => mass],
    ['product', 'kg', ({product_kg: mass}) => mass],
    ['loss', 'kg', ({loss_kg: mass}) => mass],
    ...THREE.map((kind) => [`carried ${kind}`, currency, ({carried}) => carried[kind]]),
    ...KINDS.map((kind) => [`new ${kind}`, currency, (centre) => centre.new[kind]]),
    ...THREE.map((kind) => [`recycled ${kind}`, currency, ({recycled}) => recycled[kind]]),
  ]);
