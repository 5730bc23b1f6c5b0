/**
 * The list before its number: 甲、乙、丙 | 三个单位 · 甲、乙、丙“三大行动” · 健全制度、完善预案、强化储备，这三项措施.
 */

import type { Range } from '../../../engine/finding.ts';
import { isPersonName } from '../../../language/names/person-names.ts';
import { listOf } from '../../../language/quantities/clause-lists.ts';
import { type List, listBefore } from '../../../language/quantities/enumerations.ts';
import type { Quantity } from '../../../language/quantities/quantities.ts';
import { boundBefore, mateOf, PHRASE_STOPS, SENTENCE_STOPS } from '../../../language/text/bounds.ts';
import { Characters, ShortList } from '../../../language/text/characters.ts';
import { anyOf } from '../../../language/text/pattern.ts';
import type { Words } from '../../../language/text/words.ts';
import type { CountedList, Line } from './counted.ts';

/** What governs 这三个孩子. */
const GOVERNS = new Characters('为把对给让使将被在从向跟替帮');
/** What would part the list from more that the sentence has said. */
const SAID = new Characters('，；：');
/** No list ends behind one of these. */
const LIST_OPENS = new Characters('、，。；：（(');

/** The list that ends where a number stands, if the number counts it. @param index of the number among the figures */
export function listOver(line: Line, figures: readonly Quantity[], index: number): CountedList | undefined {
  const figure = figures[index]!;
  const { text } = line;
  const { words } = line.language;
  const joint = jointBefore(text, figure.start, line.contentStart);
  if (!joint) return undefined;
  const all = countedBefore(text, joint.end, figure, words);
  if (!all || all.items.length < (joint.resumed ? 3 : 2)) return undefined;
  if (joint.resumed && SAID.isIn(text, boundBefore(text, all.start, SENTENCE_STOPS), all.start))
    return undefined;
  const noun = nounAfter(text, figure, words);
  if (noun === undefined || (figure.value === 2 && SIDES.test(figure.unit))) return undefined;
  const stated = { start: figure.digits.start, end: figure.unitEnd + noun };
  const kindred = ofOneKind(text, all, text.slice(figure.unitEnd - figure.unit.length, stated.end));
  const list = behindCounted(text, kindred, figures, index);
  if (hasFigures(figures, index, list.start) || isOfKinds(text, figure, list)) return undefined;
  const summed = joint.resumed || list.open || text[joint.end - 1] === '这';
  const task = list.items.length > 2 && TASKS.test(text.slice(figure.unitEnd, stated.end));
  if (!summed && !task && !isNounList(text, list, words)) return undefined;
  const even = isEven(text, list, words) && !(joint.quoted && (list.closed || list.items.length === 2));
  return { tie: summed ? 'summed' : 'apposition', count: figure.value, stated, figure, list, even };
}

/** 实现|从分散到集中、从低效到高效|的两个转变: what each of them leads from, and to what. */
const TURN = /[从由][^从由到向]{1,10}[到向][^从由到向]{1,12}$/;
/** What is counted so. */
const TURNS = new ShortList(['转变', '跨越', '转型', '飞跃', '升级']);
/** No list of them is longer. */
const TURNS_REACH = 160;

/** The turns that are told before their number. */
export function turnsBefore(text: string, figure: Quantity): CountedList | undefined {
  const end = figure.start - 1;
  const noun = TURNS.wordAt(text, figure.unitEnd);
  if (noun === undefined || text[end] !== '的') return undefined;
  const items: Range[] = [];
  let to = end;
  while (end - to < TURNS_REACH) {
    const from = boundBefore(text, to, PHRASE_STOPS, TURN_REACH);
    const turn = TURN.exec(text.slice(from, to));
    if (!turn) break;
    items.unshift({ start: from + turn.index, end: to });
    // 实现从…到…: the first stands behind its verb.
    if (turn.index > 0 || !PARTED.at(text, from - 1)) break;
    to = from - 1;
  }
  if (items.length < 2) return undefined;
  const list = listOf(items[0]!.start, items);
  const stated = { start: figure.digits.start, end: figure.unitEnd + noun.length };
  return { tie: 'summed', count: figure.value, stated, figure, list, even: true };
}

/** Longer stretches are sentences of their own. */
const TURN_REACH = 40;
const PARTED = new Characters('、，');

/** 党组织领导下的|居委会、…四位一体: who leads the others may be counted with them. */
const LED = /(?:领导|引领|统领|牵头|主导|指导)下?的/;

