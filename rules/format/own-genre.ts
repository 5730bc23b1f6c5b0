import { defineFact } from '../../engine/facts.ts';
import type { Range } from '../../engine/finding.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import { Characters } from '../../language/text/characters.ts';
import { wordList } from '../../language/text/lexicon.ts';
import { anyOf } from '../../language/text/pattern.ts';

/** 方案, 意见: what a text calls itself, and may be the end of its title. */
const GENRE = anyOf('意见 方案 办法 细则 规定 预案 规划 计划 要点 规则 制度 条例 纲要 措施 清单');
const NAMED_SELF = wordList('format.self-naming');

interface OwnGenre extends Match {
  readonly named: string;
  readonly titled: string;
  readonly title: Range;
}

/** 制定本实施方案: the last word of what a text calls itself. */
const selfNamed = defineFact<readonly (Range & { readonly genre: string })[]>(
  'what a text calls itself',
  { words: [NAMED_SELF] },
  (paragraph) =>
    paragraph.hits(NAMED_SELF).flatMap(({ end }) => {
      const named = NAMED.exec(paragraph.text.slice(end, end + NAME));
      return named ? [{ start: end - 1, end: end + named[0].length, genre: named[1]! }] : [];
    }),
);
const NAME = 8;
const NAMED = new RegExp(`^(?!系统|部门|地区|单位|行业|[省市县区镇校院局])[\\u4e00-\\u9fff]{0,4}?(${GENRE})`);

/** The genre of a line that may be a title: short, no sentence. */
const titledGenre = defineFact<readonly string[]>(
  'genre of a title',
  ({ text, contentStart, contentEnd }) => {
    if (contentEnd - contentStart > TITLE || !ENDS.at(text, contentEnd - 1)) return [];
    const genre = TITLED.exec(text.slice(contentStart, contentEnd))?.[1];
    return genre === undefined ? [] : [genre];
  },
);
const TITLE = 45;
const ENDS = new Characters('见案法则定划点度例要施单）》');
const TITLED = new RegExp(`^[^，。；：]{4,40}?(${GENRE})(?:（[^（）]{1,8}）)?》?$`);

/** 制定本意见 in a text whose title says 方案: left over from another draft. */
export const ownGenre = defineDocumentRule<OwnGenre>({
  id: 'format/own-genre',
  since: '0.7.0',
  severity: 'info',
  kinds: { law: 'off' },

  *find(document) {
    const titles = document.paragraphsWith(titledGenre);
    const all = new Set(titles.map(genreOf));
    for (const paragraph of document.paragraphsWith(selfNamed)) {
      const title = titles.findLast(({ index }) => index < paragraph.index);
      if (!title) continue;
      for (const { start, end, genre } of paragraph.fact(selfNamed)) {
        if (all.has(genre)) continue;
        yield {
          start: paragraph.start + start,
          end: paragraph.start + end,
          named: genre,
          titled: genreOf(title),
          title: { start: title.start + title.contentStart, end: title.start + title.contentEnd },
        };
      }
    }
  },

  explain: ({ start, end, titled, title }, document) => ({
    message: `标题是“${titled}”，这里却说“${document.slice(start, end)}”，疑为旧稿残留`,
    evidence: [{ ...title, message: `标题作“${titled}”` }],
  }),

  fix: ({ end, named, titled }) => [
    { title: `改为“${titled}”`, edits: [{ start: end - named.length, end, text: titled }], safe: false },
  ],
});

const genreOf = (title: Paragraph): string => title.fact(titledGenre)[0]!;
