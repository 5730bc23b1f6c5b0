/**
 * Shares of a whole that an earlier share shows: 社区工作者3120人，其中35岁以下1404人，占45%；大专以上2496人，占80% · 甲出资2亿元、乙出资3亿元，
 * 占比分别为40%和60%.
 */
import { isPlain, type Quantity } from '../../../language/quantities/quantities.ts';
import { divide, type Interval, meets, scale, sumOf } from '../../../language/text/interval.ts';
import { asRounded, sharpened } from './change.ts';
import { isClaimed, type Relation } from './relation.ts';
import { between, JOINED, lead } from './sentences.ts';
import { shareOf } from './shapes.ts';
import { addedUp, adds } from './sums.ts';

/** ，占|45%, （占比|45%: of no whole that has a name. */
const TAKES = /^[^，。；、\d]{0,6}[，、,（(](?:占|占比|占总数的?|占总人数的?|占比为|占比达)$/;
/** 开工|项目6个|，开工率|60%: a rate of what it is called by. */
const RATED = /^[^，。；、\d]{0,6}[，、,（(](?<done>[\u4e00-\u9fff]{2})率(?:为|达到?)?$/;

/** Whether `share` is what part is said to take, or its rate. */
function isTold(text: string, part: Quantity, share: Quantity): boolean {
  const gap = between(text, part, share);
  if (TAKES.test(gap)) return true;
  const done = RATED.exec(gap)?.groups?.done;
  return done !== undefined && lead(text, part).includes(done);
}

/** A share is one of a whole that was told so far before. */
const REACH = 160;

export function readSiblingShares(text: string, figures: readonly Quantity[], found: Relation[]): void {
  let known: Quantity | undefined;
  for (let i = 1; i + 1 < figures.length; i++) {
    const [part, share] = [figures[i]!, figures[i + 1]!];
    if (share.kind !== 'percent' || !isPlain(share) || !adds(part) || !isTold(text, part, share)) continue;
    const wholes = figures
      .slice(0, i)
      .filter((q) => q.dimension === part.dimension && adds(q) && q.value > 0 && part.start - q.end < REACH);
    const whole = wholes.findLast((q) => isShare(part, q, share));
    if (whole) {
      known = whole;
      continue;
    }
    if (!known || !wholes.includes(known) || known.dimension !== part.dimension) continue;
    // Another whole has been told since.
    if (wholes.some((q) => q.start > known!.end && q.value >= known!.value)) continue;
    if (isClaimed(found, share, 'share')) continue;
    const relation = shareOf({ part, whole: known, share });
    if (relation) found.push({ ...relation, doubtful: true });
  }
  readRespective(text, figures, found);
}

function isShare(part: Quantity, whole: Quantity, share: Quantity): boolean {
  const ratio = divide(...sharpened(part, whole));
  return ratio !== undefined && meets(scale(ratio, 100), asRounded(share));
}

/** ，占比|分别为|40%, 分别占|40%. */
const RESPECTIVE = /^[^，。；\d]{0,4}[，,](?:占比|占总[^，。；、\d]{0,6}的?比?重?)分别(?:为|是|达到?)?$/;
/** ，占企业总数|347家|的|13.8%、28.2%、57.9% */
const OF_NEXT = /^[^，。；、\d]{0,4}[，,](?:分别|各)?占[^，。；、\d]{0,10}$/;
const TAKEN_OF = /^[^，。；、\d]{0,4}的(?:比[重例])?(?:分别)?(?:为|是|达到?)?$/;
const LISTED = /^[^。；\d]{0,6}(?:[、，,]|和|与|及|以及)[^。；，、\d]{0,14}$/;

/** Shares in the order of the amounts that they are of, and their whole. */
interface Respective {
  readonly parts: readonly Quantity[];
  readonly shares: readonly Quantity[];
  readonly whole: Quantity;
}

/** As many shares as amounts before them, which have their whole before them, or it stands right before the shares. */
function readRespective(text: string, figures: readonly Quantity[], found: Relation[]): void {
  for (let i = 2; i + 1 < figures.length; i++) {
    const respective = respectiveAt(text, figures, i);
    if (!respective) continue;
    const { parts, shares, whole } = respective;
    // Parts that come to their whole as they are written are what they are written.
    const exact = addedUp(parts) === whole.value;
    const of = (part: Quantity) => (exact ? point((100 * part.value) / whole.value) : percentOf(part, whole));
    const isRight = shares.map((share, k) => meets(of(parts[k]!), asRounded(share)));
    // One of them alone is wrong: all of them would be shares of something else.
    const wrong = isRight.indexOf(false);
    if (wrong < 0 || isRight.lastIndexOf(false) !== wrong) continue;
    const relation = shareOf({ part: parts[wrong]!, whole, share: shares[wrong]! });
    if (relation) found.push({ ...relation, expected: of(parts[wrong]!), holds: false, doubtful: true });
  }
}

/** The first share is figure `i`. */
function respectiveAt(text: string, figures: readonly Quantity[], i: number): Respective | undefined {
  const first = figures[i]!;
  if (first.kind !== 'percent') return undefined;
  const named = isOfNext(text, figures, i);
  if (!named && !RESPECTIVE.test(between(text, figures[i - 1]!, first))) return undefined;
  const shares = joinedFrom(text, figures, i);
  const end = named ? i - 1 : i;
  const parts = figures.slice(Math.max(0, end - shares.length), end);
  if (shares.length < 2 || parts.length < shares.length || !areListed(text, parts)) return undefined;
  const whole = figures[named ? end : end - shares.length - 1];
  const isWhole = whole && whole.dimension === parts[0]!.dimension && adds(whole);
  if (!isWhole || whole.low < sumOf(parts).low || /[每各均]/.test(lead(text, parts[0]!))) return undefined;
  return { parts, shares, whole };
}

/** Whether the whole stands between the parts and the share at figure `i`, the first of theirs. */
function isOfNext(text: string, figures: readonly Quantity[], i: number): boolean {
  const whole = figures[i - 1]!;
  return (
    TAKEN_OF.test(between(text, whole, figures[i]!)) && OF_NEXT.test(between(text, figures[i - 2]!, whole))
  );
}

/** The percentages from figure `first` on that are joined to each other: 40%|、|35%|和|25%. */
function joinedFrom(text: string, figures: readonly Quantity[], first: number): Quantity[] {
  const shares = [figures[first]!];
  for (let next = figures[first + 1]; next?.kind === 'percent'; next = figures[first + shares.length]) {
    if (!JOINED.test(between(text, shares.at(-1)!, next))) break;
    shares.push(next);
  }
  return shares;
}

/** Whether amounts of one dimension follow each other as those of a list do. */
function areListed(text: string, parts: readonly Quantity[]): boolean {
  return parts.every(
    (q, k) =>
      adds(q) &&
      q.dimension === parts[0]!.dimension &&
      (k === 0 || LISTED.test(between(text, parts[k - 1]!, q))),
  );
}

function point(value: number): Interval {
  return { low: value, high: value };
}

function percentOf(part: Quantity, whole: Quantity): Interval {
  const ratio = divide(...sharpened(part, whole));
  return ratio ? scale(ratio, 100) : { low: 0, high: 100 };
}