/** 要传承好、|发扬好互利、共赢这两个法宝: two verbs, and behind the second of them the list. */
const VERBS = /好、[\u4e00-\u9fff]{2}好/;

const isLed = (text: string, { items: [first, second] }: List) =>
  LED.test(text.slice(first!.start, first!.end)) ||
  (second !== undefined && VERBS.test(text.slice(first!.end - 1, second.end)));

const DONE_TO =
  '贯彻执行 指导 完成 编译 谋划 解答了? 分别[就对围绕从以向] (?:有关|相关)?负责人(?:分别)?[就对从] (?:(?<![主重需必只])要|应当?|须)(?![求素点件急用])[\u4e00-\u9fff]{2}';
/** …局完成《摘编》|蒙古文, …负责人分别就|一米阳光, 社区要组建|宣讲队: who does what, before that to which it is done. */
const VERB = new RegExp(`^[\u4e00-\u9fff“”《》]{2,24}${anyOf(DONE_TO)}(?:《[^《》]{1,30}》)?`);

/** What is left of a list behind the verb that one of its members has: those before are who does it. Undefined where but one is left, and where one leads the others. */
function behindVerb(text: string, list: List): List | undefined {
  if (isLed(text, list)) return undefined;
  for (let k = list.items.length - 1; k > 0; k--) {
    const { start, end } = list.items[k]!;
    const said = VERB.exec(text.slice(start, end))?.[0].length;
    if (said === undefined) continue;
    const items = said === end - start ? [] : [{ start: start + said, end }, ...list.items.slice(k + 1)];
    if (items.length < 2) return undefined;
    return { ...list, start: start + said, items, min: items.length, max: items.length };
  }
  return list;
}

/** The list that ends at an offset, so far as the number behind it can count it. */
function countedBefore(text: string, end: number, { unit }: Quantity, words: Words): List | undefined {
  const list = listBefore(text, end, words);
  if (!list || unit === '级') return list && levelsIn(text, list);
  return withPartner(text, behindVerb(text, list));
}

/** 县住建局|会同|县财政局、县自然资源局|三个单位: those who work together may be counted with the one who calls them, or without. */
function withPartner(text: string, list: List | undefined): List | undefined {
  const [first] = list?.items ?? [];
  const isCalled =
    first &&
    /[\u4e00-\u9fff](?:会同|联合|协同|会商|携手)[\u4e00-\u9fff]/.test(text.slice(first.start, first.end));
  return list && isCalled ? { ...list, max: list.max + 1 } : list;
}

/** 省 and 村, a bracket with its other names behind it. */
const LEVEL = new RegExp(
  `${anyOf('国家 中央 省 市 州 盟 县 区 旗 园区 街道 乡 镇 社区 村 组 网格 楼栋 户 校 院 系 班 部门 公司 车间 班组')}{1,3}(?:（[^、（）]{1,4}）)?$`,
);

/** Of 市、县人民政府应当建立|市、县、乡镇（街道）、村四级 the levels that the number counts; undefined where it is a grade: 因战、因公三级伤残. */
function levelsIn(text: string, list: List): List | undefined {
  // 县（市、区）三级: what stands in the bracket are names for one of them.
  if (text[list.end] === '）') return undefined;
  const levels = list.items.map(({ start, end }) => LEVEL.exec(text.slice(start, end)));
  const head = levels.findLastIndex((level) => !level || level.index > 0);
  if (head >= 0 && !levels[head]) return undefined;
  const items = list.items.slice(Math.max(0, head));
  const { length } = items;
  if (length < LEAST_LEVELS) return undefined;
  const start = items[0]!.start + (head >= 0 ? levels[head]!.index : 0);
  return {
    ...list,
    start,
    items: [{ start, end: items[0]!.end }, ...items.slice(1)],
    min: length,
    max: length,
  };
}
const LEAST_LEVELS = 3;

/** How a list is joined to the number behind it. */
interface Joint {
  /** Where the list ends; a 这 is still before it. */
  readonly end: number;
  /** 甲、乙、丙“三大行动” */
  readonly quoted: boolean;
  /** 健全制度、完善预案、强化储备，这三项措施: the list is all that the sentence has said. */
  readonly resumed: boolean;
}

