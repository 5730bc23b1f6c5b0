/** A whole behind its parts: 修渠30公里、修路25公里，合计55公里. */
import type { Quantity } from '../../../language/quantities/quantities.ts';
import { Characters } from '../../../language/text/characters.ts';
import { sumOf } from '../../../language/text/interval.ts';
import { anyOf } from '../../../language/text/pattern.ts';
import { areComplete } from './complements.ts';
import { isSeries, LABEL_REACH, labelOf } from './labels.ts';
import { PART_GAP } from './parts.ts';
import { isPenSlipOf } from './pen-slips.ts';
import { middle, type Relation } from './relation.ts';
import { between, IN_TOTAL, JOINED, lead, type Sentence } from './sentences.ts';
import { addedUp, adds, addsUp, FARTHEST, isNear, NOT_ADDITIVE, sumRelation } from './sums.ts';

/** 共获得省级以上荣誉|: what is counted may be named again. */
const NAMED = 9;
/** What a total is named by: 总里程, 总人数; 总投资. */
const EXTENT = '(?:里程|产量|长度|重量|产值|金额|[人户面数量额][数积]?)';
const MONEY = '(?:投资|收入|支出|费用|成本)';
const TOTALS = [
  `合计 共计 总计 总共 一共 累计共? ${IN_TOTAL}`,
  // 总人数, 总里程达, 总投资为
  `总(?=${EXTENT}(?:为|达到?|是)?$) 总(?=${MONEY}(?:为|达)?$)`,
];
const TOTAL = new RegExp(String.raw`${anyOf(TOTALS)}[^，。；、\d]{0,${NAMED}}$`);
/** What the words of {@link TOTAL} end with, and how far back they may. */
const TOTAL_ENDS = new Characters('计共总');
const TOTAL_REACH = NAMED + 1;

const EACH = /[各每][^，。；\d]{0,20}$/;
const LEAD_OF_EACH = 24;

/** P、P、P，合计 T */
export function readTotal(text: string, sentence: Sentence, i: number, found: Relation[]): void {
  const { figures } = sentence;
  const total = figures[i]!;
  if (i < 2 || !TOTAL_ENDS.isIn(text, total.start - TOTAL_REACH, total.start)) return;
  const said = TOTAL.exec(lead(text, total))?.[0];
  if (!adds(total) || said === undefined) return;
  const honoured = isHonoured(text, figures, i);
  const counted = countOf(text, figures[i - 1]!, total);
  const { parts, begin } = partsBefore(text, figures, i, { honoured, counted });
  if (parts.length < 2) return;
  const sum = sumOf(parts);
  const holds = addsUp(sum, total);
  // 特困1126人、低保8642人，共9678人: no such total comes about by chance.
  const slip = !holds && isPenSlipOf(middle(sum), total);
  // All figures before the total are its parts, unless it is told which are.
  const apart = EVEN_SO.test(said) && figures[i - 1 - parts.length]?.unit !== total.unit;
  if (counted ? parts.length !== counted.value : !slip && !begin && !apart && parts.length < i) return;
  const summed = isOfSame(text, parts, total, middle(sum));
  if (summed === false && !slip) return;
  if (isOfMore(text, parts[0]!) || isAllByNow(text, said, parts[0]!, total)) return;
  const certain =
    honoured ||
    counted !== undefined ||
    slip ||
    areAllOfIt(text, parts) ||
    saysAgain(said, lead(text, parts[0]!));
  const listed = summed || isToldAsAll(text, sentence, parts, total, middle(sum));
  if (WEAK.test(said) && !certain && !listed) return;
  found.push(sumRelation(parts, total, { reading: 'total', holds, doubtful: !certain }));
}

/** Whether a total is of what stands behind the figures of its parts, 14个行政村、3个社区; undefined where nothing does. */
function isOfSame(
  text: string,
  parts: readonly Quantity[],
  total: Quantity,
  sum: number,
): boolean | undefined {
  const named = parts.some((part, k) => k > 0 && NOUN_BEHIND.test(between(text, parts[k - 1]!, part)));
  return named ? areSummed(text, parts, total) && isNear(sum, total, FARTHEST.named) : undefined;
}

/** Whether the list shows that it has all there are, and comes near the total. */
function isToldAsAll(
  text: string,
  sentence: Sentence,
  parts: readonly Quantity[],
  total: Quantity,
  sum: number,
): boolean {
  return (
    isNear(sum, total, FARTHEST.bare) &&
    (isListOfAll(text, sentence, parts, total) || areOfOneKind(text, parts, total))
  );
}

/** Words that a total of other things is told with as well: 共 and not 共计, 总人数 and not 总计. */
const WEAK = /^(?:共(?!计)|总(?![计共])|累计)/;

