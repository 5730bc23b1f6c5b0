/** The rules of this family that are rows of `data/`: one reading of the text for all of them, parted by the kind of fault. */
import { defineFact } from '../../../engine/facts.ts';
import type { Fix } from '../../../engine/finding.ts';
import { NONE } from '../../../engine/lists.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { rows as forms } from '../../../generated/wording-forms.ts';
import { rows as frames } from '../../../generated/wording-frames.ts';
import { wordList } from '../../../language/text/lexicon.ts';
import { defineWordPairs, explainPair, fixPair, type PairMatch } from '../../../language/text/word-pairs.ts';
import { defineWordRules, explainWord, fixWord, type WordMatch } from '../../../language/text/word-rules.ts';

export type Fault = WordMatch | PairMatch;

const wrongForms = defineWordRules('wrong forms', wordList('wording.forms'), forms);
const wrongPairs = defineWordPairs('wrong pairs', wordList('wording.frames'), frames);

/** All of them, in text order. */
export const faults = defineFact<readonly Fault[]>(
  'wording faults',
  { facts: [wrongForms, wrongPairs] },
  (paragraph) => {
    const words = paragraph.fact(wrongForms);
    const pairs = paragraph.fact(wrongPairs);
    if (pairs.length === 0) return words;
    return [...words, ...pairs].sort((a, b) => a.start - b.start);
  },
);

/** Those of one kind. */
export function faultsOf(paragraph: Paragraph, kind: string): readonly Fault[] {
  const all = paragraph.fact(faults);
  return all.length === 0 ? NONE : all.filter(({ row }) => row.kind === kind);
}

/** Those of one kind that are single words. */
export function formsOf(paragraph: Paragraph, kind: string): readonly WordMatch[] {
  return paragraph.fact(wrongForms).filter(({ row }) => row.kind === kind);
}

export function explainFault(fault: Fault, text: string): string {
  return 'first' in fault ? explainPair(fault, text) : explainWord(fault);
}

/** `safe` where the words of this kind can mean nothing else. */
export function fixFault(fault: Fault, safe: boolean): readonly Fix[] {
  return 'first' in fault ? fixPair(fault, safe) : fixWord(fault, safe);
}
