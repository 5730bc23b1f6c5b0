/** Word documents made for a test, from the XML of their parts. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { CheckedDocument, type Fixes, printText, reviewDocument, WordDocument } from '../../docx/index.ts';
import { readComments } from '../../docx/review/comments.ts';
import type { Element } from '../../docx/xml/element.ts';
import { scan } from '../../docx/xml/scan.ts';
import { type Rule, rules } from '../../rules/index.ts';
import { testLinter } from '../support/linter.ts';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const NAMESPACES = [
  `xmlns:w="${W}"`,
  `xmlns:r="${R}"`,
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
].join(' ');
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
const CONTENT = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

export interface Made {
  /** The content of `w:body`. */
  readonly body: string;
  /** The content of the root of other parts that the body refers to: `numbering`, `styles`, `footnotes`, `comments`, `settings`. */
  readonly parts?: Readonly<Record<string, string>>;
  /** Headers and footers by relationship id: `{ rId90: ['hdr', '<w:p/>'] }`. */
  readonly margins?: Readonly<Record<string, readonly ['hdr' | 'ftr', string]>>;
  /** Other files of the archive, as they are. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
}

const ROOTS: Readonly<Record<string, string>> = {
  numbering: 'numbering',
  styles: 'styles',
  footnotes: 'footnotes',
  endnotes: 'endnotes',
  comments: 'comments',
  settings: 'settings',
};

/** The bytes of a document. */
export function makeDocx({ body, parts = {}, margins = {}, files = {} }: Made): Uint8Array {
  const links: string[] = [];
  const overrides: string[] = [];
  const entries: Record<string, Uint8Array> = {};
  const add = (name: string, root: string, type: string, id: string, content: string) => {
    entries[`word/${name}.xml`] = strToU8(`${DECLARATION}<w:${root} ${NAMESPACES}>${content}</w:${root}>`);
    links.push(`<Relationship Id="${id}" Type="${R}/${type}" Target="${name}.xml"/>`);
    overrides.push(`<Override PartName="/word/${name}.xml" ContentType="${CONTENT}.${type}+xml"/>`);
  };
  for (const [name, content] of Object.entries(parts)) add(name, ROOTS[name]!, name, `rId_${name}`, content);
  for (const [id, [root, content]] of Object.entries(margins)) {
    const type = root === 'hdr' ? 'header' : 'footer';
    add(`${type}_${id}`, root, type, id, content);
  }
  const all: Record<string, Uint8Array> = {
    '[Content_Types].xml': strToU8(
      `${DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${CONTENT}.document.main+xml"/>${overrides.join('')}</Types>`,
    ),
    '_rels/.rels': strToU8(
      `${DECLARATION}<Relationships xmlns="${RELATIONSHIPS}"><Relationship Id="rId1" Type="${R}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': strToU8(
      `${DECLARATION}<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`,
    ),
    'word/_rels/document.xml.rels': strToU8(
      `${DECLARATION}<Relationships xmlns="${RELATIONSHIPS}">${links.join('')}</Relationships>`,
    ),
    ...entries,
  };
  for (const [name, content] of Object.entries(files)) {
    all[name] = typeof content === 'string' ? strToU8(content) : content;
  }
  return zipSync(all);
}

/** A paragraph of runs; `properties` is the content of `w:pPr`. */
export function p(runs: string | readonly string[], properties = ''): string {
  const content = (typeof runs === 'string' ? [runs] : runs).map((text) => run(text)).join('');
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`;
}

export function run(text: string, properties = ''): string {
  return `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escapeText(text)}</w:t></w:r>`;
}

export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A numbered paragraph. */
export function item(text: string, level = 0, list = 1): string {
  return p(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);
}

/** A run with a text box in it, as Word writes them: once as it is now, once for programs of old. */
export function textBox(content: string, older = content): string {
  const box = (text: string) => `<w:txbxContent>${text}</w:txbxContent>`;
  const now = `<w:drawing><wps:wsp><wps:txbx>${box(content)}</wps:txbx></wps:wsp></w:drawing>`;
  const then = `<w:pict><v:shape><v:textbox>${box(older)}</v:textbox></v:shape></w:pict>`;
  return `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${now}</mc:Choice><mc:Fallback>${then}</mc:Fallback></mc:AlternateContent></w:r>`;
}

/** numbering.xml: a definition for each list of levels, told as `[format, pattern, more]`. */
export function numbering(...lists: readonly (readonly (readonly [string, string, string?])[])[]): string {
  const definitions = lists.map((levels, i) => {
    const all = levels.map(
      ([format, pattern, more = ''], level) =>
        `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${pattern}"/></w:lvl>`,
    );
    return `<w:abstractNum w:abstractNumId="${i + 1}">${all.join('')}</w:abstractNum>`;
  });
  const nums = lists.map((_, i) => `<w:num w:numId="${i + 1}"><w:abstractNumId w:val="${i + 1}"/></w:num>`);
  return [...definitions, ...nums].join('');
}

/** What the command line would print of it. */
export function textOf(made: Made): string {
  return printText(new WordDocument(makeDocx(made)));
}

/** What the core families find in it, each as `rule: text`. */
export function findingsOf(bytes: Uint8Array): string[] {
  const checked = new CheckedDocument(new WordDocument(bytes), testLinter());
  const core = checked
    .findings()
    .filter(({ ruleId }) => /^(?:placeholder|numbering|advert|figures)\//.test(ruleId));
  return core.map(({ ruleId, start, end }) => `${ruleId}: ${checked.text.slice(start, end)}`);
}

/** styles.xml: `标题 1` to `标题 n` under the ids `h1` … as Word and WPS name them, and `章` as a style based on the first. */
export function headingStyles(count = 3): string {
  const styles = Array.from(
    { length: count },
    (_, i) =>
      `<w:style w:type="paragraph" w:styleId="h${i + 1}"><w:name w:val="heading ${i + 1}"/><w:pPr><w:outlineLvl w:val="${i}"/></w:pPr></w:style>`,
  );
  return `${styles.join('')}<w:style w:type="paragraph" w:styleId="chapter"><w:name w:val="章"/><w:basedOn w:val="h1"/></w:style>`;
}

/** A paragraph in a style. */
export function styled(text: string | readonly string[], style: string, more = ''): string {
  return p(text, `<w:pStyle w:val="${style}"/>${more}`);
}

export const AUTHOR = { name: '公文校对', initials: '校', date: '2026-01-31T08:00:00Z' };

/** The reviewed copy of a document: what is found in its text. */
export function reviewed(bytes: Uint8Array, fixes: Fixes = 'safe', linter = testLinter(CORE)): Uint8Array {
  const checked = new CheckedDocument(new WordDocument(bytes), linter, { rules: { document: 'off' } });
  return reviewDocument(checked, linter, { author: AUTHOR, fixes }).bytes;
}

/** The families that a document is mostly checked for. */
const CORE: { rules: readonly Rule[] } = {
  rules: rules.filter(({ id }) => /^(?:placeholder|numbering|advert|figures)\//.test(id)),
};

/** The document with our author's changes rejected and our comments taken out, those of others as they stand. */
export function withoutOurs(bytes: Uint8Array): Uint8Array {
  const files = unzipSync(bytes);
  const own = readComments(new WordDocument(bytes)).filter(({ author }) => author === AUTHOR.name);
  const ids = new Set<string | undefined>(own.map(({ id }) => id));
  for (const [name, content] of Object.entries(files)) {
    if (!/^word\/(?:document|header\w*|footer\w*|footnotes|endnotes)\.xml$/.test(name)) continue;
    const source = strFromU8(content);
    const root = scan(source, { name });
    files[name] = strToU8(source.slice(0, root.start) + rest(root, source, ids) + source.slice(root.end));
  }
  return zipSync(files);
}

/** An element without what is ours in it. */
function rest(element: Element, source: string, comments: ReadonlySet<string | undefined>): string {
  const { name, children, start, openEnd, closeStart, end } = element;
  const isOurs = element.attribute('w:author') === AUTHOR.name;
  if (isOurs && name === 'w:ins') return '';
  if (/^w:comment(?:Range(?:Start|End)|Reference)$/.test(name) && comments.has(element.attribute('w:id')))
    return '';
  if (name === 'w:r' && children.length === 1 && rest(children[0]!, source, comments) === '') return '';
  let inner = '';
  let at = openEnd;
  for (const child of children) {
    inner += source.slice(at, child.start) + rest(child, source, comments);
    at = child.end;
  }
  if (element.selfClosed) return isOurs && name === 'w:del' ? '' : source.slice(start, end);
  inner += source.slice(at, closeStart);
  if (isOurs && name === 'w:del')
    return inner
      .replaceAll(/(<\/?\w+:)delText\b/g, '$1t')
      .replaceAll(/(<\/?\w+:)delInstrText\b/g, '$1instrText');
  return source.slice(start, openEnd) + inner + source.slice(closeStart, end);
}

/** A document with the text of its parts of XML changed. */
export function rewritten(bytes: Uint8Array, change: (text: string) => string): Uint8Array {
  const files = Object.entries(unzipSync(bytes)).map(([name, content]) => [
    name,
    /\.(?:xml|rels)$/.test(name) ? strToU8(change(strFromU8(content))) : content,
  ]);
  return zipSync(Object.fromEntries(files) as Record<string, Uint8Array>);
}
