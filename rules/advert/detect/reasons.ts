/** What shows a leftover, in Chinese, for the message. */
import type { Range } from '../../../engine/finding.ts';
import type { Advert } from './advert.ts';
import type { Reading } from './reading.ts';
import { isInRegister } from './register.ts';
import { type Weight, weightOf } from './weights.ts';

/** So many words are shown. */
const SHOWN = 3;

/** `“咨询QQ”`, `“小编”“整理”，编者自称`, `此行原样出现3次`. */
export function reasonOf({ paragraph: { text }, reason }: Advert): string {
  switch (reason.by) {
    case 'words':
      return quoted(
        text,
        reason.found.flatMap((s) => s.signals),
      );
    case 'traits':
      // A shape alone says nothing in words: its characters or its neighbours do.
      return (
        traitsShown(text, reason.reading) || (isInRegister(text, reason.reading) ? REGISTER : NEIGHBOURS.line)
      );
    case 'garbage':
      return '没有人会输入的乱码';
    case 'sown':
      return '防复制而夹在字间的记号';
    case 'inset':
      return '夹在句中的网站名、按钮或署名';
    case 'search':
      return '夹在句中的求医搜索词';
    case 'credits':
      return '编者、策划、校对等一行行的署名';
    case 'brand':
      return `“${reason.name}”是设定中的网站名称`;
    case 'name':
      return `“${reason.name}”在别处的广告中署名`;
    case 'repeats':
      return `此行原样出现${reason.count}次`;
    case 'neighbours':
      return NEIGHBOURS[reason.as];
  }
}

const REGISTER = '用字不像公文';

const NEIGHBOURS = {
  slogan: '夹在标题前的广告之间',
  date: '网页日期，紧接广告',
  line: '紧接广告',
} as const;

function quoted(text: string, ranges: readonly Range[]): string {
  const words = ranges.map(({ start, end }) => text.slice(start, end).trim());
  return [...new Set(words)]
    .slice(0, SHOWN)
    .map((word) => `“${word}”`)
    .join('、');
}

/** The traits that weigh most: their words, then their names. */
function traitsShown(text: string, { traits }: Reading): string {
  const named = traits.map((trait) => ({ of: weightOf(trait.trait), trait })).filter(({ of }) => isShown(of));
  const positive = named.filter(({ of }) => of.weight > 0);
  const telling = positive.length > 0 ? positive : named;
  // Of equal weight in the order of the line.
  if (telling.length > 1) telling.sort((a, b) => b.of.weight * b.trait.amount - a.of.weight * a.trait.amount);
  telling.length = Math.min(telling.length, SHOWN);
  const words = quoted(
    text,
    telling.flatMap(({ trait: { word } }) => (word ? [word] : [])),
  );
  const names = [...new Set(telling.map(({ of }) => of.name))].join('、');
  return [words, names].filter((part) => part !== '').join('：');
}

/** Whether a trait speaks of the one who left the line; its shape says nothing in words. */
function isShown({ side }: Weight): boolean {
  return side !== 'author' && side !== 'shape';
}
