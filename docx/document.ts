/** A Word document, opened: its stories in reading order. */
import { Package, type Part } from './package/package.ts';
import { DocxError } from './problem.ts';
import { branchOf } from './read/children.ts';
import type { Revisions } from './read/inline.ts';
import { Numbering, NumberingState } from './read/numbering.ts';
import type { Paragraph } from './read/paragraph.ts';
import { type Reading, readingOf } from './read/reading.ts';
import { type Block, paragraphsOf, type ReaderOptions, StoryReader } from './read/story.ts';
import { Styles } from './read/styles.ts';
import type { Element } from './xml/element.ts';

export type StoryKind = 'body' | 'header' | 'footer' | 'footnote' | 'endnote';

/** A text that is read by itself. */
export interface Story {
  readonly kind: StoryKind;
  readonly part: Part;
  readonly blocks: readonly Block[];
  readonly reading: Reading;
}

export interface OpenOptions {
  /** Tracked changes are read as accepted when not told otherwise. */
  readonly revisions?: Revisions;
}

export class WordDocument {
  readonly package: Package;
  readonly main: Part;
  readonly styles: Styles;
  /** The body first, then headers, footers and notes that the body refers to. */
  readonly stories: readonly Story[];

  /** @throws DocxError */
  constructor(bytes: Uint8Array, { revisions = 'accepted' }: OpenOptions = {}) {
    this.package = new Package(bytes);
    this.package.weigh(this.package.main, READ);
    this.main = this.package.part(this.package.main)!;
    this.styles = new Styles(this.#root('styles'));
    const numbering = new Numbering(this.#root('numbering'), this.styles);
    const options = (): ReaderOptions => ({
      styles: this.styles,
      numbering,
      counts: new NumberingState(numbering),
      revisions,
    });
    const body = this.main.root.child('w:body');
    if (!body) throw new DocxError('no-document', this.main.name);
    const blocks = new StoryReader(this.main, options()).blocks(body);
    this.stories = [
      storyOf('body', this.main, blocks),
      ...this.#margins(options),
      ...this.#notes([...paragraphsOf(blocks)], options()),
    ];
  }

  get body(): Story {
    return this.stories[0]!;
  }

  #root(type: string): Element | undefined {
    return this.package.related(this.main.name, type)[0]?.root;
  }

  /** Headers and footers that a section shows, each once. */
  *#margins(options: () => ReaderOptions): Generator<Story> {
    const links = new Map(this.package.relationships(this.main.name).map((link) => [link.id, link]));
    const seen = new Set<string>();
    for (const { element, sections } of sectionsOf(this.main.root)) {
      for (const reference of element.children) {
        const kind = MARGINS[reference.name];
        if (!kind) continue;
        const id = reference.attribute('r:id') ?? '';
        const link = links.get(id);
        if (!link || seen.has(id)) continue;
        seen.add(id);
        if (link.target === undefined) throw new DocxError('outside', `${this.main.name}, ${kind}`);
        const part = this.package.part(link.target);
        if (!part) continue;
        const host = firstRun(sections);
        yield storyOf(kind, part, new StoryReader(part, options(), host).blocks(part.root));
      }
    }
  }

  /** The notes in the order in which the body refers to them. */
  *#notes(paragraphs: readonly Paragraph[], options: ReaderOptions): Generator<Story> {
    for (const kind of ['footnote', 'endnote'] as const) {
      const marks = paragraphs.flatMap(({ notes }) => notes).filter((mark) => mark.kind === kind);
      if (marks.length === 0) continue;
      const part = this.package.related(this.main.name, `${kind}s`)[0];
      if (!part) continue;
      const byId = new Map(part.root.children.map((note) => [note.attribute('w:id'), note]));
      const blocks = marks.flatMap(({ id, run }) => {
        const note = byId.get(id);
        return note ? new StoryReader(part, options, run).blocks(note) : [];
      });
      yield storyOf(kind, part, blocks);
    }
  }
}

/** Types of the parts that a document is read from, besides the one with its body. */
const READ = new Set(['styles', 'numbering', 'header', 'footer', 'footnotes', 'endnotes', 'comments']);

const MARGINS: Readonly<Record<string, StoryKind>> = {
  'w:headerReference': 'header',
  'w:footerReference': 'footer',
};

function storyOf(kind: StoryKind, part: Part, blocks: readonly Block[]): Story {
  return { kind, part, blocks, reading: readingOf(blocks) };
}

/** The properties of each section, with the paragraphs and tables that are in it. */
export function* sectionsOf(root: Element): Generator<{ element: Element; sections: readonly Element[] }> {
  let sections: Element[] = [];
  for (const child of root.child('w:body')?.children ?? []) {
    if (child.name === 'w:sectPr') {
      yield { element: child, sections };
      return;
    }
    sections.push(child);
    const element = child.at('w:pPr', 'w:sectPr');
    if (!element) continue;
    yield { element, sections };
    sections = [];
  }
}

/** The first run of a section: where a comment on its header stands. Not one that hangs in a text box. */
function firstRun(elements: readonly Element[]): Element | undefined {
  const search = (element: Element): Element | undefined => {
    if (element.name === 'w:r') return element;
    if (element.name === 'w:pPr' || element.name === 'w:del') return undefined;
    if (element.name === 'mc:AlternateContent') return branchOf(element)?.children.map(search).find(Boolean);
    for (const child of element.children) {
      const found = search(child);
      if (found) return found;
    }
    return undefined;
  };
  for (const element of elements) {
    const found = search(element);
    if (found) return found;
  }
  return undefined;
}
