/** The word rules of `data/forms.words.tsv`: one reading of the text for all of them, parted by the kind of fault. */
import type { Paragraph } from '../../../engine/paragraph.ts';
import { rows } from '../../../generated/wording-forms.ts';
import { wordList } from '../../../language/text/lexicon.ts';
import { defineWordRules, type WordMatch } from '../../../language/text/word-rules.ts';

export const forms = defineWordRules('wrong forms', wordList('wording.forms'), rows);

/** The matches of one kind of fault. */
export function formsOf(paragraph: Paragraph, kind: string): readonly WordMatch[] {
  return paragraph.fact(forms).filter(({ row }) => row.kind === kind);
}
