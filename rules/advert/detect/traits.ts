/**
 * What a line that is not the author's is made of: words by the part they play on a page, in a shop, in an editor's talk to readers
 * (`data/traits.lexicon.tsv`, `data/signal.lexicon.tsv`), its shape (a clock time, a file size, bars between short words), what
 * speaks for the author (`data/excuses.tsv`), and where it stands. What each trait weighs is learnt (`data/weights.tsv`), so that
 * the sum is the logarithm of the odds that the line is a leftover. Longer than other files: half of it is the table of shapes.
 *
 *     小编整理的防汛总结，欢迎阅读    editor + collect + sample + wish − …    3.1
 *     编辑整理防汛档案               editor + collect − excuse − …          −2.4
 */
import type { Range } from '../../../engine/finding.ts';
import type { Hit, LexiconEntry } from '../../../engine/language.ts';
import { rows as excuseRows } from '../../../generated/advert-excuses.ts';
import { rows as weightRows } from '../../../generated/advert-weights.ts';
import { Characters, DIGITS, LETTERS, ShortList } from '../../../language/text/characters.ts';
import { wordList } from '../../../language/text/lexicon.ts';
import { ONE_TO_TEN } from '../../../language/text/numerals.ts';
import { anyOf, standsTwice } from '../../../language/text/pattern.ts';
import { isHan } from '../../../language/text/scan.ts';
import { accountAt } from './accounts.ts';
import { insideTitle } from './signals.ts';
import { isLatinAt, visibleIn } from './visible.ts';

export const TRAIT_WORDS = wordList('advert.traits');
/** Words of the same parts that are at home in official texts too. */
export const COMMON_WORDS = wordList('advert.common');
export const SIGNAL_WORDS = wordList('advert.signal');

/** Whom a trait speaks of: the page around a text, somebody who offers or signs, a language model, the author; or it is a mere shape. */
export type Side = 'page' | 'advert' | 'machine' | 'author' | 'shape';

/** One trait of a line with what it adds to the sum. */
export interface Trait {
  readonly trait: string;
  /** How much of it there is: 1 for one word, a little more for several. */
  readonly amount: number;
  /** The first word that shows it, if words do. */
  readonly word?: Range;
}

export type Place = 'cover' | 'head' | 'body' | 'tail';

export interface Weight {
  readonly weight: number;
  readonly side: Side;
  readonly name: string;
}

const WEIGHTS: ReadonlyMap<string, Weight> = new Map(
  weightRows.map(({ trait, side, weight, name }) => [trait, { side, name, weight: Number(weight) }]),
);

/** @throws RangeError for a trait that the table does not have */
export function weightOf(trait: string): Weight {
  const weight = WEIGHTS.get(trait);
  if (!weight) throw new RangeError(`weights.tsv has no trait ${trait}`);
  return weight;
}

/** What the place adds: 0 in the body. */
export const PLACE_WEIGHTS: Readonly<Record<Place | 'inside', number>> = {
  cover: weightOf('cover').weight,
  head: weightOf('head').weight,
  tail: weightOf('tail').weight,
  body: 0,
  inside: weightOf('inside').weight,
};

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

/** Read when the word first stands in a text: there are thousands, and a text has few. */
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
const MOST_WORDS = 3;
/** The most that signals of one kind amount to. */
const MOST_SIGNAL = 4;

/**
 * The traits of `text[start, end)`, its place apart.
 * @param hits of both lists in the stretch, by start, longer first
 */
