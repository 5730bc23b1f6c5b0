/**
 * A number and the list it counts, in either order: 甲、乙、丙三个单位 · 三个单位（甲、乙、丙） · 三项指标分别为1%、2%、3%.
 */
import { defineFact } from '../../../engine/facts.ts';
import type { Range } from '../../../engine/finding.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { type List, listAfter, listBefore } from '../../../language/quantities/enumerations.ts';
import { type Quantity, quantities } from '../../../language/quantities/quantities.ts';
import { boundBefore, mateOf, SENTENCE_STOPS } from '../../../language/text/bounds.ts';
import { Characters, ShortList } from '../../../language/text/characters.ts';
import { ONE_TO_TEN, readHanNumber } from '../../../language/text/numerals.ts';
import { anyOf } from '../../../language/text/pattern.ts';
import { Token } from '../../../language/text/scan.ts';
import type { Words } from '../../../language/text/words.ts';
import { pairedLists } from './paired.ts';

/** How the list is tied to its number; the tighter, the surer. */
export type Tie =
  /** 甲、乙、丙等三个单位, 甲、乙、丙这三个单位 */
  | 'summed'
  /** 甲、乙、丙三个单位 */
  | 'apposition'
  /** 三个单位（甲、乙、丙） */
  | 'bracket'
  /** 三个单位：甲、乙、丙; 三个单位，即甲、乙、丙 */
  | 'colon'
  /** 三项指标分别为1%、2%、3% */
  | 'respectively'
  /** 甲、乙、丙分别增长1%、2%、3%: the number is that of the values */
  | 'paired';

/** Offsets relative to the paragraph. */
export interface CountedList {
  readonly tie: Tie;
  /** The number stated; for `paired` the number of values. */
  readonly count: number;
  /** The number as written with its measure word; for `paired` the values. */
  readonly stated: Range;
  /** The figure itself; undefined for `paired`. */
  readonly figure: Quantity | undefined;
  readonly list: List;
  /** The members are things alike, none of them an attribute of the number; see {@link isEven}. */
  readonly even: boolean;
}

/** Measure words after which a list may be counted. Times, money and sizes are not counted by naming. */
const COUNTING = new Set(
  '个 项 支 对 道 场 招 种 类 级 大 条 件 步 名 位 家 户 人 所 座 处 组 省 市 县 区 乡 镇 村 地 者 方面 点 部 篇 门 张 国 校 馆 院 化 性 端 大类 台 款 站 港 园 州 街道 社区'.split(
    ' ',
  ),
);

/** More than this are not named one by one. */
const MOST = 40;

export const countedLists = defineFact<readonly CountedList[]>(
  'counted-lists',
  { tokens: [Token.Open], facts: [quantities] },
  (paragraph) => {
    const found: CountedList[] = [];
    const figures = paragraph.fact(quantities);
    readActs(paragraph, found);
    for (let i = 0; i < figures.length; i++) {
      const figure = figures[i]!;
      if (!counts(figure) || isCongress(paragraph.text, figure) || isOfDigits(paragraph.text, figure))
        continue;
      const before = listOver(paragraph, figures, i);
      if (before) found.push(before);
      const after = listUnder(paragraph, figure);
      if (after) found.push(after);
    }
    // Every 分别 that matters has a figure behind it.
    if (figures.length > 0 && paragraph.text.includes('分别')) {
      for (const { values, list } of pairedLists(paragraph))
        found.push({
          tie: 'paired',
          count: values.count,
          stated: values,
          figure: undefined,
          list,
          even: true,
        });
    }
    return found;
  },
);

function counts(q: Quantity): boolean {
  return (
    q.value >= 2 &&
    q.value <= MOST &&
    q.low === q.high &&
    q.scale === 1 &&
    q.approximation === 'exact' &&
    q.rangeWith === undefined &&
    Number.isInteger(q.value) &&
    COUNTING.has(q.unit)
  );
}

