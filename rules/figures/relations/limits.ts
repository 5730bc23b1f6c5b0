/** What is said to stay within a limit told beside it, or to have passed it: 债务限额45亿元，年末债务余额43.2亿元，控制在限额以内 · 余额43.2亿元，控制在限额45亿元以内 · 突破200亿元，达到206亿元. */
import { isPlain, type Quantity } from '../../../language/quantities/quantities.ts';
import { anyOf } from '../../../language/text/pattern.ts';
import { isClaimed, type Relation } from './relation.ts';
import { between, lead, type Sentence } from './sentences.ts';
import { adds } from './sums.ts';

const LIMIT = /(?:限额|上限|控制数|控制线|红线|控制价|控制目标|概算|指标|编制)[^，。；、\d]{0,6}$/;
/** 51.2亿元|限额以内 */
const LIMIT_BEHIND = /^(?:的)?(?:限额|上限)/;
const STAYS = [
  String.raw`控制在[^，。；\d]{0,12}(?:以内|之内|范围内|限额内) 未超[过出]? 没有超[过出]`,
  String.raw`低于[^，。；\d]{0,6}(?:限额|上限|控制) 在限额(?:以内|之内|内)`,
];
const WITHIN = new RegExp(String.raw`^[^。；\d]{0,8}[，,][^，。；\d]{0,10}${anyOf(STAYS)}`);
const REACH = 40;

/** 余额28.6亿元|，控制在债务限额|27.9亿元|以内 */
const KEPT =
  /^[^。；、\d]{0,4}[，,][^，。；、\d]{0,6}(?:控制在|未超[过出]?|没有超[过出]|低于)[^，。；、\d]{0,12}$/;

/** 余额58.3亿元|，高于债务限额|61亿元 */
const PASSED = /^[，,](?:高于|超过了?|超出了?|突破了?)[^，。；、\d]{0,12}$/;

/** The limit is figure `i`, what stays within it the next of its kind, or the one before it. */
export function readLimit(text: string, { figures }: Sentence, i: number, found: Relation[]): void {
  const limit = figures[i]!;
  if (
    !bounds(limit) ||
    !(LIMIT.test(lead(text, limit)) || LIMIT_BEHIND.test(text.slice(limit.end, limit.end + 3)))
  )
    return;
  const before = usedBefore(text, figures, i);
  if (
    before?.dimension === limit.dimension &&
    bounds(before) &&
    // 债务限额41.2亿元，余额低于限额|2.7亿元: so much below it.
    !LIMIT.test(lead(text, before)) &&
    KEPT.test(between(text, figures[i - 1]!, limit))
  )
    found.push(withinLimit(limit, before));
  if (before?.dimension === limit.dimension && bounds(before) && PASSED.test(between(text, before, limit)))
    found.push(overLimit(limit, before));
  const used = figures.slice(i + 1).find((q) => q.dimension === limit.dimension);
  if (!used || !adds(used) || LIMIT.test(lead(text, used))) return;
  if (!WITHIN.test(text.slice(used.end, used.end + REACH))) return;
  if (isClaimed(found, used, 'subset')) return;
  found.push(withinLimit(limit, used));
}

/** 余额48.6亿元，其中一般债务21.4亿元，专项债务27.2亿元，控制在|51.2亿元|限额以内: over the parts of what is used. */
function usedBefore(text: string, figures: readonly Quantity[], i: number): Quantity | undefined {
  const [first, second] = figures;
  return i > 2 &&
    /余额[^，。；、\d]{0,6}$/.test(lead(text, first!)) &&
    between(text, first!, second!).includes('其中')
    ? first
    : figures[i - 1];
}

/** Levels of sums, and rates: 失业率3.2%，低于控制目标|4.5%. */
function bounds(q: Quantity): boolean {
  return adds(q) || (q.kind === 'percent' && isPlain(q));
}

/** 突破|200亿元|大关，达到|198.6亿元 */
const PASSES = /(?:突破|超过|跨[上过越]|迈[上过]|站[上稳])[^，。；、\d]{0,4}$/;
const PASSED_REACH = 8;
const REACHES = /^[^，。；、\d]{0,4}[，,](?:已|将)?(?:总[量数额])?(?:达到?|实现|完成|为|增至)了?$/;

/** What is passed is figure `i`, what is reached the next. */
export function readPassed(text: string, { figures }: Sentence, i: number, found: Relation[]): void {
  const [mark, reached] = [figures[i]!, figures[i + 1]];
  if (
    reached?.dimension !== mark.dimension ||
    !isPlain(reached) ||
    !REACHES.test(between(text, mark, reached))
  )
    return;
  // The word is part of the figure where it makes it one without an upper end.
  const words = text.slice(Math.max(0, mark.digits.start - PASSED_REACH), mark.digits.start);
  if (PASSES.test(words)) found.push(overLimit({ ...mark, low: mark.value }, reached));
}

function withinLimit(limit: Quantity, used: Quantity): Relation {
  return {
    rule: 'subset',
    reading: 'limit',
    claimed: used,
    members: [limit],
    expected: { low: 0, high: limit.high },
    bound: true,
    says: { is: 'limit', limit, used },
    holds: used.low <= limit.high,
    alternatives: [],
  };
}

/** A limit that is said to be passed, and what was used. */
export function overLimit(limit: Quantity, used: Quantity): Relation {
  return {
    ...withinLimit(limit, used),
    expected: { low: limit.low, high: Infinity },
    says: { is: 'limit', limit, used, over: true },
    holds: used.high > limit.low,
  };
}
