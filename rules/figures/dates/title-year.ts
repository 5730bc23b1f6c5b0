/**
 * Years that a reworked draft has kept beside the very words of its title: 关于做好2025年春季防火工作的通知 over 为做好2024年春季防火工作.
 * Offsets are relative to the paragraph.
 */
import type { Document } from '../../../engine/document.ts';
import { defineFact } from '../../../engine/facts.ts';
import type { Range } from '../../../engine/finding.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { dates } from '../../../language/dates/dates.ts';
import { layout } from '../../../language/layout/layout.ts';
import { commonStart } from '../../../language/text/characters.ts';
import type { Placed } from './faults.ts';
import type { Source } from './sources.ts';

export interface SubjectYear extends Range {
  readonly year: number;
  /** What the year is of: 春季防火工作…. */
  readonly of: string;
  /** Whether that is a name in quotation marks: “质量月”. */
  readonly quoted: boolean;
  readonly isHeading: boolean;
}

/** Longest heading, and longest title line. */
const HEADING = 42;
const PHRASE = 16;
/** So far into a paragraph it may say what the document is about. */
const OPENING = 36;
/** 为切实做好|2024年…, 现就|2024年…: what the document is about, at the head of a paragraph. */
const PURPOSE = /^[^。；]{0,18}(?:为|关于|现就|现将|就)[^，。；]{0,14}$/;
/** 2025年元旦春节|将至. */
const COMES = /^年[^，。；]{2,14}(?:将至|来临|即将到来|临近|在即|将到)/;

/** 经研究，决定举办|2024年…, 定于1月8日召开|2025年…: what the document announces. */
const HOLDS = new RegExp(
  [
    '(?:决定|定于|拟于|将于|现定|计划|拟)[^，。；]{0,20}(?:举办|召开|举行|组织开展|开展|组织|评选|命名|表彰)$',
    // 决定授予王芳等30名同志|“2024年度优秀教师”称号
    '|(?:授予|命名|认定)[^，。；]{0,30}“$',
  ].join(''),
);

/** 今天，我们在这里召开|2025年度安全生产工作会议 */
const OPENS = /今[天日][^。；]{0,20}(?:召开|举行|举办)(?:全[省市县区镇乡局校院])?$/;

/** 年|“质量月”|活动, 年度|春季防火 */
const OF = /^年度?(?:“(?=[^“”]*(?<quoted>”)))?(?<of>[\u4e00-\u9fff]{2,16})/;

/** Years whose matter the document may be about. */
const subjectYears = defineFact<readonly SubjectYear[]>('subject years', { facts: [dates] }, (paragraph) => {
  const { text, contentStart, contentEnd } = paragraph;
  if (paragraph.role === 'table') return [];
  const isHeading = contentEnd - contentStart <= HEADING && !/[。；，：]/.test(paragraph.content);
  const found: SubjectYear[] = [];
  for (const { year, month, numeric } of paragraph.fact(dates)) {
    if (!year || month || numeric) continue;
    const before = text.slice(Math.max(contentStart, year.start - OPENING), year.start);
    const opens = year.start - contentStart <= OPENING && PURPOSE.test(before);
    const holds = HOLDS.test(before) || OPENS.test(before);
    if (!isHeading && !opens && !holds && !COMES.test(text.slice(year.end, year.end + 22))) continue;
    const named = OF.exec(text.slice(year.end, year.end + PHRASE + 4))?.groups;
    if (!named) continue;
    const { start, end, value } = year;
    found.push({ start, end, year: value, of: named.of!, quoted: named.quoted !== undefined, isHeading });
  }
  return found;
});

/** The title is looked for among so many lines where nothing shows it. */
const FIRST_LINES = 3;

/** The title, where it names one year, and that year. */
export function titled(
  document: Document,
): { readonly title: Paragraph; readonly own: SubjectYear } | undefined {
  const title =
    document.model(layout).title ??
    document
      .paragraphsWith(subjectYears)
      .find((p) => p.index < FIRST_LINES && p.fact(subjectYears)[0]!.isHeading);
  if (title?.fact(dates).filter(({ year }) => year).length !== 1) return undefined;
  const own = title.fact(subjectYears)[0];
  return own && { title, own };
}

/** So many characters of the title's matter must come again: fewer are said of every year (工作, 重点工作). */
const SAME = 4;
const SAME_IN_HEADING = 6;
/** 2026年部门预算|公开: that it is published is no matter of the title's. */
const PUBLISHED = /(?:信息)?公开(?:说明|情况说明)?$/;
/** 2025年部门预算|执行情况: of the year before in a budget. */
const CARRIED_OUT = /^(?:执行|完成)/;

/** How many characters of the title's matter come again with another year; none where too few do, or what comes again is no matter. */
function sameMatter(own: SubjectYear, { of, quoted, isHeading }: SubjectYear): number {
  if (of.startsWith('工作')) return 0;
  const same = commonStart(of, own.of);
  if (isHeading) {
    const least = Math.min(SAME_IN_HEADING, Math.max(SAME, own.of.replace(PUBLISHED, '').length));
    return same < least || CARRIED_OUT.test(of.slice(same)) ? 0 : same;
  }
  // “质量月”: a name may be shorter.
  return same >= SAME || (quoted && own.quoted && of === own.of) ? same : 0;
}

export function* titleYearFaults(document: Document): Generator<Placed> {
  if (document.paragraphsWith(subjectYears).length < 2) return;
  const found = titled(document);
  if (!found) return;
  const { title, own } = found;
  for (const paragraph of document.paragraphsWith(subjectYears)) {
    if (paragraph.index <= title.index) continue;
    for (const said of paragraph.fact(subjectYears)) {
      const { start, end, year } = said;
      const same = year === own.year ? 0 : sameMatter(own, said);
      if (same === 0) continue;
      const source = titleSource(title, own, own.of.slice(0, same));
      yield {
        paragraph,
        fault: { kind: 'title-year', severity: 'warning', start, end, year, right: own.year, source },
      };
    }
  }
}

/** The year of the title as what another place is held against. */
export function titleSource({ start }: Paragraph, own: SubjectYear, of: string): Source {
  return { kind: 'title-year', start: start + own.start, end: start + own.end, year: own.year, of };
}
