// What do the terms of the field mean?

/// Terms with the pattern that finds them in a text, and their meaning in simple sentences.
export const TERMS = [
  [
    'Reference price',
    'reference prices?',
    'The price that a customer remembers as fair, from prices seen before. One above it feels like a loss, one below it like a gain.',
  ],
  ['Price-taker', 'price-takers?', 'A customer who accepts or rejects the price asked, and never haggles.'],
  ['Negotiator', 'negotiators?', 'A customer who makes a few bids before accepting or leaving.'],
  [
    'Bargainer',
    'bargainers?',
    'A customer who collects quotes, watches the market price, waits, and haggles for longer than a negotiator.',
  ],
  [
    'Minifactory',
    'minifactor(?:y|ies)',
    'A small local factory that offers services on the platform. The literature calls its owner a resource service provider (RSP).',
  ],
  ['Willingness to pay', 'willingness to pay', 'The highest price at which a customer still buys one unit.'],
  [
    'Reservation price',
    'reservation prices?',
    'The price beyond which one side of a talk would rather have no deal. For a customer it comes from the willingness to pay.',
  ],
  ['Surplus', '(?:customers’ )?surplus', 'What customers gain: what the units are worth to them less what they pay.'],
  ['Gain from trade', 'gains? from trade', 'What both sides of a deal gain together: the customer’s reservation price less the unit cost.'],
  ['Commission', 'commission', 'The share of the payments that the operator of the platform keeps.'],
  ['Operator', 'operator', 'The company that runs the platform, passes requests to minifactories, and takes a commission.'],
  [
    'MFCA',
    'MFCA|material flow cost accounting',
    'Material flow cost accounting (ISO 14051): all costs follow the material, so that lost material carries its share of them.',
  ],
  [
    'Quantity centre',
    'quantity centres?',
    'A place where material flows are measured, such as a machine. Its costs are divided between product and loss by mass.',
  ],
  ['System cost', 'system costs?', 'In material flow cost accounting: labour, movement, and the other costs of running a quantity centre.'],
  ['Utilisation', 'utilisation', 'The share of its available time that a minifactory works.'],
  [
    'Warm-up',
    'warm-up',
    'The first periods of a run, when it still depends on how it started. They are shown over time, but left out of totals and means.',
  ],
  ['Replication', 'replications?', 'One run of the simulation with random numbers of its own.'],
  [
    '95 % confidence interval',
    '95 % confidence intervals?|confidence intervals?',
    'A range that covers the true mean in 95 of 100 such studies. It narrows as replications are added.',
  ],
  [
    'Common random numbers',
    'common random numbers',
    'Each scenario meets the same random customers, so that a difference comes from the scenarios and not from chance.',
  ],
  [
    'Paired difference',
    'paired differences?',
    'The difference between two scenarios in the same replication, with the same random numbers.',
  ],
  ['Indifference zone', 'indifference(?: zone)?', 'A difference too small to matter: scenarios that are this close count as equally good.'],
  ['Main effect', 'main effects?', 'How much an output changes on average when one factor goes from its low to its high level.'],
  ['Interaction', 'interactions?', 'The effect of one factor depends on the level of another: their lines are not parallel.'],
  [
    'ANOVA',
    'ANOVA|analysis of variance',
    'Analysis of variance: divides the variation of an output among the factors, their interactions and chance.',
  ],
  [
    'Half-normal plot',
    'half-normal plot',
    'Effects that are only chance fall on a line through zero; those that stand far to the right of it are real.',
  ],
  [
    'Lenth’s margin',
    'Lenth’s (?:simultaneous )?margins?|Lenth’s method',
    'A limit beyond which an effect of an experiment is more than chance; the simultaneous margin allows for looking at many effects.',
  ],
  ['p-value', 'p-values?', 'How probable a difference at least this large would be if there were none.'],
  [
    'Sobol index',
    'Sobol ind(?:ex|ices)',
    'The share of the variance of an output that comes from one factor: first order alone, total with all its interactions.',
  ],
  [
    'Morris method',
    'Morris(?: method)?',
    'A screening of many factors. The mean size of elementary effects says how much a factor matters, their spread whether it interacts.',
  ],
  ['Elementary effect', 'elementary effects?', 'The change of an output when one factor takes one step, all others unchanged.'],
  ['Tornado chart', 'tornado', 'Bars of how far each factor moves the output, the longest on top.'],
  [
    'Welch plot',
    'Welch(?:’s)? (?:plot|average)',
    'The mean over replications of each period, smoothed, to see where the influence of the start ends.',
  ],
  [
    'MSER-5',
    'MSER-5',
    'A rule for where the warm-up ends: the cut after which the mean of batches of five periods has the smallest standard error.',
  ],
].map(([term, pattern, meaning]) => ({term, pattern, meaning}));

const ANY = new RegExp(`(?<![\\w-])(?:${TERMS.map(({pattern}) => `(${pattern})`).join('|')})(?![\\w-])`, 'gi');

/// Pieces of a text: strings, and {text, term} for each term at its first use; `seen` remembers those that were used.
export function pieces(text, seen) {
  const found = [];
  let end = 0;
  for (const match of text.matchAll(ANY)) {
    const term = TERMS[match.slice(1).findIndex((group) => group !== undefined)];
    if (seen.has(term)) continue;
    seen.add(term);
    found.push(text.slice(end, match.index), {text: match[0], term});
    end = match.index + match[0].length;
  }
  return [...found, text.slice(end)].filter((piece) => piece !== '');
}
