/**
 * 由…增至…，增长… and its kin: two ends named one after the other, and what is said of the way between them.
 */
import { isPlain, type Quantity } from '../../../language/quantities/quantities.ts';
import { boundBefore, CLAUSE_STOPS } from '../../../language/text/bounds.ts';
import { Characters, DIGITS } from '../../../language/text/characters.ts';
import { HAN_DIGITS } from '../../../language/text/numerals.ts';
import { asRounded, changeOf, doubledAs, isReversed, wrongWay } from './change.ts';
import { isRank } from './ranks.ts';
import type { Relation } from './relation.ts';
import type { Way } from './saying.ts';
import { between, lead, leadStart, type Sentence } from './sentences.ts';
import { asPercent } from './shapes.ts';
import {
  DOWN,
  isDown,
  isUp,
  mayBeReal,
  OTHER_BASIS,
  oppositeOf,
  RATE_NOUNS,
  SPAN,
  SPAN_YEARS,
  UP,
  YIELDS,
} from './verbs.ts';

/** Verbs that leave the direction to the figures. */
const NEUTRAL = '发展|变化|变动|调整|变|突破|达|一跃|跃';
/** A unit of what stands around the verb, within the clause. */
const BESIDE = '[^，。；、：\\d（(]';
/** Between two ends: 多万亩|增加|到|2025年的. */
const MOVE = new RegExp(
  [
    // 多万亩，
    `^${BESIDE}{0,6}?[，,]?`,
    `(?<verb>${UP}|${DOWN}|${NEUTRAL}|)(?<to>到|至|为|成)了?`,
    // 全年的, 2025年底的, 现在的
    `(?:全年的?|${BESIDE}{0,2})?(?:\\d{4}年(?:底|末)?的?)?${BESIDE}{0,8}$`,
  ].join(''),
);
const FROM = /(?:由|从|自)[^，。；]{0,28}$/;
/** Two ends of several things; 受理各类事项由 is of them all. */
const OF_SEVERAL = /分别|各(?![类项种级])/;
/** What {@link FROM} begins with. */
const FROM_WORDS = new Characters('由从自');

/** 增长了, 亩均增产约. */
const CHANGED = `(?:[亩户人]均|单产)?(?<how>${YIELDS}|${UP}|${DOWN}|${RATE_NOUNS}|翻|增|减)(?:了|达到?|为|约|近)?`;
/** 是2019年的, 相当于五年前的. */
const TIMES = `(?<times>是|为|相当于)(?:原来|以前|过去|当年|当时|上年|去年|\\d{4}年|[一二两三四五六七八九十]年前)?的`;
/** Between the later end and a claim about both: no other subject. */
const CLAIM = new RegExp(
  [
    // 的水平，五年间
    `^(?:的?水平|[\\u4e00-\\u9fff]{0,4}(?=[，、,（(]))?[，、,（(]?(?:其间|期间|${SPAN})?`,
    '(?<base>同比|环比|(?:比|较)[^，。；、\\d]{0,8}(?:\\d{4}年)?)?',
    // 每人每月|提高
    `(?:${SPAN})?(?:累计|共|总共|一共|净|新|实际|名义|平均|每[人户亩生](?:每[年月天])?)?`,
    '(?<average>年均|年平均|平均每年|每年平均|每年)?(?:复合)?(?:累计|共|净|实现了?)?',
    `(?:${CHANGED}|${TIMES})$`,
  ].join(''),
);

/** Whether something may have gone from one figure to the other. */
function areEnds(a: Quantity, b: Quantity): boolean {
  return a.dimension === b.dimension && a.kind !== 'point' && isPlain(a) && isPlain(b);
}

/** 将装配精度由0.04毫米提升至0.01毫米: what gets better as the figure gets smaller. */
const FINER = /(?:精度|精密度|精细度|分辨率|分辨力|制程|检出限)(?:已|也|都)?(?:由|从|自)[^，。；]{0,8}$/;

