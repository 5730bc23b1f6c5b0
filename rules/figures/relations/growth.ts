/**
 * 由…增至…，增长… : two ends, their difference and their rate.
 * (b−a)÷a, (b÷a)^(1/n)−1, b−a: arithmetic, no standard needed.
 */
import type { Paragraph } from '../../../engine/paragraph.ts';
import { isPlain, type Quantity, quantities } from '../../../language/quantities/quantities.ts';
import { Characters } from '../../../language/text/characters.ts';
import {
  divide,
  type Interval,
  meets,
  root,
  scale,
  subtract,
  widen,
} from '../../../language/text/interval.ts';
import { bare, type Relation, type Repair, written } from './relations.ts';
import { between, lead, leadStart, type Sentence } from './sentences.ts';

/** Verbs that say where it went. */
const UP = '增加|增长|提高|提升|上升|扩大|拓展|扩展|增多|上调|攀升|跃升|上涨|跃上|扩容|壮大|升|增|扩|涨';
const DOWN = '减少|下降|降低|缩减|压减|缩小|回落|下调|压缩|缩短|下滑|压降|精简|减|降|缩';
const RISES_BY = new RegExp(`^(?:${UP})$`);
const MOVE = new RegExp(
  `^(?:[^，。；、：\\d（(]{0,6}?)(${UP}|${DOWN})(到|至|为|成)了?(?:全年的?|[^，。；、：\\d（(]{0,2})?(?:\\d{4}年(?:底|末)?的?)?[^，。；、：\\d（(]{0,8}$`,
);
const FROM = /(?:由|从|自)[^，。；]{0,28}$/;
/** What {@link FROM} begins with. */
const FROM_WORDS = new Characters('由从自');

/** What may stand between the second end and a claim about both: the span and the manner, no other subject. */
const SPAN = '(?:[一二两三四五六七八九十\\d]{1,2}年(?:来|间|内|时间)?)';
const CLAIM = new RegExp(
  `^(?:的水平)?[，、,（(]?(?:其间|期间|${SPAN})?(同比|环比|(?:比|较)[^，。；、\\d]{0,8}(?:\\d{4}年)?)?(?:${SPAN})?(累计|共|总共|一共|净|实际|名义)?(年均|平均每年|每年平均|每年)?(累计|共|净)?(${UP}|${DOWN}|增幅|增速|涨幅|降幅|减幅|翻|增|减)(?:了|达到?|为|约|近)?$`,
);

/** Indicators whose rates are computed at constant prices: the ends as written do not give them. */
const CONSTANT_PRICES = /生产总值|GDP|增加值|产值|经济总量|可支配收入|人均收入|纯收入|总收入|工资/;
/** The bases of the figures differ. */
const OTHER_BASIS = /同口径|可比|扣除|剔除|不变价|折算|口径|还原/;

export function readGrowth(paragraph: Paragraph, sentence: Sentence, found: Relation[]): void {
  const { text } = paragraph;
  const { figures } = sentence;
  for (let i = 0; i + 1 < figures.length; i++) {
    const a = figures[i]!;
    const b = figures[i + 1]!;
    readIncrease(text, sentence, i, found);
    if (a.dimension !== b.dimension || !isPlain(a) || !isPlain(b) || a.kind === 'point') continue;
    if (FROM_WORDS.isIn(text, leadStart(text, a), a.start)) {
      const move = MOVE.exec(between(text, a, b));
      const before = lead(text, a);
      if (move && FROM.test(before) && !/分别|各/.test(before)) {
        readMove(text, sentence, i, [move[1]!, move[2]!], found);
      }
    }
    readCompared(text, sentence, i, found);
  }
}

