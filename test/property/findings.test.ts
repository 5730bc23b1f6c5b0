/** What holds of the findings of any text. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { MASK } from '../../engine/formats/index.ts';
import { applyEdits, type Format, fixText, selectSafeFixes } from '../../rules/index.ts';
import { testLinter, testWords } from '../support/linter.ts';
import { texts } from './generators.ts';

const words = testWords();
const linter = testLinter({ words });
const formats = fc.constantFrom<Format>('plain', 'markdown');

describe('findings of any text', () => {
  it('stand in the text, in order, with words', () => {
    fc.assert(
      fc.property(texts, formats, (text, format) => {
        const inside = ({ start, end }: { start: number; end: number }) =>
          Number.isInteger(start) &&
          Number.isInteger(end) &&
          0 <= start &&
          start <= end &&
          end <= text.length;
        let last = 0;
        for (const finding of linter.lint(text, { format })) {
          assert.ok(inside(finding), `${finding.ruleId} ${finding.start}–${finding.end}`);
          assert.ok(finding.start >= last, `${finding.ruleId} out of order`);
          last = finding.start;
          assert.notEqual(finding.message, '');
          for (const e of finding.evidence)
            assert.ok(inside(e), `${finding.ruleId}: evidence ${e.start}–${e.end}`);
          for (const fix of finding.fixes) {
            assert.ok(fix.edits.length > 0, `${finding.ruleId}: a fix without edits`);
            assert.ok(fix.edits.every(inside), `${finding.ruleId}: an edit outside the text`);
            // Throws where edits of one fix overlap.
            const fixed = applyEdits(text, fix.edits);
            assert.notEqual(fixed, text, `${finding.ruleId}: a fix that changes nothing`);
          }
        }
      }),
      { numRuns: 300 },
    );
  }).timeout(60_000);

  it('say and write nothing of what is masked', () => {
    fc.assert(
      fc.property(texts, (text) => {
        // The mask is a control character, which a text may hold as well.
        const clean = text.replaceAll(MASK, '');
        for (const finding of linter.lint(clean, { format: 'markdown' })) {
          const said = JSON.stringify(finding);
          assert.ok(!said.includes('\\u0000'), said);
        }
      }),
      { numRuns: 1000 },
    );
  }).timeout(60_000);

  it('safe fixes come to an end', () => {
    fc.assert(
      fc.property(texts, formats, (text, format) => {
        const once = fixText(linter, text, { format });
        assert.deepEqual(selectSafeFixes(linter.lint(once.text, { format })), []);
        assert.deepEqual(fixText(linter, once.text, { format }), { text: once.text, fixed: 0 });
      }),
      { numRuns: 200 },
    );
  }).timeout(60_000);
});
