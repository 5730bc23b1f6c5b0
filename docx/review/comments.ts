/** The comments of a document: those that are there, and ours. */
import type { WordDocument } from '../document.ts';
import { type Part, relationshipsPart } from '../package/package.ts';
import type { Element } from '../xml/element.ts';
import { prefixIn } from '../xml/names.ts';
import { escapeXml } from '../xml/text.ts';
import { type Author, Markup } from './markup.ts';

export interface Comment {
  readonly id: string;
  readonly author: string;
  /** A line for each paragraph. */
  readonly text: string;
}

export function readComments({ package: parts, main }: WordDocument): Comment[] {
  const part = parts.related(main.name, 'comments')[0];
  return (part?.root.children ?? [])
    .filter(({ name }) => name === 'w:comment')
    .map((element) => ({
      id: element.attribute('w:id') ?? '',
      author: element.attribute('w:author') ?? '',
      text: [...element.descendants()]
        .filter(({ name }) => name === 'w:p')
        .map(textIn)
        .join('\n'),
    }));
}

function textIn(paragraph: Element): string {
  let text = '';
  for (const { name, text: own } of paragraph.descendants()) if (name === 'w:t') text += own;
  return text;
}

const TRANSITIONAL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const STRICT = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';

/** A comment as XML: a paragraph for each line. */
export function writeComment(markup: Markup, id: number, author: Author, lines: readonly string[]): string {
  const paragraphs = lines.map((line) => markup.element('p', {}, markup.element('r', {}, markup.text(line))));
  const { name, initials, date } = author;
  return markup.element('comment', { id, author: name, initials, date }, paragraphs.join(''));
}

/**
 * Puts comments into the part that holds them, or makes one. Returns the parts that change, with their texts.
 * @param write the comments' XML, given what writes into the part
 */
export function addComments(
  { package: parts, main }: WordDocument,
  write: (markup: Markup) => string,
): Map<string, string> {
  const existing = parts.related(main.name, 'comments')[0];
  if (existing) return new Map([[existing.name, withContent(existing, write(new Markup(existing)))]]);

  const folder = main.name.slice(0, main.name.lastIndexOf('/') + 1);
  let name = `${folder}comments.xml`;
  for (let n = 1; parts.has(name); n++) name = `${folder}comments${n}.xml`;
  const markup = new Markup(main);
  const uri = main.root.scope.uriOf(prefixIn(main.root.rawName))!;
  const prefix = main.root.scope.prefixOf('w') ?? 'w:';
  const content = `${DECLARATION}<${prefix}comments xmlns:${prefix.slice(0, -1)}="${escapeXml(uri)}">${write(markup)}</${prefix}comments>`;
  return new Map([
    [name, content],
    ['[Content_Types].xml', withType(parts.part('[Content_Types].xml')!, `/${name}`)],
    relationshipTo(
      parts,
      main,
      name.slice(folder.length),
      `${parts.strict ? STRICT : TRANSITIONAL}/comments`,
    ),
  ]);
}

/** A part's text with more at the end of its root. */
function withContent({ root, source }: Part, content: string): string {
  if (!root.selfClosed) return source.slice(0, root.closeStart) + content + source.slice(root.closeStart);
  const open = source.slice(0, root.end - 2).trimEnd();
  return `${open}>${content}</${root.rawName}>${source.slice(root.end)}`;
}

/** With its colon; empty without one. */
function prefixOf({ rawName }: Element): string {
  return rawName.slice(0, rawName.indexOf(':') + 1);
}

function withType(part: Part, name: string): string {
  return withContent(
    part,
    `<${prefixOf(part.root)}Override PartName="${escapeXml(name)}" ContentType="${TYPE}"/>`,
  );
}

function relationshipTo(
  parts: WordDocument['package'],
  main: Part,
  target: string,
  type: string,
): [name: string, text: string] {
  const name = relationshipsPart(main.name);
  const used = new Set(parts.relationships(main.name).map(({ id }) => id));
  let n = used.size + 1;
  while (used.has(`rId${n}`)) n++;
  const written = (prefix: string) =>
    `<${prefix}Relationship Id="rId${n}" Type="${type}" Target="${escapeXml(target)}"/>`;
  const part = parts.part(name);
  if (part) return [part.name, withContent(part, written(prefixOf(part.root)))];
  const uri = 'http://schemas.openxmlformats.org/package/2006/relationships';
  return [name, `${DECLARATION}<Relationships xmlns="${uri}">${written('')}</Relationships>`];
}
