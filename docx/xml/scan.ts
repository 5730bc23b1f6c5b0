/**
 * Parses a part once, into elements that know their place in the source, so that an edit can be spliced into the original
 * text and all else stays as it is.
 */
import { SaxesParser } from 'saxes';
import { ATTRIBUTES, DEPTH } from '../package/limits.ts';
import { DocxError } from '../problem.ts';
import { Element } from './element.ts';
import { Scope } from './names.ts';

/** Elements whose characters are text, by their local name; what stands elsewhere is indentation. */
const HOLDS_TEXT = /(?:^|:)(?:t|delText|instrText|delInstrText)$/;

export interface ScanOptions {
  /** The part's name, for messages. */
  readonly name: string;
  /** Keeps the text of all elements, not only of those that hold a document's text: for small parts of data. */
  readonly allText?: boolean;
}

/**
 * The root element of a part's text (without its byte order mark).
 * @throws DocxError `malformed`, `doctype`, or a limit
 */
export function scan(source: string, options: ScanOptions): Element {
  return new TreeBuilder(options).build(source);
}

/** Hears what the parser tells of a part, from its beginning to its end, and makes elements of it. */
class TreeBuilder {
  readonly #name: string;
  readonly #allText: boolean;
  /** Namespaces are resolved here: the parser's own way costs the square of the depth, and refuses undeclared prefixes. */
  readonly #parser = new SaxesParser({ xmlns: false });
  #scope = new Scope();
  readonly #outer: Scope[] = [];
  #current: Element | undefined;
  #root: Element | undefined;
  /** Of the tag that is being read. */
  #attributes = 0;
  /** Where the token begins that is being read: where the last one ended. */
  #at = 0;

  constructor({ name, allText = false }: ScanOptions) {
    this.#name = name;
    this.#allText = allText;
  }

  build(source: string): Element {
    const parser = this.#parser;
    parser.on('error', (error) => {
      throw new DocxError('malformed', `${this.#name}: ${error.message}`);
    });
    parser.on('doctype', () => {
      throw new DocxError('doctype', this.#name);
    });
    parser.on('attribute', () => {
      if (++this.#attributes > ATTRIBUTES) throw new DocxError('too-many-elements', this.#name);
    });
    parser.on('opentag', (tag) => this.#open(tag.name, tag.attributes));
    parser.on('closetag', () => this.#close());
    // The parser tells of a text when it has seen the < behind it, of a comment at the two dashes, before the > behind them.
    parser.on('text', (text) => this.#text(text, -1));
    parser.on('cdata', (text) => this.#text(text, 0));
    parser.on('comment', () => this.#pass(1));
    parser.on('xmldecl', () => this.#pass(0));
    parser.on('processinginstruction', () => this.#pass(0));
    parser.write(source).close();
    return this.#root!;
  }

  /** The token ends so far behind where the parser is. */
  #pass(ahead: number): void {
    this.#at = this.#parser.position + ahead;
  }

  #open(rawName: string, attributes: Readonly<Record<string, string>>): void {
    this.#outer.push(this.#scope);
    if (this.#outer.length > DEPTH) throw new DocxError('too-deep', this.#name);
    // Most elements have none, and the parser's empty ones are tables of their own.
    const own = this.#attributes === 0 ? NO_ATTRIBUTES : attributes;
    this.#attributes = 0;
    this.#scope = scopeOf(own, this.#scope);
    const { position } = this.#parser;
    const element = new Element(rawName, own, this.#scope, this.#current, this.#at, position);
    this.#current?.children.push(element);
    this.#root ??= element;
    this.#current = element;
    this.#pass(0);
  }

  #close(): void {
    const element = this.#current!;
    const { position } = this.#parser;
    // Of a tag that closes itself the parser tells twice, at the same place.
    element.closeStart = position === element.openEnd ? element.openEnd : this.#at;
    element.end = position;
    this.#current = element.parent;
    this.#scope = this.#outer.pop()!;
    this.#pass(0);
  }

  #text(text: string, ahead: number): void {
    const current = this.#current;
    if (current && (this.#allText || HOLDS_TEXT.test(current.rawName))) current.text += text;
    this.#pass(ahead);
  }
}

const NO_ATTRIBUTES: Readonly<Record<string, string>> = {};

function scopeOf(attributes: Readonly<Record<string, string>>, outer: Scope): Scope {
  let uris: Map<string, string> | undefined;
  for (const raw in attributes) {
    if (raw !== 'xmlns' && !raw.startsWith('xmlns:')) continue;
    uris ??= new Map();
    uris.set(raw.slice(6), attributes[raw]!);
  }
  return uris ? new Scope(uris, outer) : outer;
}

/** How many elements, comments and the like a part holds at most, told without parsing it. */
export function tagsIn(source: string): number {
  let count = 0;
  for (let at = source.indexOf('<'); at >= 0; at = source.indexOf('<', at + 1)) {
    if (source.charCodeAt(at + 1) !== SLASH) count++;
  }
  return count;
}

const SLASH = 0x2f;
