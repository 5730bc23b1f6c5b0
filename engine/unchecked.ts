/** What is left unchecked, so that no line can hold up everything: told as a finding of its own, which belongs to no rule. */
import type { Document } from './document.ts';
import { defineFact } from './facts.ts';
import type { Finding } from './finding.ts';
import { LONGEST_LINE } from './paragraph.ts';

/** In the place of a rule's id. */
const UNCHECKED = 'limits/long-line';

/** That the line is longer than rules are given to read, as a list of one. */
const unread = defineFact<readonly true[]>('unread', ({ source, blank }) =>
  source.length <= LONGEST_LINE || blank ? [] : [true],
);

/** One for each line that is longer than rules are given to read. */
export function uncheckedParts(document: Document): Finding[] {
  return document.paragraphsWith(unread).map((paragraph) => ({
    ruleId: UNCHECKED,
    severity: 'warning',
    start: paragraph.start + paragraph.text.length,
    end: paragraph.end,
    message: paragraph.language.says.unread(paragraph.source.length, paragraph.text.length),
    evidence: [],
    basis: undefined,
    fixes: [],
    ask: undefined,
  }));
}
