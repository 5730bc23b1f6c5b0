import type { Document } from '../../engine/document.ts';
import { defineFact } from '../../engine/facts.ts';
import type { Range } from '../../engine/finding.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import { documentKind } from '../../language/layout/layout.ts';
import { attachmentLists } from '../../language/structure/references.ts';
import { type Member, structure } from '../../language/structure/structure.ts';
import { ONE_TO_TEN, readNumber } from '../../language/text/numerals.ts';
import { attachmentSeries } from './series/attachments.ts';
import { memberEvidence } from './series/describe.ts';

interface Mismatch extends Match {
  /** The titles that differ; none where an attachment is spoken of and there is none. */
  readonly titles?: {
    readonly listed: string;
    readonly attached: Title;
    /** Of the attached one, from 0 on. */
    readonly line: number;
  };
  /** A number of attachments, and those that are listed. */
  readonly counted?: { readonly said: Mention; readonly members: readonly Member[] };
}

/**
 * The list of attachments (附件说明) and what is attached: titles that differ, a number that is not that of the list, and a text that
 * speaks of an attachment and lists none.
 */
export const attachment = defineDocumentRule<Mismatch>({
  id: 'numbering/attachment',
  severity: 'warning',

  *find(document) {
    const [list] = document.paragraphsWith(attachmentLists);
    if (list) {
      yield* differentTitles(document, list);
      yield* miscounted(document, list);
    } else yield* unlisted(document);
  },

  explain({ titles, counted }) {
    const said = titles ? sayTitles(titles) : counted ? sayCount(counted) : UNLISTED;
    return { ...said, basis: 'GB/T 9704—2012 7.3.4、7.3.7' };
  },
});

function sayCount({ said, members }: NonNullable<Mismatch['counted']>) {
  return {
    message: `文中称“${said.said}”，附件说明列出 ${members.length} 个`,
    evidence: memberEvidence(members),
  };
}

const UNLISTED = { message: '文中提到附件，文后却没有附件说明，也没有附件', evidence: [] };

function sayTitles({ listed, attached: { start, end, text }, line }: NonNullable<Mismatch['titles']>) {
  const shown = text.split('\n')[0]!;
  return {
    message: `附件说明所列“${listed}”与所附“${shown}”（第${line + 1}行）标题不一`,
    evidence: [{ start, end, message: `所附标题“${shown}”` }],
  };
}

