/**
 * Judges what a text tells as done on a day after its own date: 2026年5月11日至15日，考察组赴外地进行了学习考察, signed on 8 May 2026. Offsets are
 * relative to the paragraph.
 */
import type { Document } from '../../../engine/document.ts';
import { defineFact } from '../../../engine/facts.ts';
import { dayNumber } from '../../../language/dates/calendar.ts';
import { type CalendarDate, dates } from '../../../language/dates/dates.ts';
import { documentDate } from '../../../language/dates/document-date.ts';
import { boundAfter, boundBefore, STATEMENT_STOPS } from '../../../language/text/bounds.ts';
import { anyOf } from '../../../language/text/pattern.ts';
import type { Placed } from './faults.ts';
import { ownDate } from './sources.ts';

const DONE = new RegExp(
  `${anyOf('召开 举行 举办 进行 开展 组织 参加 印发 下发 完成 通过 发布 听取 考察 走访 受理')}了|先后|(?:圆满|顺利|如期|隆重)${anyOf('召开 举行 完成 结束 闭幕 开幕')}`,
);
/** What is still to come, or would be. */
const TO_COME = /[将拟请须应要若如]|计划|预计|定于|届时|[日前]前|以前|截[至止]|期限|之日/;
const STATEMENT = 140;

const doneDays = defineFact<readonly CalendarDate[]>(
  'days on which things were done',
  { facts: [dates] },
  (paragraph) => {
    const { text } = paragraph;
    return paragraph.fact(dates).filter(({ year, month, day, lunar, start, end }) => {
      if (!year || !month || !day || lunar) return false;
      const from = boundBefore(text, start, STATEMENT_STOPS, STATEMENT);
      const said = text.slice(from, boundAfter(text, end, STATEMENT_STOPS, STATEMENT));
      return DONE.test(text.slice(end, from + said.length)) && !TO_COME.test(said);
    });
  },
);

/** One for each such day that the document's own date, written out, comes before. */
export function* toldLaterFaults(document: Document): Generator<Placed> {
  const paragraphs = document.paragraphsWith(doneDays);
  if (paragraphs.length === 0) return;
  const written = document.model(documentDate);
  if (!written?.month || !written.day) return;
  const own = dayNumber(written.year, written.month, written.day);
  for (const paragraph of paragraphs)
    for (const { year, month, day, start, end } of paragraph.fact(doneDays)) {
      if (dayNumber(year!.value, month!.value, day!.value) <= own) continue;
      const source = ownDate(written);
      yield { paragraph, fault: { kind: 'told-later', severity: 'warning', start, end, source } };
    }
}
