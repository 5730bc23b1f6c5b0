/**
 * The list behind its number: 三个单位（甲、乙、丙） · 三个单位：甲、乙、丙 · 三项指标分别为1%、2%、3%.
 */
import type { Range } from '../../../engine/finding.ts';
import {
  clausesNaming,
  clausesOfActs,
  listOf,
  partsNaming,
  partsOfSentence,
} from '../../../language/quantities/clause-lists.ts';
import { type List, listAfter } from '../../../language/quantities/enumerations.ts';
import type { Quantity } from '../../../language/quantities/quantities.ts';
import { boundAfter, SENTENCE_STOPS } from '../../../language/text/bounds.ts';
import { Characters, DIGITS, ShortList } from '../../../language/text/characters.ts';
import { ONE_TO_TEN, readHanNumber } from '../../../language/text/numerals.ts';
import { anyOf } from '../../../language/text/pattern.ts';
import type { Words } from '../../../language/text/words.ts';
import type { CountedList, Line } from './counted.ts';

/** What ties the list to what is counted: a bracket, a colon, 即, 分别是, 分别增长|1%. */
const TIES = [
  '[（(] ： —— ，?(?:即(?![可将使便日时])|也就是|就是)：?',
  '，?(?:由[高低重轻大小]到[高低重轻大小])?依次(?:是|为)：?',
  // 四级，由低到高依次用|蓝色、黄色、橙色、红色表示
  '，?(?:由[高低重轻大小]到[高低重轻大小])?(?:依次|分别)[用以](?=[^，。；]{1,40}(?:表示|标[示识明注]|代表))',
  // 三个专区，面积分别为600平方米、…
  String.raw`，[\u4e00-\u9fff]{2,6}分别[为是达]到?(?=\d)`,
  // 五个专题，分别由|张某、李某、王某授课
  '，?分别由(?=[^，。；一二两三四五六七八九十\\d]*(?:[，。；]|$))',
  // 4家医院分别与19家…: with whom.
  String.raw`，?分别(?![与同和向跟])(?:(?:是|为)：?|[\u4e00-\u9fff]{0,5}(?=[\d×一二两三四五六七八九十百]))`,
];
const LINK = new RegExp(
  String.raw`[“‘]?[\u4e00-\u9fff]{0,12}(?:[”’][\u4e00-\u9fff]{0,4})?${anyOf(TIES)}`,
  'y',
);
/** One of these ends what {@link LINK} matches, or all but a verb of it; and how far behind the number they may. */
const LINKS = new ShortList(['（', '(', '：', '——', '即', '就是', '分别', '依次']);
const LINK_REACH = 18;
const ABOVE = new ShortList(['上述', '以上', '前述']);
const BELOW = new ShortList(['以下', '下列', '下述']);

/** ，分别是, ，即: what names each time that something was done. */
const NAMES_EACH = /(?:分别[是为]|即)：?$/;
/** …，以及9月召开推进会: the list goes on. */
const MORE_BEHIND = /^[，；](?:以及|和|及|还有|最后)/;

/** 先后三次到村调研，分别是…: how often something was done, where each time is named. */
export function timesUnder(line: Line, figure: Quantity): CountedList | undefined {
  if (!NAMES_EACH.test(linkBehind(line, figure) ?? '')) return undefined;
  const found = listUnder(line, figure);
  if (!found) return undefined;
  const { end } = found.list;
  return MORE_BEHIND.test(line.text.slice(end, end + 4)) ? undefined : found;
}

/** What ties a list to the number before it. */
function linkBehind(line: Line, figure: Quantity): string | undefined {
  const { text } = line;
  if (!LINKS.isIn(text, figure.unitEnd, figure.unitEnd + LINK_REACH)) return undefined;
  if (isNumberOfClass(line, figure)) return undefined;
  LINK.lastIndex = figure.unitEnd;
  const link = LINK.exec(text)?.[0];
  // 上述三个条件: they stand above, unless they are told once more: 上述三个条件，即….
  return ABOVE.isAt(text, figure.start - 2) && !link?.includes('即') ? undefined : link;
}