/** The joint before a number; undefined where no list can end there. */
function jointBefore(text: string, start: number, contentStart: number): Joint | undefined {
  const quoted = text[start - 1] === '“';
  const end = quoted ? start - 1 : start;
  if (quoted && isMember(text, end)) return undefined;
  if (end <= contentStart || LIST_OPENS.at(text, end - 1)) return undefined;
  // “重品行、重实干、重公认”的|三条标准
  if (!quoted && text[end - 1] === '的' && text[end - 2] === '”')
    return { end: end - 1, quoted, resumed: false };
  const isThis = text[end - 1] === '这';
  const resumed = isThis && text[end - 2] === '，';
  const joint = { end: resumed ? end - 2 : end, quoted, resumed };
  // 主任、教授张三为这三个孩子做了手术: who does it stands before, not whom they are.
  return text[joint.end - 1] === '这' && GOVERNS.at(text, joint.end - 2) ? undefined : joint;
}

/** 企业1210家、园区74个: figures among the members count the members themselves. */
function hasFigures(figures: readonly Quantity[], index: number, from: number): boolean {
  for (let k = index - 1; k >= 0 && figures[k]!.digits.start >= from; k--) {
    if (figures[k]!.kind !== 'ordinal' && figures[k]!.kind !== 'code') return true;
  }
  return false;
}

/** 甲、乙两项任务和|丙、丁、戊四项工程: what is left of a list behind the one that a number before has counted. */
function behindCounted(text: string, list: List, figures: readonly Quantity[], index: number): List {
  const before = figures[index - 1];
  if (!before || before.start <= list.start || before.unitEnd >= list.last.start) return list;
  const at = list.items.findIndex(({ end }) => before.unitEnd < end);
  const { start, end } = list.items[at]!;
  const joint = COUNTED_BEFORE.exec(text.slice(before.unitEnd, end));
  if (!joint || before.start <= start) return list;
  const items = [{ start: before.unitEnd + joint[0].length, end }, ...list.items.slice(at + 1)];
  const { length } = items;
  if (length < 2) return list;
  const cut = list.items.length - length;
  // The joint behind what was counted parts no members.
  return {
    ...list,
    start: items[0]!.start,
    items,
    min: list.min - cut,
    max: Math.max(length, list.max - cut - 1),
  };
}
/** 任务|和, 类问题、 */
const COUNTED_BEFORE = /^[\u4e00-\u9fff]{1,6}?[和与及]/;

/** 党员、干部3人 are of two kinds; 张伟、李娜两人 are told by name. */
const isOfKinds = (text: string, { unit }: Quantity, list: List) => unit === '人' && !areNames(text, list);

/** 甲、乙、残疾人|“两项补贴”|等: what is quoted is the last of the list, and none that sums it up. */
function isMember(text: string, open: number): boolean {
  const close = mateOf(text, open);
  return close !== undefined && ON.at(text, close + 1);
}
const ON = new Characters('等、和与及');

/** What the names of places of a kind end in, by the words for that kind. */
const PLACE_ENDS: readonly (readonly [words: RegExp, ends: RegExp])[] = [
  [/(?:乡镇|镇乡)$/, /[乡镇]$/],
  [/(?:乡镇街道|镇街|乡镇（街道）)$/, /(?:[乡镇]|街道)$/],
  [/街道$/, /街道$/],
  [/社区$/, /社区$/],
  [/(?:个|^)镇$/, /镇$/],
  [/(?:个|^|行政)村$/, /村$/],
  [/(?:县区|县市区|区县|市县|县市)$/, /[县市区]$/],
  [/(?:个|^)县$/, /县$/],
];

/** Of 县医保局、县人民医院和青石镇、柳河镇、白山乡|四个乡镇 those that the number counts. */
function ofOneKind(text: string, list: List, counted: string): List {
  const ends = PLACE_ENDS.find(([words]) => words.test(counted))?.[1];
  if (!ends) return list;
  const isKindred = ({ start, end }: Range) => ends.test(text.slice(start, end));
  const first = list.items.findLastIndex((item) => !isKindred(item)) + 1;
  const kindred = list.items.slice(first);
  if (first === 0 || kindred.length < 2) return list;
  const { length } = kindred;
  const { start, end } = kindred[0]!;
  const joined = OTHERS_JOINED.exec(text.slice(start, end))?.[0].length ?? 0;
  const items = [{ start: start + joined, end }, ...kindred.slice(1)];
  return { ...list, start: start + joined, items, min: length, max: length };
}

/** 县人民医院和|青石镇 */
const OTHERS_JOINED = /^[^和及]*[和及](?=[^和及]{2,}$)/;

