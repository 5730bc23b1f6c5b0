/** Things, and the values that 分别 gives each of them: 甲、乙、丙分别增长1%、2%、3%. */

import type { Range } from '../../../engine/finding.ts';
import { listOf } from '../../../language/quantities/clause-lists.ts';
import { type List, listBefore } from '../../../language/quantities/enumerations.ts';
import { boundBefore, clauseStart, PHRASE_STOPS } from '../../../language/text/bounds.ts';
import { anyOf } from '../../../language/text/pattern.ts';
import type { Words } from '../../../language/text/words.ts';
import type { Line } from './counted.ts';

/** More values than this are a table. */
const MOST = 40;

/** A list of things, and the values behind 分别, which should be as many. */
export interface PairedList {
  readonly values: Values;
  readonly list: List;
}

/** 甲、乙、丙分别增长1%、2%、3% */
export function pairedLists(line: Line): readonly PairedList[] {
  const found: PairedList[] = [];
  const { text } = line;
  const { words } = line.language;
  let before: Values | undefined;
  for (let at = text.indexOf('分别'); at >= 0; at = text.indexOf('分别', at + 2)) {
    const values = readValues(text, at + 2);
    const earlier = before;
    before = values;
    const list = values && thingsBefore(text, at, values, earlier, words);
    if (list) found.push({ values, list });
  }
  return found;
}

/** The things that 分别 at `at` gives values; `earlier` are the values of the 分别 before it. */
function thingsBefore(
  text: string,
  at: number,
  values: Values,
  earlier: Values | undefined,
  words: Words,
): List | undefined {
  const from = clauseStart(text, at);
  const subject = text.slice(from, at);
  if (BY_GRADE.test(subject)) return undefined;
  if (earlier && isOfTheSame(subject, from, values, earlier)) return valuesAsList(earlier);
  const two = values.count === 1 && subject === '' ? twoClausesBefore(text, from) : undefined;
  if (two) return two;
  const end = at - (ADVERBS.exec(subject)?.[0].length ?? 0);
  const sides = twoSidesIn(text, from, end);
  if (sides) return sides;
  const list = listBefore(text, end, words) ?? listOfClauseBefore(text, subject, end, words);
  if (!list || list.open || list.items.length < 2) return undefined;
  const named = text.slice(list.start, list.end);
  if (FOLDED.test(named) || /\d/.test(named)) return undefined;
  // 使用费、个人文化和娱乐服务: names on both sides of the 和 may be one branch of trade.
  return { ...list, min: endsInTwo(text, list, words) ? list.max : Math.min(list.min, list.items.length) };
}

/** 按照评估等级|分别: a value for each grade, whatever was listed. */
const BY_GRADE =
  /(?:根据|依据|按照?|视|不同)[^，。；、]{0,12}(?:等[级次]|档次?|级别|类别|星级|分[类级档]|规模|名次|年限)$/;

/** 分别完成18亿元、13亿元，同比|分别增长6.3%: the same things, as many values. */
function isOfTheSame(subject: string, from: number, values: Values, earlier: Values): boolean {
  return (
    values.count !== earlier.count &&
    earlier.count > 1 &&
    from - earlier.end === 1 &&
    (AGAIN.test(subject) || (values.count > 1 && RATE_OF_EACH.test(subject)))
  );
}

/** 预计今年|分别 */
const ADVERBS = /(?:年均|累计|同比|预计|已|均|将|也|又|则|总体|共|目前|全年|今年|去年)+$/;

/** 城乡居民收入, 城镇和农村居民人均可支配收入: one indicator of two. */
const TWO_SIDES =
  /^(?:全[省市县区]|我[省市县区])?(?:城乡|城镇[和、与及](?:农村|乡村))(?:常住)?居民(?:人均)?(?:可支配|纯)?收入$/;

function twoSidesIn(text: string, start: number, end: number): List | undefined {
  if (!TWO_SIDES.test(text.slice(start, end))) return undefined;
  const item = { start, end };
  return {
    start,
    end,
    items: [item, item],
    min: 2,
    max: 2,
    last: item,
    open: false,
    closed: true,
    pair: false,
  };
}

/** 旅游收入|13.9亿元: a clause with one figure, at its end. */
const ENDS_IN_FIGURE = /^[^\d]{2,14}\d[\d.]{0,10}[^\d和与及]{1,5}$/;
const CLAUSE = 32;

/** 接待游客216.8万人次，旅游收入13.9亿元，|分别: two clauses, a figure at the end of each. */
function twoClausesBefore(text: string, at: number): List | undefined {
  const end = at - 1;
  const middle = boundBefore(text, end, PHRASE_STOPS, CLAUSE);
  const start = boundBefore(text, middle - 1, PHRASE_STOPS, CLAUSE);
  const items = [
    { start, end: middle - 1 },
    { start: middle, end },
  ] as const;
  const told = (item: Range) => ENDS_IN_FIGURE.test(text.slice(item.start, item.end));
  if (!/[，、]/.test(text[middle - 1] ?? '') || !items.every(told)) return undefined;
  if (/分别|各(?![类种项级])|、/.test(text.slice(start, end).replace('、', ''))) return undefined;
  return { ...listOf(start, items), closed: true };
}

