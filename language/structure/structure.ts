/**
 * How a text is built: its series (一、二、三、 or 一是二是三是) and their members, as a tree.
 *
 * The marks of all paragraphs are placed one after the other. A mark goes on with an open series that waits for it,
 * or opens a series inside the innermost member that can hold one. Numbering mistakes do not break the tree: a mark
 * that nobody waits for still joins the series of its form, and the rules say what is wrong there.
 *
 * Members hold their paragraph and an offset in it rather than an offset in the document, so that they stay true when
 * text before them changes.
 */
import { defineModel, type Model } from '../../engine/facts.ts';
import { groupBy } from '../../engine/lists.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import {
  BARE_WORD,
  isStructural,
  LEVELS,
  type MarkKind,
  type SeriesMark,
  seriesMarks,
} from './series-marks.ts';

export class Member {
  readonly series: Series;
  /** These two change by {@link renew} only. */
  paragraph: Paragraph;
  mark: SeriesMark;
  /** Series inside this member, in text order. */
  readonly children: Series[] = [];

  constructor(series: Series, paragraph: Paragraph, mark: SeriesMark) {
    this.series = series;
    this.paragraph = paragraph;
    this.mark = mark;
  }

  /** Offset of the mark in the document. */
  get start(): number {
    return this.paragraph.start + this.mark.start;
  }
  /** Offset just behind the mark. */
  get markEnd(): number {
    return this.paragraph.start + this.mark.end;
  }
  /** The mark as written, without blanks around it and without the point behind a word: `（一）`, `一、`, `首先`. */
  get label(): string {
    this.#label ??= this.#readLabel();
    return this.#label;
  }

  #label: string | undefined;

  #readLabel(): string {
    const { paragraph, mark } = this;
    if (mark.kind === 'heading') return '#'.repeat(Number(mark.word));
    return paragraph.text.slice(mark.start, isStructural(mark.kind) ? mark.end : wordEnd(mark)).trim();
  }

  /** The paragraph was typed in; the mark is the same one. */
  renew(paragraph: Paragraph, mark: SeriesMark): void {
    this.paragraph = paragraph;
    this.mark = mark;
    this.#label = undefined;
  }
}

/** End of 一是, 第三, 首先 without the comma behind it. */
function wordEnd(mark: SeriesMark): number {
  return mark.kind === 'verb' || mark.kind === 'ordinal' ? mark.numberEnd + mark.word.length : mark.numberEnd;
}

export class Series {
  /** Tells series apart that can stand inside each other: the kind, and the verb of 一是. */
  readonly key: string;
  readonly kind: MarkKind;
  /** Bracket or quotation it stands in (offset in its paragraph), −1 for plain text. */
  scope: number;
  readonly parent: Member | undefined;
  readonly members: Member[] = [];
  /** Words of more than one form number it: 首先 … 第三. */
  mixed = false;
  /** The series of the same form before it that headed paragraphs too, in the same attachment. */
  readonly before: Series | undefined;

  constructor(key: string, mark: SeriesMark, parent: Member | undefined, before: Series | undefined) {
    this.key = key;
    this.kind = mark.kind;
    this.scope = mark.scope;
    this.parent = parent;
    this.before = before;
  }

  /** The series it goes on with under another heading: 条 runs on through the chapters. */
  get continues(): Series | undefined {
    const { before } = this;
    return before && before.last.mark.value + 1 === this.first.mark.value ? before : undefined;
  }

  get first(): Member {
    return this.members[0]!;
  }
  get last(): Member {
    return this.members[this.members.length - 1]!;
  }
  /** All marks stand inside one paragraph, none at its start. */
  get inline(): boolean {
    return !this.first.mark.lead && this.first.paragraph === this.last.paragraph;
  }
}

/** The innermost member that begins at or before the offset, in the series around it. */
export function memberBefore({ roots }: Structure, offset: number): Member | undefined {
  let found: Member | undefined;
  for (let list: readonly Series[] = roots; ; ) {
    const series = lastUpTo(list, offset, (s) => s.first.start);
    const member = series && lastUpTo(series.members, offset, (m) => m.start);
    if (!member) return found;
    found = member;
    list = member.children;
  }
}

/** The last of ordered values whose place is not behind the offset. */
export function lastUpTo<T>(
  list: readonly T[],
  offset: number,
  placeOf: (value: T) => number,
): T | undefined {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (placeOf(list[middle]!) <= offset) low = middle + 1;
    else high = middle;
  }
  return list[low - 1];
}

