/**
 * 达到 t，比上年增加 d，增长 r: a level, its difference and its rate. r = d ÷ (t − d), where d fell r = d ÷ (t + d).
 */
import { isMeasure, isPlain, type Quantity } from '../../../language/quantities/quantities.ts';
import { Characters, ShortList } from '../../../language/text/characters.ts';
import { type Interval, meets, subtract } from '../../../language/text/interval.ts';
import { anyOf } from '../../../language/text/pattern.ts';
import { asRounded } from './change.ts';
import type { Reading, Relation } from './relation.ts';
import { between, lead, type Sentence } from './sentences.ts';
import { haveTwoBases, isDown, mayBeReal, OTHER_BASIS, oppositeOf, SPAN, YIELDS } from './verbs.ts';

/** 比上年, 较2024年同期（…） */
const BASE = `(?:${[
  `(?:比|较|与|同)${anyOf('上年 去年 上一年 前一年 前年 同期 年初 上季度 上月 上周 \\d{4}年')}`,
  // 的实绩（1亿元）相比，
  '[^，。；、\\d]{0,16}(?:[（(][^（）()。；]{0,30}[）)])?(?:相比，?)?',
].join('')})`;
/** The verbs of what was sold, lent, drained …, of one character behind 多, 少, 增 or 减. */
const DONE = '发电? 售电? 供 缴 贷 储 销 运 送 投 耗 亏 排 拍 拨';
const CHANGED = anyOf(
  `(?<=同比|[上去]年|同期|年初)(?:[增减]${anyOf(DONE)}|[多少][\\u4e00-\\u9fff]{1,2})`,
  `多${anyOf('发展 出栏 受理 办结 接待 完成 招收 录取 争取 安排 处理 立案 查处')}`,
  `少${anyOf('发生 受理 出栏 完成')}`,
  '增加 增长 缩短 缩小 下调 压缩 减少 下降 增产 减产 增收 增支 减收 减支 扩大 压减 缩减 上升 多出 多 少 增 减',
);
/** Between the level and the difference, which needs a mark or a base: 820个|，比上年增加. */
const ADDED = new RegExp(
  `^(?:的水平)?(?:[，、,（(](?:同比|${BASE})?|同比|${BASE})(?:${SPAN})?(?:共|累计|净)?(?<added>${CHANGED})了?$`,
);
/** Between the difference and the rate. */
const RATES = '增长 增幅 下降 降幅 减幅 增长率 减少 降低 增速 上升 增加 扩大 压减 缩减 缩短 缩小 下调';
const RATED = new RegExp(`^[，、,（(]?(?:同比)?(?<rated>${anyOf(RATES)})(?:为|达|了|约)?$`);
/** 同比上升2%，同比增加140件; 增长10%，比上年增加2.6亿元: the rate first, one of them with what it is compared with. */
const RATED_FIRST = new RegExp(`^[，、,（(](?<since>同比|${BASE})?(?<rated>增长|下降|上升|减少)了?$`);
const ADDED_THEN = new RegExp(`^[，、,](?<since>同比|${BASE})?(?<added>增加|减少|${YIELDS})了?$`);
/** 下降22.5%，|减收|0.9亿元: the verb itself says that a change is meant. */
const YIELDED = new RegExp(`^(?:${YIELDS})$`);
/** Behind difference and rate: ，总数达|820个. */
const THEN_LEVEL =
  /^[，、,](?:总[量数额]|累计|全年|年末|总规模)?(?:已|将)?(?:达到?|增至|增加到|升至|减至|降至|减少到)了?$/;

/** The three figures around number `i`. */
export function readIncrease(text: string, sentence: Sentence, i: number, found: Relation[]): void {
  const { figures, start, end } = sentence;
  const [first, second, third] = [figures[i]!, figures[i + 1], figures[i + 2]];
  // 与上次的|38件|相比，增加5件: the level that it is compared with.
  if (text.startsWith('相比', first.unitEnd)) return;
  if (!second || !third || (second.kind !== 'percent' && third.kind !== 'percent')) return;
  const read =
    leveled(text, figures, i, start) ??
    rateFirst(text, first, second, third) ??
    levelLast(text, first, second, third) ??
    levelBetween(text, first, second, third);
  if (!read || !isPlain(read.t) || !isPlain(read.d) || !isPlain(read.r)) return;
  const { t, d, r } = read;
  if (r.kind !== 'percent' || t.kind === 'percent' || d.dimension !== t.dimension) return;
  if (t.value <= 0 || d.value <= 0) return;
  if (mayBeReal(text.slice(start, first.start), t) || OTHER_BASIS.test(text.slice(start, end))) return;
  pushIncrease(text, { ...read, reading: 'increase' }, found);
}