/** 由 a 增至 b，… c */
function readMove(
  text: string,
  sentence: Sentence,
  i: number,
  [verb, to]: readonly [string, string],
  found: Relation[],
): void {
  const { figures } = sentence;
  const a = figures[i]!;
  const b = figures[i + 1]!;
  const rises = RISES_BY.test(verb);
  const premise = `由${written(text, a)}${verb}${to}${written(text, b)}`;
  const wrongWay = rises ? b.high < a.low : b.low > a.high;
  if (wrongWay && a.value >= 0 && b.value >= 0) {
    found.push({
      rule: 'growth',
      claimed: b,
      members: [a],
      expected: rises ? { low: a.value, high: Infinity } : { low: 0, high: a.value },
      bound: true,
      premise: `${premise}，实际是${rises ? '减少' : '增加'}`,
      formula: `${written(text, b)}${rises ? '＜' : '＞'}${written(text, a)}`,
      holds: false,
      repairs: [],
    });
    return;
  }
  for (let k = i + 2; k < figures.length && k <= i + 3; k++) {
    const c = figures[k]!;
    if (!isPlain(c)) return;
    // 增加10亿元、增长20%: the second claim follows the first.
    const previous = k === i + 2 ? b : figures[k - 1]!;
    const gap = CLAIM.exec(between(text, previous, c));
    if (!gap) return;
    const [, base, , average, , how] = gap;
    const before = text.slice(sentence.start, a.start);
    if (base && !matchesBase(before, base)) return;
    if (OTHER_BASIS.test(text.slice(sentence.start, sentence.end))) return;
    if (isDown(how!) !== !rises && how !== '翻') {
      if (/增幅|降幅|减幅|增速/.test(how!)) continue;
      return;
    }
    const years = average ? span(sentence, a, b) : 1;
    if (years === undefined) return;
    if (c.kind === 'percent' && average !== undefined && years < 2) return;
    if ((c.kind === 'percent' || c.kind === 'times') && CONSTANT_PRICES.test(before)) return;
    const relation = claimOf(text, { a, b, c, rises, years, premise, how: how! });
    if (relation) found.push(relation);
  }
}

interface Claim {
  readonly a: Quantity;
  readonly b: Quantity;
  readonly c: Quantity;
  readonly rises: boolean;
  /** 1, or the years of an average rate. */
  readonly years: number;
  readonly premise: string;
  /** The verb before `c`. */
  readonly how: string;
}

function claimOf(text: string, { a, b, c, rises, years, premise, how }: Claim): Relation | undefined {
  const average = years > 1;
  const [x, y] = rises ? [a, b] : [b, a];
  const label = (word: string) => `${premise}${average ? '年均' : ''}应为${word}`;
  const verb = rises ? '增长' : '下降';
  const base = { rule: 'growth' as const, claimed: c, members: [a, b] };
  const A = bare(text, a, b);
  const B = bare(text, b, a);
  if (how === '翻' || c.kind === 'doubling') {
    if (c.kind !== 'doubling' || !rises) return undefined;
    const ratio = divide(b, a);
    if (!ratio) return undefined;
    const expected = { low: Math.log2(ratio.low), high: Math.log2(ratio.high) };
    // 翻番 is said of what nearly doubled and of what more than doubled, not of what doubled twice.
    return {
      ...base,
      expected,
      bound: true,
      premise: `${premise}是原来的${trim(b.value / a.value)}倍，翻${c.value}番应为${2 ** c.value}倍`,
      formula: `${B}÷${A}`,
      holds: meets(expected, { low: c.value - 0.08, high: c.value + 0.58 }),
      repairs: [],
    };
  }
  if (c.kind === 'percent' && a.kind !== 'percent') {
    const rate = rateOf(a, b, rises, years);
    if (!rate) return undefined;
    const factor = (rises ? 1 + c.value / 100 : 1 - c.value / 100) ** years;
    const power = average ? `(${B}÷${A})^(1/${years})−1` : rises ? `(${B}−${A})÷${A}` : `(${A}−${B})÷${A}`;
    return {
      ...base,
      expected: rate,
      premise: label(verb),
      formula: power,
      holds: meets(rate, claimed(c)),
      repairs: [
        { figure: b, value: a.value * factor },
        { figure: a, value: b.value / factor },
      ],
    };
  }
  if (c.kind === 'times' && rises && !average) {
    const ratio = divide(b, a);
    if (!ratio) return undefined;
    const expected = { low: ratio.low - 1, high: ratio.high - 1 };
    return {
      ...base,
      expected,
      premise: label('增长'),
      formula: `(${B}−${A})÷${A}`,
      holds: meets(expected, claimed(c)),
      repairs: [{ figure: b, value: a.value * (1 + c.value) }],
    };
  }
  const points = a.kind === 'percent' && c.kind === 'point';
  if ((c.dimension === a.dimension && a.kind !== 'percent') || points) {
    if (average && points) return undefined;
    const expected = scale(subtract(y, x), 1 / years);
    const step = c.value * years;
    const repairs: Repair[] = rises
      ? [
          { figure: b, value: a.value + step },
          { figure: a, value: b.value - step },
        ]
      : [
          { figure: b, value: a.value - step },
          { figure: a, value: b.value + step },
        ];
    return {
      ...base,
      expected,
      premise: label(points ? (rises ? '提高' : '下降') : rises ? '增加' : '减少'),
      formula: `${rises ? B : A}−${rises ? A : B}${average ? `，÷${years}` : ''}`,
      holds: meets(expected, claimed(c)),
      repairs,
    };
  }
  return undefined;
}

