// Which factors matter?
import {interactions, interactionsHeight, mainEffects, mainEffectsHeight, tornado} from '../../charts/factors.js';
import {barRowsHeight} from '../../charts/parts/bars.js';
import {halfNormal} from '../../charts/scatter.js';
import {quantity} from '../../format.js';
import {distinct, tableOf} from '../../table.js';
import {capital, enumeration, plain, sentences} from '../../words.js';
import {section} from '../parts.js';
import {anovaTable} from './anova.js';
import {perOutput, recordsFor, tablePerOutput} from './outputs.js';

/// Section "Effects" of a factorial experiment; others have none.
export function effects({experiment}) {
  const {outputs, main_effects: main, interactions: pairs, effects: all, anova} = experiment;
  if (!main && !all && !anova) return null;
  return section(
    'effects',
    'Effects of the factors',
    'Which factors change an output, by how much, and whether they depend on each other.',
    [
      main && perOutput('main-effects', outputs, (output, id) => mainChart(recordsFor(main, output.name), output, id)),
      main && perOutput('tornado', outputs, (output, id) => tornadoChart(recordsFor(main, output.name), output, id)),
      pairs && perOutput('interactions', outputs, (output, id) => interactionsChart(recordsFor(pairs, output.name), output, id)),
      all && perOutput('half-normal', outputs, (output, id) => halfNormalChart(recordsFor(all, output.name), output, id)),
      anova && tablePerOutput('anova', outputs, (output) => anovaTable(anova, output)),
    ],
  );
}

const named = ({name}) => plain(name);

function groupsOf(records) {
  return distinct(records.map(({factor}) => factor)).map((factor) => ({
    factor: plain(factor),
    levels: records
      .filter((record) => record.factor === factor)
      .map(({level, mean, half_width: half}) => ({
        level,
        mean,
        low: half === null ? null : mean - half,
        high: half === null ? null : mean + half,
      })),
  }));
}

function mainChart(records, output, id) {
  if (records.length === 0) return null;
  const groups = groupsOf(records);
  return {
    id,
    title: `Main effects on ${named(output)}`,
    height: mainEffectsHeight(groups.length),
    text: sentences(
      'Mean at each level of a factor, over all levels of the others; lines across are 95 % confidence intervals.',
      'A steep line is a strong effect.',
    ),
    option: (theme) => mainEffects(theme, groups, output.unit),
    table: tableOf(records, [
      ['factor', '', ({factor}) => plain(factor)],
      ['level', '', ({level}) => String(level)],
      ['mean', output.unit, ({mean}) => mean],
      ['half-width', output.unit, (row) => row.half_width],
    ]),
  };
}

function tornadoChart(records, output, id) {
  const groups = groupsOf(records).filter(({levels}) => levels.length > 1);
  if (groups.length === 0) return null;
  const means = groups[0].levels.map(({mean}) => mean);
  const centre = means.reduce((all, mean) => all + mean, 0) / means.length;
  const rows = groups
    .map(({factor, levels}) => ({
      name: factor,
      low: levels[0].mean,
      high: levels.at(-1).mean,
      lowLevel: `${factor} ${levels[0].level}`,
      highLevel: `${factor} ${levels.at(-1).level}`,
    }))
    .sort((a, b) => Math.abs(b.high - b.low) - Math.abs(a.high - a.low));
  return {
    id,
    title: `Tornado chart of ${named(output)}`,
    height: barRowsHeight(rows),
    text: sentences(
      `How far ${named(output)} moves when one factor goes from its first to its last level, from the mean of all points.`,
      `${capital(rows[0].name)} moves it most: by ${quantity(rows[0].high - rows[0].low, output.unit)}.`,
    ),
    option: (theme) => tornado(theme, {rows, centre, unit: output.unit}),
    table: tableOf(rows, [
      ['factor', '', ({name}) => name],
      ['mean at the first level', output.unit, ({low}) => low],
      ['mean at the last level', output.unit, ({high}) => high],
      ['change', output.unit, ({low, high}) => high - low],
    ]),
  };
}

function interactionsChart(records, output, id) {
  const keys = distinct(records.map(({first_factor: first, second_factor: second}) => JSON.stringify([first, second])));
  const pairs = keys.map((key) => pairOf(JSON.parse(key), records));
  if (pairs.length === 0) return null;
  return {
    id,
    title: `Interactions for ${named(output)}`,
    height: interactionsHeight(pairs.length),
    text: sentences(
      'Means for each pair of factors: the first across, a line for each level of the second.',
      'Lines that are not parallel show an interaction.',
    ),
    option: (theme) => interactions(theme, pairs, output.unit),
    table: tableOf(records, [
      ['first factor', '', (row) => plain(row.first_factor)],
      ['level', '', (row) => String(row.first_level)],
      ['second factor', '', (row) => plain(row.second_factor)],
      ['level of the second', '', (row) => String(row.second_level)],
      ['mean', output.unit, ({mean}) => mean],
    ]),
  };
}

function pairOf([first, second], records) {
  const own = records.filter((record) => record.first_factor === first && record.second_factor === second);
  const firstLevels = distinct(own.map(({first_level: level}) => level)),
    secondLevels = distinct(own.map(({second_level: level}) => level));
  const mean = (a, b) => own.find((record) => record.first_level === a && record.second_level === b)?.mean ?? null;
  return {
    first: plain(first),
    second: plain(second),
    firstLevels,
    secondLevels,
    means: secondLevels.map((b) => firstLevels.map((a) => mean(a, b))),
  };
}

function halfNormalChart(records, output, id) {
  const known = records.filter(({value}) => typeof value === 'number');
  if (known.length < 2) return null;
  const [{lenth_margin: margin, lenth_simultaneous_margin: simultaneous}] = known;
  const list = known.map(({effect, value, half_normal_quantile: quantile}) => ({
    name: effectName(effect),
    value,
    quantile,
    real: typeof margin === 'number' && Math.abs(value) > margin,
  }));
  const real = list.filter((effect) => effect.real).map(({name}) => name);
  const margins =
    typeof margin === 'number'
      ? [
          {name: 'margin', at: margin},
          {name: 'simultaneous', at: simultaneous},
        ]
      : [];
  return {
    id,
    title: `Half-normal plot of the effects on ${named(output)}`,
    height: 400,
    text: sentences(
      'Effects that are only chance lie on a line through zero.',
      margins.length > 0 ? beyondMargin(real) : NO_MARGINS,
      `Triangles are effects that lower ${named(output)}.`,
    ),
    option: (theme) => halfNormal(theme, {effects: list, margins, unit: output.unit}),
    table: tableOf(list, [
      ['effect', '', ({name}) => name],
      ['value', output.unit, ({value}) => value],
      ['half-normal quantile', '', ({quantile}) => quantile],
      ['beyond the margin', '', (effect) => (margins.length === 0 ? '' : effect.real ? 'yes' : 'no')],
    ]),
  };
}

/// "memory:effect" is the interaction "memory × effect".
export const effectName = (effect) => plain(effect).replaceAll(':', ' × ');

const NO_MARGINS = 'Lenth’s margins are for designs without replications; here the analysis of variance tests the effects.';

function beyondMargin(real) {
  if (real.length === 0) return 'None lies beyond Lenth’s margin.';
  return `Beyond Lenth’s margin lie${real.length === 1 ? 's' : ''} ${real.length > 8 ? `${real.length} effects` : enumeration(real)}.`;
}
