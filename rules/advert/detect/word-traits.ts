/**
 * What the words of a line show: the part they play on a page, in a shop, in an editor's talk to readers (`data/traits.lexicon.tsv`,
 * `data/common.lexicon.tsv`, `data/signal.lexicon.tsv`), and how much of the line they are.
 */
import type { Range } from '../../../engine/finding.ts';
import type { Hit, LexiconEntry } from '../../../engine/language.ts';
import { Characters } from '../../../language/text/characters.ts';
import { wordList } from '../../../language/text/lexicon.ts';
import { isHan } from '../../../language/text/scan.ts';
import { accountAt } from './accounts.ts';
import { insideTitle } from './signals.ts';
import { isLatinAt, visibleIn } from './visible.ts';
import { type Trait, weightOf } from './weights.ts';

export const TRAIT_WORDS = wordList('advert.traits');
/** Words of the same parts that are at home in official texts too. */
export const COMMON_WORDS = wordList('advert.common');
export const SIGNAL_WORDS = wordList('advert.signal');

/** The kinds of `signal.lexicon.tsv` that have another name among the traits. */
const SIGNAL_TRAITS: Readonly<Record<string, string>> = { rights: 'claim', site: 'brand' };

interface WordTrait {
  readonly trait: string;
  readonly amount: number;
  /** The most that the word can add. */
  readonly most: number;
  /** Whether official texts hardly ever have it. */
  readonly telling: boolean;
}

/** The traits of words, each read when it first stands in a text: there are thousands, and a text has few. */
const wordTraits = new Map<LexiconEntry, WordTrait | undefined>();

function wordTrait(entry: LexiconEntry): WordTrait | undefined {
  if (!wordTraits.has(entry)) wordTraits.set(entry, readWordTrait(entry));
  return wordTraits.get(entry);
}

function readWordTrait({ category, value }: LexiconEntry): WordTrait | undefined {
  const [kind, strength] = value.split(' ') as [string, string?];
  // An account counts where its number stands behind it: see the shape of that name.
  if (kind === 'id') return undefined;
  const telling = category === 'advert.traits';
  const trait = telling
    ? kind
    : category === 'advert.common'
      ? `${kind}-common`
      : (SIGNAL_TRAITS[kind] ?? kind);
  const amount = strength === undefined ? 1 : Number(strength) / 2;
  return {
    trait,
    amount,
    telling,
    most: Math.max(0, amount * weightOf(trait).weight),
  };
}

/** The most that the words of a stretch can add. */
export function mostOf(hits: readonly Hit[]): number {
  let most = 0;
  for (const { entry } of hits) most += wordTrait(entry)?.most ?? 0;
  return most;
}

/** Whether the word is one that official texts hardly ever have. */
export function isTelling({ entry }: Hit): boolean {
  return wordTrait(entry)?.telling === true;
}

/** Commerce is not at .com, netbook no .net: a word of letters is not part of a longer one. */
const isPartOfWord = (text: string, { start, end }: Hit) =>
  (isLatinAt(text, start) && isLatinAt(text, start - 1)) ||
  (isLatinAt(text, end - 1) && isLatinAt(text, end));

const NET_GOES_ON = new Characters('上络点格友民箱吧管');

/** Words of one trait beyond the third say nothing more. */
export const MOST_WORDS = 3;
/** The most that signals of one kind amount to. */
const MOST_SIGNAL = 4;

/** What the words of a stretch show. */
export interface Words {
  readonly traits: readonly Trait[];
  /** How many of its visible characters they cover: all of them, and those that official texts hardly ever have. */
  readonly covered: number;
  readonly pure: number;
  /** How many kinds of the latter there are. */
  readonly kinds: number;
  /** Whether the stretch begins with one, and with a heading of the page. */
  readonly leads: boolean;
  readonly headed: boolean;
  /** Whether an account is named: QQ：12345678. */
  readonly named: boolean;
  /** Whether the rest is the title of another text: 上一篇：…. */
  readonly entitled: boolean;
}

/**
 * Reads the words of `text[start, end)`.
 * @param hits of the lists in the stretch, by start, longer first
 */