/** Relative change in percent. */
function rateOf(a: Quantity, b: Quantity, rises: boolean, years: number): Interval | undefined {
  const ratio = divide(b, a);
  if (!ratio) return undefined;
  const yearly = years > 1 ? root(ratio, years) : ratio;
  const rate = { low: (yearly.low - 1) * 100, high: (yearly.high - 1) * 100 };
  return rises ? rate : scale(rate, -1);
}

/** A result may be rounded or cut off: one unit of its last place either way. */
function claimed(c: Quantity): Interval {
  return widen(c, Number.isFinite(c.high) ? c.grain / 2 : 0);
}

/** 下降-3%: the verb and the sign say it twice; 下降120% leaves less than nothing. */
export function readSigns(paragraph: Paragraph, found: Relation[]): void {
  const { text } = paragraph;
  for (const q of paragraph.fact(quantities)) {
    if (q.kind !== 'percent' && q.kind !== 'point') continue;
    if (q.value >= 0 && (q.kind === 'point' || q.low <= 100)) continue;
    const verb = /(?:下降|减少|降低|回落|下滑|负增长|缩减|下跌)(?=了?(?:为|达)?$)/.exec(
      text.slice(Math.max(0, q.start - 6), q.start),
    )?.[0];
    if (!verb) continue;
    // 利润下降150%: a profit may turn into a loss.
    if (q.value > 0 && /利润|盈利|效益|收益|顺差|净/.test(text.slice(Math.max(0, q.start - 24), q.start)))
      continue;
    found.push({
      rule: 'growth',
      claimed: q,
      members: [],
      expected: { low: 0, high: 100 },
      bound: true,
      premise:
        q.value < 0
          ? `“${verb}”之后不再用负号，“${verb}${written(text, q)}”等于说增长`
          : `${verb}的幅度不会超过100%`,
      formula: `${verb}${written(text, q)}`,
      holds: false,
      repairs: [],
      ...(q.value < 0 ? {} : { doubtful: true as const }),
    });
  }
}

/** 达到 t，比上年增加 d，增长 r: r = d ÷ (t − d) */
const BASE =
  '(?:(?:比|较|与|同)(?:上年|去年|上一年|前一年|同期|年初|上季度|上月|上周|\\d{4}年)[^，。；、\\d]{0,16}(?:[（(][^（）()。；]{0,30}[）)])?(?:相比，?)?)';
