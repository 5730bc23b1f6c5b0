import type { Edit, Finding, Fix, Range } from './finding.ts';
import type { LintedDocument } from './linted-document.ts';
import type { Linter } from './linter.ts';
import { lowerBound } from './lists.ts';
import { Pieces } from './pieces.ts';
import { familyOf } from './rule.ts';
import type { Settings } from './settings.ts';

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
  const taken = new TakenRanges();
  for (const finding of findings) {
    const fix = finding.fixes.find((f) => f.safe);
    if (!fix || fix.edits.some((edit) => taken.touches(edit))) continue;
    chosen.push(fix);
    for (const edit of fix.edits) taken.add(edit);
  }
  return chosen;
}

/** Ranges that do not touch each other, in order. Findings come in document order: nearly always the new one is the last. */
class TakenRanges {
  readonly #ranges: Range[] = [];

  /** Touching counts as overlapping: two insertions at one place have no order. */
  touches({ start, end }: Range): boolean {
    const next = this.#ranges[this.#firstEndingFrom(start)];
    return next !== undefined && next.start <= end;
  }

  add(range: Range): void {
    this.#ranges.splice(this.#firstEndingFrom(range.end), 0, range);
  }

  #firstEndingFrom(start: number): number {
    return lowerBound(this.#ranges, start, ({ end }) => end);
  }
}

/** Two rules that undo each other must not hang us. */
const MAX_PASSES = 10;

/** What the safe fixes of a text come to: edits of the text, in order, not overlapping, touching nothing that stays. */
export interface SafeEdits {
  readonly edits: readonly Edit[];
  /** How many fixes went into them. */
  readonly fixed: number;
}

/**
 * All safe fixes of a document's present text, round by round until none is left (at most ten). The document stays as it is.
 * @param accepts limits the fixes to some findings
 * @param shown those of the present text, where its owner holds some back
 */
export function safeEdits(
  linter: Linter,
  linted: LintedDocument,
  accepts: (finding: Finding) => boolean = () => true,
  shown = linted.findings(),
): SafeEdits {
  let findings = shown;
  let fixed = 0;
  // Fixed text is checked again beside the document, which only its owner may change.
  let scratch: { pieces: Pieces; text: string; linted: LintedDocument } | undefined;
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    const fixes = selectSafeFixes(findings.filter(accepts));
    if (fixes.length === 0) break;
    const edits = fixes.flatMap((fix) => fix.edits);
    fixed += fixes.length;
    if (scratch) scratch.linted.update(edits);
    else {
      const { text, length } = linted.document;
      scratch = {
        pieces: new Pieces(length),
        text,
        linted: linter.open(applyEdits(text, edits), linted.settings),
      };
    }
    scratch.pieces.apply(edits);
    findings = scratch.linted.findings();
  }
  return { edits: scratch ? scratch.pieces.edits(scratch.text) : [], fixed };
}

/** The text with all its safe fixes applied, as {@link safeEdits} finds them. */
export function fixText(
  linter: Linter,
  text: string,
  settings: Settings = {},
  accepts: (finding: Finding) => boolean = () => true,
): { text: string; fixed: number } {
  const { edits, fixed } = safeEdits(linter, linter.open(text, settings), accepts);
  return { text: applyEdits(text, edits), fixed };
}

/** Whether a finding is of one of the rules or families; without any, every finding is. */
export function acceptOnly(only: readonly string[] | undefined): (finding: Finding) => boolean {
  if (only === undefined) return () => true;
  const names = new Set(only);
  return ({ ruleId }) => names.has(ruleId) || names.has(familyOf(ruleId));
}
