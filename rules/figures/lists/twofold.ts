/** Lists of a quoted name that counts two kinds of things: “两多两少”，即存货多、闲置多、订单少、人才少 · “三个不发生、一个下降”，即…. */

import type { Range } from '../../../engine/finding.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { listAfter } from '../../../language/quantities/enumerations.ts';
import { readHanNumber } from '../../../language/text/numerals.ts';
import type { CountedList } from './counted.ts';

const NUMBER = '[一二两三四五六]';
const WORD = String.raw`[\u4e00-\u9fff]{1,4}`;
const LEADS = '(?:，?(?:即|就是)：?|[：（(])';
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
export function readTwofold({ text, language }: Paragraph, found: CountedList[]): void {
  for (const match of text.matchAll(NAME)) {
    const { one, two, first, second } = match.groups as Record<'one' | 'two' | 'first' | 'second', string>;
    const at = match.indices!.groups!;
    const list = listAfter(text, match.index + match[0].length, language.words);
    if (!list || list.open || list.min !== list.max || list.items.length < LEAST) continue;
    const have = (word: string) =>
      list.items.filter(({ start, end }) => text.slice(start, end).includes(word.replace(/^个/, '')));
    const [ones, twos] = [have(first), have(second)];
    if (ones.length === 0 || twos.length === 0 || ones.length + twos.length !== list.items.length) continue;
    if (ones.some((item) => twos.includes(item))) continue;
    const add = (number: string, items: readonly Range[], start: number, end: number) => {
      const { length } = items;
      const last = items[length - 1]!;
      found.push({
        tie: 'bracket',
        count: readHanNumber(number, 0)!.value,
        stated: { start, end },
        figure: undefined,
        list: { ...list, items, min: length, max: length, start: items[0]!.start, end: last.end, last },
        even: true,
      });
    };
    add(one, ones, at.one![0], at.first![1]);
    add(two, twos, at.two![0], at.second![1]);
  }
}
