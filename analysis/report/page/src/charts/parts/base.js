// What do all charts have in common?

/// Texts that the tooltip must not take for its own formatting: `{style|text}` stays as it is written.
export const literal = (text) => harmless(String(text).replaceAll('{', '{\u2060'));

/// Lines of a tooltip.
export const lines = (texts) => texts.join('\n').split('\n').map(literal).join('\n');

/// A chart remembers texts as keys of an object: a name such as `__proto__` would change all objects, so an invisible letter makes it
/// another text.
export const harmless = (text) => (text in Object.prototype ? `\u2060${text}` : text);

/// An option with all its texts harmless.
export function harmlessOption(option) {
  if (typeof option === 'string') return harmless(option);
  if (Array.isArray(option)) return option.map(harmlessOption);
  if (option === null || typeof option !== 'object') return option;
  return Object.fromEntries(Object.entries(option).map(([key, value]) => [key, harmlessOption(value)]));
}

/// An option with the theme's letters and colours. `decals` adds patterns to filled areas, for those who cannot see the colours.
export function base(theme, {decals = false, tooltip, ...option}) {
  return {
    animation: false,
    backgroundColor: theme.background,
    color: theme.palette,
    textStyle: {fontFamily: theme.font, fontSize: 12, color: theme.ink},
    aria: {enabled: true, label: {enabled: false}, decal: {show: decals, decals: patterns(theme)}},
    tooltip: {...tooltipOf(theme), ...tooltip},
    ...option,
  };
}

const tooltipOf = (theme) => ({
  renderMode: 'richText',
  confine: true,
  backgroundColor: theme.paper,
  borderColor: theme.line,
  borderWidth: 1,
  padding: [8, 10],
  textStyle: {color: theme.ink, fontFamily: theme.font, fontSize: 12, lineHeight: 18},
  axisPointer: {lineStyle: {color: theme.muted, width: 1}, shadowStyle: {color: theme.dark ? 'rgba(255,255,255,.05)' : 'rgba(0,0,0,.04)'}},
});

function patterns(theme) {
  const color = theme.dark ? 'rgba(0,0,0,.32)' : 'rgba(255,255,255,.55)';
  const lined = (rotation, width, gap) => ({color, symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [width, gap], rotation, symbolSize: 1});
  const dotted = {
    color,
    symbol: 'circle',
    dashArrayX: [
      [7, 7],
      [0, 7, 7, 0],
    ],
    dashArrayY: [5, 0],
    symbolSize: 0.6,
  };
  return [
    {symbol: 'none'},
    lined(Math.PI / 4, 2, 6),
    dotted,
    lined(-Math.PI / 4, 2, 6),
    lined(0, 2, 5),
    lined(Math.PI / 2, 2, 5),
    {...dotted, symbol: 'rect'},
  ];
}

/// Names of the series above the chart; they scroll if there are many.
export const legend = (theme, names, more = {}) => ({
  show: names.length > 1,
  data: names,
  type: 'scroll',
  left: 0,
  top: 0,
  itemWidth: theme.narrow ? 18 : 22,
  itemHeight: 10,
  itemGap: theme.narrow ? 8 : 16,
  textStyle: {color: theme.ink, fontSize: theme.narrow ? 11 : 12, width: 190, overflow: 'truncate'},
  pageTextStyle: {color: theme.muted},
  pageIconColor: theme.muted,
  pageIconInactiveColor: theme.faint,
  inactiveColor: theme.line,
  ...more,
});

/// The heading of a panel.
export const heading = (theme, text, {left, top, width = theme.width - left}) => ({
  text,
  left,
  top,
  padding: 0,
  textStyle: {fontSize: 13, lineHeight: 15, fontWeight: 600, color: theme.ink, fontFamily: theme.font, width, overflow: 'truncate'},
});
