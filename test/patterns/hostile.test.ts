/**
 * Lines made to hurt: those that once did, and pairs and triples of all words that rules look for. `npm run bench:hostile` tries
 * more of them, and longer ones.
 */
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { hostileLines, vocabulary } from '../../bench/pieces.mjs';
import { TookTooLong, within } from '../../host/time-limit.ts';
import { type Format, safeEdits } from '../../rules/index.ts';
import { compositionAfter } from '../../server/typing.ts';
import { plain, testDocument, testLinter } from '../support/linter.ts';

const linter = testLinter();

/** All that is made of a text: what is found, said and asked, the alternatives, and a key typed behind it. */
function use(text: string, format: Format): void {
  const linted = linter.open(text, { format });
  plain(linted.findings());
  safeEdits(linter, linted);
  linted.update([{ start: text.length, end: text.length, text: '甲' }]);
  linted.findings();
}

/** Milliseconds, some hundred times of what an ordinary line of the length takes: for a machine busy with other things. */
const PATIENCE = 20_000;

function assertQuick(name: string, run: () => void): void {
  try {
    within(PATIENCE, run);
  } catch (error) {
    if (!(error instanceof TookTooLong)) throw error;
    assert.fail(`${name} takes more than ${PATIENCE} ms`);
  }
}

describe('lines made to hurt', function () {
  this.timeout(300_000);

  const long = (piece: string, length = 60_000) => piece.repeat(Math.ceil(length / piece.length));
  for (const [name, line] of [
    ['verbs that are two other verbs', `2024年全市粮食总产量${'达到'.repeat(28)}的5亿吨。`],
    [
      'the same before a table',
      `全市粮食总产量${'到达'.repeat(28)}5亿吨。\n\n| 指标 | 数值 |\n| --- | --- |\n| 粮食总产量 | 6亿吨 |`,
    ],
    ['a switch with blanks', `<!-- gongwen-disable${' '.repeat(20_000)}x`],
    ['switches without an end', long('<!-- gongwen-disable x ')],
    ['members among tags', long('会员</b>')],
    ['braces', `{{${' '.repeat(20_000)}`],
    ['dollars', `\${${' '.repeat(20_000)}`],
    ['guillemets', `«${' '.repeat(20_000)}`],
    ['lists of values', long('1、分别')],
    ['invisible characters', long('甲\u200b')],
    ['a fence and a separator', `${'~'.repeat(30_000)}\u2028`],
    ['comments and a separator', `${long('<!--')}\u2028`],
    ['blanks to fill in among counts', long('党的二十大×个、')],
  ] as const) {
    for (const format of ['plain', 'markdown'] as const) {
      it(`${name}, ${format}`, () => assertQuick(name, () => use(line, format)));
    }
  }

  it('a letter typed behind thousands', () => {
    const document = testDocument('a'.repeat(100_000));
    assertQuick('typing', () => {
      for (let i = 0; i < 2000; i++)
        compositionAfter(document, { start: 99_999, end: 99_999, text: 'a' }, undefined);
    });
  });

  it('pairs and triples of the rules’ own words', () => {
    const words = vocabulary(fileURLToPath(new URL('../..', import.meta.url)));
    for (const line of hostileLines(words, 200, 20)) {
      const piece = JSON.stringify(line(40));
      // Short: what grows exponentially; longer: what grows with the square.
      assertQuick(piece, () => use(line(120), 'plain'));
      assertQuick(piece, () => use(line(3000), 'plain'));
    }
  });
});