export interface Structure {
  /** Series that stand in no member, in text order. */
  readonly roots: readonly Series[];
  /** All series in the order of their first marks. */
  readonly series: readonly Series[];
  /** How often text was typed between the marks since the tree was built. */
  readonly renewals: number;
  /** The series with a member in what was typed in last. */
  readonly touched: ReadonlySet<Series>;
}

export const structure = defineModel<Structure>('structure', (document, previous) => {
  const paragraphs = document.paragraphsWith(seriesMarks);
  if (previous instanceof Tree && previous.renew(paragraphs)) return previous;
  const builder = new Builder();
  for (let i = 0; i < paragraphs.length; i++) builder.addParagraph(paragraphs, i);
  builder.finish();
  return new Tree(builder.roots, builder.series, paragraphs);
});

/** More changed paragraphs than these are not a keystroke: the tree is built anew. */
const RENEWED = 4;

/** A tree that knows which paragraphs it was built from, so that typing between the marks need not build it again. */
class Tree implements Structure {
  readonly roots: readonly Series[];
  readonly series: readonly Series[];
  renewals = 0;
  touched: ReadonlySet<Series> = new Set();
  readonly #paragraphs: Paragraph[];
  readonly #indexes: Int32Array;
  /** Made for the first paragraph that is typed in. */
  #members: Map<Paragraph, readonly Member[]> | undefined;

  constructor(roots: readonly Series[], series: readonly Series[], paragraphs: readonly Paragraph[]) {
    this.roots = roots;
    this.series = series;
    this.#paragraphs = [...paragraphs];
    this.#indexes = Int32Array.from(paragraphs, (p) => p.index);
  }

  /**
   * Takes over the new paragraphs where their marks are what they were but for their offsets. False when anything
   * that the builder looks at has changed; the tree is of no use then.
   */
  renew(paragraphs: readonly Paragraph[]): boolean {
    const before = this.#paragraphs;
    if (paragraphs.length !== before.length) return false;
    const changed: number[] = [];
    for (let i = 0; i < before.length; i++) {
      if (paragraphs[i]!.index !== this.#indexes[i]) return false;
      if (paragraphs[i] === before[i]) continue;
      if (changed.push(i) > RENEWED || !alike(before[i]!, paragraphs[i]!)) return false;
    }
    if (changed.length === 0) return true;
    const touched = new Set<Series>();
    for (const i of changed) {
      for (const member of this.#replace(before[i]!, paragraphs[i]!)) touched.add(member.series);
      before[i] = paragraphs[i]!;
    }
    this.renewals++;
    this.touched = touched;
    return true;
  }

  /** The members that have moved to the new paragraph. */
  #replace(before: Paragraph, after: Paragraph): readonly Member[] {
    this.#members ??= groupBy(
      this.series.flatMap(({ members }) => members),
      ({ paragraph }) => paragraph,
    );
    const members = this.#members.get(before) ?? [];
    const marks = before.fact(seriesMarks);
    for (const member of members) member.renew(after, after.fact(seriesMarks)[marks.indexOf(member.mark)]!);
    for (const { series } of members) {
      if (series.first.paragraph === after) series.scope = series.first.mark.scope;
    }
    this.#members.delete(before);
    this.#members.set(after, members);
    return members;
  }
}

/** What a rule sees in single series; series in which it sees nothing are left out. */
interface PerSeries<T> {
  readonly tree: Structure;
  readonly renewals: number;
  readonly found: Map<Series, T>;
}

/**
 * A model of what is found in each series by itself, from its marks and the text of its members. While the tree stands, only
 * the series that were typed in are asked again. What is found holds members rather than offsets, as the tree does.
 */
export function definePerSeries<T>(
  name: string,
  find: (series: Series) => T | undefined,
): Model<PerSeries<T>> {
  return defineModel(name, (document, previous) => {
    const tree = document.model(structure);
    const { renewals } = tree;
    const standing = previous?.tree === tree && renewals - previous.renewals <= 1;
    if (standing && renewals === previous.renewals) return previous;
    const found = standing ? previous.found : new Map<Series, T>();
    for (const series of standing ? tree.touched : tree.series) {
      const seen = find(series);
      if (seen !== undefined) found.set(series, seen);
      else found.delete(series);
    }
    return { tree, renewals, found };
  });
}