/** |派出|援疆队员3名、援外队员2名，共|派出|6名: the verb of the parts again. */
function saysAgain(said: string, first: string): boolean {
  const verb = AGAIN.exec(said)?.groups?.verb;
  return verb !== undefined && first.includes(verb);
}
const AGAIN = /^(?:累计|总)?共(?<verb>[^计有为是，。；、\d]{2})/;

/** What else is told of a total: that it is of honours, and of how many parts. */
interface Told {
  readonly honoured: boolean;
  readonly counted: Quantity | undefined;
}

/** The figures that lead to a total, in the order of the text. */
interface Leading {
  readonly parts: readonly Quantity[];
  /** Whether the text tells which is the first. */
  readonly begin: boolean;
}

/** |修渠30公里|、|修路25公里|，合计55公里: back from the total as far as one follows the other. */
function partsBefore(text: string, figures: readonly Quantity[], i: number, told: Told): Leading {
  const { counted } = told;
  const total = figures[i]!;
  const mayAdd = partOf(text, total, told);
  const parts: Quantity[] = [];
  for (let k = counted ? i - 2 : i - 1; k >= 0; k--) {
    const part = figures[k]!;
    if (!mayAdd(part)) break;
    // 立案45人，处分28人、移送17人，合计45人: the whole is told before its parts as well.
    if (parts.length > 1 && part.value === total.value) return { parts, begin: true };
    const [next] = parts;
    const joins = next
      ? told.honoured || isNext(text, part, next)
      : /[，、,]/.test(between(text, part, total));
    const leads = mayLead(text, part, counted && counted.value - parts.length);
    // 全年共审理刑事案件210件、民商事案件1860件: what is less than the rest is no total of them.
    if (!joins || !(leads || (counted === undefined && isPartWithAll(text, part, parts, k)))) break;
    parts.unshift(part);
    if (isFirst(text, part, figures[k - 1])) return { parts, begin: true };
  }
  return { parts, begin: false };
}

/** |共审理刑事案件|210件、…: the first of a list, told with the word for all of it. */
function isPartWithAll(text: string, part: Quantity, parts: readonly Quantity[], k: number): boolean {
  return (
    k === 0 &&
    parts.length > 1 &&
    part.value < addedUp(parts) &&
    !NOT_ADDITIVE.test(lead(text, part, 12)) &&
    LED_BY_ALL.test(lead(text, part))
  );
}
const LED_BY_ALL = new RegExp(String.raw`${IN_TOTAL}[\u4e00-\u9fff]{3,10}$`);

/** @param left how many parts there still are, by 四项合计 */
function mayLead(text: string, part: Quantity, left: number | undefined): boolean {
  if (left === 0 || NOT_ADDITIVE.test(lead(text, part, 12))) return false;
  // 共收到来信178件、…，三项合计: the first of as many as are counted may be told with 共.
  return left === 1 || !TOTAL.test(lead(text, part));
}

/** Whether a figure is of the kind of the total; 集体20个、个人80名，共计100个（名）: of honours, or where both measures are named, whatever counts. */
function partOf(text: string, total: Quantity, { honoured, counted }: Told): (part: Quantity) => boolean {
  const mixed =
    isCount(total) &&
    (honoured || counted !== undefined || BOTH_UNITS.test(text.slice(total.unitEnd, total.unitEnd + 4)));
  return (part) => (part.dimension === total.dimension || (mixed && isCount(part))) && adds(part);
}

/** 共91天，|其中|优51天，良35天，优良共86天: the parts begin behind 其中, or behind 分别. */
function isFirst(text: string, part: Quantity, behind: Quantity | undefined): boolean {
  const before = lead(text, part);
  return /其中|分别/.test(behind ? before.slice(-(part.start - behind.end)) : before);
}

/** Whether what the first part is told with brings in more than the parts: 加上补助34亿元 · 各县负责同志1名, of each so many. */
function isOfMore(text: string, first: Quantity): boolean {
  return (
    ADDED_TO.test(lead(text, first)) ||
    EACH.test(text.slice(Math.max(0, first.start - LEAD_OF_EACH), first.start))
  );
}

/** 分别新增12项和44项，累计分别达到64项和288项: all there is by now, of each. */
function isAllByNow(text: string, said: string, first: Quantity, total: Quantity): boolean {
  return (
    said.startsWith('累计') && (/分别|各/.test(lead(text, total)) || /新增|净增/.test(lead(text, first)))
  );
}

/** Whether the names of the parts leave nothing out, or 分别 says that one total is of both: 一季度、二季度|分别|完成12亿元、18亿元. */
function areAllOfIt(text: string, parts: readonly Quantity[]): boolean {
  const labels = parts.map((part, k) => labelOf(text, parts[k - 1]?.end ?? part.start - LABEL_REACH, part));
  return areComplete(labels) || isSeries(labels) || /分别/.test(lead(text, parts[0]!));
}