export function traitsOf(text: string, { start, end }: Range, hits: readonly Hit[]): Trait[] {
  const traits: Trait[] = [{ trait: 'bias', amount: 1 }];
  const said = text.slice(start, end);
  const words = addWords(text, { start, end }, hits, traits);
  const digits = DIGITS_OR_PARTS.isIn(text, start, end);
  const characters = digits || ASCII_LETTERS.isIn(text, start, end);
  const add = (trait: string) => traits.push({ trait, amount: 1 });
  for (const trait of extentTraits(words, visibleIn(text, start, end))) add(trait);
  if (words.leads) add('leads');
  if (words.headed) add('headed');
  if (words.named || (characters && ACCOUNTS.some((test) => test.test(said)))) add('account');
  if (countCommas(said) >= SEVERAL_COMMAS) add('commas');
  if (DOUBLED.test(said)) add('doubled');
  for (const { trait, test, needs } of SHAPES) {
    const mayHave = needs === 'digits' ? digits : needs === 'letters' ? characters : true;
    if (mayHave && test.test(said)) add(trait);
  }
  const has = (...names: string[]) => traits.some(({ trait }) => names.includes(trait));
  const byline = has('clock', 'iso-date') && has('label', 'label-common', 'web', 'button');
  if (byline) add('byline');
  const numbered = NUMBERED_TITLE.test(said);
  if (numbered && !has('collection')) add('collection');
  // 上一篇：…, 篇二：…: the title of another text is all that follows.
  if (!words.entitled && !numbered)
    addAuthors(text, { start, end }, words.headed || byline || has('credited'), traits);
  return traits;
}

const COVERED = [20, 60];
const PURE = [40, 80];
const LENGTHS = [6, 12, 25, 50, 100];

/** How long the stretch is, and how much of it the words cover, in per cent: each step has a weight of its own. */
function* extentTraits(
  { covered, pure, kinds }: ReturnType<typeof addWords>,
  visible: number,
): Generator<string> {
  for (const share of COVERED) if (covered * 100 >= visible * share) yield `covered-${share}`;
  for (const share of PURE) if (pure * 100 >= visible * share) yield `pure-${share}`;
  if (kinds >= 2) yield 'several';
  if (kinds >= 3) yield 'many';
  for (const length of LENGTHS) if (visible > length) yield `length-${length}`;
}

/** Who signs on a platform, each beside a bar: 编辑 | 小满. */
const MAKERS = '编辑 作者 文 图 审核 校对 排版 监制 来源 责编 策划';
/** 第十条, （1）, （一）、, 一是: what the author numbers with. */
const MARKS = [
  String.raw`第[${ONE_TO_TEN}百\d]{1,4}[条章节]`,
  String.raw`[（(]\d{1,2}[）)]`,
  `[（(]?[${ONE_TO_TEN}]{1,3}[）)]?、?`,
  '[一二三]是',
  // 2.4.参考资料, 2.4 参考资料: not 2.4万字.
  String.raw`\d{1,2}(?:[.．]\d{1,2}){1,3}[.．、\s]`,
];
const COUNT = String.raw`[\d${ONE_TO_TEN}]{1,3}`;
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

export function scoreOf(traits: readonly Trait[]): number {
  let sum = 0;
  for (const { trait, amount } of traits) sum += amount * weightOf(trait).weight;
  return sum;
}

