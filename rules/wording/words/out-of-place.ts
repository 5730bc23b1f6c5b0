/**
 * Characters that no document puts where they stand, while one that sounds or looks the same is usual there: 善离职守 for 擅离职守,
 * 力挣新增 for 力争新增. No word list knows these; what is asked is which characters public documents have beside each other.
 */
import type { Words } from '../../../engine/language.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { SURNAMES } from '../../../language/names/surnames.ts';
import { Characters } from '../../../language/text/characters.ts';
import { uint16sOf, uint32sOf } from '../../../language/text/packed.ts';
import { syllables } from '../../../language/text/syllables.ts';
import { isInTitle } from '../../../language/text/word-rules.ts';
import { BY_CHANCE, isOfficePair, isOfficeWord } from './misspelt.ts';
import { FIRST_HAN } from './near-miss-keys.mjs';
import { type Around, around, isPair, usualBetween } from './neighbours.ts';
import { isNamed, type SoundAlike } from './sound-alikes.ts';
import { loneliness } from './units.ts';

/*
 * The tables as `scripts/compile-neighbours.mjs` lays them out.
 */
/** Characters in rows: `starts` tells where each of them begins, and where the last ends. */
interface Rows {
  readonly characters: Uint16Array;
  readonly starts: Uint32Array;
}

/** What is meant by what sounds like it, or nearly so, by the syllable of what is written. */
const SOUNDS: Rows = {
  characters: uint16sOf('neighbours.sounds'),
  starts: uint32sOf('neighbours.sounds.starts'),
};
/** What is meant by what looks like it, by the character that is written, counted from the first Han. */
const SHAPES: Rows = {
  characters: uint16sOf('neighbours.shapes'),
  starts: uint32sOf('neighbours.shapes.starts'),
};

/** One of these is as good as another. */
const NUMERALS = new Characters('一二三四五六七八九十百千万');

/** A character that stands by itself oftener meets others by chance, in steps of `lone-characters.tsv`. */
const SELDOM = 9;
/** One that stands so often by itself may stand anywhere. */
const LONELY = 10;
/** What it counts that a pair stands nowhere. */
const NOWHERE = 4;
/** So much in all tells a slip: in texts that the tables had not been made of, less than once in 100,000 characters by chance. */
const LEAST = 15;
/** … and so much beside a mark, where half as many characters can tell. */
const LEAST_BESIDE_MARK = 10;
/** … and so much where documents have both its neighbours beside it, and what it makes with them is neither usual nor a word. */
const LEAST_AMONG_PAIRS = 13;
/** So much tells a slip whatever words the characters make. */
const LEAST_BY_FAR = 20;
/** A word of four characters is hardly made by chance: so much is enough for it. */
const LEAST_OF_LONG = 6;
/** A word is no longer, and none is seen that begins or ends further away. */
const LONGEST = 4;
const REACH = 8;

/**
 * The word that a character out of place makes of another.
 * @param at of a character that stands nowhere behind the one before it, or nowhere before the one behind it
 */
export function outOfPlaceAt(paragraph: Paragraph, at: number): SoundAlike | undefined {
  const { text, language } = paragraph;
  const code = text.charCodeAt(at);
  const lonely = loneliness(code);
  // 工作|圆满: at most places where two words meet, no document has the two characters beside each other.
  if (lonely > LONELY || isInPair(text, at, language.words)) return undefined;
  const near = around(text, at, at + 1);
  const { before, behind } = near;
  const isStrangeBehind = behind !== 0 && !isPair(code, behind);
  const strangers = (before !== 0 && !isPair(before, code) ? 1 : 0) + (isStrangeBehind ? 1 : 0);
  const sides = (before !== 0 ? 1 : 0) + (behind !== 0 ? 1 : 0);
  if (strangers < sides && lonely > SELDOM) return undefined;
  const isBesideMark = sides === 1;
  const { meant } = mostUsual(near, code, (isBesideMark ? LEAST_BESIDE_MARK : LEAST) - strangers * NOWHERE);
  if (meant === 0 || usualBetween(near, code) > 0) return undefined;
  // 影响李某: a surname, and a name behind it.
  if (isStrangeBehind && SURNAMES.has(text[at]!)) return undefined;
  const slip = wordAround(paragraph, at, String.fromCharCode(meant));
  // 投资客， beside 投资额: a word of three is made of one of two.
  return slip && isBesideMark && slip.right.length === 3 ? undefined : slip;
}

/**
 * The same of a character in no usual row of three. What is meant is asked for but once, whichever of two ways may tell: {@link amongPairs}, of one
 * that sounds like something and does not stand anywhere, and {@link farFromUsual}.
 * @param isAmongHan whether Han stand on either side
 */
