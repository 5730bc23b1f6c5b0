/** Sentences that ask and end with a full stop: with 吗 or 呢 before it, or with a word that only asks (难道). */
import { defineFact } from '../../engine/facts.ts';
import type { Range } from '../../engine/finding.ts';
import { boundAfter, UTTERANCE_STOPS } from '../text/bounds.ts';
import { wordList } from '../text/lexicon.ts';
import { places, placesOf } from './places.ts';

const RHETORICAL = wordList('punctuation.questions');

export interface Question extends Range {
  /** What shows that it asks; the range is that of the full stop. */
  readonly word: string;
}

/** A question is a sentence, not a paragraph. */
const LONGEST = 60;

/** The full stops of questions, in text order. */
export const questions = defineFact<readonly Question[]>(
  'questions with a full stop',
  { facts: [places], words: [RHETORICAL] },
  (paragraph) => {
    const { text } = paragraph;
    const stops = new Set<number>();
    const found: Question[] = placesOf(paragraph, 'question').map(({ start, end }) => ({
      start,
      end,
      word: text[start - 1]!,
    }));
    for (const { start } of found) stops.add(start);
    for (const { end: from, entry } of paragraph.hits(RHETORICAL)) {
      const at = boundAfter(text, from, UTTERANCE_STOPS, LONGEST);
      if (text[at] !== '。' || stops.has(at)) continue;
      stops.add(at);
      found.push({ start: at, end: at + 1, word: entry.word });
    }
    return found.length === 0 ? [] : found.sort((a, b) => a.start - b.start);
  },
);
