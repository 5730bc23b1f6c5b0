/**
 * The parts of a document and how they refer to each other (Open Packaging Conventions). Parts are unpacked and parsed when
 * first asked for. What a relationship names outside the package is never looked at.
 */
import { DocxError } from '../problem.ts';
import type { Element } from '../xml/element.ts';
import { prefixIn } from '../xml/names.ts';
import { scan, tagsIn } from '../xml/scan.ts';
import { TAGS, XML_UNITS } from './limits.ts';
import { refuseOtherFiles } from './recognise.ts';
import { Zip } from './zip.ts';

/** A part's text as it is parsed, and how it is turned back into bytes. */
export interface Part {
  /** In the archive, without a slash before it: `word/document.xml`. */
  readonly name: string;
  /** Without the byte order mark. */
  readonly source: string;
  readonly root: Element;
  readonly encoding: Encoding;
}

/** What a part says, and how it is turned back into bytes. */
interface Text {
  readonly text: string;
  readonly encoding: Encoding;
}

interface Encoding {
  readonly label: 'utf-8' | 'utf-16le' | 'utf-16be';
  readonly bom: boolean;
}

export interface Relationship {
  readonly id: string;
  /** The last step of its type: `officeDocument`, `comments`, `header`. */
  readonly type: string;
  /** The part's name, or undefined for what lies outside the package. */
  readonly target: string | undefined;
}

export class Package {
  readonly #zip: Zip;
  readonly #parts = new Map<string, Part>();
  /** Texts of parts that were weighed and are not parsed yet. */
  readonly #texts = new Map<string, Text>();
  readonly #relationships = new Map<string, readonly Relationship[]>();
  /** What the parts that were read have cost together. */
  #tags = 0;
  #units = 0;
  /** Name of the part that holds the text. */
  readonly main: string;
  /** Whether the namespaces are those of the strict variant. */
  readonly strict: boolean;