/** The runs of the document, and which of them goes on with the numbers of which. */
export interface Runs {
  readonly tree: Structure;
  readonly all: readonly Run[];
  /** The places of the runs in `all`, by their series. */
  readonly places: ReadonlyMap<Series, number>;
  /** The places of the runs whose first series continues the series. */
  readonly continuing: ReadonlyMap<Series, readonly number[]>;
}

/** Which series make a run their marks alone tell: while the tree stands, so do its runs. */
export const runs = defineModel<Runs>('runs', (document, previous) => {
  const tree = document.model(structure);
  if (previous?.tree === tree) return previous;
  const all = [...runsOf(tree.series)];
  const places = new Map<Series, number>();
  const continuing = new Map<Series, number[]>();
  for (const [place, { head, members }] of all.entries()) {
    for (const { series } of members) places.set(series, place);
    const { continues } = head;
    if (!continues) continue;
    const known = continuing.get(continues);
    if (known) known.push(place);
    else continuing.set(continues, [place]);
  }
  return { tree, all, places, continuing };
});

/** Whether two paragraphs' marks differ in nothing but their offsets. */
function alike(a: Paragraph, b: Paragraph): boolean {
  const before = a.fact(seriesMarks);
  const after = b.fact(seriesMarks);
  if (before.length !== after.length || a.role !== b.role) return false;
  // The level of a Markdown heading.
  if (a.role === 'heading' && a.source.slice(0, a.contentStart) !== b.source.slice(0, b.contentStart))
    return false;
  const scopes = new Map<number, number>();
  for (let i = 0; i < before.length; i++) {
    const [x, y] = [before[i]!, after[i]!];
    if (x.key !== y.key || x.value !== y.value || x.lead !== y.lead || x.firm !== y.firm) return false;
    // Brackets may have moved; which marks share one, and their order, may not have changed.
    const moved = scopes.get(x.scope);
    if (moved !== undefined ? moved !== y.scope : x.scope < 0 !== y.scope < 0) return false;
    if (moved === undefined) {
      for (const [from, to] of scopes) if (from < x.scope !== to < y.scope || to === y.scope) return false;
      scopes.set(x.scope, y.scope);
      // Which of several brackets hold each other is more than is compared here.
      if (scopes.size > 2) return false;
    }
  }
  return true;
}

/** Members that are numbered one after the other. */
export interface Run {
  /** The series that the run begins with. */
  readonly head: Series;
  readonly members: readonly Member[];
}

/**
 * The runs of all series. Articles run through the chapters of a statute: their run goes on until 第一条 comes again.
 * Any other series is a run of its own.
 */
function* runsOf(list: readonly Series[]): Generator<Run> {
  let articles: { head: Series; members: Member[] } | undefined;
  for (const series of list) {
    if (series.kind !== 'article' || series.scope >= 0) {
      yield { head: series, members: series.members };
    } else if (articles && series.before && series.first.mark.value !== 1) {
      for (const member of series.members) articles.members.push(member);
    } else {
      if (articles) yield articles;
      articles = { head: series, members: [...series.members] };
    }
  }
  if (articles) yield articles;
}

/** 首先, 第一 and 其一 say the same in three ways; a series that changes from one to the other is mixed. */
const WORD_KEYS: readonly string[] = ['ordinal', 'first-next', 'qi'];

function sameManner(series: Series, mark: SeriesMark): boolean {
  if (series.kind === mark.kind) return mark.kind === 'verb';
  return WORD_KEYS.includes(series.key) && WORD_KEYS.includes(mark.key);
}

/** Drafts put （1）（2） under （1）. Articles and chapters do not stand in each other. */
const SELF_NESTING: readonly MarkKind[] = ['han', 'han-bracket', 'arabic', 'arabic-bracket'];

/** Nobody nests deeper; brackets in brackets could. */
const DEEPEST = 24;

/** How far ahead the second member of a series is looked for, in marks. */
const LOOKAHEAD = 40;

class Builder {
  readonly roots: Series[] = [];
  readonly series: Series[] = [];
  /** Open series, outermost first; each stands in the last member of the one before. */
  readonly #open: Series[] = [];
  /** The last series of each key that heads paragraphs. */
  readonly #latest = new Map<string, Series>();

