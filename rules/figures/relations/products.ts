/**
 * What so many of each come to: 12个乡镇每个乡镇建设2个示范村，共建成24个 · 3200人，按每生每天5元、全年200天计算，需资金320万元 · 种植3.2万亩，平均亩产
 * 520公斤，总产量1.66万吨.
 */
import type { Quantity } from '../../../language/quantities/quantities.ts';
import { Characters } from '../../../language/text/characters.ts';
import { type Interval, meets, scale } from '../../../language/text/interval.ts';
import { anyOf } from '../../../language/text/pattern.ts';
import { asRounded } from './change.ts';
import type { Relation } from './relation.ts';
import { between, IN_TOTAL, lead, type Sentence } from './sentences.ts';
import { asLaidDown } from './shapes.ts';
import { adds } from './sums.ts';

/** 12个|乡镇每个乡镇建设|2个, 15个|村，每村配备|3名: what each has, told right behind how many there are. */
const GETS = [
  '新?建[设成]? 改造 配备 设立 选[派聘] 安排 确定 培[育训养] 发展 打造 创建 评选 推荐 选出',
  '补[助贴] 发放 奖[励补]',
];
const EACH = new RegExp(
  [
    String.raw`^(?<noun>[\u4e00-\u9fff]{1,8}?)[，,]?(?:平均)?每(?:个)?(?<each>[\u4e00-\u9fff]{1,6}?)`,
    String.raw`(?:至少)?(?:各)?${anyOf(GETS)}(?<what>[\u4e00-\u9fff]{0,6})$`,
  ].join(''),
);
/** ，共建成示范村|24个 */
const IN_ALL = new RegExp(
  String.raw`^[^，。；\d]{0,10}[，,](?:全[省市县区镇乡])?(?:总共|一共|合计|共计|累计|${IN_TOTAL})[^，。；、\d]{0,10}$`,
);
const EVERY = new Characters('每');

/** How many there are is figure `i`. */
export function readEach(text: string, { figures }: Sentence, i: number, found: Relation[]): void {
  const [number, each, total] = figures.slice(i, i + 3);
  if (!total || !EVERY.isIn(text, number!.end, each!.start)) return;
  if (number!.kind !== 'count' && number!.kind !== 'place') return;
  if (
    each!.dimension !== total.dimension ||
    each!.unit !== total.unit ||
    ![number!, each!, total].every(isExact)
  )
    return;
  const { noun, each: by } = EACH.exec(between(text, number!, each!))?.groups ?? {};
  if (
    noun === undefined ||
    !(noun.endsWith(by!) || by === number!.unit) ||
    !IN_ALL.test(between(text, each!, total))
  )
    return;
  const given = asLaidDown(each!, between(text, number!, each!));
  pushProduct({ total, each: each!, number: number!, expected: scale(given, number!.value) }, found);
}

/** 检查组6个，|每组|5人，|合计|30人: the noun stands before how many there are. */
const EACH_OF = /^[，,](?:平均)?每(?:个)?(?<by>[\u4e00-\u9fff]{1,4}?)(?:各有|各|配备|有)?$/;
const SUMMED = new RegExp(`^[，,](?:合计|共计|总计|${IN_TOTAL})(?:有)?$`);

/** How many there are is figure `i`; their noun before it. */
export function readEachOf(text: string, { figures }: Sentence, i: number, found: Relation[]): void {
  const [number, each, total] = figures.slice(i, i + 3);
  if (!total || !EVERY.isIn(text, number!.end, each!.start) || number!.kind !== 'count') return;
  if (each!.unit !== total.unit || ![number!, each!, total].every(isExact)) return;
  const by = EACH_OF.exec(between(text, number!, each!))?.groups?.by;
  if (by === undefined || !lead(text, number!).endsWith(by) || !SUMMED.test(between(text, each!, total)))
    return;
  pushProduct({ total, each: each!, number: number!, expected: scale(each!, number!.value) }, found);
}

