// Which messages crossed the network, and where did the money go?
import {barRows, barRowsHeight} from '../charts/parts/bars.js';
import {number, quantity} from '../format.js';
import {sum, tableOf} from '../table.js';
import {capital, plain, sentences} from '../words.js';
import {figure, section} from './parts.js';

/// Section "Messages and money" of a run.
export function messages({run, currency}) {
  const sent = run.messages.filter(({sent: n}) => n > 0).sort((a, b) => b.sent - a.sent);
  return section('messages', 'Messages and money', sent.length > 0 ? '' : 'No message was sent.', [
    sent.length > 0 && figure(messagesChart(sent)),
    run.accounts.length > 0 && figure(accountsChart(run.accounts, currency)),
  ]);
}

function messagesChart(sent) {
  const names = sent.map(({kind}) => plain(kind));
  const lost = sum(sent.map((one) => one.lost));
  return {
    id: 'messages',
    title: 'Messages, by kind',
    height: barRowsHeight(names),
    text: sentences(
      `Messages sent per replication, ${number(sum(sent.map((one) => one.sent)), 0)} in all;`,
      lost > 0 ? `${number(lost)} were lost and sent again.` : 'none was lost.',
      `They carry ${quantity(sum(sent.map((one) => one.size_b)) / 1e6, 'MB')}.`,
    ),
    option: (theme) =>
      barRows(theme, {names, unit: 'messages', series: [{name: 'sent', values: sent.map((one) => one.sent), colour: ({blue}) => blue}]}),
    table: tableOf(sent, [
      ['kind', '', ({kind}) => plain(kind)],
      ...['sent', 'delivered', 'duplicates', 'lost'].map((what) => [what, 'messages', (one) => one[what]]),
      ['size', 'MB', ({size_b: size}) => size / 1e6],
    ]),
  };
}

function accountsChart(accounts, currency) {
  const names = accounts.map(({role}) => capital(plain(role)));
  return {
    id: 'accounts',
    title: 'Money paid and received',
    height: barRowsHeight(names, 2),
    text: 'Who paid and who received, per replication. All that is paid is received.',
    option: (theme) =>
      barRows(theme, {
        names,
        unit: currency,
        stacked: false,
        series: [
          {name: 'paid', values: accounts.map(({paid}) => paid), colour: ({orange}) => orange},
          {name: 'received', values: accounts.map(({received}) => received), colour: ({blue}) => blue},
        ],
      }),
    table: tableOf(accounts, [
      ['role', '', ({role}) => plain(role)],
      ['paid', currency, ({paid}) => paid],
      ['received', currency, ({received}) => received],
      ['balance', currency, ({paid, received}) => received - paid],
    ]),
  };
}