  addParagraph(paragraphs: readonly Paragraph[], index: number): void {
    const paragraph = paragraphs[index]!;
    const marks = paragraph.fact(seriesMarks);
    for (let i = 0; i < marks.length; i++) {
      const mark = marks[i]!;
      if (this.#goOn(paragraph, mark)) continue;
      const begins =
        mark.value === 1 || mark.kind === 'heading' || (mark.kind === 'attachment' && mark.value === 0);
      const stands =
        mark.firm ||
        (begins &&
          hasSecond(paragraphs, index, i) &&
          (mark.word !== BARE_WORD || hasParts(paragraphs, index))) ||
        this.#runsOnInLine(mark) ||
        this.#skipsOne(mark) ||
        this.#repeatsFirst(mark);
      if (!stands) continue;
      if ((!begins || this.#repeatsFirst(mark)) && this.#joinBroken(paragraph, mark)) continue;
      // 其次 alone continues something said in other words.
      if (!begins && (mark.kind === 'first-next' || mark.kind === 'sides' || mark.kind === 'qi')) continue;
      // So does 第二步 alone.
      if (!begins && mark.kind === 'ordinal' && mark.word !== '') continue;
      this.#begin(paragraph, mark);
    }
  }

  /** 第七章 法律责任 第四十二条 …: line breaks were lost, and the article goes on with the run. */
  #runsOnInLine(mark: SeriesMark): boolean {
    return mark.kind === 'article' && this.#latest.get(mark.key)?.last.mark.value === mark.value - 1;
  }

  /**
   * 3.1 3.2 3.4: the part before the point says what it belongs to. 第一条为了 第二条本市 第四条对: the whole text leaves the
   * blank out. A. B. D.: by itself a letter may be somebody's initial.
   */
  #skipsOne({ kind, key, value, word, lead }: SeriesMark): boolean {
    const soft = kind === 'decimal' || kind === 'article' || kind === 'letter' || word === BARE_WORD;
    if (!soft || value < 2 || !lead) return false;
    const open = this.#open.findLast((series) => series.key === key);
    if (!open) return false;
    if (word === BARE_WORD) {
      return (
        value <= open.last.mark.value + 2 && open.last.children.some((series) => series.kind === 'decimal')
      );
    }
    // Versions (1.1 1.3) and dates stand under no part of that number.
    if (kind === 'decimal') {
      return open.parent?.mark.value === lastPart(word) && value <= open.last.mark.value + 2;
    }
    return !open.first.mark.firm && open.members.length > 1 && value === open.last.mark.value + 2;
  }

  /** 3.1 3.1 under 3. */
  #repeatsFirst({ kind, key, value, word, lead }: SeriesMark): boolean {
    if (kind !== 'decimal' || value !== 1 || !lead) return false;
    const open = this.#open.findLast((series) => series.key === key);
    return open?.members.length === 1 && open.parent?.mark.value === lastPart(word);
  }