/** Adds what the words show; how much of the stretch they cover, all and the telling ones, and of how many kinds these are; whether it begins with one, and with a heading of the page; whether an account is named. */
function addWords(text: string, { start, end }: Range, hits: readonly Hit[], traits: Trait[]) {
  const seen = new Map<string, { amount: number; words: Set<LexiconEntry>; word: Range }>();
  const until = new Map<string, number>();
  let covered = 0;
  let pure = 0;
  const kinds = new Set<string>();
  let coveredTo = start;
  let pureTo = start;
  let leads = false;
  let headed = false;
  let named = false;
  let entitled = false;
  for (const hit of hits) {
    const known = wordTrait(hit.entry);
    // 国土资源网上交易: what is done on the net.
    if (text[hit.end - 1] === '网' && NET_GOES_ON.at(text, hit.end)) continue;
    named ||= hit.entry.value.startsWith('id ') && accountAt(text, hit.end) > 0;
    if (!known || isPartOfWord(text, hit) || insideTitle(text, hit.start) || isOnIt(text, hit)) continue;
    // 成本更高、环节更多: more of it.
    if (hit.entry.word === '更多' && hit.end === end && hit.start - start > BUTTON_LENGTH) continue;
    // The longest word of several of a list that overlap.
    if (hit.start < (until.get(hit.entry.category) ?? 0)) continue;
    until.set(hit.entry.category, hit.end);
    if (hit.end > coveredTo) {
      covered += visibleIn(text, Math.max(coveredTo, hit.start), hit.end);
      coveredTo = hit.end;
    }
    // Of words that official texts hardly ever have.
    if (known.telling) kinds.add(known.trait);
    if (hit.end > pureTo && known.telling) {
      pure += visibleIn(text, Math.max(pureTo, hit.start), hit.end);
      pureTo = hit.end;
    }
    const { trait, amount } = known;
    leads ||= hit.start - start <= 1;
    const heads =
      hit.start - start <= 2 &&
      HEADINGS.has(trait) &&
      (HEADS.at(text, hit.end) || HEADS.at(text, hit.end - 1));
    headed ||= heads;
    entitled ||= heads && OTHER_TEXT.has(hit.entry.word.replace(/[:：]$/, ''));
    const said = seen.get(trait);
    if (!said) seen.set(trait, { amount, words: new Set([hit.entry]), word: hit });
    else if (!said.words.has(hit.entry)) {
      said.words.add(hit.entry);
      said.amount += amount;
    }
  }
  for (const [trait, { amount, words, word }] of seen) {
    const signal = [...words][0]!.category === 'advert.signal';
    traits.push({
      trait,
      amount: signal ? Math.min(amount, MOST_SIGNAL) : Math.sqrt(Math.min(words.size, MOST_WORDS)),
      word,
    });
  }
  return { covered, pure, kinds: kinds.size, leads, headed, named, entitled };
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

/** What a line looks like, whatever its words. Tried on stretches of bounded length. */
const DIGITS_OR_PARTS = new Characters(DIGITS, '篇');
const ASCII_LETTERS = new Characters(LETTERS);

/** Kinds of texts that sites number: 总结第三篇, 心得（2）. */
const COLLECTED =
  '总结 报告 讲话 讲话稿 发言稿? 体会 致辞 致词 范文 方案 计划 演讲稿? 心得 申请书 倡议书 事迹 材料 汇报 述职';
const SHAPES: readonly {
  readonly trait: string;
  readonly test: RegExp;
  /** Without which it is not tried. */
  readonly needs?: 'digits' | 'letters';
}[] = [
  // 2019-05-14 02:24, as programs print it.
  { trait: 'clock', needs: 'digits', test: /\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\s{0,4}\d{1,2}[:：]\d{2}/ },
  { trait: 'iso-date', needs: 'digits', test: /(?<!\d)(?:19|20)\d\d[-/.]\d{1,2}(?:[-/.]\d{1,2})?(?!\d)/ },
  { trait: 'size', needs: 'digits', test: /\d(?:\.\d{1,3})?\s?[KMG]B?(?![a-z])/i },
  // 时间:2022-05-24 07:27:12 and nothing else.
  {
    trait: 'stamped',
    needs: 'digits',
    test: /^\D{0,6}\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\s{1,4}\d{1,2}[:：]\d{2}(?:[:：]\d{2})?$/,
  },
  // 3625次, 共6页, （0）.
  {
    trait: 'counter',
    needs: 'digits',
    test: /[\d*]\s?(?:次|人气|条|页|个?字|千字|万字|篇|楼)(?![一-鿿]{3})|(?<=.)[（([]\d{1,6}[）)\]]|\d\+/,
  },
  // 工作总结.docx, - 2025年度工作计划.pdf: the name of a file and nothing else.
  {
    trait: 'filename',
    needs: 'letters',
    test: /^[-•·\s]{0,3}[^。，；]{2,60}\.(?:docx?|pdf|pptx?|wps|txt|rar|zip)$/i,
  },
  // ———— 某某文库 内部资料 ————: a stamp between two rows.
  { trait: 'flanked', test: /^[—=＝★☆*＊※~-]{4,}[^—=＝★☆*＊※~-]{2,60}[—=＝★☆*＊※~-]{4,}$/ },
  // 3/17, 第3页 / 共17页, 总结.docx_第3页.
  { trait: 'fraction', needs: 'digits', test: /^[第\s]{0,2}\d{1,3}\s?页?\s?\/\s?共?\d{1,3}|_第\d{1,4}页$/ },
  // - 3 -, — 5 —, Page 4 of 11: what a print-out has at the foot of its pages.
  {
    trait: 'folio',
    needs: 'digits',
    test: new RegExp(
      [
        String.raw`^[-—–－·•]{1,2}\s?\d{1,4}\s?[-—–－·•]{1,2}$`,
        String.raw`^(?:page|p\.)\s?\d{1,4}(?:\s?(?:of|/)\s?\d{1,4})?$`,
      ].join('|'),
      'i',
    ),
  },
  // 2024年3月12日: programs write 2024-03-12.
  { trait: 'han-date', needs: 'digits', test: /\d{4}年\d{1,2}月(?:\d{1,2}日)?/ },
  // A › B, A | B; 报价＞5万元 compares.
  { trait: 'bars', test: /[|｜›»→┃]|[>＞](?!\s?\d)|[\u4e00-\u9fff]_[\u4e00-\u9fff]|\s-\s/ },
  // 编辑 | 小满, 文丨老李: how accounts of a platform sign.
  {
    trait: 'credited',
    test: new RegExp(String.raw`(?:^|\s)${anyOf(MAKERS)}\s?[|｜丨∣/／]\s?[\u4e00-\u9fff]{1,8}`),
  },
  // English 进入旧版 设为首页: short words set apart by blanks.
  { trait: 'menu', test: /^[^\s，。；！？]{1,14}(?:[\s　]{1,8}[^\s，。；！？]{1,14}){1,12}$/ },
  { trait: 'item', test: /^[-•·●▪◆■*▶►▷➤]\s?[^\s\d]|^[-•·●▪◆■*▶►▷➤]\s\d/ },
  { trait: 'bracketed', test: /^[【[（(〔［「][^【[（(〔［「]{1,100}[】\]）)〕］」]$/ },
  { trait: 'sentence', test: /。[”」』）)]?$/ },
  { trait: 'exclaims', test: /[！!]/ },
  { trait: 'asks', test: /[？?]/ },
  { trait: 'open-end', test: /[：:]$/ },
  // （精选9篇）, 篇一, 履职报告3.
  {
    trait: 'collection',
    needs: 'digits',
    test: new RegExp(
      anyOf(
        String.raw`[^第]\d{1,3}\s?篇[）)】\]]?$`,
        String.raw`篇${COUNT}(?:[：:）)】\]]|$)`,
        String.raw`第\s?${COUNT}\s?篇[：:）)】\]]`,
        String.raw`${anyOf(COLLECTED)}(?:\s?第\s?${COUNT}\s?篇|[（(]?\d{1,2}[）)]?)[：:]?$`,
        // （共八篇）
        String.raw`[（(]共\s?${COUNT}\s?篇[）)]$`,
        // （3/12页）
        String.raw`[（(]第?\d{1,3}\s?/\s?\d{1,3}页?[）)]`,
      ),
    ),
  },
  // Outside of 《Nature》.
  { trait: 'foreign', needs: 'letters', test: /(?:^|》)[^《》]{0,160}?[A-Za-z]{3}/ },
  {
    trait: 'numbered',
    test: new RegExp(`^${anyOf(MARKS)}`),
  },
  // 2.1您在使用…时, 3.1.2 本办法所称…
  { trait: 'numbered', needs: 'digits', test: /^\d{1,2}(?:\.\d{1,2}){1,2}\s?(?=[\u4e00-\u9fff])/ },
  // • 为会员提供法律咨询服务；
  { trait: 'numbered', test: /^[-•·●▪◆■*].{1,150}；$/ },
  { trait: 'titled', test: /《/ },
  // 谢谢大家！ 巴耶里拉！谢谢！ 祝大会圆满成功！
  {
    trait: 'farewell',
    test: new RegExp(
      anyOf(
        '^[^，。；]{0,12}谢谢(?:大家|各位|你们)?[！!。]?[）)]?$',
        String.raw`谢谢(?:大家|各位)?[！!。]\s?（`,
        '^(?:最后，)?祝[愿大各我同本这]',
      ),
    ),
  },
];
