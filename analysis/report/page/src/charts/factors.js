// How does an output change with the levels of factors: alone, in pairs, and ranked?
import {intervalInWords, quantity} from '../format.js';
import {distinct} from '../table.js';
import {acrossAxis, categoryAxis, labelWidth, rowAxis, valueAxis} from './parts/axes.js';
import {base, legend, lines} from './parts/base.js';
import {intervalSeries, zeroLine} from './parts/intervals.js';
import {headingOf, panelPlaces, panelsHeight} from './parts/panels.js';
import {roundScale} from './parts/scale.js';

const PLACES = {height: 150, most: 4, smallest: 165, left: 56, top: 14, bottom: 52};
const LINE = 15;
/// Whether the names of two factors stand one below the other: on paper and on narrow screens they have no room side by side.
const stacked = (theme) => theme.width < 880;
const pairPlaces = (theme) => ({...PLACES, top: stacked(theme) ? 42 + LINE : 42, height: 140});

/// Room for long names: a heading that begins above the labels of the axis.
const fromItsLabels = ({left, width, ...place}) => ({...place, left: left - 44, width: width + 44});

function pairHeading(theme, {first, second}, place) {
  const {top, ...wide} = fromItsLabels(place);
  if (stacked(theme)) return headingOf(theme, `${first}\n× ${second}`, {...wide, top: top - LINE});
  return headingOf(theme, `${first} × ${second}`, {...wide, top});
}

const nameStyle = (theme) => ({color: theme.muted, align: 'left', padding: [0, 0, 0, -44]});

function axes(theme, places, levels, unit, scale) {
  return {
    grid: places.map(({left, top, width, height}) => ({left, top, width, height, outerBoundsMode: 'none'})),
    xAxis: levels.map((data, i) =>
      categoryAxis(theme, {
        data,
        gridIndex: i,
        axisLabel: {color: theme.muted, interval: 0, width: Math.max(30, places[i].width / data.length - 6), overflow: 'truncate'},
      }),
    ),
    yAxis: places.map(({first}, i) => valueAxis(theme, {gridIndex: i, name: first ? unit : '', ...scale, nameTextStyle: nameStyle(theme)})),
  };
}

/// One scale for all panels.
const scaleOf = (values) => roundScale(Math.min(...values), Math.max(...values), 3);

/// Groups {factor, levels: [{level, mean, low, high}]}: one panel per factor, one scale.
export function mainEffects(theme, groups, unit) {
  const places = panelPlaces(theme, groups.length, PLACES);
  const all = groups.flatMap(({levels}) => levels.flatMap(({mean, low, high}) => [mean, low ?? mean, high ?? mean]));
  return base(theme, {
    title: groups.map(({factor}, i) => headingOf(theme, factor, fromItsLabels(places[i]))),
    ...axes(
      theme,
      places,
      groups.map(({levels}) => levels.map(({level}) => String(level))),
      unit,
      scaleOf(all),
    ),
    tooltip: {trigger: 'item', formatter: ({seriesIndex, dataIndex}) => levelInWords(groups[Math.floor(seriesIndex / 2)], dataIndex, unit)},
    series: groups.flatMap(({levels}, i) => [
      {
        type: 'line',
        xAxisIndex: i,
        yAxisIndex: i,
        data: levels.map(({mean}) => mean),
        symbol: 'circle',
        symbolSize: 9,
        lineStyle: {color: theme.blue, width: 2},
        itemStyle: {color: theme.blue},
        z: 3,
      },
      intervalSeries(
        levels.map((level, row) => ({...level, row, colour: theme.blue})).filter(({low}) => typeof low === 'number'),
        {axis: i, horizontal: false},
      ),
    ]),
  });
}

const levelInWords = ({factor, levels}, i, unit) => lines([`${factor}: ${levels[i].level}`, intervalInWords(levels[i], unit)]);

export const mainEffectsHeight = (count) => (theme) => panelsHeight(theme, count, PLACES);

/// Pairs {first, second, firstLevels, secondLevels, means[second][first]}: one panel per pair, a line for each level of the second.
export function interactions(theme, pairs, unit) {
  const places = panelPlaces(theme, pairs.length, pairPlaces(theme));
  const dashes = ['solid', 'dashed', 'dotted'],
    symbols = ['circle', 'diamond', 'triangle', 'rect'];
  const ranks = distinct(pairs.flatMap(({secondLevels}) => secondLevels.map((_, k) => k)));
  const nameOf = (k) => (ranks.length === 2 ? ['second factor low', 'second factor high'][k] : `second factor, level ${k + 1}`);
  return base(theme, {
    legend: legend(theme, ranks.map(nameOf)),
    title: pairs.map(({first, second}, i) => pairHeading(theme, {first, second}, places[i])),
    ...axes(
      theme,
      places,
      pairs.map(({firstLevels}) => firstLevels.map(String)),
      unit,
      scaleOf(pairs.flatMap(({means}) => means.flat()).filter((mean) => mean !== null)),
    ),
    tooltip: {trigger: 'item', formatter: ({value, data}) => lines([data.words, quantity(value, unit)])},
    series: pairs.flatMap(({first, second, firstLevels, secondLevels, means}, i) =>
      secondLevels.map((level, k) => ({
        type: 'line',
        name: nameOf(k),
        xAxisIndex: i,
        yAxisIndex: i,
        symbol: symbols[k % 4],
        symbolSize: 8,
        lineStyle: {color: theme.palette[k % 7], width: 2, type: dashes[k % 3]},
        itemStyle: {color: theme.palette[k % 7]},
        data: means[k].map((value, j) => ({value, words: `${first} ${firstLevels[j]}, ${second} ${level}`})),
      })),
    ),
  });
}

export const interactionsHeight = (count) => (theme) => panelsHeight(theme, count, pairPlaces(theme));

/// Rows {name, low, high, lowLevel, highLevel} around `centre`, longest first: how far each factor moves the output.
export function tornado(theme, {rows, centre, unit}) {
  const names = rows.map(({name}) => name);
  const bar = (key, colour, name) => ({
    type: 'bar',
    name,
    barGap: '-100%',
    data: rows.map((row) => row[key] - centre),
    barMaxWidth: 22,
    itemStyle: {color: colour},
  });
  return base(theme, {
    decals: true,
    legend: legend(theme, ['low level', 'high level']),
    grid: {left: labelWidth(theme, names) + 14, right: 28, top: 34, bottom: 44, outerBoundsMode: 'none'},
    xAxis: acrossAxis(theme, {
      name: `change from ${theme.narrow ? '' : 'the mean of '}${quantity(centre, unit)}`,
      splitNumber: theme.narrow ? 3 : 6,
    }),
    yAxis: rowAxis(theme, names),
    tooltip: {
      trigger: 'axis',
      axisPointer: {type: 'shadow'},
      formatter: ([{dataIndex: i}]) =>
        lines([names[i], `${rows[i].lowLevel}: ${quantity(rows[i].low, unit)}`, `${rows[i].highLevel}: ${quantity(rows[i].high, unit)}`]),
    },
    series: [{...bar('low', theme.orange, 'low level'), markLine: zeroLine(theme)}, bar('high', theme.blue, 'high level')],
  });
}
