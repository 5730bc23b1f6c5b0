/**
 * A part, its whole and the share: 办结776件，占862件的95.8% · 640份案卷中，优秀的416份，占65% · 计划100亿元，完成90亿元，完成率90%.
 */
import { isPlain, type Quantity } from '../../../language/quantities/quantities.ts';
import { divide, type Interval, scale } from '../../../language/text/interval.ts';
import { anyOf } from '../../../language/text/pattern.ts';
import { comesTo, sharpened } from './change.ts';
import { isNegation } from './complements.ts';
import type { Relation } from './relation.ts';
import { between, IN_TOTAL, isRateOf, JOINED, lead, type Sentence } from './sentences.ts';
import { shareWithout } from './shapes.ts';
import { adds } from './sums.ts';

/** Whose shares are of something else than the figure before. */
const NOT_SHARED = /人均|平均|年均|比重/;

/** How many figures of other kinds may stand between a part and its whole. */
const MOST_BETWEEN = 3;

/** Of another kind, or by how much the part grew: 收入8.36亿元，同比增加0.52亿元，完成预算16.61亿元的50.3%. */
function isAside(text: string, q: Quantity, part: Quantity): boolean {
  return (
    q.dimension !== part.dimension ||
    /(?:比|较|同比)[^，。；、\d]{0,8}(?:增[加收长]?|减[少收]?|多|少)$/.test(lead(text, q))
  );
}

