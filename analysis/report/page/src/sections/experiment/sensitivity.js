// Which factors does an output react to, by Morris or Sobol?
import {sobolBars, sobolHeight, sobolWords} from '../../charts/indices.js';
import {dots, dotsHeight} from '../../charts/parts/intervals.js';
import {morrisPlane} from '../../charts/scatter.js';
import {tableOf} from '../../table.js';
import {capital, enumeration, plain, sentences} from '../../words.js';
import {section} from '../parts.js';
import {perOutput, recordsFor} from './outputs.js';

/// Section "Sensitivity" of an experiment after Morris or Sobol; others have none.
export function sensitivity({experiment: {outputs, morris, sobol}}) {
  if (!morris && !sobol) return null;
  return section(
    'sensitivity',
    'Sensitivity',
    morris
      ? 'The Morris method screens factors by their elementary effects.'
      : 'Sobol indices divide the variance of an output among the factors.',
    [
      morris && perOutput('morris', outputs, (output, id) => planeChart(recordsFor(morris, output.name), output, id)),
      morris && perOutput('morris-effects', outputs, (output, id) => sizesChart(recordsFor(morris, output.name), output, id)),
      sobol && perOutput('sobol', outputs, (output, id) => sobolChart(recordsFor(sobol, output.name), id, output)),
    ],
  );
}

const bySize = (records) => [...records].sort((a, b) => b.mu_star - a.mu_star);

function planeChart(all, output, id) {
  const records = bySize(all);
  if (records.length === 0) return null;
  return {
    id,
    title: `Morris plane of ${plain(output.name)}`,
    height: 380,
    text: sentences(
      'Each factor by the mean size of its elementary effects, across, and their spread, upwards. Far to the right is important;',
      'near the dashed line or above it, the effect depends on other factors or is not straight.',
      `Most important is ${plain(records[0].factor)}.`,
    ),
    option: (theme) =>
      morrisPlane(theme, {
        unit: output.unit,
        points: records.map(({factor, mu_star: muStar, sigma}) => ({name: plain(factor), muStar, sigma: sigma ?? 0})),
      }),
    table: morrisTable(records, output.unit),
  };
}

function sizesChart(all, output, id) {
  const rows = bySize(all).map((row) => ({
    name: plain(row.factor),
    mean: row.mu_star,
    low: row.mu_star_ci95_low,
    high: row.mu_star_ci95_high,
  }));
  if (rows.length === 0) return null;
  return {
    id,
    title: `Mean size of the elementary effects on ${plain(output.name)}`,
    height: dotsHeight(rows),
    text: 'The larger, the more a factor matters. Lines across the dots are 95 % confidence intervals over trajectories.',
    option: (theme) => dots(theme, {rows, unit: output.unit, fromZero: true}),
    table: morrisTable(bySize(all), output.unit),
  };
}

const morrisTable = (records, unit) =>
  tableOf(records, [
    ['factor', '', ({factor}) => plain(factor)],
    ['µ*', unit, (row) => row.mu_star],
    ['µ*, 95 % low', unit, (row) => row.mu_star_ci95_low],
    ['µ*, 95 % high', unit, (row) => row.mu_star_ci95_high],
    ['µ', unit, ({mu}) => mu],
    ['σ', unit, ({sigma}) => sigma],
  ]);

function sobolChart(records, id, {name}) {
  const rows = records
    .map((row) => ({name: plain(row.factor), first: intervalOf(row, 'first'), total: intervalOf(row, 'total')}))
    .sort((a, b) => b.total.mean - a.total.mean);
  if (rows.length === 0) return null;
  return {
    id,
    title: `Sobol indices of ${plain(name)}`,
    height: sobolHeight(rows),
    text: sentences(
      'Share of the variance that a factor causes alone (first order), and with all its interactions (total):',
      `${enumeration(sobolWords(rows.slice(0, 3)))}. Lines are 95 % confidence intervals.`,
    ),
    option: (theme) => sobolBars(theme, rows),
    table: tableOf(rows, [
      ['factor', '', (row) => capital(row.name)],
      ...['first', 'total'].flatMap((key) => [
        [key === 'first' ? 'first order' : 'total', '', (row) => row[key].mean],
        [`${key}, 95 % low`, '', (row) => row[key].low],
        [`${key}, 95 % high`, '', (row) => row[key].high],
      ]),
    ]),
  };
}

const intervalOf = (row, key) => ({mean: row[key], low: row[`${key}_ci95_low`], high: row[`${key}_ci95_high`]});
