/**
 * Two measures at once: 队伍17支640人，其中县级3支200人、乡镇级14支440人 · 县级8支320人、乡镇级15支450人，共23支770人. Where one column
 * comes to its whole, the parts named are all there are, and the other must come to its own.
 */
import type { Quantity } from '../../../language/quantities/quantities.ts';
import { sumOf } from '../../../language/text/interval.ts';
import { areComplete } from './complements.ts';
import { LABEL_REACH, labelOf } from './labels.ts';
import { isClaimed, type Relation } from './relation.ts';
import { between, IN_TOTAL, lead, type Sentence } from './sentences.ts';
import { addedUp, adds, addsUp, FARTHEST, isNear, NOT_ADDITIVE, sumRelation } from './sums.ts';

/** A whole and two parts, of two measures each. */
const LEAST = 6;
/** 17支640人, 32个、总投资85.6亿元, 46件，涉及68人. */
const BESIDE = /^[^，。；、\d（）]{0,3}[、，,]?[^，。；、\d（）]{0,6}$/;
/** From one pair to the next. */
const NEXT = /^[^。；\d]{0,4}(?:[，、,：:]|和|以及|及)(?:\d{4}年)?[^。；\d]{0,20}$/;
const AMONG = /其中|包括|分别(?:是|为)|[：:]/;
const IN_ALL = new RegExp(String.raw`(?:合计|共计|总计|总共|一共|累计|${IN_TOTAL})[^，。；、\d]{0,8}$`);
const OTHER = /另|新增|比|较|同比|增长|下降/;

interface Pair {
  readonly a: Quantity;
  readonly b: Quantity;
}

export function readColumns(text: string, sentence: Sentence, found: Relation[]): void {
  const { start, end } = sentence;
  // 四年累计756户2875人
  const figures = sentence.figures.filter(({ kind }) => kind !== 'duration');
  if (figures.length < LEAST || OTHER.test(text.slice(start, end))) return;
  for (let i = 0; i + LEAST <= figures.length; i++) {
    const pairs = pairsFrom(text, figures, i);
    if (pairs.length < 3) continue;
    const [first, second] = pairs as [Pair, Pair];
    const last = pairs.at(-1)!;
    if (AMONG.test(between(text, first.b, second.a)) || areComplete(namesOf(text, pairs.slice(1))))
      pushColumns(first, pairs.slice(1), found);
    else if (IN_ALL.test(lead(text, last.a))) pushColumns(last, pairs.slice(0, -1), found);
    i += 2 * pairs.length - 1;
  }
}

/** The pairs of two measures that follow each other from figure `i` on. */
function pairsFrom(text: string, figures: readonly Quantity[], i: number): Pair[] {
  const pairs: Pair[] = [];
  const [x, y] = [figures[i]!, figures[i + 1]!];
  if (x.dimension === y.dimension) return pairs;
  for (let k = i; k + 1 < figures.length; k += 2) {
    const [a, b] = [figures[k]!, figures[k + 1]!];
    if (a.dimension !== x.dimension || b.dimension !== y.dimension || !adds(a) || !adds(b)) break;
    if (!BESIDE.test(between(text, a, b)) || NOT_ADDITIVE.test(lead(text, a, 12))) break;
    const before = pairs.at(-1);
    if (before && !NEXT.test(between(text, before.b, a))) break;
    pairs.push({ a, b });
  }
  return pairs;
}

/** 已消除|338户1103人，|未消除|78户249人 */
function namesOf(text: string, pairs: readonly Pair[]): readonly string[] {
  return pairs.map(({ a }) => labelOf(text, a.start - LABEL_REACH, a));
}

function pushColumns(whole: Pair, parts: readonly Pair[], found: Relation[]): void {
  const columns = [
    { total: whole.a, parts: parts.map(({ a }) => a) },
    { total: whole.b, parts: parts.map(({ b }) => b) },
  ].map((column) => ({ ...column, holds: addsUp(sumOf(column.parts), column.total) }));
  if (!columns.some(({ holds }) => holds)) return;
  for (const { total, parts: column, holds } of columns) {
    if (isClaimed(found, total, 'sum')) continue;
    if (!holds && !isNear(addedUp(column), total, FARTHEST.borneOut)) continue;
    found.push(sumRelation(column, total, { reading: 'columns', holds, listed: true, doubtful: true }));
  }
}
