/** How the rules of this family name members and lists of them. */
import type { Evidence } from '../../../engine/finding.ts';
import type { Member } from '../../../language/structure/structure.ts';

/** Of a longer list only the members around the place in question are named. */
const LISTED = 10;

/**
 * `一要（第22行）、二要、三要`: the line stands behind the first label, the others follow it closely or are
 * related places of the finding.
 * @param around the member that a long list is cut around
 */
export function listMembers(members: readonly Member[], around = 0): string {
  const from = members.length <= LISTED ? 0 : Math.max(0, Math.min(around - 4, members.length - LISTED));
  const shown = members.slice(from, from + LISTED).map((member, i) => {
    // 一、 brings a separator of its own.
    const label = member.label.replace(/[、.．，]$/, '');
    return i === 0 ? `${label}（第${member.paragraph.index + 1}行）` : label;
  });
  return `${from > 0 ? '……' : ''}${shown.join('、')}${from + LISTED < members.length ? '……' : ''}`;
}

/** More related places than these nobody reads. */
const SHOWN = 20;

/** The members as related places. */
export function memberEvidence(members: readonly Member[]): Evidence[] {
  return members.slice(0, SHOWN).map((member) => ({
    start: member.start,
    end: member.markEnd,
    message: `“${member.label}”（第${member.paragraph.index + 1}行）`,
  }));
}
