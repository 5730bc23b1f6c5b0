import { defineFact } from '../../engine/facts.ts';
import type { Range } from '../../engine/finding.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import { type DocumentDate, documentDate } from '../../language/dates/document-date.ts';
import { boundAfter, boundBefore, STATEMENT_STOPS } from '../../language/text/bounds.ts';
import { lexicon, wordList } from '../../language/text/lexicon.ts';
import { anyOf } from '../../language/text/pattern.ts';

const WORDS = wordList('terms.season');

/** What a word says of the time of the year. */
interface Season {
  /** 春, 夏, 秋, 冬. */
  readonly name: string;
  /** The months, 1 to 12, in which it is said; from December a season goes on into the next year. */
  readonly from: number;
  readonly to: number;
}

const SEASONS = new Map(
  lexicon.entriesOf(WORDS).map((entry) => {
    const [name, from, to] = entry.value.split(' ') as [string, string, string];
    return [entry, { name, from: Number(from), to: Number(to) }];
  }),
);

/** A season that the text greets with. The range is absolute. */
interface Greeting extends Range {
  readonly word: string;
  readonly season: Season;
}

interface SeasonMatch extends Match {
  readonly greeting: Greeting;
  /** What it does not go with: another season before it, or the date of the document. */
  readonly against: Greeting | DocumentDate;
}

/** 金秋送爽…在这春暖花开的时节: a greeting in two seasons, or in another one than that of the document's date. */
export const season = defineDocumentRule<SeasonMatch>({
  id: 'terms/season',
  severity: 'warning',
  kinds: { law: 'off' },
  since: '0.15.0',

  *find(document) {
    const said = document.paragraphsWith(greetings).flatMap(greetingsIn);
    const [first] = said;
    if (!first) return;
    const date = document.model(documentDate);
    const isOffDate = date?.month !== undefined && !isAbout(first.season, date.month);
    if (isOffDate) yield matchOf(first, date);
    for (const greeting of said.slice(1))
      if (areApart(greeting.season, first.season)) yield matchOf(greeting, first);
  },

  explain({ greeting: { word, season }, against }) {
    if ('word' in against)
      return {
        message: `前面说的是${against.season.name}天的“${against.word}”，这里又是${season.name}天的“${word}”`,
        evidence: [{ start: against.start, end: against.end, message: `“${against.word}”` }],
      };
    const { start, end, month } = against;
    return {
      message: `“${word}”是${season.name}天的话，文稿的日期在${month}月`,
      evidence: [{ start, end, message: `文稿的日期在${month}月` }],
    };
  },
});

const matchOf = (greeting: Greeting, against: Greeting | DocumentDate): SeasonMatch => ({
  start: greeting.start,
  end: greeting.end,
  greeting,
  against,
});

const greetings = defineFact<readonly (Range & { readonly season: Season })[]>(
  'season greetings',
  { words: [WORDS] },
  (paragraph) =>
    paragraph
      .hits(WORDS)
      .filter(({ start, end }) => greets(paragraph.text, start, end))
      .map(({ start, end, entry }) => ({ start, end, season: SEASONS.get(entry)! })),
);

/** 在这春暖花开的|时节, 值此|金秋, 金秋送爽 at the beginning of its sentence. */
const NOW = new RegExp(
  `(?:^|[。！])[ 　]*$|${anyOf('在这 在此 值此 时值 正值 正是 恰逢 适逢 又逢 欣逢')}[^，。；]{0,8}$`,
);
/** 我们欢聚一堂: the sentence speaks of those who are here. */
const HERE = new RegExp(anyOf('我们 大家 各位 欢聚 相聚 齐聚 隆重 迎来 在这里 时节 时刻 日子 季节 之际'));
/** 从金秋到隆冬, 告别了盛夏, 无论寒冬腊月: time goes by. */
const PASSES = new RegExp(
  anyOf('从 到了 告别 送走 走过 走到 经历 历经 无论 不管 不论 还是 不惧 不畏 战 冒着 顶着 去年 今年 明年'),
);
const REACH = 30;

function greets(text: string, start: number, end: number): boolean {
  const from = boundBefore(text, start, STATEMENT_STOPS, REACH);
  const before = text.slice(Math.max(0, from - 1), start);
  const sentence = text.slice(from, boundAfter(text, end, STATEMENT_STOPS, REACH + REACH));
  return NOW.test(before) && !PASSES.test(before) && (HERE.test(sentence) || isGreetingAlone(sentence));
}

/** 金秋送爽，硕果飘香。 */
const isGreetingAlone = (sentence: string): boolean =>
  /^[\u4e00-\u9fff]{4}(?:，[\u4e00-\u9fff]{4}){0,3}$/.test(sentence.trim());

function greetingsIn(paragraph: Paragraph): Greeting[] {
  return paragraph.fact(greetings).map(({ start, end, season }) => ({
    start: paragraph.start + start,
    end: paragraph.start + end,
    word: paragraph.text.slice(start, end),
    season,
  }));
}

const YEAR = 12;
/** Seasons begin earlier in the south and last longer in the north. */
const MARGIN = 1;

/** Whether a season is told in a month, or about that time. */
function isAbout({ from, to }: Season, month: number): boolean {
  const length = (to - from + YEAR) % YEAR;
  return (month - from + MARGIN + YEAR) % YEAR <= length + MARGIN + MARGIN;
}

/** Whether no month is about both. */
function areApart(a: Season, b: Season): boolean {
  const length = (b.to - b.from + YEAR) % YEAR;
  for (let i = 0; i <= length; i++) if (isAbout(a, ((b.from + i - 1) % YEAR) + 1)) return false;
  return a.name !== b.name;
}
