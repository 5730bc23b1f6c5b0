/**
 * How far one rate is above another that is not told beside it: 职工医保…支付比例82.4%。居民医保…支付比例71.6%，比职工医保低10.8个百分点; or above the share of the year that is over:
 * 截至10月底…完成率82%，比时间进度慢1.3个百分点.
 */
import { isPlain, type Quantity } from '../../../language/quantities/quantities.ts';
import { boundBefore, FULL_STOP } from '../../../language/text/bounds.ts';
import { Characters } from '../../../language/text/characters.ts';
import { meets, widen } from '../../../language/text/interval.ts';
import { gapOf } from './gaps-in-points.ts';
import { isClaimed, type Relation } from './relation.ts';
import { lead } from './sentences.ts';

const THAN = new RegExp(
  [
    '^(?<own>[\\u4e00-\\u9fff]{0,8}?)(?:比|较)',
    '(?<whom>[\\u4e00-\\u9fff]{2,10}?)(?<how>高|低|快|慢)(?:出|了)?$',
  ].join(''),
);
const THAN_ENDS = new Characters('高低快慢出了');
const LOWER = /低|慢/;
/** What a rate is called by, at the end of what stands before it. */
const NAME = 4;
const RATE = /(?:率|比例|比重|占比|满意度)$/;
const FIGURES_BACK = 12;
const REACH = 220;
/** What another rate is of stands so far before it, headings of its paragraph counted. */
const WHOM_REACH = 120;
const OTHER_TIME = /上年|去年|同期|年初|上月|目标|预期|计划|上届/;
const IS = /(?:为|是|达到?|约)$/;

export function readGapToldApart(text: string, figures: readonly Quantity[], found: Relation[]): void {
  for (let i = 1; i < figures.length; i++) {
    const c = figures[i]!;
    if (c.kind !== 'point' || !isPlain(c) || !THAN_ENDS.at(text, c.start - 1)) continue;
    const { own, whom, how } = THAN.exec(lead(text, c))?.groups ?? {};
    if (whom === undefined || OTHER_TIME.test(whom) || isClaimed(found, c)) continue;
    const rate = figures[i - 1]!;
    if (rate.kind !== 'percent' || !isPlain(rate)) continue;
    const lower = LOWER.test(how!);
    const relation = whom.includes('时间进度')
      ? ofTime(text, rate, c, lower)
      : ofOther(text, figures, i, { own: own!, whom, lower });
    if (relation) found.push(relation);
  }
}

/** The one rate before that is called as this one is, and told of whom this one is compared with. */
function ofOther(
  text: string,
  figures: readonly Quantity[],
  i: number,
  { own, whom, lower }: { readonly own: string; readonly whom: string; readonly lower: boolean },
): Relation | undefined {
  const [rate, c] = [figures[i - 1]!, figures[i]!];
  const name = own === '' ? lead(text, rate).replace(IS, '').slice(-NAME) : '';
  // 贷款余额同比增长: how something grew is no name.
  if (name.length < NAME || !RATE.test(name)) return undefined;
  const others = figures
    .slice(Math.max(0, i - FIGURES_BACK), i - 1)
    .filter((q) => q.kind === 'percent' && isPlain(q) && c.start - q.start < REACH)
    .filter((q) => lead(text, q).replace(IS, '').endsWith(name));
  const theirs = others.filter((q) => isOf(text, q, whom));
  const [other, more] = theirs;
  return other && !more ? gapOf(rate, other, c, lower) : undefined;
}

function isOf(text: string, q: Quantity, whom: string): boolean {
  return text.slice(Math.max(0, q.start - WHOM_REACH), q.start).includes(whom);
}

const MONTHS: readonly (readonly [words: RegExp, months: number])[] = [
  [/上半年$/, 6],
  [/(?:一季度)$/, 3],
  [/前三季度$/, 9],
];
const MONTH = /(?:截至|到|[—至-])(?:\d{4}年)?(?<month>\d{1,2})月(?:份|底|末)?|上半年|前三季度|一季度/g;

/** 截至10月底, 1—10月: how much of the year is over. */
function monthsBefore(text: string, at: number): number | undefined {
  const said = text.slice(boundBefore(text, at, FULL_STOP, REACH), at);
  const last = [...said.matchAll(MONTH)].at(-1);
  if (!last) return undefined;
  const month = last.groups?.month;
  const months = month === undefined ? MONTHS.find(([words]) => words.test(last[0]))?.[1] : Number(month);
  return months !== undefined && months > 0 && months < 12 ? months : undefined;
}

function ofTime(text: string, own: Quantity, claimed: Quantity, lower: boolean): Relation | undefined {
  const months = monthsBefore(text, own.start);
  if (months === undefined) return undefined;
  const over = (months / 12) * 100;
  const [low, high] = lower ? [over - own.high, over - own.low] : [own.low - over, own.high - over];
  // The share of the year is rounded as the points are before it is taken away.
  const expected = { low, high };
  if (high <= 0) return undefined;
  return {
    rule: 'growth',
    reading: 'gap',
    claimed,
    members: [own],
    expected,
    says: { is: 'time progress', own, months, lower },
    holds: meets(widen(expected, claimed.grain), claimed),
    alternatives: [],
    doubtful: true,
  };
}
