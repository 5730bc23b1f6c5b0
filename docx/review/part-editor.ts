/**
 * Collects changes to a part and splices them into its source: what is not concerned stays byte for byte.
 *
 * A run that is cut is closed and opened again with its own properties:
 *
 *     <w:r>rPr<w:t>甲乙丙</w:t></w:r>  →  <w:r>rPr<w:t>甲</w:t></w:r> … <w:r>rPr<w:t>乙</w:t></w:r> …
 */
import type { Part } from '../package/package.ts';
import { keepsBlanks, withoutBlanks } from '../read/inline.ts';
import type { Element } from '../xml/element.ts';
import { type Author, Markup, reopened } from './markup.ts';

/** What comes first where several things are put at one place. */
export const ORDER = { inserted: 0, ends: 1, begins: 2, insertedInside: 3 } as const;

interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly order: number;
}

interface Mark {
  readonly at: number;
  readonly text: string;
  readonly order: number;
}

/** What is done to one run; all offsets are those of the source. */
interface RunChanges {
  readonly marks: Mark[];
  readonly removed: (readonly [from: number, to: number])[];
}

/** A stretch of a run's content: a child, or part of the text of one. */
interface Atom {
  readonly from: number;
  readonly to: number;
  readonly child: Element;
}

export class PartEditor {
  readonly part: Part;
  readonly markup: Markup;
  readonly #author: Author | undefined;
  readonly #nextId: () => number;
  readonly #splices: Splice[] = [];
  readonly #runs = new Map<Element, RunChanges>();
  /** What is put into elements that are written as one tag (`<w:p/>`): opened once, whatever there is for them. */
  readonly #opened = new Map<Element, { readonly text: string; readonly order: number }[]>();

  /** @param author of tracked changes; without one, what is changed is changed for good */
  constructor(part: Part, author: Author | undefined, nextId: () => number) {
    this.part = part;
    this.markup = new Markup(part);
    this.#author = author;
    this.#nextId = nextId;
  }

  /** Puts markup between two elements. */
  insert(at: number, text: string, order: number = ORDER.inserted): void {
    this.#splices.push({ from: at, to: at, text, order });
  }

  replace(from: number, to: number, text: string): void {
    this.#splices.push({ from, to, text, order: 0 });
  }

  /** Puts markup into or beside a run. */
  mark(run: Element, at: number, text: string, order: number): void {
    this.#changesOf(run).marks.push({ at, text, order });
  }

