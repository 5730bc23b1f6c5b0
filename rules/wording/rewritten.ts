import type { Document } from '../../engine/document.ts';
import type { Range } from '../../engine/finding.ts';
import { alsoHere } from '../../engine/habits.ts';
import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import { commonEnd, commonStart } from '../../language/text/characters.ts';
import { swaps } from './words/swaps.ts';

interface Rewritten extends Match {
  readonly word: string;
  readonly right: string;
  /** Where it stands, the range of the finding first. */
  readonly places: readonly Range[];
}

/** So many phrases that nobody writes so are no chance: the text went through a program. */
const LEAST = 3;
const SHORTEST = 2;

/**
 * Where a text was rewritten, the words that the program put for others stand beside no telling neighbours, too: 在生疏上 behind 提高生疏. Which ones
 * it used, the phrases of `wording/swapped` tell.
 */
export const rewritten = defineDocumentRule<Rewritten>({
  id: 'wording/rewritten',
  since: '0.10.0',
  severity: 'info',
  kinds: { law: 'off' },

  *find(document) {
    const known = document
      .paragraphsWith(swaps)
      .flatMap((paragraph) => paragraph.fact(swaps).map(({ row }) => row));
    if (known.length < LEAST) return;
    const told = new Set<string>();
    for (const { wrong, right } of known) {
      const swap = right === undefined ? undefined : wordOf(document, wrong, right);
      if (!swap || told.has(swap.word)) continue;
      told.add(swap.word);
      const places = placesOf(document, swap.word);
      const [first] = places;
      if (first) yield { ...first, ...swap, places };
    }
  },

  explain: ({ word, right, places }) => ({
    message: `全文有换过词的痕迹，“${word}”另有${places.length}处，请逐处核对是否原为“${right}”`,
    evidence: alsoHere(places, `此处的“${word}”`),
  }),

  fix: ({ start, end, right }) => [
    { title: `改为“${right}”`, edits: [{ start, end, text: right }], safe: false },
  ],
});

/** 宽敞 for 广大 in 宽敞干部, 建立 for 建设 in 作风建立: the word in which two phrases differ. */
function wordOf(
  document: Document,
  wrong: string,
  right: string,
): { word: string; right: string } | undefined {
  if (wrong.length !== right.length) return undefined;
  const start = commonStart(wrong, right);
  const end = wrong.length - commonEnd(wrong, right);
  const cuts =
    end - start >= SHORTEST
      ? [[start, end]]
      : [
          [start - 1, end],
          [start, end + 1],
        ];
  for (const [from = 0, to = 0] of cuts) {
    const [word, instead] = [wrong.slice(Math.max(0, from), to), right.slice(Math.max(0, from), to)];
    const isWord = word.length >= SHORTEST && isKnown(document, word) && isKnown(document, instead);
    if (isWord) return { word, right: instead };
  }
  return undefined;
}

const isKnown = (document: Document, word: string) => document.paragraphs[0]!.language.words.has(word);

/** Where the word stands by itself, in none of the phrases that are told of already. */
function placesOf(document: Document, word: string): Range[] {
  const found: Range[] = [];
  for (const paragraph of document.paragraphs) {
    const { text, language, start } = paragraph;
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
      const end = at + word.length;
      if (paragraph.fact(swaps).some((match) => match.start < end && at < match.end)) continue;
      if (!language.words.isBoundary(text, at) || !language.words.isBoundary(text, end)) continue;
      found.push({ start: start + at, end: start + end });
    }
  }
  return found;
}
