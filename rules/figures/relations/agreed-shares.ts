/**
 * Shares by which something is divided by agreement or rule: 由市、县两级按60%、40%的比例分担 · 平时考核和年度考核分别占40%、60% ·
 * 百分制，其中党建30分、业务50分、评价20分. Nothing is rounded in them: they come to 100.
 */

import { isPlain, type Quantity } from '../../../language/quantities/quantities.ts';
import { anyOf } from '../../../language/text/pattern.ts';
import type { Relation } from './relation.ts';
import { between, depthAt, lead, type Sentence } from './sentences.ts';
import { distribution } from './share.ts';
import { addedUp } from './sums.ts';

const DIVIDES = '分担 负担 承担 出资 分成 分配 分红 计算 折算 计入 折合 配套 确定 合成 安排';
const SHARED = [
  // 按6∶4的比例（在市、县之间）分担
  `(?<!质押)的?比例(?:在[^，。；\\d]{1,10}之间)?(?:共同|分级|分别)?${anyOf(DIVIDES)}`,
  '持股(?:比例)?(?=[为分\\d]) 分别持股 出资比例 (?:经费|资金|费用)[^，。；\\d]{0,10}(?:负担|承担)',
];
const MARKED = '(?:综合|考核|总|最终|考试|评审)(?:成绩|得分|评分|分值) 权重 评分(?:标准|办法)';
/** What is divided so: costs, stakes, marks. */
const DIVIDED = new RegExp(anyOf(SHARED, MARKED));
/** Of other wholes, or not all of one. */
const NOT_ALL =
  /质押|增长|下降|提高|降低|同比|不低于|不少于|不超过|以上|以下|最高|优惠|补贴|奖励|补助|率|其中/;
/** Between two shares of a list: 60%、40%, 占60%，面试成绩|占40%. */
const JOINED = /^(?:[、，,:：]|和|与|及|以及)$/;
const TAKES = '所?占(?:比(?:例|重)?)? 按 负担 承担 出资 持股(?:比例)? 权重';
const LABELLED = new RegExp(
  `^[，、,；;][^，。；、\\d]{2,14}?(?:各|分别)?${anyOf(TAKES)}(?:为|是|总成绩|总分)?$`,
);
const FIRST_LABELLED = new RegExp(`${anyOf(TAKES)}(?:为|是|总成绩|总分)?$`);
/** A sum that is off by more is of several wholes. */
const LEAST = 60;
const MOST = 140;

export function readAgreedShares(text: string, { figures, start, end }: Sentence, found: Relation[]): void {
  const said = text.slice(start, end);
  if (DIVIDED.test(said) && !NOT_ALL.test(said)) readShares(text, figures, found);
  if (FULL_MARKS.test(said)) readMarks(text, { figures, start }, said, found);
}

function readShares(text: string, figures: readonly Quantity[], found: Relation[]): void {
  for (let i = 0; i < figures.length; i++) {
    if (figures[i]!.kind !== 'percent') continue;
    const shares = sharesFrom(text, figures, i);
    i += shares.length - 1;
    if (shares.length < 2 || !shares.every((q) => isPlain(q) && q.approximation === 'exact')) continue;
    if (found.some(({ rule, claimed, holds }) => rule === 'share' && !holds && shares.includes(claimed)))
      continue;
    const sum = addedUp(shares);
    if (sum < LEAST || sum > MOST) continue;
    const alternatives = shares
      .map((figure) => ({ figure, value: figure.value + 100 - sum }))
      .reverse()
      .filter(({ value }) => value > 0);
    found.push({ ...distribution(shares, missOfHundred(sum), alternatives), reading: 'agreed-shares' });
  }
}

/** 市、县按|60%|、|40%|分担: the percentages that follow each other from figure `first` on. */
function sharesFrom(text: string, figures: readonly Quantity[], first: number): Quantity[] {
  const shares = [figures[first]!];
  const labelled = FIRST_LABELLED.test(lead(text, figures[first]!));
  for (let k = first + 1; k < figures.length && figures[k]!.kind === 'percent'; k++) {
    const gap = between(text, figures[k - 1]!, figures[k]!);
    if (!JOINED.test(gap) && !(labelled && LABELLED.test(gap))) break;
    shares.push(figures[k]!);
  }
  return shares;
}

function missOfHundred(sum: number): 'more' | 'less' | undefined {
  if (Math.abs(sum - 100) <= OFF) return undefined;
  return sum > 100 ? 'more' : 'less';
}

/** A third each is 33.3%. */
const OFF = 0.15;

/** 百分制, 满分100分, 总分为100分. */
const FULL_MARKS = /百分制|(?:满分|总分|总计|共计|合计|共)(?:值)?(?:为|是)?100分/;
/** 党建工作|30分: a part of the marks, and none of what is taken off or added, nor a mark reached. */
const NO_PART = /满分|总分|共|合计|总计|扣|加|减|得|每|达|低于|高于|不足|超过|均/;

/** 党建工作30分、业务工作50分、群众评价20分, of a hundred. */
function readMarks(
  text: string,
  { figures, start }: Pick<Sentence, 'figures' | 'start'>,
  said: string,
  found: Relation[],
): void {
  const marks = figures.filter((q) => q.unit === '分');
  const parts = marks.filter((q) => q.value < 100);
  if (parts.length < 2 || !parts.every((q) => isPlain(q) && q.approximation === 'exact')) return;
  const listed = parts.every((part, k) => {
    const label = lead(text, part);
    return (
      label.length > 1 &&
      !NO_PART.test(label) &&
      (k === 0 || /^[，、,；（(）)]/.test(between(text, parts[k - 1]!, part)))
    );
  });
  const depth = depthAt(text, start, parts[0]!.start);
  if (!listed || parts.some((part) => depthAt(text, start, part.start) !== depth)) return;
  const sum = addedUp(parts);
  const last = parts.at(-1)!;
  const rest = 100 - (sum - last.value);
  if (sum < LEAST || sum > MOST || /附加|另/.test(said)) return;
  found.push({
    rule: 'sum',
    reading: 'parts',
    claimed: last,
    members: parts.slice(0, -1),
    expected: { low: rest, high: rest },
    says: { is: 'marks', parts },
    holds: sum === 100,
    alternatives: parts
      .slice(0, -1)
      .map((figure) => ({ figure, value: figure.value + 100 - sum }))
      .filter(({ value }) => value > 0),
    doubtful: true,
  });
}
