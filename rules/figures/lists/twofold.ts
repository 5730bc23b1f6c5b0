/** Lists of a quoted name that counts two kinds of things: “两多两少”，即存货多、闲置多、订单少、人才少 · “三个不发生、一个下降”，即…. */

import type { Range } from '../../../engine/finding.ts';
import { listOf } from '../../../language/quantities/clause-lists.ts';
import { boundAfter } from '../../../language/text/bounds.ts';
import { Characters } from '../../../language/text/characters.ts';
import { readHanNumber } from '../../../language/text/numerals.ts';
import type { CountedList, Line } from './counted.ts';

const NUMBER = '[一二两三四五六]';
const WORD = String.raw`[\u4e00-\u9fff]{1,4}`;
const LEADS = '(?:，?(?:即|就是)：?|[：（(]|，(?=\\k<first>))';
const NAME = new RegExp(
  [
    `“(?<one>${NUMBER})(?<first>个?${WORD}?)、?(?<two>${NUMBER})(?<second>个?${WORD})”`,
    String.raw`[\u4e00-\u9fff]{0,6}${LEADS}`,
  ].join(''),
  'dg',
);

/** Fewer members may be told in other words. */
const LEAST = 3;

/** Adds both lists of each such name: so many members have the one word, and so many the other, and each has one of them. */
export function readTwofold({ text }: Line, found: CountedList[]): void {
  for (const match of text.matchAll(NAME)) {
    const { one, two, first, second } = match.groups as Record<'one' | 'two' | 'first' | 'second', string>;
    const at = match.indices!.groups!;
    const items = membersFrom(text, match.index + match[0].length);
    const have = (word: string) =>
      items.filter(({ start, end }) => text.slice(start, end).includes(word.replace(/^个/, '')));
    const [ones, twos] = [have(first), have(second)];
    if (ones.length === 0 || twos.length === 0 || items.length < LEAST) continue;
    if (text[items.at(-1)!.end - 1] === '等') continue;
    if (ones.length + twos.length !== items.length || ones.some((item) => twos.includes(item))) continue;
    found.push(countOf(one, ones, { start: at.one![0], end: at.first![1] }));
    found.push(countOf(two, twos, { start: at.two![0], end: at.second![1] }));
  }
}

/** Longer members are clauses that say more. */
const LONGEST = 20;

/** What 、 ， ； part up to the end of the sentence or of the bracket. */
function membersFrom(text: string, from: number): Range[] {
  const end = boundAfter(text, from, ENDS);
  const items: Range[] = [];
  let start = from;
  while (start < end) {
    const stop = PARTS.next(text, start, end);
    if (stop - start > LONGEST) return [];
    items.push({ start, end: stop });
    start = stop + 1;
  }
  return items;
}

const PARTS = new Characters('、，；');
const ENDS = new Characters('。！？）)');

function countOf(number: string, items: readonly Range[], stated: Range): CountedList {
  return {
    tie: 'bracket',
    count: readHanNumber(number, 0)!.value,
    stated,
    figure: undefined,
    list: listOf(items[0]!.start, items),
    even: true,
  };
}
