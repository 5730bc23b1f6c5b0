/**
 * True statements about dates in the phrasing of notices and reports lint clean; the same with one figure changed are
 * found. Figures are drawn by a seeded generator, so that a failure can be repeated.
 */
import assert from 'node:assert/strict';
import { rows as anniversaryRows } from '../../generated/figures-anniversaries.ts';
import { rows as plenumRows } from '../../generated/figures-congresses-plenums.ts';
import { rows as planRows } from '../../generated/figures-plans.ts';
import { dayNumber, daysInMonth, weekdayOf, writeWeekday } from '../../language/dates/calendar.ts';
import { writeHanNumber } from '../../language/text/numerals.ts';
import { testLinter } from '../support/linter.ts';

/** mulberry32 */
function generator(seed: number): (low: number, high: number) => number {
  let state = seed;
  return (low, high) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return low + (((t ^ (t >>> 14)) >>> 0) % (high - low + 1));
  };
}

type Draw = ReturnType<typeof generator>;
/** A statement, and the same made untrue. */
type Pair = readonly [real: string, untrue: string];

function someDay(draw: Draw) {
  const y = draw(2015, 2030);
  const m = draw(1, 12);
  return { y, m, d: draw(1, daysInMonth(m, y)) };
}

function weekday({ y, m, d }: { y: number; m: number; d: number }, off = 0): string {
  return writeWeekday((weekdayOf(y, m, d) + off) % 7);
}

function hanYear(year: number): string {
  return [...String(year)].map((c) => '〇一二三四五六七八九'[Number(c)]).join('');
}

function pick<T>(draw: Draw, list: readonly T[]): T {
  return list[draw(0, list.length - 1)]!;
}

/** Two days of one month, in order, and how many days that is. */
function someRange(draw: Draw) {
  const { y, m } = someDay(draw);
  const d1 = draw(1, 20);
  const d2 = draw(d1 + 1, 28);
  return { y, m, d1, d2, n: d2 - d1 + 1 };
}

const QUARTERS = ['一季度', '二季度', '三季度', '四季度'] as const;