export function readWords(text: string, stretch: Range, hits: readonly Hit[]): Words {
  const seen = new Map<string, Seen>();
  const until = new Map<string, number>();
  const all = new Cover(text, stretch.start);
  const telling = new Cover(text, stretch.start);
  const kinds = new Set<string>();
  let leads = false;
  let headed = false;
  let named = false;
  let entitled = false;
  for (const hit of hits) {
    const { entry } = hit;
    // 国土资源网上交易: what is done on the net.
    if (text[hit.end - 1] === '网' && NET_GOES_ON.at(text, hit.end)) continue;
    named ||= entry.value.startsWith('id ') && accountAt(text, hit.end) > 0;
    const known = wordTrait(entry);
    if (!known || isOfAnother(text, stretch, hit)) continue;
    // The longest word of several of a list that overlap.
    if (hit.start < (until.get(entry.category) ?? 0)) continue;
    until.set(entry.category, hit.end);
    all.add(hit);
    if (known.telling) {
      kinds.add(known.trait);
      telling.add(hit);
    }
    leads ||= hit.start - stretch.start <= 1;
    if (isHeading(text, stretch, hit, known)) {
      headed = true;
      entitled ||= OTHER_TEXT.has(entry.word.replace(/[:：]$/, ''));
    }
    note(seen, known, hit);
  }
  const traits = [...seen.values()].map(traitOf);
  return { traits, covered: all.size, pure: telling.size, kinds: kinds.size, leads, headed, named, entitled };
}

/** How many visible characters ranges cover together that come in text order. */
class Cover {
  size = 0;
  readonly #text: string;
  #end: number;

  constructor(text: string, start: number) {
    this.#text = text;
    this.#end = start;
  }

  add({ start, end }: Range): void {
    if (end <= this.#end) return;
    this.size += visibleIn(this.#text, Math.max(this.#end, start), end);
    this.#end = end;
  }
}

/** The words that show one trait. */
interface Seen {
  readonly trait: string;
  amount: number;
  readonly words: Set<LexiconEntry>;
  /** The first. */
  readonly word: Range;
}

function note(seen: Map<string, Seen>, { trait, amount }: WordTrait, hit: Hit): void {
  const before = seen.get(trait);
  if (!before) seen.set(trait, { trait, amount, words: new Set([hit.entry]), word: hit });
  else if (!before.words.has(hit.entry)) {
    before.words.add(hit.entry);
    before.amount += amount;
  }
}

function traitOf({ trait, amount, words, word }: Seen): Trait {
  const [first] = words;
  const isSignal = first!.category === 'advert.signal';
  return {
    trait,
    amount: isSignal ? Math.min(amount, MOST_SIGNAL) : Math.sqrt(Math.min(words.size, MOST_WORDS)),
    word,
  };
}

/** Whether a word belongs to another word, to a title, or to what the author says. */
function isOfAnother(text: string, { start, end }: Range, hit: Hit): boolean {
  if (isPartOfWord(text, hit) || insideTitle(text, hit.start) || isOnIt(text, hit)) return true;
  // 成本更高、环节更多: more of it.
  return hit.entry.word === '更多' && hit.end === end && hit.start - start > BUTTON_LENGTH;
}

/** 上一篇：…, 相关链接 >> …: a heading of the page, with what stands between it and the title of another text. */
function isHeading(text: string, stretch: Range, { start, end }: Hit, { trait }: WordTrait): boolean {
  return (
    start - stretch.start <= 2 && HEADINGS.has(trait) && (HEADS.at(text, end) || HEADS.at(text, end - 1))
  );
}

/** 阅读更多, 点击查看更多: what a button says is no longer. */
const BUTTON_LENGTH = 6;

/** 在公众号上一篇题为“……”的文章: 上 belongs to the word before. */
const isOnIt = (text: string, { start, end, entry }: Hit) =>
  entry.word === '上一篇' && isHan(text.charCodeAt(start - 1)) && isHan(text.charCodeAt(end));

/** What nothing but the title of another text stands behind. */
const OTHER_TEXT: ReadonlySet<string> = new Set(
  '上一篇 下一篇 前一篇 后一篇 上一条 下一条 上篇 下篇'.split(' '),
);

/** Traits that may head a title of another text, and what stands between. */
const HEADINGS: ReadonlySet<string> = new Set([
  'related',
  'related-common',
  'web',
  'crumb',
  'crumb-common',
  'file',
]);
const HEADS = new Characters('：:《 　>>》|');