export function unusualAt(paragraph: Paragraph, at: number, isAmongHan: boolean): SoundAlike | undefined {
  const { text, language } = paragraph;
  const code = text.charCodeAt(at);
  const isAsked = loneliness(code) <= SELDOM && syllables[code] !== 0 && !isInPair(text, at, language.words);
  const isFar = isAmongHan && mayBeFar(text, at);
  if (!isAsked && !isFar) return undefined;
  const near = around(text, at, at + 1);
  const usual = mostUsual(near, code, isAsked ? LEAST_OF_LONG : LEAST_BY_FAR);
  if (usual.meant === 0) return undefined;
  const slip = isAsked ? amongPairs(paragraph, at, near, usual) : undefined;
  return (
    slip ?? (isFar && usual.count >= LEAST_BY_FAR ? farFromUsual(paragraph, at, usual.meant) : undefined)
  );
}

/** 因低制宜: documents have 因低 and 低制, yet neither is a word, and no document goes on as this does. */
function amongPairs(
  paragraph: Paragraph,
  at: number,
  { before, behind }: Around,
  { meant, count }: Usual,
): SoundAlike | undefined {
  const { text, language } = paragraph;
  const slip = wordAround(paragraph, at, String.fromCharCode(meant));
  if (!slip || language.words.straddles(text, slip.start, slip.end)) return undefined;
  if (slip.right.length === LONGEST) return slip;
  const isBesideMark = before === 0 || behind === 0;
  if (isBesideMark && slip.right.length === 3) return undefined;
  return count >= (isBesideMark ? LEAST_BESIDE_MARK : LEAST_AMONG_PAIRS) ? slip : undefined;
}

/** 主题责任, 投入试用: words in daily use stand among new neighbours. */
const mayBeFar = (text: string, at: number) =>
  !NUMERALS.at(text, at) && !isOfficeWord(text, at - 1) && !isOfficeWord(text, at);

/** The same of one that {@link outOfPlaceAt} has nothing to say of. */
export function farFromUsualAt(paragraph: Paragraph, at: number): SoundAlike | undefined {
  const { text } = paragraph;
  if (!mayBeFar(text, at)) return undefined;
  const { meant } = mostUsual(around(text, at, at + 1), text.charCodeAt(at), LEAST_BY_FAR);
  return meant === 0 ? undefined : farFromUsual(paragraph, at, meant);
}

/**
 * Any character, be it half of a word or one that stands anywhere, where another makes all rows usual by far: 第二士六条, 法定代表任签字.
 */
function farFromUsual({ text, language }: Paragraph, at: number, meant: number): SoundAlike | undefined {
  const { words } = language;
  const slip = longestWord(text, at, String.fromCharCode(meant), words);
  if (!slip || isAsMeant(text, slip, words)) return undefined;
  // 它们, 大兴 and 生长 are words that documents have: whoever writes one means it.
  return slip.wrong.length === 2 && isKnownPair(slip.wrong, 0, words) ? undefined : slip;
}

/**
 * 人才绪构, 财务内孔: two characters that no document has beside each other and that make no word, one of which looks like what would make one in daily
 * use of them.
 */
export function lookAlikeAt({ text, language }: Paragraph, at: number): SoundAlike | undefined {
  const { words } = language;
  const [first, second] = [text.charCodeAt(at), text.charCodeAt(at + 1)];
  const right = officeWordLike(first, second);
  const wrong = text.slice(at, at + 2);
  if (right === undefined || words.has(wrong) || words.straddles(text, at, at + 2)) return undefined;
  const slip = { start: at, end: at + 2, wrong, right };
  return isAsMeant(text, slip, words) ? undefined : slip;
}

/** The word of office that one of two characters makes with what looks like the other. */
function officeWordLike(first: number, second: number): string | undefined {
  const meantFirst = rowOf(SHAPES, first - FIRST_HAN).find((meant) => isOfficePair(meant, second));
  if (meantFirst !== undefined) return String.fromCharCode(meantFirst, second);
  const meantSecond = rowOf(SHAPES, second - FIRST_HAN).find((meant) => isOfficePair(first, meant));
  return meantSecond === undefined ? undefined : String.fromCharCode(first, meantSecond);
}

/** A character, and how usual it is in a place. */
interface Usual {
  readonly meant: number;
  readonly count: number;
}

