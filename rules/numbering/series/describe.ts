/** How the rules of this family name members and lists of them. */
import { type Evidence, MOST_EVIDENCE } from '../../../engine/finding.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { writeNumber } from '../../../language/structure/series-marks.ts';
import type { Member } from '../../../language/structure/structure.ts';

/** Of a longer list only the members around the place in question are named. */
const LISTED = 10;

/**
 * `一要（第22行）、二要、三要`: the line stands behind the first label, unless it is that of the finding; the others follow
 * closely or are related places of the finding.
 * @param here the paragraph of the finding
 * @param around the member that a long list is cut around
 */
export function listMembers(members: readonly Member[], here: Paragraph, around = 0): string {
  const from = members.length <= LISTED ? 0 : Math.max(0, Math.min(around - 4, members.length - LISTED));
  const shown = members.slice(from, from + LISTED).map((member, i) => {
    // 一、 brings a separator of its own; a dash tells nothing.
    const label = member.mark.kind === 'dash' ? beginning(member) : member.label.replace(/[、.．，]$/, '');
    return i === 0 && member.paragraph !== here ? `${label}（第${member.paragraph.index + 1}行）` : label;
  });
  return `${from > 0 ? '……' : ''}${shown.join('、')}${from + LISTED < members.length ? '……' : ''}`;
}

/** ——坚持稳中求进: so much of a member without a number. */
function beginning({ paragraph, mark }: Member): string {
  return /^[^，。；：]{0,10}/.exec(paragraph.text.slice(mark.start, mark.start + 10))![0];
}

/** The label of the member as a mark of another member's form: 二、 for （二） in a series that begins with 一、. */
export function labelLike({ mark, label }: Member, number: number): string {
  const from = mark.numberStart - mark.start;
  const written = writeNumber(mark, number, label.slice(from)) ?? String(number);
  return label.slice(0, from) + written + label.slice(from + mark.numberEnd - mark.numberStart);
}

/** The members as related places. */
export function memberEvidence(members: readonly Member[]): Evidence[] {
  return members.slice(0, MOST_EVIDENCE).map((member) => ({
    start: member.start,
    end: member.markEnd,
    message: `“${member.label}”`,
  }));
}
