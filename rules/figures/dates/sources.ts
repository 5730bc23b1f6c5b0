/** What a date of the document is held against elsewhere in it: as data, and in words. */
import type { Evidence, Range } from '../../../engine/finding.ts';
import type { DocumentDate } from '../../../language/dates/document-date.ts';

/** The document's own date, as far as it is written out. */
export interface OwnDate extends DocumentDate {
  readonly kind: 'own-date';
}

/** A year and what it is said of: 2025年度|工作要点. */
interface YearOf extends Range {
  readonly year: number;
  readonly of: string;
}

/** Where in the document (absolute) another statement stands, and what it says. `text` is as written there. */
export type Source =
  | OwnDate
  /** 9:00—9:30: the item above it on an agenda. */
  | (Range & { readonly kind: 'item-above'; readonly text: string })
  /** （4月1日至30日）: the stage before it. */
  | (Range & { readonly kind: 'stage-before'; readonly text: string })
  /** 3月5日, for which the meeting is called. */
  | (Range & { readonly kind: 'meeting'; readonly text: string })
  /** 3月18日, behind 时间：. */
  | (Range & { readonly kind: 'labelled-day'; readonly text: string })
  /** 9月18日（星期四）: a day told elsewhere with its weekday. */
  | (Range & { readonly kind: 'weekday-told'; readonly text: string })
  /** 3月7日: the last day of the step before. */
  | (Range & { readonly kind: 'step-before'; readonly text: string })
  /** 第八次: the session in the title. */
  | (Range & { readonly kind: 'title-session'; readonly text: string })
  /** 去年（2022年）, as is said in 2023. */
  | (Range & { readonly kind: 'said-before'; readonly text: string; readonly year: number })
  /** The year in which the document was written. */
  | (Range & { readonly kind: 'written'; readonly year: number })
  /** 2005年建校: the event of which years are counted. */
  | (YearOf & { readonly kind: 'founding' })
  /** The year of the title, or of the part of the document that the place is in. */
  | (YearOf & { readonly kind: 'title-year' | 'part-year' })
  /** The part before, which sums up that year. */
  | (YearOf & { readonly kind: 'review-above' });

/** The year of the document's own date, as far as a year is held against it. */
export function writtenIn({ start, end, year }: DocumentDate): Source & { readonly kind: 'written' } {
  return { kind: 'written', start, end, year };
}

/** The document's own date, where a day is held against it. */
export function ownDate(written: DocumentDate): OwnDate {
  return { kind: 'own-date', ...written };
}

/** As evidence, and as the part of a message that gives the reason. */
export function saySource(source: Source): string {
  switch (source.kind) {
    case 'own-date':
      return `${OWN_DATES[source.place]}是${writeOwnDate(source)}`;
    case 'item-above':
      return `前一项：${source.text}`;
    case 'stage-before':
      return `前一阶段：${source.text}`;
    case 'meeting':
      return `会议定于${source.text}`;
    case 'labelled-day':
      return `前文时间作“${source.text}”`;
    case 'weekday-told':
      return `文中有“${source.text}”`;
    case 'step-before':
      return `前一步到${source.text}才结束`;
    case 'title-session':
      return `标题作“${source.text}”`;
    case 'said-before':
      return `前文“${source.text}”是${source.year}年的说法`;
    case 'written':
      return `本文写于${source.year}年`;
    case 'founding':
      return `文中称${source.year}年${source.of}`;
    case 'title-year':
      return `标题是${source.year}年${source.of}`;
    case 'part-year':
      return `所在部分是${source.year}年${source.of}`;
    case 'review-above':
      return `上文已是${source.year}年${source.of}，下一部分通常是${source.year + 1}年的`;
  }
}

/** 成文日期2026年3月5日: as a part of another sentence. */
export function nameOwnDate(source: OwnDate): string {
  return OWN_DATES[source.place] + writeOwnDate(source);
}

export function sourceEvidence(source: Source): Evidence {
  return { start: source.start, end: source.end, message: saySource(source) };
}

const OWN_DATES = { opening: '题注日期', signing: '成文日期' };

function writeOwnDate({ year, month, day }: OwnDate): string {
  return `${year}年${month === undefined ? '' : `${month}月`}${day === undefined ? '' : `${day}日`}`;
}
