import type { Paragraph } from '../../engine/paragraph.ts';
import { defineParagraphRule } from '../../engine/rule.ts';
import { Characters, ShortList } from '../../language/text/characters.ts';
import { writeHanCount } from '../../language/text/numerals.ts';
import { isHan } from '../../language/text/scan.ts';
import { type CountedList, countedLists, type Tie, type Verdict, verdict } from './lists/counted.ts';
import { fixedUses, isListing } from './lists/fixed.ts';

interface EnumerationMatch {
  readonly start: number;
  readonly end: number;
  readonly severity?: 'warning';
  readonly counted: CountedList;
  readonly verdict: Verdict;
}

/** Without 等, a colon or brackets only the order of words ties the list to the number. */
const LOOSE: ReadonlySet<Tie> = new Set<Tie>(['apposition', 'paired', 'ones', 'acts', 'numbers']);

/** 铁人三项, 现代五项: contests that are called by a number. */
const CONTESTS = new ShortList(['铁人', '现代五', '北欧两', '冬季两']);

/** A number and the list it counts do not agree: 甲、乙、丙四个单位. */
export const enumeration = defineParagraphRule<EnumerationMatch>({
  id: 'figures/enumeration',
  awaitsMore: true,
  severity: 'error',

  reads: countedLists,
  *find(paragraph) {
    for (const counted of paragraph.fact(countedLists)) {
      const found = verdict(counted, paragraph.text);
      if (found !== 'fewer' && found !== 'more') continue;
      if (isFixed(paragraph, counted)) continue;
      const loose = LOOSE.has(counted.tie);
      const { start, end } = counted.stated;
      // 低保、特困人员与残疾人两项补贴和救助水平: the list goes on behind the number, which is in the name of one of its members.
      if (counted.tie === 'apposition' && GOES_ON.test(paragraph.text.slice(end, end + 2))) continue;
      if (CONTESTS.isAt(paragraph.text, start - 2)) continue;
      const { list } = counted;
      if (countsLastOnly(paragraph.text, counted)) continue;
      if (isActedOn(paragraph.text.slice(list.start, list.end))) continue;
      if (counted.tie === 'apposition' && isOfOthers(paragraph.text.slice(list.start, list.end))) continue;
      yield { start, end, counted, verdict: found, ...(loose ? { severity: 'warning' } : {}) };
    }
  },

  explain({ counted, verdict: found }, paragraph) {
    const { list, tie, count } = counted;
    const stated = paragraph.text.slice(counted.stated.start, counted.stated.end);
    const listed = list.min === list.max ? `${list.min}` : `${list.min}—${list.max}`;
    const members = list.items.map((item) => brief(paragraph.text.slice(item.start, item.end))).join('、');
    const message =
      tie === 'paired'
        ? `“分别”之前列有 ${listed} 项，之后${found === 'more' ? '只有' : '却有'} ${count} 个数（${stated}），前后不等`
        : list.open
          ? `称“${stated}”，“等”字之前已列出 ${listed} 项（${members}）`
          : `称“${stated}”，${tie === 'apposition' || tie === 'summed' ? '其前' : '其后'}列出 ${listed} 项（${members}）`;
    return { message, evidence: [{ start: list.start, end: list.end, message: `列出 ${listed} 项` }] };
  },

  fix({ counted }) {
    const { figure, list } = counted;
    // What is missing from the list only the writer knows; the number can follow the list.
    if (!figure || list.open) return [];
    const counts = list.min === list.max ? [list.min] : [list.min, list.max];
    return counts.map((n) => {
      const text = figure.han ? writeHanCount(n) : String(n);
      return { title: `改为“${text}${figure.unit}”`, edits: [{ ...figure.digits, text }], safe: false };
    });
  },
});

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
