/** Who is named with which post: 市委副书记、市长张伟. Ranges are relative to the paragraph. */
import { defineFact } from '../../../engine/facts.ts';
import type { Range } from '../../../engine/finding.ts';
import { nameEnd } from '../../../language/names/person-names.ts';
import { boundAfter, boundBefore, SENTENCE_STOPS } from '../../../language/text/bounds.ts';
import { wordList } from '../../../language/text/lexicon.ts';
import { anyOf } from '../../../language/text/pattern.ts';

const POSTS = wordList('terms.posts');

/** One post of somebody. The range is that of the post as written, 副 and what is before it included. */
export interface NamedPost extends Range {
  readonly name: string;
  readonly written: string;
  /** The post without 副: two people's posts of one key are of one office. */
  readonly key: string;
  readonly deputy: boolean;
}

/** Of former days, or of days to come: whoever rises has had two posts. */
const NOT_NOW = new RegExp(
  anyOf(
    '原 前任 时任 历任 曾任 现任 拟任 提名 当选 任命 免去 不再 接任 离任 升任 改任 转任 调任 担任 任职 已故',
  ),
);
/** How far before a name its posts are looked for, and how far around it what says that they change. */
const REACH = 40;
const AROUND = 60;

const DEPUTY = '(?<deputy>(?:常务|第一)?副)?';
const COMMITTEE = '(?:[省市县区州旗]委|[镇乡]党委)';
const ORGAN = String.raw`[\u4e00-\u9fff]{1,6}[局厅委办院校司会室团府]`;
const PARTY = new RegExp(`(?<of>${COMMITTEE})${DEPUTY}(?<post>书记)$`);
const RANK = new RegExp(`${DEPUTY}(?<post>[省市州县区旗镇乡]长)$`);
const OF_ORGAN = new RegExp(
  `(?<of>${ORGAN})${DEPUTY}(?<post>局长|厅长|主任|院长|校长|秘书长|董事长|总经理)$`,
);
/** So much of an organ's name is told again: 市财政局, 财政局. */
const ORGAN_END = 3;

export const namedPosts = defineFact<readonly NamedPost[]>('named posts', { words: [POSTS] }, (paragraph) => {
  const { text, language } = paragraph;
  const found: NamedPost[] = [];
  for (const hit of paragraph.hits(POSTS)) {
    const end = nameEnd(text, hit.end, language.words);
    if (end === undefined) continue;
    const from = boundBefore(text, hit.end, SENTENCE_STOPS, AROUND);
    if (NOT_NOW.test(text.slice(from, boundAfter(text, end, SENTENCE_STOPS, AROUND)))) continue;
    const name = text.slice(hit.end, end);
    // 市委副书记、市长: all that is told before the name.
    let at = hit.end;
    for (const post of text
      .slice(Math.max(from, at - REACH), at)
      .split('、')
      .reverse()) {
      const read = postOf(post);
      if (!read) break;
      const { written } = read;
      found.push({ ...read, name, start: at - written.length, end: at });
      at -= post.length + 1;
    }
  }
  return found;
});

function postOf(text: string): Pick<NamedPost, 'written' | 'key' | 'deputy'> | undefined {
  const match = PARTY.exec(text) ?? RANK.exec(text) ?? OF_ORGAN.exec(text);
  if (!match) return undefined;
  const { of = '', deputy, post } = match.groups!;
  return { written: match[0], key: of.slice(-ORGAN_END) + post, deputy: deputy !== undefined };
}
