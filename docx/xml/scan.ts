/**
 * Parses a part once, into elements that know their place in the source, so that an edit can be spliced into the original
 * text and all else stays as it is.
 */
import { SaxesParser } from 'saxes';
import { ATTRIBUTES, DEPTH, ELEMENTS } from '../package/limits.ts';
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
export function scan(source: string, { name, allText = false }: ScanOptions): Element {
  // Namespaces are resolved here: the parser's own way costs the square of the depth, and refuses undeclared prefixes.
  const parser = new SaxesParser({ xmlns: false });
  let scope = new Scope(new Map());
  const outer: Scope[] = [];
  let current: Element | undefined;
  let root: Element | undefined;
  let depth = 0;
  let elements = 0;
  /** Where the token begins that is being read: where the last one ended. */
  let at = 0;

  parser.on('error', (error) => {
    throw new DocxError('malformed', `${name}: ${error.message}`);
  });
  parser.on('doctype', () => {
    throw new DocxError('doctype', name);
  });
  const passed = () => {
    at = parser.position;
  };
  parser.on('xmldecl', passed);
  parser.on('processinginstruction', passed);
  parser.on('comment', () => {
    // Told of at the two dashes, before the > behind them.
    at = parser.position + 1;
  });
  const textIn = (text: string) => {
    if (current && (allText || HOLDS_TEXT.test(current.rawName))) current.text += text;
  };
  parser.on('cdata', (text) => {
    textIn(text);
    passed();
  });
  parser.on('text', (text) => {
    textIn(text);
    // The parser tells of a text when it has seen the < behind it.
    at = parser.position - 1;
  });
  parser.on('opentag', ({ name: rawName, attributes }) => {
    if (++depth > DEPTH) throw new DocxError('too-deep', name);
    if (++elements > ELEMENTS) throw new DocxError('too-many-elements', name);
    outer.push(scope);
    scope = scopeOf(attributes, scope, name);
    const element = new Element(rawName, attributes, scope, current, at, parser.position);
    current?.children.push(element);
    root ??= element;
    current = element;
    passed();
  });
  parser.on('closetag', () => {
    depth--;
    const element = current!;
    // Of a tag that closes itself the parser tells twice, at the same place.
    element.closeStart = parser.position === element.openEnd ? element.openEnd : at;
    element.end = parser.position;
    current = element.parent;
    scope = outer.pop()!;
    passed();
  });
  parser.write(source).close();
  return root!;
}

function scopeOf(attributes: Readonly<Record<string, string>>, outer: Scope, name: string): Scope {
  let uris: Map<string, string> | undefined;
  let count = 0;
  for (const raw in attributes) {
    if (++count > ATTRIBUTES) throw new DocxError('too-many-elements', name);
    if (raw !== 'xmlns' && !raw.startsWith('xmlns:')) continue;
    uris ??= new Map(outer.uris);
    uris.set(raw.slice(6), attributes[raw]!);
    if (uris.size > ATTRIBUTES) throw new DocxError('too-many-elements', name);
  }
  return uris ? new Scope(uris) : outer;
}