/** Of what sounds like a character, or is written so because it looks like it, what is most usual in its place, and how usual; 0 for what is less than `least`. */
function mostUsual(near: Around, code: number, least: number): Usual {
  const none = { meant: 0, count: least - 1 };
  const sounding = mostUsualIn(near, code, none, SOUNDS, syllables[code]!);
  return mostUsualIn(near, code, sounding, SHAPES, code - FIRST_HAN);
}

const rowOf = ({ characters, starts }: Rows, row: number): Uint16Array =>
  characters.subarray(starts[row], starts[row + 1]);

/** What a row has that is more usual in the place than `best`, or `best`. Asked of one character in fifteen, so without a view of the row. */
function mostUsualIn(
  near: Around,
  code: number,
  best: Usual,
  { characters, starts }: Rows,
  row: number,
): Usual {
  const behind = starts[row + 1]!;
  let { meant, count: most } = best;
  for (let i = starts[row]!; i < behind; i++) {
    const other = characters[i]!;
    if (other === code || !isPossible(near, other)) continue;
    const count = usualBetween(near, other);
    if (count > most) [meant, most] = [other, count];
  }
  return meant === best.meant ? best : { meant, count: most };
}

/** Whether a character is written for another because it sounds the same or nearly so, or looks like it. */
export function isMistakable(written: number, meant: number): boolean {
  const syllable = syllables[written]!;
  return (
    syllable === syllables[meant] ||
    rowOf(SOUNDS, syllable).includes(meant) ||
    rowOf(SHAPES, written - FIRST_HAN).includes(meant)
  );
}

/** Whether documents have a character beside those around it. */
function isPossible({ before, behind }: Around, code: number): boolean {
  return (before === 0 || isPair(before, code)) && (behind === 0 || isPair(code, behind));
}

/** What the longest word that another character makes with those beside it has in its place; undefined for what is part of a word, or a name. */
function wordAround({ text, language }: Paragraph, at: number, meant: string): SoundAlike | undefined {
  const { words } = language;
  if (isWithinWord(text, at, words) || pairsAt(text, at).some((pair) => isRight(pair, words)))
    return undefined;
  const slip = longestWord(text, at, meant, words);
  return slip && isAsMeant(text, slip, words) ? undefined : slip;
}

/** The longest word that another character would make with those beside it. */
function longestWord(text: string, at: number, meant: string, words: Words): SoundAlike | undefined {
  const from = Math.max(0, at - REACH);
  const mended = text.slice(from, at) + meant + text.slice(at + 1, at + REACH);
  for (let length = LONGEST; length >= 2; length--) {
    for (let start = Math.max(from, at - length + 1); start <= at; start++) {
      const right = mended.slice(start - from, start - from + length);
      const end = start + right.length;
      if (right.length < length || !words.has(right) || words.straddles(mended, start - from, end - from))
        continue;
      return { start, end, wrong: text.slice(start, end), right };
    }
  }
  return undefined;
}

/** Whether what looks like a slip is right all the same, a name or in a title. */
function isAsMeant(text: string, { start, end, wrong, right }: SoundAlike, words: Words): boolean {
  if (BY_CHANCE.has(wrong) || isInTitle(text, start) || isNamed(text, start, end)) return true;
  return isPersonal(words.tagOf(right) ?? '') && !isOfficeWord(right, 0);
}

/** Whether a character is half of a word: most are, of the many that are asked about. 租凭, which the dictionary has and no document, is none. */
const isInPair = (text: string, at: number, words: Words) =>
  isKnownPair(text, at - 1, words) || isKnownPair(text, at, words);

/** Whether two characters are a word that documents have. */
const isKnownPair = (text: string, at: number, words: Words) =>
  isPair(text.charCodeAt(at), text.charCodeAt(at + 1)) && words.hasAt(text, at, at + 2);

/** A character with the one before it, and with the one behind it. */
const pairsAt = (text: string, at: number) => [text.slice(at - 1, at + 1), text.slice(at, at + 2)];

/** Whether a pair of characters that is no word is right all the same: 悦读; 共襄发展, with the beginning of 共襄盛举. */
const isRight = (pair: string, words: Words) => BY_CHANCE.has(pair) || words.begins(pair);

/** Names of persons and what is called after them: anybody may have one that sounds like it. The dictionary has 春耕 among them. */
const isPersonal = (tag: string) => tag.startsWith('nr');

/** Whether a character is part of any word with those beside it. */
export function isWithinWord(text: string, at: number, words: Words): boolean {
  for (let start = Math.max(0, at - LONGEST + 1); start <= at; start++) {
    for (let end = Math.max(start + 2, at + 1); end <= start + LONGEST; end++) {
      if (end === start + 2 ? isKnownPair(text, start, words) : words.hasAt(text, start, end)) return true;
    }
  }
  return false;
}
