import { cutsCharacter } from '../../engine/characters.ts';
import type { Document } from '../../engine/document.ts';
import type { Range } from '../../engine/finding.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import { labelledLine, official } from '../../language/layout/official.ts';

interface CopyMatch extends Match {
  readonly fault: 'end' | 'repeated' | 'downward' | 'label' | 'colon' | 'order' | 'printed' | 'mark';
  readonly organ?: string;
  /** The line of the printer that stands above. */
  readonly printed?: Range;
}

/** 版记: who gets a copy, with a full stop at the end, nobody to whom the document is addressed already; below it who printed it, and when. */
export const copies = defineDocumentRule<CopyMatch>({
  id: 'format/copies',
  severity: 'warning',
  kinds: { speech: 'off', report: 'off', law: 'off', general: 'off' },
  basis: 'GB/T 9704—2012 7.4.2',

  *find(document) {
    for (const paragraph of document.paragraphsWith(labelledLine)) {
      const { label, end } = paragraph.fact(labelledLine)[0]!;
      if (label !== 'copy') continue;
      yield* organsOf(document, paragraph, end);
      yield* labelOf(paragraph, end);
      yield* printedAround(document, paragraph);
    }
  },

  explain({ fault, organ, printed }) {
    switch (fault) {
      case 'end':
        return { message: '抄送机关的最后一个之后用句号' };
      case 'repeated':
        return { message: `“${organ}”已是主送机关，不再抄送` };
      case 'downward':
        return {
          message: `“${organ}”是下级机关：请示、报告不得抄送下级机关`,
          basis: '《党政机关公文处理工作条例》第十五条（一）',
        };
      case 'label':
        return {
          message: `“${organ}”已不用：对上级、平级、下级机关都用“抄送”`,
          basis: '《党政机关公文处理工作条例》第九条（十六）',
        };
      case 'colon':
        return { message: '“抄送”之后用全角冒号' };
      case 'mark':
        return { message: '印发日期之后不加标点', basis: 'GB/T 9704—2012 7.4.3' };
      case 'order':
        return {
          message: '版记里抄送机关在上，印发机关和印发日期在下',
          basis: 'GB/T 9704—2012 7.4.2、7.4.3',
          evidence: [{ ...printed!, message: '印发机关和印发日期' }],
        };
      case 'printed':
        return { message: '印发日期之后加“印发”二字', basis: 'GB/T 9704—2012 7.4.3' };
    }
  },

  fix: ({ fault, start, end }, document) => {
    if (fault === 'label')
      return [{ title: '改为“抄送”', edits: [{ start, end, text: '抄送' }], safe: false }];
    if (fault === 'colon') return [{ title: '改为冒号', edits: [{ start, end, text: '：' }], safe: true }];
    if (fault === 'mark') return [{ title: '删去标点', edits: [{ start, end, text: '' }], safe: true }];
    if (fault === 'printed')
      return [{ title: '加“印发”', edits: [{ start: end, end, text: '印发' }], safe: false }];
    if (fault !== 'end') return [];
    const replaced = /[，、；,;.]/.test(document.slice(end - 1, end));
    return [{ title: '加句号', edits: [{ start: replaced ? end - 1 : end, end, text: '。' }], safe: true }];
  },
});

/** Organs that get a copy and should not, and the list without its full stop. */
function* organsOf(document: Document, paragraph: Paragraph, end: number): Iterable<CopyMatch> {
  const { addressees, genre, titleText } = document.model(official);
  const addressed = new Set(organs(addressees?.content ?? ''));
  const ofCounty = COUNTY.test(titleText);
  const goesUp = genre === '请示' || genre === '报告';
  const { text, start, contentEnd } = paragraph;
  const faultOf = (organ: string) => {
    if (addressed.has(organ)) return 'repeated';
    return goesUp && (BELOW.test(organ) || (ofCounty && OF_TOWN.test(organ))) ? 'downward' : undefined;
  };
  for (const organ of organs(text.slice(end, contentEnd))) {
    const fault = faultOf(organ);
    const at = start + text.indexOf(organ, end);
    if (fault) yield { start: at, end: at + organ.length, fault, organ };
  }
  const next = document.paragraphs[paragraph.index + 1];
  // A list that runs over lines ends on a later one.
  const goesOn = next !== undefined && !next.blank && /^[　 ]{3,}/.test(next.source);
  const last = contentEnd - (cutsCharacter(text, contentEnd - 1) ? 2 : 1);
  if (text[last] !== '。' && !goesOn && contentEnd > end)
    yield { start: start + last, end: start + contentEnd, fault: 'end' };
}

/** 抄报：, 抄发：: until 2012 what went up was labelled otherwise than what went down. */
function* labelOf({ text, start, contentStart }: Paragraph, end: number): Iterable<CopyMatch> {
  const label = text.slice(contentStart, end - 1);
  const colon = start + end - 1;
  if (text[end - 1] === '；' || text[end - 1] === ';') yield { start: colon, end: colon + 1, fault: 'colon' };
  if (label.endsWith('送')) return;
  yield { start: start + contentStart, end: colon, fault: 'label', organ: label };
}

/** 青河县人民政府办公室　2026年5月8日印发. */
const PRINTED = /\d日印发$/;
const MARKED = /\d日印发[。；，]$/;
/** The same without its last two characters. */
const BARE = /^[\u4e00-\u9fff]{4,24}[\s　]{1,40}(?:19|20)\d\d年\d{1,2}月\d{1,2}日$/;

/** The line of the printer where it stands above the copies, or lacks its last word below them. */
function* printedAround(document: Document, paragraph: Paragraph): Iterable<CopyMatch> {
  const { start, contentStart, contentEnd } = paragraph;
  const above = document.lineBefore(paragraph);
  if (above && PRINTED.test(above.content)) {
    const printed = { start: above.start + above.contentStart, end: above.start + above.contentEnd };
    yield { start: start + contentStart, end: start + contentEnd, fault: 'order', printed };
  }
  const below = document.lineBehind(paragraph);
  const behind = below ? below.start + below.contentEnd : 0;
  if (below && MARKED.test(below.content)) yield { start: behind - 1, end: behind, fault: 'mark' };
  if (below && BARE.test(below.content))
    yield { start: below.start + below.contentStart, end: below.start + below.contentEnd, fault: 'printed' };
}

/** 各乡镇人民政府, 局属各单位: below whoever writes to them. */
const BELOW = /^(?:各(?:乡镇|镇|乡|街道|村|科室|股室|站所|学校|中小学|基层|下属|直属)|[局委厅校院]属)/;

/** 双桥镇水管站: of a town, below who writes for a county or a city. */
const OF_TOWN = /^[^省市县区]{2,4}[乡镇](?:人民政府|政府|党委|[^市县区]{2,6}[站所])$/;
const COUNTY = /^[^关]{2,5}[市县区旗](?!.{0,4}[乡镇街])/;

/** The organs of a list; what brackets add to one is cut off with them. */
function organs(list: string): string[] {
  return list.split(/[、，,；;。：:（）\s]/).filter((name) => name.length > 1);
}
