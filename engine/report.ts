/**
 * What a rule found, put into words when somebody reads it.
 *
 * `find` runs over all text, `explain`, `fix` and `ask` only for the findings that are shown: an editor shows a few
 * hundred of them, and typing moves all that stand behind. A paragraph does not change, so its reports can be explained at
 * any time; a document rule's report is explained while the revision stands that it was found in.
 */
import { cutsCharacter, wholeCharacters } from './characters.ts';
import { Document } from './document.ts';
import type { Ask, Evidence, Finding, Fix, Severity } from './finding.ts';
import { MASK } from './formats/index.ts';
import { NONE } from './lists.ts';
import type { Paragraph } from './paragraph.ts';
import type { Explanation, Match, Rule } from './rule.ts';

/** Runs a function of the rule; when it throws, that is told of, and there is no answer. */
export type Guard = <T>(rule: Rule, run: () => T) => T | undefined;

/** A match of a rule, with its words once they were asked for. Offsets are those of the match. */
export class Report {
  readonly rule: Rule;
  readonly match: Match;
  readonly #unit: Document | Paragraph;
  readonly #revision: number;
  readonly #guard: Guard;
  #explanation: Explanation | undefined;
  #fixes: readonly Fix[] | undefined;
  #ask: Ask | undefined;

  constructor(rule: Rule, match: Match, unit: Document | Paragraph, guard: Guard) {
    this.rule = rule;
    this.match = match;
    this.#unit = unit;
    this.#revision = unit instanceof Document ? unit.revision : 0;
    this.#guard = guard;
  }

  get explanation(): Explanation {
    this.#explanation ??= this.#explain() ?? { message: `规则 ${this.rule.id} 在此处有发现，但说明时出错` };
    return this.#explanation;
  }

  get fixes(): readonly Fix[] {
    this.#fixes ??=
      (this.rule.fix && this.#say((rule, match, unit) => rule.fix!(match, unit)))
        // A repair that would leave half of a character behind is none.
        ?.filter(({ edits }) => !edits.some(({ start, end }) => this.#cuts(start) || this.#cuts(end)))
        .map((fix) => ({ ...fix, title: said(fix.title) })) ?? NONE;
    return this.#fixes;
  }

  get ask(): Ask | undefined {
    this.#ask ??= this.#asked();
    return this.#ask;
  }

  #asked(): Ask | undefined {
    const ask = this.rule.ask && this.#say((rule, match, unit) => rule.ask!(match, unit));
    if (!ask) return undefined;
    const constraints = ask.constraints?.map((c) => ({ ...c, reason: said(c.reason) }));
    const phrase = ask.phrase === undefined ? {} : { phrase: said(ask.phrase) };
    return { ...ask, label: said(ask.label), ...phrase, ...(constraints && { constraints }) };
  }

  #explain(): Explanation | undefined {
    const words = this.#say((rule, match, unit) => rule.explain(match, unit));
    if (!words) return undefined;
    const message = said(words.message);
    const evidence = words.evidence?.map((e) => ({
      ...e,
      start: this.#cuts(e.start) ? e.start - 1 : e.start,
      end: this.#cuts(e.end) ? e.end + 1 : e.end,
      message: said(e.message),
    }));
    return { ...words, message, ...(evidence && { evidence }) };
  }

  /** Whether an offset of the unit lies within a character. */
  #cuts(offset: number): boolean {
    const unit = this.#unit;
    if (!(unit instanceof Document)) return cutsCharacter(unit.source, offset);
    const paragraph = unit.paragraphAt(offset);
    return cutsCharacter(paragraph.source, offset - paragraph.start);
  }

  #say<T>(run: (rule: Rule, match: Match, unit: never) => T): T | undefined {
    const unit = this.#unit;
    if (unit instanceof Document && unit.revision !== this.#revision) {
      throw new Error(`a finding of ${this.rule.id} was first read after the text had changed`);
    }
    return this.#guard(this.rule, () => run(this.rule, this.match, unit as never));
  }
}

/**
 * What a rule quotes may lie between masks: what stands for them is not said. Nor is half a character, where a quotation was
 * cut.
 */
function said(words: string): string {
  return wholeCharacters(words.includes(MASK) ? words.replaceAll(MASK, '') : words);
}

/** A report where it stands in the document, `by` units further on. */
export class PlacedFinding implements Finding {
  readonly severity: Severity;
  readonly start: number;
  readonly end: number;
  readonly #report: Report;

  constructor(report: Report, by: number, severity: Severity) {
    this.severity = severity;
    this.start = report.match.start + by;
    this.end = report.match.end + by;
    this.#report = report;
  }

  get ruleId(): string {
    return this.#report.rule.id;
  }

  get message(): string {
    return this.#report.explanation.message;
  }

  get evidence(): readonly Evidence[] {
    const by = this.start - this.#report.match.start;
    const said = this.#report.explanation.evidence ?? NONE;
    if (by === 0 || said.length === 0) return said;
    return said.map((e) => ({ ...e, start: e.start + by, end: e.end + by }));
  }

  get basis(): string | undefined {
    return this.#report.explanation.basis ?? this.#report.rule.basis;
  }

  get fixes(): readonly Fix[] {
    const by = this.start - this.#report.match.start;
    const { fixes } = this.#report;
    if (by === 0 || fixes.length === 0) return fixes;
    return fixes.map((fix) => ({
      ...fix,
      edits: fix.edits.map((e) => ({ ...e, start: e.start + by, end: e.end + by })),
    }));
  }

  /** A gap on its own gets its group from its place. */
  get ask(): Ask | undefined {
    const { ask } = this.#report;
    return ask?.group === '' ? { ...ask, group: `@${this.start}` } : ask;
  }

  /** All that the finding says: a copy or a comparison by properties would miss what is only read on demand. */
  toJSON(): Finding {
    const { ruleId, severity, start, end, message, evidence, basis, fixes, ask } = this;
    return { ruleId, severity, start, end, message, evidence, basis, fixes, ask };
  }
}
