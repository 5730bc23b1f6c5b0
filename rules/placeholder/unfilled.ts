import type { Ask, Constraint } from '../../engine/finding.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { defineParagraphRule, type Explanation } from '../../engine/rule.ts';
import { NUMERIC } from '../../language/blanks/masked-numbers.ts';
import { type Placeholder, placeholders } from '../../language/blanks/placeholders.ts';
import { constraintsAt } from '../figures/relations/constraints.ts';
import { boundsOf, constraintOf } from './bounds/bounds.ts';

/** Units of the sentence shown on either side of the mark in a message. */
const EXCERPT = 6;

/** A mark that stands for something not filled in. What belongs there is asked for, never invented. */
export const unfilled = defineParagraphRule<Placeholder>({
  id: 'placeholder/unfilled',
  severity: 'error',
  // Statutes print the forms they prescribe, with their blanks.
  kinds: { law: 'info' },

  reads: placeholders,
  // Lines to write on are told of by placeholder/blank-line, which looks whether the document is a form.
  find: (paragraph) => {
    const all = paragraph.fact(placeholders);
    return all.some((p) => p.isLine) ? all.filter((p) => !p.isLine) : all;
  },

  explain: describe,
  ask: askFor,
});

/** What the mark stands for, and where. */
export function describe(
  { mark, label, slot, certainty, start, end }: Placeholder,
  { text }: Paragraph,
): Explanation {
  const before = clauseBefore(text.slice(Math.max(0, start - EXCERPT), start));
  const after = text.slice(end, end + EXCERPT).replace(/[，。；：！？\s].*$/u, '');
  const shown = mark.trim() === '' ? '空白' : `“${mark}”`;
  const wanted = slot === 'text' ? '' : `，此处应填${label}`;
  const doubt = certainty === 'possible' ? '（如系有意隐去，可忽略）' : '';
  return { message: `${shown}未填写${wanted}：“${before}${mark}${after}”${doubt}` };
}

/** What stands before the mark in its clause; where that is nothing but a blank, what stands before the blank: 县委副书记 |×××. */
const clauseBefore = (before: string): string => /[^，。；：！？\s]{0,6}\s?$/u.exec(before)![0].trimStart();

/** What the writer is asked for, with the bounds that the text puts on a number. */
export function askFor(placeholder: Placeholder, paragraph: Paragraph): Ask {
  const { slot, label, group, mark, phrase } = placeholder;
  const constraints = constraintsOf(placeholder, paragraph);
  const unit = slot === 'percent' ? PERCENT_END.exec(mark)?.[0] : undefined;
  return {
    slot,
    label,
    group,
    ...(phrase !== undefined && { phrase }),
    ...(constraints.length > 0 && { constraints }),
    ...(unit && { unit }),
  };
}

const PERCENT_END = /[%％‰]$/;

const MOST_BOUND = 40;

function constraintsOf(placeholder: Placeholder, paragraph: Paragraph): readonly Constraint[] {
  const bound = paragraph.fact(boundsOf).get(placeholder);
  if (bound) return [constraintOf(bound)];
  // The other figures of the paragraph may bound or determine a number; not among dozens of blanks, which determine each other.
  if (paragraph.fact(placeholders).length > MOST_BOUND) return [];
  return NUMERIC.has(placeholder.slot) ? constraintsAt(paragraph, placeholder.start, placeholder.end) : [];
}