/** 走过三个阶段|。, 建立三项机制|，激励机制、…. */
function pauseBehind(text: string, { unitEnd }: Quantity): string | undefined {
  return ENDED.exec(text.slice(unitEnd, unitEnd + LINK_REACH))?.[0];
}
const ENDED = /^[\u4e00-\u9fff]{0,8}[。，]/;

/** The list that a number announces. 三个县分别开会 lists nothing. */
export function listUnder(line: Line, figure: Quantity): CountedList | undefined {
  const { text } = line;
  const link = linkBehind(line, figure) ?? pauseBehind(text, figure);
  if (link === undefined) return undefined;
  const noun = /^[“‘]?[\u4e00-\u9fff]*/.exec(link)![0].replace(/(?:[，。]|即|也就是|就是|分别.*)$/, '');
  const read = listBehind(line, figure, link, noun);
  if (!read) return undefined;
  const { list, tie } = read;
  if (list.items.length < 2 || isOtherList(text, list, figure.unit)) return undefined;
  if (isNameThatCounts(text, figure, noun, list)) return undefined;
  // 三个村分别由县工会、团县委包保: one may have two of them.
  if (link.endsWith('由') && list.max < figure.value) return undefined;
  if (tie === 'respectively' && list.items.some((item) => isOrdinal(text, item))) return undefined;
  const stated = { start: figure.digits.start, end: figure.unitEnd + Math.min(noun.length, LONGEST_NOUN) };
  return { tie, count: figure.value, stated, figure, list, even: true };
}

