/** The marks of a paragraph while they are read: what the readers of the single forms add to. */
import { isBlank, type Paragraph } from '../../../engine/paragraph.ts';
import { STATEMENT_STOPS } from '../../text/bounds.ts';
import { Characters } from '../../text/characters.ts';
import { ONE_TO_TEN } from '../../text/numerals.ts';
import type { MarkKind, SeriesMark } from './mark.ts';

export type Draft = { -readonly [K in keyof SeriesMark]: SeriesMark[K] };

/** Where a mark stands: it begins the paragraph, follows the end of a sentence, or stands inside one. */
export type Place = 'lead' | 'clause' | 'inside';

const MARKUP = new Characters('#*★☆▲△※●■◆□☑☐');
/** ### 一、总体要求, **一、总体要求**: left in a plain text by whoever copied it; ★（1）: a requirement that must be met; □（一）: one to choose. */
const MARKUP_BEFORE = new RegExp(
  String.raw`(?:#{1,6}[ \u3000]+)?(?:\*\*)?(?:[★☆▲△※●■◆□☑☐]{1,2} ?)?(?=[${ONE_TO_TEN}（(第附\d①-⑳])`,
  'y',
);

/** Where the words of a line begin. */
export function wordsBegin({ text, contentStart }: Paragraph): number {
  if (!MARKUP.at(text, contentStart)) return contentStart;
  MARKUP_BEFORE.lastIndex = contentStart;
  return MARKUP_BEFORE.test(text) ? MARKUP_BEFORE.lastIndex : contentStart;
}

export class Drafts {
  readonly paragraph: Paragraph;
  readonly text: string;
  readonly marks: Draft[] = [];
  /** Where the words of the line begin, behind what Markdown sets before them. */
  readonly begin: number;

  constructor(paragraph: Paragraph) {
    this.paragraph = paragraph;
    this.text = paragraph.text;
    this.begin = wordsBegin(paragraph);
  }

  /**
   * A firm mark whose number is all of it but what the caller says. Marks come from here for all to have one shape: what
   * asks them again and again need not tell shapes apart.
   */
  add(kind: MarkKind, start: number, end: number, value: number): Draft {
    const lead = start === this.begin;
    const mark: Draft = {
      kind,
      value,
      start,
      end,
      numberStart: start,
      numberEnd: end,
      word: '',
      key: kind,
      lead,
      opens: lead || opensClause(this.text, start),
      firm: true,
      doubtful: false,
      scope: -1,
      scopeEnd: 0,
    };
    this.marks.push(mark);
    return mark;
  }

  /**
   * Whether the number goes on with the last mark of the kind on this line: ①甲②乙, 1.甲 2.乙. One may be missing between
   * them.
   */
  goesOnInLine(kind: MarkKind, word: string, value: number): boolean {
    const before = this.marks.findLast((mark) => mark.kind === kind && mark.word === word);
    if (before?.firm !== true || value > before.value + 2) return false;
    // 附件：1.甲 2.乙 2.丙: nothing but titles stands between its numbers.
    return value > before.value || (value === before.value && this.text[this.begin] === '附');
  }

  placeOf(start: number): Place {
    if (start === this.begin) return 'lead';
    return opensSentence(this.text, start) ? 'clause' : 'inside';
  }
}

const BEFORE_SENTENCE = new Characters('。；：！？…;:!?“‘（');
const CLOSES_SENTENCE = new Characters('”’）');
const BEFORE_CLAUSE = new Characters('，、,—');

/** Behind 。；：！？…, a closing quotation mark of a sentence, or a wide blank. */
export function opensSentence(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && isBlank(text.charCodeAt(before))) before--;
  if (before < 0 || BEFORE_SENTENCE.at(text, before)) return true;
  return CLOSES_SENTENCE.at(text, before) && STATEMENT_STOPS.at(text, before - 1);
}

/** The same, or behind ，、—. */
export function opensClause(text: string, at: number): boolean {
  return BEFORE_CLAUSE.at(text, at - 1) || opensSentence(text, at);
}
