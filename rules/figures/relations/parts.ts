/**
 * Wholes and parts: 共…，其中…、… · 合格…，不合格… · …、…，合计….
 */
import type { Quantity } from '../../../language/quantities/quantities.ts';
import { boundBefore, SENTENCE_STOPS } from '../../../language/text/bounds.ts';
import { Characters, ShortList } from '../../../language/text/characters.ts';
import { type Interval, sumOf } from '../../../language/text/interval.ts';
import { anyOf } from '../../../language/text/pattern.ts';
import {
  areComplete,
  areKindsOf,
  areNamedBefore,
  areNumbered,
  areOfOneSet,
  areStates,
  areYearsOf,
  makeUp,
} from './complements.ts';
import { IN_ALL, isDivided, isNearlyAll } from './divided.ts';
import { isSibling, labelOf } from './labels.ts';
import { areDoneAndLeft, areNoParts, isOfEarlier } from './no-parts.ts';
import { isSlip, type Miss } from './part-slips.ts';
import { middle, type Relation } from './relation.ts';
import { between, depthAt, IN_TOTAL, lead, leadStart, type Sentence } from './sentences.ts';
import { addedUp, adds, addsUp, evenlyWritten, FARTHEST, isNear, NOT_ADDITIVE, sumRelation } from './sums.ts';
import { slipOfUnit, wrongUnit } from './unit-slips.ts';

// ---------------------------------------------------------------------------------------------------------------
// The whole first

/** How the parts are tied to the whole. */
type Tie = 'among' | 'listed' | 'bare';

const AMONG = new RegExp(
  [
    '^[^。；\\d]{0,14}?[，,（(、。]?(?:其中|包括|(?:主要)?用于)[，：,]?',
    // 2025年, 1月
    '(?:\\d{4}年|\\d{1,2}月份?)?[^。；、\\d]{0,16}$',
  ].join(''),
);
const LISTS =
  '[：:（(] (?:具体|明细|其中)?(?:为|是|如下|包括|有)[：:] 分为 分别(?:是|为) 包括 即 (?:资金)?来源(?:为|是|于)：?';
const LISTED = new RegExp(String.raw`^[^，。；\d]{0,10}?[，,]?${anyOf(LISTS)}[^，。；、\d其从由]{0,10}$`);
const BARE = new RegExp(
  [
    // 病险水库中，; 费用构成：
    String.raw`^(?:[^，。；、\d的]{0,12}(?:中[，,]?|[：:（(])`,
    // 个，
    String.raw`|[^，。；、\d的]{0,4}[，,]`,
    // 清单|已完成
    String.raw`|[^，。；、\d的]{1,8}(?=已(?:完成|办结|整改|销号|解决|落实|建成|开工)))`,
    String.raw`[^。；，、\d]{0,10}$`,
  ].join(''),
);
/** The first part is no farther from its whole. */
const LONGEST_TIE = 34;
const NAMED = String.raw`[^，。；、\d：（(）)]`;
/** Between two parts: 公里|，修路|25公里. */
export const PART_GAP = new RegExp(
  String.raw`^[^。；\d（(）)]{0,3}?(?:[，、,]|和|与|及|以及)(?:\d{4}年${NAMED}{0,12}|\d{1,2}月份?${NAMED}{0,6}|${NAMED}{1,16})$`,
);
/** Within a name: 因公出国（境）费; behind a part: 960万元|（每户补助3000元）|，污水治理. */
const ASIDE = /（[^（）()]{1,24}）/;
/** What they all are held against: ，低于限额|56.2亿元. */
const BOUNDED = /低于|高于|不超过|控制在/;
/** In the gap before a part: something else begins. */
const OTHER = new RegExp(`其中|含|包括|另|比|较|新增|${IN_TOTAL}`);

