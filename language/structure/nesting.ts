/** What can stand in what, and which marks are above which. */
import type { Paragraph } from '../../engine/paragraph.ts';
import { BARE_WORD, isStructural, LEVELS, type MarkKind, type SeriesMark } from './series-marks.ts';
import type { Member, Series } from './tree.ts';

/** 首先, 第一 and 其一 say the same in three ways; a series that changes from one to the other is mixed. */
const WORD_KEYS: readonly string[] = ['ordinal', 'first-next', 'qi'];

export function sameManner(series: Series, mark: SeriesMark): boolean {
  if (series.kind === mark.kind) return mark.kind === 'verb';
  return WORD_KEYS.includes(series.key) && WORD_KEYS.includes(mark.key);
}

/** 一是, 第一 and the like, and nothing that counts things of its own (第一步). */
export function isWord({ kind, first }: Series): boolean {
  return !isStructural(kind) && kind !== 'sides' && (kind === 'verb' || first.mark.word === '');
}

/** Whether this mark is the next member of the series by its number. */
export function awaits(series: Series, mark: SeriesMark): boolean {
  if (mark.kind === 'heading') return true;
  // 附件 without a number is the only one.
  if (mark.kind === 'attachment') return mark.value > 1 && mark.value === series.last.mark.value + 1;
  const { last } = series;
  // 最后 ends a series of words, whatever its number; nothing follows.
  if (last.mark.kind === 'first-next' && last.mark.value === 0) return false;
  if (mark.value === 0) return true;
  // 一方面 … 一方面
  if (mark.kind === 'sides' && mark.value === 1) return last.mark.value === 1 && series.members.length === 1;
  return mark.value === series.members.length + series.first.mark.value || mark.value === last.mark.value + 1;
}

/** So many lines further on a word goes on with a word before it, and a sign with a sign, where one of them stands inside a line. */
const WORDS_REACH = 3;
export const SIGNS_REACH = 12;

/** What {@link near} asks of distances, and who looks ahead. */
export const REACHES: readonly number[] = [WORDS_REACH, SIGNS_REACH];

/** Words number what stands together: in one paragraph, or at the starts of paragraphs. */
export function near(series: Series, paragraph: Paragraph, mark: SeriesMark): boolean {
  const { last } = series;
  if (last.paragraph === paragraph) return true;
  return (
    (mark.lead && last.mark.lead) ||
    paragraph.index - last.paragraph.index <= (isStructural(mark.kind) ? SIGNS_REACH : WORDS_REACH)
  );
}

/** A series in brackets or quotation marks ends with them; one in plain text does not go on inside. */
export function inScope(series: Series, paragraph: Paragraph, mark: SeriesMark): boolean {
  return series.scope === mark.scope && (mark.scope < 0 || series.last.paragraph === paragraph);
}

/** Whether a new series can stand in the last member of an open one. */
export function canHold(open: Series, paragraph: Paragraph, mark: SeriesMark): boolean {
  const { last } = open;
  const here = last.paragraph === paragraph;
  // What stands in brackets holds what stands in the same brackets.
  if (open.scope >= 0 && !(here && mark.start < last.mark.scopeEnd)) return false;
  if (here) return last.mark.lead || !isStructural(mark.kind) || canHoldInLine(open, mark);
  if (open.inline && (!isStructural(open.kind) || !isStructural(mark.kind))) return false;
  if (!isStructural(mark.kind)) return isStructural(open.kind) || !isOfOneParagraphEach(open);
  if (!mark.lead) return true;
  // Judicial interpretations put 第一条 under 一、; elsewhere 一、 stands under 第一条.
  if (mark.kind === 'article' && open.kind === 'han') return true;
  if (!isStructural(open.kind)) return LEVELS[mark.kind]! > LEVELS['han-bracket']!;
  if (isAbove(last, paragraph, mark)) return true;
  // 3.1 under 3.
  return mark.kind === 'decimal' && last.mark.kind === 'arabic' && String(last.mark.value) === mark.word;
}

/** 一是…。 ⏎ 二是…。 ⏎ 三是…。, a line each: the next line is no part of 三是 either, and what it counts no part of its list. */
function isOfOneParagraphEach({ members }: Series): boolean {
  if (members.length < 2) return false;
  // Two where blank lines part them.
  const step = members[1]!.paragraph.index - members[0]!.paragraph.index;
  return (
    step > 0 &&
    step <= 2 &&
    members.every(
      ({ mark, paragraph }, i) =>
        mark.lead && (i === 0 || paragraph.index - members[i - 1]!.paragraph.index === step),
    )
  );
}

/** The 2 of 1.2. */
export function lastPart(word: string): number {
  return Number(word.slice(word.lastIndexOf('.') + 1));
}

/** Inside one line the same order holds. */
function canHoldInLine(open: Series, mark: SeriesMark): boolean {
  return kindLevel(open) < LEVELS[mark.kind]!;
}

/** How high a kind stands among signs: words with （一）, so that 一、 is above 一是, and 1. and ① may stand below it. */
export function kindLevel({ kind }: { readonly kind: MarkKind }): number {
  return LEVELS[kind] ?? LEVELS['han-bracket']!;
}

/** 1 总则, and 1.1 under it: between （一） and 1. */
const BARE_LEVEL = 6.8;
const DECIMAL_LEVEL = 6.9;
/** Each further part of a number is a step down, so small that 1.1.1.1 does not come to 1. */
const PART_STEP = 1 / 64;
/** Words stand below all signs. */
const WORD_LEVEL = 20;

/** 1.1.1 stands under 1.1, that under 1 总则, and lists with 1. and （1） under them all. */
export function levelOf({ kind, word }: SeriesMark): number {
  if (kind === 'decimal') return DECIMAL_LEVEL + word.split('.').length * PART_STEP;
  return word === BARE_WORD ? BARE_LEVEL : (LEVELS[kind] ?? WORD_LEVEL);
}

/**
 * Whether a member is above what a mark begins. The levels of two headings say it themselves, kinds order what these leave open; a
 * heading is above all that stands in the text. A number that is typed without the level of a heading stands as high as its kind.
 */
function isAbove(outer: Member, paragraph: Paragraph, mark: SeriesMark): boolean {
  if (mark.kind === 'attachment') return false;
  if (outer.mark.kind === 'attachment') return true;
  const [above, below] = [outer.paragraph.headingLevel, paragraph.headingLevel];
  if (above === 0 || above === below) return levelOf(outer.mark) < levelOf(mark);
  return below === 0 || above < below;
}