  /** Text as a tracked insertion at a place of a run, with the properties of another. */
  insertText(run: Element, at: number, text: string, like: Element, order: number): void {
    const { source } = this.part;
    const content = this.markup.element('r', {}, propertiesOf(like, source, false) + this.markup.text(text));
    if (!this.#author) {
      this.mark(run, at, content, order);
      return;
    }
    let change = this.markup.change('ins', this.#nextId(), this.#author, content);
    const around = run.parent;
    if (around?.name === 'w:ins') {
      // Ours must be rejected without theirs: it stands between two halves of theirs.
      change = `</${around.rawName}>${change}${reopened(around, source, this.#nextId())}`;
    }
    this.mark(run, at, change, order);
  }

  /** A deletion of part of a run. */
  remove(run: Element, from: number, to: number): void {
    this.#changesOf(run).removed.push([from, to]);
  }

  /** A tracked deletion of all that a run holds. */
  removeRun(run: Element): void {
    this.remove(run, run.openEnd, run.closeStart);
  }

  /** A tracked deletion of a paragraph's mark, so that nothing is left of it. */
  removeMark(paragraph: Element): void {
    if (!this.#author) return;
    const change = this.markup.change('del', this.#nextId(), this.#author);
    const properties = paragraph.child('w:pPr');
    const mark = properties?.child('w:rPr');
    const wrap = (content: string) => this.markup.element('rPr', {}, content);
    if (mark) {
      // Behind an insertion of the mark, before its formatting.
      const inserted = mark.children.findLast(({ name }) => name === 'w:ins' || name === 'w:moveTo');
      if (mark.selfClosed) this.replace(mark.start, mark.end, wrap(change));
      else this.insert(inserted?.end ?? mark.openEnd, change);
    } else if (properties && !properties.selfClosed) {
      const after = properties.children.find(({ name }) => name === 'w:sectPr' || name === 'w:pPrChange');
      this.insert(after?.start ?? properties.closeStart, wrap(change));
    } else {
      const whole = this.markup.element('pPr', {}, wrap(change));
      if (properties) this.replace(properties.start, properties.end, whole);
      else this.insertInto(paragraph, whole);
    }
  }

  /** Puts markup at the beginning of an element, behind its properties, if there are any. */
  insertInto(element: Element, text: string, order: number = ORDER.inserted): void {
    const properties = element.children.find(({ name }) => /^w:\w+Pr$/.test(name));
    if (properties) this.insert(properties.end, text, order);
    else if (!element.selfClosed) this.insert(element.openEnd, text, order);
    else {
      const content = this.#opened.get(element);
      if (content) content.push({ text, order });
      else this.#opened.set(element, [{ text, order }]);
    }
  }

  get isChanged(): boolean {
    return this.#splices.length > 0 || this.#runs.size > 0 || this.#opened.size > 0;
  }

  /** The source with all changes. */
  result(): string {
    const { source } = this.part;
    const splices = [...this.#splices];
    for (const [run, changes] of this.#runs) splices.push(...this.#rewrite(run, changes));
    for (const [element, content] of this.#opened) {
      const open = source.slice(element.start, element.openEnd - 2).trimEnd();
      const text = content
        .sort((a, b) => a.order - b.order)
        .map((piece) => piece.text)
        .join('');
      const whole = `${open}>${text}</${element.rawName}>`;
      splices.push({ from: element.start, to: element.end, text: whole, order: 0 });
    }
    splices.sort((a, b) => a.from - b.from || a.to - b.to || a.order - b.order);
    let out = '';
    let at = 0;
    for (const { from, to, text } of splices) {
      if (from < at) throw new RangeError(`changes overlap at ${from} in ${this.part.name}`);
      out += source.slice(at, from) + text;
      at = to;
    }
    return out + source.slice(at);
  }

  #changesOf(run: Element): RunChanges {
    let changes = this.#runs.get(run);
    if (!changes) {
      changes = { marks: [], removed: [] };
      this.#runs.set(run, changes);
    }
    return changes;
  }

  #rewrite(run: Element, { marks, removed }: RunChanges): Splice[] {
    const atoms = atomsOf(run, [...marks.map(({ at }) => at), ...removed.flat()]);
    const ordered = marks
      .map((mark) => ({ ...mark, at: outside(run, mark.at) }))
      .sort((a, b) => a.at - b.at || a.order - b.order);
    const begin = atoms[0]?.from ?? run.openEnd;
    const end = atoms.at(-1)?.to ?? run.closeStart;
    if (removed.length === 0 && ordered.every(({ at }) => at <= begin || at >= end)) {
      // Beside the run: it stays as it is.
      return ordered.map(({ at, text, order }) => {
        const place = at <= begin ? run.start : run.end;
        return { from: place, to: place, text, order };
      });
    }
    const ranges = removed.map(([from, to]) => [outside(run, from), outside(run, to)] as const);
    const isRemoved = ({ from, to }: Atom) => ranges.some(([a, b]) => a <= from && to <= b);
    let text = '';
    let group: Atom[] = [];
    const close = () => {
      if (group.length > 0) text += this.#write(run, group, isRemoved(group[0]!));
      group = [];
    };
    let next = 0;
    for (const atom of atoms) {
      if (ordered[next] && ordered[next]!.at <= atom.from) close();
      for (; ordered[next] && ordered[next]!.at <= atom.from; next++) text += ordered[next]!.text;
      if (group[0] && isRemoved(group[0]) !== isRemoved(atom)) close();
      group.push(atom);
    }
    close();
    for (; ordered[next]; next++) text += ordered[next]!.text;
    return [{ from: run.start, to: run.end, text, order: 0 }];
  }

  /** A run with part of another's content. */
  #write(run: Element, atoms: readonly Atom[], removed: boolean): string {
    const { source } = this.part;
    if (removed && !this.#author) return '';
    let content = propertiesOf(run, source, true);
    for (const { from, to, child } of atoms) content += writeAtom(child, from, to, source, removed);
    const open = source.slice(run.start, run.openEnd);
    const whole = `${open}${content}</${run.rawName}>`;
    return removed ? this.markup.change('del', this.#nextId(), this.#author!, whole) : whole;
  }
}

/** The content of a run in stretches that no cut goes through. */
function atomsOf(run: Element, cuts: readonly number[]): Atom[] {
  const atoms: Atom[] = [];
  for (const child of run.children) {
    if (child.name === 'w:rPr') continue;
    const inside = isText(child)
      ? [...new Set(cuts)].filter((at) => at > child.openEnd && at < child.closeStart).sort((a, b) => a - b)
      : [];
    const ends = [child.start, ...inside, child.end];
    for (let i = 1; i < ends.length; i++) atoms.push({ from: ends[i - 1]!, to: ends[i]!, child });
  }
  return atoms;
}

/** A place at either end of a text is one before or behind its element. */
function outside(run: Element, at: number): number {
  for (const child of run.children) {
    if (!isText(child)) continue;
    if (at >= child.start && at <= child.openEnd) return child.start;
    if (at >= child.closeStart && at <= child.end) return child.end;
  }
  return at;
}

function isText({ name }: Element): boolean {
  return name === 'w:t' || name === 'w:delText';
}

const DELETED: Readonly<Record<string, string>> = { 'w:t': 'delText', 'w:instrText': 'delInstrText' };

function writeAtom(child: Element, from: number, to: number, source: string, removed: boolean): string {
  const deleted = removed ? DELETED[child.name] : undefined;
  if (!isText(child) && deleted === undefined) return source.slice(from, to);
  const name =
    deleted === undefined
      ? child.rawName
      : child.rawName.slice(0, child.rawName.lastIndexOf(':') + 1) + deleted;
  const isWhole = from === child.start && to === child.end;
  if (isWhole && deleted === undefined) return source.slice(from, to);
  if (child.selfClosed) return '';
  const content = source.slice(Math.max(from, child.openEnd), Math.min(to, child.closeStart));
  if (isWhole) {
    return `<${name}${source.slice(child.start + 1 + child.rawName.length, child.openEnd)}${content}</${name}>`;
  }
  // Blanks at an end that were not shown must not come to light.
  let shown = content;
  if (!keepsBlanks(child)) {
    if (from === child.start) shown = withoutBlanks(`${shown}.`).slice(0, -1);
    if (to === child.end) shown = withoutBlanks(`.${shown}`).slice(1);
  }
  return `<${name} xml:space="preserve">${shown}</${name}>`;
}

/** `w:rPr` as it stands; without the record of how it was changed for runs that are ours. */
function propertiesOf(run: Element, source: string, whole: boolean): string {
  const properties = run.child('w:rPr');
  if (!properties) return '';
  const change = whole ? undefined : properties.child('w:rPrChange');
  if (!change) return source.slice(properties.start, properties.end);
  return source.slice(properties.start, change.start) + source.slice(change.end, properties.end);
}
