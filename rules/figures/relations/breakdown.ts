/**
 * What a report breaks down over several clauses: 农林类12件，占24%；水利类38件，占76% — figures beside their shares, which
 * must all be shares of one whole.
 */
import { isPlain, type Quantity } from '../../../language/quantities/quantities.ts';
import { Characters } from '../../../language/text/characters.ts';
import { divide, type Interval, meets, scale, sumOf, widen } from '../../../language/text/interval.ts';
import { areComplete } from './complements.ts';
import { labelOf } from './labels.ts';
import { isClaimed, middle, type Relation } from './relation.ts';
import { between, lead } from './sentences.ts';
import { SHARE_IS, shareOfTwo } from './shapes.ts';
import { distribution } from './share.ts';
import { DIFFERENCE } from './verbs.ts';

interface Portion {
  readonly part: Quantity;
  readonly share: Quantity;
  /** Index of the part among the figures. */
  readonly index: number;
  /** What the share is of, as written: 提案总数; empty for a bare 占. */
  readonly base: string;
  /** Part of another part: 其中…. */
  readonly nested: boolean;
  /** What the whole must be. */
  readonly whole: Interval;
}

const SHARE_OF = new RegExp(
  String.raw`^(?:[（(][^（）()，。；\d]{0,8}[）)])?[，、,](?:占比|占)([^，。；、：:\d]{0,14}?)的?${SHARE_IS}`,
);
/** A comma and what it begins with lie before its 占. */
const SHARE_WORD = new Characters('占');
const SHARE_REACH = 12;
/** Rates of completion, and wholes that each part has of its own. */
const OTHER_BASE = /计划|(?<!公共)预算|任务|目标|上年|去年|同期|其|该|各|本|应/;

/** More are a table pasted as text. */
const LONGEST = 40;

export function readBreakdowns(text: string, figures: readonly Quantity[], found: Relation[]): void {
  if (figures.length < 3) return;
  let run: Portion[] = [];
  const close = () => {
    if (run.length > 1) judge(text, figures, run, found);
    run = [];
  };
  for (let i = 0; i + 1 < figures.length; i++) {
    const portion = portionAt(text, figures, i);
    if (!portion) continue;
    const last = run[run.length - 1];
    // 受理120件，办结60件，占50%；受理90件，…: another whole has been named.
    const whole = last && figures.slice(last.index + 2, i).some((q) => isLevel(text, q, last.part));
    if (last && (whole || run.length >= LONGEST || !continues(text, last, portion, run[0]!.base))) close();
    run.push(portion);
  }
  close();
}

function isLevel(text: string, q: Quantity, like: Quantity): boolean {
  return q.dimension === like.dimension && !DIFFERENCE.test(lead(text, q, 24));
}

function portionAt(text: string, figures: readonly Quantity[], index: number): Portion | undefined {
  const part = figures[index]!;
  const share = figures[index + 1]!;
  if (share.kind !== 'percent' || part.kind === 'percent' || part.kind === 'point' || part.kind === 'times')
    return undefined;
  if (!SHARE_WORD.isIn(text, part.end, Math.min(share.start, part.end + SHARE_REACH))) return undefined;
  if (!isPlain(share) || !isPlain(part) || part.value <= 0 || !/^[^%\d/]+$/.test(part.dimension))
    return undefined;
  const base = SHARE_OF.exec(between(text, part, share))?.[1];
  if (base === undefined || OTHER_BASE.test(base) || share.approximation !== 'exact') return undefined;
  if (part.approximation !== 'exact' || /增|减|平均|人均|每/.test(lead(text, part, 12))) return undefined;
  // A result may be rounded, cut off, or moved by one so that all come to 100.
  const whole = divide(part, widen(share, share.grain * 1.5));
  if (!whole) return undefined;
  const before = text.slice(Math.max(0, part.start - 16), part.start);
  const nested = /其中[^。；]*$/.test(before) || /[（(][^）)]*$/.test(before);
  return { part, share, index, base, nested, whole: scale(whole, 100) };
}

/** Characters from one portion to the next, which may have words of its own between them. */
const LONGEST_GAP = 80;

/** 。 begins something new unless both name the same whole; a bare 占 goes on with the whole named before: 占总数的60%；…，占40%. */
function continues(text: string, last: Portion, next: Portion, base: string): boolean {
  const same = last.base === next.base || (next.base === '' && base !== '');
  if (last.part.dimension !== next.part.dimension || !same) return false;
  const gap = text.slice(last.share.end, next.part.start);
  if (gap.length > LONGEST_GAP || /中[，,]|[^其]中$/.test(gap)) return false;
  return (next.base !== '' || base.includes('总') || !/。/.test(gap)) && !/按[^，。]{1,10}分/.test(gap);
}

