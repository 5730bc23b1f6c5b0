import type { Document } from '../../engine/document.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { defineDocumentRule } from '../../engine/rule.ts';
import { breaksOff, goesOnAbove } from '../../language/layout/broken-lines.ts';
import { Characters, ShortList } from '../../language/text/characters.ts';
import { writeHanCount } from '../../language/text/numerals.ts';
import { isHan } from '../../language/text/scan.ts';
import { type CountedList, countedLists, type Tie, type Verdict, verdict } from './lists/counted.ts';
import { fixedUses, isListing } from './lists/fixed.ts';

interface EnumerationMatch {
  readonly start: number;
  readonly end: number;
  readonly severity?: 'warning';
  readonly paragraph: Paragraph;
  /** Its offsets are those of the paragraph. */
  readonly counted: CountedList;
  readonly verdict: Verdict;
}

/** Without 等, a colon or brackets only the order of words ties the list to the number. */
const LOOSE: ReadonlySet<Tie> = new Set<Tie>(['apposition', 'paired', 'ones', 'acts', 'numbers']);

/** 铁人三项, 现代五项: contests that are called by a number. */
const CONTESTS = new ShortList(['铁人', '现代五', '北欧两', '冬季两']);

/** A number and the list it counts do not agree: 甲、乙、丙四个单位. */
export const enumeration = defineDocumentRule<EnumerationMatch>({
  id: 'figures/enumeration',
  awaitsMore: true,
  severity: 'error',

  *find(document) {
    for (const paragraph of document.paragraphsWith(countedLists))
      for (const counted of paragraph.fact(countedLists)) {
        const found = verdict(counted, paragraph.text);
        if (found !== 'fewer' && found !== 'more') continue;
        if (isElse(paragraph, counted) || isTorn(document, paragraph, counted)) continue;
        const start = paragraph.start + counted.stated.start;
        const end = paragraph.start + counted.stated.end;
        const loose = LOOSE.has(counted.tie);
        yield { start, end, paragraph, counted, verdict: found, ...(loose ? { severity: 'warning' } : {}) };
      }
  },

  explain({ counted, verdict: found, paragraph }) {
    const { list, tie, count } = counted;
    const from = paragraph.start;
    const stated = paragraph.text.slice(counted.stated.start, counted.stated.end);
    const listed = list.min === list.max ? `${list.min}` : `${list.min}—${list.max}`;
    const members = list.items.map((item) => brief(paragraph.text.slice(item.start, item.end))).join('、');
    const message =
      tie === 'paired'
        ? `“分别”之前列有 ${listed} 项，之后${found === 'more' ? '只有' : '却有'} ${count} 个数（${stated}），前后不等`
        : list.open
          ? `称“${stated}”，“等”字之前已列出 ${listed} 项（${members}）`
          : `称“${stated}”，${tie === 'apposition' || tie === 'summed' ? '其前' : '其后'}列出 ${listed} 项（${members}）`;
    return {
      message,
      evidence: [{ start: from + list.start, end: from + list.end, message: `列出 ${listed} 项` }],
    };
  },

  fix({ counted, paragraph }) {
    const { figure, list } = counted;
    // What is missing from the list only the writer knows; the number can follow the list.
    if (!figure || list.open) return [];
    const from = paragraph.start;
    const { digits } = figure;
    const counts = list.min === list.max ? [list.min] : [list.min, list.max];
    return counts.map((n) => {
      const text = figure.han ? writeHanCount(n) : String(n);
      return {
        title: `改为“${text}${figure.unit}”`,
        edits: [{ start: from + digits.start, end: from + digits.end, text }],
        safe: false,
      };
    });
  },
});

/** Whether the number counts no list, or the list is of something else. */
function isElse(paragraph: Paragraph, counted: CountedList): boolean {
  const { text } = paragraph;
  const { start, end } = counted.stated;
  if (isFixed(paragraph, counted)) return true;
  // 低保、特困人员与残疾人两项补贴和救助水平: the list goes on behind the number, which is in the name of one of its members.
  if (counted.tie === 'apposition' && GOES_ON.test(text.slice(end, end + 2))) return true;
  if (CONTESTS.isAt(text, start - 2) || countsLastOnly(text, counted)) return true;
  const list = text.slice(counted.list.start, counted.list.end);
  return isActedOn(list) || (counted.tie === 'apposition' && isOfOthers(list));
}

/** …智能家 ⏎ 电、手机分别增长8%、3%和2%: part of the list stands in the line above, or below. */
function isTorn(document: Document, paragraph: Paragraph, { list: { start, end } }: CountedList): boolean {
  const { contentStart, contentEnd } = paragraph;
  return (
    (start <= contentStart && goesOnAbove(document, paragraph)) ||
    (end >= contentEnd && breaksOff(document, paragraph))
  );
}

/** 身份证复印件、认定书、照片两张。: sheets are counted of what stands last. */
function countsLastOnly(text: string, { tie, stated: { end } }: CountedList): boolean {
  return tie === 'apposition' && SHEETS.at(text, end - 1) && !isHan(text.charCodeAt(end));
}
const SHEETS = new Characters('张份页册枚本');

/** 粤东、粤西地区|4个地市: regions, and what lies in them. */
const REGION = /地区$/;

/** 东部、西部地区4个地市; 逐库、逐堤、逐闸落实行政、技术、巡查三个责任人: how it is done stands before who does it. */
const isOfOthers = (list: string) => REGION.test(list) || list.includes('、逐');
/** 持刀、棍将甲、乙等两人打伤: the list begins behind the 将 that stands within a later member. */
const isActedOn = (list: string) => ACTED_ON.test(list);
const ACTED_ON = /、[^、将把]{1,8}[将把][^、]/;
const GOES_ON = /^(?:[和与及、]|以及)/;

/**
 * Whether the number is that of a fixed expression whose members stand beside it: figures/fixed-count knows them by name. The five of
 * a house's own 五大攻坚战 are not those of 三大攻坚战 for having one in common.
 */
function isFixed(paragraph: Paragraph, { stated }: CountedList): boolean {
  return paragraph
    .fact(fixedUses)
    .some(
      ({ start, end, named, lists }) =>
        stated.start < end &&
        start < stated.end &&
        lists.some(({ expression, list }) => expression === named || isListing(list, expression)),
    );
}

function brief(member: string): string {
  return member.length > 12 ? `${member.slice(0, 11)}…` : member;
}
