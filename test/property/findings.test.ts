/** What holds of the findings of any text. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { MASK } from '../../engine/formats/index.ts';
import { applyEdits, type Format, fixText, selectSafeFixes, wholeCharacters } from '../../rules/index.ts';
import { testLinter, testWords } from '../support/linter.ts';
import { texts } from './generators.ts';

const words = testWords();
const linter = testLinter({ words });
/** Whether the text has no half of a character. */
const isWhole = (text: string) => wholeCharacters(text) === text;
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

  it('cut no character, whatever stands beside what they are about', () => {
    // Stored in two units, as what it stands for is in one.
    const rare = fc.constantFrom('𠮷', '𠀀', '😀');
    const ordinary = texts.map((text) => [...text]);
    const mixed = fc
      .tuple(ordinary, fc.array(fc.tuple(fc.nat(), rare), { minLength: 1, maxLength: 12 }))
      .map(([characters, inserts]) => {
        for (const [at, character] of inserts) characters.splice(at % (characters.length + 1), 0, character);
        return characters.join('');
      });
    fc.assert(
      fc.property(mixed, formats, (text, format) => {
        if (!isWhole(text)) return;
        const cuts = ({ start, end }: { start: number; end: number }) =>
          !isWhole(text.slice(0, start)) || !isWhole(text.slice(0, end));
        for (const finding of linter.lint(text, { format })) {
          const json = JSON.stringify(finding);
          assert.doesNotMatch(json, /\\ud[89a-f]/, json);
          assert.ok(!cuts(finding), `${finding.ruleId} cuts at ${finding.start}–${finding.end}`);
          assert.ok(!finding.evidence.some(cuts), `${finding.ruleId}: evidence cuts: ${json}`);
          for (const { edits } of finding.fixes) {
            assert.ok(isWhole(applyEdits(text, edits)), `${finding.ruleId}: a fix cuts: ${json}`);
          }
        }
        assert.ok(isWhole(fixText(linter, text, { format }).text));
      }),
      { numRuns: 1500 },
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