  /** @throws DocxError */
  constructor(bytes: Uint8Array) {
    refuseOtherFiles(bytes);
    this.#zip = new Zip(bytes);
    if (this.#isOpenDocument()) throw new DocxError('open-document');
    const link = this.relationships('').find(({ type }) => type === 'officeDocument');
    if (!link) throw new DocxError(this.#zip.has('[Content_Types].xml') ? 'no-document' : 'not-zip');
    if (link.target === undefined) throw new DocxError('outside', '_rels/.rels');
    this.main = link.target;
    this.#checkType();
    if (!this.#zip.has(this.main)) throw new DocxError('no-document', this.main);
    const { root } = this.part(this.main)!;
    if (root.name !== 'w:document') throw new DocxError('no-document', this.main);
    this.strict = root.scope.uriOf(prefixIn(root.rawName))!.includes('purl.oclc.org');
  }

  get names(): readonly string[] {
    return this.#zip.names;
  }

  has(name: string): boolean {
    return this.#zip.has(name);
  }

  /** A part of XML; undefined when there is none of that name. */
  part(name: string, allText = false): Part | undefined {
    if (!this.#zip.has(name)) return undefined;
    let part = this.#parts.get(name);
    if (!part) {
      const { text, encoding } = this.#text(name);
      this.#texts.delete(name);
      part = { name, source: text, root: scan(text, { name, allText }), encoding };
      this.#parts.set(name, part);
    }
    return part;
  }

  /**
   * Refuses parts that are too much together before any of them is parsed: those that `of` refers to by relationships of these types.
   * @throws DocxError
   */
  weigh(of: string, types: ReadonlySet<string>): void {
    for (const { type, target } of this.relationships(of)) {
      if (target === undefined || !types.has(type) || this.#parts.has(target) || !this.has(target)) continue;
      this.#texts.set(target, this.#text(target));
    }
  }

  /** An honest part is far from the limits, and one that is not costs no more than a look. */
  #text(name: string): Text {
    const known = this.#texts.get(name);
    if (known) return known;
    const decoded = decode(this.#zip.read(name), name);
    const { text } = decoded;
    this.#units += text.length;
    if (this.#units > XML_UNITS) throw new DocxError('too-big', name);
    this.#tags += tagsIn(text);
    if (this.#tags > TAGS) throw new DocxError('too-many-elements', name);
    return decoded;
  }

  /** What a part (`''` for the package itself) refers to. */
  relationships(of: string): readonly Relationship[] {
    let list = this.#relationships.get(of);
    if (!list) {
      const part = this.part(relationshipsPart(of));
      list = part ? part.root.children.map((element) => readRelationship(element, of, part.name)) : [];
      this.#relationships.set(of, list);
    }
    return list;
  }

  /** The parts that `of` refers to by relationships of a type, those that are missing left out. */
  related(of: string, type: string, allText = false): Part[] {
    return this.relationships(of)
      .filter((link) => link.type === type)
      .flatMap(({ target }) => {
        // A style sheet or header from elsewhere would have to be fetched.
        if (target === undefined) throw new DocxError('outside', `${of}, ${type}`);
        return this.part(target, allText) ?? [];
      });
  }

  /** The archive with the texts of some parts replaced, and new parts behind the others. */
  write(changes: ReadonlyMap<string, string>): Uint8Array {
    const encoded = new Map<string, Uint8Array>();
    for (const [name, text] of changes) {
      encoded.set(name, encode(text, this.part(name)?.encoding ?? { label: 'utf-8', bom: false }));
    }
    return this.#zip.write(encoded);
  }

  #isOpenDocument(): boolean {
    if (!this.#zip.has('mimetype')) return false;
    return new TextDecoder().decode(this.#zip.read('mimetype')).includes('opendocument');
  }

  /** A spreadsheet is such a package too. Missing or odd types of a document that is there are no reason to refuse it. */
  #checkType(): void {
    const types = this.part('[Content_Types].xml');
    if (!types) throw new DocxError('damaged', '[Content_Types].xml');
    const path = `/${this.main}`.toLowerCase();
    const type = types.root.children
      .find((e) => e.name === 'ct:Override' && e.attribute('PartName')?.toLowerCase() === path)
      ?.attribute('ContentType');
    if (type && /spreadsheetml|presentationml|ms-excel|ms-powerpoint|visio/i.test(type)) {
      throw new DocxError('other-office', type);
    }
  }
}

/** `word/document.xml` → `word/_rels/document.xml.rels` */
export function relationshipsPart(of: string): string {
  const slash = of.lastIndexOf('/') + 1;
  return `${of.slice(0, slash)}_rels/${of.slice(slash)}.rels`;
}

function readRelationship(element: Element, of: string, part: string): Relationship {
  const type = element.attribute('Type') ?? '';
  const target = element.attribute('Target') ?? '';
  const external = element.attribute('TargetMode') === 'External';
  return {
    id: element.attribute('Id') ?? '',
    type: type.slice(type.lastIndexOf('/') + 1),
    target: external ? undefined : resolve(of, target, part),
  };
}

/** @throws DocxError when the path leaves the package */
function resolve(of: string, target: string, part: string): string {
  const path = target.replaceAll('\\', '/').split('#')[0]!;
  const steps = path.startsWith('/') ? [] : of.split('/').slice(0, -1);
  for (const step of path.split('/')) {
    if (step === '..') {
      if (steps.length === 0) throw new DocxError('outside', `${part}, ${target}`);
      steps.pop();
    } else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

function decode(bytes: Uint8Array, name: string): Text {
  const encoding = encodingOf(bytes);
  const from = encoding.bom ? (encoding.label === 'utf-8' ? 3 : 2) : 0;
  try {
    const decoder = new TextDecoder(encoding.label, { fatal: true, ignoreBOM: true });
    return { text: decoder.decode(bytes.subarray(from)), encoding };
  } catch {
    throw new DocxError('malformed', `${name}: ${encoding.label}`);
  }
}

function encodingOf([a, b, c]: Uint8Array): Encoding {
  if (a === 0xef && b === 0xbb && c === 0xbf) return { label: 'utf-8', bom: true };
  if (a === 0xff && b === 0xfe) return { label: 'utf-16le', bom: true };
  if (a === 0xfe && b === 0xff) return { label: 'utf-16be', bom: true };
  return { label: 'utf-8', bom: false };
}

function encode(text: string, { label, bom }: Encoding): Uint8Array {
  const marked = bom ? `\ufeff${text}` : text;
  if (label === 'utf-8') return new TextEncoder().encode(marked);
  const view = new DataView(new ArrayBuffer(marked.length * 2));
  for (let i = 0; i < marked.length; i++) view.setUint16(i * 2, marked.charCodeAt(i), label === 'utf-16le');
  return new Uint8Array(view.buffer);
}
