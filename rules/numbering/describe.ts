/** How the rules of this family name members and lists of them. */
import type { Document } from '../engine/document.ts';
import type { Evidence } from '../engine/finding.ts';
import type { Series } from '../language/structure.ts';

/** A list of labels longer than this is cut in the middle. */
const LISTED = 10;

/** `一要（第22行）、二要、三要`: the line stands behind a label when it differs from the one before. */
export function listMembers({ members }: Series, document: Document): string {
  let line = -1;
  const labels = members.map((member) => {
    const here = document.indexAt(member.start) + 1;
    // 一、 brings a separator of its own.
    const label = member.label.replace(/[、.．，]$/, '');
    const shown = here === line ? label : `${label}（第${here}行）`;
    line = here;
    return shown;
  });
  if (labels.length <= LISTED) return labels.join('、');
  return `${labels.slice(0, 4).join('、')}……${labels.slice(-4).join('、')}`;
}

/** More related places than these nobody reads. */
const SHOWN = 20;

/** The members as related places. */
export function memberEvidence({ members }: Series, document: Document): Evidence[] {
  return members.slice(0, SHOWN).map((member) => ({
    start: member.start,
    end: member.markEnd,
    message: `“${member.label}”（第${document.indexAt(member.start) + 1}行）`,
  }));
}
