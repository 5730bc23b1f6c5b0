/** When a document was written or delivered, as its own layout says: the date below the title, or that of the signature. */
import type { Document } from '../../engine/document.ts';
import { defineFact, defineModel, sameFields } from '../../engine/facts.ts';
import type { Range } from '../../engine/finding.ts';
import { type CalendarDate, dates } from './dates.ts';

export interface DocumentDate extends Range {
  /** The range is absolute: UTF-16 units of the document. */
  readonly year: number;
  /** Undefined where it is still left open: 2026年　月　日, 2026年4月×日. */
  readonly month: number | undefined;
  readonly day: number | undefined;
  /** `opening`: below the title (题注), as speeches and reports bear it; `signing`: 成文日期 at the end. */
  readonly place: 'opening' | 'signing';
}

/** What is left open of a date, up to its 日: （2026年|　月　日|）, 2026年4月|××日|. */
const LEFT_OPEN = /^(?:[\s　]|[×xX＊*_＿〇○]){0,8}(?:月(?:[\s　]|[×xX＊*_＿〇○]){1,8})?日/;

/** A line that is a date and nothing else: （2021年3月5日）, （2026年3月12日，星期四）, 2026年4月　日, ——2021年3月5日在…会议上. */
const dateLine = defineFact<readonly CalendarDate[]>('date line', { facts: [dates] }, (paragraph) => {
  const text = paragraph.text;
  if (paragraph.contentEnd - paragraph.contentStart > LINE) return [];
  return paragraph.fact(dates).filter(({ year, month, day, start, end, weekday, lunar, numeric }) => {
    if (!year || lunar || numeric) return false;
    const before = text.slice(paragraph.contentStart, start);
    let after = text.slice(weekday?.end ?? end, paragraph.contentEnd);
    if (!day) {
      const open = LEFT_OPEN.exec(after);
      // 　日 behind 2026年 has lost its month.
      if (!open || open[0].includes('月') === (month !== undefined)) return false;
      after = after.slice(open[0].length);
    }
    return /^[（(—－\-\s]*$/.test(before) && /^(?:[)）\s]*$|(?:在|于)[^，。]*$)/.test(after);
  });
});

/** Longest such line: ——2021年3月5日在××市第十五届人民代表大会第一次会议上. */
const LINE = 60;
/** The date below the title stands among the first paragraphs, the signature among the last (attachments may follow). */
const OPENING = 15;
const SIGNING = 30;

/** Whether a line stands above the body: in a short letter the signature too is among the first lines, and copies follow it. */
function isOpening(document: Document, index: number): boolean {
  if (index >= OPENING) return false;
  for (let i = 0; i < index; i++) if (document.paragraphs[i]!.content.endsWith('。')) return false;
  return true;
}

export const documentDate = defineModel<DocumentDate | undefined>(
  'document date',
  (document) => {
    const lines = document.paragraphsWith(dateLine);
    const first = lines[0];
    const last = lines[lines.length - 1];
    const found =
      first && first.index + 2 < document.paragraphs.length && isOpening(document, first.index)
        ? ({ paragraph: first, place: 'opening' } as const)
        : last && last.index >= document.paragraphs.length - SIGNING
          ? ({ paragraph: last, place: 'signing' } as const)
          : undefined;
    if (!found) return undefined;
    const { paragraph, place } = found;
    const date = paragraph.fact(dateLine)[0]!;
    return {
      start: paragraph.start + date.start,
      end: paragraph.start + date.end,
      year: date.year!.value,
      month: date.month?.value,
      day: date.day?.value,
      place,
    };
  },
  sameFields,
);
