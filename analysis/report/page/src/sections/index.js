// Which sections does a report have?
import {capacity} from './capacity.js';
import {pairedDifferences, perReplication, scenarios} from './comparison.js';
import {demand} from './demand.js';
import {EXPERIMENT} from './experiment/index.js';
import {footprint} from './footprint.js';
import {headline} from './headline.js';
import {matching} from './matching.js';
import {messages} from './messages.js';
import {mfca} from './mfca.js';
import {negotiation} from './negotiation.js';
import {chartsOf, section} from './parts.js';
import {replicationsNeeded, warmUp} from './plan.js';
import {prices} from './prices.js';
import {profit} from './profit.js';
import {selected} from './selection.js';
import {sources, whatWasRun} from './sources.js';

const SECTIONS = {
  run: [headline, replay, prices, profit, demand, negotiation, mfca, capacity, matching, footprint, messages],
  comparison: [scenarios, pairedDifferences, perReplication],
  selection: [selected],
  experiment: EXPERIMENT,
  plan: [warmUp, replicationsNeeded],
};

/// The sections of a report, in order.
export const sectionsOf = (data) => [whatWasRun, ...SECTIONS[data.kind], sources].map((make) => make(data)).filter(Boolean);

/// The replay is drawn by a part of its own.
function replay({run}) {
  if (!run.replay) return section('replay', 'Replay', 'There is no replay: the tables of orders, quotes and shipments were not kept.');
  return section('replay', 'Replay', 'One replication as it happened.', [{kind: 'replay', replay: run.replay}]);
}

export {chartsOf};