/** 十九大报告中指出：, 在党的二十大上: the congress by its number, not so many great things. */
const isCongress = (text: string, { value, unit, unitEnd }: Quantity) =>
  unit === '大' && value > 10 && OF_CONGRESS.isAt(text, unitEnd);
const OF_CONGRESS = new ShortList(
  '报告 精神 以来 以后 之后 期间 召开 闭幕 开幕 胜利 代表 上 后 前 对 提出 指出 强调 作出 做出 明确 确定 部署 要求 修改 通过 把 将 ， 。 、 ”'.split(
    ' ',
  ),
);

/** 两位数: a number of two digits. */
function isOfDigits(text: string, { unit, unitEnd }: Quantity): boolean {
  return unit === '位' && text[unitEnd] === '数';
}

/** What governs 这三个孩子. */
const GOVERNS = new Characters('为把对给让使将被在从向跟替帮');
/** No list ends behind one of these. */
/** What would part the list from more that the sentence has said. */
const SAID = new Characters('，；：');
const LIST_OPENS = new Characters('、，。；：（(');

/** 甲、乙、丙 | 三个单位 */
function listOver(
  paragraph: Paragraph,
  figures: readonly Quantity[],
  index: number,
): CountedList | undefined {
  const figure = figures[index]!;
  const { text } = paragraph;
  const { words } = paragraph.language;
  let end = figure.start;
  // 甲、乙、丙“三大行动”
  const quoted = text[end - 1] === '“';
  if (quoted) end--;
  if (quoted && isMember(text, end)) return undefined;
  if (end <= paragraph.contentStart || LIST_OPENS.at(text, end - 1)) return undefined;
  // 健全制度、完善预案、强化储备，这三项措施: the list is all that the sentence has said.
  const resumed = text[end - 1] === '这' && text[end - 2] === '，';
  if (resumed) end -= 2;
  // 主任、教授张三为这三个孩子做了手术: who does it stands before, not whom they are.
  if (text[end - 1] === '这' && GOVERNS.at(text, end - 2)) return undefined;
  const all = listBefore(text, end, words);
  if (!all || all.items.length < (resumed ? 3 : 2)) return undefined;
  if (resumed && SAID.isIn(text, boundBefore(text, all.start, SENTENCE_STOPS), all.start)) return undefined;
  const noun = nounAfter(text, figure, words);
  if (noun === undefined) return undefined;
  const list = ofOneKind(text, all, text.slice(figure.unitEnd - figure.unit.length, figure.unitEnd + noun));
  if (figure.value === 2 && SIDES.test(figure.unit)) return undefined;
  // 企业1210家、园区74个: figures among the members count the members themselves.
  for (let k = index - 1; k >= 0 && figures[k]!.digits.start >= list.start; k--) {
    if (figures[k]!.kind !== 'ordinal' && figures[k]!.kind !== 'code') return undefined;
  }
  const summed = resumed || list.open || text[end - 1] === '这';
  const task = list.items.length > 2 && TASKS.test(text.slice(figure.unitEnd, figure.unitEnd + noun));
  if (!summed && !task && !isNounList(text, list, words)) return undefined;
  const stated = { start: figure.digits.start, end: figure.unitEnd + noun };
  const even = isEven(text, list, words) && !(quoted && (list.closed || list.items.length === 2));
  return { tie: summed ? 'summed' : 'apposition', count: figure.value, stated, figure, list, even };
}

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
  const rest = /^[“‘《]?[\u4e00-\u9fff]{1,8}/.exec(text.slice(figure.unitEnd, figure.unitEnd + 10))?.[0];
  if (rest === undefined) return /[省市县区乡镇村地者国校馆院港州]$/.test(figure.unit) ? 0 : undefined;
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