/** 由 a 增至 b，… c */
export function readMove(text: string, sentence: Sentence, i: number, found: Relation[]): void {
  const move = moveAt(text, sentence, i);
  if (!move) return;
  const { a, b, rises, way } = move;
  const claims = claimsAfter(text, sentence, i + 1);
  if (rises && claims.length === 0) readDoubled(text, a, b, way, found);
  if (isReversed(a, b, rises) && a.value >= 0 && b.value >= 0) {
    if (rises && FINER.test(lead(text, a))) return;
    found.push(wrongMove(text, move, claims));
    return;
  }
  if (OTHER_BASIS.test(text.slice(sentence.start, sentence.end))) return;
  readClaims(text, sentence, move, claims, found);
}

/** Two ends, and the verb that says which way it went from the first to the second. */
interface Move extends Pick<Ends, 'a' | 'b' | 'rises' | 'way'> {
  readonly verb: string;
  /** Where the verb begins. */
  readonly at: number;
}

/** 由|15亿元|增至|18亿元, beginning with figure `i`. */
function moveAt(text: string, { figures }: Sentence, i: number): Move | undefined {
  const a = figures[i]!;
  const b = figures[i + 1];
  if (!b || !areEnds(a, b)) return undefined;
  if (!FROM_WORDS.isIn(text, leadStart(text, a), a.start)) return undefined;
  const gap = between(text, a, b);
  const { verb, to } = MOVE.exec(gap)?.groups ?? {};
  const before = lead(text, a);
  if (verb === undefined || to === undefined || !FROM.test(before) || OF_SEVERAL.test(before))
    return undefined;
  if (isRank(text, a, b) || /不等|之间/.test(text.slice(b.end, b.end + 2))) return undefined;
  // 发展到, 达到 and 到 leave the direction to the figures.
  const rises = verb === '' || !(isUp(verb) || isDown(verb)) ? b.value > a.value : !isDown(verb);
  return { a, b, rises, way: { by: 'verb', verb: `${verb}${to}` }, verb, at: a.end + gap.lastIndexOf(verb) };
}

/** 由60个|增加|到50个，|增加|10个: the verbs to turn round; a claim that says where it really went (减少10个) stands. */
function wrongMove(text: string, { a, b, rises, way, verb, at }: Move, claims: readonly Claimed[]): Relation {
  const astray = claims.filter(({ how }) => !(isUp(how) || isDown(how)) || isDown(how) === !rises);
  const verbs = [{ start: at, end: at + verb.length }, ...astray.map(({ word }) => word)];
  const borne = astray.length === claims.length ? claims : [];
  return wrongWay(text, { reading: 'move', a, b, claimed: b, way, verbs, claims: borne });
}

/** 由12亿元增至15亿元，|增加3亿元、增长25%|: what is claimed of the way, as far as it is of these two ends. */
function readClaims(
  text: string,
  sentence: Sentence,
  { a, b, rises, way }: Move,
  claims: readonly Claimed[],
  found: Relation[],
): void {
  const head = text.slice(sentence.start, a.start);
  for (const { c, base, average, how, word } of claims) {
    if (base && !matchesBase(head, base) && !(base === '同比' && isYearAfter(sentence, a, b))) return;
    if (isDown(how) !== !rises && how !== '翻' && !isTimes(how)) {
      if (/增幅|降幅|减幅|增速/.test(how)) continue;
      readTurned({ a, b, c, way, how, word }, found);
      return;
    }
    const real = isRate(c) && mayBeReal(head, a);
    // Whatever prices did, who says 由15亿元到45亿元，增长3倍 has counted the first end too.
    if (real && !(c.kind === 'times' && b.value === a.value * c.value)) return;
    pushClaim(text, { sentence, a, b, c, rises, average, way, how }, found);
  }
}

/** What is counted at constant prices where the sentence says so: 增长8%, 增长2倍. */
function isRate({ kind }: Quantity): boolean {
  return kind === 'percent' || kind === 'times';
}

/** 由6.2亿元下降到5.8亿元，增长6.5%: what the ends come to, under a verb of the other direction. */
function readTurned(
  { a, b, c, way, how, word }: Pick<Ends, 'a' | 'b' | 'c' | 'way' | 'how'> & Pick<Claimed, 'word'>,
  found: Relation[],
): void {
  const opposite = oppositeOf(how);
  if (opposite === undefined) return;
  const turned = changeOf({ reading: 'move', a, b, c, rises: isDown(how), years: 1, way, how: opposite });
  if (!turned?.holds || c.value <= 0) return;
  const said = changeOf({ reading: 'move', a, b, c, rises: !isDown(how), years: 1, way, how });
  if (!said || said.holds) return;
  found.push({ ...said, alternatives: [], rewordings: [[{ ...word, text: opposite }]] });
}