  /** Adds the mark to a series that waits for it, if there is one. */
  #goOn(paragraph: Paragraph, mark: SeriesMark): boolean {
    const key = mark.key;
    // Heads of paragraphs go on with heads of paragraphs before they go on with a list inside a line.
    const index = this.#awaiting(key, paragraph, mark, true) ?? this.#awaiting(key, paragraph, mark, false);
    if (index === undefined) return this.#reopen(key, paragraph, mark) || this.#joinMixed(paragraph, mark);
    this.#append(index, paragraph, mark);
    return true;
  }

  /** The innermost open series that waits for the mark; `alike`: one whose marks stand where this one stands. */
  #awaiting(key: string, paragraph: Paragraph, mark: SeriesMark, alike: boolean): number | undefined {
    for (let i = this.#open.length - 1; i >= 0; i--) {
      const series = this.#open[i]!;
      if (series.key !== key || !inScope(series, paragraph, mark) || !awaits(series, mark)) continue;
      if (alike && series.first.mark.lead !== mark.lead) continue;
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
  #reopen(key: string, paragraph: Paragraph, mark: SeriesMark): boolean {
    if (mark.value < 2 || (isStructural(mark.kind) && !(mark.lead && SELF_NESTING.includes(mark.kind))))
      return false;
    for (let i = this.#open.length - 1; i >= -1; i--) {
      const siblings = i < 0 ? this.roots : this.#open[i]!.last.children;
      for (let s = siblings.length - 1; s >= 0 && s >= siblings.length - 8; s--) {
        const closed = siblings[s]!;
        // Signs go under signs of their own form only; other headings in between end the series for good.
        if (closed.key !== key && isStructural(mark.kind)) break;
        if (closed.key !== key || this.#open.includes(closed)) continue;
        if (!awaits(closed, mark) || closed.scope !== mark.scope) {
          if (isStructural(mark.kind)) continue;
          break;
        }
        if (closed.last.paragraph !== paragraph && !(mark.lead && closed.last.mark.lead)) break;
        const moved = siblings.splice(s + 1);
        for (const series of moved) adopt(closed.last, series);
        this.#open.length = i + 1;
        this.#open.push(closed);
        this.#append(i + 1, paragraph, mark);
        return true;
      }
    }
    return false;
  }

  /** 首先 … 其次 … 第三, 一要 … 二是: other words, but the number the series waits for. */
  #joinMixed(paragraph: Paragraph, mark: SeriesMark): boolean {
    if (isStructural(mark.kind) || mark.kind === 'sides' || mark.value === 1) return false;
    for (let i = this.#open.length - 1; i >= 0; i--) {
      const series = this.#open[i]!;
      if (!sameManner(series, mark) || !inScope(series, paragraph, mark)) continue;
      if (!awaits(series, mark) || !near(series, paragraph, mark)) return false;
      if (!mark.firm && !(mark.value === 0 && series.kind === 'first-next')) return false;
      this.#append(i, paragraph, mark);
      return true;
    }
    return false;
  }

  /** Adds a mark with the wrong number to the series of its form, if it plainly belongs there. */
  #joinBroken(paragraph: Paragraph, mark: SeriesMark): boolean {
    const key = mark.key;
    for (let i = this.#open.length - 1; i >= 0; i--) {
      const series = this.#open[i]!;
      if (series.key !== key || !inScope(series, paragraph, mark)) continue;
      if (series.last.mark.lead !== mark.lead && series.last.paragraph !== paragraph) return false;
      if (this.#runsOn(key, mark, series)) return false;
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
  #runsOn(key: string, mark: SeriesMark, open: Series): boolean {
    const latest = this.#latest.get(key);
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
    if (mark.lead || mark.kind === 'article') this.#latest.set(series.key, series);
  }

  #begin(paragraph: Paragraph, mark: SeriesMark): void {
    const key = mark.key;
    // An attachment is a document of its own.
    if (mark.kind === 'attachment') this.#latest.clear();
    // A new series of a form ends the open one, unless it is a list inside a line under headings of that form.
    const ends = (s: Series) =>
      s.key === key && inScope(s, paragraph, mark) && (mark.lead || !s.first.mark.lead);
    const same = this.#open.findLastIndex(ends);
    if (same >= 0) this.#open.length = same;
    while (this.#open.length > 0 && !canHold(this.#open.at(-1)!, paragraph, mark)) this.#open.pop();
    if (this.#open.length > DEEPEST) this.#open.length = DEEPEST;
    const parent = this.#open.at(-1)?.last;
    const series = new Series(
      key,
      mark,
      parent,
      mark.lead || mark.kind === 'article' ? this.#latest.get(key) : undefined,
    );
    series.members.push(new Member(series, paragraph, mark));
    (parent ? parent.children : this.roots).push(series);
    this.series.push(series);
    this.#open.push(series);
    if (mark.lead || mark.kind === 'article') this.#latest.set(key, series);
  }
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

/** Whether this mark is the next member of the series by its number. */
function awaits(series: Series, mark: SeriesMark): boolean {
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

/** Words number what stands together: in one paragraph, or at the starts of paragraphs. */
function near(series: Series, paragraph: Paragraph, mark: SeriesMark): boolean {
  const { last } = series;
  if (last.paragraph === paragraph) return true;
  return (
    (mark.lead && last.mark.lead) ||
    paragraph.index - last.paragraph.index <= (isStructural(mark.kind) ? 12 : 3)
  );
}

/** A series in brackets or quotation marks ends with them; one in plain text does not go on inside. */
function inScope(series: Series, paragraph: Paragraph, mark: SeriesMark): boolean {
  return series.scope === mark.scope && (mark.scope < 0 || series.last.paragraph === paragraph);
}

/** Whether a new series can stand in the last member of an open one. */
function canHold(open: Series, paragraph: Paragraph, mark: SeriesMark): boolean {
  const { last } = open;
  const here = last.paragraph === paragraph;
  // What stands in brackets holds what stands in the same brackets.
  if (open.scope >= 0 && !(here && mark.start < last.mark.scopeEnd)) return false;
  if (here) return last.mark.lead || !isStructural(mark.kind) || canHoldInLine(open, mark);
  if (open.inline && (!isStructural(open.kind) || !isStructural(mark.kind))) return false;
  if (!mark.lead) return true;
  if (!isStructural(mark.kind)) return true;
  // Judicial interpretations put 第一条 under 一、; elsewhere 一、 stands under 第一条.
  if (mark.kind === 'article' && open.kind === 'han') return true;
  if (!isStructural(open.kind)) return LEVELS[mark.kind]! > LEVELS['han-bracket']!;
  if (rank(last) < rankOf(paragraph, mark)) return true;
  // 3.1 under 3.
  return mark.kind === 'decimal' && last.mark.kind === 'arabic' && String(last.mark.value) === mark.word;
}

/** The 2 of 1.2. */
function lastPart(word: string): number {
  return Number(word.slice(word.lastIndexOf('.') + 1));
}

/** Whether 1.1 follows the heading 1 总则. */
function hasParts(paragraphs: readonly Paragraph[], index: number): boolean {
  const next = paragraphs[index + 1]?.fact(seriesMarks)[0];
  return next?.kind === 'decimal' && next.word === '1';
}

/** Inside one line the same order holds; 一、 and （一） are above 一是, 1. and ① may stand below it. */
function canHoldInLine(open: Series, mark: SeriesMark): boolean {
  return (LEVELS[open.kind] ?? LEVELS['han-bracket']!) < LEVELS[mark.kind]!;
}

function rank(member: Member): number {
  return rankOf(member.paragraph, member.mark);
}

/** 1.1.1 stands under 1.1, that under 1 总则, and lists with 1. and （1） under them all. */
function levelOf({ kind, word }: SeriesMark): number {
  if (kind === 'decimal') return 6.9 + word.split('.').length / 64;
  return word === BARE_WORD ? 6.8 : (LEVELS[kind] ?? 20);
}

/** Smaller is higher. Markdown says the level of a heading itself; kinds order what it leaves open. */
function rankOf(paragraph: Paragraph, mark: SeriesMark): number {
  const level = levelOf(mark);
  if (mark.kind === 'attachment') return 0;
  if (paragraph.role !== 'heading') return 10 + level;
  const depth = /^ {0,3}(#{1,6})/.exec(paragraph.source)?.[1]?.length ?? 1;
  return depth + level / 100;
}

/** Whether the second member of the series that marks[at] would open comes soon. */
function hasSecond(paragraphs: readonly Paragraph[], index: number, at: number): boolean {
  const first = paragraphs[index]!.fact(seriesMarks)[at]!;
  const key = first.key;
  const sign = isStructural(first.kind) && !first.lead;
  const counts = (mark: SeriesMark, here: boolean) =>
    sign ? here && mark.firm : here || first.lead || (mark.lead && mark.firm);
  // 一、 ends the search, except for 第一个问题 over parts of its own.
  const ceiling = first.lead && first.kind === 'ordinal' && first.word !== '' ? 0 : (LEVELS[first.kind] ?? 6);
  let left = LOOKAHEAD;
  for (let p = index; p < paragraphs.length; p++) {
    const marks = paragraphs[p]!.fact(seriesMarks);
    // Words and marks inside a line find their second in the same line, or at the starts of the next ones.
    if (p > index && paragraphs[p]!.index - paragraphs[index]!.index > 12 && !first.lead) return false;
    for (let i = p === index ? at + 1 : 0; i < marks.length && left > 0; i++, left--) {
      const mark = marks[i]!;
      if (mark.key === key && mark.scope === first.scope && counts(mark, p === index)) {
        // 3.1 3.1: the second has the number of the first.
        if (mark.value === 1 && mark.kind === 'decimal' && i === 0 && p === index + 1) return true;
        // 一是 … 三是: the second is missing, and the first is none the less a first.
        if (mark.value === 2 || (mark.value === 3 && (mark.firm || mark.kind === 'decimal'))) return true;
        if (mark.value === 1) return mark.kind === 'sides';
      }
      if (p > index && mark.lead && isStructural(mark.kind) && LEVELS[mark.kind]! < ceiling) return false;
    }
    if (left === 0) return false;
  }
  return false;
}

/** Longest heading taken as one; longer text is a paragraph with a mark. */
const HEADING = 60;

/**
 * What a member is about: its heading up to the first full stop, or nothing when the mark begins running text.
 * `一、加强领导` → `加强领导`; `（一）完善制度。各地要……` → `完善制度`.
 */
export function titleOf({ paragraph, mark }: Member): string {
  const text = paragraph.text.slice(mark.end, Math.min(mark.end + HEADING + 1, paragraph.contentEnd));
  const stop = /[。；：！？]/.exec(text);
  if (!stop && text.length > HEADING) return '';
  return (stop ? text.slice(0, stop.index) : text).replace(/^[\s　]+/, '');
}
