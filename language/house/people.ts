/**
 * People of the house as a draft names them: 县长李明, 李明同志, 王强、李明. Read around the names and posts of the table; ranges are
 * relative to the paragraph.
 */
import type { Range } from '../../engine/finding.ts';
import type { HousePerson } from '../../engine/house.ts';
import type { Words } from '../../engine/language.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { areAlike } from '../names/own-names.ts';
import { isNameEnd, nameEnd } from '../names/person-names.ts';
import { BLANKS, Characters, commonStart, onlyDifference, ShortList } from '../text/characters.ts';
import { wordsOf } from '../text/pattern.ts';
import { isHan, isHanRun } from '../text/scan.ts';
import { syllables } from '../text/syllables.ts';
import { type HouseIndex, perLine } from './house-index.ts';

/**
 * `name`: one character off; `post`: the post is not theirs; `holder`: the post is somebody's, and another name stands with it. The
 * range is that of what is wrong.
 */
export interface PersonFault extends Range {
  readonly is: 'name' | 'post' | 'holder';
  /** As written: the name, of `post` the post. */
  readonly written: string;
  /** Who is meant; of `post` who is named. */
  readonly person: HousePerson;
  /** Of `post`: the name's range, and the one who holds the post, where one does. */
  readonly named?: Range;
  readonly holder?: HousePerson;
  /** Of `name` and `holder`: the post that stands before. */
  readonly post?: string;
}

/** Names joined in another order than the table's. */
export interface Misordered extends Range {
  /** As they stand, each with the posts before its name; in the table's order they would stand as `ordered`. */
  readonly units: readonly Range[];
  readonly ordered: readonly Range[];
  readonly people: readonly HousePerson[];
}

interface Mention extends Range {
  readonly person: HousePerson;
}

export const personFaults = perLine<PersonFault>('wrong people', (paragraph, index) => {
  const { text, language } = paragraph;
  const named = mentionsIn(paragraph, index);
  const found = [
    ...named.flatMap((mention) => wrongPost(text, mention, index) ?? []),
    ...wrongNames(text, named, index, language.words),
  ];
  for (const { start, end, at, word, of: person } of index.nameSlips.slips(text)) {
    const written = text.slice(start, end);
    if (at === 0 || [...found, ...named].some((other) => other.start < end && start < other.end)) continue;
    const isMeant = text.startsWith('同志', end) || isMistyped(written[at]!, word[at]!);
    if (isMeant && isHanRun(text, start, end) && !language.words.straddles(text, start, end))
      found.push({ is: 'name', start, end, written, person });
  }
  return found.sort((a, b) => a.start - b.start);
});

export const misordered = perLine<Misordered>('misordered people', (paragraph, index) => {
  const { text } = paragraph;
  const found: Misordered[] = [];
  let run: (Mention & { readonly unit: Range })[] = [];
  const close = () => {
    const places = run.map(({ person }) => index.house.people.indexOf(person));
    if (places.some((place, i) => i > 0 && place < places[i - 1]!)) {
      const ordered = [...run].sort((a, b) => places[run.indexOf(a)]! - places[run.indexOf(b)]!);
      found.push({
        start: run[0]!.unit.start,
        end: run.at(-1)!.end,
        units: run.map(({ unit }) => unit),
        ordered: ordered.map(({ unit }) => unit),
        people: ordered.map(({ person }) => person),
      });
    }
    run = [];
  };
  for (const mention of mentionsIn(paragraph, index)) {
    const unit = { start: postsBefore(text, mention.start, index), end: mention.end };
    const last = run.at(-1);
    if (last && (!isJoint(text, last.end, unit.start) || run.some(({ person }) => person === mention.person)))
      close();
    run.push({ ...mention, unit });
  }
  if (run.length > 1) close();
  return found;
});

/** Whether so many are listed by the strokes of their names, or in no order. */
export function isUnordered(text: string): boolean {
  return UNORDERED.isIn(text, 0, text.length);
}

const UNORDERED = new ShortList(wordsOf('姓氏笔画 姓名笔画 姓氏音序 姓氏拼音 不分先后 排名不分'));

function mentionsIn({ text, language }: Paragraph, { people }: HouseIndex): Mention[] {
  const found: Mention[] = [];
  for (const { start, end, of: person } of people.hits(text)) {
    // 王强调: the name ends within a word.
    if (end - start < 3 && language.words.straddles(text, start, end)) continue;
    found.push({ start, end, person });
  }
  return found;
}

const JOINTS = new Characters('、', BLANKS);

function isJoint(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!JOINTS.at(text, i)) return false;
  return to > from && to - from <= 4;
}

/** Where the posts before a name begin: |县委副书记、县长李明. */
function postsBefore(text: string, at: number, index: HouseIndex): number {
  let start = at;
  for (;;) {
    const from = JOINTS.at(text, start - 1) && start < at ? start - 1 : start;
    const post = index.postNames.find((name) => text.endsWith(name, from));
    if (post === undefined) return start;
    start = from - post.length;
  }
}

