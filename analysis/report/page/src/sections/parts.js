// What is a section made of?

/// A section of the page; `parts` are made by the functions below, and those that are null are left out.
export const section = (id, title, text, parts = []) => ({id, title, text: [text].flat().filter(Boolean), parts: parts.filter(Boolean)});

/// A figure of one chart {id, title, text, option(theme), table, height}.
export const figure = (chart) => chart && {kind: 'figure', id: chart.id, charts: [chart]};

/// A figure that shows one of several charts; `names` are what one chooses from, and figures of one `group` are chosen together.
export function choice(id, label, names, charts, group) {
  if (charts.length < 2) return figure(charts[0]);
  return {kind: 'figure', id, charts, choice: {label, names, group}};
}

/// A table with its title; `text` says what one sees. A `folded` one shows its title until it is opened.
export const table = (id, title, text, content, more = {}) => ({kind: 'table', id, title, text, table: content, ...more});

/// A table that shows one of several {title, text, table}, chosen as figures are.
export const tableChoice = (id, label, names, tables, group) => ({kind: 'tables', id, tables, choice: {label, names, group}});

/// All charts of a list of sections.
export const chartsOf = (sections) => sections.flatMap(({parts}) => parts.flatMap((part) => part.charts ?? []));

/// What the bands of a chart over time are, for its text.
export const bandsOf = ({replications}) =>
  replications > 1 ? `; bands are 95 % confidence intervals over ${replications} replications` : '';

/// What the intervals of a chart are, for its text.
export const intervalsOf = ({replications}) =>
  replications > 1
    ? `Lines across the dots are 95 % confidence intervals over ${replications} replications.`
    : 'There was one replication, so there are no intervals.';
