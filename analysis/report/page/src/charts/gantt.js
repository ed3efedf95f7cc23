// What was made where, and when?
import {number, tick} from '../format.js';
import {acrossAxis, labelWidth, rowAxis} from './parts/axes.js';
import {base, lines} from './parts/base.js';

/// Option of a Gantt chart of bars {row, from_d, to_d, setup_d, request, label} as columns; the time of setting up is lighter.
export function gantt(theme, {rows, bars, kind}) {
  const named = rows.some((row) => row !== '');
  return base(theme, {
    aria: {enabled: false},
    grid: {left: named ? labelWidth(theme, rows) + 14 : 16, right: 20, top: 8, bottom: 44, outerBoundsMode: 'none'},
    xAxis: acrossAxis(theme, {
      name: 'time in days',
      scale: true,
      axisLabel: {color: theme.muted, formatter: tick, hideOverlap: true},
      splitNumber: theme.narrow ? 4 : 8,
    }),
    yAxis: rowAxis(theme, rows),
    tooltip: {trigger: 'item', formatter: ({dataIndex: i}) => lines(barInWords(rows, bars, i, kind))},
    series: [
      {
        type: 'custom',
        clip: true,
        encode: {x: [1, 2], y: 0},
        data: bars.row.map((row, i) => [row, bars.from_d[i], bars.to_d[i], bars.setup_d?.[i] ?? 0]),
        renderItem: (params, api) => bar(theme, params, api, bars.request[params.dataIndex]),
      },
    ],
  });
}

function bar(theme, {coordSys}, api, request) {
  const [row, from, to, setup] = [0, 1, 2, 3].map((i) => api.value(i));
  const height = Math.min(20, api.size([0, 1])[1] * 0.68);
  const colour = theme.palette[request % 6];
  const [left, y] = api.coord([from, row]),
    [middle] = api.coord([from + setup, row]),
    [right] = api.coord([to, row]);
  const inside = (x) => Math.max(coordSys.x, Math.min(coordSys.x + coordSys.width, x));
  const piece = (x1, x2, opacity) => ({
    type: 'rect',
    shape: {x: inside(x1), y: y - height / 2, width: Math.max(x2 > x1 ? 1 : 0, inside(x2) - inside(x1)), height},
    style: {fill: colour, opacity},
  });
  return {type: 'group', children: setup > 0 ? [piece(left, middle, 0.4), piece(middle, right, 0.92)] : [piece(left, right, 0.92)]};
}

function barInWords(rows, bars, i, kind) {
  const what = kind === 'operations' ? `${rows[bars.row[i]]}: ${bars.label[i]}` : bars.label[i];
  return [
    what,
    `request ${bars.request[i]}`,
    `day ${number(bars.from_d[i], 3)} to ${number(bars.to_d[i], 3)}`,
    ...(bars.setup_d?.[i] ? [`of which ${number(24 * 60 * bars.setup_d[i], 1)} min setting up`] : []),
  ];
}

/// Height of such a chart.
export const ganttHeight = (rows) => 56 + rows.length * (rows.length > 24 ? 16 : 28);
