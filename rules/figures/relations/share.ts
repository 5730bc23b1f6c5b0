/**
 * Shares of one whole: no share above 100%, shares that make up the whole 100% together, ratios of three industries
 * (8.3∶41.4∶50.3).
 */
import type { Paragraph } from '../../../engine/paragraph.ts';
import { isPlain, type Quantity, quantities } from '../../../language/quantities/quantities.ts';
import { Characters } from '../../../language/text/characters.ts';
import { add, type Interval, meets } from '../../../language/text/interval.ts';
import { middle, type Relation, trimmed, written } from './relation.ts';
import { between, lead } from './sentences.ts';

/** Rates that cannot pass 100%: 毛入学率, 完成率, 负债率, 回报率 can and are not named. */
const BOUNDED =
  /(?:占比|比重|份额|覆盖率|合格率|达标率|参保率|到位率|办结率|满意率|满意度|完好率|普及率|利用率|入园率|巩固率|签约率|就业率|失业率|绿化率|成活率|达产率|出席率|处置率|处理率|优良率|城镇化率|机械化率|知晓率)(?:已|均|也|将|仍)?(?:达到?了?|为|是|提高到|提升到|提升至|提高至|稳定在|保持在|超过?)?$/;
const GROSS = /毛入|相当|倍|增长|增速/;
const OF_WHOLE = /占(?:[^，。；、\d]{0,10}的)?(?:比重?|比例)?(?:达到?|为|约)?$/;

export function readShares(paragraph: Paragraph, found: Relation[]): void {
  const all = paragraph.fact(quantities);
  const { text } = paragraph;
  for (let i = 0; i < all.length; i++) {
    const q = all[i]!;
    if (q.kind === 'percent') {
      readOver(text, q, found);
      i = readDistribution(text, all, i, found);
    } else if (q.kind === 'ratio') i = readRatio(text, all, i, found);
  }
}

/** 占…120% · 覆盖率达105% */
function readOver(text: string, q: Quantity, found: Relation[]): void {
  if (q.low <= 100 || q.value === 100 || !isPlain(q)) return;
  const before = lead(text, q, 16);
  if (!(BOUNDED.test(before) || OF_WHOLE.test(before)) || GROSS.test(before)) return;
  // 占计划的120% is a rate of completion, 相当于…的 a comparison.
  if (/占[^，。；、\d]{0,10}(?:计划|任务|目标|上年|去年|同期|预算|年初|额度|标准)/.test(before)) return;
  found.push({
    rule: 'share',
    reading: 'bounded-rate',
    claimed: q,
    members: [],
    expected: { low: 0, high: 100 },
    bound: true,
    premise: '部分占整体的比例不会超过100%',
    formula: `${written(text, q)}＞100%`,
    holds: false,
    repairs: [],
  });
}

const DISTRIBUTED = /(分别占|占比分别|比重分别|各占)[^，。；、\d]{0,10}$/;
/** What its words end with, and how far back they may. */
const DISTRIBUTED_ENDS = new Characters('占别');
const DISTRIBUTED_REACH = 11;

/** 分别占40%、45%、30% */
function readDistribution(text: string, all: readonly Quantity[], i: number, found: Relation[]): number {
  const first = all[i]!;
  if (!DISTRIBUTED_ENDS.isIn(text, first.start - DISTRIBUTED_REACH, first.start)) return i;
  const head = DISTRIBUTED.exec(text.slice(Math.max(0, first.start - 40), first.start));
  if (!head) return i;
  const shares = [first];
  let k = i + 1;
  for (; k < all.length; k++) {
    const q = all[k]!;
    if (q.kind !== 'percent' || !/^(?:[、，]|和|与|及|以及)$/.test(between(text, all[k - 1]!, q))) break;
    shares.push(q);
  }
  if (shares.length < 2 || !shares.every(isPlain)) return k - 1;
  // 炼铁、炼钢先进产能占比分别…: each of its own whole; so are 企业数、产值分别占.
  if (shares.length === 2 && head[1]!.endsWith('分别')) return k - 1;
  if (/[数额量值率入产积]、|率|全省|全市|全国|全县|全区/.test(head.input)) return k - 1;
  const sum = total(shares);
  const over = sum.low > 100 && sum.low < 130;
  const near = shares.length >= 3 && sum.high < 100 && sum.high > 97;
  found.push({
    rule: 'share',
    reading: 'distribution',
    claimed: shares[shares.length - 1]!,
    members: shares.slice(0, -1),
    expected: { low: 0, high: 100 },
    bound: true,
    premise: `各项占比之和为${trimmed(middle(sum))}%，${over ? '超过' : '不足'}100%`,
    formula: shares.map((s) => written(text, s)).join('＋'),
    holds: !over && !near,
    repairs: [],
    doubtful: true,
  });
  return k - 1;
}

/** 三次产业比例为8.3∶41.4∶50.3 */
function readRatio(text: string, all: readonly Quantity[], i: number, found: Relation[]): number {
  const terms = [all[i]!];
  let k = i + 1;
  for (; k < all.length; k++) {
    const q = all[k]!;
    if (q.kind !== 'ratio' || !/^[∶:：]$/.test(between(text, all[k - 1]!, q))) break;
    terms.push(q);
  }
  if (terms.length < 3) return k - 1;
  const sum = total(terms);
  const middling = middle(sum);
  // Shares written as a ratio come to about 100; 1∶2∶3 and 4∶3∶3 are proportions of another kind.
  const structure = /产业|结构/.test(text.slice(Math.max(0, all[i]!.start - 20), all[i]!.start));
  if (structure ? middling < 50 || middling > 150 : middling < 90 || middling > 110) return k - 1;
  const holds = meets(sum, { low: 100, high: 100 });
  const last = terms[terms.length - 1]!;
  const rest = total(terms.slice(0, -1));
  found.push({
    rule: 'share',
    reading: 'structure',
    claimed: last,
    members: terms.slice(0, -1),
    expected: { low: 100 - rest.high, high: 100 - rest.low },
    premise: `各项之和为${trimmed(middling)}，不是100；其余各项不变时末项应为`,
    formula: `100−${terms
      .slice(0, -1)
      .map((t) => written(text, t))
      .join('−')}`,
    holds,
    repairs: terms.slice(0, -1).map((figure) => ({ figure, value: figure.value + 100 - middling })),
  });
  return k - 1;
}

function total(figures: readonly Quantity[]): Interval {
  return figures.reduce<Interval>(add, { low: 0, high: 0 });
}