/** What is done may be told in verbs: 春季造林、森林抚育、防火巡护三项重点工作. */
const TASKS = /工作|任务|行动|工程|举措/;

/** 两国, 两地: the two sides, whoever is named before. */
const SIDES = /^[国地市省校县区]$/;

/** The length of the noun that the number counts; undefined when there is none, as in 园区74个，. */
function nounAfter(text: string, figure: Quantity, words: Words): number | undefined {
  if (figure.unit === '人') return 0;
  const rest = /^[“‘《]?[\u4e00-\u9fff]{1,8}/.exec(text.slice(figure.unitEnd, figure.unitEnd + 10))?.[0];
  // 镇、村、组“三级”联动
  if (text[figure.unitEnd] === '”' && text[figure.start - 1] === '“') return 0;
  if (rest === undefined) return /[省市县区乡镇村地者国校馆院港州人]$/.test(figure.unit) ? 0 : undefined;
  // 三省|一市: the number goes on.
  if (/^(?:[以之]|[一二两三四五六七八九十][省市县区乡镇村州旗个家项国])/.test(rest)) return undefined;
  const opening = /^[“‘《]/.test(rest) ? 1 : 0;
  let end = opening;
  for (const { end: to, tag } of words.segment(rest.slice(opening))) {
    if (end > opening && !/^(?:n|vn|an|j|l|i)/.test(tag)) break;
    end = opening + to;
  }
  return Math.min(end, LONGEST_NOUN);
}

/** More of what is counted is not shown. */
const LONGEST_NOUN = 6;

/** Whether all are persons' names; before the first may stand what they are: 先进工作者|刘洋. */
function areNames(text: string, { items: [first, ...others] }: List): boolean {
  if (!others.every(({ start, end }) => isPersonName(text.slice(start, end)))) return false;
  const { start, end } = first!;
  return [end - 2, end - 3].some((at) => at >= start && isPersonName(text.slice(at, end)));
}

/** Whether the members are things, so that a number behind the last of them may sum them up. */
function isNounList(text: string, list: List, words: Words): boolean {
  const { last } = list;
  const previous = list.items[list.items.length - 2]!;
  const end = text[list.end - 1]!;
  if ('”’》）'.includes(end)) return true;
  const item = text.slice(last.start, last.end);
  const cut = words.segment(item);
  const word = cut[cut.length - 1];
  if (word === undefined || FUNCTION_WORDS.has(item.slice(word.start))) return false;
  if (list.pair) return true;
  // 补短板、强弱项: as long as the end of the one before, behind its verb.
  const at = previous.end - item.length;
  if (at > previous.start && item.length <= 4 && list.items.length === 2 && words.isBoundary(text, at))
    return true;
  if (item.length === previous.end - previous.start) return true;
  if (
    /[站场组队班科室所院厅局办处部委会厂店社区村镇乡县市路桥河湖山岛库渠法费权]$/.test(item) &&
    item.length > 2
  )
    return true;
  // 人才引进
  if (word.tag.startsWith('v') && cut.length > 1 && cut[0]!.tag.startsWith('n')) return true;
  return /^(?:n|vn|an|j|l|i|s|f)/.test(word.tag) && word.end - word.start > 1;
}

/** No thing ends with one of these as a word of its own. */
const FUNCTION_WORDS = new Set(
  '的 地 得 着 了 是 有 为 在 以 于 从 向 对 把 被 其 共 各 近 约 全 前 这 那 每 达 至 到'.split(' '),
);

/**
 * Whether the last member is as much of a member as the others, and no attribute of the number: 孤儿和|残疾人两项补贴. Of two the first
 * may begin with its verb: 从严把好|选址、用地.
 */
function isEven(text: string, { items, last: tail, closed }: List, words: Words): boolean {
  const lengths = items.map((i) => i.end - i.start);
  const last = tail.end - tail.start;
  if (items.length === 2 && closed) return true;
  if (items.length === 2) {
    const at = items[0]!.end - last;
    return last <= 6 && (at === items[0]!.start || (at > items[0]!.start && words.isBoundary(text, at)));
  }
  const inner = lengths.slice(1, -1);
  const mean = inner.reduce((a, b) => a + b, 0) / inner.length;
  // “导、学、议、练”五步, 健全|省、市、县、乡四级
  if (lengths.slice(1).every((length) => length === 1)) return true;
  return last >= 2 && last < mean * 3;
}
