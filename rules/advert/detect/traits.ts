/**
 * What a line that is not the author's is made of: words by the part they play (`word-traits.ts`), its shape (`shapes.ts`), what speaks
 * for the author (`data/excuses.tsv`), and where it stands. What each trait weighs is learnt (`data/weights.tsv`), so that the sum is
 * the logarithm of the odds that the line is a leftover.
 *
 *     小编整理的防汛总结，欢迎阅读    editor + collect + sample + wish − …    3.1
 *     编辑整理防汛档案               editor + collect − excuse − …          −2.4
 */
import type { Range } from '../../../engine/finding.ts';
import type { Hit } from '../../../engine/language.ts';
import { rows as excuseRows } from '../../../generated/advert-excuses.ts';
import { Characters, DIGITS, LETTERS, ShortList } from '../../../language/text/characters.ts';
import { anyOf, standsTwice } from '../../../language/text/pattern.ts';
import { registerOf } from './register.ts';
import { COUNT, shapesOf } from './shapes.ts';
import { visibleIn } from './visible.ts';
import type { Trait } from './weights.ts';
import { MOST_WORDS, readWords, type Words } from './word-traits.ts';

/**
 * The traits of `text[start, end)`, its place apart.
 * @param hits of both lists in the stretch, by start, longer first
 */
export function traitsOf(text: string, { start, end }: Range, hits: readonly Hit[]): Trait[] {
  const traits: Trait[] = [
    { trait: 'bias', amount: 1 },
    { trait: 'register', amount: registerOf(text, start, end) },
  ];
  const said = text.slice(start, end);
  const words = readWords(text, { start, end }, hits);
  traits.push(...words.traits);
  const digits = DIGITS_OR_PARTS.isIn(text, start, end);
  const characters = digits || ASCII_LETTERS.isIn(text, start, end);
  const add = (trait: string) => traits.push({ trait, amount: 1 });
  for (const trait of extentTraits(words, visibleIn(text, start, end))) add(trait);
  if (words.leads) add('leads');
  if (words.headed) add('headed');
  if (words.named || (characters && ACCOUNTS.some((test) => test.test(said)))) add('account');
  if (countCommas(said) >= SEVERAL_COMMAS) add('commas');
  if (DOUBLED.test(said)) add('doubled');
  for (const trait of shapesOf(said, digits, characters)) add(trait);
  const has = (...names: string[]) => traits.some(({ trait }) => names.includes(trait));
  const byline = has('clock', 'iso-date') && has('label', 'label-common', 'web', 'button');
  if (byline) add('byline');
  const numbered = NUMBERED_TITLE.test(said);
  if (numbered && !has('collection')) add('collection');
  // 上一篇：…, 篇二：…, 换一批：…｜…: the title of another text is all that follows.
  if (!words.entitled && !numbered && !has('titles'))
    addAuthors(text, { start, end }, words.headed || byline || has('credited'), traits);
  return traits;
}

const DIGITS_OR_PARTS = new Characters(DIGITS, '篇');
const ASCII_LETTERS = new Characters(LETTERS);

/** 篇二：, 【范文3】: what stands before the title of a text in a collection. */
const NUMBERED_TITLE = new RegExp(
  anyOf(
    String.raw`^[【（(]?(?:篇|范文|例文|样文|模板)\s?[（(]?${COUNT}[）)]?[】）)：:]`,
    String.raw`^[【（(]第\s?${COUNT}\s?篇[】）)]`,
    String.raw`^第\s?${COUNT}\s?篇[：:]`,
    // 主持词范文：在…会上的主持词
    String.raw`^[\u4e00-\u9fff]{2,8}(?:范文|例文|样文|模板)[：:]`,
  ),
);

const COVERED = [20, 60];
const PURE = [40, 80];
const LENGTHS = [6, 12, 25, 50, 100];

/** How long the stretch is, and how much of it the words cover, in per cent: each step has a weight of its own. */
function* extentTraits({ covered, pure, kinds }: Words, visible: number): Generator<string> {
  for (const share of COVERED) if (covered * 100 >= visible * share) yield `covered-${share}`;
  for (const share of PURE) if (pure * 100 >= visible * share) yield `pure-${share}`;
  if (kinds >= 2) yield 'several';
  if (kinds >= 3) yield 'many';
  for (const length of LENGTHS) if (visible > length) yield `length-${length}`;
}

/** QQ：12345678, 投稿邮箱：abc@…, 0912-1234567. */
const ACCOUNTS: readonly RegExp[] = [
  /(?:qq|微信|vx|v信|群|邮箱|mail|电话|热线|旺旺|号)[号群码：:\s]{0,4}[A-Za-z\d][\w*-]{4}/i,
  /[\w-]@[\w-]{2}/,
  /(?<!\d)(?:0\d{2,3}|400)-\d{3}/,
];

const SEVERAL_COMMAS = 3;

function countCommas(said: string): number {
  let count = 0;
  for (let i = 0; i < said.length; i++) if (said[i] === '，' || said[i] === ',') count++;
  return count;
}

/** 安全工作会议讲话稿安全工作会议讲话稿: a page was glued together from its layers. */
const DOUBLED = standsTwice(5, 20);

const AUTHORS_WORDS = new ShortList(excuseRows.map((row) => row.word));
const AUTHORS_TRAITS: ReadonlyMap<string, string> = new Map(
  excuseRows.map(({ word, trait }) => [word, trait]),
);

/** Adds what the author is known by; behind a heading or label of the page (上一篇：在…工作会议上的讲话) stands a title, not the author. */
function addAuthors(text: string, { start, end }: Range, headed: boolean, traits: Trait[]): void {
  const seen = new Map<string, Set<string>>();
  for (let i = start; i < end; ) {
    const word = AUTHORS_WORDS.wordAt(text, i);
    if (word === undefined || i + word.length > end) {
      i++;
      continue;
    }
    i += word.length;
    const trait = AUTHORS_TRAITS.get(word)!;
    if (headed && trait !== 'excuse') continue;
    const words = seen.get(trait);
    if (words) words.add(word);
    else seen.set(trait, new Set([word]));
  }
  for (const [trait, words] of seen) traits.push({ trait, amount: Math.min(words.size, MOST_WORDS) });
}
