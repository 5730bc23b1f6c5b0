/**
 * Words of two characters with one slip: 积及性 for 积极性, 因难 for 困难. Looked for are pairs of characters that are no word and sound
 * or look like one that public documents use all the time. Where two words meet such pairs come about by chance; most of these the
 * dictionary tells, and the rest have a character that often stands by itself (人是, 为中).
 */
import type { Words } from '../../../engine/language.ts';
import { NONE } from '../../../engine/lists.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { rows as loneRows } from '../../../generated/wording-lone-characters.ts';
import { rows as wordRows } from '../../../generated/wording-office-words.ts';
import { rows as shapeRows } from '../../../generated/wording-shapes.ts';
import { SYLLABLES, syllables } from '../../../language/text/syllables.ts';
import { isInTitle } from '../../../language/text/word-rules.ts';
import { isNamed, type SoundAlike } from './sound-alikes.ts';

/** A pair is in doubt where its two characters together stand by themselves no oftener than this, in steps of `lone-characters.tsv`. */
const SELDOM = 15;
/** What stands by itself so seldom that the table does not have it. */
const HARDLY_EVER = 5;

/** How often a character stands by itself; 0 for what is no Han character. */
const lone = new Uint8Array(0x10000).fill(HARDLY_EVER, 0x4e00, 0xa000);
for (const { step, characters } of loneRows) {
  for (const char of characters) lone[char.charCodeAt(0)] = Number(step);
}

/** By unit the characters that are written for it by mistake. */
const mistaken = new Map<string, string>(shapeRows.map((row) => [row.character, row.mistaken]));

/** The words, by how they sound and by the slips of shape. */
interface Index {
  /** Whether any word has such a pair of syllables, bit by bit. */
  readonly sounds: Uint32Array;
  readonly bySound: ReadonlyMap<number, readonly string[]>;
  /** Whether two characters with this hash are written for a word of another shape, bit by bit. */
  readonly shapes: Uint32Array;
  readonly byShape: ReadonlyMap<number, string>;
}

const SHAPE_BITS = 16;

/** Of two characters as one number. */
const hashOf = (pair: number) => Math.imul(pair, 0x9e3779b1) >>> (32 - SHAPE_BITS);

let index: Index | undefined;

/** Made at the first question: it takes some milliseconds. */
function wordIndex(): Index {
  index ??= readIndex(wordRows.flatMap((row) => row.words.split(' ')));
  return index;
}

function readIndex(list: readonly string[]): Index {
  const sounds = new Uint32Array((SYLLABLES * SYLLABLES) / 32);
  const bySound = new Map<number, string[]>();
  const shapes = new Uint32Array(1 << (SHAPE_BITS - 5));
  const byShape = new Map<number, string>();
  const addShape = (written: string, word: string) => {
    const pair = pairAt(written, 0);
    const hash = hashOf(pair);
    shapes[hash >> 5]! |= 1 << (hash & 31);
    byShape.set(pair, word);
  };
  for (const word of list) {
    const sound = soundOf(word, 0);
    sounds[sound >> 5]! |= 1 << (sound & 31);
    bySound.set(sound, [...(bySound.get(sound) ?? []), word]);
    for (const char of mistaken.get(word[0]!) ?? '') addShape(char + word[1]!, word);
    for (const char of mistaken.get(word[1]!) ?? '') addShape(word[0]! + char, word);
  }
  return { sounds, bySound, shapes, byShape };
}

/** Two characters as one number. */
const pairAt = (text: string, at: number) => (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1);

/** Two syllables as one number. */
const soundOf = (text: string, at: number) =>
  syllables[text.charCodeAt(at)]! * SYLLABLES + syllables[text.charCodeAt(at + 1)]!;

/** Those of a paragraph, in text order. */
export function misspeltWords({ text, language }: Paragraph): readonly SoundAlike[] {
  let found: SoundAlike[] | undefined;
  const known = wordIndex();
  const { sounds, shapes } = known;
  let last = text.length > 1 ? text.charCodeAt(0) : 0;
  for (let i = 0; i + 1 < text.length; i++) {
    const next = text.charCodeAt(i + 1);
    const first = last;
    last = next;
    if (lone[first]! + lone[next]! > SELDOM) continue;
    const sound = syllables[first]! * SYLLABLES + syllables[next]!;
    const hash = hashOf((first << 16) | next);
    const mayBe = (sounds[sound >> 5]! & (1 << (sound & 31))) | (shapes[hash >> 5]! & (1 << (hash & 31)));
    if (mayBe === 0) continue;
    const right = rightAt(text, i, sound, known);
    if (right === undefined || !isNoWord(text, i, language.words)) continue;
    found ??= [];
    found.push({ start: i, end: i + 2, wrong: text.slice(i, i + 2), right });
  }
  return found ?? NONE;
}

/** The word that is meant by the pair of characters at a place; undefined where that is a word itself. */
function rightAt(text: string, at: number, sound: number, known: Index): string | undefined {
  const first = text.charCodeAt(at);
  const second = text.charCodeAt(at + 1);
  let alike: string | undefined;
  for (const word of known.bySound.get(sound) ?? NONE) {
    const begins = word.charCodeAt(0) === first;
    const ends = word.charCodeAt(1) === second;
    if (begins && ends) return undefined;
    if (begins || ends) alike ??= word;
  }
  return alike ?? known.byShape.get(pairAt(text, at));
}

/** Whether a pair of characters is neither a word nor cut out of words, nor a name or in a title. */
function isNoWord(text: string, at: number, words: Words): boolean {
  return (
    !words.has(text.slice(at, at + 2)) &&
    !words.straddles(text, at, at + 2) &&
    !isInTitle(text, at) &&
    !isNamed(text, at, at + 2)
  );
}
