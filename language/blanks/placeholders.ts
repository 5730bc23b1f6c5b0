/**
 * Placeholders: marks that stand for something the writer still has to fill in, with what belongs there. How the marks are told
 * from their honest uses (3×5, ★★★★★, 二○二四, 李某, X光) is in `blanks/`, what belongs there in `slots.ts`.
 * Offsets are UTF-16 units relative to the paragraph.
 */
import { defineFact } from '../../engine/facts.ts';
import type { Severity } from '../../engine/finding.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import type { Match } from '../../engine/rule.ts';
import { Characters } from '../text/characters.ts';
import type { Certainty, Mark } from './line.ts';
import { BLANK_TOKENS, HAN_MARKS, readMarks } from './marks.ts';
import { readSlot, type Slot, type SlotReading } from './slots.ts';

const SEVERITY: Readonly<Record<Certainty, Severity>> = {
  sure: 'error',
  likely: 'warning',
  possible: 'info',
};

/** What belongs into it is read when somebody asks: an editor asks for the few that are looked at or filled in. */
export class Placeholder implements SlotReading, Match {
  readonly start: number;
  readonly end: number;
  readonly certainty: Certainty;
  readonly #masked: boolean;
  readonly #paragraph: Paragraph;
  #reading: SlotReading | undefined;

  constructor(paragraph: Paragraph, { start, end, certainty, masked = false }: Mark) {
    this.start = start;
    this.end = end;
    this.certainty = certainty;
    this.#masked = masked;
    this.#paragraph = paragraph;
  }

  get severity(): Severity {
    return SEVERITY[this.certainty];
  }

  /** As written: `×`, `20××`, `×0%`. */
  get mark(): string {
    return this.#paragraph.text.slice(this.start, this.end);
  }

  /** Whether it is drawn as a line to write on: ____, 20__. */
  get isLine(): boolean {
    return LINE_MARKS.at(this.#paragraph.text, this.end - 1);
  }

  get slot(): Slot {
    return this.#read().slot;
  }

  get label(): string {
    const { label } = this.#read();
    return BRACKETED.at(this.#paragraph.text, this.start) ? `${label}（连同括号）` : label;
  }

  get key(): string {
    return this.#read().key;
  }

  get head(): string {
    return this.#read().head;
  }

  /** Placeholders of one group hold the same value; empty for one on its own. */
  get group(): string {
    const { slot, key, mark } = this;
    return key === '' ? '' : `${slot}:${normalise(mark)}:${key}`;
  }

  /** Itself with the words that make its group: `市委【×】书记`; undefined for one on its own. */
  get phrase(): string | undefined {
    const { key, mark, head, slot } = this;
    if (key === '') return undefined;
    const office = slot === 'surname' ? key.slice(0, key.indexOf('×')) : '';
    return `${office}【${mark}】${head === '' ? key : head}`;
  }

  #read(): SlotReading {
    const { text, language } = this.#paragraph;
    const { start, end } = this;
    this.#reading ??= readSlot(text, { start, end, masked: this.#masked }, () => language.words);
    return this.#reading;
  }
}

const BRACKETED = new Characters('〔《');
const LINE_MARKS = new Characters('_＿');

export const placeholders = defineFact<readonly Placeholder[]>(
  'placeholders',
  { tokens: BLANK_TOKENS, words: [HAN_MARKS] },
  (paragraph) => {
    const marks = readMarks(paragraph);
    return marks.length === 0 ? [] : marks.map((mark) => new Placeholder(paragraph, mark));
  },
);

/** One spelling for a mark's look-alikes, so that ×市 and ✕市, X县 and x县 are filled together. */
function normalise(mark: string): string {
  return mark.replace(LOOK_ALIKES, (c) => '××××××XXX*_'[ALIKE.indexOf(c)]!);
}

const ALIKE = '✕✖☓╳⨯乂xｘＸ＊＿';
const LOOK_ALIKES = new RegExp(`[${ALIKE}]`, 'g');
