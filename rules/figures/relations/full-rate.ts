/** What is left undone beside the rate of what is done: 1280辆车检测率达到100%，还有36辆未检测 · 36个项目中仍有6个未开工，履约率为83.3%. */
import { isPlain } from '../../../language/quantities/quantities.ts';
import { Characters } from '../../../language/text/characters.ts';
import { isClaimed, type Relation } from './relation.ts';
import { between, lead, type Sentence } from './sentences.ts';
import { shareWithout } from './shapes.ts';
import { adds } from './sums.ts';

/** 检测|率达到 */
const RATE = /(?<done>[\u4e00-\u9fff]{2})率(?:已|均|都|全部)?(?:达到?|为|实现|保持在?)?了?$/;
const RATE_ENDS = new Characters('率达到为现持在了');
const LEFT = /^[^。；\d]{0,12}[，,；;][^。；\d]{0,6}(?:还|尚|仍|另)有$/;
/** 未检测, 正在整改, 有待办结 */
const UNDONE = ['未', '未完成', '没有', '正在', '待', '需'];
/** Between the unit and 未检测 a noun may stand. */
const UNDONE_REACH = 8;

/** The rate is figure `i`, what is left the next figure. */
export function readFullRate(text: string, { figures }: Sentence, i: number, found: Relation[]): void {
  const [rate, rest] = figures.slice(i, i + 2);
  if (!rest || rate!.kind !== 'percent' || rate!.value !== 100 || !RATE_ENDS.at(text, rate!.start - 1))
    return;
  const done = RATE.exec(lead(text, rate!))?.groups?.done;
  if (done === undefined || !adds(rest) || rest.value === 0 || !LEFT.test(between(text, rate!, rest))) return;
  const behind = text.slice(rest.end, rest.end + UNDONE_REACH + 1 + done.length);
  if (!UNDONE.some((word) => behind.includes(`${word}${done}`))) return;
  found.push({
    rule: 'share',
    reading: 'completion',
    claimed: rate!,
    members: [rest],
    expected: { low: 0, high: 100 },
    bound: true,
    says: { is: 'full rate', done, rest },
    holds: false,
    alternatives: [],
  });
}

/** 46项任务|全部完成，完成率|98.6% */
const ALL_DONE = new RegExp(
  [
    String.raw`(?:全部|均已|都已)(?<done>[\u4e00-\u9fff]{2})[^，。；\d]{0,4}`,
    String.raw`[，,、]\k<done>率(?:为|达到?|是)?$`,
  ].join(''),
);
const ALL_DONE_REACH = 24;

/** The rate is figure `i`: what is all done is done to a hundred per cent. */
export function readAllDone(text: string, { figures, start }: Sentence, i: number, found: Relation[]): void {
  const rate = figures[i]!;
  if (rate.kind !== 'percent' || rate.high >= 100 || !RATE_ENDS.at(text, rate.start - 1)) return;
  const before = text.slice(Math.max(start, rate.start - ALL_DONE_REACH), rate.start);
  const done = ALL_DONE.exec(before)?.groups?.done;
  if (done === undefined) return;
  found.push({
    rule: 'share',
    reading: 'completion',
    claimed: rate,
    members: [],
    expected: { low: 100, high: 100 },
    bound: true,
    says: { is: 'all done', done, rate },
    holds: false,
    alternatives: [{ figure: rate, value: 100 }],
  });
}

/** 36个|项目中，仍有|6个 */
const OF_THEM = /^[^，。；、\d]{0,12}中[，,]?(?:目前)?(?:仍|还|尚)有$/;
/** 6个|未开工，履约率为 */
const NOT_DONE = new RegExp(
  [
    '^[\\u4e00-\\u9fff]{0,4}(?:未|没有|不)[^，。；、\\d]{1,12}',
    '[，,](?<rate>[\\u4e00-\\u9fff]{2,6})率(?:为|达到?)?$',
  ].join(''),
);

/** The rate is figure `i`, before it the whole and what is not done of it. */
export function readRateOfUndone(text: string, { figures }: Sentence, i: number, found: Relation[]): void {
  const [whole, rest, r] = [figures[i - 2], figures[i - 1], figures[i]!];
  if (!whole || !rest || r.kind !== 'percent' || !isPlain(r) || whole.unit !== rest.unit) return;
  if (!adds(whole) || !adds(rest) || !OF_THEM.test(between(text, whole, rest))) return;
  const rate = NOT_DONE.exec(between(text, rest, r))?.groups?.rate;
  if (rate === undefined || /[未不增减降率]/.test(rate) || isClaimed(found, r)) return;
  const relation = shareWithout(rest, whole, r);
  if (relation) found.push({ ...relation, doubtful: true });
}
