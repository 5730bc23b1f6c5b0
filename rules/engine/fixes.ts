import type { Edit, Finding, Fix } from './finding.ts';
import type { Linter, Settings } from './linter.ts';

/** Applies non-overlapping edits to a text. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let out = '';
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.start < at) throw new RangeError(`edits overlap at ${edit.start}`);
    out += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return out + text.slice(at);
}

/** Of each finding its safe fix, as far as they do not touch each other; what is left out comes in the next pass. */
export function selectSafeFixes(findings: readonly Finding[]): Fix[] {
  const chosen: Fix[] = [];
  const taken: Edit[] = [];
  for (const finding of findings) {
    const fix = finding.fixes.find((f) => f.safe);
    if (!fix) continue;
    // Touching counts as overlapping: two insertions at one place have no order.
    if (fix.edits.some((a) => taken.some((b) => a.start <= b.end && b.start <= a.end))) continue;
    chosen.push(fix);
    taken.push(...fix.edits);
  }
  return chosen;
}

const MAX_PASSES = 10;

/**
 * Applies all safe fixes until none is left (at most ten passes: two rules that undo each other must not hang us).
 * @param accepts limits the fixes to some findings.
 */
export function fixText(
  linter: Linter,
  text: string,
  settings: Settings = {},
  accepts: (finding: Finding) => boolean = () => true,
): { text: string; fixed: number } {
  let fixed = 0;
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    const fixes = selectSafeFixes(linter.lint(text, settings).filter(accepts));
    if (fixes.length === 0) break;
    text = applyEdits(
      text,
      fixes.flatMap((f) => f.edits),
    );
    fixed += fixes.length;
  }
  return { text, fixed };
}
