/** What the readers of blanks read from, and what they say of one. */
import type { Hit } from '../../engine/language.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { MASKED_SURNAMES } from '../names/surnames.ts';
import { wordList } from '../text/lexicon.ts';
import { wideText } from '../text/wide.ts';
import type { Words } from '../text/words.ts';

/** How surely the mark is a blank: `sure` even out of context, `possible` where it may be meant as it stands. */
export type Certainty = 'sure' | 'likely' | 'possible';

/** A blank before its slot is read. Offsets are UTF-16 units relative to the paragraph. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly certainty: Certainty;
  /** Figures of the number are given: 20××. */
  readonly masked?: boolean;
  /** By itself it says nothing: a blank only beside others of its kind. */
  readonly doubtful?: true;
}

/** What reports of cases say. */
const CASES = wordList('blanks.case');
/** How far from a mark the words may stand that make its text the report of a case. */
const CASE_REACH = 60;
/** So many of them make a paragraph part of a judgment. */
const JUDGMENT = 2;
/** 被害人王某2, 民警从张某处. */
const NAMELESS = new RegExp(`[${MASKED_SURNAMES}]某`);

/** A paragraph while its blanks are read, from left to right. */
export class Line {
  readonly paragraph: Paragraph;
  /** With wide punctuation, whatever the draft has. */
  readonly text: string;
  readonly words: () => Words;
  #hits: readonly Hit[] | undefined;
  #cases: readonly Hit[] | undefined;
  #reports: readonly Hit[] | undefined;
  #passed = 0;
  /** Names that were found to be withheld: 任XX, and the mark in it. */
  readonly withheld = new Set<string>();

  constructor(paragraph: Paragraph) {
    this.paragraph = paragraph;
    this.text = wideText(paragraph.text);
    this.words = () => paragraph.language.words;
  }

  /** The words within reach of a mark that make its text the report of a case. To be asked from left to right. */
  casesAround(start: number, end: number): readonly Hit[] {
    const { cases } = this;
    // What lies too far behind this mark lies too far behind all that follow.
    while (this.#passed < cases.length && start - cases[this.#passed]!.end >= CASE_REACH) this.#passed++;
    let to = this.#passed;
    while (to < cases.length && cases[to]!.start - end < CASE_REACH) to++;
    return cases.slice(this.#passed, to);
  }

  /** The words beside which a name is withheld. */
  get cases(): readonly Hit[] {
    this.#cases ??= this.#words().filter(({ entry }) => entry.value !== 'report');
    return this.#cases;
  }

  /** Whether it is a judgment or an account of one: parties, acts and courts by the words for them, more than once or of a person whose name is withheld. */
  get isJudgment(): boolean {
    let said = 0;
    for (const { entry } of this.#words()) if (entry.value.startsWith('all')) said++;
    return said >= JUDGMENT || (said > 0 && NAMELESS.test(this.text));
  }

  /** Whether a case is reported within so many units of an offset. */
  isReportedNear(at: number, reach: number): boolean {
    this.#reports ??= this.#words().filter(({ entry }) => entry.value.endsWith('report'));
    return this.#reports.some(({ start, end }) => start >= at - reach && end <= at + reach);
  }

  #words(): readonly Hit[] {
    this.#hits ??= this.paragraph.has(CASES) ? this.paragraph.hits(CASES) : [];
    return this.#hits;
  }
}
