import { defineFact } from '../../engine/facts.ts';
import type { Range } from '../../engine/finding.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { defineParagraphRule, type Match } from '../../engine/rule.ts';
import { Characters, ShortList } from '../../language/text/characters.ts';
import { wordList } from '../../language/text/lexicon.ts';

interface UnevenList extends Match {
  /** The verb of the clause before, and what it has done to it. */
  readonly verb: Range;
}

/** 等工程, 等项目: what ends a list of works. */
const LIST_ENDS = wordList('wording.list-ends');
const CLAUSE = new Characters('，；。：！？');
/** What is done to works; with one of these a clause of the list begins. */
const VERBS = new ShortList(
  (
    '建设 新建 改建 扩建 修建 实施 推进 推动 加快 启动 完成 打通 贯通 改造 新增 开工 抓好 做好 争取 谋划 引进 落实 开展 完善 加强 建成 建好 做到 抓实 统筹 促进 确保 支持 ' +
    '同步 全面 继续 积极 大力 重点 扎实 稳步 着力 深入 切实 有序'
  ).split(' '),
);
/** 对道路等工程: what is done to them comes later. */
const PREPOSITIONS = new Characters('对把将以为从在由与按给向');
const WORKS = ['项目', '工程', '建设', '工作'];
/** The longest clause that is looked back over. */
const LONGEST = 40;

/** 建设A、B项目，C以及D等工程: the last clause of a list has lost its verb. */
const found = defineFact<readonly UnevenList[]>('uneven lists', { words: [LIST_ENDS] }, (paragraph) =>
  paragraph.hits(LIST_ENDS).flatMap(({ start, end }) => unevenAt(paragraph, start, end) ?? []),
);

function unevenAt({ text }: Paragraph, start: number, end: number): UnevenList | undefined {
  if (text[end] !== '，') return undefined;
  const from = CLAUSE.behindLast(text, Math.max(0, start - LONGEST), start);
  const last = text.slice(from, start);
  if (PREPOSITIONS.at(text, from)) return undefined;
  if (text[from - 1] !== '，' || VERBS.isAt(text, from) || !/以及|和|及/.test(last)) return undefined;
  const before = CLAUSE.behindLast(text, Math.max(0, from - 1 - LONGEST), from - 1);
  const list = text.slice(before, from - 1);
  if (text[before - 1] !== '，' || !VERBS.isAt(text, before) || !list.includes('、')) return undefined;
  if (!WORKS.some((work) => list.endsWith(work)) || VERBS.isIn(text, from, start - 2)) return undefined;
  const verb = VERBS.wordAt(text, before)!;
  return { start: from, end, verb: { start: before, end: before + verb.length } };
}

/** Clauses of a list each with its verb, but for the last. */
export const unevenList = defineParagraphRule<UnevenList>({
  id: 'wording/uneven-list',
  since: '0.3.0',
  severity: 'warning',
  kinds: { law: 'off' },

  reads: found,
  find: (paragraph) => paragraph.fact(found),

  explain: ({ verb, start, end }, { text }) => ({
    message: `前一项有动词“${text.slice(verb.start, verb.end)}”，“${text.slice(start, end)}”没有，两项不并列`,
    evidence: [{ ...verb, message: '前一项的动词' }],
  }),

  fix: ({ start }) => [
    { title: '补上“实施”', edits: [{ start, end: start, text: '实施' }], safe: false },
    { title: '前面的逗号改为顿号', edits: [{ start: start - 1, end: start, text: '、' }], safe: false },
  ],
});
