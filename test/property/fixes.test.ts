/** What holds of every safe repair: it mends what it says, and breaks nothing else. */
import assert from 'node:assert/strict';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { applyEdits, type Edit, type Finding, type Settings, selectSafeFixes } from '../../rules/index.ts';
import { readRulePages } from '../../scripts/rule-pages.mjs';
import { testLinter } from '../support/linter.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const linter = testLinter();

/** What is wrong with the safe fixes of a text, each taken by itself. */
function faults(text: string, settings: Settings): string[] {
  const before = linter.lint(text, settings);
  const errors = (findings: readonly Finding[]) => findings.filter((f) => f.severity === 'error').length;
  return before.flatMap(({ ruleId, start, end, fixes }) => {
    const quoted = text.slice(start, end);
    return fixes
      .filter((fix) => fix.safe)
      .flatMap((fix) => {
        const fixed = applyEdits(text, fix.edits);
        const after = linter.lint(fixed, settings);
        const found: string[] = [];
        const alike = (findings: readonly Finding[], of: string) =>
          findings.filter((f) => f.ruleId === ruleId && of.slice(f.start, f.end) === quoted).length;
        if (alike(after, fixed) >= alike(before, text)) found.push('what it mends is still there');
        if (errors(after) > errors(before) && !UNCOVERS.has(ruleId))
          found.push('there are more errors than before');
        return found.map((fault) => `${ruleId} “${quoted}” ${fix.title}: ${fault}: ${JSON.stringify(fixed)}`);
      });
  });
}

/** Fixes made one after the other. */
const MOST_STEPS = 6;

/** Takes away what hides the structure of a text: what is wrong with that comes to light. */
const UNCOVERS = new Set(['advert/ai-residue', 'advert/invisible']);

describe('safe fixes', () => {
  it('mend what they say, and add no error, on the pages of the rules', () => {
    const found = readRulePages(root).flatMap(({ examples }) =>
      examples
        .filter(({ bad }) => bad)
        .flatMap(({ text, format, kind }) => faults(text, { format, ...(kind && { kind }) } as Settings)),
    );
    assert.deepEqual(found, []);
  }).timeout(60_000);

  it('do so one after the other too, in any order', () => {
    const found = readRulePages(root).flatMap(({ examples }) =>
      examples
        .filter(({ bad }) => bad)
        .flatMap(({ text, format, kind }, i) => {
          const settings = { format, ...(kind && { kind }) } as Settings;
          const faulty: string[] = [];
          let draft = text;
          // Small, deterministic: another order for each example.
          for (let step = 0; step < MOST_STEPS && faulty.length === 0; step++) {
            const safe = linter.lint(draft, settings).flatMap(({ fixes }) => fixes.filter((fix) => fix.safe));
            if (safe.length === 0) break;
            faulty.push(...(step === 0 ? [] : faults(draft, settings)));
            draft = applyEdits(draft, safe[(i * 31 + step * 17) % safe.length]!.edits);
          }
          return faulty;
        }),
    );
    assert.deepEqual(found, []);
  }).timeout(120_000);

  it('of which two touch are not made together: the later waits for the next round', () => {
    const finding = (...edits: Edit[]) =>
      ({ fixes: [{ title: '改', edits, safe: true }] }) as unknown as Finding;
    const edit = (start: number, end: number, text = '好') => ({ start, end, text });
    const chosen = (...findings: Finding[]) =>
      selectSafeFixes(findings).flatMap(({ edits }) => edits.map(({ start, end }) => `${start}-${end}`));
    // Side by side, one within the other, two insertions at one place, and one whose second edit is far away from its first.
    assert.deepEqual(chosen(finding(edit(0, 2)), finding(edit(2, 4)), finding(edit(5, 6))), ['0-2', '5-6']);
    assert.deepEqual(chosen(finding(edit(0, 9)), finding(edit(3, 4))), ['0-9']);
    assert.deepEqual(chosen(finding(edit(3, 3)), finding(edit(3, 3))), ['3-3']);
    assert.deepEqual(chosen(finding(edit(0, 1), edit(8, 9)), finding(edit(4, 5)), finding(edit(7, 8))), [
      '0-1',
      '8-9',
      '4-5',
    ]);
  });
});
