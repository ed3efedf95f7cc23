// How much CO2 did it cause?
import {overTimeChart} from '../charts/parts/over_time.js';
import {hasValue, recordsOf, sum} from '../table.js';
import {intervalInWords} from '../format.js';
import {bandsOf, figure, section} from './parts.js';

/// Section "CO₂" of a run.
export function footprint({run}) {
  const {making, freight} = run.co2;
  if (sum(making.mean) + sum(freight.mean) === 0)
    return section('co2', 'CO₂', 'No emission of CO₂ was counted: neither the electricity nor the trips of this scenario cause any.');
  return section('co2', 'CO₂', '', [
    figure(
      overTimeChart({
        id: 'co2',
        title: 'CO₂ of making and of freight',
        unit: 'kg',
        periods: run.periods,
        warmUp: run.warm_up,
        fromZero: true,
        text: `Mass of CO₂ in each period${bandsOf(run)}.${totals(run.summary)}`,
        panels: [
          {
            series: [
              {name: 'electricity of production', band: making, colour: ({blue}) => blue},
              {name: 'freight', band: freight, colour: ({vermilion}) => vermilion, dash: 'dashed'},
            ].filter(({band}) => hasValue(band.mean)),
          },
        ],
      }),
    ),
  ]);
}

function totals(summary) {
  const rows = recordsOf(summary).filter(({breakdown, mean}) => !breakdown && mean !== null);
  const words = (name) =>
    rows
      .filter(({output}) => output === name)
      .map((row) => intervalInWords({mean: row.mean, low: row.ci95_low, high: row.ci95_high}, row.unit))[0];
  const [making, freight] = [words('making_co2'), words('freight_co2')];
  return making && freight ? ` In the whole run making caused ${making}, and freight ${freight}.` : '';
}