const ADDED = new RegExp(
  `^(?:的水平)?[，、,（(]?(?:同比|${BASE})?(?:${SPAN})?(?:共|累计|净)?(增加|增长|减少|下降|增收|增支|减收|减支|多|少|增|减)(?:了)?$`,
);
const RATED =
  /^[，、,（(]?(?:同比)?(增长|增幅|下降|降幅|减幅|增长率|减少|降低|增速|上升|增加)(?:为|达|了|约)?$/;
/** 同比上升2%，同比增加140件: the rate first. */
const RATED_FIRST = /^[，、,（(]同比(增长|下降|上升|减少)了?$/;
const ADDED_THEN = /^[，、,]同比(增加|减少)了?$/;

function readIncrease(text: string, sentence: Sentence, i: number, found: Relation[]): void {
  const { figures, start, end } = sentence;
  const d = figures[i + 1]!;
  const r = figures[i + 2];
  if (!r) return;
  const turned = d.kind === 'percent';
  const difference = turned ? r : d;
  const percent = turned ? d : r;
  if (percent.kind !== 'percent' || difference.kind === 'percent') return;
  const t = turned ? figures[i]! : levelBefore(text, figures, i, start);
  if (!t || difference.dimension !== t.dimension || !isPlain(t)) return;
  if (t.kind === 'percent' || !isPlain(percent) || !isPlain(difference)) return;
  const rated = turned ? RATED_FIRST.exec(between(text, t, d))?.[1] : RATED.exec(between(text, d, r))?.[1];
  const added = turned
    ? ADDED_THEN.exec(between(text, d, r))?.[1]
    : ADDED.exec(between(text, figures[i]!, d))?.[1];
  if (!added || !rated || t.value <= 0 || difference.value <= 0) return;
  pushIncrease(text, { t, d: difference, r: percent, added, rated }, found, [start, end]);
}

/** The level that a difference behind figure `i` belongs to: over 完成预算60999万元的40.4% back to what was completed. */
function levelBefore(
  text: string,
  figures: readonly Quantity[],
  i: number,
  start: number,
): Quantity | undefined {
  let at = i;
  if (figures[at]!.kind === 'percent' && at > 0) {
    const whole = figures[at - 1]!;
    const gap = between(text, whole, figures[at]!);
    if (at > 1 && /^[^，。；、\d]{0,4}的$/.test(gap) && OF_PLAN.test(between(text, figures[at - 2]!, whole)))
      at -= 2;
    else if (OF_PLAN.test(gap)) at -= 1;
    else return undefined;
  }
  const t = figures[at]!;
  const before = text.slice(Math.max(start, t.start - 6), t.start);
  return /增加|减少|增收|减收|增支|减支|增长|下降|提高/.test(before) && !/增加值/.test(before)
    ? undefined
    : t;
}

const OF_PLAN = /^[，、,](?:完成|占|为)[^，。；、\d]{0,6}(?:预算|计划|任务|目标)[^，。；、\d]{0,3}$/;

interface Increase {
  readonly t: Quantity;
  readonly d: Quantity;
  readonly r: Quantity;
  readonly added: string;
  readonly rated: string;
}

function pushIncrease(
  text: string,
  { t, d, r, added, rated }: Increase,
  found: Relation[],
  [start, end]: readonly [number, number],
): void {
  if (CONSTANT_PRICES.test(text.slice(start, t.start)) || OTHER_BASIS.test(text.slice(start, end))) return;
  const rises = !isDown(added);
  const opposite = isDown(rated) === rises;
  const before = rises ? subtract(t, d) : { low: t.low + d.low, high: t.high + d.high };
  // d appears above and below the line: the ends are taken together, not apart.
  const expected = ratioOf(t, d, rises);
  if (!expected || before.low <= 0) return;
  const T = bare(text, t, d);
  const D = bare(text, d, t);
  if (opposite) {
    // 增加8亿元，减幅20%: the wrong word, when the rate is that of the increase.
    if (meets(expected, claimed(r)) && expected.high - expected.low < expected.high / 4)
      found.push({
        rule: 'growth',
        claimed: r,
        members: [t, d],
        expected,
        bound: true,
        premise: `比上期${added}${written(text, d)}，却称“${rated}”`,
        formula: `${D}÷(${T}${rises ? '−' : '＋'}${D})`,
        holds: false,
        repairs: [],
      });
    return;
  }
  found.push({
    rule: 'growth',
    claimed: r,
    members: [t, d],
    expected,
    premise: `${written(text, t)}比上期${rises ? '增加' : '减少'}${written(text, d)}，应为${rises ? '增长' : '下降'}`,
    formula: `${D}÷(${T}${rises ? '−' : '＋'}${D})`,
    holds: meets(expected, claimed(r)),
    repairs: [
      {
        figure: d,
        value: rises ? (t.value * r.value) / (100 + r.value) : (t.value * r.value) / (100 - r.value),
      },
    ],
  });
}

/** 达到 b，比2020年的 a 增长 c */
const COMPARED =
  /^[，、,（(]?(?:比|较|与|同)[^，。；\d]{0,10}(?:\d{4}年(?:\d{1,2}月\d{1,2}日)?)?[^，。；\d]{0,14}$/;
/** What {@link COMPARED} begins with, or has behind its first mark. */
const COMPARES = new Characters('比较与同');
const COMPARED_BY = new RegExp(`^(?:相比[，,]?(?:${SPAN})?(?:共|累计|净)*)?(${UP}|${DOWN})了?$`);

/** 比上年增加: the figure behind it is a difference. */
const MOVED = new RegExp(`(?:${UP}|${DOWN}|多|少|收|支)了?$`);

function readCompared(text: string, sentence: Sentence, i: number, found: Relation[]): void {
  const { end } = sentence.figures[i]!;
  if (!COMPARES.at(text, end) && !COMPARES.at(text, end + 1)) return;
  // 十年共增加: the span is no figure of the comparison.
  const [b, a, c, d] = sentence.figures.slice(i, i + 5).filter((q, k) => k < 2 || q.kind !== 'duration');
  if (!a || !b || !c || !isPlain(c) || !COMPARED.test(between(text, b, a))) return;
  if (MOVED.test(between(text, b, a))) return;
  const how = COMPARED_BY.exec(between(text, a, c))?.[1];
  if (!how) return;
  const before = text.slice(sentence.start, b.start);
  if (OTHER_BASIS.test(text.slice(sentence.start, sentence.end))) return;
  if ((c.kind === 'percent' || c.kind === 'times') && CONSTANT_PRICES.test(before)) return;
  const premise = `${written(text, b)}比${written(text, a)}`;
  const relation = claimOf(text, { a, b, c, rises: !isDown(how), years: 1, premise, how });
  if (relation) found.push(relation);
  // …相比，增加40户，增长20%
  const then =
    d?.kind === 'percent' && c.kind !== 'percent' ? RATED.exec(between(text, c, d))?.[1] : undefined;
  if (!d || !then || !isPlain(d) || isDown(then) !== isDown(how) || CONSTANT_PRICES.test(before)) return;
  const rate = claimOf(text, { a, b, c: d, rises: !isDown(how), years: 1, premise, how: then });
  if (rate) found.push(rate);
}

function ratioOf(t: Interval, d: Interval, rises: boolean): Interval | undefined {
  const at = (total: number, part: number) => (100 * part) / (rises ? total - part : total + part);
  if (rises && t.low <= d.high) return undefined;
  if (t.high === Infinity || d.high === Infinity) return { low: 0, high: Infinity };
  return { low: at(t.high, d.low), high: at(t.low, d.high) };
}

/** The years between the ends, by the years written before each of them. */
function span(sentence: Sentence, a: Quantity, b: Quantity): number | undefined {
  const from = sentence.years.find((y) => y.start < a.start && a.start - y.end < 20);
  const to = sentence.years.find((y) => y.start > a.end && y.start < b.start);
  if (from && to) return to.value > from.value ? to.value - from.value : undefined;
  return undefined;
}

const CLAUSE_ENDS = new Characters('，。；');

/** 同比 and 比上年 speak of the year before: only if the first end is that year's. */
function matchesBase(before: string, base: string): boolean {
  const clause = before.slice(CLAUSE_ENDS.behindLast(before, 0, before.length));
  const last = /[由从自].*/s.exec(clause)?.[0] ?? '';
  if (/上年|去年|同期|上一年/.test(last)) return true;
  const year = /(\d{4})年/.exec(last)?.[1];
  return year !== undefined && base.includes(year);
}

const DOWNWARDS = new Characters('减降缩落滑少简');

function isDown(verb: string): boolean {
  return DOWNWARDS.isIn(verb, 0, verb.length);
}

function trim(value: number): string {
  return value.toFixed(2).replace(/\.?0+$/, '');
}

const RISES = '上升|前移|前进|提升|跃升|晋升|提高|跃居|攀升|上移|升';
const FALLS = '下降|后移|下滑|滑落|回落|降|退后|退';
const RANK_MOVE = new RegExp(
  `^[位名]?[^，。；、\\d]{0,3}?(${RISES}|${FALLS})(?:到|至|为)?[^，。；、\\d]{0,6}第$`,
);
const RANK_BY = new RegExp(`^[位名]?[，、,](?:共|累计)?(${RISES}|${FALLS})了?$`);
/** 居第2位，比上年的第6位前移 */
const RANK_THAN = /^[位名][，、,](?:比|较)[^，。；、\d]{0,10}(?:\d{4}年)?[^，。；、\d]{0,4}第$/;
const RANK_STEP = new RegExp(`^[位名](${RISES}|${FALLS})了?$`);

/** 由第6位前移到第3位，前移3位: the smaller number is the higher place. */
export function readRanks(paragraph: Paragraph, found: Relation[]): void {
  const all = paragraph.fact(quantities);
  const { text } = paragraph;
  for (let i = 0; i + 1 < all.length; i++) {
    const a = all[i]!;
    const b = all[i + 1]!;
    if (a.kind !== 'ordinal' || b.kind !== 'ordinal' || text[a.start - 1] !== '第') continue;
    const c = all[i + 2];
    const gap = text.slice(a.unitEnd, b.digits.start);
    const move = RANK_MOVE.exec(gap)?.[1];
    const from = text.slice(Math.max(0, a.start - 20), a.start);
    if (move && /(?:由|从|自)[^，。；、]{0,18}第$/.test(from)) {
      const rises = !FALLS.split('|').includes(move);
      const premise = `由第${a.value}位${move}到第${b.value}位`;
      if (rises ? b.value > a.value : b.value < a.value)
        found.push({
          rule: 'growth',
          claimed: b,
          members: [a],
          expected: { low: 1, high: a.value },
          bound: true,
          premise: `${premise}，实际是${rises ? '下降' : '上升'}`,
          formula: `第${b.value}位在第${a.value}位之${rises ? '后' : '前'}`,
          holds: false,
          repairs: [],
        });
      else if (c)
        pushRank(text, [a, b, c], RANK_BY.exec(text.slice(b.unitEnd, c.start))?.[1], premise, found);
    } else if (c && RANK_THAN.test(gap)) {
      const how = RANK_STEP.exec(text.slice(b.unitEnd, c.start))?.[1];
      pushRank(text, [b, a, c], how, `由第${b.value}位到第${a.value}位`, found);
    }
  }
}

function pushRank(
  text: string,
  [a, b, c]: readonly [Quantity, Quantity, Quantity],
  how: string | undefined,
  premise: string,
  found: Relation[],
): void {
  if (!how || c.approximation !== 'exact' || !/^(?:个)?[位名]次?/.test(text.slice(c.digits.end))) return;
  const steps = FALLS.split('|').includes(how) ? b.value - a.value : a.value - b.value;
  if (steps <= 0) return;
  found.push({
    rule: 'growth',
    claimed: c,
    members: [a, b],
    expected: { low: steps, high: steps },
    premise: `${premise}应为${how}`,
    formula: `${Math.max(a.value, b.value)}−${Math.min(a.value, b.value)}`,
    holds: c.value === steps,
    repairs: [],
  });
}
