/**
 * The elements of an official document that its text shows (GB/T 9704—2012 7.2–7.4): title, number, addressees, note on
 * attachments, signature and date, copies. What is not there is undefined: a bare body is no broken document.
 */
import type { Document } from '../../engine/document.ts';
import { defineFact, defineModel } from '../../engine/facts.ts';
import type { Range } from '../../engine/finding.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { documentDate } from '../dates/document-date.ts';
import { Characters } from '../text/characters.ts';
import { isAddressees, layout, look } from './layout.ts';

/** What a line says it is by its first words. */
export type Label = 'attachment' | 'copy' | 'keywords' | 'no-text' | 'contact' | 'open';

export interface LabelledLine {
  readonly label: Label;
  /** Where the label ends, its colon included. Relative to the paragraph. */
  readonly end: number;
}

/** Each with the first characters of the line that have it. */
const LABELS: readonly (readonly [Label, RegExp])[] = [
  ['attachment', /附[　 ]*件(?:[:：]|(?=[1１一][:：、.．]))/y],
  ['copy', /抄[　 ]*[送报发][:：；;]/y],
  ['keywords', /主题词[:：]/y],
  ['no-text', /（?此页无正文/y],
  ['contact', /联系人[:：]/y],
  ['open', /此件(?:公开发布|主动公开|依申请公开|不予公开|删减后公开|发至)/y],
];
const FIRSTS = new Characters('附抄主此（联');

/** The longest line that is an element. */
const LONGEST = 200;

/** What the line says it is; most lines say nothing. */
export const labelledLine = defineFact<readonly LabelledLine[]>('labelled line', (paragraph) => {
  const { text, contentStart, contentEnd } = paragraph;
  if (!FIRSTS.at(text, contentStart) || contentEnd - contentStart > LONGEST) return [];
  for (const [label, pattern] of LABELS) {
    pattern.lastIndex = contentStart;
    if (pattern.test(text)) return [{ label, end: pattern.lastIndex }];
  }
  return [];
});

/** 成文日期; the range is absolute. */
export interface SigningDate extends Range {
  readonly year: number;
  /** Undefined where it is still left open. */
  readonly month: number | undefined;
  readonly day: number | undefined;
  readonly paragraph: Paragraph;
}

export interface OfficialParts {
  /** The lines of the title, from the first to the one that ends in the genre. */
  readonly title: readonly Paragraph[];
  /** They as one line. */
  readonly titleText: string;
  /** 文种: the last word of the title. */
  readonly genre: string | undefined;
  /** 发文字号, where it has a line of its own. */
  readonly docket: Paragraph | undefined;
  /** 主送机关. */
  readonly addressees: Paragraph | undefined;
  /** 成文日期; absolute. */
  readonly date: SigningDate | undefined;
  /** 署名: the line above the date. */
  readonly signature: Paragraph | undefined;
  /** The last lines of the body, above the signature: where what closes the document stands. */
  readonly closing: readonly Paragraph[];
}

/** The kinds of official documents there are (条例 第八条) and what drafts put in their place. */
const GENRE =
  /(?:请示报告|会议纪要|决议|决定|命令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|复函|函|纪要|申请|申请书|请求|情况说明)$/;
/** Lines of one title at most. */
const TITLE_LINES = 4;
const ENDS = new Characters('。；：:，、！？');
/** How many lines above the signature are looked at for what closes the document, attachments and their notes between them. */
const CLOSING = 6;
/** How far behind the title the addressees may stand. */
const HEAD = 6;

export const official = defineModel<OfficialParts>('official parts', (document) => {
  const { title: last } = document.model(layout);
  const title = last ? titleLines(document, last) : [];
  const titleText = title.map(({ content }) => content).join('');
  const bare = titleText.replace(/（[^）]{1,20}）$|。$/, '');
  const written = document.model(documentDate);
  const dateLine = written?.place === 'signing' ? document.paragraphAt(written.start) : undefined;
  const signature = dateLine && above(document, dateLine);
  return {
    title,
    titleText,
    genre: GENRE.exec(bare)?.[0],
    docket: document.paragraphsWith(look).find((p) => p.fact(look)[0]!.is === 'docket'),
    addressees: last && addresseesBehind(document, last),
    date: written && dateLine && { ...written, paragraph: dateLine },
    signature: signature && isSignature(signature) ? signature : undefined,
    closing: signature ? linesAbove(document, dateLine, CLOSING) : lastLines(document),
  };
});

/** The title's last line with those above it that belong to it. */
function titleLines(document: Document, last: Paragraph): Paragraph[] {
  const lines = [last];
  for (let i = last.index - 1; i >= 0 && lines.length < TITLE_LINES; i--) {
    // 关于 begins what a title is about: nothing above belongs to it but the name of the organ.
    const text = lines.map(({ content }) => content).join('');
    const line = document.lineAt(i)!;
    if (line.blank || line.fact(look).length > 0 || text.indexOf('关于') > 0) break;
    if (line.content.length > LONGEST_TITLE_LINE || ENDS.at(line.text, line.contentEnd - 1)) break;
    lines.unshift(line);
  }
  return lines.some(({ content }) => content.includes('关于')) ? lines : [last];
}

/** The first line behind the title, its number and date aside, if it is a list of addressees: 各县人民政府，市政府各部门： */
function addresseesBehind(document: Document, title: Paragraph): Paragraph | undefined {
  for (const line of document.linesIn(title.index + 1, title.index + HEAD + 1)) {
    if (line.blank || line.fact(look)[0]?.is === 'docket' || /^[（(]/.test(line.content)) continue;
    return isAddressees(line) ? line : undefined;
  }
  return undefined;
}

/** The name of an organ, and nothing else. */
export function isSignature({ content }: Paragraph): boolean {
  return (
    content.length <= LONGEST_SIGNATURE &&
    /[府委局厅部院会办室所处站心司校社团队]$/.test(content.replace(/[　 ]/g, ''))
  );
}

/** The last lines of a document that has no date: minutes, drafts. */
function lastLines(document: Document): Paragraph[] {
  const found: Paragraph[] = [];
  for (let i = document.lineCount - 1; i >= 0 && found.length < CLOSING; i--) {
    const line = document.lineAt(i)!;
    if (!line.blank) found.unshift(line);
  }
  return found;
}

function above(document: Document, line: Paragraph): Paragraph | undefined {
  return linesAbove(document, line, 1)[0];
}

/** Lines above a line that hold something, the nearest first. */
function linesAbove(document: Document, line: Paragraph | undefined, most: number): Paragraph[] {
  const found: Paragraph[] = [];
  for (let i = (line?.index ?? 0) - 1; i >= 0 && found.length < most; i--) {
    const paragraph = document.lineAt(i)!;
    if (!paragraph.blank) found.push(paragraph);
  }
  return found;
}

/** In characters; a title over several lines is broken by what it says. */
const LONGEST_TITLE_LINE = 40;
/** 中共某某县委办公室 某某县人民政府办公室: organs that sign together. */
const LONGEST_SIGNATURE = 60;
