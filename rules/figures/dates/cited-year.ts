/**
 * Judges the notices that a text says it follows: 根据《关于开好2024年度民主生活会的通知》 under the title 2025年度民主生活会方案. What is called for every
 * year is called for anew. Offsets are relative to the paragraph.
 */
import type { Document } from '../../../engine/document.ts';
import { defineFact } from '../../../engine/facts.ts';
import type { Range } from '../../../engine/finding.ts';
import { dates } from '../../../language/dates/dates.ts';
import { boundBefore, SENTENCE_STOPS } from '../../../language/text/bounds.ts';
import { anyOf } from '../../../language/text/pattern.ts';
import type { Placed } from './faults.ts';
import { titled, titleSource } from './title-year.ts';

/** 根据县委|《关于开好|2024年 */
const FOLLOWS = new RegExp(
  `(?:根据|按照|依据|遵照)[^。；》]{0,24}《关于(?:认真|切实|扎实)?${anyOf('开好 做好 开展 组织 召开 申报 报送 举办 编报 填报')}[^。；》]{0,8}$`,
);
/** 年度|县以上党和国家机关党员领导干部民主生活会|的通知》 */
const CALLED = /^年度?(?<of>[^。；》\d]{4,40})的(?:预备)?通知》/;
const REACH = 60;

interface Cited extends Range {
  readonly year: number;
  /** What the notice calls for. */
  readonly of: string;
}

const citedYears = defineFact<readonly Cited[]>(
  'years of notices followed',
  { facts: [dates] },
  (paragraph) => {
    const { text } = paragraph;
    return paragraph.fact(dates).flatMap(({ year, month }): Cited[] => {
      if (!year || month) return [];
      const { start, end, value } = year;
      const of = CALLED.exec(text.slice(end, end + REACH))?.groups?.of;
      const from = boundBefore(text, start, SENTENCE_STOPS, REACH);
      return of !== undefined && FOLLOWS.test(text.slice(from, start))
        ? [{ start, end, year: value, of }]
        : [];
    });
  },
);

/** So many characters of what the title is about must be those of what was called for. */
const SAME = 4;
/** What is said of any matter. */
const GENERAL = new RegExp(anyOf('工作 方案 通知 有关 事项 情况 报告 实施 材料 计划'));

/** A notice of the year before for what the title has of its own. */
export function* citedYearFaults(document: Document): Generator<Placed> {
  const paragraphs = document.paragraphsWith(citedYears);
  const found = paragraphs.length === 0 ? undefined : titled(document);
  if (!found) return;
  const { title, own } = found;
  for (const paragraph of paragraphs)
    for (const { start, end, year, of } of paragraph.fact(citedYears)) {
      const same = commonPart(own.of, of);
      if (year !== own.year - 1 || same === undefined) continue;
      const source = titleSource(title, own, same);
      const fault = {
        kind: 'title-year',
        severity: 'warning',
        start,
        end,
        year,
        right: own.year,
        source,
      } as const;
      yield { paragraph, fault };
    }
}

/** The first words of one's matter that the other has too. */
function commonPart(own: string, other: string): string | undefined {
  for (let i = 0; i + SAME <= own.length; i++) {
    const part = own.slice(i, i + SAME);
    if (!GENERAL.test(part) && other.includes(part)) return part;
  }
  return undefined;
}
