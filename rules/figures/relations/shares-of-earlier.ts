/**
 * A share whose whole stands in the sentence before: 共发生事故46起。其中，道路事故31起，占事故总数的67.4%. Only where that sentence has one figure
 * of the kind.
 */
import { lowerBound } from '../../../engine/lists.ts';
import { isPlain, type Quantity } from '../../../language/quantities/quantities.ts';
import { boundAfter, boundBefore, FULL_STOP, PHRASE_STOPS } from '../../../language/text/bounds.ts';
import { Characters, sharesPair } from '../../../language/text/characters.ts';
import { isClaimed, type Relation } from './relation.ts';
import { between, lead } from './sentences.ts';
import { SHARE_IS, shareOf } from './shapes.ts';
import { adds } from './sums.ts';

/** 31起|，占事故总数的| */
const TAKES = new RegExp(
  String.raw`^[^，。；、\d]{0,6}[，、,（(](?:占比|占)(?<base>[\u4e00-\u9fff]{0,12}?)的?${SHARE_IS}`,
);
const TAKES_BEGINS = new Characters('占');
const TAKES_REACH = 10;
/** So far back the sentence before begins, at most. */
const REACH = 90;
/** Words of a base that say no more than that it is all there is. */
const ALL = /^全(?:部|[市县区省镇乡村])|总(?:数|量|额|户数|人数|人次|件数|面积|投资)?$|的$/g;
const OTHER_BASE = /计划|(?<!公共)预算|任务|目标|上年|去年|同期|其|该|各|应|本/;
/** A figure that is no whole of what is there: a change, a goal, an average. */
const NO_WHOLE = /增|减|同比|目标|预期|计划|上年|去年|比|较|每|均|其中|累计|占/;
/** 其中, 在上述教师队伍中，, 这些企业中. */
const AMONG = /^(?:其中|在?(?:上述|这些|这批)[^，。；\d]{0,10}[中里])/;
/** 收入18.6亿元，比上年|增加|1.1亿元: beside the whole. */
const CHANGED = /(?:增加|减少|增收|减收|多|少)$/;
/** How far behind a figure its noun goes. */
const NOUN = 10;

export function readSharesOfEarlier(text: string, figures: readonly Quantity[], found: Relation[]): void {
  for (let i = 2; i < figures.length; i++) {
    const [part, r] = [figures[i - 1]!, figures[i]!];
    if (r.kind !== 'percent' || !isPlain(r) || !TAKES_BEGINS.isIn(text, part.end, part.end + TAKES_REACH))
      continue;
    const base = TAKES.exec(between(text, part, r))?.groups?.base?.replace(ALL, '');
    if (base === undefined || OTHER_BASE.test(base) || !adds(part) || part.value <= 0) continue;
    if (isClaimed(found, r, 'share')) continue;
    const whole = wholeBefore(text, figures, i - 1, base);
    const relation = whole && shareOf({ part, whole, share: r });
    if (relation) found.push({ ...relation, doubtful: true });
  }
}

/** The one figure in the sentence before that the share can be of. */
function wholeBefore(
  text: string,
  figures: readonly Quantity[],
  partAt: number,
  base: string,
): Quantity | undefined {
  const part = figures[partAt]!;
  const own = boundBefore(text, part.start, FULL_STOP, REACH);
  if (own === 0 || !FULL_STOP.at(text, own - 1)) return undefined;
  // Paragraphs read as one text end in one full stop more.
  const stop = FULL_STOP.at(text, own - 2) ? own - 2 : own - 1;
  const from = boundBefore(text, stop, FULL_STOP, REACH);
  const first = lowerBound(figures, from, ({ start }) => start);
  const alike = figures
    .slice(first, partAt)
    .filter((q) => q.dimension === part.dimension && !(q.start < own && CHANGED.test(lead(text, q))));
  // 12个乡镇的86个项目，发现问题|43个: the one that is called as the share says.
  const called = base.length > 1 ? alike.filter((q) => q.start < own && isCalledSo(text, q, base)) : [];
  const [whole, more] = called.length > 0 ? called : alike;
  if (!whole || more || whole.start >= own || !adds(whole) || whole.unit !== part.unit) return undefined;
  if (whole.value <= part.value || NO_WHOLE.test(lead(text, whole))) return undefined;
  const noun = text.slice(whole.unitEnd, boundAfter(text, whole.unitEnd, PHRASE_STOPS, NOUN));
  const about = lead(text, whole) + noun;
  // 农业支出…，占总数的18%。水利支出…，占总数的5%: both are parts.
  const next = figures[figures.indexOf(whole, first) + 1];
  if (next?.kind === 'percent' && TAKES.test(between(text, whole, next))) return undefined;
  if (base.length > 1) return about.includes(base) ? whole : undefined;
  return AMONG.test(text.slice(own)) || sharesWord(lead(text, part), about) ? whole : undefined;
}

function isCalledSo(text: string, q: Quantity, base: string): boolean {
  return lead(text, q).endsWith(base) || text.startsWith(base, q.unitEnd);
}

/** What is said of figures of all kinds, and names nothing. */
const GENERAL = /其中|完成|实现|达到|累计|纳入|全[省市县区镇乡]/g;

function sharesWord(label: string, about: string): boolean {
  const words = label.replace(GENERAL, '');
  // 今年技师326人。去年技师214人: of the same, not of it.
  return !about.includes(words) && sharesPair(words, about);
}
