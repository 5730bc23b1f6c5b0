import type { Series } from '../language/structure.ts';

/** A list of labels longer than this is cut in the middle. */
const LISTED = 10;

/** `一要、二要、三要`; of long series the ends. */
export function listMembers(series: Series): string {
  const labels = series.members.map((m) => m.label);
  // 一、 and ① bring their own separator or need none.
  const separator =
    /[、.．]$/.test(labels[0]!) || series.kind.endsWith('bracket') || series.kind === 'circled' ? '' : '、';
  if (labels.length <= LISTED) return labels.join(separator);
  return `${labels.slice(0, 4).join(separator)}…${labels.slice(-4).join(separator)}`;
}
