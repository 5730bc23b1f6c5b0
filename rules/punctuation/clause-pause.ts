import { defineParagraphRule, type Match } from '../../engine/rule.ts';
import { ofKind, places, placesOf } from '../../language/punctuation/places.ts';
import { Characters, DIGITS, ShortList } from '../../language/text/characters.ts';

interface ClausePause extends Match {
  /** The word that joins clauses, and on which side of the mark it stands. */
  readonly word: string;
  readonly isBehind: boolean;
}

/** Words that begin a clause and nothing else. */
const CLAUSE_WORDS = new ShortList(
  (
    '因此 因为 所以 因而 从而 而且 但是 但也 但仍 但还 但要 但在 但却 但由于 但与 但距 但离 但从 然而 以便 以致 以至于 于是 否则 如果 虽然 不仅 尽管 即使 即便 并且 并进行 并取得 并形成 并提出 并作出 并对 并就 ' +
    '不过 就会 就能 就要 就可以 就必须 才能 才会 才可以 更要 更需要 更应 却 仍然 二是 三是 四是 五是 六是'
  ).split(' '),
);
/** Words that make a clause of their own at the beginning of a sentence. */
const OPENERS = new ShortList(
  '因此 为此 同时 与此同时 此外 除此之外 另外 总之 总而言之 然而 但是 于是 近年来 今年以来 去年以来 年初以来 一年来 其中 例如 比如 由此可见 综上所述 会议强调 会议认为 会议指出 会议要求'.split(
    ' ',
  ),
);
/** 截至6月底、: a day until which something is counted; another day may follow in a list. */
const UNTIL = /^截[至止][^，。；、]{0,12}$/;
const SENTENCE_ENDS = new Characters('。；！？');
const FIGURES = new Characters(DIGITS);
const PAUSE = new Characters('、');
/** The longest member of a list that begins like a sentence. */
const MEMBER = 5;
/** The longest opener, and the longest day. */
const REACH = 16;

/** `、` between clauses: what joins clauses stands behind a comma. GB/T 15834—2011 4.5.1, 4.4.1. */
export const clausePause = defineParagraphRule<ClausePause>({
  id: 'punctuation/clause-pause',
  since: '0.2.0',
  severity: 'warning',
  basis: 'GB/T 15834—2011 4.5.1',

  reads: places,
  among: ofKind('pause'),
  *find(paragraph) {
    const { text, contentStart } = paragraph;
    for (const { start, end } of placesOf(paragraph, 'pause')) {
      const word = CLAUSE_WORDS.wordAt(text, end);
      if (word !== undefined) {
        yield { start, end, word, isBehind: true };
        continue;
      }
      // 同时、同地、同标准: a list.
      if (PAUSE.isIn(text, end, end + MEMBER)) continue;
      const from = SENTENCE_ENDS.behindLast(text, Math.max(contentStart, start - REACH), start);
      if (from !== contentStart && !SENTENCE_ENDS.at(text, from - 1)) continue;
      const said = text.slice(from, start).trimStart();
      if (OPENERS.wordAt(said, 0) === said || (UNTIL.test(said) && !FIGURES.at(text, end)))
        yield { start, end, word: said, isBehind: false };
    }
  },

  explain: ({ word, isBehind }) => ({
    message: isBehind
      ? `“${word}”连接的是分句，前面用逗号；顿号只用在并列的词语之间`
      : `“${word}”是全句的状语，后面用逗号；顿号只用在并列的词语之间`,
  }),

  fix: ({ start, end }) => [{ title: '顿号改为逗号', edits: [{ start, end, text: '，' }], safe: true }],
});