/** ，实现数量|翻番: without a number it says twice as much. */
const DOUBLED = /^[，、,][^，。；、\d]{0,8}(?<!倍增)翻番(?!目标|计划|行动|[^，。；]{0,4}任务)/;
const DOUBLED_REACH = 14;

function readDoubled(text: string, a: Quantity, b: Quantity, way: Way, found: Relation[]): void {
  const at = text.indexOf('翻番', b.end);
  if (at < 0 || at > b.end + DOUBLED_REACH || !DOUBLED.test(text.slice(b.end, at + 8))) return;
  const relation = doubledAs({ a, b, way });
  if (relation) found.push(relation);
}

/** 是原来的|4倍 */
function isTimes(how: string): boolean {
  return how === '是' || how === '为' || how === '相当于';
}

interface Claimed {
  readonly c: Quantity;
  readonly base: string | undefined;
  readonly average: boolean;
  readonly how: string;
  /** Where the verb stands. */
  readonly word: { readonly start: number; readonly end: number };
}

/** The claims behind figure `at`: 增加10亿元、增长20%, the second behind the first. */
function claimsAfter(text: string, { figures }: Sentence, at: number): Claimed[] {
  const claims: Claimed[] = [];
  let last = figures[at]!;
  for (let k = at + 1; k < figures.length && k <= at + 3 && claims.length < 2; k++) {
    const c = figures[k]!;
    // 两年|提高25%: the span is no figure of the claim.
    if (c.kind === 'duration' && figures[at]!.kind !== 'duration') continue;
    const gap = between(text, last, c);
    const { base, average, times, how = times } = isPlain(c) ? (CLAIM.exec(gap)?.groups ?? {}) : {};
    if (how === undefined) break;
    const start = last.end + gap.lastIndexOf(how);
    claims.push({
      c: asPercent(c),
      base,
      average: average !== undefined,
      how,
      word: { start, end: start + how.length },
    });
    last = c;
  }
  return claims;
}

interface Ends {
  readonly sentence: Sentence;
  readonly a: Quantity;
  readonly b: Quantity;
  readonly c: Quantity;
  readonly rises: boolean;
  readonly average: boolean;
  readonly way: Way;
  readonly how: string;
}

function pushClaim(text: string, { sentence, average, ...ends }: Ends, found: Relation[]): void {
  const { a, b } = ends;
  const spans = average ? spansOf(text, sentence, a, b) : [1];
  const read = spans.flatMap((years) =>
    average && years < 2 ? [] : (changeOf({ reading: 'move', ...ends, years }) ?? []),
  );
  // 三年间 may count three steps or name three years: either will do.
  const best = read.find(({ holds }) => holds) ?? read[0];
  if (best) found.push(best);
}

/** 回首“十四五”，…: what is said of the way is said of five years, unless it is of a part of them. */
const FIVE_YEARS = /“十[一二三四五]五”|五年来|五年间|过去五年/;
const SOME_OF_THEM = /开局|第[一二三四]年|前[一二三四]年|以来/;
const PLAN_REACH = 160;

function isOfFiveYears(before: string): boolean {
  return FIVE_YEARS.test(before) && !SOME_OF_THEM.test(before);
}

/** How far before a figure its year stands: 2023年|全县地方财政收入由|. */
const YEAR_REACH = 20;

