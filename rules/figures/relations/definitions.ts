/** Parts that make up their whole by definition: 三次产业, 出口 and 进口, 城镇 and 农村. */
import { isPlain, type Quantity } from '../../../language/quantities/quantities.ts';
import { Characters, lastOf } from '../../../language/text/characters.ts';
import {
  divide,
  type Interval,
  meets,
  scale,
  subtract,
  sumOf,
  widen,
} from '../../../language/text/interval.ts';
import type { Parted } from './parts.ts';
import type { Relation } from './relation.ts';
import { depthAt, lead } from './sentences.ts';
import { addsUp, sumRelation } from './sums.ts';
import { DIFFERENCE } from './verbs.ts';

interface Whole {
  readonly whole: RegExp;
  readonly parts: readonly RegExp[];
}

const IS = ['预期', '安排', '预计', '完成', '实现', '达到', '达', '为', '是', '共', '约'];
const named = (name: string) => new RegExp(`(?:${name})(?:${IS.join('|')})*$`);

const WHOLES: readonly Whole[] = [
  {
    whole: named('(?:生产总值|GDP)(?:[（(]GDP[）)])?'),
    parts: ['一', '二', '三'].map((n) => named(`第${n}产业(?:实现|完成)?(?:增加值)?`)),
  },
  {
    whole: named('进出口(?:总[额值])?'),
    parts: [named('出口(?:总?[额值])?'), named('(?<!出)(?<!进)进口(?:总?[额值])?')],
  },
  {
    whole: named('(?:公共预算收入|财政收入|财政总收入|公共财政预算收入)'),
    parts: [named('(?<!非)税收收入'), named('非税收入')],
  },
  {
    whole: named('消费品零售总额'),
    parts: [named('城镇(?:消费品)?零售额'), named('乡村(?:消费品)?零售额')],
  },
  { whole: named('消费品零售总额'), parts: [named('商品零售额?'), named('餐饮收入')] },
  {
    whole: named('猪牛羊禽肉(?:类)?(?:总)?产量'),
    parts: ['猪', '牛', '羊', '禽'].map((kind) => named(`(?<!牛|羊|禽)${kind}肉产量`)),
  },
  { whole: named('常住人口'), parts: [named('男性(?:人口)?'), named('女性(?:人口)?')] },
  {
    whole: named('常住人口'),
    parts: [
      named('(?:城镇(?:常住)?人口|居住在城镇的人口)'),
      named('(?:[乡农]村(?:常住)?人口|居住在乡村的人口)'),
    ],
  },
];

const ANY_WHOLE = new RegExp(WHOLES.map(({ whole }) => whole.source).join('|'));
const OF_PLAN = /(?:为|占|完成)(?:年初|年度|全年|调整)?(?:预算|计划|任务|目标)数?$/;
/** What the names of the wholes and what may follow them end with. */
const WHOLE_ENDS = new Characters('值P）)口额入量', lastOf(IS));

export function readDefinitions(text: string, figures: readonly Quantity[], found: Relation[]): void {
  if (figures.length < 3) return;
  if (!figures.some((q) => WHOLE_ENDS.at(text, q.start - 1) && ANY_WHOLE.test(lead(text, q, 24)))) return;
  const levels = figures
    .filter(({ kind }) => kind !== 'percent' && kind !== 'point' && kind !== 'times' && kind !== 'rank')
    .map((figure): Led => ({ figure, before: lead(text, figure, 24) }));
  for (const definition of WHOLES) {
    for (const { total, parts } of wholesIn(text, levels, definition)) {
      readWhole(total, parts, found);
      if (parts.length === 3) readStructure(text, figures, total, parts, found);
    }
  }
}

/** A figure and the words before it. */
interface Led {
  readonly figure: Quantity;
  readonly before: string;
}

/** 进出口总额|70亿元|，其中出口|48亿元|、进口|22亿元: each whole of one definition that is followed by all its parts in their order. */
function wholesIn(
  text: string,
  levels: readonly Led[],
  { whole, parts }: Whole,
): Pick<Parted, 'total' | 'parts'>[] {
  const found: Pick<Parted, 'total' | 'parts'>[] = [];
  // Nothing is a part before a whole is named.
  const first = levels.findIndex(({ before }) => whole.test(before));
  if (first < 0) return found;
  let total: Quantity | undefined;
  let seen: Quantity[] = [];
  for (const { figure: q, before } of levels.slice(first).filter((led) => !isOfWhole(text, led))) {
    if (total && isPlain(q) && q.dimension === total.dimension && parts[seen.length]!.test(before)) {
      if (seen[0] && text.slice(seen[0].end, q.start).includes('。')) total = undefined;
      else if (seen.push(q) === parts.length) {
        found.push({ total, parts: seen });
        total = undefined;
      }
      continue;
    }
    const called = whole.test(before);
    // 按经营地分，城镇…；按消费类型分，商品…: the parts of another way to part the same whole.
    if (!called && (q.dimension !== total?.dimension || isPartBesides(parts, whole, before))) continue;
    // 进口 is no part of what 出口 was not named for.
    total = called && isWholeAlone(text, q, before) ? q : undefined;
    seen = [];
  }
  return found;
}

