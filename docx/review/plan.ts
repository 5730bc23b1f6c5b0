/**
 * What a review says and changes in one story: the findings with their places in the story's text, and the edits.
 *
 * The story is checked again with its fixes, as often as there are new ones. What is still found then is said as it is said of the fixed
 * text: a review of the reviewed copy, which is read as accepted, says the same.
 */
import { applyEdits, type Edit, type Finding, type Fix, type Linter, Pieces } from '../../rules/index.ts';
import type { CheckedStory } from '../check.ts';
import { headingsOf, outlineOf } from '../headings.ts';
import type { Reading } from '../read/reading.ts';
import { type Operation, operationsOf, type Refusal } from './place.ts';

/** Which fixes are written as changes. */
export type Fixes = 'safe' | 'all' | 'none';

export interface Remark {
  readonly finding: Finding;
  /** In the story's text. */
  readonly start: number;
  readonly end: number;
  /** What became of its fix, if it has one. */
  readonly outcome: 'changed' | 'offered' | 'none' | Refusal;
}

export interface Plan {
  readonly remarks: readonly Remark[];
  readonly operations: readonly Operation[];
}

const MAX_PASSES = 10;

export function planOf({ story, linted, from }: CheckedStory, linter: Linter, fixes: Fixes): Plan {
  const { reading } = story;
  const text = linted.document.text;
  const pieces = new Pieces(text.length);
  const outline = outlineOf(reading);
  const remarks = new Map<string, Remark>();
  let current = linted;
  const add = (finding: Finding, outcome: Remark['outcome']) => {
    const start = pieces.origin(finding.start) - from;
    const end = Math.max(
      start,
      finding.end > finding.start ? pieces.origin(finding.end - 1) + 1 - from : start,
    );
    const key = `${finding.ruleId} ${start} ${end}`;
    const known = remarks.get(key);
    if (known?.outcome === 'changed') return;
    remarks.set(key, { finding, start, end, outcome });
  };
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    const heard = current.findings().filter((finding) => finding.start >= from);
    const isFirst = pass === 0;
    const { chosen, outcomes } = chooseFixes(
      heard,
      // Renumbering and the like may go on for ever: what is not safe is written once.
      isFirst || fixes === 'none' ? fixes : 'safe',
      (edits) => refusalOf(isFirst ? edits : together(edits, pieces, text), from, reading),
    );
    for (const finding of heard) add(finding, outcomes.get(finding)!);
    if (chosen.length === 0) break;
    const edited = applyEdits(current.document.text, chosen);
    pieces.apply(chosen);
    current = linter.open(edited, {
      ...linted.settings,
      ...(linted.settings.headings && {
        headings: headingsOf(edited, (at) => outline.get(pieces.origin(at) - from)),
      }),
    });
  }
  const operations = pieces.edits(text).flatMap((edit) => {
    const found = operationsOf(reading, moved(edit, -from));
    return typeof found === 'string' ? [] : found;
  });
  return { remarks: [...remarks.values()].sort((a, b) => a.start - b.start || b.end - a.end), operations };
}

/**
 * The fixes that are made in one pass, none touching another, and what becomes of each finding.
 * @param refuse why edits cannot be made in this document, if they cannot
 */
function chooseFixes(
  findings: readonly Finding[],
  fixes: Fixes,
  refuse: (edits: readonly Edit[]) => Refusal | undefined,
) {
  const chosen: Edit[] = [];
  const outcomes = new Map<Finding, Remark['outcome']>();
  for (const finding of findings) {
    outcomes.set(finding, finding.fixes.length > 0 ? 'offered' : 'none');
    const fix = fixes === 'none' ? undefined : chooseFix(finding, fixes);
    if (!fix || fix.edits.some((a) => chosen.some((b) => touches(a, b)))) continue;
    const refusal = refuse(fix.edits);
    outcomes.set(finding, refusal ?? 'changed');
    if (!refusal) chosen.push(...fix.edits);
  }
  return { chosen, outcomes };
}

function chooseFix({ fixes }: Finding, which: Fixes): Fix | undefined {
  return fixes.find(({ safe }) => safe) ?? (which === 'all' ? fixes[0] : undefined);
}

function touches(a: Edit, b: Edit): boolean {
  return a.start <= b.end && b.start <= a.end;
}

function moved(edit: Edit, by: number): Edit {
  return { ...edit, start: edit.start + by, end: edit.end + by };
}

/** Edits of the present text as edits of the original, those that are already there with them. */
function together(edits: readonly Edit[], pieces: Pieces, text: string): readonly Edit[] {
  const trial = pieces.copy();
  trial.apply(edits);
  return trial.edits(text);
}

/** Why the edits cannot be written, if they cannot. */
function refusalOf(edits: readonly Edit[], from: number, reading: Reading): Refusal | undefined {
  for (const edit of edits) {
    const found = operationsOf(reading, moved(edit, -from));
    if (typeof found === 'string') return found;
  }
  return undefined;
}
