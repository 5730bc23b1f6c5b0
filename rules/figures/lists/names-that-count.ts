/**
 * Lists of a quoted name that counts what it is short for: “三查”，即查思想、查作风、查纪律 · 责任、措施、资金、时限、预案“五落实” ·
 * “一个项目、一名领导、一套方案”的“三个一”.
 */
import type { Range } from '../../../engine/finding.ts';
import { clausesNaming, sentencesBeginning } from '../../../language/quantities/clause-lists.ts';
import { type List, listAfter, listBefore } from '../../../language/quantities/enumerations.ts';
import { boundAfter, SENTENCE_STOPS } from '../../../language/text/bounds.ts';
import { Characters } from '../../../language/text/characters.ts';
import { readHanNumber } from '../../../language/text/numerals.ts';
import { anyOf } from '../../../language/text/pattern.ts';
import type { CountedList, Line } from './counted.ts';
import { readTwofold } from './twofold.ts';

/** Adds the lists of all such names. */
export function readNamesThatCount(line: Line, found: CountedList[]): void {
  if (!line.text.includes('“')) return;
  readActs(line, found);
  readSummedUp(line, found);
  readTwofold(line, found);
}

const NUMBER = '[二三四五六七八九十]';
const HAN = '[\\u4e00-\\u9fff]';
/** “三查”，即查思想、查作风; “四清”行动。清垃圾、清淤泥、清路障; “四带头”：带头学习、带头实干: acts, told by the word that each of them has. */
const ACTS = new RegExp(`“(${NUMBER}个?)(${HAN}{1,3})”${HAN}{0,4}(?:，?(?:即|就是)：?|[：（(。，])`, 'g');

const CLOSES = new Characters('）)');

function readActs({ text, language }: Line, found: CountedList[]): void {
  for (const { index, 0: head, 1: number, 2: verb } of text.matchAll(ACTS)) {
    const at = index + head.length;
    const clauses = clausesOfActs(text, at, number!, verb!);
    // “四个坚持”：坚持甲、坚持乙 is read with the figures.
    const list = clauses ?? (number!.length > 1 ? undefined : listAfter(text, at, language.words));
    if (!list || list.items.length < 2 || isBroken(text, head, list)) continue;
    const begin = beginWith(text, list, verb!);
    if (!begin && !tellEach(text, head, list, verb!)) continue;
    // “三送”，送政策、送技术，把服务送到田头: another is told in other words.
    if (begin && tellsMore(text, list.end, verb!)) continue;
    // What follows the last comma begins with another word, so that the list is whole.
    const whole = clauses || (begin && text[list.end] === '，' && !text.startsWith(verb!, list.end + 1));
    found.push({
      tie: whole ? 'bracket' : 'colon',
      count: numberOf(number!),
      stated: { start: index + 1, end: index + 1 + number!.length + verb!.length },
      figure: undefined,
      list,
      even: true,
    });
  }
}

/** “四化”，即：生产标准化，加工精细化; “三个注重”。注重防范，…。注重管控，…。 */
const clausesOfActs = (text: string, at: number, number: string, verb: string) =>
  sentencesBeginning(text, at, verb) ?? (number.length > 1 ? undefined : clausesNaming(text, at, verb));

