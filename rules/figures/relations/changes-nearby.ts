/**
 * Changes told in words of their own, read by what stands there and not by how the sentence runs: 2025年为650万元，2024年仅为500万元，
 * 增长30% · 用电84亿千瓦时，上年同期70亿千瓦时，两相比较增加14亿千瓦时，增幅20% · 比上年的500人增加50人，达到550人.
 *
 * What `roles.ts` has not told: rates of the two levels of the sentence before (2025年4.4万人次；2024年4万人次。同比增幅达到10%), and of two levels
 * with a part of one of them between (120万人次，2024年为100万人次，其中团队30万人次，同比增长20%). Differences, plans and what is left are for
 * `roles.ts` alone.
 */
import { isPlain, type Quantity } from '../../../language/quantities/quantities.ts';
import { boundAfter, boundBefore, FULL_STOP, SENTENCE_STOPS } from '../../../language/text/bounds.ts';
import { Characters } from '../../../language/text/characters.ts';
import { changeOf } from './change.ts';
import { isClaimed, isTold, middle, type Relation } from './relation.ts';
import { between, lead, leadStart, type Sentence } from './sentences.ts';
import { DOWN, isDown, mayBeReal, OTHER_BASIS, RATE_NOUNS, UP } from './verbs.ts';

/** ，同比|增长, ，增幅|为: all that stands before the rate, back to the comma. */
const RATED = new RegExp(
  `^(?:[\\u4e00-\\u9fff]{0,6}(?:同比|环比|比上年|较上年|比去年|较去年|(?:比|较)\\d{4}年))?(?<how>${UP}|${DOWN}|${RATE_NOUNS})(?:了|为|达到?|约)?$`,
);
const RATE_ENDS = new Characters(UP, DOWN, RATE_NOUNS, '了为达到约');
/** When a level is of. */
const YEAR = /(?<!\d)(?<year>(?:19|20)\d\d)年(?!前|来)/;
/** 9月份|当月完成; 2023年|为. */
const MONTH = /^(?<month>\d{1,2})月份?/;
const YEAR_IS = /^(?:19|20)\d\d年(?:为|是|仅为)$/;
const BEFORE = /上年|去年|同期|年初|上一年/;
/** What is no level, or one of something else. */
const NO_LEVEL = /增|减|多|少|提高|下降|上升|目标|计划|预计|力争|其中|分别|各|年均|平均|占|每/;
/** So far from what it should be a rate is of something else. */
const SLIP = 0.5;
const REACH = 90;
const FIRST = /^[^，。；\d]{0,8}$/;

/** A rate with the two levels of its sentence, one of them said to be of the year before. */
export function readChangeNearby(text: string, figures: readonly Quantity[], found: Relation[]): void {
  for (let i = 2; i < figures.length; i++) {
    const c = figures[i]!;
    if (c.kind !== 'percent' || !isPlain(c) || !RATE_ENDS.at(text, c.start - 1)) continue;
    const how = RATED.exec(lead(text, c))?.groups?.how;
    if (how === undefined || isTold(found, c)) continue;
    const own = boundBefore(text, c.start, SENTENCE_STOPS, REACH);
    // 2025年出院4.4万人次；2024年为4万人次。同比增幅达到10%: a sentence that begins with the rate has its levels before it.
    const start = FIRST.test(text.slice(own, c.start)) ? boundBefore(text, own - 1, FULL_STOP, REACH) : own;
    const said = text.slice(start, boundAfter(text, c.end, SENTENCE_STOPS, REACH));
    if (OTHER_BASIS.test(said) || mayBeReal(said, figures[i - 1]!)) continue;
    const ends = endsOf(
      text,
      figures.slice(0, i).filter((q) => q.start >= start),
    );
    if (!ends) continue;
    const way = { by: 'comparison', base: 'above' } as const;
    const rises = !isDown(how);
    const relation = changeOf({ reading: 'years', ...ends, c, rises, years: 1, way, how });
    // 2024年为9.9亿元，2023年为9.2亿元，增长1.7%: of nothing else in the sentence.
    const alone =
      figures.slice(i - 2, i).every((q) => q === ends.a || q === ends.b) &&
      (figures[i - 3]?.end ?? -1) < start &&
      NO_NAME.test(lead(text, figures[i - 1]!));
    if (!relation || (!alone && Math.abs(middle(relation.expected) - c.value) > c.value * SLIP)) continue;
    found.push({ ...relation, doubtful: true });
  }
}

