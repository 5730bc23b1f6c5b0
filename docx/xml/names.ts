/**
 * The namespaces of Word documents. Elements are known by the URI of their namespace, whatever prefix a producer chose, and
 * are written here with the usual one: `w:p`. The strict variant of the standard has URIs of its own for the same names.
 */
const USUAL: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
  'http://purl.oclc.org/ooxml/drawingml/main': 'a',
  'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing': 'wp',
  'http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing': 'wp',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingShape': 'wps',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingGroup': 'wpg',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas': 'wpc',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'urn:schemas-microsoft-com:vml': 'v',
  'urn:schemas-microsoft-com:office:office': 'o',
  'http://schemas.openxmlformats.org/package/2006/content-types': 'ct',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel',
  'http://schemas.openxmlformats.org/package/2006/metadata/core-properties': 'cp',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties': 'ep',
  'http://purl.oclc.org/ooxml/officeDocument/extendedProperties': 'ep',
  'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties': 'op',
  'http://purl.oclc.org/ooxml/officeDocument/customProperties': 'op',
};

const NO_NAMESPACE = '';

/**
 * The prefixes that hold for an element and what is in it. A scope knows what its own element declares and asks the one around it for
 * the rest: copied, the prefixes of a hostile file would be as many as its elements times those of its root.
 */
export class Scope {
  /** Prefix (empty for the default namespace) → URI. */
  readonly #own: ReadonlyMap<string, string>;
  readonly #outer: Scope | undefined;
  readonly #elements = new Map<string, string>();
  readonly #attributes = new Map<string, string>();

  /** @param own what the element declares: prefix (empty for the default namespace) → URI */
  constructor(own: ReadonlyMap<string, string> = new Map(), outer?: Scope) {
    this.#own = own;
    this.#outer = outer;
  }

  /** The namespace that a prefix stands for. */
  uriOf(prefix: string): string | undefined {
    for (let scope: Scope | undefined = this; scope; scope = scope.#outer) {
      const uri = scope.#own.get(prefix);
      if (uri !== undefined) return uri;
    }
    return undefined;
  }

  /** The usual name of an element: `ns0:p` → `w:p`. Names of unknown namespaces come with the URI. */
  element(raw: string): string {
    return usualName(raw, this.#elements, (prefix) => this.uriOf(prefix) ?? NO_NAMESPACE);
  }

  /** The same for an attribute: without a prefix it is in no namespace. */
  attribute(raw: string): string {
    return usualName(raw, this.#attributes, (prefix) =>
      prefix === '' ? NO_NAMESPACE : (this.uriOf(prefix) ?? NO_NAMESPACE),
    );
  }

  /** A prefix that stands for the namespace that is usually written so, with its colon: `w:`. */
  prefixOf(usual: string): string | undefined {
    for (let scope: Scope | undefined = this; scope; scope = scope.#outer) {
      for (const [prefix, uri] of scope.#own) {
        if (prefix !== '' && USUAL[uri] === usual && this.uriOf(prefix) === uri) return `${prefix}:`;
      }
    }
    return undefined;
  }
}

/** `w` of `w:p`; empty without one. */
export function prefixIn(rawName: string): string {
  return rawName.slice(0, Math.max(0, rawName.indexOf(':')));
}

function usualName(raw: string, known: Map<string, string>, uriOf: (prefix: string) => string): string {
  let name = known.get(raw);
  if (name === undefined) {
    const colon = raw.indexOf(':');
    const uri = uriOf(raw.slice(0, Math.max(0, colon)));
    const local = raw.slice(colon + 1);
    const usual = USUAL[uri];
    name = usual !== undefined ? `${usual}:${local}` : uri === NO_NAMESPACE ? raw : `{${uri}}${local}`;
    known.set(raw, name);
  }
  return name;
}
