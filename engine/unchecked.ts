/** What is left unchecked, so that no line can hold up everything: told as a finding of its own, which belongs to no rule. */
import type { Document } from './document.ts';
import { defineFact } from './facts.ts';
import type { Finding } from './finding.ts';
import { LONGEST_LINE } from './paragraph.ts';

/** In the place of a rule's id. */
const UNCHECKED = 'limits/long-line';

/** What is longer than rules are given to read, as a list of one. */
const unread = defineFact<readonly string[]>('unread', ({ source, text, blank }) =>
  source.length <= LONGEST_LINE || blank
    ? []
    : [`这一行有 ${source.length} 个字符，${text.length} 个以后的没有检查；分段之后再检查`],
);

/** One for each line that is longer than rules are given to read. */
export function uncheckedParts(document: Document): Finding[] {
  return document.paragraphsWith(unread).map((paragraph) => ({
    ruleId: UNCHECKED,
    severity: 'warning',
    start: paragraph.start + paragraph.text.length,
    end: paragraph.end,
    message: paragraph.fact(unread)[0]!,
    evidence: [],
    basis: undefined,
    fixes: [],
    ask: undefined,
  }));
}
