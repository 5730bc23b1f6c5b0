/** Traditional characters in a text, by paragraph and over the whole of it. */
import { defineFact, defineModel } from '../../../engine/facts.ts';
import type { Range } from '../../../engine/finding.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { isHanRun, Token } from '../../../language/text/scan.ts';
import { isTraditional, isTraditionalBeside } from '../../../language/text/traditional.ts';
import { formsOf } from './faults.ts';

/** Traditional characters of a paragraph, in runs that a simplified character or two may part: 規範, 關係, 發展規劃. */
export const traditionalRuns = defineFact<readonly Range[]>(
  'traditional runs',
  { tokens: [Token.Traditional] },
  ({ text }) => {
    const runs: { start: number; end: number }[] = [];
    for (let i = 0; i < text.length; i++) {
      if (!isTraditional(text.charCodeAt(i))) continue;
      const last = runs[runs.length - 1];
      if (last && i - last.end <= APART && isHanRun(text, last.end, i)) last.end = i + 1;
      else runs.push({ start: isTraditionalBeside(text.charCodeAt(i - 1)) ? i - 1 : i, end: i + 1 });
      if (isTraditionalBeside(text.charCodeAt(i + 1))) runs.at(-1)!.end = i + 2;
    }
    return runs;
  },
);

/** So many simplified characters may stand between two of one run: words of one conversion. */
const APART = 2;

/** What the traditional characters of a document come to. */
export interface Residue {
  /** The paragraphs that have any. */
  readonly paragraphs: readonly Paragraph[];
  readonly characters: number;
  /** The text is a traditional one throughout. */
  readonly throughout: boolean;
}

/** In traditional texts more than a third of all characters are such that simplified texts do not have. */
const THROUGHOUT = 0.12;
/** Fewer make no text. */
const FEWEST = 8;

export const residue = defineModel<Residue>('traditional residue', (document) => {
  const paragraphs = document.paragraphsWith(traditionalRuns);
  const characters = paragraphs.reduce((sum, paragraph) => sum + charactersOf(paragraph), 0);
  return { paragraphs, characters, throughout: isThroughout(characters, document.length) };
});

/** How many traditional characters a paragraph has. */
export function charactersOf(paragraph: Paragraph): number {
  let count = 0;
  for (const { start, end } of paragraph.fact(traditionalRuns)) {
    for (let i = start; i < end; i++) if (isTraditional(paragraph.text.charCodeAt(i))) count++;
  }
  return count;
}

/** Whether so many traditional characters make a text of this length a traditional one. */
export function isThroughout(characters: number, length: number): boolean {
  return characters >= FEWEST && characters > THROUGHOUT * length;
}

/** The wrong forms of words (乾部) that only a conversion leaves behind. */
export const convertedWords = (paragraph: Paragraph) => formsOf(paragraph, 'traditional');
