/** Expressions and names that public documents write otherwise: one reading of the text, parted by the kind of fault. */
import type { Paragraph } from '../../../engine/paragraph.ts';
import { rows } from '../../../generated/terms-expressions.ts';
import { wordList } from '../../../language/text/lexicon.ts';
import { defineWordRules, type WordMatch } from '../../../language/text/word-rules.ts';

export const expressions = defineWordRules('expressions', wordList('terms.expressions'), rows);

/** The matches of one kind of fault. */
export function expressionsOf(paragraph: Paragraph, kind: string): readonly WordMatch[] {
  return paragraph.fact(expressions).filter(({ row }) => row.kind === kind);
}
