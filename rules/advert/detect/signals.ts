/**
 * Words that sell, recruit or sign (`data/signal.lexicon.tsv`) where they stand: each with what it weighs there, and with the number or
 * account that it gives.
 */
import type { Range } from '../../../engine/finding.ts';
import type { Hit, LexiconEntry } from '../../../engine/language.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { ShortList } from '../../../language/text/characters.ts';
import { readHits } from '../../../language/text/hits.ts';
import { lexicon, wordList } from '../../../language/text/lexicon.ts';
import { isHan } from '../../../language/text/scan.ts';
import { accountAt } from './accounts.ts';
import { isLatinAt } from './visible.ts';

export const SIGNALS = wordList('advert.signal');

/** What the list says of a word. */
interface Hint {
  readonly kind: string;
  readonly weight: number;
  /** Whether a number or account may follow. */
  readonly account: boolean;
  /** Whether it begins with a letter: it must not be the end of another word. */
  readonly latin: boolean;
  /** The most that it can weigh, with its account, its bracket and a name. */
  readonly most: number;
}

export interface Signal extends Range {
  readonly kind: string;
  readonly weight: number;
  readonly entry: LexiconEntry;
  /** A number or account follows and ends the signal: nothing behind it belongs to it. */
  readonly closed: boolean;
}

/** Weight of a number or account behind 咨询QQ, 加微信 …: an address given is worth three hints. */
const VALUE_WEIGHT = 3;
/** What a bracket of its own adds to a site, and a name to who signs or recruits. */
const BRACKET_WEIGHT = 2;
export const NAME_WEIGHT = 1;
/** 咨询QQ, 加微信, 加薇: words behind which an account may stand. */
const TAKES_ACCOUNT = /qq|微信|q群|加v|vx/;

const hints: ReadonlyMap<LexiconEntry, Hint> = new Map(
  lexicon.entriesOf(SIGNALS).map((entry) => {
    const [kind, written] = entry.value.split(' ') as [string, string];
    const weight = Number(written);
    const account = kind === 'id' || TAKES_ACCOUNT.test(entry.word);
    const most =
      weight +
      (account ? VALUE_WEIGHT : 0) +
      (kind === 'site' ? BRACKET_WEIGHT : 0) +
      (kind === 'credit' || kind === 'follow' ? NAME_WEIGHT : 0);
    return [entry, { kind, weight, account, latin: /^[a-z]/.test(entry.word), most }];
  }),
);

/** The most that all words of a paragraph together can weigh, in one stretch and with a name. */
export function mostOf(hits: readonly Hit[]): number {
  let most = 0;
  for (const { entry } of hits) most += hints.get(entry)!.most;
  return most;
}

/** The hits as signals: the longest word of several that overlap; accounts must be followed by their number. */
export function readSignals(paragraph: Paragraph, hits: readonly Hit[]): Signal[] {
  const { text } = paragraph;
  return readHits(hits, (hit) => {
    const { start, entry } = hit;
    const { kind, weight, account, latin } = hints.get(entry)!;
    if (latin && isLatinAt(text, start - 1)) return undefined;
    if (kind === 'site' && !endsName(text, hit.end)) return undefined;
    if (isAnotherWord(text, hit) || insideTitle(text, start)) return undefined;
    const value = account ? accountAt(text, hit.end) : 0;
    if (kind === 'id' && value === 0) return undefined;
    const end = value || hit.end;
    const more = (value ? VALUE_WEIGHT : 0) + (kind === 'site' ? halfBracket(text, hit) : 0);
    return { kind, weight: weight + more, entry, start, end, closed: value > 0 };
  });
}

/** 北岭范文网 is a site; 材料网上报送, 公文网络传输 begin another word with 网. */
function endsName(text: string, end: number): boolean {
  return !isHan(text.charCodeAt(end)) || /^(?:整理|收集|提供|上传(?!输))/.test(text.slice(end, end + 3));
}

const FEATURE = new ShortList(
  '授权 支付 登录 登陆 功能 提醒 通知 推送 小程序 公众 接口 认证 绑定 平台 模块 端 版'.split(' '),
);

/** 网上传输, 上传下达 are not uploads; 版权所有者 is no claim. */
function isAnotherWord(text: string, { end, entry }: Hit): boolean {
  // 添加微信授权登录, 加微信支付: a feature of a system.
  if (entry.word.endsWith('加微信') && FEATURE.isAt(text, end)) return true;
  if (entry.word === '上传') return /[输下递]/.test(text[end] ?? '');
  return entry.word === '版权所有' && /[者人权]/.test(text[end] ?? '');
}

const TITLE_OPENS = '《'.charCodeAt(0);
const TITLE_CLOSES = '》'.charCodeAt(0);

/** Within 《…》 stands the name of a work. */
export function insideTitle(text: string, at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 30); i--) {
    const code = text.charCodeAt(i);
    if (code === TITLE_OPENS) return true;
    if (code === TITLE_CLOSES) return false;
  }
  return false;
}

/** A site name in a bracket of its own, whole or half (`[公文写作网`), is a stamp rather than a subject. */
function halfBracket(text: string, hit: Range): number {
  const before = /[[［【（(]([^[［【（(\s，。；]{0,10})$/.exec(
    text.slice(Math.max(0, hit.start - 12), hit.start),
  );
  return before ? BRACKET_WEIGHT : 0;
}

/** The weights of the signals; a word that comes again says nothing more. */
export function totalWeight(group: readonly Signal[]): number {
  if (group.length === 1) return group[0]!.weight;
  const weights = new Map<LexiconEntry, number>();
  for (const { entry, weight } of group) weights.set(entry, weight);
  let sum = 0;
  for (const weight of weights.values()) sum += weight;
  return sum;
}