/** 学生3200人，|按每生每天|5元、|全年|200天|计算，需资金|320万元. */
const A_DAY = /^[，,]?(?:按照?|以)?每[生人名](?:每)?[天日](?:补助|补贴|营养膳食补助)?$/;
const SO_LONG = /^(?:的?标准)?[、，,]?(?:按|以|共)?(?:全年|一年|全?学年|每年)?(?:按|以|共)?$/;
const COMES_TO = new RegExp(
  String.raw`^(?:计算|测算)?[，,](?:全年|每年|一年)?(?:合计|共计|总计|约?需|${IN_TOTAL})[^，。；、\d]{0,6}$`,
);

/** How many people is figure `i`, then how much a day each, for how many days, and what it comes to. */
export function readEachDay(text: string, { figures }: Sentence, i: number, found: Relation[]): void {
  const [number, each, days, total] = figures.slice(i, i + 4);
  if (!total || number!.kind !== 'people' || days!.kind !== 'duration' || !/^[天日]$/.test(days!.unit))
    return;
  if (each!.unit !== '元' || total.unit !== '元' || ![number!, each!, days!, total].every(isExact)) return;
  if (!A_DAY.test(between(text, number!, each!)) || !SO_LONG.test(between(text, each!, days!))) return;
  if (!COMES_TO.test(between(text, days!, total))) return;
  const count = Number(text.slice(days!.digits.start, days!.digits.end));
  const expected = scale(number!, each!.value * count);
  pushProduct({ total, each: each!, number: number!, expected, days: days! }, found);
}

/** 志愿者120名，|分成|8个|小组，每组|15名 */
const DIVIDED = /^[^，。；\d]{0,4}[，,]?(?:共|平均)?(?:分成|分为|编成|组成|划分为|组建)[^，。；、\d]{0,2}$/;
const IN_EACH = /^(?<noun>[\u4e00-\u9fff]{1,8}?)[，,]每个?(?<by>[\u4e00-\u9fff]{1,4}?)(?:有|为|各)?$/;

/** How many there are in all is figure `i`, then into how many they are divided, and how many each has. */
export function readDivided(text: string, { figures }: Sentence, i: number, found: Relation[]): void {
  const [total, number, each] = figures.slice(i, i + 3);
  if (!each || !EVERY.isIn(text, number!.end, each.start) || total!.unit !== each.unit) return;
  if (![total!, number!, each].every(isExact) || !DIVIDED.test(between(text, total!, number!))) return;
  const { noun, by } = IN_EACH.exec(between(text, number!, each))?.groups ?? {};
  if (noun === undefined || !(noun.endsWith(by!) || by === number!.unit)) return;
  pushProduct({ total: total!, each, number: number!, expected: scale(each, number!.value) }, found);
}

const YIELD = /(?:亩产量?|单产)(?:约|近|为|达到?)?$/;
const HARVEST = /(?:总产量?|产量)(?:约|近|为|达到?|突破)?$/;
const SOWN = /(?:种植|播种|栽[种植]|面积|收获|采[收摘])[^，。；、\d]{0,10}$/;

/** The harvest is figure `i`; the two before it are what was sown and what each 亩 bears. */
export function readHarvest(text: string, { figures }: Sentence, i: number, found: Relation[]): void {
  const [area, each, total] = figures.slice(i - 2, i + 1);
  if (i < 2 || total!.dimension !== each!.dimension || area!.unit !== '亩' || total!.kind !== 'mass') return;
  if (!YIELD.test(lead(text, each!)) || !HARVEST.test(lead(text, total!)) || !SOWN.test(lead(text, area!)))
    return;
  if (/[。；]|其中/.test(text.slice(area!.end, total!.start))) return;
  // Thousands of 亩 in 万亩: the number of them, whatever one is worth.
  const one = area!.scale / (text.slice(area!.digits.end, area!.numberEnd) === '万' ? 1e4 : 1);
  const many = scale(area!, 1 / one);
  const expected = { low: each!.low * many.low, high: each!.high * many.high };
  pushProduct({ total: total!, each: each!, number: area!, expected }, found);
}

/** 对优秀单位各奖励|3万元|，|29个|单位共计|87万元: what each is given, how many there are, and what it comes to. */
const EACH_GIVEN = new RegExp(
  `各(?:给予)?${anyOf('奖励 补助 补贴 发放 奖补 资助 拨付 安排')}[^，。；、\\d]{0,4}$`,
);
const GIVEN_TO = /^[\u4e00-\u9fff]{1,8}?(?:共计|合计|总计|共需|共)[^，。；、\d]{0,6}$/;

