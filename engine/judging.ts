/** Paragraph rules over the paragraphs of a document: each goes over a paragraph once, and what it found is kept with the paragraph. */
import type { Document } from './document.ts';
import type { Fact } from './facts.ts';
import type { Linter } from './linter.ts';
import { lowerBound, NONE, spliceArray, syncTo } from './lists.ts';
import type { Paragraph } from './paragraph.ts';
import type { Report } from './report.ts';
import type { ChosenRule, RuleGroup } from './settings.ts';

/**
 * So many paragraphs are judged together, one rule after the other: what a reader works with, code and tables, is fetched once for
 * all of them, which counts for more than that the paragraphs are come by again.
 */
const BATCH = 1024;

/** What the paragraph rules have found in a document, kept up with edits. */
export class Judging {
  readonly #linter: Linter;
  readonly #document: Document;
  #groups: readonly RuleGroup[] = NONE;
  /** The paragraphs that the rules have gone over, and those where they found something. */
  readonly #judged: Paragraph[] = [];
  #judgedAt = 0;
  readonly #reported: Paragraph[] = [];

  constructor(linter: Linter, document: Document) {
    this.#linter = linter;
    this.#document = document;
  }

  /** The paragraphs in which the rules of the groups have something to report. Most have nothing, and are not even looked at again. */
  reported(groups: readonly RuleGroup[]): readonly Paragraph[] {
    if (groups !== this.#groups) this.#beginWith(groups);
    const document = this.#document;
    const alike = document.alikeSince(this.#judgedAt);
    const { from, removed, added } = syncTo(this.#judged, document.paragraphs, alike);
    this.#judgedAt = document.revision;
    const unjudged = added.filter(({ reports }) => reports === undefined);
    for (let i = 0; i < unjudged.length; i += BATCH) this.#judge(unjudged.slice(i, i + BATCH));
    const isReported = ({ reports }: Paragraph) => reports!.length > 0;
    const at = lowerBound(this.#reported, from, ({ index }) => index);
    spliceArray(this.#reported, at, removed.filter(isReported).length, added.filter(isReported));
    return this.#reported;
  }

  /** Other rules: all is judged anew. */
  #beginWith(groups: readonly RuleGroup[]): void {
    this.#groups = groups;
    for (const paragraph of this.#document.paragraphs) paragraph.reports = undefined;
    this.#judged.length = 0;
    this.#judgedAt = 0;
    this.#reported.length = 0;
  }

  #judge(paragraphs: readonly Paragraph[]): void {
    for (const paragraph of paragraphs) paragraph.reports = NONE;
    const filled = paragraphs.filter(({ source }) => source.length > 0);
    const speaking = new Array<Paragraph>(filled.length);
    for (const { beginnings, reads, rules } of this.#groups) {
      const { kinds, lists } = beginnings;
      let count = 0;
      for (const paragraph of filled) {
        if (paragraph.mayHave(kinds, lists) && !this.#isSilent(reads, paragraph))
          speaking[count++] = paragraph;
      }
      for (const rule of rules) for (let i = 0; i < count; i++) this.#run(rule, speaking[i]!);
    }
    for (const paragraph of paragraphs) paragraph.reports = inOrder(paragraph.reports!);
  }

  #run(rule: ChosenRule, paragraph: Paragraph): void {
    const found = this.#linter.run(rule, paragraph);
    if (found.length === 0) return;
    const reports = paragraph.reports!;
    paragraph.reports = reports.length === 0 ? found : reports.concat(found);
  }

  /**
   * Whether rules that read the fact have nothing to find in the paragraph. False where it is for each to ask: while rules are
   * timed, and of a reader that throws, which each of its rules is told of.
   */
  #isSilent(reads: Fact<readonly unknown[]> | undefined, paragraph: Paragraph): boolean {
    if (!reads || this.#linter.isTimed) return false;
    try {
      return paragraph.fact(reads).length === 0;
    } catch {
      return false;
    }
  }
}

/** Nearly always they are: of one rule, or of one place. */
function inOrder(reports: readonly Report[]): readonly Report[] {
  for (let i = 1; i < reports.length; i++) {
    if (compareReports(reports[i - 1]!, reports[i]!) > 0) return [...reports].sort(compareReports);
  }
  return reports;
}

/** The order of `compareFindings`, before there are findings. */
function compareReports(a: Report, b: Report): number {
  return a.start - b.start || b.end - a.end || (a.rule.id < b.rule.id ? -1 : a.rule.id > b.rule.id ? 1 : 0);
}
