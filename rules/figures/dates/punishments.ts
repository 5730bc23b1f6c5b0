/** Judges when somebody was punished against what it was for: 2023年5月至8月违规收受礼金，2022年11月受到党内警告处分. Offsets are relative to the paragraph. */
import type { Paragraph } from '../../../engine/paragraph.ts';
import { type CalendarDate, dates } from '../../../language/dates/dates.ts';
import { boundAfter, boundBefore, CLAUSE_STOPS, STATEMENT_STOPS } from '../../../language/text/bounds.ts';
import { anyOf } from '../../../language/text/pattern.ts';
import type { DateFault } from './faults.ts';

/** 2022年11月|，张某受到党内警告处分 */
const PENALTY = anyOf('处分 警告 记过 撤职 开除 降级 诫勉 罚款 行政拘留');
const PUNISHED = new RegExp(
  String.raw`^(?!前|[以之]前)[，,]?[^。；，\d]{0,16}(?:受到?|被?给予)(?!的)[^。；，\d]{0,12}${PENALTY}`,
);
const PUNISHES = ['受', '给予'];
/** What is held against somebody. */
const MISDEED = new RegExp(
  anyOf(
    '违规 违反 违纪 违法 收受 收取 挪用 侵占 套取 骗取 虚报 借机 操办 敛财 公款 酒后 失职 渎职 擅自 私设 瞒报 谎报 贪污 受贿',
  ),
);
/** What somebody had been punished for before. */
const EARLIER = /此前|之前|曾|另因|还因|前科|再次|仍/;
const CLAUSE = 60;
const STATEMENT = 80;

export function punishmentFaults(paragraph: Paragraph, found: DateFault[]): void {
  const { text } = paragraph;
  const list = paragraph.fact(dates);
  if (list.length < 2 || !PUNISHES.some((word) => text.includes(word))) return;
  let act: CalendarDate | undefined;
  for (const date of list) {
    if (!date.year || !date.month || date.lunar) continue;
    const next = list.find(({ start, year }) => start > date.start && year);
    const until = Math.min(next?.start ?? Infinity, boundAfter(text, date.end, STATEMENT_STOPS, STATEMENT));
    const said = text.slice(boundBefore(text, date.start, CLAUSE_STOPS, CLAUSE), until);
    const isPunished = PUNISHED.test(text.slice(date.end, date.end + CLAUSE));
    if (!isPunished && MISDEED.test(said)) act = date;
    if (!isPunished || !act || EARLIER.test(said) || monthOf(date) >= monthOf(act)) continue;
    const { start } = date;
    found.push({
      kind: 'punished-early',
      severity: 'warning',
      start,
      end: date.end,
      act: { start: act.start, end: act.end },
    });
  }
}

const monthOf = ({ year, month }: CalendarDate) => year!.value * 12 + month!.value;