/** 为年初预算24亿元的106%: of the whole, and not the whole; nor is a difference. */
function isOfWhole(text: string, { figure, before }: Led): boolean {
  return DIFFERENCE.test(before) || (OF_PLAN.test(before) && text[figure.end] === '的');
}

/** Whether a figure is a whole and not, in a bracket or behind 人均 or 分别, of something else. */
function isWholeAlone(text: string, q: Quantity, before: string): boolean {
  return (
    !/人均|户均|平均|分别|其中|增量/.test(before) &&
    isPlain(q) &&
    q.approximation === 'exact' &&
    depthAt(text, Math.max(0, q.start - 100), q.start) <= 0
  );
}

function isPartBesides(parts: Whole['parts'], whole: RegExp, before: string): boolean {
  return WHOLES.some(
    (other) =>
      other.parts !== parts &&
      other.whole.source === whole.source &&
      other.parts.some((part) => part.test(before)),
  );
}

/** What is said to be less or more of the sum than this, as half and twice as much are, is of another place or time. */
const LEAST_OF_SUM = 0.6;
const MOST_OF_SUM = 1.7;
/** So far behind their whole the parts are those of another. */
const FAR = 150;

function readWhole(total: Quantity, parts: readonly Quantity[], found: Relation[]): void {
  const sum = sumOf(parts);
  const middle = (sum.low + sum.high) / 2;
  const ratio = total.value / middle;
  if (!(ratio >= LEAST_OF_SUM && ratio <= MOST_OF_SUM) || parts[0]!.start - total.end > FAR) return;
  const before = found.find((r) => r.rule === 'sum' && r.claimed === total);
  if (before && !before.holds) return;
  if (before && !addsUp(sum, total)) {
    // Another way to part the whole bears it out: then the last part is the one to look at.
    const last = parts.at(-1)!;
    const others = parts.slice(0, -1);
    const expected = others.reduce<Interval>(subtract, total);
    found.push({
      rule: 'sum',
      reading: 'definition',
      claimed: last,
      members: [total, ...others],
      expected,
      says: { is: 'rest', total, others },
      holds: false,
      alternatives: others.map((p) => ({ figure: p, value: total.value - (middle - p.value) })),
    });
    return;
  }
  if (before) return;
  found.push(
    sumRelation(parts, total, { reading: 'definition', holds: addsUp(sum, total), doubtful: false }),
  );
}

/** 三次产业结构为7.7∶57.5∶34.8 behind the three amounts. */
function readStructure(
  text: string,
  figures: readonly Quantity[],
  total: Quantity,
  parts: readonly Quantity[],
  found: Relation[],
): void {
  const sum = sumOf(parts);
  if (!addsUp(sum, total)) return;
  const from = figures.indexOf(parts[2]!) + 1;
  const at = figures.findIndex((q, i) => i >= from && q.kind === 'ratio');
  const terms = at < 0 ? [] : figures.slice(at, at + 3);
  if (terms.length < 3 || !terms.every((t) => t.kind === 'ratio')) return;
  const gap = text.slice(parts[2]!.end, terms[0]!.start);
  if (
    gap.length > RATIO_REACH ||
    !/产业(?:结构|比例|比重|占比|增加值)?(?:结构|比例|比重|占比|比)?[^，。；\d由从]{0,4}$/.test(gap)
  )
    return;
  if (/上年|去年|由|从|生产总值/.test(gap)) return;
  for (const [i, term] of terms.entries()) {
    const share = divide(parts[i]!, total);
    if (!share) return;
    const expected = scale(share, 100);
    if (meets(expected, widen(term, term.grain * 1.5))) continue;
    found.push({
      rule: 'share',
      reading: 'structure-of-amounts',
      claimed: term,
      members: [parts[i]!, total],
      expected,
      says: { is: 'portion', of: 'ratio', part: parts[i]!, whole: total },
      holds: false,
      alternatives: [],
    });
  }
}

/** How far behind the parts their ratio stands: 三次产业结构为|12∶38∶50|. */
const RATIO_REACH = 60;