/** 占58.3%|（7起|）: a part that stands behind its own share. */
function isBeside(text: string, figures: readonly Quantity[], at: number): boolean {
  return figures[at - 1]?.kind === 'percent' && /^[（(]$/.test(between(text, figures[at - 1]!, figures[at]!));
}

/** 男性|130人|（占比78%），女性37人（占比|22%|）: both are parts of one whole, each with its share. */
function isSibling(text: string, figures: readonly Quantity[], at: number, i: number): boolean {
  const [x, own, y, r] = [figures[at]!, figures[at + 1]!, figures[i - 1]!, figures[i]!];
  return (
    at + 3 === i &&
    own.kind === 'percent' &&
    own.value + r.value <= WHOLE &&
    between(text, x, own) === between(text, y, r) &&
    !between(text, own, y).includes('其中')
  );
}
/** In per cent, and one for what was rounded. */
const WHOLE = 101;

/** The share at figure `i`: the part is the figure before it, behind its own growth, the whole the nearest one of that kind. */
export function readPortions(text: string, sentence: Sentence, i: number, found: Relation[]): void {
  const { figures } = sentence;
  const r = figures[i]!;
  if (r.kind !== 'percent' || i < 2 || !isPlain(r) || isOneOfSeveral(text, figures, i)) return;
  let partAt = i - 1;
  while (partAt > 1 && isRateOf(text, figures, partAt)) partAt--;
  // 合格471批次，不合格|9批次，合格率: the rate is of those before.
  const { what, done } = OF_ACT.exec(text.slice(figures[i - 1]!.end, r.start))?.groups ?? {};
  if (what !== undefined && partAt > 1 && isNegated(lead(text, figures[partAt]!), what))
    // 满意847件，基本满意31件，不满意|18件，满意率: of that which is called so, where one is.
    partAt = Math.max(namedAt(text, figures.slice(0, partAt), what), 0) || partAt - 1;
  const y = figures[partAt]!;
  if (!adds(y)) return;
  // 仍有|3个|项目未开工，开工率
  if (what !== undefined && isNegated(`${lead(text, y)}，${partAt === i - 1 ? done : ''}`, what)) {
    readRest(text, figures, i, found);
    return;
  }
  const portion = portionAt(text, figures, i, partAt);
  if (portion && !NOT_SHARED.test(text.slice(sentence.start, r.start))) pushPortion(text, portion, r, found);
}

/** 48家、98家、201家，占347家的13.8%|、|28.2%: one share for each of the parts before. */
function isOneOfSeveral(text: string, figures: readonly Quantity[], i: number): boolean {
  const next = figures[i + 1];
  return next?.kind === 'percent' && JOINED.test(between(text, figures[i]!, next));
}

/** What the share at figure `i` is of, the part being figure `partAt`. */
function portionAt(
  text: string,
  figures: readonly Quantity[],
  i: number,
  partAt: number,
): Portion | undefined {
  const [y, r] = [figures[partAt]!, figures[i]!];
  let at = partAt - 1;
  while (at > 0 && partAt - 1 - at < MOST_BETWEEN && isAside(text, figures[at]!, y)) at--;
  const x = figures[at]!;
  if (x.dimension !== y.dimension || !adds(x) || isBeside(text, figures, at)) return undefined;
  if (isSibling(text, figures, at, i)) return undefined;
  const beside = at === i - 2 ? shareOf(text, x, y, r) : undefined;
  const read = beside ?? shareAmong(text, figures, { at, partAt, i });
  if (read || partAt !== i - 1) return read;
  return completionOf(text, x, y, r) ?? shareOf(text, { ...x, end: figures[i - 2]!.end }, y, r, x);
}

/** What a part of a whole comes to, against the share that is told. */
function pushPortion(text: string, portion: Portion, r: Quantity, found: Relation[]): void {
  const { part, whole, excess, completes } = portion;
  const ratio = divide(...sharpened(part, asSet(text, part, whole)));
  if (!ratio) return;
  const rate = scale(ratio, 100);
  const expected = excess ? { low: rate.low - 100, high: rate.high - 100 } : rate;
  const share = excess ? r.value + 100 : r.value;
  found.push({
    rule: 'share',
    reading: completes || excess ? 'completion' : 'portion',
    claimed: r,
    members: [part, whole],
    expected,
    says: { is: 'portion', of: excess ? 'excess' : completes ? 'plan' : 'whole', part, whole },
    holds: agrees(expected, r),
    alternatives: [
      { figure: part, value: (whole.value * share) / 100 },
      ...(r.value > 0 ? [{ figure: whole, value: (part.value * 100) / share }] : []),
    ],
  });
}

interface Portion {
  readonly part: Quantity;
  readonly whole: Quantity;
  /** 完成 rather than 占. */
  readonly completes?: boolean;
  /** What is over the plan, not the rate of completion. */
  readonly excess?: boolean;
}

function agrees(expected: Interval, r: Quantity): boolean {
  return comesTo(expected, r);
}

/** A plan is set as it is written: 预算24亿元 is 24.00. */
function asSet(text: string, part: Quantity, whole: Quantity): Quantity {
  const set =
    whole.approximation === 'exact' &&
    whole.grain === whole.scale &&
    whole.grain >= part.grain &&
    SET.test(lead(text, whole));
  return set ? { ...whole, low: whole.value, high: whole.value } : whole;
}
const SET = /(?:预算|计划|目标|任务)[^，。；、\d]{0,6}$/;

const TAKES = new RegExp(
  [
    String.raw`^[^。；\d]{0,12}[，、,（(]?`,
    String.raw`(?:占|完成|(?:为|达到?|相当于)[^，。；、\d]{0,8}(?:目标|任务|计划|预算))[^，。；、\d]{0,14}$`,
  ].join(''),
);
const OF = /^[^，。；、\d]{0,6}的$/;

/** 办结776件，占862件的95.8% */
function shareOf(text: string, x: Quantity, y: Quantity, r: Quantity, part = x): Portion | undefined {
  return TAKES.test(between(text, x, y)) && OF.test(between(text, y, r)) ? { part, whole: y } : undefined;
}

const SHARES = [
  '占比 占总数的? 占全部的? 占比例 所占比例 比例 占',
  String.raw`占(?<whole>[\u4e00-\u9fff]{1,8})总[数量额]的? 占(?<same>[\u4e00-\u9fff]{2,12}?)的(?:比重|比例)?`,
];
const SHARE = new RegExp(`^[，、,（(]${anyOf(SHARES)}(?:为|达到?)?$`);
const IN_ALL = new RegExp(
  String.raw`(?:${IN_TOTAL}|总计|合计|累计|总[数量](?=为|达|是|$))[^，。；、\d]{0,8}$`,
);
const NEXT = /^[^。；\d]{0,4}[，,][^，。；\d]{0,14}$/;
/** 640份|案卷中，评为优秀的|416份 */
const WITHIN = /^[^，。；、\d]{0,14}(?:中|里|内)[，,]?(?:有)?[^，。；、\d]{0,14}$/;
/** 320家|餐馆，完成改造的|208家 */
const AND = /^[^，。；、\d]{0,10}[，,](?:已|其中)?[^，。；、\d]{2,12}$/;
/** 完成投资152亿元，其中工业|68亿元 */
const AMONG = /^[^，。；、\d]{0,10}[，,（(]其中[，：:,]?[^，。；、\d]{1,14}$/;
/** 310批次，合格|276批次 */
const DEALT_WITH = '完成 整改 办结 开工 竣工 完工 投产 销号 建成 通过 达标';
const COUNTED = new RegExp(
  [
    // ，合格
    String.raw`^(?:[^，。；、\d]{0,10}[，,、](?:已|其中)?[^，。；、\d]{2,12}`,
    // 年度项目已开工
    String.raw`|[^，。；、\d]{2,12}(?:已|共|全部)?${anyOf(DEALT_WITH)})$`,
  ].join(''),
);
const OTHER = /另|新增|同比|比上|较上|增(?![强收效])|减(?![轻负灾])|每/;

/** 合格276批次，|合格|率 · 960户签约，|签约|率 */
const RATE_OF_PART = new RegExp(
  [
    String.raw`^(?<done>[\u4e00-\u9fff]{0,6})[，、,（(]`,
    String.raw`(?<what>[\u4e00-\u9fff]{2,4})[率面](?:为|达到?)?$`,
  ].join(''),
);
/** What a rate behind a comma is of; between the figure and the comma may stand what was, or was not, done. */
const OF_ACT = /^(?<done>[^，。；\d]{0,14})[，、,（(](?<what>[\u4e00-\u9fff]{2,4})率(?:为|达到?)?$/;

/** 抽检1680批次，检出不合格38批次，合格率97.7%: of what the figure before the rate leaves of the one before it. */
function readRest(text: string, figures: readonly Quantity[], i: number, found: Relation[]): void {
  const [whole, rest, r] = figures.slice(i - 2, i + 1) as [Quantity, Quantity, Quantity];
  if (whole.unit !== rest.unit || !adds(whole) || !adds(rest) || rest.value >= whole.value) return;
  const gap = between(text, whole, rest);
  if (!(COUNTED.test(gap) || WITHIN.test(gap)) || OTHER.test(lead(text, whole))) return;
  const relation = shareWithout(rest, whole, r);
  if (relation) found.push({ ...relation, holds: agrees(relation.expected, r), doubtful: true });
}

/** Of the figures the last that is called so, and in no longer words. */
function namedAt(text: string, figures: readonly Quantity[], what: string): number {
  return figures.findLastIndex((q) => lead(text, q).replace(/^其中|[“”]/g, '') === what);
}

function isNegated(said: string, what: string): boolean {
  return ['不', '未', '没有'].some((word) => said.includes(word + what));
}

/** 36个村中，已有27个|村通了宽带，覆盖|率达 */
const RATE_WITHIN = new RegExp(
  [
    // what was done
    String.raw`^(?<done>[\u4e00-\u9fff\dA-Z“”]{0,16})[，、,（(]`,
    // and the rate of it, none of growth or of death
    String.raw`(?<what>(?!(?:增长|失业|死亡|发生)率)[\u4e00-\u9fff]{2,6})[率面](?:为|达到?|是)?$`,
  ].join(''),
);
/** 收回 has all that 回收 says. */
export function hasAll(text: string, word: string): boolean {
  return [...word].every((char) => text.includes(char));
}

const REST = /其余|剩余|还有|尚有|仍有|正在|尚未|未/;
const FIGURES_IN_GAP = /\d[\d.]*/g;

/** What stands between two figures, without their growth (，增长4.8%) and without digits. */
function gapOf(text: string, figures: readonly Quantity[], from: number, to: number): string {
  let gap = '';
  let end = figures[from]!.end;
  for (let k = from + 1; k < to; k++) {
    const behind = figures[k]!.end;
    if (!isRateOf(text, figures, k)) gap += text.slice(end, behind);
    end = behind;
  }
  return (gap + text.slice(end, figures[to]!.start)).replace(FIGURES_IN_GAP, '');
}

/** 共862件，办结776件，占90% · 640份案卷中，优秀的416份，占65% · 抽检310批次，合格276批次，合格率89% */
function shareAmong(
  text: string,
  figures: readonly Quantity[],
  { at, partAt, i }: { readonly at: number; readonly partAt: number; readonly i: number },
): Portion | undefined {
  const [whole, part, r] = [figures[at]!, figures[partAt]!, figures[i]!];
  const claim = between(text, figures[i - 1]!, r);
  const gap = gapOf(text, figures, at, partAt);
  const within = WITHIN.test(gap);
  const { done, what } = (within ? RATE_WITHIN : RATE_OF_PART).exec(claim)?.groups ?? {};
  const said = what === undefined ? SHARE.exec(claim)?.groups : undefined;
  const isOfPart =
    what === undefined
      ? said !== undefined && isNamedWhole(said, lead(text, whole), gap)
      : isDone(`${lead(text, part)}${done}`, what, within) && !isOfBoth(lead(text, whole), what);
  if (!isOfPart || isOfOtherGrade(lead(text, whole), lead(text, part), what)) return undefined;
  const bare = what === undefined && said?.whole === undefined && said?.same === undefined;
  if (bare && IN_ALL.test(lead(text, whole)) && NEXT.test(gap)) return { part, whole };
  if (!isAlike(whole, part) || part.value > whole.value || OTHER.test(gap)) return undefined;
  if (within) return { part, whole };
  // 结案318件，其中调解241件、裁决77件，结案率: one of a list is not the whole of the next.
  if (gap.includes('、') && lead(text, whole).startsWith('其中')) return undefined;
  const isTied = AMONG.test(gap) || (bare ? AND : COUNTED).test(gap);
  const isOther = !isTied || OTHER.test(lead(text, whole)) || fitsEarlier(figures.slice(0, at), part, r);
  return isOther ? undefined : { part, whole };
}

/** 人 and 名 count the same. */
function isAlike(whole: Quantity, part: Quantity): boolean {
  return whole.unit === part.unit || (whole.kind === 'people' && part.kind === 'people');
}

/** 满意的302户，|基本|满意的15户，满意率 · 批捕268人，|不|批捕144人: of two side by side neither is the whole of the other. */
function isOfOtherGrade(whole: string, part: string, what = ''): boolean {
  if (isNegation(whole, part)) return true;
  return what !== '' && whole.includes(what) && GRADES.some((grade) => part.includes(grade + what));
}
const GRADES = ['基本', '比较', '较', '较为', '非常', '不', '不太'];

/** 批捕196人，不捕40人，|不捕|率: of both together, not of those that were. */
function isOfBoth(whole: string, what: string): boolean {
  return /^[不未]/.test(what) && sharesAct(whole, what);
}

/** Whether what was done to some is what the rate says was not done to others: 批准逮捕 of 不捕. */
function sharesAct(about: string, what: string): boolean {
  return [...what.slice(1)].some((char) => about.includes(char)) && !/受理|全部|所有|共/.test(about);
}

/** 合格276批次，合格率: whether the rate is of what the part did. 其余18项正在整改，整改率98.7%: that of those that are done. */
function isDone(part: string, what: string, within: boolean): boolean {
  // 城镇化率 is of those in 城镇.
  const act = what.replace(/化$/, '');
  return (within || hasAll(part, act)) && !REST.test(part);
}

/** 行政村160个，其中强村48个，占行政村总数的35%: whether the whole that a share names is the one before the part. */
function isNamedWhole(
  { whole, same }: Readonly<Record<string, string | undefined>>,
  about: string,
  gap: string,
): boolean {
  const named = whole ?? same;
  if (named === undefined) return true;
  // 占财政支出的 is of what the whole is called, to its last word.
  return `${about}${gap}`.includes(named) && (same === undefined || isCalled(about, named));
}

/** The share may be of a figure farther back. */
function fitsEarlier(earlier: readonly Quantity[], part: Quantity, share: Quantity): boolean {
  return earlier.some((q) => {
    const ratio = q.dimension === part.dimension && adds(q) ? divide(part, q) : undefined;
    return ratio !== undefined && agrees(scale(ratio, 100), share);
  });
}

/** Whether the lead of a figure ends with its name: 完成财政支出|62.4亿元, 一般公共预算收入完成|18亿元. */
export function isCalled(lead: string, name: string): boolean {
  return lead.replace(/(?:已|共|累计|总计|合计|完成|实现|达到?|为|是|有){1,4}$/, '').endsWith(name);
}

/** What a plan is called, and what of it was done. */
const PLAN = /(?<plan>预算|计划|目标|任务|应)[^，。；、\d]{0,8}$/;
const DONE = /决算|完成|实际|实现|支出|到位|开工|竣工|发放|执行|收入|已|落实/;
const OF_WHEN = '全年 年度 年初 年 调整后? 总 全部 既定 本年 当年 计划';
const PLANS = '预算 计划 目标 任务 计划数 目标任务 年初数';
/** 完成年初预算的, 占计划的, 完成率为 */
const COMPLETES = new RegExp(
  [
    `^[，、,（(]?(?:为|占|完成|达到?|实现|支出|完成率)(?:了)?${anyOf(OF_WHEN)}*`,
    `(?<plan>${anyOf(PLANS)})(?:数|总?额|任务|目标|安排)?的?(?:比例)?(?:为|达)?$`,
  ].join(''),
);
const RATES = '完成率 执行率 完成比例 开工率 到位率 支出率 完成进度 执行进度 支出进度 完成目标的? 完成';
const RATE = new RegExp(String.raw`^[，、,（(][^，。；、\d]{0,6}${anyOf(RATES)}(?:为|达到?)?$`);
const EXCEEDS = /^[，、,（(](?:超额|超额完成|超计划|超计划完成|超目标)(?:计划|任务|目标)?(?:的)?$/;

/** 年初预算100万元，支出决算90万元，完成年初预算的90% */
function completionOf(text: string, x: Quantity, y: Quantity, r: Quantity): Portion | undefined {
  const plan = PLAN.exec(lead(text, x))?.groups?.plan;
  const gap = between(text, x, y);
  if (plan === undefined || /[。；]/.test(gap) || PLAN.test(lead(text, y)) || !DONE.test(gap))
    return undefined;
  if (/其中|比上|较上|增加|减少/.test(gap)) return undefined;
  const claim = between(text, y, r);
  if (EXCEEDS.test(claim)) return { part: y, whole: x, excess: true };
  // 计划总投资50亿元，今年完成20亿元，完成年度计划的: a year's share of it has a plan of its own.
  if (/[年当]/.test(claim) && /总投资|总任务|总目标|[三五]年/.test(lead(text, x))) return undefined;
  const named = COMPLETES.exec(claim)?.groups?.plan;
  if (named === undefined ? !RATE.test(claim) : !isNamed(lead(text, x), named)) return undefined;
  return { part: y, whole: x, completes: true };
}

/** Whether the plan that a rate is of is the one before: a rate of the 预算 is none of a 目标. */
function isNamed(plan: string, named: string): boolean {
  return (
    plan.includes(named.slice(0, 2)) || /任务|目标|计划/.test(named + plan) === /任务|目标|计划/.test(named)
  );
}
