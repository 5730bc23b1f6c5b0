/** Where a site has cut the text and asks for money: `（此处隐藏5120个字，VIP会员可见）`. */

import { defineFact } from '../../../engine/facts.ts';
import type { Range } from '../../../engine/finding.ts';
import type { Hit } from '../../../engine/language.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { boundAfter, boundBefore, UTTERANCE_END } from '../../../language/text/bounds.ts';
import { Characters } from '../../../language/text/characters.ts';
import { wordList } from '../../../language/text/lexicon.ts';

const PAYWALL_WORDS = wordList('advert.paywall');

export interface Cut extends Range {
  /** How many characters are said to be missing, as written; empty if the notice does not say. */
  readonly missing: string;
}

/** Score from which words of a cut notice that stand together are one. */
const ENOUGH = 3;
/** Words of one notice stand at most this far apart, UTF-16 units. */
const APART = 40;
/** `省略826字`, `全文共6606字`: a count behind the word. */
const COUNT = /[了约共计：:\s]{0,4}(\d{1,6})\s?(?:个?字|%|％|页)/y;
const COUNT_WEIGHT = 2;

export const paywalls = defineFact<readonly Cut[]>('paywalls', { words: [PAYWALL_WORDS] }, (paragraph) => {
  const hits = paragraph.hits(PAYWALL_WORDS);
  const cuts: Cut[] = [];
  for (let i = 0; i < hits.length; ) {
    let j = i + 1;
    while (j < hits.length && hits[j]!.start - hits[j - 1]!.end <= APART) j++;
    const cut = judge(paragraph, hits.slice(i, j));
    if (cut) cuts.push(cut);
    i = j;
  }
  return cuts;
});

function judge(paragraph: Paragraph, hits: readonly Hit[]): Cut | undefined {
  const { text } = paragraph;
  let score = 0;
  let missing = '';
  let end = 0;
  const words = new Set<string>();
  for (const hit of hits) {
    // “登录后可见” in quotation marks is spoken of.
    if (text[hit.start - 1] === '“') continue;
    // 继续阅读《党章》: a work is named, to be read on in.
    if (hit.entry.word === '继续阅读' && text[hit.end] === '《') continue;
    end = Math.max(end, hit.end);
    if (!words.has(hit.entry.word)) score += Number(hit.entry.value);
    words.add(hit.entry.word);
    COUNT.lastIndex = hit.end;
    const count = COUNT.exec(text);
    if (!count) continue;
    end = Math.max(end, COUNT.lastIndex);
    // 全文共6606字 counts the whole text, not what is missing.
    if (hit.entry.word === '全文共') continue;
    score += COUNT_WEIGHT;
    if (/隐藏|省略|余下|还剩|剩余/.test(hit.entry.word)) missing ||= count[1]!;
  }
  if (score < ENOUGH) return undefined;
  return { ...wholeNotice(paragraph, hits[0]!.start, end), missing };
}

const BRACKETS_OPEN = '（(【[［';
const BRACKETS_CLOSE = '）)】]］';
const NOTICE_BEGINS = new Characters(UTTERANCE_END, BRACKETS_OPEN);
const NOTICE_ENDS = new Characters(UTTERANCE_END, BRACKETS_CLOSE);
const OPENING = new Characters(BRACKETS_OPEN);
const LEADERS = new Characters('….');
/** What ends the notice and goes with it; a question mark would be the author's. */
const TAKEN_ALONG = new Characters('。！!；;', BRACKETS_CLOSE);

/**
 * The notice with its bracket and leader dots, else its sentences. Notices come in a row of short sentences
 * (`此处隐藏5120个字。VIP会员可见`), all of which hold words of the list, so only the ends are to be found.
 */
function wholeNotice(paragraph: Paragraph, first: number, last: number): Range {
  const { text, contentStart, contentEnd } = paragraph;
  let start = Math.max(contentStart, boundBefore(text, first, NOTICE_BEGINS, APART));
  let end = Math.min(contentEnd, boundAfter(text, last, NOTICE_ENDS, APART));
  if (TAKEN_ALONG.at(text, end)) end++;
  if (start > contentStart && OPENING.at(text, start - 1)) {
    start--;
    // Leader dots before a bracketed notice are the site's too.
    while (start > contentStart && LEADERS.at(text, start - 1)) start--;
  }
  return { start, end };
}
