import type { Fact, Model } from './facts.ts';
import type { Edit } from './finding.ts';
import { FORMATS, type Format, type LineState } from './formats/index.ts';
import type { Language } from './language.ts';
import { lowerBound, spliceArray } from './lists.ts';
import { Paragraph } from './paragraph.ts';

/**
 * A text as paragraphs, updated in place by edits. Paragraphs that an edit does not touch keep their identity, and
 * with it all facts read from them.
 */
export class Document {
  readonly format: Format;
  readonly language: Language;
  /** Counts up with every edit. */
  revision = 0;
  /** In document order, at least one. */
  readonly paragraphs: Paragraph[] = [];
  /** How each paragraph was read, by index. */
  readonly #lines: LineState[] = [];
  readonly #models: ({ revision: number; value: unknown } | undefined)[] = [];
  /** Per fact asked for by `paragraphsWith`, kept up to date by `#splice`. */
  readonly #indexes = new Map<Fact<readonly unknown[]>, Index>();

  constructor(text: string, format: Format, language: Language) {
    this.format = format;
    this.language = language;
    this.#splice(0, 0, splitLines(text));
  }

  /** Length in UTF-16 units. */
  get length(): number {
    return this.paragraphs[this.paragraphs.length - 1]!.next;
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
    for (let i = this.indexAt(start); i < this.paragraphs.length; i++) {
      const p = this.paragraphs[i]!;
      if (p.start >= end) break;
      const line = p.source + p.break;
      text += line.slice(Math.max(0, start - p.start), Math.max(0, end - p.start));
    }
    return text;
  }

  /** The index of the paragraph that holds the offset (its line break included). Clamped to the document. */
  indexAt(offset: number): number {
    let low = 0;
    let high = this.paragraphs.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.paragraphs[middle]!.start <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  paragraphAt(offset: number): Paragraph {
    return this.paragraphs[this.indexAt(offset)]!;
  }

  /** The model of this revision, built at the first question. */
  model<T>(model: Model<T>): T {
    const known = this.#models[model.index];
    if (known && known.revision === this.revision) return known.value as T;
    // It may change what it was: if it throws half-way, that is of no use to it any more.
    this.#models[model.index] = undefined;
    const value = model.build(this, known?.value as T | undefined);
    this.#models[model.index] = { revision: this.revision, value };
    return value;
  }

  /** The paragraphs whose fact is a non-empty list, in order. Costs nothing for the paragraphs an edit left alone. */
  paragraphsWith(fact: Fact<readonly unknown[]>): readonly Paragraph[] {
    const holds = (p: Paragraph) => p.fact(fact).length > 0;
    let index = this.#indexes.get(fact);
    if (!index) {
      index = { paragraphs: this.paragraphs.filter(holds), unread: [] };
      this.#indexes.set(fact, index);
    }
    const { paragraphs, unread } = index;
    if (unread.length === 0) return paragraphs;
    if (unread.length > FEW) {
      const read = paragraphs.filter(holds);
      paragraphs.length = 0;
      spliceArray(paragraphs, 0, 0, read);
    } else {
      for (const p of unread) {
        // It may have been replaced again.
        if (this.paragraphs[p.index] === p && !holds(p))
          paragraphs.splice(lowerBound(paragraphs, p.index, itself), 1);
      }
    }
    unread.length = 0;
    return paragraphs;
  }

  /** Facts that come from outside (names) have changed: models and indexes that rest on them are built anew. */
  invalidate(): void {
    this.revision++;
    this.#indexes.clear();
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
  #splice(first: number, count: number, lines: readonly string[], more = false): void {
    let from = 0;
    let to = lines.length;
    if (more && to > 0 && lines[to - 2] === '' && lines[to - 1] === '') to -= 2;
    // Lines that come back unchanged at either end keep their paragraphs.
    const old = this.paragraphs;
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

    const format = FORMATS[this.format];
    let open = first > 0 ? this.#lines[first - 1]!.open : '';
    const states: LineState[] = [];
    const fresh: Paragraph[] = [];
    const read = (source: string, lineBreak: string) => {
      const state = format.read(source, open, first + fresh.length === 0);
      open = state.open;
      states.push(state);
      fresh.push(new Paragraph(source, lineBreak, state, format, this.language));
    };
    for (let at = from; at < to; at += 2) read(lines[at]!, lines[at + 1]!);
    // The state after the edit may differ from what the following lines were read in.
    for (let i = first + count; format.carries && i < old.length; i++) {
      const p = old[i]!;
      if (sameState(format.read(p.source, open, first + fresh.length === 0), this.#lines[i]!)) break;
      read(p.source, p.break);
      count++;
    }

    // Facts are read when they are asked for: an edit takes the same time whatever the text.
    for (const [fact, { paragraphs, unread }] of this.#indexes) {
      if (unread.length + fresh.length > MANY) {
        this.#indexes.delete(fact);
        continue;
      }
      const low = lowerBound(paragraphs, first, itself);
      const high = lowerBound(paragraphs, first + count, itself);
      spliceArray(paragraphs, low, high - low, fresh);
      spliceArray(unread, unread.length, 0, fresh);
    }
    spliceArray(old, first, count, fresh);
    spliceArray(this.#lines, first, count, states);
    if (old.length === 0) {
      const state = format.read('', '', true);
      old.push(new Paragraph('', '', state, format, this.language));
      this.#lines.push(state);
    }
    let offset = first > 0 ? old[first - 1]!.next : 0;
    for (let i = first; i < old.length; i++) {
      const p = old[i]!;
      p.index = i;
      p.start = offset;
      offset = p.next;
    }
    this.revision++;
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
  for (;;) {
    const lf = text.indexOf('\n', from);
    const line = lf < 0 ? text.slice(from) : text.slice(from, lf);
    if (returns && line.includes('\r')) {
      // Old Mac breaks inside, or the \r of a \r\n at the end.
      const parts = line.split('\r');
      const last = parts.pop()!;
      for (const [i, part] of parts.entries()) {
        const crlf = i === parts.length - 1 && last === '' && lf >= 0;
        lines.push(part, crlf ? '\r\n' : '\r');
      }
      if (!(last === '' && lf >= 0)) lines.push(last, lf < 0 ? '' : '\n');
    } else {
      lines.push(line, lf < 0 ? '' : '\n');
    }
    if (lf < 0) return lines;
    from = lf + 1;
  }
}

const itself = (paragraph: Paragraph) => paragraph;

/** The paragraphs where a fact is not empty, and of those replaced since somebody asked all, with the ones yet to be read. */
interface Index {
  readonly paragraphs: Paragraph[];
  readonly unread: Paragraph[];
}

/** So many are taken out one by one. */
const FEW = 32;
/** With more to read, an index that nobody may ask for again is given up. */
const MANY = 10_000;

function sameState(a: LineState, b: LineState): boolean {
  return (
    a.role === b.role && a.open === b.open && a.closedAt === b.closedAt && a.contentStart === b.contentStart
  );
}