/** The years between the ends: by the years written before each of them, or by 三年间 before the first. */
function spansOf(text: string, { start, years }: Sentence, a: Quantity, b: Quantity): readonly number[] {
  const from = years.find((y) => y.start < a.start && a.start - y.end < YEAR_REACH);
  const to = years.find((y) => y.start > a.end && y.start < b.start);
  if (from && to) return to.value > from.value ? [to.value - from.value] : [];
  const before = text.slice(Math.max(start, a.start - 40), a.start);
  const period = years.filter((y) => y.end <= a.start);
  const [first, last] = period.slice(-2);
  // 2020年至2024年，…
  if (first && last && /^[至到—–－-]{1,2}$/.test(text.slice(first.end, last.start)))
    return [last.value - first.value];
  const { near, span: named } = SPAN_YEARS.exec(before)?.groups ?? {};
  const words = near ?? named;
  if (words === undefined)
    return isOfFiveYears(text.slice(Math.max(0, a.start - PLAN_REACH), a.start)) ? [5] : [];
  const count = words === '两' ? 2 : `${HAN_DIGITS}十`.indexOf(words);
  const span = count > 0 ? count : Number(words);
  return span > 2 ? [span, span - 1] : span === 2 ? [2] : [];
}

/** 由2023年的860件降至2024年的688件: 同比 is of the two. */
function isYearAfter({ years }: Sentence, a: Quantity, b: Quantity): boolean {
  const from = years.find((y) => y.end <= a.start && a.start - y.end < YEAR_REACH);
  const to = years.find((y) => y.start > a.end && y.end <= b.start);
  return from !== undefined && to !== undefined && to.value === from.value + 1;
}

/** 同比 and 比上年 speak of the year before: only if the first end is that year's. */
function matchesBase(before: string, base: string): boolean {
  const clause = before.slice(boundBefore(before, before.length, CLAUSE_STOPS));
  const last = /[由从自].*/s.exec(clause)?.[0] ?? '';
  if (/上年|去年|同期|上一年/.test(last)) return true;
  // 由年初的125家增加到160家，较年初增长28%
  const named = base.replace(/^[比较]/, '');
  if (named.length > 1 && last.includes(named)) return true;
  const year = /(\d{4})年/.exec(last)?.[1];
  return year !== undefined && base.includes(year);
}

// ---------------------------------------------------------------------------------------------------------------
// The claim before the ends