/** The only two levels of the kind told last, and which of them is the earlier. */
function endsOf(text: string, before: readonly Quantity[]): { a: Quantity; b: Quantity } | undefined {
  const said = (q: Quantity) => {
    const last = before[before.indexOf(q) - 1];
    return text.slice(Math.max(leadStart(text, q), last?.end ?? 0), q.start);
  };
  const levels = before.filter((q) => REACHED.test(said(q)) || !NO_LEVEL.test(said(q)));
  const last = levels.at(-1);
  const kin = withoutDifference(levels.filter((q) => q.dimension === last?.dimension));
  if (!last || last.kind === 'percent' || !kin.every(isPlain) || kin.length !== 2) return undefined;
  const [one, two] = kin as [Quantity, Quantity];
  // Whatever else is counted in the sentence may be what the rate is of.
  if (before.some((q) => q.dimension !== last.dimension && q.start > one.start)) return undefined;
  const [first, second] = [said(one), said(two)];
  const [was, is] = [BEFORE.test(first), BEFORE.test(second)];
  if (was !== is) return was ? { a: one, b: two } : { a: two, b: one };
  // 2024年，全区教育经费|9.86亿元: the year has a clause of its own before the first of them.
  const head = YEAR.test(first)
    ? first
    : text.slice(boundBefore(text, one.start, SENTENCE_STOPS, REACH), one.start);
  // 出院2.9万人次，|2023年为|2.6万人次: the year is told of what had been.
  if (!YEAR.test(head) && !MONTH.test(head) && YEAR_IS.test(second)) return { a: two, b: one };
  const months = [first, second].map((words) => Number(MONTH.exec(words)?.groups?.month));
  if (Math.abs(months[0]! - months[1]!) === 1)
    return months[0]! < months[1]! ? { a: one, b: two } : { a: two, b: one };
  const years = [head, second].map((words) => Number(YEAR.exec(words)?.groups?.year));
  if (was || Number.isNaN(years[0]! + years[1]!) || Math.abs(years[0]! - years[1]!) !== 1) return undefined;
  return years[0]! < years[1]! ? { a: one, b: two } : { a: two, b: one };
}

/** 2023年|为: what it is of was said of the other. */
const NO_NAME = /^(?:\d{4}年|\d{1,2}月份?|上月|上年|去年)(?:同期)?(?:仅|只)?(?:为|是|有|达到?|完成)$/;

/** 扩大至|4.2万头: where it went is a level, whatever the verb. */
const REACHED = /[到至]$/;

/** 3.5万头, 4.2万头, 扩栏0.7万头: the third is what lies between the others. */
function withoutDifference(kin: readonly Quantity[]): readonly Quantity[] {
  const [one, two, third, more] = kin;
  if (!third || more) return kin;
  return Math.abs(Math.abs(one!.value - two!.value) - third.value) < third.grain ? [one!, two!] : kin;
}

/** 比上年的|500人, 在年初1200吨的基础上|. */
const FROM =
  /(?:[比较与](?:上年|去年|同期|年初|上月|上季度)|在)[^，。；、\d]{0,14}(?:\d{4}年[^，。；、\d]{0,8})?$/;
const MOVED = new RegExp(`^(?:的?基础上)?(?:又|再|共|净|累计)?(?<how>${UP}|${DOWN}|多|少)了?$`);
const TO = /^[，、,]?(?:已|目前|现)?(?:达到?|[降增升减缩扩压](?:加|少|长|低|大|小)?[到至为])(?:了)?$/;

/** 比上年的 a 增加 d，达到 b, beginning with figure `i`. */
export function readChangedTo(text: string, { figures }: Sentence, i: number, found: Relation[]): void {
  const [a, d, b] = figures.slice(i, i + 3);
  if (!b || a!.dimension !== d!.dimension || a!.dimension !== b.dimension || a!.kind === 'percent') return;
  if (![a!, d!, b].every(isPlain) || !FROM.test(lead(text, a!)) || !TO.test(between(text, d!, b))) return;
  const how = MOVED.exec(between(text, a!, d!))?.groups?.how;
  if (how === undefined || isClaimed(found, d!) || isClaimed(found, b)) return;
  const way = { by: 'comparison', base: 'above' } as const;
  const relation = changeOf({
    reading: 'comparison',
    a: a!,
    b,
    c: d!,
    rises: !isDown(how),
    years: 1,
    way,
    how,
  });
  if (relation) found.push({ ...relation, doubtful: true });
}
