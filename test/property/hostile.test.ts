/** No line, however unlike prose, takes time that grows with its square. */
import assert from 'node:assert/strict';
import type { Format } from '../../rules/index.ts';
import { testLinter, testWords } from '../support/linter.ts';

const PIECES = [
  '*甲 ',
  '甲* ',
  '_甲',
  '**甲 ',
  '~~甲 ',
  '`',
  '`` `',
  '<!--',
  '<a ',
  '](',
  '[',
  '\\',
  '> ',
  '×',
  '20××年',
  '增长×%，',
  '一是',
  '（',
  '（一）',
  '“',
  '1.',
  '3亿元，',
  '四场攻坚战，',
  '、',
  '　',
  '同志们：',
  'QQ1002003',
  '甲',
];

const SIZE = 3000;
const TIMES = 16;
/** How much longer the larger text may take: 16 is linear, 256 quadratic; a busy machine lies between. */
const GROWTH = 80;
/** Below this many milliseconds nothing is judged: the clock and the collector have their say there. */
const NEGLIGIBLE = 300;

describe('hostile lines', () => {
  const linter = testLinter({ words: testWords() });
  const cost = (text: string, format: Format) => {
    const from = performance.now();
    linter.lint(text, { format });
    return performance.now() - from;
  };

  for (const format of ['plain', 'markdown'] as const) {
    it(`cost no more than they are long, in ${format} text`, () => {
      const slow = PIECES.filter((piece) => {
        const line = (size: number) => piece.repeat(Math.ceil(size / piece.length));
        const large = cost(line(SIZE * TIMES), format);
        return large > NEGLIGIBLE && large > cost(line(SIZE), format) * GROWTH;
      });
      assert.deepEqual(slow, []);
    }).timeout(60_000);
  }
});
