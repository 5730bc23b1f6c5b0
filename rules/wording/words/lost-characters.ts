/**
 * Characters that were lost: 全面贯党的 for 全面贯彻党的, 教学量为中心 for 教学质量为中心. Looked at are two characters that no document has beside
 * each other, one of which stands alone though it hardly ever does. What was lost made a word in daily use of that one, and the rows of
 * three with it are usual.
 */
import type { Words } from '../../../engine/language.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { Characters } from '../../../language/text/characters.ts';
import { ONE_TO_TEN } from '../../../language/text/numerals.ts';
import { uint32sOf } from '../../../language/text/packed.ts';
import { isInTitle } from '../../../language/text/word-rules.ts';
import { BY_CHANCE, firstOf, isOfficeWord } from './misspelt.ts';
import { pairOfCharacters } from './near-miss-keys.mjs';
import { type Around, around, isPair, usualThree } from './neighbours.ts';
import { isWithinWord } from './out-of-place.ts';
import { LOST_BEFORE, LOST_BEHIND } from './places.ts';
import { isNamed, type SoundAlike } from './sound-alikes.ts';
import { loneliness } from './units.ts';

/*
 * Words of two characters in daily use, as `scripts/compile-near-misses.mjs` lays them out: sorted, with the first of the two in the high
 * half, and with the last.
 */
const BY_FIRST = uint32sOf('near-misses.by-first');
const BY_LAST = uint32sOf('near-misses.by-last');

/** One that stands by itself oftener may be a word there, in steps of `lone-characters.tsv`. */
const LONELY = 9;
/** One that stands by itself so often stands behind anything. */
const LONELIEST = 10;
/** … and oftener than this it is in doubt. */
const SELDOM = 7;
/**
 * What the rows of three count at least, of one that seldom stands alone, of others, and beside a mark, where two rows tell instead of three.
 * Of characters taken one at a time out of published texts that the tables had not been made of, 4 in 100 are found so, and some 13 places in
 * 950,000 characters where none was lost.
 */
const LEAST = 22;
const LEAST_IN_DOUBT = 24;
const LEAST_BESIDE_MARK = 18;
const LEAST_BESIDE_MARK_IN_DOUBT = 20;
/** The same of two that documents do have beside each other (推经): so much it is by chance a dozen times in six million characters. */
const LEAST_SEEN = 28;
const LEAST_SEEN_IN_DOUBT = 30;
/** The same of one that makes no word at all with those around it. */
const LEAST_OUTSIDE = 14;
const LEAST_OUTSIDE_IN_DOUBT = 18;

/** What makes a new word of any other: 乡村游, 科创型, 测绘院. */
const ENDINGS = new Characters('院站间游型业式险类性化率线网品员人家者费期制权学界');
/** Short for 需要, 没有, 企业, 做好, 应当, 请您, 稳定: words by themselves in compact prose. */
const WORDS = new Characters('稳建择医足广扩需没求企做应超请须均勿凭');
/** Behind these anything stands by itself: 一窗, 三站, 所提意见. */
const BEFORE_ANY = new Characters(`${ONE_TO_TEN}所`);

/**
 * What lost a character between two that stand nowhere beside each other.
 * @param behind where the second of them stands
 * @param marks of the two: nearly always nothing goes between them
 */
export function lostBefore(
  { text, language: { words } }: Paragraph,
  behind: number,
  marks: number,
): SoundAlike | undefined {
  const at = behind - 1;
  if ((marks & (LOST_BEHIND | LOST_BEFORE)) === 0 || ENDINGS.at(text, behind)) return undefined;
  if ((marks & LOST_BEHIND) !== 0 && !WORDS.at(text, at) && !BEFORE_ANY.at(text, at - 1)) {
    const lost = lostBeside(text, at, at, BY_FIRST, words);
    if (lost > 0 && standsAlone(text, at, words)) return lostIn(text, at, lost);
  }
  if ((marks & LOST_BEFORE) === 0 || WORDS.at(text, behind)) return undefined;
  const lost = lostBeside(text, at, behind, BY_LAST, words);
  return lost > 0 && standsAlone(text, behind, words) ? lostIn(text, at, lost) : undefined;
}

/**
 * The same of two that documents have beside each other too, though not among these: 加快推|经济, 积极推|乡村. Lost is what the first of them makes
 * a word with, asked where such a one may be. In texts that the tables had not been made of four of five such places are words cut short (安监部, 产供链).
 * @param behind where the second of them stands
 */
