/**
 * The list behind its number whose members are each called by the measure word: 两条难点，一条是车位少，还有一条是没有物业 · 三个基地，两个在山区，
 * 一个在库区 · 四轮巡查，第一轮查供暖，第二轮查燃气. They may be sentences of their own.
 */
import type { Range } from '../../../engine/finding.ts';
import type { Quantity } from '../../../language/quantities/quantities.ts';
import { boundAfter, PHRASE_STOPS, SENTENCE_STOPS, STATEMENT_STOPS } from '../../../language/text/bounds.ts';
import { Characters } from '../../../language/text/characters.ts';
import { worthAt } from '../../../language/text/numerals.ts';
import { anyOf } from '../../../language/text/pattern.ts';
import type { CountedList } from './counted.ts';

/** A member: 一条是…, 另一条是…, 两个在山区. */
interface One extends Range {
  /** 两个: so many at once. */
  readonly worth: number;
  /** 另一条, 还有一条: it goes on with the one before. */
  readonly led: boolean;
  /** 一条|是: what it is called follows. */
  readonly named: boolean;
  /** What its measure word is followed by. */
  readonly says: string;
}

/** How far behind the number the list may begin, and how far it is followed. */
const NEAR = 24;
const REACH = 240;
/** More is told of a member where the sentence behind it must be read for others. */
const REST = 60;

const NO_ONES = new Characters('级地国省市县区');

/** What a member may begin with, before its number. */
const LEADS = /(?:另外?|还有|再有|再|又|也有|其中|剩下的?|最后)$/;
const LONGEST_LEAD = 3;
/** 一期, 二期: the first and the second of them. */
const ORDINAL = new Characters('期');
/** What parts members, and the number from the first. */
const PARTED = new Characters('，。；：（');
const NAMES = new Characters('是为叫指');
/** 一个月, 一个个, 一条条, 一位数. */
const NOT_ONE = new Characters('月数半多字');
/** 一步，…: nothing is said of it. */
const LEAST_SAID = 2;
/** What may be told of in other words: 其余…, 第三个…. */
const OTHERS = new RegExp(
  anyOf('其余 其他 其它 剩 另 此外 还有 也有 最后 有的 第[三四五六七八九十] 三[是则]'),
);

/** The members behind a number that each begin with its measure word. */
export function onesUnder(text: string, figure: Quantity): CountedList | undefined {
  const { numberEnd, unitEnd, value, digits } = figure;
  const unit = text.slice(numberEnd, unitEnd);
  // 二类口岸, 三级军士长: the second of them, and a grade; 两地: the two sides.
  if (text[digits.start] === '二' || NO_ONES.at(unit, 0)) return undefined;
  const stop = PARTED.next(text, unitEnd, Math.min(text.length, unitEnd + NEAR));
  // 三大块：一块是…; 四个小组，一组看企业
  const measures = unit === '大' ? [text[unitEnd]!] : unit === '个' ? [unit, text[stop - 1]!] : [unit[0]!];
  const measure = measures.find((one) => membersFrom(text, stop, one).length > 1);
  if (measure === undefined) return undefined;
  const members = membersFrom(text, stop, measure);
  const sum = members.reduce((all, { worth }) => all + worth, 0);
  const last = members.at(-1)!;
  const list = {
    start: members[0]!.start,
    end: last.end,
    items: members,
    min: sum,
    max: sum,
    last,
    open: sum < value && !areAll(text, members, measure),
    closed: false,
    pair: false,
  };
  return {
    tie: 'ones',
    count: value,
    stated: { start: digits.start, end: unitEnd },
    figure,
    list,
    even: true,
  };
}

function membersFrom(text: string, stop: number, measure: string): One[] {
  const found: One[] = [];
  const limit = Math.min(text.length, stop + REACH);
  for (let at = text.indexOf(measure, stop); at >= 0 && at < limit; at = text.indexOf(measure, at + 1)) {
    const one = memberAt(text, at, measure, found.length);
    if (!one) continue;
    // The first stands straight behind the number's clause; one in another sentence is led on, or says what it is called.
    if (found.length === 0 && one.start !== stop + 1) return found;
    if (found.length > 0 && !goesOn(text, found.at(-1)!, one)) break;
    found.push(one);
  }
  return found;
}

/** The member whose measure word stands at an offset, if it begins a clause. @param told how many stand before it */
function memberAt(text: string, at: number, measure: string, told: number): One | undefined {
  // 第二轮: the next of them.
  const ordinal = text[at - 2] === '第' || ORDINAL.at(measure, 0);
  const number = text[at - 2] === '第' ? at - 2 : at - 1;
  const worth = ordinal ? 1 : worthAt(text, number);
  const behind = at + 1;
  if (ordinal && worthAt(text, at - 1) !== told + 1) return undefined;
  // 一类是…，二类是…: classes by their number.
  if (!ordinal && text[at - 1] === '二') return undefined;
  if (!(worth >= 1 && worth <= 10) || NOT_ONE.at(text, behind) || text[behind] === measure) return undefined;
  // 一条一条地走
  if (text[behind + 1] === measure) return undefined;
  const lead = LEADS.exec(text.slice(Math.max(0, number - LONGEST_LEAD), number))?.[0].length ?? 0;
  const start = number - lead;
  if (!PARTED.at(text, start - 1)) return undefined;
  const end = boundAfter(text, behind, PHRASE_STOPS, REST);
  if (end - behind < LEAST_SAID) return undefined;
  return { start, end, worth, led: lead > 0, named: NAMES.at(text, behind), says: text[behind] ?? '' };
}

function goesOn(text: string, before: One, { start, led, named }: One): boolean {
  return led || (named && before.named) || !SENTENCE_STOPS.isIn(text, before.end, start);
}

/** 一个已投产: how far it is, and nothing that tells it from the others. */
const STATE = new Characters('已正将未还也都');

/** Whether nothing says that there are others: the last is led on or all are told in the same words, and what follows tells of no more. */
function areAll(text: string, members: readonly One[], measure: string): boolean {
  const { led, end, says } = members.at(-1)!;
  if (!led && (STATE.at(says, 0) || !members.every((one) => one.says === says))) return false;
  const statement = boundAfter(text, end, STATEMENT_STOPS);
  const rest = text.slice(end, Math.min(text.length, statement + REST));
  // 一份报省里，一份报市里，存档一份
  return !OTHERS.test(rest) && !rest.slice(0, statement - end).includes(`一${measure}`);
}
