import { ownString } from './characters.ts';
import type { Fact, Model } from './facts.ts';
import type { Edit } from './finding.ts';
import { FORMATS, type Format, type FormatReader, headed, type LineState } from './formats/index.ts';
import type { House } from './house.ts';
import type { Language } from './language.ts';
import { type Alike, Changes, lowerBound, NOTHING_ALIKE, spliceArray } from './lists.ts';
import { Paragraph } from './paragraph.ts';
import { FactList, LineNumbers, type Reading, type Source } from './readings.ts';

/** Another document of a set, and the file it is. */
export interface Companion {
  /** Absolute, with slashes. */
  readonly path: string;
  readonly document: Document;
}

/**
 * A text as paragraphs, updated in place by edits. Paragraphs that an edit does not touch keep their identity, and
 * with it all facts read from them.
 *
 * What a model or a document rule asks of the document while it runs is noted: while none of that changes, neither does what it
 * came to, and it need not run again ({@link note}, {@link stands}).
 */
export class Document {
  readonly format: Format;
  readonly #format: FormatReader;
  readonly language: Language;
  /** What the house knows, where it has told; whoever sets it calls {@link invalidate}. */
  house: House | undefined;
  /** Documents that belong to one occasion with this one, in a stable order; set like {@link house}. */
  companions: readonly Companion[] = [];
  /** Counts up with every edit. */
  revision = 0;
  /** The last revision in which lines came or went, so that others are further apart or have other numbers. */
  #moved = 0;
  readonly #paragraphs: Paragraph[] = [];
  readonly #changes = new Changes();
  /** How each paragraph was read, by index. */
  readonly #lines: LineState[] = [];
  readonly #models: (ModelState | undefined)[] = [];
  /** Per fact asked for by `paragraphsWith`, kept up to date by `#splice`. */
  readonly #lists = new Map<Fact<readonly unknown[]>, FactList>();
  /** What whoever runs has asked for so far. */
  #reading: Reading | undefined;

  /** @param headings levels of its lines, where the format does not tell headings: see {@link headed} */
  constructor(text: string, format: Format, language: Language, headings?: readonly number[]) {
    this.format = format;
    this.#format = headings ? headed(FORMATS[format], headings) : FORMATS[format];
    this.language = language;
    this.#splice(0, 0, splitLines(text));
  }

