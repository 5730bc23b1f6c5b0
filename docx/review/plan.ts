/**
 * What a review says and changes in one story: the findings with their places in the story's text, and the edits.
 *
 * The story is checked again with its fixes, as often as there are new ones. What is still found then is said as it is said of the fixed
 * text: a review of the reviewed copy, which is read as accepted, says the same.
 */
import {
  applyEdits,
  type Edit,
  type Finding,
  type Fix,
  type LintedDocument,
  type Linter,
  Pieces,
} from '../../rules/index.ts';
import type { CheckedStory } from '../check.ts';
import { headingsOf, outlineOf } from '../headings.ts';
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
/** How often a plan is begun anew without fixes that undo each other. */
const MAX_PLANS = 5;

export function planOf(story: CheckedStory, linter: Linter, fixes: Fixes): Plan {
  const restless = new Set<string>();
  for (let i = 0; i < MAX_PLANS; i++) {
    const plan = new Planner(story, linter, fixes, restless).run();
    if (plan) return plan;
  }
  return new Planner(story, linter, fixes === 'all' ? 'safe' : fixes, restless).run()!;
}

/** A fix that is made in one pass. */
interface Chosen {
  /** Rule and place in the story: where it goes round with others, it is known by them. */
  readonly key: string;
  readonly fix: Fix;
}

class Planner {
  readonly #story: CheckedStory;
  readonly #linter: Linter;
  readonly #fixes: Fixes;
  /** Fixes that are not safe and undo each other, by {@link Chosen.key}: they are offered, not made. */
  readonly #restless: Set<string>;
  readonly #text: string;
  readonly #outline: ReadonlyMap<number, number>;
  readonly #pieces: Pieces;
  readonly #remarks = new Map<string, Remark>();
  /** What the text has been before each pass, and what was made of it. */
  readonly #passes: { readonly text: string; readonly chosen: readonly Chosen[] }[] = [];

  constructor(story: CheckedStory, linter: Linter, fixes: Fixes, restless: Set<string>) {
    this.#story = story;
    this.#linter = linter;
    this.#fixes = fixes;
    this.#restless = restless;
    this.#text = story.linted.document.text;
    this.#pieces = new Pieces(this.#text.length);
    this.#outline = outlineOf(story.story.reading);
  }

  /** Undefined where fixes undo each other: they are known then, and left out when it is run again. */
  run(): Plan | undefined {
    const { linted, from, story } = this.#story;
    let current = linted;
    for (let pass = 0; pass < MAX_PASSES; pass++) {
      const heard = current.findings().filter((finding) => finding.start >= from);
      const { chosen, outcomes } = this.#choose(heard);
      const edits = chosen.flatMap(({ fix }) => fix.edits);
      const edited = applyEdits(current.document.text, edits);
      this.#passes.push({ text: current.document.text, chosen });
      if (chosen.length > 0 && this.#isUndoing(edited)) return undefined;
      for (const finding of heard) this.#add(finding, outcomes.get(finding)!);
      if (chosen.length === 0) break;
      this.#pieces.apply(edits);
      current = this.#open(edited);
    }
    const operations = this.#pieces.edits(this.#text).flatMap((edit) => {
      const found = operationsOf(story.reading, moved(edit, -from));
      return typeof found === 'string' ? [] : found;
    });
    const remarks = [...this.#remarks.values()].sort((a, b) => a.start - b.start || b.end - a.end);
    return { remarks, operations };
  }

  #add(finding: Finding, outcome: Remark['outcome']): void {
    const start = this.#origin(finding.start);
    const end = Math.max(start, finding.end > finding.start ? this.#origin(finding.end - 1) + 1 : start);
    const key = `${finding.ruleId} ${start} ${end}`;
    if (this.#remarks.get(key)?.outcome !== 'changed') {
      this.#remarks.set(key, { finding, start, end, outcome });
    }
  }

  /** Where an offset of the present text stands in the story's. */
  #origin(offset: number): number {
    return this.#pieces.origin(offset) - this.#story.from;
  }

  /** The fixes that are made in this pass, none touching another, and what becomes of each finding. */
  #choose(findings: readonly Finding[]) {
    const chosen: Chosen[] = [];
    const edits: Edit[] = [];
    const outcomes = new Map<Finding, Remark['outcome']>();
    for (const finding of findings) {
      outcomes.set(finding, finding.fixes.length > 0 ? 'offered' : 'none');
      const fix = this.#fixOf(finding);
      if (!fix || fix.edits.some((a) => edits.some((b) => touches(a, b)))) continue;
      const refusal = this.#refuse(fix.edits);
      outcomes.set(finding, refusal ?? 'changed');
      if (refusal) continue;
      chosen.push({ key: this.#keyOf(finding), fix });
      edits.push(...fix.edits);
    }
    return { chosen, outcomes };
  }

  #fixOf(finding: Finding): Fix | undefined {
    if (this.#fixes === 'none') return undefined;
    const safe = finding.fixes.find((fix) => fix.safe);
    if (safe || this.#fixes === 'safe' || this.#restless.has(this.#keyOf(finding))) return safe;
    return finding.fixes[0];
  }

  #keyOf({ ruleId, start }: Finding): string {
    return `${ruleId} ${this.#origin(start)}`;
  }

  /** Why edits of the present text cannot be written in this document, if they cannot. */
  #refuse(edits: readonly Edit[]): Refusal | undefined {
    const { story, from } = this.#story;
    const isFirst = this.#passes.length === 0;
    for (const edit of isFirst ? edits : together(edits, this.#pieces, this.#text)) {
      const found = operationsOf(story.reading, moved(edit, -from));
      if (typeof found === 'string') return found;
    }
    return undefined;
  }

  /** Whether the text has been so before. Notes what has gone round since. */
  #isUndoing(edited: string): boolean {
    const first = this.#passes.findIndex(({ text }) => text === edited);
    if (first < 0) return false;
    const before = this.#restless.size;
    for (const { chosen } of this.#passes.slice(first)) {
      for (const { key, fix } of chosen) if (!fix.safe) this.#restless.add(key);
    }
    return this.#restless.size > before;
  }

  #open(edited: string): LintedDocument {
    const { settings } = this.#story.linted;
    const levelAt = (at: number) => this.#outline.get(this.#origin(at));
    return this.#linter.open(edited, {
      ...settings,
      ...(settings.headings && { headings: headingsOf(edited, levelAt) }),
    });
  }
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
