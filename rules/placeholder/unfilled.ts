import type { Constraint, Severity } from '../engine/finding.ts';
import type { Paragraph } from '../engine/paragraph.ts';
import { defineParagraphRule, type Match } from '../engine/rule.ts';
import { constraintsAt } from '../figures/constraints.ts';
import { type Certainty, type Placeholder, placeholders } from '../language/placeholders.ts';
import { boundsOf } from './bounds.ts';

interface Unfilled extends Match {
  readonly placeholder: Placeholder;
}

const SEVERITY: Readonly<Record<Certainty, Severity>> = {
  sure: 'error',
  likely: 'warning',
  possible: 'info',
};

/** Units of the sentence shown on either side of the mark in a message. */
const EXCERPT = 6;

/** A mark that stands for something not filled in. What belongs there is asked for, never invented. */
export const unfilled = defineParagraphRule<Unfilled>({
  id: 'placeholder/unfilled',
  severity: 'error',
  // Statutes print the forms they prescribe, with their blanks.
  kinds: { law: 'info' },

  reads: placeholders,
  find(paragraph) {
    return paragraph.fact(placeholders).map((placeholder) => {
      const { start, end, certainty } = placeholder;
      return { start, end, severity: SEVERITY[certainty], placeholder };
    });
  },

  explain({ placeholder: { mark, label, slot, certainty }, start, end }, { text }) {
    const before = text.slice(Math.max(0, start - EXCERPT), start).replace(/^.*[，。；：！？\s]/u, '');
    const after = text.slice(end, end + EXCERPT).replace(/[，。；：！？\s].*$/u, '');
    const shown = mark.trim() === '' ? '空白' : `“${mark}”`;
    const wanted = slot === 'text' ? '' : `，此处应填${label}`;
    const doubt = certainty === 'possible' ? '（如系有意隐去，可忽略）' : '';
    return { message: `${shown}未填写${wanted}：“${before}${mark}${after}”${doubt}` };
  },

  ask({ placeholder }, paragraph) {
    const { slot, label, group } = placeholder;
    const constraints = constraintsOf(placeholder, paragraph);
    return constraints.length === 0 ? { slot, label, group } : { slot, label, group, constraints };
  },
});

/** Slots that take a number, which the other figures of the paragraph may bound or determine. */
const NUMERIC = new Set(['number', 'percent', 'money']);

function constraintsOf(placeholder: Placeholder, paragraph: Paragraph): readonly Constraint[] {
  const bound = paragraph.fact(boundsOf).get(placeholder);
  if (bound) {
    const { min, max, reason } = bound;
    return [{ ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }), reason }];
  }
  return NUMERIC.has(placeholder.slot) ? constraintsAt(paragraph, placeholder.start, placeholder.end) : [];
}
