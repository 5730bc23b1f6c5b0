/** Invented lines, in a document: honest ones are left alone wherever they belong, leftovers are found. */
import assert from 'node:assert/strict';
import type { Linter } from '../../rules/index.ts';
import { expand, honestLines, leftoverTemplates, random } from '../../scripts/adverts/lines.mjs';
import { testLinter } from '../support/linter.ts';

const TITLE = '在全市重点项目推进会上的讲话';
const SALUTATION = '同志们：';
const BODY = [
  '今天召开这次会议，主要任务是分析形势、明确任务，动员全市上下再鼓干劲，奋力冲刺全年目标。下面，我讲三点意见。',
  '各级各部门要主动认领任务，倒排工期、挂图作战，以钉钉子精神抓好落实，确保完成全年各项目标任务。',
];

/** A speech with one line more. */
function speech(line: string, place: string): string {
  const at = (here: string) => (place === here ? [line] : []);
  const second = place === 'inside' ? [BODY[1]! + line] : [BODY[1]!];
  return [
    ...at('cover'),
    TITLE,
    ...at('head'),
    SALUTATION,
    BODY[0]!,
    ...at('body'),
    ...second,
    ...at('tail'),
  ].join('\n');
}

describe('invented lines', () => {
  let linter: Linter;
  before(() => {
    linter = testLinter();
  });
  const finds = (text: string) =>
    linter
      .lint(text)
      .filter(({ ruleId }) => /^advert\/(?:watermark|block|page-chrome|paywall|ai-residue)$/.test(ruleId));

  for (const { places, line } of honestLines()) {
    it(`leaves alone: ${line.slice(0, 60)}`, () => {
      for (const place of places)
        assert.deepEqual(
          finds(speech(line, place)).map((f) => f.message),
          [],
        );
    });
  }

  it('finds four of five leftovers', () => {
    const next = random(20);
    let all = 0;
    let found = 0;
    for (const { places, template } of leftoverTemplates()) {
      for (const place of places) {
        const line = expand(template, next);
        if ([...line].length <= 6) continue;
        all++;
        if (finds(speech(line, place)).length > 0) found++;
      }
    }
    assert.ok(found >= 0.8 * all, `${found} of ${all}`);
  });
});