/** What ties the list to what is counted: a bracket, a colon, 即, 分别是, 分别增长|1%. */
const TIES = [
  '[（(] ： ，?(?:即|也就是|就是)：?',
  '，?依次(?:是|为)：?',
  String.raw`，?分别(?:(?:是|为)：?|[\u4e00-\u9fff]{0,5}(?=[\d×一二两三四五六七八九十百]))`,
];
const LINK = new RegExp(
  String.raw`[“‘]?[\u4e00-\u9fff]{0,12}(?:[”’][\u4e00-\u9fff]{0,4})?${anyOf(TIES)}`,
  'y',
);
/** One of these ends what {@link LINK} matches, or all but a verb of it; and how far behind the number they may. */
const LINKS = new ShortList(['（', '(', '：', '即', '就是', '分别', '依次']);
const LINK_REACH = 18;

/** 三个单位（… 三个单位：… 三个单位，即… 三项指标分别为… (三个县分别开会 lists nothing) */
function listUnder(paragraph: Paragraph, figure: Quantity): CountedList | undefined {
  const { text } = paragraph;
  const { words } = paragraph.language;
  if (!LINKS.isIn(text, figure.unitEnd, figure.unitEnd + LINK_REACH)) return undefined;
  // 二类：甲、乙、丙 begins its line: the second class, not two of them.
  const isClass = /^[类级]$/.test(figure.unit) && text[figure.unitEnd] === '：';
  if (isClass && figure.digits.start === paragraph.contentStart) return undefined;
  LINK.lastIndex = figure.unitEnd;
  const match = LINK.exec(text)?.[0];
  if (match === undefined) return undefined;
  const at = figure.unitEnd + match.length;
  const bracket = /[（(]$/.test(match);
  const list = bracket ? listAfter(text, at - 1, words) : listAfter(upToNextGloss(text, at), at, words);
  if (!list || list.items.length < 2) return undefined;
  const head = text.slice(list.start, list.start + 12);
  // 由重建设向重管理转变，由重数量向重质量转变: all of them begin so.
  const alike = list.items.every((item) => text[item.start] === text[list.start]);
  if (IS_SERIES.test(head) || (PARTIAL.test(head) && !alike)) return undefined;
  // 3个市（县、区）: other names for what is counted.
  if (bracket && list.items.every((i) => LEVEL.test(text.slice(i.start, i.end)))) return undefined;
  if (bracket && text[list.end] !== '）' && text[list.end] !== ')' && !list.open) return undefined;
  const tie = bracket ? 'bracket' : match.includes('分别') ? 'respectively' : 'colon';
  const noun = /^[“‘]?[\u4e00-\u9fff]*/.exec(match)![0].replace(/(?:，|即|也就是|就是|分别.*)$/, '');
  // 三支一扶, 四议两公开: a name that counts twice; “五个一” counts things that begin with 一, “四个一批” those that each have 一批.
  const named = (i: Range) => text.slice(i.start, i.end).includes(noun);
  if (noun !== '一' && /[一二两三四五六七八九十]/.test(noun) && !list.items.every(named)) return undefined;
  const before = PART_OF_NAME.exec(text.slice(Math.max(0, figure.start - 3), figure.start))?.[1];
  if (before && readHanNumber(before, 0)!.value + figure.value === list.items.length) return undefined;
  const stated = { start: figure.digits.start, end: figure.unitEnd + Math.min(noun.length, 8) };
  return { tie, count: figure.value, stated, figure, list, even: true };
}

/** 两个重点，就是抓项目、抓招商；三个突破，就是…: each number has its list up to the semicolon. */
function upToNextGloss(text: string, at: number): string {
  const end = text.indexOf('；', at);
  return end > 0 && end - at <= LONGEST_GLOSS && NEXT_GLOSS.test(text.slice(end, end + 30))
    ? text.slice(0, end)
    : text;
}
const LONGEST_GLOSS = 120;
const NEXT_GLOSS =
  /^；[“‘]?[一二两三四五六七八九十\d]{1,2}[个项大条种类][^，。；]{1,12}(?:，|[”’]，?)?(?:就?是|即)/;

/** 一制|三化（导师制、小班化、个性化、国际化）: the name counts its parts one kind after the other. */
const PART_OF_NAME = /([一二两三四五六七八九])[\u4e00-\u9fff]{1,2}$/;

/** “三查”，即查思想、查作风; “四清”行动。清垃圾、清淤泥、清路障: acts, told by the verb that each of them has. */
const ACTS = /“([二三四五六七八九十])([\u4e00-\u9fff])”[\u4e00-\u9fff]{0,4}(?:，?(?:即|就是)：?|[：（(。])/g;

function readActs({ text, language }: Paragraph, found: CountedList[]): void {
  if (!text.includes('“')) return;
  for (const { index, 0: head, 1: number, 2: verb } of text.matchAll(ACTS)) {
    const list = listAfter(text, index + head.length, language.words);
    if (!list || list.items.length < 2) continue;
    const begin = list.items.every(({ start }) => text[start] === verb);
    // “四清”：底数清、问题清
    const close = list.items.every(({ end }) => text[end - 1] === verb);
    if (!begin && !close) continue;
    const count = readHanNumber(number!, 0)!.value;
    const stated = { start: index + 1, end: index + 3 };
    // What follows the last comma begins with another word, so that the list is whole.
    const whole = begin && text[list.end] === '，' && text[list.end + 1] !== verb;
    found.push({ tie: whole ? 'bracket' : 'colon', count, stated, figure: undefined, list, even: true });
  }
}

/** Kinds of places, not places. */
const LEVEL = /^(?:自治)?[省市县区乡镇村旗州盟]$|^(?:街道|社区|农场|林场|团场|开发区|自治区|直辖市)$/;

/** Marked series are counted by numbering/count. */
const MARKS = [
  `[${ONE_TO_TEN}]+(?:是|要|、) 第[${ONE_TO_TEN}]`,
  String.raw`（[${ONE_TO_TEN}\d] \d{1,2}[、）)] \d{1,2}[.．](?!\d) [①②③④⑤⑥⑦⑧⑨]`,
  '其[一二] 首先 一方面',
];
const IS_SERIES = new RegExp(`^[“‘]?${anyOf(MARKS)}`);

const PARTS =
  '其中 含 包含 包括 不含 除 见 如 例如 以下 比 较 同比 占 详见 另 截至 由 按 指 以 与 和 比如 主要 下同 简称 大部分 或';
/** A part of what is counted, or a remark on it. */
const PARTIAL = new RegExp(`^[“‘]?${anyOf(PARTS)}`);

/** What the list says of its number. `unclear` where grammar leaves too much room to blame anyone. */
export type Verdict = 'agrees' | 'fewer' | 'more' | 'unclear';

export function verdict(counted: CountedList, text: string): Verdict {
  const { tie, count, list } = counted;
  if (list.open) {
    if (tie === 'paired' || list.min <= count) return 'agrees';
    // 甲、乙等部门负责人和丙、丁等两名专家: which of them the number counts only the sense tells.
    if (text.slice(list.start, list.end).includes('等')) return 'unclear';
    return list.min - count <= CLOSE ? 'more' : 'unclear';
  }
  if (count >= list.min && count <= list.max) return 'agrees';
  const side = count > list.max ? 'fewer' : 'more';
  const off = side === 'fewer' ? count - list.max : list.min - count;
  if (tie === 'paired') return off <= CLOSE ? side : 'unclear';
  // Behind a colon the list may run on past its first comma.
  if (tie === 'colon' && /[，,：]/.test(text[list.end] ?? '')) return 'unclear';
  // A slip is off by one, in a long list or a closed one by two; more is another number altogether (和平共处五项原则).
  if (off > (list.max >= 5 || list.closed ? CLOSE : 1)) return 'unclear';
  if (tie !== 'apposition') return side;
  if (list.items.length === 2 && !list.closed && side === 'more') return 'unclear';
  return counted.even && !/等|以及/.test(text.slice(list.start, list.end)) ? side : 'unclear';
}

const CLOSE = 2;

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
  // “导、学、议、练”五步
  if (lengths.every((length) => length === 1)) return true;
  return last >= 2 && last < mean * 3;
}