interface Increase {
  readonly reading: Reading;
  readonly t: Quantity;
  readonly d: Quantity;
  readonly r: Quantity;
  readonly added: string;
  readonly rated: string;
}

type Read = Omit<Increase, 'reading'>;

/** t，比上年增加 d，增长 r */
function leveled(text: string, figures: readonly Quantity[], i: number, start: number): Read | undefined {
  const [d, r] = [figures[i + 1]!, figures[i + 2]!];
  if (d.kind === 'percent' || r.kind !== 'percent') return undefined;
  const since = between(text, figures[i]!, d);
  const added = ADDED.exec(since)?.groups?.added;
  const then = between(text, d, r);
  // 比年初增加142.6亿元，同比增长8.9%: each has a base of its own.
  if (haveTwoBases(since + then)) return undefined;
  const rated = added && RATED.exec(then)?.groups?.rated;
  const last = rated && levelAt(text, figures, i, start);
  if (!last) return undefined;
  // 支出22.59万元，完成预算43.2万元的52.3%: the plan is no level.
  const prior = last === figures[i] ? figures[i - 1] : undefined;
  const t = prior && isBaseOf(prior, last, d, !isDown(added!)) ? prior : last;
  return { t, d, r, added: added!, rated: rated! };
}

/** 2025年支出|650万元|，2024年支出|500万元|，增加|150万元: told last is what the level before it is compared with. */
function isBaseOf(level: Quantity, base: Quantity, d: Quantity, rises: boolean): boolean {
  if (level.dimension !== base.dimension || !isPlain(level)) return false;
  const [more, less] = rises ? [level, base] : [base, level];
  return meets(subtract(more, less), d);
}

/** t，同比上升 r，同比增加 d */
function rateFirst(text: string, t: Quantity, r: Quantity, d: Quantity): Read | undefined {
  if (r.kind !== 'percent' || d.kind === 'percent') return undefined;
  const first = RATED_FIRST.exec(between(text, t, r))?.groups;
  const then = first && ADDED_THEN.exec(between(text, r, d))?.groups;
  if (!first || !then) return undefined;
  if ((first.since ?? then.since) === undefined && !YIELDED.test(then.added!)) return undefined;
  return NO_LEVEL.test(lead(text, t, 12)) ? undefined : { t, d, r, added: then.added!, rated: first.rated! };
}

const ADDED_BEFORE =
  /(?:比|较)(?:上年|去年|前年|同期|年初|\d{4}年)[^，。；、\d]{0,16}(?<added>增加|减少|新增|净增|多|少)了?$/;

/** 比上年增加 d，增长 r，达到 t */
function levelLast(text: string, d: Quantity, r: Quantity, t: Quantity): Read | undefined {
  if (r.kind !== 'percent' || d.dimension !== t.dimension || !THEN_LEVEL.test(between(text, r, t)))
    return undefined;
  const rated = RATED.exec(between(text, d, r))?.groups?.rated;
  const added = rated && ADDED_BEFORE.exec(lead(text, d))?.groups?.added;
  return added ? { t, d, r, added, rated } : undefined;
}

/** 新增 d|，达到|t|，同比增长|r */
const REACHED = /^[，、,](?:总[量数额]|累计|全年|年末|总规模)?(?:已|将)?(?:达到?|增至|升至|减至|降至)了?$/;

/** 比上年新增 d，达到 t，同比增长 r */
function levelBetween(text: string, d: Quantity, t: Quantity, r: Quantity): Read | undefined {
  if (r.kind !== 'percent' || d.dimension !== t.dimension || !REACHED.test(between(text, d, t)))
    return undefined;
  const rated = RATED.exec(between(text, t, r))?.groups?.rated;
  const added = rated && ADDED_BEFORE.exec(lead(text, d))?.groups?.added;
  return added ? { t, d, r, added, rated } : undefined;
}

const OF_PLAN = /^[，、,](?:完成|占|为)[^，。；、\d]{0,6}(?:预算|计划|任务|目标)[^，。；、\d]{0,3}$/;
/** Before a figure that is a difference itself, or the level of another time. */
const NO_LEVEL = /(?:增加(?!值)|减少|增收|减收|增支|减支|增长|下降|提高|[比较与同][^，。；]{0,10})$/;

/** 由60个增加到 before 75个. */
const MOVED_TO = /[到至][^，。；、\d]{0,4}$/;
const FROM_WORDS = new Characters('由从');
const MOVE_REACH = 40;