const patterns: Readonly<Record<string, (draw: Draw) => Pair>> = {
  'a day of a month'(draw) {
    const { y, m } = someDay(draw);
    const last = daysInMonth(m, y);
    return [`请于${y}年${m}月${last}日前报送。`, `请于${y}年${m}月${last === 31 ? 32 : last + 1}日前报送。`];
  },
  'a day in Chinese characters'(draw) {
    const { y, m } = someDay(draw);
    const last = daysInMonth(m, y);
    const write = (d: number) => `${hanYear(y)}年${writeHanNumber(m)}月${writeHanNumber(d)}日印发`;
    return [write(last), write(last + 1)];
  },
  'a weekday in brackets'(draw) {
    const day = someDay(draw);
    const write = (off: number) => `会议定于${day.y}年${day.m}月${day.d}日（${weekday(day, off)}）上午召开。`;
    return [write(0), write(draw(1, 6))];
  },
  'a weekday by itself'(draw) {
    const day = someDay(draw);
    const write = (off: number) => `会议时间：${day.y}年${day.m}月${day.d}日${weekday(day, off)}下午。`;
    return [write(0), write(draw(1, 6))];
  },
  'a weekday without a year, in a dated notice'(draw) {
    const signed = { y: draw(2015, 2030), m: draw(4, 8), d: 10 };
    const day = { ...signed, d: draw(11, 30) };
    const write = (off: number) =>
      `关于召开座谈会的通知\n各单位：\n请于${day.m}月${day.d}日（${weekday(day, off)}）参会。\n县政府办\n${signed.y}年${signed.m}月${signed.d}日`;
    return [write(0), write(draw(1, 6))];
  },
  'a range within a month'(draw) {
    const { m, d1, d2 } = someRange(draw);
    return [`公示期为${m}月${d1}日至${d2}日。`, `公示期为${m}月${d2}日至${d1}日。`];
  },
  'a range of full dates'(draw) {
    const a = someDay(draw);
    const b = { ...a, y: a.y + draw(1, 3) };
    const write = (p: typeof a, q: typeof a) =>
      `有效期自${p.y}年${p.m}月${p.d}日起至${q.y}年${q.m}月${q.d}日止。`;
    const known = daysInMonth(b.m, b.y) >= b.d ? b : { ...b, d: 28 };
    return [write(a, known), write(known, a)];
  },
  'days after 为期'(draw) {
    const { m, d1, d2, n } = someRange(draw);
    const write = (days: number) => `培训班为期${days}天（${m}月${d1}日至${d2}日）。`;
    return [write(n), write(n + draw(1, 5))];
  },
  'days before 为期'(draw) {
    const { m, d1, d2, n } = someRange(draw);
    const write = (days: number) =>
      `调研于${m}月${d1}—${d2}日进行，为期${days === 2 ? '两' : writeHanNumber(days)}天。`;
    return [write(n), write(n + draw(2, 5))];
  },
  'days over the end of a month'(draw) {
    const y = draw(2015, 2030);
    const m = draw(1, 11);
    const [d1, d2] = [draw(20, 28), draw(1, 15)];
    const n = dayNumber(y, m + 1, d2) - dayNumber(y, m, d1) + 1;
    const write = (days: number) => `行动为期${days}天：${y}年${m}月${d1}日至${m + 1}月${d2}日。`;
    return [write(n), write(n + 3)];
  },
  'months of a quarter'(draw) {
    const q = draw(0, 3);
    const write = (by: number) => `${QUARTERS[q]}（${q * 3 + 1 - by}—${q * 3 + 3}月）投资增长。`;
    return [write(0), write(q === 0 ? -1 : 1)];
  },
  'a plenum and its year'(draw) {
    const row = pick(draw, plenumRows);
    const name = `党的${writeHanNumber(Number(row.term))}届${writeHanNumber(Number(row.session))}中全会`;
    const write = (y: number) => `${y}年召开的${name}，影响深远。`;
    return [write(Number(row.year)), write(Number(row.year) + pick(draw, [-1, 1]))];
  },
  'a session and its year'(draw) {
    const term = draw(6, 14);
    const n = draw(1, 5);
    const year = 1983 + (term - 6) * 5 + n - 1;
    const write = (y: number) =>
      `${y}年3月5日在第${writeHanNumber(term)}届全国人民代表大会第${writeHanNumber(n)}次会议上`;
    return [write(year), write(year + pick(draw, [-1, 1]))];
  },
  'the name of a plenum'(draw) {
    const [t, n] = [writeHanNumber(draw(11, 20)), writeHanNumber(draw(1, 7))];
    return [`学习党的${t}届${n}中全会精神`, `学习党的${t}大${n}中全会精神`];
  },
  'the years of a plan'(draw) {
    const row = pick(draw, planRows.slice(-5));
    const write = (by: number) => `“${row.name}”规划（${Number(row.first) + by}—${row.last}年）`;
    return [write(0), write(-1)];
  },
  'the first year of a plan'(draw) {
    const row = pick(draw, planRows.slice(-5));
    const write = (by: number) => `${Number(row.first) + by}年是“${row.name}”规划的开局之年。`;
    return [write(0), write(pick(draw, [-1, 1]))];
  },
  'an anniversary'(draw) {
    const row = pick(draw, anniversaryRows);
    const event = row.event.split('|')[0]!;
    const n = draw(10, 130);
    const write = (by: number) => `${Number(row.year) + n}年是${event}${n + by}周年。`;
    return [write(0), write(pick(draw, [-1, 1]))];
  },
  'an anniversary in Chinese characters'(draw) {
    const row = pick(draw, anniversaryRows);
    const event = row.event.split('|')[0]!;
    const n = draw(10, 99);
    const write = (by: number) =>
      `${Number(row.year) + n}年，我们隆重庆祝${event}${writeHanNumber(n + by)}周年。`;
    return [write(0), write(pick(draw, [-1, 1]))];
  },
  'this year and a year'(draw) {
    const y = draw(2000, 2030);
    const write = (by: number) =>
      `在全县工业大会上的讲话\n（${y}年2月10日）\n同志们：\n去年（${y - 1 + by}年），工业向好。\n谢谢`;
    return [write(0), write(pick(draw, [-1, 1]))];
  },
};

/** Statements drawn of each pattern. */
const DRAWS = 40;

describe('figures/date on drawn statements', () => {
  for (const [name, pattern] of Object.entries(patterns)) {
    it(`${name}: ${DRAWS} true ones are clean, ${DRAWS} untrue ones are found`, () => {
      const linter = testLinter();
      const found = (text: string) => linter.lint(text).filter((f) => f.ruleId === 'figures/date');
      const draw = generator(name.length);
      for (let i = 0; i < DRAWS; i++) {
        const [real, untrue] = pattern(draw);
        assert.deepEqual(
          found(real).map((f) => f.message),
          [],
          real,
        );
        assert.notEqual(found(untrue).length, 0, untrue);
      }
    });
  }
});