export function readEachGiven(text: string, { figures }: Sentence, i: number, found: Relation[]): void {
  const [each, number, total] = figures.slice(i, i + 3);
  if (!total || each!.kind !== 'money' || number!.kind === 'money' || total.unit !== each!.unit) return;
  if (![each!, number!, total].every(isExact) || !EACH_GIVEN.test(lead(text, each!))) return;
  if (between(text, each!, number!) !== '，' || !GIVEN_TO.test(between(text, number!, total))) return;
  // What is given is laid down and not rounded.
  const given = { low: each!.value, high: each!.value };
  pushProduct({ total, each: each!, number: number!, expected: scale(given, number!.value) }, found);
}

/** 每个乡镇打造|2个|示范村，|12个|乡镇共打造|24个|: so many of each. */
const MAKES = '打造 建设 培育 创建 完成 建成 新建 配备 安排 选派 发展 组建 设立 帮扶 包联';
const EACH_MAKES = new RegExp(String.raw`每个?(?<by>[\u4e00-\u9fff]{1,4}?)(?:至少|各)?${anyOf(MAKES)}$`);
const THEN_OF_ALL = /^[\u4e00-\u9fff]{0,6}，(?:全[省市县区镇乡]的?)?$/;

export function readEachMakes(text: string, { figures }: Sentence, i: number, found: Relation[]): void {
  const [each, number, total] = figures.slice(i, i + 3);
  if (!total || ![each!, number!, total].every(isExact) || total.unit !== each!.unit) return;
  const by = EACH_MAKES.exec(lead(text, each!))?.groups?.by;
  if (by === undefined || !THEN_OF_ALL.test(between(text, each!, number!))) return;
  if (!text.startsWith(by, number!.unitEnd) || !GIVEN_TO.test(between(text, number!, total))) return;
  pushProduct({ total, each: each!, number: number!, expected: scale(each!, number!.value) }, found);
}

/** 招收|16个|班、|800人，|每班|50人: in how many, how many in all, and how many each has. */
const IN_ALL_OF_THEM = /^[\u4e00-\u9fff]{0,4}[、，,](?:共|计|共计)?[^，。；、\d]{0,4}$/;

export function readInEach(text: string, { figures }: Sentence, i: number, found: Relation[]): void {
  const [number, total, each] = figures.slice(i, i + 3);
  if (!each || !EVERY.isIn(text, total!.end, each.start) || total!.unit !== each.unit) return;
  if (![total!, number!, each].every(isExact) || total!.kind === 'money') return;
  const by = EACH_OF.exec(between(text, total!, each))?.groups?.by;
  if (by === undefined || !IN_ALL_OF_THEM.test(between(text, number!, total!))) return;
  const noun = text.slice(number!.unitEnd, number!.unitEnd + by.length + 4);
  if (by !== number!.unit && !noun.includes(by)) return;
  pushProduct({ total: total!, each, number: number!, expected: scale(each, number!.value) }, found);
}

function isExact(q: Quantity): boolean {
  return adds(q) && q.approximation === 'exact' && q.value > 0;
}

export interface Product {
  readonly total: Quantity;
  readonly each: Quantity;
  readonly number: Quantity;
  readonly expected: Interval;
  /** For how many days each. */
  readonly days?: Quantity;
  /** What each of the number is told by the month for: 12 of a year. */
  readonly months?: number;
}

/** The total as so many of each would have it. */
export function pushProduct(
  { total, each, number, expected, days, months = 1 }: Product,
  found: Relation[],
): void {
  const middle = (expected.low + expected.high) / 2;
  found.push({
    rule: 'average',
    reading: 'price',
    claimed: total,
    members: days ? [each, number, days] : [each, number],
    expected,
    says: { is: 'price', price: each, number, months, ...(days ? { days } : {}) },
    holds: meets(expected, asRounded(total)),
    alternatives: [{ figure: number, value: (number.value * total.value) / middle }],
    doubtful: true,
  });
}
