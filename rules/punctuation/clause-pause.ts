import { defineParagraphRule, type Match } from '../../engine/rule.ts';
import { places, placesOf } from '../../language/punctuation/places.ts';
import { ShortList } from '../../language/text/characters.ts';

interface ClausePause extends Match {
  readonly word: string;
}

/** Words that begin a clause and nothing else. */
const CLAUSE_WORDS = new ShortList([
  '因此',
  '所以',
  '因而',
  '从而',
  '而且',
  '但是',
  '以便',
  '于是',
  '否则',
  '如果',
  '虽然',
  '不仅',
  '尽管',
]);

/** `、` between clauses: what joins clauses stands behind a comma. GB/T 15834—2011 4.5.1, 4.4.1. */
export const clausePause = defineParagraphRule<ClausePause>({
  id: 'punctuation/clause-pause',
  since: '0.2.0',
  severity: 'warning',
  basis: 'GB/T 15834—2011 4.5.1',

  reads: places,
  *find(paragraph) {
    for (const { start, end } of placesOf(paragraph, 'pause')) {
      const word = CLAUSE_WORDS.wordAt(paragraph.text, end);
      if (word !== undefined) yield { start, end, word };
    }
  },

  explain: ({ word }) => ({
    message: `“${word}”连接的是分句，前面用逗号；顿号只用在并列的词语之间`,
  }),

  fix: ({ start, end }) => [{ title: '顿号改为逗号', edits: [{ start, end, text: '，' }], safe: true }],
});
