/**
 * Years that a settlement of accounts has kept from the one it was made of: 2024年部门决算公开 over 2023年度收入总计860万元. Its title is
 * looked for among the first lines, whatever it looks like.
 */
import type { Document } from '../../../engine/document.ts';
import { dates } from '../../../language/dates/dates.ts';
import { anyOf } from '../../../language/text/pattern.ts';
import type { Placed } from './faults.ts';
import type { Source } from './sources.ts';

const FIRST_LINES = 4;
/** 2024年|部门决算公开. */
const ACCOUNTS = /^年度?(?<of>[\u4e00-\u9fff（）]{0,12}决算[\u4e00-\u9fff]{0,8})$/;
/** 2023年度|收入总计: what the accounts tell of their own year. */
const TOLD = new RegExp(
  `^年度?[^，。；、]{0,12}?${anyOf('收入 支出 收、?支 财政拨款 一般公共预算 政府性基金 “三公” 机关运行 政府采购')}[^，。；]{0,16}?${anyOf('总计 合计 决算 为 共')}`,
);
/** A year stands at the head of its paragraph behind so much at most. */
const MARK = 6;

export function* accountYearFaults(document: Document): Generator<Placed> {
  const head = document.paragraphsWith(dates).find((p) => p.index < FIRST_LINES);
  const years = head?.fact(dates).flatMap(({ year, month }) => (year && !month ? [year] : [])) ?? [];
  const [own] = years;
  if (!head || !own || years.length > 1) return;
  const of = ACCOUNTS.exec(head.text.slice(own.end, head.contentEnd))?.groups?.of;
  if (of === undefined) return;
  const source: Source = {
    kind: 'title-year',
    start: head.start + own.start,
    end: head.start + own.end,
    year: own.value,
    of,
  };
  for (const paragraph of document.paragraphsWith(dates)) {
    const { year, month } = paragraph.fact(dates)[0]!;
    if (paragraph.index <= head.index || !year || month || year.value === own.value) continue;
    if (year.start - paragraph.contentStart > MARK) continue;
    const { text, contentEnd } = paragraph;
    if (!TOLD.test(text.slice(year.end, contentEnd)) || text.includes(`${own.value}`)) continue;
    const { start, end, value } = year;
    yield {
      paragraph,
      fault: { kind: 'title-year', severity: 'warning', start, end, year: value, right: own.value, source },
    };
  }
}
