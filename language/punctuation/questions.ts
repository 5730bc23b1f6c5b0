/** Sentences that ask and end with a full stop: with 吗 or 呢 before it, or with a word that only asks (难道). */
import { defineFact } from '../../engine/facts.ts';
import type { Range } from '../../engine/finding.ts';
import { Characters } from '../text/characters.ts';
import { wordList } from '../text/lexicon.ts';
import { places, placesOf } from './places.ts';

const RHETORICAL = wordList('punctuation.questions');

export interface Question extends Range {
  /** What shows that it asks; the range is that of the full stop. */
  readonly word: string;
}

const ENDS = new Characters('。！？；…');
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
      const at = ENDS.next(text, from, Math.min(text.length, from + LONGEST));
      if (text[at] !== '。' || stops.has(at)) continue;
      stops.add(at);
      found.push({ start: at, end: at + 1, word: entry.word });
    }
    return found.length === 0 ? [] : found.sort((a, b) => a.start - b.start);
  },
);