/** Shares to the hundredth add up to 100 but for so much. */
const SHARE_ROUNDING = 0.02;
/** Shares written to the tenth at least, and not tiny, prove something by their sum; rough ones leave room for chance. */
const SHARP_GRAIN = 0.1;
const SHARP_SHARE = 3;

function judge(text: string, figures: readonly Quantity[], run: readonly Portion[], found: Relation[]): void {
  const before = found.length;
  judgeWholes(text, figures, run, found);
  if (found.length === before) judgeSum(text, run, found);
}

/** 男性62.4万人，占51.2%；女性58.1万人，占49.8%: all there is, and not 100% together. */
function judgeSum(text: string, run: readonly Portion[], found: Relation[]): void {
  const portions = run.filter((p, i) => i === 0 || !p.nested);
  const labels = portions.map(({ part }) => labelOf(text, part.start - LABEL_REACH, part));
  if (!areComplete(labels) || isContinued(text, portions[0]!.part.start)) return;
  const shares = portions.map(({ share }) => share);
  const sum = sumOf(shares);
  if (meets(widen(sum, SHARE_ROUNDING), { low: 100, high: 100 })) return;
  found.push(distribution(shares, sum.low > 100 ? 'more' : 'less'));
}

/** 道路事故占58.3%（7起），|建筑事故3起，占25%: a share stands before the first of them. */
function isContinued(text: string, start: number): boolean {
  return /占[^，。；]{0,12}[%％][^。；]{0,16}$/.test(text.slice(Math.max(0, start - CONTINUED_REACH), start));
}
const CONTINUED_REACH = 40;

/** The name of a part stands so far before its figure. */
const LABEL_REACH = 20;

function judgeWholes(
  text: string,
  figures: readonly Quantity[],
  run: readonly Portion[],
  found: Relation[],
): void {
  // The first may be named behind 其中 as all of them are; what comes behind 其中 later is part of a part.
  const portions = run.filter((p, i) => i === 0 || !p.nested);
  if (portions.length < 2) return;
  const first = portions[0]!;
  const total = totalBefore(text, figures, first);
  if (portions.length === 2 && !total && readWholes(text, portions, found)) return;
  const parts = sumOf(portions.map((p) => p.part));
  const shares = sumOf(portions.map((p) => p.share));
  const complete = meets(widen(shares, SHARE_ROUNDING), { low: 100, high: 100 });
  const wholes = portions.map((p) => p.whole);
  const sharp = portions.every(({ share }) => share.grain <= SHARP_GRAIN && share.value >= SHARP_SHARE);
  const votes = [...wholes, total, complete || sharp ? parts : undefined].filter((v) => v !== undefined);
  const best = commonest(votes);
  const odd = portions.filter((p) => !meets(p.whole, best));
  if (odd.length === portions.length || (best.count === 1 && portions.length === 2)) {
    if (complete && sharp && portions.length === 2 && !total) readPair(portions, found);
    return;
  }
  if (best.count < 2 || odd.length > 1) return;
  const [wrong] = odd;
  if (!wrong && total && complete && !meets(total, best))
    readStatedTotal(text, portions, total, parts, found);
  if (!wrong || !isOutvoted(best, complete, sharp) || isClaimed(found, wrong.share)) return;
  const relation = oddOneOut(wrong, best, total && meets(total, best) ? total : undefined);
  if (relation) found.push(relation);
}

/** Whether the one portion that says otherwise is the wrong one: by three votes, or two where all parts are told or their shares are sharp. */
function isOutvoted({ count, rival }: Votes, complete: boolean, sharp: boolean): boolean {
  return count > rival && (count >= 3 || complete || sharp);
}

/** The one portion whose whole is not that of the others: `whole`, where it was told, else as the others have it. */
function oddOneOut(
  { part, share }: Portion,
  best: Interval,
  whole: Quantity | undefined,
): Relation | undefined {
  const ratio = divide(part, whole ?? best);
  if (!ratio) return undefined;
  const middling = middle(best);
  return {
    rule: 'share',
    reading: 'portion',
    claimed: share,
    members: [part, ...(whole ? [whole] : [])],
    expected: scale(ratio, 100),
    says: whole
      ? { is: 'portion', of: 'whole', part, whole }
      : { is: 'portion of the rest', part, value: middling },
    holds: false,
    alternatives: [{ figure: part, value: (middling * share.value) / 100 }],
  };
}

/** A total that is farther off its parts is one of something else. */
const MOST_OFF = 2;