  /** In document order, at least one. Who reads them all is asked again at every edit; who looks at a few takes {@link lineAt}. */
  get paragraphs(): readonly Paragraph[] {
    if (this.#reading) this.#reading.lines = true;
    return this.#paragraphs;
  }

  /** How many paragraphs there are. */
  get lineCount(): number {
    return this.#paragraphs.length;
  }

  /** Length in UTF-16 units. */
  get length(): number {
    const { paragraphs } = this;
    return paragraphs[paragraphs.length - 1]!.next;
  }

  /** The whole text; joins all paragraphs, so not for rules. */
  get text(): string {
    let text = '';
    for (const p of this.paragraphs) text += p.source + p.break;
    return text;
  }

  /** A stretch of the source text. */
  slice(start: number, end: number): string {
    let text = '';
    const { paragraphs } = this;
    for (let i = this.indexAt(start); i < paragraphs.length; i++) {
      const p = paragraphs[i]!;
      if (p.start >= end) break;
      const line = p.source + p.break;
      text += line.slice(Math.max(0, start - p.start), Math.max(0, end - p.start));
    }
    return text;
  }

  /** The index of the paragraph that holds the offset (its line break included). Clamped to the document. */
  indexAt(offset: number): number {
    return Math.max(0, lowerBound(this.paragraphs, offset + 1, ({ start }) => start) - 1);
  }

  paragraphAt(offset: number): Paragraph {
    return this.paragraphs[this.indexAt(offset)]!;
  }

  /**
   * A paragraph by its number, undefined where there is none. Who reads them one by one is asked again when one of these changes, or lines
   * come or go. Not for models that keep parts of what they were: nobody notes again what those parts have looked at.
   */
  lineAt(index: number): Paragraph | undefined {
    const paragraph = this.#paragraphs[index];
    if (this.#reading && paragraph) {
      this.#reading.looked ??= new LineNumbers(this.#paragraphs.length);
      this.#reading.looked.add(index);
    }
    return paragraph;
  }

  /** Those with the numbers `[from, to)`, as far as there are any: {@link lineAt} of each. */
  linesIn(from: number, to: number): Paragraph[] {
    const lines: Paragraph[] = [];
    for (let i = Math.max(0, from); i < to; i++) {
      const line = this.lineAt(i);
      if (!line) break;
      lines.push(line);
    }
    return lines;
  }

  /** The next paragraph that has anything on it. */
  lineBehind({ index }: Paragraph): Paragraph | undefined {
    let next = index + 1;
    while (this.lineAt(next)?.blank) next++;
    return this.#paragraphs[next];
  }

  /** The paragraph before that has anything on it. */
  lineBefore({ index }: Paragraph): Paragraph | undefined {
    let before = index - 1;
    while (this.lineAt(before)?.blank) before--;
    return this.#paragraphs[before];
  }

  /** The model of this revision, built at the first question, and anew when something changes that it has read. */
  model<T>(model: Model<T>): T {
    const state = this.#models[model.index] ?? new ModelState(this, model as Model<unknown>);
    this.#models[model.index] = state;
    this.#noteSource(state);
    return state.now() as T;
  }

  /** The paragraphs whose fact is a non-empty list, in order. Costs nothing for the paragraphs an edit left alone. */
  paragraphsWith(fact: Fact<readonly unknown[]>): readonly Paragraph[] {
    let list = this.#lists.get(fact);
    if (!list) {
      list = new FactList(this, fact, this.#paragraphs);
      this.#lists.set(fact, list);
    }
    this.#noteSource(list);
    return list.now();
  }

  #noteSource(source: Source): void {
    const sources = this.#reading?.sources;
    if (sources && !sources.includes(source)) sources.push(source);
  }

  /** In how far the paragraphs, or those with a fact, are what they were at a revision. */
  alikeSince(revision: number, fact?: Fact<readonly unknown[]>): Alike {
    const list = fact && this.#lists.get(fact);
    return (fact ? list?.changes : this.#changes)?.since(revision) ?? NOTHING_ALIKE;
  }

  /** Runs a reader of the document. Its reading tells for how long the value stands. */
  note<T>(run: () => T): { readonly value: T; readonly reading: Reading } {
    const outer = this.#reading;
    const reading: Reading = { revision: this.revision, sources: [], lines: false, looked: undefined };
    this.#reading = reading;
    try {
      return { value: run(), reading };
    } finally {
      this.#reading = outer;
    }
  }

  /** Whether all that was read is what it was. */
  stands(reading: Reading): boolean {
    const { revision, sources, lines, looked } = reading;
    if (revision === this.revision) return true;
    if (lines || this.#moved > revision) return false;
    if (looked && this.#hasChanged(looked, revision)) return false;
    for (const source of sources) if (source.changed() > revision) return false;
    reading.revision = this.revision;
    return true;
  }

  /** Whether one of some lines is not what it was at a revision. */
  #hasChanged(lines: LineNumbers, revision: number): boolean {
    const { length } = this.#paragraphs;
    const { before, behind } = this.#changes.since(revision);
    return lines.hasAny(before, Math.min(length, length - behind));
  }

  /** Facts that come from outside (names) have changed: models and lists that rest on them are built anew. */
  invalidate(): void {
    this.revision++;
    this.#moved = this.revision;
    this.#lists.clear();
  }

  /**
   * Applies edits given in offsets of the text before the call (non-overlapping, any order).
   * @throws RangeError when an edit lies outside the text or edits overlap; the document is unchanged then.
   */
  edit(edits: readonly Edit[]): void {
    const ordered = [...edits].sort((a, b) => b.start - a.start || b.end - a.end);
    let before = Number.POSITIVE_INFINITY;
    for (const { start, end } of ordered) {
      if (!(start >= 0 && start <= end && end <= this.length)) {
        throw new RangeError(`edit ${start}–${end} outside a text of ${this.length} units`);
      }
      if (end > before) throw new RangeError(`edits overlap at ${start}`);
      before = start;
    }
    for (const edit of ordered) this.#replace(edit);
  }

  #replace({ start, end, text }: Edit): void {
    let first = this.indexAt(start);
    // An edit at the very start of a line may complete a \r\n with the break of the line before.
    if (first > 0 && start === this.paragraphs[first]!.start) first--;
    const last = this.indexAt(end);
    const from = this.paragraphs[first]!;
    const tail = this.slice(end, this.paragraphs[last]!.next);
    const head = this.slice(from.start, start);
    this.#splice(first, last - first + 1, splitLines(head + text + tail), last < this.paragraphs.length - 1);
  }

  /**
   * Replaces paragraphs by lines, as {@link splitLines} gives them. `more`: text follows, so an empty last line of the split
   * is not a paragraph.
   */
  #splice(start: number, removed: number, lines: readonly string[], more = false): void {
    let from = 0;
    let to = lines.length;
    if (more && to > 0 && lines[to - 2] === '' && lines[to - 1] === '') to -= 2;
    // Lines that come back unchanged at either end keep their paragraphs.
    const old = this.#paragraphs;
    let first = start;
    let count = removed;
    const same = (p: Paragraph | undefined, at: number) =>
      p !== undefined && p.source === lines[at] && p.break === lines[at + 1];
    while (count > 0 && from < to && same(old[first], from)) {
      first++;
      count--;
      from += 2;
    }
    while (count > 0 && from < to && same(old[first + count - 1], to - 2)) {
      count--;
      to -= 2;
    }
    const read = this.#read(lines.slice(from, to), first, first + count);
    this.#put(first, count + read.again, read);
  }

  /**
   * Reads lines as those from number `first` on, and the paragraphs from number `behind` on as long as these are read otherwise than
   * before; `again` is how many.
   */
  #read(lines: readonly string[], first: number, behind: number): ReadLines {
    const format = this.#format;
    const old = this.#paragraphs;
    const states: LineState[] = [];
    const paragraphs: Paragraph[] = [];
    let open = first > 0 ? this.#lines[first - 1]!.open : '';
    const read = (source: string, lineBreak: string) => {
      const state = format.read(source, open, first + paragraphs.length);
      open = state.open;
      states.push(state);
      paragraphs.push(new Paragraph(source, lineBreak, state, format, this.language));
    };
    for (let at = 0; at < lines.length; at += 2) read(lines[at]!, lines[at + 1]!);
    let again = 0;
    for (let i = behind; format.carries && i < old.length; i++) {
      const p = old[i]!;
      if (sameState(format.read(p.source, open, first + paragraphs.length), this.#lines[i]!)) break;
      read(p.source, p.break);
      again++;
    }
    return { paragraphs, states, again };
  }

  /** Puts paragraphs in the place of `count` others, and tells all lists of it. */
  #put(first: number, count: number, { paragraphs, states }: ReadLines): void {
    const old = this.#paragraphs;
    this.revision++;
    // Facts are read when they are asked for: an edit takes the same time whatever the text.
    let kept = true;
    for (const [fact, list] of this.#lists) {
      if (list.replace(first, count, paragraphs)) continue;
      this.#lists.delete(fact);
      kept = false;
    }
    this.#changes.add(this.revision, first, old.length - first - count);
    // Who has read a list that is no more cannot ask it whether it has changed.
    if (paragraphs.length !== count || !kept) this.#moved = this.revision;
    spliceArray(old, first, count, paragraphs);
    spliceArray(this.#lines, first, count, states);
    if (old.length === 0) {
      const state = this.#format.read('', '', 0);
      old.push(new Paragraph('', '', state, this.#format, this.language));
      this.#lines.push(state);
    }
    this.#placeFrom(first);
  }

  /** Gives the paragraphs from number `first` on their places. */
  #placeFrom(first: number): void {
    const all = this.#paragraphs;
    let offset = first > 0 ? all[first - 1]!.next : 0;
    for (let i = first; i < all.length; i++) {
      const p = all[i]!;
      p.index = i;
      p.start = offset;
      offset = p.next;
    }
  }
}

/** Lines that were read, and how many of them stood there before. */
interface ReadLines {
  readonly paragraphs: readonly Paragraph[];
  /** How each was read. */
  readonly states: readonly LineState[];
  readonly again: number;
}

/** A model's value, and what it was made from. */
class ModelState implements Source {
  readonly #document: Document;
  readonly #model: Model<unknown>;
  #value: unknown;
  #reading: Reading | undefined;
  /** The revision of its last change. */
  #changed = 0;

  constructor(document: Document, model: Model<unknown>) {
    this.#document = document;
    this.#model = model;
  }

  now(): unknown {
    const document = this.#document;
    if (this.#reading && document.stands(this.#reading)) return this.#value;
    const first = this.#reading === undefined;
    const previous = this.#value;
    // It may change what it was: if it throws half-way, that is of no use to it any more.
    this.#value = undefined;
    this.#reading = undefined;
    const { value, reading } = document.note(() => this.#model.build(document, previous));
    this.#value = value;
    this.#reading = reading;
    if (first || !this.#model.same(previous, value)) this.#changed = document.revision;
    return value;
  }

  changed(): number {
    this.now();
    return this.#changed;
  }
}

/**
 * Splits at `\n`, `\r\n` and `\r`, as LSP does: each line followed by its break. The last line has an empty break, and may
 * be empty itself.
 */
function splitLines(text: string): string[] {
  const lines: string[] = [];
  const returns = text.includes('\r');
  let from = 0;
  for (let lf = text.indexOf('\n'); lf >= 0; lf = text.indexOf('\n', from)) {
    const line = text.slice(from, lf);
    if (returns && line.includes('\r')) {
      const ended = line.endsWith('\r');
      splitAtReturns(ended ? line.slice(0, -1) : line, ended ? '\r\n' : '\n', lines);
    } else lines.push(ownString(line), '\n');
    from = lf + 1;
  }
  splitAtReturns(text.slice(from), '', lines);
  return lines;
}

/** Splits at the breaks of old Macs; `last` is the break behind the text. */
function splitAtReturns(text: string, last: string, lines: string[]): void {
  const parts = text.split('\r');
  for (const [i, part] of parts.entries()) lines.push(ownString(part), i === parts.length - 1 ? last : '\r');
}

function sameState(a: LineState, b: LineState): boolean {
  return (
    a.role === b.role && a.open === b.open && a.closedAt === b.closedAt && a.contentStart === b.contentStart
  );
}