/** T，其中 P、P、P · T：P、P、P · T，合格P，不合格P · T，比上年增长8%，其中 P、P、P */
export function readParts(text: string, sentence: Sentence, i: number, found: Relation[]): void {
  const { figures } = sentence;
  const total = figures[i]!;
  // A whole has two parts at least.
  if (i + 2 >= figures.length || total.value === 0 || !adds(total)) return;
  const at = behindChange(text, figures, i);
  const first = figures[at];
  const last = figures[at - 1]!;
  if (!first || first.start - last.end > LONGEST_TIE) return;
  if (first.dimension !== total.dimension || NOT_ADDITIVE.test(lead(text, total, 12))) return;
  const previous = figures[i - 1];
  const tie = tieOf(text, { total, before: last, first });
  // 312户986人：甲类128户，乙类96户
  const opened = text[last.end] === '：' && last.digits.start === total.unitEnd;
  if (!tie || (last !== total && tie !== 'among' && !opened)) return;
  // 甲156个，乙118个，其他160个: one of a list itself.
  const opens = OPENS.test(between(text, total, first));
  const listed = tie === 'bare' && !opens && previous?.unit === total.unit && isListed(text, previous, total);
  // 用电28.6亿千瓦时，增长6.4%，其中工业18.2亿千瓦时，居民…，其他…
  if (tie === 'bare' && !opens && i > 0 && lead(text, total).startsWith('其中')) return;
  const parts = partsBehind(text, sentence, at, tie);
  if (listed && !(parts && areDoneAndLeft(text, total, parts))) return;
  if (parts && !isOfEarlier(text, figures.slice(0, i), total, parts))
    pushParts(text, { total, parts, tie }, found);
}

/** Whether a figure follows another as one of the same list, or as the first of its parts: 总计100万元，包括：拨款|80万元. */
function isListed(text: string, previous: Quantity, q: Quantity): boolean {
  const gap = between(text, previous, q);
  return !/[：:]/.test(gap) || AMONG.test(gap) || LISTED.test(gap);
}

/** How the whole changed: ，同比增长8.5%, ，比上年增加3亿元 — a figure each, before what is among it. */
const SINCE = '同比 环比 比上年 较上年 比去年 较去年 较年初 比年初 同口径';
const CHANGED = new RegExp(
  String.raw`^[，、,（(]${anyOf(SINCE)}*(?:(?<=[比较]上年|[比较]去年)(?:预算|执行数?|同期|实绩))?(?:净)?(?:增长|增加|增|下降|减少|减|多|少)[^，。；、\d]{0,2}$`,
);