/** 信访量|下降12%，|信访总量|由上年的500件减少到450件; 压减法人户数|12户|，由86户减至74户 */
const CLAIMS_FIRST = new RegExp(`(?<how>${UP}|${DOWN}|翻)了?[\\u4e00-\\u9fff]{0,6}$`);
const THEN_FROM = /^(?:目标)?[，,：:（(](?<subject>[^，。；、\d]{0,12}?)(?:由|从)[^，。；、]{0,14}$/;

/** What is no change between two ends of one thing; 平均候诊时间|缩短 is one. */
const NOT_AT_ONCE = /年均|平均(?:每年)?[增减提下上降升]|目标|力争|分别|各/;

/** … c，由 a 增至 b */
export function readClaimFirst(text: string, sentence: Sentence, i: number, found: Relation[]): void {
  const [c, a, b] = sentence.figures.slice(i, i + 3);
  if (!a || !b || !isPlain(c!) || !isPlain(a) || !isPlain(b)) return;
  const fits =
    a.kind === 'percent'
      ? c!.kind === 'point'
      : /percent|doubling|times/.test(c!.kind) || c!.dimension === a.dimension;
  if (a.dimension !== b.dimension || !fits) return;
  const how = CLAIMS_FIRST.exec(lead(text, c!, 12))?.groups?.how;
  const subject = THEN_FROM.exec(between(text, c!, a))?.groups?.subject;
  const { verb } = MOVE.exec(between(text, a, b))?.groups ?? {};
  if (how === undefined || subject === undefined || verb === undefined || isRank(text, a, b)) return;
  // Another subject has a rate of its own.
  const before = lead(text, c!, 24);
  if (subject !== '' && !before.includes(subject.slice(0, 2))) return;
  const head = text.slice(sentence.start, a.start);
  if (NOT_AT_ONCE.test(head) || OTHER_BASIS.test(text.slice(sentence.start, sentence.end))) return;
  if (isRate(c!) && mayBeReal(head, a)) return;
  const rises = b.value > a.value;
  const way = { by: 'verb', verb: `${verb}到` } as const;
  if (isDown(how) === rises && how !== '翻') {
    // 上升0.4个百分点，由2.1%降至1.7%
    const start = c!.start - how.length;
    const word = { start, end: start + how.length };
    if (text.startsWith(how, start)) readTurned({ a, b, c: c!, way, how, word }, found);
    return;
  }
  const relation = changeOf({ reading: 'claim-first', a, b, c: c!, rises, years: 1, way, how });
  if (relation) found.push(relation);
}

// ---------------------------------------------------------------------------------------------------------------
// One indicator in two years

const YEAR = '(?:\\d{4}年(?:度|底|末)?|上年|去年|前年|今年|本年)';
/** What {@link OF_YEAR} begins with. */
const YEAR_BEGINS = new Characters(DIGITS, '上去前今本');
const OF_YEAR = new RegExp(`^(?<year>${YEAR})(?<rest>[^，。；、：\\d]{0,20})$`);

/** 2024年完成投资 a，2025年完成投资 b，增长 c */
export function readYears(text: string, sentence: Sentence, i: number, found: Relation[]): void {
  const { figures } = sentence;
  const [a, b] = [figures[i]!, figures[i + 1]];
  if (!b || !areEnds(a, b)) return;
  const years = yearsOf(text, a, b);
  if (!years || a.value === b.value || OTHER_BASIS.test(text.slice(sentence.start, sentence.end))) return;
  const { first, second, step } = years;
  const way = { by: 'years', first, second } as const;
  const constant = mayBeReal(text.slice(sentence.start, a.start), a);
  for (const { c, base, average, how } of claimsAfter(text, sentence, i + 1)) {
    if (base && step !== 1 && !base.includes(first.replace(/[度底末]/, ''))) return;
    if (isRate(c) && constant) return;
    const rises = !isDown(how);
    const verb = { start: c.start - how.length, end: c.start };
    const turn = { reading: 'years', a, b, claimed: c, way, verbs: [verb], claims: [{ c, how }] } as const;
    const reversed = isReversed(a, b, rises);
    if (reversed && text.startsWith(how, verb.start) && asRounded(c).high > 0)
      found.push(wrongWay(text, turn));
    if (reversed) return;
    const years = average ? step : 1;
    const relation = changeOf({ reading: 'years', a, b, c, rises, years, way, how });
    if (relation) found.push(relation);
  }
}

/** The years of two ends as they are written, and how many lie between them. */
interface TwoYears {
  readonly first: string;
  readonly second: string;
  readonly step: number;
}

/** |2024年|完成投资10亿元，|2025年|完成投资12亿元: where both clauses are of one indicator, the second of a later year. */
function yearsOf(text: string, a: Quantity, b: Quantity): TwoYears | undefined {
  if (!YEAR_BEGINS.at(text, leadStart(text, b)) || !YEAR_BEGINS.at(text, leadStart(text, a)))
    return undefined;
  const first = OF_YEAR.exec(lead(text, a))?.groups;
  const second = first && OF_YEAR.exec(lead(text, b))?.groups;
  if (!first || !second || !/^[^，。；、：\d]{0,3}[，、,]/.test(between(text, a, b))) return undefined;
  const [before, after] = [yearOf(first.year!), yearOf(second.year!)];
  if (before === undefined || after === undefined || after <= before) return undefined;
  const name = nameOf(second.rest!);
  const whole = nameOf(first.rest!);
  if (name !== '' && !whole.startsWith(name) && !whole.endsWith(name)) return undefined;
  if (/计划|目标|预计|力争|将|分别/.test(`${first.rest}${second.rest}`)) return undefined;
  return { first: first.year!, second: second.year!, step: after - before };
}

/** The year, or its place beside this year. */
function yearOf(word: string): number | undefined {
  const digits = /^\d{4}/.exec(word)?.[0];
  if (digits !== undefined) return Number(digits);
  return word === '前年' ? -2 : /上年|去年/.test(word) ? -1 : 0;
}

/** 2025年|降至|11起 */
const ENDS_AT = new RegExp(`(?:(?:为|达到?|完成|实现|是|约|共|有){1,3}|(?:${UP}|${DOWN})(?:至|到|为))$`);

/** The indicator without the verbs that tie it to its figure. */
function nameOf(rest: string): string {
  return rest.replace(/^(?:全[市县省区年]|我[市县省区]|的)+/, '').replace(ENDS_AT, '');
}