/** The line was broken within the bracket. */
const isBroken = (text: string, head: string, { start }: List) =>
  /[（(]/.test(head) && !CLOSES.isIn(text, start, text.length);

/** “四清”：底数清、问题清. A comma (“三提”目标，持续提站位、提标准) ties only what begins with the word. */
const tellEach = (text: string, head: string, list: List, verb: string) =>
  !head.endsWith('，') &&
  (list.items.every(({ end }) => text.endsWith(verb, end)) || haveWithin(text, list, verb));

/** Whether the sentence has the word again behind the list's comma. */
const tellsMore = (text: string, end: number, verb: string) =>
  text[end] === '，' && text.slice(end, boundAfter(text, end, SENTENCE_STOPS, REST)).includes(verb);
const REST = 60;

/** “四先”，即党员先行、干部先试: as long as each other, and each with the word. */
function haveWithin(text: string, { items }: List, word: string): boolean {
  const [first, ...others] = items.map(({ start, end }) => text.slice(start, end)) as [string, ...string[]];
  return first.includes(word) && others.every((item) => item.length === first.length && item.includes(word));
}

/** Whether all begin with the verb; the first may have what is done before it: 推动宣讲|进企业、进农村、进校园. */
function beginWith(text: string, { items: [first, ...others] }: List, verb: string): boolean {
  if (!others.every(({ start }) => text.startsWith(verb, start))) return false;
  return text.slice(first!.start, first!.end - 1).includes(verb);
}

const SHARED =
  '增长 增收 增效 达标 过硬 满意 不误 落实 到位 统一 同步 公开 结合 覆盖 挂钩 不放过 促进 提升 对接 联动 融合 贯通 并重 衔接 下沉 清零 见底 归零';
/** 责任、措施、资金、时限、预案|“五落实”: what is true of each. */
const TRUE_OF_EACH = new RegExp(`^${anyOf(SHARED)}$`);
/** 资源变资产、资金变股金、农民变股东“三变”, “一个项目、一名领导、一套方案”的“三个一”. */
const NAMES = new RegExp(`“(${NUMBER})个?((?:(?!${NUMBER}|一)${HAN}){1,3}|(?<=个)一)”`, 'g');

function readSummedUp({ text, language }: Line, found: CountedList[]): void {
  for (const { index, 0: name, 1: number, 2: word } of text.matchAll(NAMES)) {
    const led = LEADS_TO_NAME.exec(text.slice(Math.max(0, index - LONGEST_LEAD), index))?.[0].length ?? 0;
    const list = listBefore(text, index - led, language.words);
    const isApart = led > 0 && text[index - led] === '，';
    // “二日”“三日”、“五日”: one of those listed.
    if (LISTED.at(text, index - 1) || (isApart && text[index - led - 1] === '”')) continue;
    if (!list || !isOfEach(text, list, word!)) continue;
    // 加强人防、技防|，“三防”建设…: of two in a clause of their own nothing tells that they are the list.
    if (list.max < (isApart ? LEAST : leastOf(text, list, word!))) continue;
    found.push({
      tie: 'apposition',
      count: numberOf(number!),
      stated: { start: index + 1, end: index + name.length - 1 },
      figure: undefined,
      list: exactly(text, list, word!),
      even: true,
    });
  }
}

const LISTED = new Characters('”、');

/** 资金、时限和预案: each of them is one of those counted. 问题整改与建章立制相结合、…相结合: the 与 stands within each. */
function exactly(text: string, list: List, word: string): List {
  const isOne = ({ start, end }: Range) => text.indexOf(word, start) === end - word.length;
  if (list.items.every(isOne)) return { ...list, min: list.items.length, max: list.items.length };
  return list.pair ? { ...list, min: list.max } : list;
}

/** 进校园、进社区、进网络|，“四进”活动, 通路、通水、通电|，实现“四通”; “一个项目、一名领导”|的“三个一”. */
const LEADS_TO_NAME = /(?:的|，(?:实现|做到|达到|落实|开展|推进|推行|形成|构建)?)$/;
const LONGEST_LEAD = 3;

/** Whether the name says of each member what is true of it, or a word that it has. */
function isOfEach(text: string, list: List, word: string): boolean {
  // “一个项目、一套方案”|的“三个一”; 打造|一馆、一刊、一台戏“三个一”
  if (word === '一') return list.items.every(({ start, end }, i) => isOne(text.slice(start, end), i === 0));
  if (TRUE_OF_EACH.test(word)) return list.items.length >= LEAST;
  const [first, ...others] = list.items.map(({ start, end }) => text.slice(start, end)) as [
    string,
    ...string[],
  ];
  // 推动|资源变资产: the first has what is done before it.
  if (!first.includes(word) || !others.every((item) => item.includes(word))) return false;
  const [one] = others as [string];
  return (
    others.every((item) => item.indexOf(word) === one.indexOf(word)) ||
    list.items.every(({ end }) => text.endsWith(word, end))
  );
}

/** Of two, the first may be of the sentence rather than of the list, unless it ends as the second is built: 坚持|亲历、亲闻“三亲”. */
function leastOf(text: string, { items }: List, word: string): number {
  const [first, second] = items.map(({ start, end }) => text.slice(start, end)) as [string, string];
  if (items.length !== 2 || !second.includes(word)) return LEAST;
  // 打造|一馆、一台戏|“三个一”
  if (word === '一') return 2;
  return first.slice(-second.length).indexOf(word) === second.indexOf(word) ? 2 : LEAST;
}
const LEAST = 3;

/** @param isFirst it may have what is done before it */
const isOne = (item: string, isFirst: boolean) => (isFirst ? item.includes('一') : item.startsWith('一'));

const numberOf = (number: string) => readHanNumber(number, 0)!.value;
