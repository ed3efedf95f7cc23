// How are quantities over periods drawn, in one panel or several?
import {intervalInWords} from '../../format.js';
import {hasValue} from '../../table.js';
import {periodAxis, valueAxis} from './axes.js';
import {bandSeries, warmUpArea} from './bands.js';
import {base, legend, lines} from './base.js';
import {headingOf, panelPlaces, panelsHeight} from './panels.js';
import {roundScale} from './scale.js';

const PLACES = {height: 200, most: 3, top: 44, bottom: 50};
const SINGLE = {height: 250, most: 1, top: 2, bottom: 50};

function placesOf(panels) {
  if (panels.length > 1) return PLACES;
  return panels[0].series.length > 1 ? {...SINGLE, top: 30} : SINGLE;
}

/// The band of one element at one period.
export const at = (band, i) => ({mean: band.mean[i], low: band.low?.[i] ?? null, high: band.high?.[i] ?? null});

/// Option of a chart over periods. A panel is {title, series: [{name, band, colour(theme), dash}]}; all share one scale unless `apart`.
export function overTime(theme, {panels, periods, warmUp, unit, apart = false, fromZero = false}) {
  const places = panelPlaces(theme, panels.length, placesOf(panels));
  const shown = panels.map((panel) => ({...panel, series: panel.series.filter(({band}) => hasValue(band.mean))}));
  const names = [...new Set(shown.flatMap(({series}) => series.map(({name}) => name)))];
  const scale = apart ? {} : commonScale(shown, fromZero);
  return base(theme, {
    title: panels.length > 1 ? panels.map(({title}, i) => headingOf(theme, title, places[i])) : [],
    legend: legend(theme, names, {itemStyle: {opacity: 0}}),
    grid: places.map(({left, top, width, height}) => ({left, top, width, height, outerBoundsMode: 'none'})),
    xAxis: places.map(({width}, i) => periodAxis(theme, periods, {gridIndex: i, width})),
    yAxis: places.map((_, i) => valueAxis(theme, {gridIndex: i, name: unit, scale: !fromZero, ...scale, nameTextStyle: nameAt(theme)})),
    tooltip: {trigger: 'axis', formatter: ([{axisIndex, dataIndex}]) => tooltip(shown[axisIndex], dataIndex, unit)},
    axisPointer: {link: [{xAxisIndex: 'all'}]},
    series: shown.flatMap(({series}, panel) =>
      series.flatMap((one, k) =>
        bandSeries({
          id: `${panel}:${one.name}`,
          name: one.name,
          band: one.band,
          colour: one.colour(theme),
          dash: one.dash,
          width: one.width,
          axis: panel,
          more: k === 0 ? {markArea: warmUpArea(theme, warmUp)} : {},
        }),
      ),
    ),
  });
}

/// Height of such a chart.
export const overTimeHeight = (panels) => (theme) => panelsHeight(theme, panels.length, placesOf(panels));

const nameAt = (theme) => ({color: theme.muted, align: 'left', padding: [0, 0, 0, -40]});

function commonScale(panels, fromZero) {
  const bands = panels.flatMap(({series}) => series.map(({band}) => band));
  const values = bands.flatMap(({mean, low, high}) => [...mean, ...(low ?? []), ...(high ?? [])]).filter((value) => value !== null);
  if (panels.length < 2 || values.length === 0) return {};
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return roundScale(fromZero ? Math.min(0, low) : low, high);
}

function tooltip({title, series}, i, unit) {
  const rows = series.map(({name, band}) => `${name}: ${intervalInWords(at(band, i), unit)}`);
  return lines([`Period ${i + 1}${title ? `, ${title}` : ''}`, ...rows]);
}

/// The table behind it: one row per panel and period, with mean and bounds of each series.
export function overTimeTable({panels, periods, unit, panelName}) {
  const names = [...new Set(panels.flatMap(({series}) => series.map(({name}) => name)))];
  const bounds = panels.some(({series}) => series.some(({band}) => band.low));
  const columnsOf = (name) => (bounds ? [name, `${name}, 95 % low`, `${name}, 95 % high`] : [name]);
  const columns = [
    ...(panelName ? [{name: panelName, unit: ''}] : []),
    {name: 'period', unit: ''},
    ...names.flatMap(columnsOf).map((name) => ({name, unit})),
  ];
  const rows = panels.flatMap(({title, series}) =>
    Array.from({length: periods}, (_, i) => [
      ...(panelName ? [title] : []),
      i + 1,
      ...names.flatMap((name) =>
        cells(
          series.find((one) => one.name === name),
          i,
          bounds,
        ),
      ),
    ]),
  );
  return {columns, rows};
}

function cells(series, i, bounds) {
  const {mean, low, high} = series ? at(series.band, i) : {mean: null, low: null, high: null};
  return bounds ? [mean ?? null, low, high] : [mean ?? null];
}

/// A whole chart over periods.
export function overTimeChart({id, title, text, panelName, ...spec}) {
  return {
    id,
    title,
    text,
    height: overTimeHeight(spec.panels),
    option: (theme) => overTime(theme, spec),
    table: overTimeTable({...spec, panelName}),
  };
}