/** All parts agree with their shares and are all there is: then the total stated before them is their sum. */
function readStatedTotal(
  text: string,
  portions: readonly Portion[],
  total: Quantity,
  parts: Interval,
  found: Relation[],
): void {
  const gap = text.slice(total.end, portions[0]!.part.start);
  const ratio = total.value / ((parts.low + parts.high) / 2);
  if (!/其中|[：:]$/.test(gap) || /。/.test(gap) || ratio > MOST_OFF || ratio < 1 / MOST_OFF) return;
  if (portions[0]!.base !== '') return;
  found.push({
    rule: 'sum',
    reading: 'parts',
    claimed: total,
    members: portions.map((p) => p.part),
    expected: parts,
    says: { is: 'sum', of: 'shared parts', parts: portions.map((p) => p.part), total },
    holds: meets(parts, total),
    alternatives: [],
  });
}

/** Two that come to 100% together, and neither is its share of both. */
function readPair(portions: readonly Portion[], found: Relation[]): void {
  const [a, b] = portions as [Portion, Portion];
  const relation = shareOfTwo(b.part, a.part, b.share);
  if (!relation || meets(relation.expected, widen(b.share, b.share.grain))) return;
  found.push({ ...relation, holds: false });
}

/** Of a place or of all there is: one whole for all that is named alike. */
const ONE_WHOLE = /^(?:全[国省市县区镇乡村州旗校院厂]|[我本][国省市县区]|总)[\u4e00-\u9fff]{0,8}$/;

/** 甲县种植面积41.2万亩，占全省的35%；乙县种植面积8.6万亩，占全省的6%: the whole cannot be two. */
function readWholes(text: string, portions: readonly Portion[], found: Relation[]): boolean {
  const [a, b] = portions as [Portion, Portion];
  const noun = (p: Portion) =>
    lead(text, p.part)
      .replace(/(?:为|有|共|达到?|是|完成|实现){1,3}$/, '')
      .slice(-3);
  if (!ONE_WHOLE.test(a.base) || a.base !== b.base || noun(a).length < 3 || noun(a) !== noun(b)) return false;
  const whole = (p: Portion) => (p.part.value * 100) / p.share.value;
  const exact = (p: Portion) => divide(p.part, widen(p.share, p.share.grain / 2));
  const [first, second] = [exact(a), exact(b)];
  const expected = first && divide(b.part, first);
  if (!expected || !second) return false;
  found.push({
    rule: 'share',
    reading: 'implied-whole',
    claimed: b.share,
    members: [a.part, a.share, b.part],
    expected,
    says: {
      is: 'two wholes',
      a: a.part,
      share: a.share,
      b: b.part,
      base: a.base,
      wholes: [whole(a), whole(b)],
    },
    holds: meets(first, second),
    alternatives: [
      { figure: b.part, value: (whole(a) * b.share.value) / 100 },
      { figure: a.share, value: (a.part.value * 100) / whole(b) },
      { figure: a.part, value: (whole(b) * a.share.value) / 100 },
    ],
    doubtful: true,
  });
  return true;
}

/** What most of some intervals have in common, how many they are, and how many the runner-up has without one of them. */
interface Votes extends Interval {
  readonly count: number;
  readonly rival: number;
}

function commonest(votes: readonly Interval[]): Votes {
  let best = { low: 0, high: 0, count: 0, rival: 0 };
  for (const { low } of votes) {
    const agreeing = votes.filter((v) => meets(v, { low, high: low }));
    if (agreeing.length > best.count)
      best = { low, high: Math.min(...agreeing.map((v) => v.high)), count: agreeing.length, rival: 0 };
  }
  for (const { low } of votes) {
    const agreeing = votes.filter((v) => meets(v, { low, high: low }));
    if (!agreeing.some((v) => meets(v, best))) best.rival = Math.max(best.rival, agreeing.length);
  }
  return best;
}

/** 比上年增收|1140万元. */
const CHANGED = /(?:比|较|同比)[^，。；、\d]{0,8}(?:增|减|多|少)[^，。；、\d]{0,3}$/;

/** The figure that announces the parts: 共118件，其中…. */
function totalBefore(text: string, figures: readonly Quantity[], first: Portion): Quantity | undefined {
  for (let k = first.index - 1; k >= 0 && k >= first.index - 6; k--) {
    const q = figures[k]!;
    if (q.dimension !== first.part.dimension || CHANGED.test(lead(text, q, 12))) continue;
    if (!isPlain(q) || q.approximation !== 'exact' || q.value <= first.part.value) return undefined;
    return /增|减|平均|人均|每/.test(lead(text, q, 12)) ? undefined : q;
  }
  return undefined;
}
