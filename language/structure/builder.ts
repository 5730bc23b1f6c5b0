/**
 * How marks become series: the order in which they are placed, and what goes on with what.
 *
 * One class, and longer than other files: each of its steps reads and changes the same list of open series.
 */
import type { Paragraph } from '../../engine/paragraph.ts';
import { endsWordAbove } from '../layout/broken-lines.ts';
import {
  goesOnWith,
  type Here,
  hasParts,
  hasSecond,
  isFigure,
  LOOKAHEAD,
  markOf,
  nextAlike,
} from './ahead.ts';
import { awaits, canHold, inScope, isWord, lastPart, near, sameManner } from './nesting.ts';
import { BARE_WORD, isStructural, type MarkKind, type SeriesMark, seriesMarks } from './series-marks.ts';
import { Member, Series } from './tree.ts';

/** Drafts put （1）（2） under （1）. Articles and chapters do not stand in each other. */
const SELF_NESTING: readonly MarkKind[] = ['han', 'han-bracket', 'arabic', 'arabic-bracket'];

/** So many series that stand beside each other, the last first, may turn out to be open still. */
const REOPENED = 8;

/** Nobody nests deeper; brackets in brackets could. */
const DEEPEST = 24;

/** Marks that stand for each other by mistake: （二） between 一、 and 三、. */
const STRANGERS: readonly MarkKind[] = ['han', 'han-bracket', 'arabic', 'arabic-bracket', 'arabic-half'];

/** Soft marks that may leave one out. */
const SKIPPING: readonly MarkKind[] = ['decimal', 'article', 'letter', 'stem'];

/** An attachment numbered so cannot be the first of its text. */
const FIRST_CITED = 3;

/** Places the marks of all paragraphs one after the other. */
export class Builder {
  readonly roots: Series[] = [];
  readonly series: Series[] = [];
  /** Open series, outermost first; each stands in the last member of the one before. */
  readonly #open: Series[] = [];
  /** The last series of each key that heads paragraphs. */
  readonly #latest = new Map<string, Series>();
  /** The last series of each key whose signs stand inside a line. */
  readonly #inLine = new Map<string, Series>();

  addParagraph(paragraphs: readonly Paragraph[], index: number): void {
    const marks = paragraphs[index]!.fact(seriesMarks);
    let covered = -1;
    for (let i = 0; i < marks.length; i++) {
      // 2.3月底前: one of the two readings of a mark has found its place.
      if (marks[i]!.start < covered) continue;
      if (this.#place({ paragraphs, index, at: i })) covered = marks[i]!.end;
    }
  }

  /** Gives the mark a place in the tree; false if it numbers nothing. */
  #place(here: Here): boolean {
    const paragraph = here.paragraphs[here.index]!;
    const mark = markOf(here);
    if (mark.kind === 'han' && mark.lead && endsWordAbove(here.paragraphs[here.index - 1], paragraph))
      return false;
    if (this.#goOn(here, paragraph, mark)) return true;
    const begins =
      mark.value === 1 || mark.kind === 'heading' || (mark.kind === 'attachment' && mark.value === 0);
    const stands =
      mark.firm ||
      (begins && hasSecond(here) && (mark.word !== BARE_WORD || hasParts(here))) ||
      this.#runsOnInLine(mark) ||
      this.#skipsOne(here, mark) ||
      this.#repeatsFirst(mark);
    if (!stands || this.#isCited(paragraph, mark)) return false;
    if ((!begins || this.#repeatsFirst(mark)) && this.#joinBroken(paragraph, mark)) return true;
    // 其次 alone continues something said in other words.
    if (!begins && (mark.kind === 'first-next' || mark.kind === 'sides' || mark.kind === 'qi')) return false;
    // So does 第二步 alone.
    if (!begins && mark.kind === 'ordinal' && mark.word !== '') return false;
    this.#begin(paragraph, mark);
    return true;
  }

  /**
   * 第七章 法律责任 第四十二条 …: line breaks were lost, and the article goes on with the run. So does a 三： under the next
   * heading, whose point is wrong.
   */
  #runsOnInLine(mark: SeriesMark): boolean {
    if (mark.kind !== 'article' && !(mark.kind === 'han' && mark.lead)) return false;
    return this.#latest.get(mark.key)?.last.mark.value === mark.value - 1;
  }

  /** Whether a soft mark leaves one out of the series that it goes on with. */
  #skipsOne(here: Here, mark: SeriesMark): boolean {
    const open = this.#open.findLast((series) => series.key === mark.key);
    if (!open) return false;
    const isWordy =
      mark.kind === 'verb' || mark.kind === 'first-next' || (mark.kind === 'ordinal' && mark.word === '');
    return isWordy ? wordSkipsOne(open, here, mark) : signSkipsOne(open, here, mark);
  }

  /** 投标人自评表 | 附件7: the first attachments that a text names are in the cells of its list of contents. */
  #isCited({ index }: Paragraph, { kind, value, key }: SeriesMark): boolean {
    return kind === 'attachment' && value >= FIRST_CITED && index > 0 && !this.#latest.has(key);
  }

  /** 3.1 3.1 under 3. */
  #repeatsFirst({ kind, key, value, word, lead }: SeriesMark): boolean {
    if (kind !== 'decimal' || value !== 1 || !lead) return false;
    const open = this.#open.findLast((series) => series.key === key);
    return open?.members.length === 1 && open.parent?.mark.value === lastPart(word);
  }