/** The level that a difference behind figure `i` belongs to: over 完成预算60999万元的40.4% back to what was completed. */
function levelAt(text: string, figures: readonly Quantity[], i: number, start: number): Quantity | undefined {
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
  // 由60个增加到75个，增加15个: of what it came from, not of the year before.
  if (
    FROM_WORDS.isIn(text, Math.max(start, t.start - MOVE_REACH), t.start) &&
    MOVED_TO.test(text.slice(Math.max(start, t.start - 6), t.start))
  )
    return undefined;
  return NO_LEVEL.test(text.slice(Math.max(start, t.start - 12), t.start)) ? undefined : t;
}

export function pushIncrease(
  text: string,
  { reading, t, d, r, added, rated }: Increase,
  found: Relation[],
): void {
  const rises = !isDown(added);
  const before = rises ? subtract(t, d) : { low: t.low + d.low, high: t.high + d.high };
  const expected = ratioOf(t, d, rises);
  if (!expected || before.low <= 0) return;
  const common = { rule: 'growth', reading, claimed: r, members: [t, d], expected } as const;
  if (isDown(rated) === rises) {
    // 增加8亿元，减幅20%: the wrong word, when the rate is that of the increase.
    if (!meets(expected, asRounded(r)) || expected.high - expected.low >= expected.high / 4) return;
    const at = text.lastIndexOf(rated, r.start);
    const other = oppositeOf(rated);
    found.push({
      ...common,
      bound: true,
      says: { is: 'misnamed rate', t, d, added, rated, rises },
      holds: false,
      alternatives: [],
      rewordings: other === undefined ? [] : [[{ start: at, end: at + rated.length, text: other }]],
    });
    return;
  }
  const factor = rises ? 100 + r.value : 100 - r.value;
  found.push({
    ...common,
    says: { is: 'increase', t, d, rises },
    holds: meets(expected, asRounded(r)),
    alternatives: [
      { figure: d, value: (t.value * r.value) / factor },
      { figure: t, value: r.value > 0 ? (d.value * factor) / r.value : Infinity },
    ],
  });
}

/** d stands above and below the line: the ends are taken together, not apart. */
function ratioOf(t: Interval, d: Interval, rises: boolean): Interval | undefined {
  const at = (total: number, part: number) => (100 * part) / (rises ? total - part : total + part);
  if (rises && t.low <= d.high) return undefined;
  if (t.high === Infinity || d.high === Infinity) return { low: 0, high: Infinity };
  return { low: at(t.high, d.low), high: at(t.low, d.high) };
}

// ---------------------------------------------------------------------------------------------------------------
// Across a full stop, as accounts have it

const COMPARED = new ShortList(['相比', '比上年', '比20', '较上年', '较20']);
/** 0万元。与2024年度相比，收入支出总计|减少 */
const SINCE = new RegExp(
  [
    String.raw`^[。；，](?:其中，?)?(?:与|比|较|同)(?:上年|去年|\d{4}年)(?:度)?(?:决算数?|执行数|同期)?(?:相比)?[，,]?`,
    String.raw`(?<name>[^。；，\d]{0,24}?)(?:各|均|分别|共)?(?<added>增加|减少)了?$`,
  ].join(''),
);

/** 收入支出总计 t。与2024年度相比，收入支出总计减少 d，下降 r */
export function readIncreaseOfTotal(text: string, all: readonly Quantity[], found: Relation[]): void {
  for (let i = 0; i < all.length; i++) {
    const d = all[i]!;
    const r = all[i + 1];
    if (d.kind !== 'money' || r?.kind !== 'percent' || !isPlain(d) || !isPlain(r)) continue;
    const rated = RATED.exec(between(text, d, r))?.groups?.rated;
    if (!rated) continue;
    let k = i - 1;
    while (k >= 0 && !isMeasure(all[k]!)) k--;
    const t = all[k];
    if (!t || t.dimension !== d.dimension || !isPlain(t)) continue;
    if (!COMPARED.isIn(text, t.end, d.start)) continue;
    const { name, added } = SINCE.exec(between(text, t, d))?.groups ?? {};
    if (added === undefined || !isNamed(name!, text.slice(Math.max(0, t.start - 60), t.start))) continue;
    pushIncrease(text, { reading: 'increase-of-total', t, d, r, added, rated }, found);
  }
}

/** Whether what stands before the level names it: 收、支总计 after 收入总计…、支出总计. */
function isNamed(name: string, before: string): boolean {
  let at = 0;
  for (const char of name.replace(/[、和与的]/g, '')) {
    at = before.indexOf(char, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
