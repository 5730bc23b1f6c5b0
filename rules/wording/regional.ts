import { defineDocumentRule } from '../../engine/rule.ts';
import { explainWord, fixWord, type WordMatch } from '../../language/text/word-rules.ts';
import { faults, formsOf } from './words/faults.ts';
import { convertedWords, residue } from './words/residue.ts';

/** 程式 for 程序: words that a conversion from traditional text left, where the text shows other traces of one. */
export const regional = defineDocumentRule<WordMatch>({
  id: 'wording/regional',
  severity: 'hint',

  *find(document) {
    const paragraphs = document.paragraphsWith(faults);
    const traces =
      document.model(residue).characters > 0 || paragraphs.some((p) => convertedWords(p).length > 0);
    const words = paragraphs.flatMap((paragraph) =>
      formsOf(paragraph, 'regional').map((word) => ({ ...word, at: paragraph.start })),
    );
    // Several different words of this kind are a trace of their own.
    if (!traces && new Set(words.map(({ row }) => row.wrong)).size < SEVERAL) return;
    for (const { at, ...word } of words) yield { ...word, start: at + word.start, end: at + word.end };
  },

  explain: (match) => ({ message: explainWord(match) }),

  fix: (match) => fixWord(match, false),
});

const SEVERAL = 3;
