/** What is left unchecked, so that no line can hold up everything: told as a finding of its own, which belongs to no rule. */
import type { Document } from './document.ts';
import type { Finding } from './finding.ts';
import { LONGEST_LINE } from './paragraph.ts';

/** In the place of a rule's id. */
const UNCHECKED = 'limits/long-line';

/** One for each line that is longer than rules are given to read. */
export function uncheckedParts(document: Document): Finding[] {
  if (document.length <= LONGEST_LINE) return [];
  return document.paragraphs.flatMap(({ start, end, source, text, blank }) =>
    source.length <= LONGEST_LINE || blank
      ? []
      : {
          ruleId: UNCHECKED,
          severity: 'warning',
          start: start + text.length,
          end,
          message: `这一行有 ${source.length} 个字符，${text.length} 个以后的没有检查；分段之后再检查`,
          evidence: [],
          basis: undefined,
          fixes: [],
          ask: undefined,
        },
  );
}
