/**
 * Judges what a text tells as done after its own date: 2026年5月11日至15日，考察组赴外地进行了学习考察, signed on 8 May 2026;
 * 2026年2月召开的县人大会议期间, signed in 2025; 今年1至4月，共发生事故86起, signed on 10 April. Offsets are relative to the paragraph.
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
const TO_COME = /(?<!现)将|[拟请须应要若]|如(?!下)|计划|预计|定于|届时|[日前]前|以前|截[至止]|期限|之日/;
const STATEMENT = 140;
/** 2026年2月|召开的县人大会议期间: a meeting that is over. */
const HELD = new RegExp(
  `^(?:召开|举行|举办)的[^，。；]{2,24}(?:期间|上[，,]|(?:会议)?${anyOf('提出 明确 强调 审议 通过 作出 部署')}了?)`,
);

/** 为做好2026年3月召开的大会期间服务保障 */
const READIES = /为|迎接|筹备|保障|做好/;

const doneDays = defineFact<readonly CalendarDate[]>(
  'days on which things were done',
  { facts: [dates] },
  (paragraph) => {
    const { text } = paragraph;
    const list = paragraph.fact(dates);
    return list.filter(({ year, month, day, lunar, start, end }, i) => {
      if (!month || lunar || !(day || year)) return false;
      // A day of which the year is said before it, or may be any.
      if (!year && (i > 0 || start > paragraph.contentStart)) return false;
      const from = boundBefore(text, start, STATEMENT_STOPS, STATEMENT);
      const said = text.slice(from, boundAfter(text, end, STATEMENT_STOPS, STATEMENT));
      const told = text.slice(end, from + said.length);
      const isHeld = HELD.test(told) && !READIES.test(said);
      return ((day && DONE.test(told)) || isHeld) && !TO_COME.test(said);
    });
  },
);

/** 1至4月|，全市共发生…86起: what a period has come to. */
const CAME_TO = /^份?[，,][^。；]{0,30}?(?:共|累计|完成|实现|发生|受理|新增)[^。；]{0,24}?\d/;
const CAME_TO_REACH = 64;

/** The last months of periods that are summed up: 1至|4月|，共发生…. */
const summedMonths = defineFact<readonly CalendarDate[]>(
  'last months of what is summed up',
  { facts: [dates] },
  (paragraph) => {
    const { text } = paragraph;
    const list = paragraph.fact(dates);
    return list.flatMap(({ rangeTo, month, day, year, start, lunar }, i) => {
      const last = rangeTo === undefined ? undefined : list[rangeTo]!;
      if (!last?.month || !month || day || last.day || lunar) return [];
      const told = text.slice(last.end, last.end + CAME_TO_REACH);
      if (!CAME_TO.test(told)) return [];
      const from = boundBefore(text, start, STATEMENT_STOPS, STATEMENT);
      if (TO_COME.test(text.slice(from, boundAfter(text, last.end, STATEMENT_STOPS, STATEMENT)))) return [];
      // 2026年|1至6月
      const own = year ?? (list[i - 1]?.end === start ? list[i - 1]!.year : undefined);
      return own || text.slice(0, start).endsWith('今年') ? [{ ...last, start, year: last.year ?? own }] : [];
    });
  },
);

/** Before this day of its last month nobody sums up a period. */
const SUMMED_UP = 20;

/** A day without a year is of the document's own where it is no more than so many days off. */
const SOON = 45;

/** One for each such day that the document's own date, written out, comes before. */
export function* toldLaterFaults(document: Document): Generator<Placed> {
  const paragraphs = document.paragraphsWith(doneDays);
  const summing = document.paragraphsWith(summedMonths);
  if (paragraphs.length + summing.length === 0) return;
  const written = document.model(documentDate);
  if (!written?.month || !written.day) return;
  const own = dayNumber(written.year, written.month, written.day);
  for (const paragraph of summing)
    for (const { year, month, start, end } of paragraph.fact(summedMonths)) {
      if (dayNumber(year?.value ?? written.year, month!.value, SUMMED_UP) <= own) continue;
      yield {
        paragraph,
        fault: { kind: 'told-later', severity: 'warning', start, end, source: ownDate(written) },
      };
    }
  for (const paragraph of paragraphs)
    for (const { year, month, day, start, end } of paragraph.fact(doneDays)) {
      const late = dayNumber(year?.value ?? written.year, month!.value, day?.value ?? 1) - own;
      if (late <= 0 || (!year && late > SOON)) continue;
      const source = ownDate(written);
      yield { paragraph, fault: { kind: 'told-later', severity: 'warning', start, end, source } };
    }
}