/** The list behind what ties it to the number, and how surely it is its. */
function listBehind(
  { text, language: { words } }: Line,
  { unit, unitEnd, start }: Quantity,
  link: string,
  noun: string,
): Pick<CountedList, 'list' | 'tie'> | undefined {
  const at = unitEnd + link.length;
  // 以下三项工作。|抓紧完善设计，…；协调授信；…。
  const parts = BELOW.isAt(text, start - 2) && TASKS.at(unit, 0) ? partsOfSentence(text, at) : undefined;
  if (parts) return { list: parts, tie: 'acts' };
  if (/[（(]$/.test(link)) {
    const list = listAfter(text, at - 1, words);
    const isWhole = list && isListInBracket(text, list) && CLOSES.isIn(text, list.start, text.length);
    return isWhole ? { list, tie: 'bracket' } : undefined;
  }
  // 分成三类。A类即刻办，B类限期办: nothing but the measure word is counted.
  const named = noun === '' && CLASSES.at(unit, 0) ? unit : noun.replace(/^[“‘]/, '');
  const clauses = clausesOf(text, at, named) ?? namesOf(text, at, named, words);
  // 三个阶段。|2021年是起步的阶段，…: behind a mere pause only what names the counted is its list.
  if (/[。，]$/.test(link)) {
    // 三本账，经济账要算: a comma leads to names, and not to what is said of them.
    const isOfNames = link.endsWith('。') || clauses?.items.every(({ end }) => text.endsWith(named, end));
    return clauses && isOfNames ? { list: clauses, tie: 'bracket' } : undefined;
  }
  const told = (named.length > 1 ? partsNaming(text, at, named) : undefined) ?? clauses ?? stepsOf(text, at);
  return told ? { list: told, tie: 'bracket' } : untoldList(text, at, { unit, link }, words);
}

/** The list whose members do not name what is counted. */
function untoldList(
  text: string,
  at: number,
  { unit, link }: { readonly unit: string; readonly link: string },
  words: Words,
): Pick<CountedList, 'list' | 'tie'> | undefined {
  const acts = TASKS.at(unit, 0) && link.endsWith('：') ? clausesOfActs(text, at, words) : undefined;
  if (acts) return { list: acts, tie: 'acts' };
  const read = listAfter(upToSum(upToNextGloss(text, at), at), at, words);
  const list = read && withGlosses(text, read);
  if (link.includes('分别')) return list && { list, tie: 'respectively' };
  return list && { list, tie: endsWhere(text, list) ? 'bracket' : 'colon' };
}

const CLASSES = new Characters('类种组片队班');
/** 三件事, 三项工作, 三个突破. */
const TASKS = new Characters('件项个条大');

/** 一林一档、一树一码、一月一巡，|做到…: all begin with one word, and nothing behind the comma does. */
function endsWhere(text: string, { items, start, end }: List): boolean {
  const word = text[start]!;
  if (text[end] !== '，' || items.length < 3 || !items.every((item) => text[item.start] === word))
    return false;
  const rest = text.slice(end, boundAfter(text, end, SENTENCE_STOPS, REST));
  return !['，', '、', '；'].some((mark) => rest.includes(mark + word));
}

/** 东片——甲村、西片——乙村、南片——丙村|和丁村: where a dash glosses the others, the 和 joins two names in the last gloss. */
function withGlosses(text: string, list: List): List {
  const isGlossed = ({ start, end }: Range) => DASHES.isIn(text, start + 1, end);
  const { items, min, last } = list;
  const joins = items.length > 2 && !isGlossed(last) && items.slice(0, -1).every(isGlossed);
  return joins ? { ...list, min: Math.min(min, items.length - 1) } : list;
}
const DASHES = new Characters('—–-');

/** 分别有6家、7家、6家获得团体一、|二|、三等奖: a row of ordinals within what is listed. */
const isOrdinal = (text: string, { start, end }: Range) =>
  end - start === 1 && ONE_TO_TEN.includes(text[start]!);

/** A line that ends within the bracket was broken, and the list goes on in the next. */
const CLOSES = new Characters('）)');

/** More of what is counted is not shown. */
const LONGEST_NOUN = 8;

/**
 * 三个阶段：3月为动员阶段，…, 分三个阶段|进行：…: clauses that each name what is counted, up to the end of the statement: 前两个阶段…，此后转入常态
 * tells the last in other words.
 */
function clausesOf(text: string, at: number, noun: string): List | undefined {
  const list =
    clausesNaming(text, at, noun) ??
    (noun.length > 2 ? clausesNaming(text, at, noun.slice(0, 2)) : undefined);
  return list && text[list.end] !== '，' ? list : undefined;
}

/** 填单→审核→签批: what comes after what. */
const STEPS = /[^，。；：、→]{1,12}(?:→[^，。；：、→]{1,12}){1,11}(?=[，。；）]|$)/y;

/** 分四步：|填单→审核→签批→入账. */
function stepsOf(text: string, at: number): List | undefined {
  STEPS.lastIndex = at;
  const steps = STEPS.exec(text)?.[0].split('→');
  if (!steps) return undefined;
  let start = at;
  const items = steps.map((step) => {
    const item = { start, end: start + step.length };
    start = item.end + 1;
    return item;
  });
  return listOf(at, items);
}

/** 三项机制，|激励机制、评比机制|，成效明显: members that each end with what is counted, of which the sentence names no more. */
function namesOf(text: string, at: number, noun: string, words: Words): List | undefined {
  if (noun.length < 2) return undefined;
  const list = listAfter(text, at, words);
  if (!list || list.open || !list.items.every(({ end }) => text.endsWith(noun, end))) return undefined;
  const rest = text.slice(list.end, boundAfter(text, list.end, SENTENCE_STOPS, REST));
  return rest.includes(noun) ? undefined : list;
}
const REST = 60;

/** 二类：甲、乙、丙 begins its line: the second class, not two of them. */
function isNumberOfClass({ text, contentStart }: Line, { unit, unitEnd, digits }: Quantity): boolean {
  return /^[类级]$/.test(unit) && text[unitEnd] === '：' && digits.start === contentStart;
}

/** Whether what is listed is a marked series, or a part of what is counted: 三个单位：一是…; 三个单位（其中…）. */
function isOtherList(text: string, list: List, unit: string): boolean {
  const { start, items } = list;
  const head = text.slice(start, start + 12);
  if (IS_SERIES.test(head) || saysHowManyOfEach(text, list, unit)) return true;
  // 由重建设向重管理转变，由重数量向重质量转变: all of them begin so.
  return PARTIAL.test(head) && !items.every((item) => text[item.start] === text[start]);
}

/** 建议3件（主办2件、会办1件）: how many there are of each kind, which come to the number or do not; what one does may stand last: 4人（经理1人、会计3人、常日班）. */
function saysHowManyOfEach(text: string, { items }: List, unit: string): boolean {
  const without = items.filter(({ start, end }) => {
    const at = text.lastIndexOf(unit, end - unit.length);
    // 1 人: parted by a blank.
    return at <= start || !NUMERALS.at(text, text[at - 1] === ' ' ? at - 2 : at - 1);
  });
  return without.length === 0 || (without.length === 1 && items.length > 2 && without[0] === items.at(-1));
}
const NUMERALS = new Characters(DIGITS, ONE_TO_TEN);

/** Whether a bracket is the list to its end; 3个市（县、区）: other names for what is counted. */
function isListInBracket(text: string, { items, end, open }: List): boolean {
  if (items.every((item) => LEVEL.test(text.slice(item.start, item.end)))) return false;
  return text[end] === '）' || text[end] === ')' || open;
}

/** 三支一扶, 四议两公开: a name that counts twice; “五个一” counts things that begin with 一, “四个一批” those that each have 一批. */
function isNameThatCounts(text: string, { start, value }: Quantity, noun: string, { items }: List): boolean {
  const named = (item: Range) => text.slice(item.start, item.end).includes(noun);
  if (noun !== '一' && /[一二两三四五六七八九十]/.test(noun) && !items.every(named)) return true;
  const before = PART_OF_NAME.exec(text.slice(Math.max(0, start - 3), start))?.[1];
  return before !== undefined && readHanNumber(before, 0)!.value + value === items.length;
}

/** 两个重点，就是抓项目、抓招商；三个突破，就是…: each number has its list up to the semicolon. */
function upToNextGloss(text: string, at: number): string {
  const end = text.indexOf('；', at);
  return end > 0 && end - at <= LONGEST_GLOSS && NEXT_GLOSS.test(text.slice(end, end + 30))
    ? text.slice(0, end)
    : text;
}
const LONGEST_GLOSS = 120;

/** 城乡建设类412件；劳动社保类287件|；两类合计699件: what they come to is none of them. */
function upToSum(text: string, at: number): string {
  const sum = text.indexOf('合计', at);
  const end = sum < 0 || sum - at > LONGEST_GLOSS ? -1 : text.lastIndexOf('；', sum);
  return end > at && SUM.test(text.slice(end, sum)) ? text.slice(0, end) : text;
}
const SUM = /^；(?:以上)?[一二两三四五六七八九十\d]{0,2}[个项大条种类者]?$/;
const NEXT_GLOSS = new RegExp(
  [
    String.raw`^；[\u4e00-\u9fff]{0,4}?[“‘]?[${ONE_TO_TEN}两\d]{1,2}[个项大条种类本件支]`,
    '[^，。；]{1,12}(?:，|[”’]，?)?(?:就?是|即)',
  ].join(''),
);

/** 一制|三化（导师制、小班化、个性化、国际化）: the name counts its parts one kind after the other. */
const PART_OF_NAME = /([一二两三四五六七八九])[\u4e00-\u9fff]{1,2}$/;

/** Kinds of places, not places. */
const LEVEL = /^(?:自治)?[省市县区乡镇村旗州盟]$|^(?:街道|社区|农场|林场|团场|开发区|自治区|直辖市)$/;

/** Marked series are counted by numbering/count. */
const MARKS = [
  // “三个第一”：第一时间到场 has no marks.
  `[${ONE_TO_TEN}]+(?:是|要|、) 第[${ONE_TO_TEN}](?![时线位手])`,
  String.raw`（[${ONE_TO_TEN}\d] \d{1,2}[、）)] \d{1,2}[.．](?!\d) [①②③④⑤⑥⑦⑧⑨]`,
  '其[一二] 首先 一方面 一[种个类项]是',
];
const IS_SERIES = new RegExp(`^[“‘]?${anyOf(MARKS)}`);

const PARTS =
  '其中 含 包含 包括 不含 除 见 如 例如 以下 比 较 同比 占 详见 另 截至 由 按 指 以 与 和 比如 主要 下同 简称 大部分 或';
/** A part of what is counted, or a remark on it. */
const PARTIAL = new RegExp(`^[“‘]?${anyOf(PARTS)}`);