/** A title where it stands. */
interface Title {
  readonly number: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function* differentTitles(document: Document, list: Paragraph): Generator<Mismatch> {
  const heads = headsBelow(document, list);
  if (heads.length === 0) return;
  for (const { number, start, end, text } of listedTitles(document, list)) {
    const same = heads.filter((head) => head.number === number);
    const [head] = same;
    // A number that comes twice says nothing.
    if (!head || same.length > 1 || head.text === '' || agree(text, head.text)) continue;
    yield { start, end, titles: { listed: text, attached: head, line: document.indexAt(head.start) } };
  }
}

/** 附件：1.甲 2.乙, or 附件：甲, whose number is 0. */
function listedTitles(document: Document, list: Paragraph): Title[] {
  const { end } = list.fact(attachmentLists)[0]!;
  const series = attachmentSeries(document, list);
  if (!series) return [titleAt(list, end, list.contentEnd, 0)].filter(({ text }) => text !== '');
  return series.members.map((member, i) => {
    const { paragraph, mark } = member;
    const next = series.members[i + 1];
    const to = next?.paragraph === paragraph ? next.mark.start : paragraph.contentEnd;
    return titleAt(paragraph, mark.end, to, mark.value);
  });
}

function titleAt({ text, start }: Paragraph, from: number, to: number, number: number): Title {
  const raw = text.slice(from, to);
  const title = raw.trim();
  const at = start + from + raw.indexOf(title);
  return { number, start: at, end: at + title.length, text: title };
}

/** The attachments themselves: the title stands behind 附件1, or on the line below, and may run over two lines. */
function headsBelow(document: Document, list: Paragraph): Title[] {
  const heads: Title[] = [];
  for (const series of document.model(structure).series) {
    if (series.kind !== 'attachment') continue;
    for (const member of series.members)
      if (member.paragraph.index > list.index) heads.push(headTitle(document, member));
  }
  return heads;
}

/** In characters, of a line. */
const LONGEST_TITLE = 50;
/** Lines below 附件1 in which its title may stand. */
const TITLE_LINES = 4;

function headTitle({ paragraphs }: Document, { paragraph, mark }: Member): Title {
  const own = titleAt(paragraph, mark.end, paragraph.contentEnd, mark.value);
  const text = own.text.replace(/^[：:.．、]\s*/, '');
  if (text !== '') return { ...own, text };
  const lines: Paragraph[] = [];
  for (let i = paragraph.index + 1; i < paragraphs.length && i <= paragraph.index + TITLE_LINES; i++) {
    const line = paragraphs[i]!;
    if (line.blank) continue;
    if (lines.length === 2 || !maybeTitle(line)) break;
    lines.push(line);
  }
  const [first] = lines;
  if (!first) return { ...own, text: '' };
  return {
    number: mark.value,
    start: first.start + first.contentStart,
    end: first.start + first.contentEnd,
    text: lines.map(({ content }) => content).join('\n'),
  };
}

function maybeTitle({ content, role }: Paragraph): boolean {
  return (
    role !== 'table' && content.length >= 2 && content.length <= LONGEST_TITLE && !/[。；：:|]/.test(content)
  );
}

/** One holds the other, whatever marks stand in them: 名单 and 清河县名单, 《办法》 and 办法. */
function agree(listed: string, attached: string): boolean {
  const a = bare(listed);
  if (a === '') return true;
  const lines = attached.split('\n');
  return [attached, lines[0]!].some((title) => {
    const b = bare(title);
    return b === '' || a.includes(b) || b.includes(a);
  });
}

function bare(title: string): string {
  return title.replace(/（[^）]*）|[\s　《》〈〉“”‘’。，、．.：:（）()\n×XxＸ_＿*○]/g, '');
}

/** 附件共4件, in a text that lists three. */
function* miscounted(document: Document, list: Paragraph): Generator<Mismatch> {
  const members = attachmentSeries(document, list)?.members;
  // 报送附件三份: of one, copies.
  if (!members || members.length < 2) return;
  for (const paragraph of document.paragraphsWith(mentions)) {
    for (const said of paragraph.fact(mentions)) {
      if (said.count === 0 || said.count === members.length) continue;
      yield {
        start: paragraph.start + said.start,
        end: paragraph.start + said.end,
        counted: { said, members },
      };
    }
  }
}

/** 具体名单见附件, in a text of the kind that has a list of attachments, and none is listed nor attached. */
function* unlisted(document: Document): Generator<Mismatch> {
  const first = document.paragraphsWith(mentions).find((one) => one.fact(mentions).some(isUse));
  if (!first || document.model(documentKind) !== 'official') return;
  if (document.model(structure).series.some(({ kind }) => kind === 'attachment')) return;
  const { start, end } = first.fact(mentions).find(isUse)!;
  yield {
    start: first.start + start,
    end: first.start + end,
    severity: 'info',
  };
}

/** An attachment of this text, used (见附件) or counted (附件共4件). */
interface Mention extends Range {
  /** How many there are said to be; 0 where none is counted. */
  readonly count: number;
  /** 附件共4件. */
  readonly said: string;
}

const isUse = ({ count }: Mention) => count === 0;

/** 附件共4件, （附件2份）; 附件2件袋 counts none. */
const COUNTED = new RegExp(
  String.raw`附件(?:共(?:计|有)?|计)?(\d{1,2}|[${ONE_TO_TEN}两])[件份个项](?=[，。；：、）)”,;:]|$)`,
  'g',
);

const MENTION = /(?:见|按照?|根据|填写|填报|参照|随文|随)(附件)(?![^，。；）]{0,4}》)/g;

/** 见附件, 按附件要求, 附件共4件: the attachments of this text. */
const mentions = defineFact<readonly Mention[]>('attachment mentions', ({ text, role }) => {
  if (role === 'table' || !text.includes('附件')) return [];
  const used = [...text.matchAll(MENTION)].map((match) => {
    const end = match.index + match[0].length;
    return { start: end - match[1]!.length, end, count: 0, said: '' };
  });
  const counted = [...text.matchAll(COUNTED)].map(({ index, 0: said, 1: digits }) => ({
    start: index,
    end: index + said.length,
    count: readNumber(digits!) ?? 0,
    said,
  }));
  return [...used, ...counted];
});