/** 12.3亿元，为年计划的|102.5%，其中…: how much of a plan that is. */
const OF_PLAN =
  /^[，,（(](?:为|占|完成|达到?)(?:全?年度?|本年度?|年初)?(?:计划|目标|预算|任务|调整预算)(?:任务|数)?的?$/;

/** What {@link CHANGED} and {@link OF_PLAN} begin with. */
const CHANGED_BEGINS = new Characters('，、,（(');

/** 项目36个|，总投资128亿元|，年度投资52亿元; 小区26个|、186栋|、5210户: the same told in other units, before what is among it. */
const IN_OTHER_UNITS = /^(?:、|[，、,](?:年度|总|计划|完成|概算){0,2}投资额?)$/;
/** So many other units at the most. */
const MOST_UNITS = 3;

/** The figure behind what is said of figure `i`: how it changed, and what it comes to in money. */
function behindChange(text: string, figures: readonly Quantity[], i: number): number {
  const whole = figures[i]!;
  let behind = i + 1;
  while (
    behind <= i + MOST_UNITS &&
    figures[behind] &&
    figures[behind]!.dimension !== whole.dimension &&
    IN_OTHER_UNITS.test(between(text, figures[behind - 1]!, figures[behind]!))
  )
    behind++;
  // 11001户38006人，其中一般农户10160户
  const people = figures[i + 1];
  if (whole.unit === '户' && people?.kind === 'people' && people.digits.start === whole.unitEnd) return i + 2;
  const first = figures[behind];
  if (
    behind > i + 1 &&
    first?.dimension === whole.dimension &&
    text.startsWith('，其中', figures[behind - 1]!.end)
  )
    return behind;
  for (let at = i + 1; at < figures.length; at++) {
    const last = figures[at - 1]!;
    if (!CHANGED_BEGINS.at(text, last.end)) return at;
    const gap = between(text, last, figures[at]!);
    if (!CHANGED.test(gap) && !(figures[at]!.kind === 'percent' && OF_PLAN.test(gap))) return at;
  }
  return figures.length;
}

/** A whole, and what is said to be all or some of its parts, in the order of the text. */
export interface Parted {
  readonly total: Quantity;
  readonly parts: readonly Quantity[];
  readonly tie: Tie;
}

/** 税收收入中，|增值税: what follows says what something named before is made of. */
function isMember(text: string, total: Quantity): boolean {
  return /(?:中|其中|包括|如下)[，：:]$/.test(text.slice(0, leadStart(text, total)).slice(-4));
}

/** What the parts must come to, where they are told to be all of the whole or miss it by a slip. */
export function pushParts(text: string, { total, parts: all, tie }: Parted, found: Relation[]): void {
  const parts = upToWhole(text, total, all);
  if (parts.length < 2 || areNoParts(text, { total, parts, tie })) return;
  const labels = labelsOf(text, total, parts);
  const complete = nameAll(text, total, labels);
  const bracketed = tie === 'bare' && isBracketed(text, total, parts);
  if (!areStates(labels) && !mayBeParts(text, { total, parts, tie, labels }, complete || bracketed)) return;
  const sum = sumOf(evenlyWritten(parts));
  const miss = isOpenTo(total, parts, sum) ? undefined : missOf(sum, total);
  if (bracketed && !complete && isFarOff(miss, sum, total)) return;
  const exhaustive = complete || tie === 'listed' || bracketed;
  if (miss === 'under' && !exhaustive && isMainly(text, total, parts)) return;
  const slip = miss && slipOfUnit(total, parts);
  if (slip) {
    found.push(wrongUnit(text, total, parts, slip));
    return;
  }
  const account = ACCOUNT.test(lead(text, total));
  // What is missing, or over, is of what the names leave out.
  if (miss && !exhaustive && !isSlip({ total, parts, labels, miss, account })) return;
  const sure = (complete || tie === 'listed') && !isSeasonal(labels);
  found.push(
    sumRelation(parts, total, {
      reading: complete ? 'complements' : 'parts',
      holds: miss === undefined,
      doubtful: !sure,
      listed: true,
      ...(tie === 'among' && { among: true }),
    }),
  );
}

/** 夏粮, 秋粮: where 早稻 is grown there is a third. */
function isSeasonal(labels: readonly string[]): boolean {
  return labels.some((label) => SEASON.test(label));
}

/** 12亿元（甲3亿元、乙2亿元）: brackets that name so little name only some. */
function isFarOff(miss: Miss | undefined, sum: Interval, total: Quantity): boolean {
  return miss !== undefined && !isNear(middle(sum), total, FARTHEST.named);
}

/** 12亿元，|主要用于|…: what is left out goes without saying. */
function isMainly(text: string, total: Quantity, [first]: readonly Quantity[]): boolean {
  return MAINLY.test(between(text, total, first!));
}

/** Whether the names of the parts show that they are all: 合格、不合格; 一类、二类、三类; 男、女. */
function nameAll(text: string, total: Quantity, labels: readonly string[]): boolean {
  const before = text.slice(Math.max(0, total.start - NAMES_REACH), total.start);
  if (areComplete(labels) || areNumbered(labels)) return true;
  // 1至6月，实现产值|218亿元，其中一季度…
  if (makeUp(text.slice(boundBefore(text, total.start, SENTENCE_STOPS, NAMES_REACH), total.start), labels))
    return true;
  return (
    areNamedBefore(before, labels) ||
    areYearsOf(before, labels) ||
    areKindsOf(text.slice(total.unitEnd, total.unitEnd + KINDS_REACH), labels)
  );
}

/** The names of all parts before their whole are no longer. */
const NAMES_REACH = 40;

/**
 * Whether what a list names may be parts of the whole before it.
 * @param all whether its names, or a bracket, show that it has all of them
 */
function mayBeParts(
  text: string,
  { total, parts, tie, labels }: Parted & { readonly labels: readonly string[] },
  all: boolean,
): boolean {
  const above = parts.some((part) => part.value > total.value);
  if (tie === 'bare') {
    // 增值税386万元，企业所得税152万元，其他各税542万元: taxes all, none of them the whole of the others.
    if (above || (isMember(text, total) && !areOfOneSet(labels)) || isSibling(text, total, labels))
      return false;
    return all || isDivided(text, total, parts) || isNearlyAll(text, total, parts);
  }
  // A part above its whole is for `subset` to report, unless all parts are named.
  return all || tie === 'listed' || !above;
}

function missOf(sum: Interval, total: Quantity): Miss | undefined {
  if (addsUp(sum, total)) return undefined;
  return middle(sum) > middle(total) ? 'over' : 'under';
}

const isOpen = ({ high }: Quantity) => !Number.isFinite(high);

/** 超1.9亿人次，其中公路超1.76亿人次: what all of them come to is as open as the whole, which may be any amount beyond. */
const isOpenTo = (total: Quantity, parts: readonly Quantity[], sum: Interval) =>
  isOpen(total) && (parts.some(isOpen) || middle(sum) > total.value);

/**
 * 16家，其中甲类2家、乙类12家、丙类2家|，培育示范企业2家 · 86人，其中男52人、女34人|，党员42人: behind a comma something else begins, where the
 * whole is reached before it, or is by its names.
 */
function upToWhole(text: string, total: Quantity, all: readonly Quantity[]): readonly Quantity[] {
  for (let n = 2; n < all.length; n++) {
    if (!between(text, all[n - 1]!, all[n]!).includes('，')) continue;
    const parts = all.slice(0, n);
    const sum = addedUp(parts);
    if (Math.abs(sum - total.value) <= total.grain * EXACTLY) return parts;
    if (isNear(sum, total, FARTHEST.named) && areComplete(labelsOf(text, total, parts))) return parts;
  }
  return all;
}

const labelsOf = (text: string, total: Quantity, parts: readonly Quantity[]) =>
  parts.map((part, k) => labelOf(text, parts[k - 1]?.end ?? total.end, part));
const EXACTLY = 1e-6;

const MAINLY = /主要/;

/** The noun of a whole that names its kinds in a bracket is no longer: 村（居、社区）. */
const KINDS_REACH = 16;

/** 176所|（小学121所、中学55所）: what a bracket right behind a figure lists is what it is made of, where it comes near it. */
function isBracketed(text: string, total: Quantity, parts: readonly Quantity[]): boolean {
  return (
    OPENS.test(between(text, total, parts[0]!)) &&
    CLOSES.test(text.slice(parts.at(-1)!.unitEnd, parts.at(-1)!.unitEnd + 8)) &&
    parts.every((part) => part.unit === total.unit && part.value < total.value)
  );
}
const OPENS = /^[^，。；、\d（(）)]{0,8}[（(](?!其中|含|包括|不含|主要)[^，。；、\d（(）)]{1,12}$/;
const CLOSES = /^[^，。；、\d（(）)等]{0,6}[）)]/;
/** 夏粮, 秋粮: where 早稻 is grown it is a third. */
const SEASON = /[夏秋]粮/;
/** One of these stands in all that ties parts to a whole. */
const TIES = new ShortList([
  '其中',
  '用于',
  '：',
  ':',
  '（',
  '(',
  '分为',
  '分别',
  '包括',
  '即',
  '，',
  ',',
  '中',
  '已',
]);

/** `before`: the figure before the first part, the whole or how it changed. */
function tieOf(
  text: string,
  { total, before, first }: { readonly total: Quantity; readonly before: Quantity; readonly first: Quantity },
): Tie | undefined {
  if (!TIES.isIn(text, before.end, first.start)) return undefined;
  const gap = between(text, before, first);
  if (AMONG.test(gap)) return 'among';
  if (IN_ALL.test(lead(text, total)) && LISTED.test(gap)) return 'listed';
  return BARE.test(gap) && !OTHER.test(gap) ? 'bare' : undefined;
}

/** The parts from figure `first` on; undefined where what the list is cannot be told. */
export function partsBehind(
  text: string,
  { figures, start }: Pick<Sentence, 'figures' | 'start'>,
  first: number,
  tie: Tie,
): Quantity[] | undefined {
  const { dimension } = figures[first]!;
  const parts: Quantity[] = [];
  const depth = depthAt(text, start, figures[first]!.start);
  let before: Quantity | undefined;
  for (let k = first; k < figures.length; k++) {
    const part = figures[k]!;
    if (depthAt(text, start, part.start) > depth) continue;
    const last = parts[parts.length - 1];
    if (part.dimension !== dimension || !adds(part)) break;
    const goesOn = last ? joint(between(text, last, part).replace(ASIDE, ''), before === last) : 'on';
    before = part;
    if (goesOn === 'over') break;
    if (goesOn === 'unclear') return tie === 'bare' ? parts : undefined;
    if (NOT_ADDITIVE.test(lead(text, part, 12))) return endsBefore(text, parts, part) ? parts : undefined;
    parts.push(part);
  }
  return parts;
}

/** 水田1750亩、旱地830亩|，人均1.2亩: behind a comma, what is no part ends the list. */
function endsBefore(text: string, parts: readonly Quantity[], next: Quantity): boolean {
  return parts.length > 1 && between(text, parts.at(-1)!, next).startsWith('，');
}

/**
 * How a list goes on behind a gap: with another part, not at all, or with what cannot be told. It is over behind the closing bracket,
 * or with another figure between.
 */
function joint(gap: string, isNext: boolean): 'on' | 'over' | 'unclear' {
  if (!isNext || /[）)]/.test(gap) || BOUNDED.test(gap)) return 'over';
  return PART_GAP.test(gap) && !OTHER.test(gap) ? 'on' : 'unclear';
}

const ACCOUNT = /(?:总收入|总支出|[收支][入出](?:总[计额量]|合计))[^，。；、\d]{0,6}$/;