export function lostAmong({ text, language }: Paragraph, behind: number): SoundAlike | undefined {
  const at = behind - 1;
  const alone = text.charCodeAt(at);
  const lonely = loneliness(alone);
  // 更重的, 要求提了: behind a word of one character.
  if (lonely > LONELY || loneliness(text.charCodeAt(behind)) > LONELIEST) return undefined;
  if (ENDINGS.at(text, behind) || WORDS.at(text, at) || BEFORE_ANY.at(text, at - 1)) return undefined;
  if (isOfficeWord(text, at) || isOfficeWord(text, at - 1)) return undefined;
  const near = around(text, at, at + 2);
  if (near.before === 0 || near.behind === 0) return undefined;
  const { lost, most } = mostBetween(text, at, alone, BY_FIRST, near);
  const isUsual = most >= (lonely < LONELY ? LEAST_SEEN : LEAST_SEEN_IN_DOUBT);
  if (!isUsual || !standsAlone(text, at, language.words)) return undefined;
  const slip = lostIn(text, at, lost);
  return slip && { ...slip, severity: 'hint' };
}

/** The slip where a character was lost behind another; undefined for what is right. */
function lostIn(text: string, at: number, lost: number): SoundAlike | undefined {
  const end = at + 2;
  const wrong = text.slice(at, end);
  if (BY_CHANCE.has(wrong) || isInTitle(text, at) || isNamed(text, at, end)) return undefined;
  // 质量|立校: what is no word of the dictionary, and stands in documents.
  if (BY_CHANCE.has(text.slice(at + 1, end + 1)) || BY_CHANCE.has(text.slice(at - 1, at + 1)))
    return undefined;
  const character = String.fromCharCode(lost);
  return { start: at, end, wrong, right: wrong[0] + character + wrong[1], lost: character };
}

/** Of what makes a word with the character at `place`, what is most usual between `text[at]` and the next; 0 for what is not usual. */
function lostBeside(text: string, at: number, place: number, list: Uint32Array, words: Words): number {
  const alone = text.charCodeAt(place);
  const lonely = loneliness(alone);
  if (lonely > LONELY) return 0;
  const near = around(text, at, at + 2);
  const isBesideMark = near.before === 0 || near.behind === 0;
  if (isBesideMark && lonely > SELDOM + 1) return 0;
  const { lost, most } = mostBetween(text, at, alone, list, near);
  const isInDoubt = lonely > SELDOM;
  if (isBesideMark) return most >= (isInDoubt ? LEAST_BESIDE_MARK_IN_DOUBT : LEAST_BESIDE_MARK) ? lost : 0;
  if (most >= (isInDoubt ? LEAST_IN_DOUBT : LEAST)) return lost;
  const isEnough = most >= (isInDoubt ? LEAST_OUTSIDE_IN_DOUBT : LEAST_OUTSIDE);
  return isEnough && !isWithinWord(text, place, words) ? lost : 0;
}

/** Of what makes a word with a character, what is most usual between two of which it is one, and how usual. */
function mostBetween(text: string, at: number, alone: number, list: Uint32Array, near: Around) {
  const [first, second] = [text.charCodeAt(at), text.charCodeAt(at + 1)];
  let most = 0;
  let lost = 0;
  for (let i = firstOf(list, pairOfCharacters(alone, 0)); list[i]! >>> 16 === alone; i++) {
    const code = list[i]! & 0xffff;
    if (code === first || code === second || !isPair(first, code) || !isPair(code, second)) continue;
    const count = countBetween(near, first, code, second);
    if (count > most) [most, lost] = [count, code];
  }
  return { lost, most };
}

/** What the rows of three count that a character makes between two others; 0 where one of them is not usual. */
function countBetween({ before, behind }: Around, first: number, code: number, second: number): number {
  const middle = usualThree(first, code, second);
  if (middle === 0) return 0;
  const left = usualThree(before, first, code);
  const right = usualThree(code, second, behind);
  if ((left === 0 && before !== 0) || (right === 0 && behind !== 0)) return 0;
  return left + middle + right;
}

/** Whether the likeliest cut has a character for a word by itself. */
const standsAlone = (text: string, at: number, words: Words) =>
  words.isBoundary(text, at) && words.isBoundary(text, at + 1);
