/** New numbers for the members of a series. */
import type { Edit } from '../engine/finding.ts';
import { writeNumber } from '../language/series-marks.ts';
import type { Member, Series } from '../language/structure.ts';

export interface Renumbering {
  readonly title: string;
  readonly edits: readonly Edit[];
  /** Old and new label of each member that changes, for a preview. */
  readonly changes: readonly { readonly member: Member; readonly from: string; readonly to: string }[];
}

/** Numbers the members from `first` on. Undefined when all are right, or the form has no such number. */
export function renumberEdits(series: Series, first = 1): Renumbering | undefined {
  const edits: Edit[] = [];
  const changes: { member: Member; from: string; to: string }[] = [];
  for (const [i, member] of series.members.entries()) {
    const { mark, paragraph, label } = member;
    if (mark.value === first + i || mark.value === 0) continue;
    const number = writeNumber(mark, first + i);
    if (number === undefined) return undefined;
    const start = paragraph.start + mark.numberStart;
    edits.push({ start, end: paragraph.start + mark.numberEnd, text: number });
    const from = mark.numberStart - mark.start;
    changes.push({
      member,
      from: label,
      to: label.slice(0, from) + number + label.slice(from + mark.numberEnd - mark.numberStart),
    });
  }
  if (edits.length === 0) return undefined;
  const title =
    changes.length === 1
      ? `“${changes[0]!.from}”改为“${changes[0]!.to}”`
      : `重新编号：改 ${changes.length} 处（${changes[0]!.from}→${changes[0]!.to} …）`;
  return { title, edits, changes };
}
