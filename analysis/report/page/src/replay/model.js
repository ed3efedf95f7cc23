// What does the replay know, in a form that is quick to ask?

/// The documents of a replay with the questions that the other parts ask of it. Rows are those of `replay.orders`.
export function modelOf(replay, currency) {
  const {orders, nodes} = replay;
  const count = orders.request.length;
  const rows = new Map(orders.request.map((request, row) => [request, row]));
  const kinds = new Map(['operator', 'minifactory', 'segment', 'place'].map((kind) => [kind, nodesOf(nodes, kind)]));
  const quotesFrom = firstOf(replay.quotes.order, count);
  return {
    replay, currency, orders, nodes, count,
    operator: nodes.findIndex(({kind}) => kind === 'operator'),
    rowOf: (request) => rows.get(request),
    stateOf: (row) => replay.states[orders.state[row]],
    typeOf: (row) => nodes[orders.segment[row]].type,
    serviceOf: (row) => replay.services[orders.service[row]],
    nameOf: (node) => nodes[node].name,
    quotesOf: (row) => recordsOf(replay.quotes, quotesFrom[row], quotesFrom[row + 1], replay.answers),
    of: (kind) => kinds.get(kind) ?? [],
  };
}

const nodesOf = (nodes, kind) => nodes.flatMap((node, index) => (node.kind === kind ? [index] : []));

/// Where the rows of 0, 1, ... begin in a sorted column, and at last its length.
function firstOf(sorted, count) {
  const first = new Int32Array(count + 1);
  for (const value of sorted) first[value + 1] += 1;
  for (let i = 0; i < count; i += 1) first[i + 1] += first[i];
  return first;
}

function recordsOf(quotes, from, to, answers) {
  const records = [];
  for (let i = from; i < to; i += 1) records.push(recordAt(quotes, i, answers));
  return records;
}

function recordAt(quotes, i, answers) {
  return {
    minifactory: quotes.minifactory[i], round: quotes.round[i], called_s: quotes.called_s[i], answered_s: quotes.answered_s[i],
    answer: answers[quotes.answer[i]], price: quotes.price[i], chosen: quotes.chosen[i] === 1,
  };
}
