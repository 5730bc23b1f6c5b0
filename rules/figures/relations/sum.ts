/**
 * Wholes and parts: 共…，其中…、… · …、…，合计… · 收入…，支出…，结余… · 占…的…%.
 */
import type { Paragraph } from '../../../engine/paragraph.ts';
import { isPlain, type Quantity } from '../../../language/quantities/quantities.ts';
import { Characters, ShortList } from '../../../language/text/characters.ts';
import {
  add,
  divide,
  type Interval,
  meets,
  scale,
  subtract,
  widen,
} from '../../../language/text/interval.ts';
import { bare, type Relation, written } from './relations.ts';
import { between, depthAt, lead, type Sentence } from './sentences.ts';

/** Rates, averages and prices do not add up. */
const NOT_ADDITIVE = /年均|平均|人均|户均|亩均|每|率$|率[为达]$|增长|下降|提高|增速|上限|标准|以上$|价/;
const TOTAL = /(?:合计|共计|总计|总共|一共|累计共)[^，。；、\d]{0,6}$/;
const EXHAUSTIVE =
  /^[^，。；\d]{0,10}?[，,]?(?:[：:（(]|分为|分别(?:是|为)|包括|即)[^，。；、\d其从由]{0,10}$/;
const AMONG = /^[^。；\d]{0,14}?[，,（(、。]?其中[，：,]?[^。；、\d]{0,16}$/;
/** One of these stands in all that {@link EXHAUSTIVE} and {@link AMONG} match, and neither matches more than so many units. */
const TIES = new ShortList(['其中', '：', ':', '（', '(', '分为', '分别', '包括', '即']);
const LONGEST_TIE = 34;
/** What the words of {@link TOTAL} end with, and how far back they may. */
const TOTAL_ENDS = new Characters('计共');
const TOTAL_REACH = 7;
const PART_GAP = /^[^。；\d（(）)]{0,3}?(?:[，、,]|和|与|及|以及)[^，。；、\d：（(）)]{1,16}$/;

export function readSums(paragraph: Paragraph, sentence: Sentence, found: Relation[]): void {
  const { text } = paragraph;
  for (let i = 0; i < sentence.figures.length; i++) {
    readParts(text, sentence, i, found);
    readTotal(text, sentence, i, found);
    readBalance(text, sentence, i, found);
    readShare(text, sentence, i, found);
    readSubset(text, sentence, i, found);
  }
}

/** T，其中 P、P、P — or T：P、P、P */
function readParts(text: string, sentence: Sentence, i: number, found: Relation[]): void {
  const { figures } = sentence;
  const total = figures[i]!;
  const first = figures[i + 1];
  if (!first || first.dimension !== total.dimension || !adds(total)) return;
  if (first.start - total.end > LONGEST_TIE || !TIES.isIn(text, total.end, first.start)) return;
  if (NOT_ADDITIVE.test(lead(text, total, 12))) return;
  const gap = between(text, total, first);
  const among = AMONG.test(gap);
  const whole =
    !among && /(?:共|合计|总计|总共|一共)[^，。；、\d]{0,8}$/.test(lead(text, total)) && EXHAUSTIVE.test(gap);
  if (!among && !whole) return;
  const parts: Quantity[] = [];
  const depth = depthAt(text, sentence.start, first.start);
  for (let k = i + 1; k < figures.length; k++) {
    const part = figures[k]!;
    if (depthAt(text, sentence.start, part.start) > depth) continue;
    if (part.dimension !== total.dimension || !adds(part)) break;
    const last = parts[parts.length - 1];
    if (last) {
      const gap = between(text, last, part);
      // Behind the closing bracket, or with another figure between, the list is over.
      if (figures[k - 1] !== last || /[）)]/.test(gap)) break;
      // More of the same that does not read as a part: what the list is cannot be told.
      if (!PART_GAP.test(gap) || /其中|含|另|比|较|新增|共/.test(gap)) return;
    }
    if (NOT_ADDITIVE.test(lead(text, part, 12))) return;
    parts.push(part);
  }
  if (parts.length < 2 || (among && parts.some((p) => p.value > total.value))) return;
  const sum = parts.reduce<Interval>(add, { low: 0, high: 0 });
  const slack = widen(sum, 0);
  const over = sum.low > total.high && !meets(sum, total);
  const under = sum.high < total.low && !meets(sum, total);
  // 其中 need not name everything; a remainder of a fiftieth is a slip rather than a rest.
  const short = under && (whole || (parts.length >= 3 && (total.value - sum.high) / total.value <= 0.02));
  // Parts that overlap (其中工业…、民间…; 其中党员…、女性…) exceed the whole by more than a slip does.
  const far = sum.low > total.high * 1.05;
  if (over && among && far && !isPartition(text, parts)) return;
  if (under && !short) return;
  const values = parts.map((p) => bare(text, p, total));
  found.push({
    rule: 'sum',
    claimed: total,
    members: parts,
    expected: slack,
    premise: `${among ? '“其中”' : ''}各项${values.length <= 6 ? values.join('、') : `共${values.length}项`}之和应为`,
    formula: values.join('＋'),
    holds: !over && !short,
    repairs: parts
      .map((p) => ({ figure: p, value: total.value - (middle(sum) - p.value) }))
      .filter((r) => r.value > 0),
    ...(among ? { doubtful: true as const } : {}),
  });
}

/** Three or more named alike, 农林类、水利类、交通类 or 东镇、西镇、北镇, have nothing in common. */
function isPartition(text: string, parts: readonly Quantity[]): boolean {
  const kinds = parts.map((p) => /[类区镇乡村县市州组](?=共?有?$)/.exec(lead(text, p))?.[0]);
  return parts.length >= 3 && kinds.every((k) => k !== undefined && k === kinds[0]);
}

/** P、P、P，合计 T */
function readTotal(text: string, sentence: Sentence, i: number, found: Relation[]): void {
  const { figures } = sentence;
  const total = figures[i]!;
  if (i < 2 || !TOTAL_ENDS.isIn(text, total.start - TOTAL_REACH, total.start)) return;
  if (!adds(total) || !TOTAL.test(lead(text, total))) return;
  const parts: Quantity[] = [];
  let begins = false;
  for (let k = i - 1; k >= 0; k--) {
    const part = figures[k]!;
    if (part.dimension !== total.dimension || !adds(part)) break;
    const next = parts[0];
    if (next ? !PART_GAP.test(between(text, part, next)) : !/[，、,]/.test(between(text, part, total))) break;
    if (NOT_ADDITIVE.test(lead(text, part, 12)) || TOTAL.test(lead(text, part))) break;
    parts.unshift(part);
    // 共91天，其中优51天，良35天，优良共86天: the parts begin behind 其中.
    if (/其中/.test(lead(text, part))) {
      begins = true;
      break;
    }
  }
  if (parts.length < 2 || (!begins && parts.length < i)) return;
  const sum = parts.reduce<Interval>(add, { low: 0, high: 0 });
  const values = parts.map((p) => bare(text, p, total));
  found.push({
    rule: 'sum',
    claimed: total,
    members: parts,
    expected: sum,
    premise: '各项之和应为',
    formula: values.join('＋'),
    holds: meets(sum, total),
    repairs: parts
      .map((p) => ({ figure: p, value: total.value - (middle(sum) - p.value) }))
      .filter((r) => r.value > 0),
  });
}

/** 收入 a，支出 b，结余 c */
function readBalance(text: string, { figures }: Sentence, i: number, found: Relation[]): void {
  const a = figures[i]!;
  const b = figures[i + 1];
  const c = figures[i + 2];
  if (a.kind !== 'money' || !b || !c || b.dimension !== a.dimension || c.dimension !== a.dimension) return;
  if (!adds(a) || !adds(b) || !adds(c)) return;
  if (!/收入[^，。；、\d]{0,4}$/.test(lead(text, a)) || !/支出[^，。；、\d]{0,4}$/.test(lead(text, b)))
    return;
  if (
    !/(?:结余|盈余|节余)[^，。；、\d]{0,4}$/.test(lead(text, c)) ||
    /累计|滚存|上年|年末/.test(lead(text, c))
  )
    return;
  const expected = subtract(a, b);
  found.push({
    rule: 'sum',
    claimed: c,
    members: [a, b],
    expected,
    premise: `收入${written(text, a)}、支出${written(text, b)}，结余应为`,
    formula: `${bare(text, a, b)}−${bare(text, b, a)}`,
    holds: meets(expected, c),
    repairs: [
      { figure: a, value: b.value + c.value },
      { figure: b, value: a.value - c.value },
    ],
  });
}

const DONE =
  /^[，、,（(](?:完成率|完成计划的?|占计划的?|完成目标的?|完成年度计划的?|完成年度任务的?)(?:为|达)?$/;
const EXCESS = /^[，、,（(](?:超额|超额完成|超计划|超计划完成|超目标)(?:计划|任务|目标)?(?:的)?$/;

/** p，占 w 的 r% · p，占计划的 …: r = p ÷ w */
function readShare(text: string, { figures, start, end }: Sentence, i: number, found: Relation[]): void {
  const x = figures[i]!;
  const y = figures[i + 1];
  const r = figures[i + 2];
  if (!y || r?.kind !== 'percent' || x.dimension !== y.dimension || !isPlain(r) || !adds(x) || !adds(y))
    return;
  const first = between(text, x, y);
  const second = between(text, y, r);
  // 办结776件，占862件的95.8%
  const of =
    /^[^。；\d]{0,12}[，、,（(]?(?:占|完成)[^，。；、\d]{0,14}$/.test(first) &&
    /^[^，。；、\d]{0,6}的$/.test(second);
  // 共发出862件，办结776件，占95.8%
  const among =
    /(?:共|总计|合计|累计)[^，。；、\d]{0,8}$/.test(lead(text, x)) &&
    /^[^。；\d]{0,4}[，,][^，。；\d]{0,14}$/.test(first) &&
    /^[，、,（(](?:占比|占总数的?|占全部的?|占)(?:为|达)?$/.test(second);
  // 计划投资100亿元，完成80亿元，完成率80%
  const planned =
    /(?:计划|目标|任务)[^，。；、\d]{0,8}$/.test(lead(text, x)) &&
    /^[，,、](?:已|实际|累计)*完成[^，。；、\d]{0,6}$/.test(first);
  const plan = planned && DONE.test(second);
  // 计划100亿元，完成120亿元，超额20%: what is over the plan, not the rate of completion.
  const excess = planned && EXCESS.test(second);
  if (!of && !among && !plan && !excess) return;
  if (/人均|平均|年均|比重/.test(text.slice(start, end))) return;
  const [part, whole] = of ? [x, y] : [y, x];
  const ratio = divide(part, whole);
  if (!ratio) return;
  const rate = scale(ratio, 100);
  const expected = excess ? { low: rate.low - 100, high: rate.high - 100 } : rate;
  const share = excess ? r.value + 100 : r.value;
  const P = bare(text, part, whole);
  const W = bare(text, whole, part);
  found.push({
    rule: 'share',
    claimed: r,
    members: [part, whole],
    expected,
    premise: excess
      ? `计划${written(text, whole)}、完成${written(text, part)}，应为超额`
      : `${written(text, part)}${plan ? '完成' : '占'}${written(text, whole)}的比例应为`,
    formula: excess ? `(${P}−${W})÷${W}` : `${P}÷${W}`,
    holds: meets(expected, widen(r, Number.isFinite(r.high) ? r.grain / 2 : 0)),
    repairs: [
      { figure: part, value: (whole.value * share) / 100 },
      ...(r.value > 0 ? [{ figure: whole, value: (part.value * 100) / share }] : []),
    ],
  });
}

const RATE_OF = /^[，、,（(](?:同比|比上年|比去年|较上年|较去年|同口径)*(?:增长|下降|上升|减少)了?$/;
/** What {@link RATE_OF} ends with. */
const RATE_ENDS = new Characters('长降升少了');
/** The gap before a part is no longer, 其中 or 仍有 included. */
const LONGEST_AMONG = 30;

/** One of these stands before every part that is read. */
const SUBSETS = new ShortList(['其中', '有']);

/** 共30家，其中国企45家 · 10个重点项目，仍有12个未开工 */
function readSubset(text: string, { figures, start }: Sentence, i: number, found: Relation[]): void {
  const whole = figures[i]!;
  const rate = figures[i + 1];
  // 销量5642吨，增长8.5%，其中…: the rate between them is the whole's own.
  const rated =
    rate?.kind === 'percent' &&
    RATE_ENDS.at(text, rate.start - 1) &&
    RATE_OF.test(between(text, whole, rate));
  const part = rated ? figures[i + 2] : rate;
  if (!part || part.dimension !== whole.dimension || part.kind === 'duration') return;
  const before = rated ? rate : whole;
  if (part.start - before.end > LONGEST_AMONG || !SUBSETS.isIn(text, before.end, part.start)) return;
  if (!adds(whole) || !adds(part)) return;
  const gap = between(text, before, part);
  const among =
    /^[^。；\d]{0,14}[，,（(、]其中[，：,]?[^，。；、\d]{0,12}$/.test(gap) && !/年|上|新/.test(gap);
  const still =
    /^[^，。；、\d]{0,12}[，,](?:其中)?(?:仍|尚|还|目前|已|只|仅)有$/.test(gap) &&
    /^[未没尚已在处不达超完通，。；]/.test(text.slice(part.unitEnd));
  if (!among && !still) return;
  if (
    /年均|平均|人均|每|增长|增加|新增|同比/.test(text.slice(Math.max(start, whole.start - 16), whole.start))
  )
    return;
  if (/年均|平均|人均|每|累计/.test(gap)) return;
  found.push({
    rule: 'subset',
    claimed: part,
    members: [whole],
    expected: { low: 0, high: whole.high },
    bound: true,
    premise: `“其中”的部分不应大于总数${written(text, whole)}`.replace(
      '“其中”的',
      still ? '所余' : '“其中”的',
    ),
    formula: `${written(text, part)}＞${written(text, whole)}`,
    holds: !(part.low > whole.high) || meets(part, whole),
    repairs: [],
  });
}

/** Of units whose figures do not add up; 元/人 is a rate. */
const NOT_ADDED = new Characters('岁分级℃');

function adds(q: Quantity): boolean {
  const { kind, unit } = q;
  return (
    kind !== 'percent' &&
    kind !== 'point' &&
    kind !== 'times' &&
    q.value > 0 &&
    isPlain(q) &&
    !q.dimension.includes('/') &&
    !NOT_ADDED.isIn(unit, 0, unit.length)
  );
}

function middle({ low, high }: Interval): number {
  return Number.isFinite(high) ? (low + high) / 2 : low;
}
