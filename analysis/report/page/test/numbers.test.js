// Are numbers, tables and terms written as one reads them?
import assert from 'node:assert/strict';
import {test} from 'node:test';

import {csvOf} from '../src/csv.js';
import {decimalsOfColumn, decimalsOfInterval, intervalInWords, number, percent, probability, tick} from '../src/format.js';
import {pieces} from '../src/glossary.js';
import {enumeration, shortened, slug} from '../src/words.js';

const GAP = '\u202f',
  MINUS = '\u2212',
  SPACE = '\u00a0';

test('numbers have four digits, gaps between thousands, a true minus sign, and a dash for nothing', () => {
  assert.equal(number(77143.68), `77${GAP}144`);
  assert.equal(number(1234567), `1${GAP}234${GAP}567`);
  assert.equal(number(2359), '2359');
  assert.equal(number(0.069742), '0.06974');
  assert.equal(number(-3.14159), `${MINUS}3.142`);
  assert.equal(number(-0.0001, 2), '0.00');
  assert.equal(number(null), '\u2013');
  assert.equal(number(NaN), '\u2013');
});

test('a mean has the decimals that two digits of its half-width ask for', () => {
  assert.equal(decimalsOfInterval({mean: 43.8227, low: 43.6818, high: 43.9636}), 2);
  assert.equal(decimalsOfInterval({mean: 77143.7, low: 75485.8, high: 78801.5}), 0);
  assert.equal(decimalsOfInterval({mean: 5, low: 5, high: 5}), 0);
  assert.equal(decimalsOfInterval({mean: 0.5, low: null, high: null}), 4);
  assert.equal(intervalInWords({mean: 43.8227, low: 43.6818, high: 43.9636}, 'EUR'), `43.82${SPACE}EUR (43.68 to 43.96)`);
});

test('a column has the decimals of its largest number; shares, probabilities and axes are short', () => {
  assert.equal(decimalsOfColumn([1, 2, null]), 0);
  assert.equal(decimalsOfColumn([1.5, 250.25, null]), 1);
  assert.equal(percent(0.29927), `29.9${SPACE}%`);
  assert.equal(probability(1e-9), `<${SPACE}0.0001`);
  assert.equal(tick(2500000), `2.5${SPACE}M`);
  assert.equal(tick(20000), `20${SPACE}k`);
  assert.equal(tick(0.30000000000000004), '0.3');
});

test('CSV has units in its head, quotes what must be quoted, and leaves out what does not exist', () => {
  const columns = [
    {name: 'name', unit: ''},
    {name: 'mean', unit: 'EUR'},
  ];
  assert.equal(
    csvOf({
      columns,
      rows: [
        ['a,"b"', 1.25],
        ['x\ny', null],
      ],
    }),
    'name,mean [EUR]\r\n"a,""b""",1.25\r\n"x\ny",\r\n',
  );
});

test('a term is marked at its first use, the longest one that fits, and not inside a word', () => {
  const seen = new Set();
  const terms = (text) =>
    pieces(text, seen)
      .filter((piece) => piece.term)
      .map(({term}) => term.term);
  assert.deepEqual(terms('Price-takers have no reference price; a price-taker never haggles.'), ['Price-taker', 'Reference price']);
  assert.deepEqual(terms('The reference price is known. Nonoperators.'), []);
  assert.equal(
    pieces('A 95 % confidence interval and MSER-5.', new Set())
      .map((piece) => piece.text ?? piece)
      .join(''),
    'A 95 % confidence interval and MSER-5.',
  );
});

test('names become parts of file names, and lists become sentences', () => {
  const taken = new Set();
  assert.equal(slug('</script>', taken), 'script');
  assert.equal(slug('script', taken), 'script-2');
  assert.equal(slug('日本', taken), 'x');
  assert.equal(enumeration(['a', 'b', 'c']), 'a, b and c');
  assert.equal(shortened('x'.repeat(50), 10), `${'x'.repeat(9)}…`);
});
