// How do differences look, with a panel for each unit?
import {intervalInWords} from '../format.js';
import {distinct} from '../table.js';
import {unitInWords} from '../words.js';
import {acrossAxis, labelWidth, rowAxis} from './parts/axes.js';
import {base, heading, legend, lines} from './parts/base.js';
import {dotSeries, zeroLine} from './parts/intervals.js';

const ROW = 24,
  ABOVE = 34,
  BELOW = 34,
  TOP = 34;

/// What a verdict looks like: its name, colour and shape.
export const VERDICTS = [
  {verdict: 'higher', name: 'higher', colour: 'blue', symbol: 'triangle'},
  {verdict: 'lower', name: 'lower', colour: 'vermilion', symbol: 'diamond'},
  {verdict: 'none', name: 'no difference seen', colour: 'grey', symbol: 'circle'},
];

const lookOf = (verdict) => VERDICTS.find((look) => look.verdict === verdict) ?? VERDICTS[2];

const ALIKE = 30;

const sizeOf = ({mean, low, high}) => Math.max(Math.abs(low ?? mean), Math.abs(high ?? mean));

/// Rows {name, mean, low, high, unit, verdict} grouped by unit, in the order in which units occur; those of one unit that are much smaller
/// than the largest have a group of their own, on a scale on which they can be seen.
export const groupsOf = (rows) =>
  distinct(rows.map(({unit}) => unit)).flatMap((unit) =>
    alike(rows.filter((row) => row.unit === unit)).map((group) => ({unit, rows: group})),
  );

function alike(rows) {
  if (rows.length === 0) return [];
  const largest = Math.max(...rows.map(sizeOf));
  const large = rows.filter((row) => sizeOf(row) * ALIKE >= largest);
  return [large, ...alike(rows.filter((row) => !large.includes(row)))];
}

/// Height of the chart of these groups.
export const differencesHeight = (groups) => TOP + groups.reduce((all, {rows}) => all + ABOVE + BELOW + ROW * rows.length, 0);

/// Option of differences, from zero, one panel for each unit.
export function differences(theme, groups) {
  const left =
    labelWidth(
      theme,
      groups.flatMap(({rows}) => rows.map(({name}) => name)),
    ) + 14;
  const tops = groups.map((_, i) => differencesHeight(groups.slice(0, i)) + ABOVE);
  return base(theme, {
    legend: legend(
      theme,
      VERDICTS.map(({name, symbol}) => ({name, icon: symbol})),
      {selectedMode: false, itemWidth: 12},
    ),
    title: groups.map(({unit}, i) => heading(theme, `Difference in ${unitInWords(unit)}`, {left: left - 2, top: tops[i] - 22})),
    grid: groups.map(({rows}, i) => ({left, right: 28, top: tops[i], height: ROW * rows.length, outerBoundsMode: 'none'})),
    xAxis: groups.map((_, i) => acrossAxis(theme, {gridIndex: i, splitNumber: theme.narrow ? 3 : 6})),
    yAxis: groups.map(({rows}, i) =>
      rowAxis(
        theme,
        rows.map(({name}) => name),
        {axis: {gridIndex: i}},
      ),
    ),
    tooltip: {trigger: 'item', formatter: ({seriesIndex, value}) => inWords(groups[Math.floor(seriesIndex / 2)]?.rows[value[1]])},
    series: [...groups.flatMap(({rows}, i) => panelSeries(theme, rows, i)), ...VERDICTS.map((look) => keyOf(theme, look))],
  });
}

function panelSeries(theme, rows, axis) {
  const looks = rows.map((row) => ({...row, colour: theme[lookOf(row.verdict).colour], symbol: lookOf(row.verdict).symbol}));
  const [intervals, dots] = dotSeries(theme, looks, {axis});
  return [intervals, {...dots, symbolSize: 10, markLine: zeroLine(theme)}];
}

/// A series without points, for the legend.
const keyOf = (theme, {name, colour, symbol}) => ({type: 'scatter', name, data: [], itemStyle: {color: theme[colour]}, symbol});

const inWords = (row) => (row ? lines([row.name, row.inWords ?? intervalInWords(row, row.unit)]) : '');