/** 校长186名、教师代表48名、机关干部26名，|共|260人: three parts or more with 、 alone between them, at the head of a sentence. */
function isListOfAll(
  text: string,
  { figures, start }: Sentence,
  parts: readonly Quantity[],
  total: Quantity,
): boolean {
  const [first] = parts;
  const gap = between(text, parts.at(-1)!, total);
  return (
    parts.length > 2 &&
    isCount(total) &&
    figures[0] === first &&
    !/[，,]/.test(text.slice(start, first!.start).replace(WITHIN, '')) &&
    parts.every((part, k) => k === 0 || LISTED.test(between(text, parts[k - 1]!, part))) &&
    (/^[，,]共$/.test(gap) || OF_ALL.test(gap))
  );
}
/** 机关捐款|8.6万元，企业捐款|25万元，群众捐款|6.4万元，累计募得善款|40万元: three parts or more of one name, in the total's too. */
function areOfOneKind(text: string, parts: readonly Quantity[], total: Quantity): boolean {
  const name = lead(text, parts[0]!).slice(-2);
  return (
    parts.length > 2 &&
    name.length === 2 &&
    parts.every((part) => lead(text, part).endsWith(name)) &&
    [...name].some((char) => lead(text, total).includes(char))
  );
}
const LISTED = /^[、，][^，。；、\d]{2,12}$/;
/** 干部队伍中，|正科级12名 */
const WITHIN = /^[^，。；、\d]{2,10}(?:中|看)[，,]/;
/** ，全局在职干部|共: all there are of the whole house. */
const OF_ALL =
  /^[，,](?:全[省市县区镇乡村校院局系][^，。；、\d]{0,8}共|(?:全年|今年|年内)(?:累计|已)?共[^，。；、\d]{0,6})$/;

/** 20个|集体和|80名|个人，共|100个: what is honoured is counted in two measure words. */
function isHonoured(text: string, figures: readonly Quantity[], i: number): boolean {
  const [groups, persons, total] = figures.slice(i - 2, i + 1);
  return (
    total?.unit === '个' &&
    groups!.unit === '个' &&
    (persons!.unit === '名' || persons!.unit === '个' || persons!.unit === '位') &&
    GROUPS_AND.test(between(text, groups!, persons!)) &&
    PERSONS.test(between(text, persons!, total)) &&
    HONOURED.test(text.slice(total.unitEnd, total.unitEnd + 4))
  );
}
const GROUPS_AND = /^(?:先进|优秀)?(?:集体|单位)[、和及与]$/;
const HONOURED = /^(?:先进|优秀|典型|[，。（(]|予以|给予|进行)/;
const PERSONS = /^(?:先进|优秀)?个人[，,](?:共计|合计|共)$/;

const BOTH_UNITS = /^[（(][名个人项家批件户次]次?[）)]/;
const isCount = ({ kind }: Quantity) => kind === 'count' || kind === 'people';

/** 加上补助34亿元、结转3亿元，总计: of what was told before as well. */
const ADDED_TO = /^(?:再)?(?:加|另)/;

/** 四项|合计: how many parts there are. */
function countOf(text: string, before: Quantity, total: Quantity): Quantity | undefined {
  return before.kind === 'han-count' || (before.han && before.kind === 'count')
    ? COUNTED.test(between(text, before, total)) && before.value > 1
      ? before
      : undefined
    : undefined;
}
const COUNTED = new RegExp(
  String.raw`^(?:[\u4e00-\u9fff]{0,4})?(?:合计|共计|总计|累计|总|${IN_TOTAL})[^，。；、\d]{0,6}$`,
);

/** 合计, 共计: of all that was told just before, whatever stands before that. */
const EVEN_SO = /^(?:合计|共计|总计)/;

/** 14个|行政村、|3个|社区: what is counted stands behind its figure. */
const NOUN_BEHIND = /^[^，。；、\d（）()]{1,10}[、和及与]$/;
const NOUN = /^[\u4e00-\u9fff（）]{1,10}/;

/** Whether a total is of what its parts are called: 18个|村（社区）, 死伤人数|61人. */
function areSummed(text: string, parts: readonly Quantity[], total: Quantity): boolean {
  const noun = (q: Quantity) => NOUN.exec(text.slice(q.unitEnd, q.unitEnd + 10))?.[0] ?? '';
  const own = `${lead(text, total)}${noun(total)}`;
  return parts.every((part) => {
    const name = noun(part).replace(/[和及与]$/, '');
    return name !== '' && (own.includes(name.at(-1)!) || own.includes(name[0]!));
  });
}

/** …、水路25公里 and, behind 分别, a bare 、20亿元. */
function isNext(text: string, part: Quantity, next: Quantity): boolean {
  const gap = between(text, part, next);
  return PART_GAP.test(gap) || JOINED.test(gap) || NOUN_BEHIND.test(gap);
}
