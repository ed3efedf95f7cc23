// What do small reports of the other kinds look like? Their data, as the program would write them.
import {common, tableOf, times} from './document_of_run.js';

const SCENARIOS = [
  {scenario: 1, name: 'A', file: 'a.yaml', settings: []},
  {scenario: 2, name: 'B', file: 'b.yaml', settings: ['x.y.z=1']},
];

export const COMPARISON = common('comparison', {
  comparison: {
    scenarios: SCENARIOS,
    replications: 2,
    confidence: 0.95,
    table: tableOf(
      'scenario output unit n baseline_mean mean difference ci_low ci_high confidence p_value relative_difference ' +
        'correlation variance_reduction narrowing verdict in_words',
      [2, 'profit', 'EUR', 2, 10, 12, 2, 1, 3, 0.95, 0.01, 0.2, 0.9, 0.8, 2, 'higher', 'higher by 2'],
      [2, 'price_paid', 'EUR', 2, 5, 4.99, -0.01, -0.02, 0.01, 0.95, 0.6, 0.2, 0.9, 0.8, 2, 'no difference seen', 'no difference seen'],
      [2, 'sales', 'orders', 2, 5, 5, 0, 0, 0, 0.95, 1, 0, 1, 1, 1, 'identical', 'identical in all 2 replications'],
    ),
    runs: tableOf('scenario replication profit', [1, 1, 9], [1, 2, 11], [2, 1, 11], [2, 2, 13]),
  },
});

export const SELECTION = common('selection', {
  selection: {
    scenarios: SCENARIOS,
    procedure: 'kn',
    output: 'profit',
    best_is: 'highest',
    arguments: {indifference: 500, confidence: 0.95},
    table: tableOf('scenario n mean sd state', [1, 2, 10, 1, 'eliminated'], [2, 2, 12, 1, 'best']),
    runs: COMPARISON.comparison.runs,
  },
});

const FACTORIAL = times(4, (i) => [i + 1, i % 2 ? 0.8 : 0.2, i > 1 ? 2.5 : 1]);

export const EXPERIMENT = common('experiment', {
  experiment: {
    name: 'Two factors',
    design: 'full_factorial',
    points: 4,
    replications: 1,
    finished: 4,
    failed: 0,
    runs_of: 4,
    morris: null,
    sobol: null,
    factors: [
      {name: 'memory', unit: '', levels: ['0.2', '0.8'], low: 0.2, high: 0.8},
      {name: 'effect', unit: '', levels: ['1', '2.5'], low: 1, high: 2.5},
    ],
    outputs: [
      {name: 'profit', unit: 'EUR'},
      {name: 'cost', unit: 'EUR'},
    ],
    summary: tableOf(
      'point memory effect output unit mean sd n ci95_low ci95_high',
      ...FACTORIAL.flatMap((point, i) => [
        [...point, 'profit', 'EUR', 10 - i, null, 1, null, null],
        [...point, 'cost', 'EUR', 5 + i, null, 1, null, null],
      ]),
    ),
    runs: tableOf(
      'point replication memory effect profit cost state message',
      ...FACTORIAL.map(([point, ...levels], i) => [point, 1, ...levels, 10 - i, 5 + i, 'finished', null]),
    ),
    anova: tableOf(
      'output term sum_of_squares degrees_of_freedom mean_square f p contribution_percent',
      ['profit', 'memory', 9, 1, 9, 5, 0.00001, 90],
      ['profit', 'memory:effect', 1, 1, 1, 1, 0.3, 10],
    ),
    effects: tableOf(
      'output effect value half_normal_quantile lenth_margin lenth_simultaneous_margin',
      ['profit', 'memory', -3, 1.4, 2, 3],
      ['profit', 'effect', 1, 0.7, 2, 3],
      ['profit', 'memory:effect', 0.1, 0.2, 2, 3],
    ),
    main_effects: tableOf(
      'output factor level mean half_width',
      ['profit', 'memory', 0.2, 5, 1],
      ['profit', 'memory', 0.8, 7, 1],
      ['profit', 'effect', 1, 5.5, 1],
      ['profit', 'effect', 2.5, 6.5, 1],
    ),
    interactions: tableOf(
      'output first_factor first_level second_factor second_level mean',
      ...FACTORIAL.map(([, memory, effect], i) => ['profit', 'memory', memory, 'effect', effect, i]),
    ),
  },
});

export const SENSITIVITY = common('experiment', {
  experiment: {
    ...EXPERIMENT.experiment,
    design: 'morris',
    anova: null,
    effects: null,
    main_effects: null,
    interactions: null,
    morris: tableOf(
      'output factor mu_star mu_star_ci95_low mu_star_ci95_high mu mu_ci95_low mu_ci95_high sigma',
      ['profit', 'memory', 3, 2, 4, 3, 2, 4, 1],
      ['profit', 'effect', 5, 4, 6, -5, -6, -4, 2],
    ),
    sobol: tableOf(
      'output factor first first_ci95_low first_ci95_high total total_ci95_low total_ci95_high',
      ['profit', 'memory', 0.3, 0.2, 0.4, 0.5, 0.4, 0.6],
      ['profit', 'effect', 0.5, 0.4, 0.6, 0.7, 0.6, 0.8],
    ),
  },
});

export const PLAN = common('plan', {
  plan: {
    pilot: 10,
    half_width: '5 %',
    series: [{output: 'sales', unit: 'orders', mean: times(20, (i) => 100 / (i + 1)), welch: times(20, (i) => 90 / (i + 1)), cut: 5}],
    replications: tableOf('output unit n mean half_width wanted reached replications', ['sales', 'orders', 10, 100, 6, 5, 1, 14]),
  },
});
