/** What holds of every safe repair: it mends what it says, and breaks nothing else. */
import assert from 'node:assert/strict';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { applyEdits, type Finding, type Settings } from '../../rules/index.ts';
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
});
