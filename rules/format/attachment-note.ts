import type { Document } from '../../engine/document.ts';
import type { Edit } from '../../engine/finding.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import { labelledLine, official } from '../../language/layout/official.ts';
import { ONE_TO_NINE } from '../../language/text/numerals.ts';

interface NoteMatch extends Match {
  readonly fault: keyof typeof SAID;
  readonly edit: Edit;
  readonly safe: boolean;
}

const SAID = {
  end: '附件名称之后不加标点',
  mark: '附件的序号用阿拉伯数字加下脚点：“1.”',
  single: '只有一个附件，不编序号',
  marks: '附件名称不加书名号',
  colon: '“附件”之后用全角冒号',
  short: '附件说明写作“附件：”，不写“附：”',
  label: '附件说明写作“附件：1.……”，附件首页的标识写作“附件1”，都不是“附件1：”“附件一：”',
} as const;

const HAN_MARK = new RegExp(`^[　 ]*([${ONE_TO_NINE}])、`);
/** 1.《……》: nothing but a title in its marks. */
const TITLED = /^[　 ]*(?:\d{1,2}[.．、][　 ]*)?(《[^《》]+》)$/;
const SECOND = /[　 ]2[.．、]/;
const NUMBERED = /^[　 ]*\d{1,2}[.．、]/;

/** 附件说明: 附件：1、方案； for 附件：1.方案. */
export const attachmentNote = defineDocumentRule<NoteMatch>({
  id: 'format/attachment-note',
  severity: 'warning',
  kinds: { speech: 'off', report: 'off', law: 'off', general: 'off' },
  basis: 'GB/T 9704—2012 7.3.4',

  *find(document) {
    for (const paragraph of document.paragraphsWith(labelledLine)) {
      const { label, end } = paragraph.fact(labelledLine)[0]!;
      if (label !== 'attachment') continue;
      const entries = [paragraph, ...numberedBehind(document.paragraphs, paragraph.index)];
      yield* faultsOf(paragraph, end, entries);
    }
    yield* withoutColon(document);
  },

  explain: ({ fault }) => ({ message: SAID[fault] }),

  fix: ({ edit, safe }) => [{ title: edit.text === '' ? '删去' : `改为“${edit.text}”`, edits: [edit], safe }],
});

/** 附件　方案, 附件一：方案 above the date. */
const BARE = new RegExp(
  String.raw`^附件(?:([${ONE_TO_NINE}])[:：、.．]?[　 ]*|[　 ]+)(?=[\u4e00-\u9fff]{3})`,
);
/** 附：方案. */
const SHORT = /^附[:：][　 ]*(?=[\u4e00-\u9fff]{3})/;
/** The note stands so near above the date, with the signature between. */
const ABOVE = 8;

function* withoutColon(document: Document): Iterable<NoteMatch> {
  const { date } = document.model(official);
  if (!date) return;
  const { index } = date.paragraph;
  for (const { content, start, contentStart } of document.paragraphs.slice(
    Math.max(0, index - ABOVE),
    index,
  )) {
    const short = SHORT.exec(content)?.[0];
    if (short !== undefined) {
      const range = { start: start + contentStart, end: start + contentStart + short.length };
      // Until 2000 documents had it so.
      yield { ...range, fault: 'short', edit: { ...range, text: '附件：' }, safe: false, severity: 'info' };
    }
    const [bare, han] = BARE.exec(content) ?? [];
    if (bare === undefined) continue;
    const range = { start: start + contentStart, end: start + contentStart + bare.length };
    const number = han === undefined ? 0 : ONE_TO_NINE.indexOf(han) + 1;
    const edit = { ...range, text: number > 1 ? `${number}.` : '附件：' };
    yield { ...range, fault: number > 0 ? 'label' : 'colon', edit, safe: false };
  }
}

/** Lines that go on numbering: 2.……. */
function numberedBehind(paragraphs: readonly Paragraph[], index: number): Paragraph[] {
  const found: Paragraph[] = [];
  for (let i = index + 1; i < paragraphs.length && NUMBERED.test(paragraphs[i]!.content); i++)
    found.push(paragraphs[i]!);
  return found;
}

function* faultsOf(
  paragraph: Paragraph,
  labelEnd: number,
  entries: readonly Paragraph[],
): Iterable<NoteMatch> {
  const { text, start: at, contentEnd } = paragraph;
  const name = text.slice(labelEnd, contentEnd);
  // 附件1：方案: the colon stands behind the number.
  if (!/[:：]/.test(text[labelEnd - 1]!)) {
    const colon = /^\d{1,2}[:：]/.exec(name.normalize('NFKC'));
    if (!colon) return;
    const alone = name.length === colon[0].length;
    const edit = alone
      ? { start: at + contentEnd - 1, end: at + contentEnd, text: '' }
      : { start: at + labelEnd, end: at + labelEnd + colon[0].length, text: `：${colon[0].slice(0, -1)}.` };
    yield {
      start: at + paragraph.contentStart,
      end: at + labelEnd + colon[0].length,
      fault: 'label',
      edit,
      safe: false,
    };
    return;
  }
  const han = HAN_MARK.exec(name);
  if (han) {
    const start = at + labelEnd + han[0].length - 2;
    const edit = { start, end: start + 2, text: `${ONE_TO_NINE.indexOf(han[1]!) + 1}.` };
    yield { start, end: start + 2, fault: 'mark', edit, safe: false };
  }
  const mark = /^[　 ]*(\d{1,2})([、．.])/.exec(name);
  // 附件：1.评分表　2.测评票: both on one line.
  if (mark && entries.length === 1 && !SECOND.test(name)) {
    const range = { start: at + labelEnd, end: at + labelEnd + mark[0].length };
    yield { ...range, fault: 'single', edit: { ...range, text: '' }, safe: false };
  } else if (mark && mark[2] === '、') {
    const point = at + labelEnd + mark[0].length;
    yield {
      start: point - 1,
      end: point,
      fault: 'mark',
      edit: { start: point - 1, end: point, text: '.' },
      safe: true,
    };
  }
  for (const entry of entries) {
    const bare = entry === paragraph ? name : entry.content;
    const titled = TITLED.exec(bare);
    if (titled) {
      const start = entry.start + entry.contentEnd - titled[1]!.length;
      const end = start + titled[1]!.length;
      const edit = { start, end, text: titled[1]!.slice(1, -1) };
      yield { start, end, fault: 'marks', edit, safe: false, severity: 'info' };
    }
    // A clause with a full stop in it is no name.
    if (!/[；;，。]$/.test(entry.content) || /[。；]./.test(entry.content)) continue;
    const end = entry.start + entry.contentEnd;
    yield { start: end - 1, end, fault: 'end', edit: { start: end - 1, end, text: '' }, safe: true };
  }
}