/** What stands between two 分别 that are said of the same things. */
const AGAIN =
  /^(?:同比|环比|同期|(?:比|较)(?:上年|去年|上年同期|去年同期|同期|年初)|可比口径|按可比价格?计算)?(?:同期)?$/;

/** ，办结率|分别: said of the same things once more. */
const RATE_OF_EACH =
  /^[^，。；、和与及的各]{1,6}(?:率|增速|增幅|降幅|占比|比重)$|^(?:增速|增幅|降幅|占比|比重)$/;

function valuesAsList({ start, end, items }: Values): List {
  return { ...listOf(start, items), end, closed: true };
}

/** Whether the 和 of the last member stands between two things, a noun each: 高岭土和萤石. */
function endsInTwo(text: string, { items, last, max }: List, words: Words): boolean {
  const { start } = items[items.length - 1]!;
  if (last.start === start || max !== items.length + 1) return false;
  const sides = [text.slice(start, last.start - 1), text.slice(last.start, last.end)] as const;
  // 长岭镇和西岭镇, 县水利局和县农业农村局
  if (sides.every((side) => BODY.test(side)) && sides[0].at(-1) === sides[1].at(-1)) return true;
  return sides.every((side) => {
    const [word, more] = words.segment(side);
    return more === undefined && word?.tag.startsWith('n') === true;
  });
}

/** What places and offices end with. */
const BODY = /..[镇乡村县市区局委办厅院校厂站所街社公司]$/;

/** 境内有石膏、萤石和铁矿，|储量|分别: what the clause before says there is. */
function listOfClauseBefore(text: string, subject: string, end: number, words: Words): List | undefined {
  const comma = end - subject.length - 1;
  if (!/^[\u4e00-\u9fff]{1,6}$/.test(subject) || !/[，,]/.test(text[comma] ?? '')) return undefined;
  const list = listBefore(text, comma, words);
  return list && LISTS.test(text.slice(list.items[0]!.start, list.items[0]!.end)) ? list : undefined;
}

/** Verbs that say what there is. */
const LISTS = /有|产|包括|涉及|含|是|为|设|建|选/;

const TWO_IN_ONE = [
  '城乡(?![建规]) 进出口 收支 存贷 内外 上下 东中西 男女 老少 一?二三次?产 各 两 双[方边侧项] 三[大类项个] 四[大类项个] 五[大类项个] 供产销',
  '产供销 软硬 水陆 海陆 大中小 中小 农林牧渔 文教卫 省市 国省 人财物 客货 线上线下 前后 量价 营收利润',
];
/** Members that are two in one: 城乡居民, 进出口, 内外资, 一二三产, 各市. */
const FOLDED = new RegExp(anyOf(TWO_IN_ONE));

interface Values extends Range {
  readonly count: number;
  readonly items: readonly Range[];
}

/** The values behind 分别, each with a figure or a blank of its own. */
function readValues(text: string, at: number): Values | undefined {
  const lead = /[^，。；、：\d×Xx]{0,10}/y;
  lead.lastIndex = at;
  const start = at + (lead.exec(text)?.[0].length ?? 0);
  const value = /[^，。；、\d×和与及（(]{0,4}(?:第)?[-−]?[\d×][\d.．×]*[^，。；、\d和与及（(]{0,8}/y;
  let end = start;
  let count = 0;
  const items: Range[] = [];
  for (;;) {
    value.lastIndex = end;
    const match = value.exec(text)?.[0];
    if (match === undefined) break;
    if (++count > MOST) return undefined;
    items.push({ start: end, end: end + match.length });
    end += match.length;
    if (text[end] === '（' || text[end] === '(' || /^(?:以|至|到|—|-|～)/.test(text.slice(end)))
      return undefined;
    // A comma parts values only where the next is told in the same unit: 320万吨，150万吨.
    const unit = /[\d.．]([%％万亿\u4e00-\u9fff]{1,2})/.exec(match)?.[1];
    const next =
      unit && /^[，,][\d.．]{1,12}([%％万亿\u4e00-\u9fff]{1,2})/.exec(text.slice(end, end + 16))?.[1];
    const separator = next !== undefined && next === unit ? /[，,、]/y : /(?:、|和|与|及|以及)/y;
    separator.lastIndex = end;
    const mark = separator.exec(text)?.[0];
    if (mark === undefined) break;
    end += mark.length;
  }
  const values = text.slice(start, end);
  if (count === 0 || /[和与及、]$/.test(values) || /[—～~\-至到由从]/.test(values)) return undefined;
  // 分别增加2个 may be so for each; 35680元 and 18.3% are not the same for two.
  if (count === 1 && !(PRECISE.test(values) && /^(?:[，。；）)]|$)/.test(text.slice(end)))) return undefined;
  return { start, end, count, items };
}

/** A value with three figures or a fraction, and no bound for all. */
const PRECISE = /^[^\d]*(?:[1-9]\d*[1-9]\d|\d{3,}[1-9]|\d+\.\d)(?!.*(?:以[上下内]|左右|多))/;
