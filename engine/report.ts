/**
 * What a rule found, put into words when somebody reads it.
 *
 * `find` runs over all text, `explain`, `fix` and `ask` only for the findings that are shown: an editor shows a few
 * hundred of them, and typing moves all that stand behind. A paragraph does not change, so its reports can be explained at
 * any time; a document rule's report while all stands that the rule has read.
 */
import { Anchor } from './anchor.ts';
import { cutsCharacter, wholeCharacters } from './characters.ts';
import { Document } from './document.ts';
import type { Ask, Evidence, Finding, Fix, Range, Severity } from './finding.ts';
import { MASK } from './formats/index.ts';
import { NONE } from './lists.ts';
import type { Paragraph } from './paragraph.ts';
import type { Reading } from './readings.ts';
import type { Explanation, Match, Rule } from './rule.ts';

/** Runs a function of the rule; when it throws, that is told of, and there is no answer. */
export type Guard = <T>(rule: Rule, run: () => T) => T | undefined;

/**
 * A match of a rule, with its words once they were asked for. Offsets are those of the unit; a document rule's move with the text
 * while all stands that the rule has read.
 */
export class Report {
  readonly rule: Rule;
  readonly #unit: Document | Paragraph;
  readonly #guard: Guard;
  #match: Match;
  #place: Range;
  #explained: Explained | undefined;
  #fixes: readonly Fix[] | undefined;
  #ask: Ask | undefined;
  /** For a document rule: the revision whose offsets the match has, and how it gets those of the present one. */
  #revision = 0;
  #renew: (() => void) | undefined;

  constructor(rule: Rule, match: Match, unit: Document | Paragraph, guard: Guard) {
    this.rule = rule;
    this.#match = match;
    this.#place = match;
    this.#unit = unit;
    this.#guard = guard;
  }

  /** Of a document rule: from now on it goes along with edits. `renew` gives it the {@link match} of the present, or throws. */
  keep(document: Document, renew: () => void): void {
    this.#place = new Anchor(document, this.#match);
    this.#revision = document.revision;
    this.#renew = renew;
  }

  /** What `find` has found. */
  get match(): Match {
    return this.#match;
  }
  /** The same with the offsets that it has after an edit elsewhere. */
  set match(match: Match) {
    this.#match = match;
    this.#fixes = undefined;
    this.#ask = undefined;
    if (this.#unit instanceof Document) this.#revision = this.#unit.revision;
  }

  get start(): number {
    return this.#place.start;
  }
  get end(): number {
    return this.#place.end;
  }

  get explanation(): Omit<Explanation, 'evidence'> {
    return this.#words.explanation;
  }

  get evidence(): readonly Evidence[] {
    return this.#words.evidence.map(({ place: { start, end }, said }) => ({ ...said, start, end }));
  }

  get #words(): Explained {
    const unit = this.#unit;
    const known = this.#explained;
    if (known && (!known.reading || (unit as Document).stands(known.reading))) return known;
    if (known && !this.#isUpToDate()) return known;
    const explain = () => this.#say((rule, match, of) => rule.explain(match, of));
    const { value = { message: unit.language.says.unsaid(this.rule.id) }, reading } =
      unit instanceof Document ? unit.note(explain) : { value: explain(), reading: undefined };
    this.#explained = this.#explain(value, reading);
    return this.#explained;
  }

  get fixes(): readonly Fix[] {
    if (this.#fixes && !this.#isUpToDate()) return this.#fixes;
    this.#fixes ??=
      (this.rule.fix && this.#say((rule, match, unit) => rule.fix!(match, unit)))
        // A fix that would leave half of a character behind is none.
        ?.filter(({ edits }) => !edits.some(({ start, end }) => this.#cuts(start) || this.#cuts(end)))
        .map((fix) => ({ ...fix, title: brief(said(fix.title)) })) ?? NONE;
    return this.#fixes;
  }

  get ask(): Ask | undefined {
    if (this.#ask && !this.#isUpToDate()) return this.#ask;
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

  #explain({ message, evidence = NONE, ...rest }: Explanation, reading: Reading | undefined): Explained {
    const unit = this.#unit;
    return {
      reading,
      explanation: { ...rest, message: brief(said(message)) },
      evidence: evidence.map((e) => {
        const start = this.#cuts(e.start) ? e.start - 1 : e.start;
        const end = this.#cuts(e.end) ? e.end + 1 : e.end;
        const place = unit instanceof Document ? new Anchor(unit, { start, end }) : { start, end };
        return { place, said: { ...e, message: brief(said(e.message)) } };
      }),
    };
  }

  /** Whether an offset of the unit lies within a character. */
  #cuts(offset: number): boolean {
    const unit = this.#unit;
    if (!(unit instanceof Document)) return cutsCharacter(unit.source, offset);
    const paragraph = unit.paragraphAt(offset);
    return cutsCharacter(paragraph.source, offset - paragraph.start);
  }

  /** Whether the match has the offsets of the text as it is, once those of a document rule are made anew; what was read may change. */
  #isUpToDate(): boolean {
    const unit = this.#unit;
    if (!(unit instanceof Document)) return true;
    if (unit.revision !== this.#revision) this.#renew?.();
    return unit.revision === this.#revision;
  }

  #say<T>(run: (rule: Rule, match: Match, unit: never) => T): T | undefined {
    if (!this.#isUpToDate())
      throw new Error(`a finding of ${this.rule.id} was first read after the text had changed`);
    return this.#guard(this.rule, () => run(this.rule, this.#match, this.#unit as never));
  }
}

/** A finding in words, and what of the document they rest on. */
interface Explained {
  readonly reading: Reading | undefined;
  readonly explanation: Omit<Explanation, 'evidence'>;
  readonly evidence: readonly { readonly place: Range; readonly said: Evidence }[];
}

/**
 * What a rule quotes may lie between masks: what stands for them is not said. Nor is half a character, where a quotation was
 * cut.
 */
function said(words: string): string {
  return wholeCharacters(words.includes(MASK) ? words.replaceAll(MASK, '') : words);
}

/** No honest text makes a rule say more: what it quotes is a row of one mark, thousands of them. */
const LONGEST = 400;
const QUOTED = /“([^“”]{20})[^“”]{20,}([^“”]{4})”/g;

/** With what is quoted cut down, where it would fill the screen. */
function brief(words: string): string {
  if (words.length <= LONGEST) return words;
  const cut = words.replace(QUOTED, '“$1…$2”');
  return wholeCharacters(cut.length <= LONGEST ? cut : `${cut.slice(0, LONGEST)}…`);
}

/** A report where it stands in the document, `by` units further on. */
export class PlacedFinding implements Finding {
  readonly severity: Severity;
  readonly start: number;
  readonly end: number;
  readonly #report: Report;
  readonly #by: number;

  constructor(report: Report, by: number, severity: Severity) {
    this.severity = severity;
    this.start = report.start + by;
    this.end = report.end + by;
    this.#report = report;
    this.#by = by;
  }

  get ruleId(): string {
    return this.#report.rule.id;
  }

  get message(): string {
    return this.#report.explanation.message;
  }

  get evidence(): readonly Evidence[] {
    const by = this.#by;
    const { evidence } = this.#report;
    return by === 0 ? evidence : evidence.map((e) => ({ ...e, start: e.start + by, end: e.end + by }));
  }

  get basis(): string | undefined {
    return this.#report.explanation.basis ?? this.#report.rule.basis;
  }

  get fixes(): readonly Fix[] {
    const by = this.#by;
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