  /** Adds the mark to a series that waits for it, if there is one. */
  #goOn(here: Here, paragraph: Paragraph, mark: SeriesMark): boolean {
    if (isFigure(mark) && !goesOnWith(here)) return false;
    if (this.#isSecondOne(here)) {
      this.#append(
        this.#open.findLastIndex((series) => series.key === mark.key),
        paragraph,
        mark,
      );
      return true;
    }
    if (this.#joinAsDouble(here, paragraph, mark)) return true;
    // Heads of paragraphs go on with heads of paragraphs before they go on with a list inside a line.
    const index = this.#awaiting(paragraph, mark, 'heading alike') ?? this.#awaiting(paragraph, mark, 'any');
    if (index !== undefined) {
      this.#append(index, paragraph, mark);
      return true;
    }
    return (
      this.#reopen(paragraph, mark) ||
      this.#joinMixed(here, paragraph, mark) ||
      this.#joinAsStranger(here, paragraph, mark)
    );
  }

  /** 一是…；一是…: the two of a pair, where no 二是 follows. */
  #isSecondOne(here: Here): boolean {
    const { kind, key, value, scope, opens } = markOf(here);
    if (kind !== 'verb' || value !== 1 || !opens) return false;
    const list = this.#open.findLast((series) => series.key === key);
    if (!list || list.scope !== scope || list.last.paragraph !== here.paragraphs[here.index]) return false;
    // Where the first two and the last are 一是, all are.
    const { first, last, members } = list;
    if ([first, members[1] ?? first, last].some(({ mark }) => mark.value !== 1)) return false;
    const next = nextAlike(here, key, 0);
    return next === undefined || next.value === 1;
  }

  /** The innermost open series that waits for the mark; `heading alike`: one whose marks head paragraphs as this one does, or does not. */
  #awaiting(paragraph: Paragraph, mark: SeriesMark, which: 'heading alike' | 'any'): number | undefined {
    for (let i = this.#open.length - 1; i >= 0; i--) {
      const series = this.#open[i]!;
      if (series.key !== mark.key || !inScope(series, paragraph, mark) || !awaits(series, mark)) continue;
      if (which === 'heading alike' && series.first.mark.lead !== mark.lead) continue;
      if (!series.first.mark.lead && !near(series, paragraph, mark)) continue;
      // A soft sign inside a sentence (包括（二）…) may be a reference: it goes on with its own line only.
      const reference = !mark.firm && !mark.lead && isStructural(mark.kind) && mark.kind !== 'article';
      if (reference && series.last.paragraph !== paragraph) continue;
      if (reference && !series.inline && mark.kind !== 'arabic') continue;
      return i;
    }
    return undefined;
  }

  /**
   * A series closed too early, by what turns out to stand inside its last member: that moves there. So do lists that
   * use the mark of the heading they stand under.
   */
  #reopen(paragraph: Paragraph, mark: SeriesMark): boolean {
    if (mark.value < 2 || (isStructural(mark.kind) && !(mark.lead && SELF_NESTING.includes(mark.kind))))
      return false;
    for (let i = this.#open.length - 1; i >= -1; i--) {
      const siblings = i < 0 ? this.roots : this.#open[i]!.last.children;
      const s = this.#closedAmong(siblings, paragraph, mark);
      if (s !== undefined) {
        const closed = siblings[s]!;
        for (const series of siblings.splice(s + 1)) adopt(closed.last, series);
        this.#open.length = i + 1;
        this.#open.push(closed);
        this.#append(i + 1, paragraph, mark);
        return true;
      }
      if (this.#reopenBelow(i, siblings, paragraph, mark)) return true;
    }
    return false;
  }

  /** Which of the last series beside each other is closed and waits for the mark. */
  #closedAmong(siblings: readonly Series[], paragraph: Paragraph, mark: SeriesMark): number | undefined {
    const structural = isStructural(mark.kind);
    for (let s = siblings.length - 1; s >= 0 && s >= siblings.length - REOPENED; s--) {
      const closed = siblings[s]!;
      if (closed.key !== mark.key) {
        // Signs go under signs of their own form only; other headings in between end the series for good.
        if (structural) return undefined;
        continue;
      }
      if (this.#open.includes(closed)) continue;
      if (!awaits(closed, mark) || closed.scope !== mark.scope) {
        if (structural) continue;
        return undefined;
      }
      return closed.last.paragraph === paragraph || (mark.lead && closed.last.mark.lead) ? s : undefined;
    }
    return undefined;
  }

  /** 二、任务 第一，… 一、… 二、… 第二，…: the second 一、 looked like the next list of headings and stands inside 第一. */
  #reopenBelow(level: number, siblings: Series[], paragraph: Paragraph, mark: SeriesMark): boolean {
    const outer = siblings[siblings.length - 2];
    const inner = siblings[siblings.length - 1];
    const closed = outer?.last.children.at(-1);
    if (!mark.lead || isStructural(mark.kind) || !closed || outer!.key !== inner!.key) return false;
    if (closed.key !== mark.key || !closed.last.mark.lead || !awaits(closed, mark)) return false;
    siblings.pop();
    adopt(closed.last, inner!);
    this.#open.length = level + 1;
    this.#open.push(outer!, closed);
    this.#append(level + 2, paragraph, mark);
    return true;
  }

  /** 首先 … 其次 … 第三, 一要 … 二是, 第一 … 二是 … 第三: other words, but the number the series waits for. */
  #joinMixed(here: Here, paragraph: Paragraph, mark: SeriesMark): boolean {
    if (isStructural(mark.kind) || mark.kind === 'sides' || mark.value === 1) return false;
    const i = this.#open.findLastIndex(
      (series) =>
        !isStructural(series.kind) &&
        inScope(series, paragraph, mark) &&
        (sameManner(series, mark) || mayMix(series, mark)),
    );
    const series = this.#open[i];
    if (!series || !awaits(series, mark) || !near(series, paragraph, mark)) return false;
    // In another manner altogether: a list whose own second comes is no place for it.
    if (!sameManner(series, mark) && nextAlike(here, series.key, 1)?.value === mark.value) return false;
    if (!mark.firm && !(mark.value === 0 && series.kind === 'first-next')) return false;
    this.#append(i, paragraph, mark);
    return true;
  }

  /** 一、 （二） 三、: one mark of another form where the series goes on around it. */
  #joinAsStranger(here: Here, paragraph: Paragraph, mark: SeriesMark): boolean {
    if (!mark.lead || !mark.firm || mark.value < 2 || !STRANGERS.includes(mark.kind)) return false;
    // （三） under 二、 goes on with the （二） under 一、.
    if (this.#latest.get(mark.key)?.last.mark.value === mark.value - 1) return false;
    if (this.#open.some(({ key }) => key === mark.key)) return false;
    for (let i = this.#open.length - 1; i >= 0; i--) {
      const series = this.#open[i]!;
      if (!STRANGERS.includes(series.kind) || !series.first.mark.lead || series.scope !== mark.scope)
        continue;
      if (series.last.mark.value !== mark.value - 1 || series.last.paragraph.role !== paragraph.role)
        continue;
      if (nextAlike(here, series.key, LOOKAHEAD)?.value !== mark.value + 1) continue;
      this.#append(i, paragraph, mark);
      return true;
    }
    return false;
  }

  /**
   * 二、 （一） （二） 三、 （四） 三、: the first 三、 would go on with 二、, but （四） goes on with it, and the 三、 of 二、 is still to
   * come. 四、 （一） （二） 三、 五、: it goes on with （二）, and with nothing else.
   */
  #joinAsDouble(here: Here, paragraph: Paragraph, mark: SeriesMark): boolean {
    if (!mark.lead || !mark.firm || mark.kind !== 'han' || mark.value < 2) return false;
    const inner = this.#open.at(-1);
    if (inner?.kind !== 'han-bracket' || !inner.first.mark.lead || inner.scope !== mark.scope) return false;
    if (inner.last.mark.value !== mark.value - 1 || inner.last.paragraph.role !== paragraph.role)
      return false;
    const outer = this.#open.findLast(({ key }) => key === mark.key);
    const next = nextAlike(here, mark.key, LOOKAHEAD)?.value;
    const isPast =
      outer !== undefined && mark.value < outer.last.mark.value && next === outer.last.mark.value + 1;
    const isDouble = next === mark.value && nextAlike(here, inner.key, LOOKAHEAD)?.value === mark.value + 1;
    if (!isPast && !isDouble) return false;
    this.#append(this.#open.length - 1, paragraph, mark);
    return true;
  }

  /** Adds a mark with the wrong number to the series of its form, if it plainly belongs there. */
  #joinBroken(paragraph: Paragraph, mark: SeriesMark): boolean {
    for (let i = this.#open.length - 1; i >= 0; i--) {
      const series = this.#open[i]!;
      if (series.key !== mark.key || !inScope(series, paragraph, mark)) continue;
      // Words may begin inside a paragraph and go on at the starts of the next ones.
      const begun = !isStructural(mark.kind) && mark.lead && mark.value > series.last.mark.value;
      if (series.last.mark.lead !== mark.lead && series.last.paragraph !== paragraph && !begun) return false;
      if (this.#runsOn(mark, series)) return false;
      // 第二个阶段，我们还…, after the third: the text comes back to it.
      if (mark.kind === 'ordinal' && mark.word !== '' && mark.value < series.last.mark.value) return false;
      if (!isStructural(mark.kind) && !near(series, paragraph, mark)) return false;
      this.#mergeWithBefore(i, mark);
      this.#append(i, paragraph, mark);
      return true;
    }
    return false;
  }

  /** Whether the number goes on with an earlier series rather than with the open one. */
  #runsOn(mark: SeriesMark, open: Series): boolean {
    const latest = this.#latest.get(mark.key);
    return latest !== undefined && latest !== open && mark.lead && latest.last.mark.value + 1 === mark.value;
  }

  /**
   * 一、二、一、四、: the second 一、 opened a series of its own, and 四、 shows that it stands for 三、. Its series is
   * taken back into the one before.
   */
  #mergeWithBefore(index: number, mark: SeriesMark): void {
    const series = this.#open[index]!;
    if (series.members.length !== 1 || series.first.mark.value !== 1) return;
    const siblings = series.parent ? series.parent.children : this.roots;
    const before = siblings[siblings.length - 2];
    if (before?.key !== series.key || siblings.at(-1) !== series) return;
    if (before.last.mark.value !== mark.value - 2) return;
    siblings.pop();
    this.series.splice(this.series.lastIndexOf(series), 1);
    moveMember(series.first, before);
    this.#open[index] = before;
    if (this.#latest.get(series.key) === series) this.#latest.set(series.key, before);
  }

  /** 一、二、一、 with nothing after it: the last 一、 is no list of one but a wrong number. */
  finish(): void {
    const gone = new Set<Series>();
    this.#tidy(this.roots, gone);
    for (const series of this.series) {
      // What stood under a member that was moved now stands under the new one: it must not be moved twice.
      if (gone.has(series)) continue;
      for (const { children } of series.members) if (children.length > 1) this.#tidy(children, gone);
    }
    if (gone.size === 0) return;
    const kept = this.series.filter((series) => !gone.has(series));
    this.series.length = 0;
    for (const series of kept) this.series.push(series);
  }

  #tidy(siblings: Series[], gone: Set<Series>): void {
    let kept = 0;
    for (const series of siblings) {
      const before = siblings[kept - 1];
      const { first } = series;
      const lone = series.members.length === 1 && first.mark.value === 1 && first.mark.lead;
      if (
        kept > 0 &&
        lone &&
        isStructural(series.kind) &&
        first.mark.start === first.paragraph.contentStart &&
        before?.key === series.key &&
        before.first.mark.lead
      ) {
        moveMember(first, before);
        gone.add(series);
      } else siblings[kept++] = series;
    }
    siblings.length = kept;
  }

  #append(index: number, paragraph: Paragraph, mark: SeriesMark): void {
    const series = this.#open[index]!;
    this.#open.length = index + 1;
    series.members.push(new Member(series, paragraph, mark));
    if (mark.key !== series.key) series.mixed = true;
    this.#remember(series, mark);
  }

  #remember(series: Series, mark: SeriesMark): void {
    if (mark.lead || mark.kind === 'article') this.#latest.set(series.key, series);
    else if (isStructural(mark.kind)) this.#inLine.set(series.key, series);
  }

  /**
   * The series of the form before this one that it may go on from. Where the line breaks of a text were lost, （五） under 二、 goes on
   * with the （四） of its own line.
   */
  #before(paragraph: Paragraph, mark: SeriesMark): Series | undefined {
    const { key, kind, lead, scope } = mark;
    if (lead || kind === 'article') return this.#latest.get(key);
    const inLine = this.#inLine.get(key);
    return inLine?.last.paragraph === paragraph && inLine.scope === scope ? inLine : undefined;
  }

  #begin(paragraph: Paragraph, mark: SeriesMark): void {
    const key = mark.key;
    // An attachment is a document of its own.
    if (mark.kind === 'attachment') this.#latest.clear();
    // A new series of a form ends the open one, unless it is a list inside a line under headings of that form.
    const ends = (s: Series) =>
      s.key === key && inScope(s, paragraph, mark) && (mark.lead || !s.first.mark.lead);
    let same = this.#open.findLastIndex(ends);
    // 一方面…，另一方面…。一是…。二是…，一方面…: the first pair is complete, and the second stands in what came after it.
    if (mark.kind === 'sides' && same >= 0 && same < this.#open.length - 1)
      if (this.#open[same]!.members.length > 1) same = -1;
    if (same >= 0) this.#open.length = same;
    while (this.#open.length > 0 && !canHold(this.#open.at(-1)!, paragraph, mark)) this.#open.pop();
    if (this.#open.length > DEEPEST) this.#open.length = DEEPEST;
    const parent = this.#open.at(-1)?.last;
    const series = new Series(key, mark, parent, this.#before(paragraph, mark));
    series.members.push(new Member(series, paragraph, mark));
    (parent ? parent.children : this.roots).push(series);
    this.series.push(series);
    this.#open.push(series);
    this.#remember(series, mark);
  }
}

const DATE = /^\d{1,2}月[\d上中下底初末]/;

const leavesOneOut = ({ last }: Series, { value }: SeriesMark) => value === last.mark.value + 2;

/** 一靠政策，二靠科技，四靠投入; 第一要…，第二要…，第四要…: two of the words make a list, and 首先要…，再次要… is one. */
function wordSkipsOne(list: Series, { paragraphs, index }: Here, mark: SeriesMark): boolean {
  const { kind, opens, scope } = mark;
  if (kind !== 'verb' && list.last.paragraph !== paragraphs[index]) return false;
  const least = kind === 'first-next' ? 1 : 2;
  return opens && list.scope === scope && list.members.length >= least && leavesOneOut(list, mark);
}

/**
 * 3.1 3.2 3.4: the part before the point says what it belongs to. 第一条为了 第二条本市 第四条对: the whole text leaves the
 * blank out. A. B. D., 甲、乙、丁、: by itself a letter may be somebody's initial. 1.5月 2.6月 4.8月 and 3.4月25日 3.5月8日 begin lines
 * that touch.
 */
function signSkipsOne(open: Series, here: Here, mark: SeriesMark): boolean {
  const { kind, key, value, word, lead } = mark;
  if (!lead || value < 2) return false;
  if (isFigure(mark)) {
    const paragraph = here.paragraphs[here.index]!;
    if (open.last.paragraph.index + 1 !== paragraph.index || mark.doubtful) return false;
    // 3.4月25日 3.5月8日: two items of one number, and no sections.
    const isRepeated =
      value === open.last.mark.value && DATE.test(paragraph.text.slice(mark.end, mark.end + 4));
    return isRepeated || leavesOneOut(open, mark);
  }
  if (word === BARE_WORD) {
    return (
      value <= open.last.mark.value + 2 && open.last.children.some((series) => series.kind === 'decimal')
    );
  }
  if (!SKIPPING.includes(kind)) return false;
  if (kind === 'decimal') {
    if (value > open.last.mark.value + 2) return false;
    // Versions (1.1 1.3) and dates stand under no part of that number, and nothing goes on from them.
    if (open.parent) return open.parent.mark.value === lastPart(word);
    return open.members.length > 1 || nextAlike(here, key, LOOKAHEAD)?.value === value + 1;
  }
  return !open.first.mark.firm && open.members.length > 1 && leavesOneOut(open, mark);
}

/** Makes a member the next one of another series. */
function moveMember({ paragraph, mark, children }: Member, to: Series): void {
  const member = new Member(to, paragraph, mark);
  for (const child of children) adopt(member, child);
  to.members.push(member);
}

function adopt(parent: Member, series: Series): void {
  (series as { parent: Member | undefined }).parent = parent;
  parent.children.push(series);
}

/** 首先 … 二是: whether a series of words may go on with a number in other words. */
function mayMix(series: Series, mark: SeriesMark): boolean {
  return isWord(series) && (mark.word === '' || mark.kind === 'verb') && mark.value !== 0;
}
