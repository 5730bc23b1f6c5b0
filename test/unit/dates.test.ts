/** The calendar, and how dates, meetings and the document's own date are read. */
import assert from 'node:assert/strict';
import {
  dayNumber,
  daysInMonth,
  isLeapYear,
  weekdayOf,
  writeWeekday,
} from '../../language/dates/calendar.ts';
import { type CalendarDate, dates } from '../../language/dates/dates.ts';
import { documentDate } from '../../language/dates/document-date.ts';
import { meetings } from '../../language/dates/meetings.ts';
import { testDocument } from '../support/linter.ts';

function paragraphOf(text: string) {
  return testDocument(text).paragraphs[0]!;
}

/** 2025-3-1 周六, ? for what is not said, → for the beginning of a range. */
function write(date: CalendarDate): string {
  const part = (p: { value: number } | undefined) => p?.value ?? '?';
  const weekday = date.weekday ? ` ${writeWeekday(date.weekday.value)}` : '';
  const marks = `${date.rangeTo === undefined ? '' : ' →'}${date.lunar ? ' 农历' : ''}`;
  return `${part(date.year)}-${part(date.month)}-${part(date.day)}${weekday}${marks}`;
}

describe('calendar', () => {
  it('agrees with the platform’s calendar on every day of two centuries', () => {
    let number = dayNumber(1900, 1, 1);
    for (let time = Date.UTC(1900, 0, 1); time < Date.UTC(2100, 0, 1); time += 86_400_000) {
      const day = new Date(time);
      const [y, m, d] = [day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()] as const;
      if (weekdayOf(y, m, d) !== day.getUTCDay() || dayNumber(y, m, d) !== number || d > daysInMonth(m, y)) {
        assert.fail(`${y}-${m}-${d}`);
      }
      number++;
    }
  });

  it('knows leap years and months that do not exist', () => {
    assert.deepEqual([1900, 2000, 2023, 2024].map(isLeapYear), [false, true, false, true]);
    assert.deepEqual(
      [0, 2, 4, 12, 13].map((m) => daysInMonth(m)),
      [0, 29, 30, 31, 0],
    );
    assert.equal(daysInMonth(2, 2023), 28);
  });
});

describe('dates', () => {
  const table: readonly [text: string, ...read: string[]][] = [
    ['2025年3月1日起施行', '2025-3-1'],
    ['２０２５年３月１日', '2025-3-1'],
    ['2025 年 3 月 1 日', '2025-3-1'],
    ['二〇二五年三月一日', '2025-3-1'],
    ['一九四九年十月一日', '1949-10-1'],
    ['二○一二年十二月三十一日', '2012-12-31'],
    ['3月1日和4月底', '?-3-1', '?-4-?'],
    ['2025年3月', '2025-3-?'],
    ['2025年度', '2025-?-?'],
    ['2021—2025年', '2021-?-? →', '2025-?-?'],
    ['3—5月', '?-3-? →', '?-5-?'],
    ['3月1日至4日', '?-3-1 →', '?-?-4'],
    ['3月1—4日', '?-3-1 →', '?-?-4'],
    ['2025年3月1日至4月2日', '2025-3-1 →', '?-4-2'],
    ['2024年12月28日—2025年1月3日', '2024-12-28 →', '2025-1-3'],
    ['3月6日（星期四）上午', '?-3-6 星期四'],
    ['3月6日（周四下午）', '?-3-6 星期四'],
    ['3月6日星期四', '?-3-6 星期四'],
    ['3月6日周四，', '?-3-6 星期四'],
    ['3月6日周一鸣出席', '?-3-6'],
    ['3月5日（周三）至7日（周五）', '?-3-5 星期三 →', '?-?-7 星期五'],
    ['有效期至2025-03-01', '2025-3-1'],
    ['农历2025年2月30日', '2025-2-30 农历'],
    ['自建立以来的1500年', '1500-?-?'],
    ['18月龄'],
    ['3个月'],
    ['GB2025-03-01'],
    ['第3月'],
    ['4月31号楼', '?-4-?'],
    ['12345678年'],
  ];
  for (const [text, ...read] of table) {
    it(`${text} → ${read.join(', ') || 'nothing'}`, () => {
      assert.deepEqual(paragraphOf(text).fact(dates).map(write), read);
    });
  }

  it('gives the range of every figure', () => {
    const [date] = paragraphOf('于2025年3月1日（星期六）').fact(dates);
    assert.deepEqual(date?.day, { start: 8, end: 9, value: 1 });
    assert.deepEqual(date?.weekday, { start: 13, end: 14, value: 6 });
    assert.deepEqual([date?.start, date?.end], [1, 10]);
  });
});

describe('meetings', () => {
  const table: readonly [text: string, ...read: string[]][] = [
    ['党的十九届五中全会', 'plenum 19/5 届'],
    ['党的十九大五中全会', 'plenum 19/5 大'],
    ['二十届二中、三中全会', 'plenum 20/3 届'],
    ['中国共产党第二十届中央委员会第四次全体会议', 'plenum 20/4 届'],
    ['中国共产党第二十次全国代表大会', 'congress 20/0 次'],
    ['党的第二十届全国代表大会', 'congress 20/0 届'],
    ['十四届全国人大三次会议', 'npc 14/3 届'],
    ['第十四届全国人民代表大会第三次会议', 'npc 14/3 届'],
    ['全国政协十四届三次会议', 'cppcc 14/3 届'],
    ['中国人民政治协商会议第十四届全国委员会第三次会议', 'cppcc 14/3 届'],
    ['中国工会第十八次全国代表大会'],
    ['第十四届全国人民代表大会常务委员会第九次会议'],
    ['省十四届人大三次会议'],
    ['县委十四届八中全会'],
    ['党的二十大'],
  ];
  for (const [text, ...read] of table) {
    it(`${text} → ${read.join(', ') || 'nothing'}`, () => {
      const found = paragraphOf(text).fact(meetings);
      assert.deepEqual(
        found.map((m) => `${m.kind} ${m.term}/${m.session} ${m.counter.text}`),
        read,
      );
    });
  }
});

describe('the document’s date', () => {
  const table: readonly [name: string, text: string, read: string | undefined][] = [
    ['below the title', '讲话\n（2025年3月1日）\n同志们：\n去年……\n谢谢', 'opening 2025-3-1'],
    ['of a report', '报告\n——2026年1月20日在××市人民代表大会上\n各位代表：\n好', 'opening 2026-1-20'],
    ['of the signature', `通知\n${'各单位：\n'.repeat(20)}县政府\n2025年3月1日`, 'signing 2025-3-1'],
    ['not one in the text', '讲话\n2025年3月1日，我们开了会。\n同志们\n谢谢', undefined],
    ['none', '讲话', undefined],
  ];
  for (const [name, text, read] of table) {
    it(name, () => {
      const date = testDocument(text).model(documentDate);
      assert.equal(date && `${date.place} ${date.year}-${date.month}-${date.day}`, read);
    });
  }
});
