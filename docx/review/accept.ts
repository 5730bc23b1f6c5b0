/** A clean copy: all tracked changes accepted, all comments taken out. What is not concerned stays byte for byte. */
import type { WordDocument } from '../document.ts';
import type { Part } from '../package/package.ts';
import { isCellGone, isRowGone, runsIntoNext } from '../read/inline.ts';
import type { Element } from '../xml/element.ts';

/** Parts with text, by the type of the relationship. */
const TEXTS = ['header', 'footer', 'footnotes', 'endnotes'];
/** Parts about comments. */
const COMMENTS = ['comments', 'commentsExtended', 'commentsIds', 'commentsExtensible'];

export function acceptAll({ package: parts, main }: WordDocument): Uint8Array {
  const changes = new Map<string, string>();
  const texts = [main, ...TEXTS.flatMap((type) => parts.related(main.name, type))];
  for (const part of texts) {
    const text = new Accepter(part).result();
    if (text !== part.source) changes.set(part.name, text);
  }
  for (const part of COMMENTS.flatMap((type) => parts.related(main.name, type))) {
    const { root, source } = part;
    if (root.children.length > 0) {
      changes.set(part.name, source.slice(0, root.openEnd) + source.slice(root.closeStart));
    }
  }
  return parts.write(changes);
}

/** Gone with all that is in them. */
const DROPPED = [
  /^w:(?:del|moveFrom|cellIns|cellMerge|\w+Change)$/,
  /^w:(?:moveFrom|moveTo|customXml\w+|comment)Range(?:Start|End)$/,
  /^w:commentReference$/,
];
/** Gone, and what is in them stays. */
const UNWRAPPED = new Set(['w:ins', 'w:moveTo']);

const RUN = /<(?:\w{1,20}:)?r[\s>]/;

class Accepter {
  readonly #source: string;
  readonly #root: Element;

  constructor({ source, root }: Part) {
    this.#source = source;
    this.#root = root;
  }

  result(): string {
    const { start, end } = this.#root;
    return this.#source.slice(0, start) + this.#element(this.#root) + this.#source.slice(end);
  }

  #element(element: Element): string {
    const { name, start, openEnd, closeStart, end } = element;
    if (DROPPED.some((kind) => kind.test(name)) || isGone(element)) return '';
    if (element.children.length === 0) return UNWRAPPED.has(name) ? '' : this.#source.slice(start, end);
    const content = this.#content(element, element.children);
    if (UNWRAPPED.has(name)) return content;
    if (name === 'w:r' && holdsOnlyComment(element)) return '';
    if (name === 'w:tbl' && !/<(?:\w{1,20}:)?tr[\s>]/.test(content)) return '';
    return this.#source.slice(start, openEnd) + content + this.#source.slice(closeStart, end);
  }

  /** The children and what is between them; paragraphs whose marks are deleted become one with the next. */
  #content(element: Element, children: readonly Element[]): string {
    let out = '';
    let at = element.openEnd;
    /** Content of paragraphs that waits for the one whose mark stays. */
    let waiting = '';
    /** What stands last of what has been written. */
    let last: Element | undefined;
    for (const [i, child] of children.entries()) {
      out += this.#source.slice(at, child.start);
      at = child.end;
      const next = blockBehind(children, i);
      // A story or cell ends with a paragraph: at the end one may go if there is another before it.
      const mayGo = next !== undefined || last?.name === 'w:p';
      if (child.name !== 'w:p') {
        if (mayGo && this.#isGoneControl(child)) out += this.#bookmarks(child);
        else {
          out += this.#element(child);
          if (isBlock(child)) last = child;
        }
        continue;
      }
      const isOpen = runsIntoNext(child, 'accepted');
      if (isOpen && next?.name === 'w:p') waiting += this.#inner(child);
      else if (isOpen && mayGo && !RUN.test(waiting + this.#inner(child))) {
        waiting = '';
        out += this.#bookmarks(child);
      } else {
        out += waiting === '' ? this.#element(child) : this.#joined(child, waiting);
        waiting = '';
        last = child;
      }
    }
    return out + this.#source.slice(at, element.closeStart);
  }

  /** What is left of a block of which there is nothing to see: bookmarks may stand between paragraphs too. */
  #bookmarks(block: Element): string {
    return [...block.descendants()]
      .filter(({ name }) => name === 'w:bookmarkStart' || name === 'w:bookmarkEnd')
      .map(({ start, end }) => this.#source.slice(start, end))
      .join('');
  }

  /** Whether a control around paragraphs has lost them all: one that was moved, or whose content was deleted. */
  #isGoneControl(control: Element): boolean {
    if (control.name !== 'w:sdt') return false;
    const blocks = (control.child('w:sdtContent')?.children ?? []).filter(isBlock);
    return (
      blocks.length > 0 &&
      blocks.every((block) =>
        block.name === 'w:p'
          ? runsIntoNext(block, 'accepted') && !RUN.test(this.#inner(block))
          : block.name === 'w:tbl'
            ? this.#element(block) === ''
            : this.#isGoneControl(block),
      )
    );
  }

  /** What is in a paragraph besides its properties. */
  #inner(paragraph: Element): string {
    return paragraph.children
      .filter(({ name }) => name !== 'w:pPr')
      .map((child) => this.#element(child))
      .join('');
  }

  /** A paragraph with the content of those before it. */
  #joined(paragraph: Element, before: string): string {
    const properties = paragraph.child('w:pPr');
    const tag = this.#source.slice(paragraph.start, paragraph.openEnd);
    const open = paragraph.selfClosed ? `${tag.slice(0, -2).trimEnd()}>` : tag;
    const own = properties ? this.#element(properties) : '';
    return `${open}${own}${before}${this.#inner(paragraph)}</${paragraph.rawName}>`;
  }
}

/** A paragraph, a table or a control around such. */
function isBlock({ name }: Element): boolean {
  return name === 'w:p' || name === 'w:tbl' || name === 'w:sdt';
}

/** The block that follows the child with this index. */
function blockBehind(children: readonly Element[], index: number): Element | undefined {
  for (let i = index + 1; i < children.length; i++) if (isBlock(children[i]!)) return children[i];
  return undefined;
}

function isGone(element: Element): boolean {
  if (element.name === 'w:tr') return isRowGone(element, 'accepted');
  if (element.name === 'w:tc') return isCellGone(element, 'accepted');
  return false;
}

function holdsOnlyComment({ children }: Element): boolean {
  const content = children.filter(({ name }) => name !== 'w:rPr');
  return content.length > 0 && content.every(({ name }) => name === 'w:commentReference');
}