const POST_STOPS = new Characters('，。；：、（）()“”‘’！？', BLANKS);
/** Longest post with its organ before it. */
const POST = 24;
/** Of former days, or of days to come. */
const NOT_NOW = /原|前任|时任|历任|曾任|拟任|提名|当选|任命|免去|不再|接任|离任|已故/;
/** What may stand before a post of this house; any other character may be part of another place's name. */
const FREE = new Characters('由经请向和与同及对让是为任以在给被把将据');
const FREE_WORDS = wordsOf('出席 主持 同志 领导 会上 如下 报告人 主持人 讲话人 其中 以及');

/** 县长王强, where 王强 is 县委书记. */
function wrongPost(
  text: string,
  { start, end, person }: Mention,
  index: HouseIndex,
): PersonFault | undefined {
  const from = POST_STOPS.behindLast(text, Math.max(0, start - POST), start);
  const before = text.slice(from, start);
  const known = index.postNames.find((post) => before.endsWith(post));
  if (known !== undefined) {
    const isDeputy = before.at(-known.length - 1) === '副';
    const written = isDeputy ? `副${known}` : known;
    const at = start - written.length;
    if (isNow(text, at) && isFree(text, from, at, index) && !holds(person, written)) {
      const holder = isDeputy ? undefined : holderOf(known, person, index);
      return {
        is: 'post',
        start: at,
        end: start,
        written,
        person,
        named: { start, end },
        ...(holder && { holder }),
      };
    }
    return undefined;
  }
  // 王强县长: courtesy calls a deputy by the full post.
  const [behind] = index.posts.at(text, end);
  if (!behind || person.posts.some((post) => post.endsWith(behind.word))) return undefined;
  const holder = holderOf(behind.word, person, index);
  if (!holder) return undefined;
  const { start: at, end: to, word: written } = behind;
  return { is: 'post', start: at, end: to, written, person, named: { start, end }, holder };
}

/** 书记 is said of the one who is 县委书记, 县长 not of one who is 副县长. */
function holds({ posts }: HousePerson, written: string): boolean {
  return posts.some((post) => post.endsWith(written) && post.at(-written.length - 1) !== '副');
}

function holderOf(post: string, other: HousePerson, { house }: HouseIndex): HousePerson | undefined {
  return house.people.find((person) => person !== other && person.posts.includes(post));
}

/** Whether nothing before a post says that it is no more, or not yet. */
function isNow(text: string, at: number): boolean {
  return !NOT_NOW.test(text.slice(Math.max(0, at - 8), at));
}

/** Whether a post at `at` is one of this house: nothing, the house's own name or a plain word stands before it. */
function isFree(text: string, from: number, at: number, { names }: HouseIndex): boolean {
  if (at <= from || FREE.at(text, at - 1)) return true;
  if (FREE_WORDS.some((word) => text.endsWith(word, at))) return true;
  for (let i = from; i < at; i++) for (const { end } of names.at(text, i)) if (end === at) return true;
  return false;
}

/** Names that stand where a post of the table leads to them, and are not those of its holders. */
function* wrongNames(
  text: string,
  named: readonly Mention[],
  index: HouseIndex,
  words: Words,
): Generator<PersonFault> {
  for (const { start: at, end, word: post, of: holders } of index.posts.hits(text)) {
    let start = end;
    while (BLANK.at(text, start) && start - end < 4) start++;
    if (text[at - 1] === '副' || !isHan(text.charCodeAt(start)) || named.some((m) => m.start === start))
      continue;
    const from = POST_STOPS.behindLast(text, Math.max(0, at - POST), at);
    if (!isNow(text, at) || !isFree(text, from, at, index)) continue;
    const slip = holders.flatMap((person) => slipAt(text, start, person) ?? [])[0];
    if (slip) yield { is: 'name', written: text.slice(slip.start, slip.end), post, ...slip };
    else if (holders.length === 1) {
      const to = nameEnd(text, start, words);
      const written = to && text.slice(start, to);
      if (written) yield { is: 'holder', start, end: to, written, person: holders[0]!, post };
    }
  }
}

const BLANK = new Characters(BLANKS);
/** A name that is a person's but for one character: another, one too few, one too many. */
function slipAt(
  text: string,
  start: number,
  person: HousePerson,
): (Range & { person: HousePerson }) | undefined {
  const { name } = person;
  for (const length of [name.length, name.length - 1, name.length + 1]) {
    const end = start + length;
    const written = text.slice(start, end);
    if (length < 2 || written.length < length || !isHanRun(text, start, end) || !isNameEnd(text, end))
      continue;
    if (written.includes('某')) continue;
    const isSlip =
      length === name.length
        ? onlyDifference(text, start, name) !== undefined
        : length < name.length
          ? isWithout(written, name)
          : isWithout(name, written);
    if (isSlip) return { start, end, person };
  }
  return undefined;
}

/** Whether `shorter` is `longer` less one character. */
function isWithout(shorter: string, longer: string): boolean {
  const i = commonStart(shorter, longer);
  return shorter.slice(i) === longer.slice(i + 1);
}

/** Whether one character is typed for the other: they sound alike, or look alike. */
export function isMistyped(written: string, right: string): boolean {
  const sound = syllables[written.charCodeAt(0)]!;
  return (sound !== 0 && sound === syllables[right.charCodeAt(0)]) || areAlike(written, right);
}
