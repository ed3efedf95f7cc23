// How do flows look?
import {quantity} from '../../format.js';
import {shortened} from '../../words.js';
import {base, lines, literal} from './base.js';

/// Option of flows; nodes are {name, colour, depth}, links {source, target (indices of nodes), value, colour, name}.
/// There must be no cycles.
export function sankey(theme, {nodes, links, unit, key = []}) {
  const margin = theme.narrow ? 84 : 170;
  const room = (theme.width - margin) / Math.max(1, layersOf(nodes, links) - 1) - 18;
  return base(theme, {
    title: keyOf(theme, key),
    tooltip: {trigger: 'item', formatter: ({data}) => lines([data.words, quantity(data.value ?? data.through, unit)])},
    series: [
      {
        type: 'sankey',
        left: 4,
        right: margin,
        top: key.length > 0 ? 36 : 10,
        bottom: 10,
        nodeWidth: 12,
        nodeGap: theme.narrow ? 8 : 12,
        draggable: false,
        layoutIterations: 48,
        emphasis: {focus: 'adjacency'},
        nodeAlign: 'justify',
        label: {
          color: theme.ink,
          fontSize: theme.narrow ? 11 : 12,
          width: Math.min(margin - 16, room),
          overflow: 'truncate',
          textBorderColor: theme.paper,
          textBorderWidth: 2,
          formatter: ({data}) => data.shown,
        },
        data: nodes.map(({name, colour, depth}, i) => ({
          name: String(i),
          words: name,
          shown: shortened(name),
          through: throughOf(links, i),
          depth,
          itemStyle: {color: colour, borderWidth: 0},
        })),
        links: links.map(({source, target, value, colour, name}) => ({
          source: String(source),
          target: String(target),
          value,
          words: `${nodes[source].name} \u2192 ${nodes[target].name}${name ? `, ${name}` : ''}`,
          lineStyle: {color: colour, opacity: theme.dark ? 0.5 : 0.42, curveness: 0.5},
        })),
      },
    ],
  });
}

/// How many nodes stand one after the other.
function layersOf(nodes, links) {
  const depths = nodes.map(() => 1);
  for (let round = 0; round < nodes.length; ++round)
    for (const {source, target} of links) depths[target] = Math.max(depths[target], Math.min(nodes.length, depths[source] + 1));
  return Math.max(...depths);
}

/// What the colours mean, above the flows: [name, colour] each.
function keyOf(theme, key) {
  const rich = Object.fromEntries(key.map(([, color], i) => [`key${i}`, {color, fontSize: 16, verticalAlign: 'middle'}]));
  const text = key.map(([name], i) => `{key${i}|\u25a0} ${literal(name)}`).join('     ');
  return key.length > 0
    ? {text, left: 0, top: 0, padding: 0, textStyle: {fontSize: 12, fontWeight: 400, color: theme.ink, rich}}
    : undefined;
}

const throughOf = (links, node) => Math.max(total(links, 'source', node), total(links, 'target', node));

const total = (links, end, node) => links.reduce((all, link) => all + (link[end] === node ? link.value : 0), 0);

/// Nodes and links from named links {from, to, ...}, in order of appearance. A link that would close a cycle, as of material that is
/// recycled, goes to a node of its own named "... again".
export function withoutCycles(named) {
  const names = [],
    links = [];
  const indexOf = (name) => (names.includes(name) ? names.indexOf(name) : names.push(name) - 1);
  for (const link of named) {
    const source = indexOf(link.from),
      target = indexOf(link.to);
    links.push({...link, source, target: reaches(links, target, source) ? indexOf(`${link.to}, again`) : target});
  }
  return {names, links};
}

function reaches(links, from, to, seen = new Set()) {
  if (from === to) return true;
  if (seen.has(from)) return false;
  seen.add(from);
  return links.some(({source, target}) => source === from && reaches(links, target, to, seen));
}
