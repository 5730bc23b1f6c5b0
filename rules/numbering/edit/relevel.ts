/** Headings moved up or down a level, with all under them and the numbers around them. Each answer is one step of edits. */
import type { Document } from '../../../engine/document.ts';
import type { Edit } from '../../../engine/finding.ts';
import { type MarkKind, writeNumber } from '../../../language/structure/series-marks.ts';
import { type Member, structure } from '../../../language/structure/structure.ts';
import type { Change, Renumbering } from './renumber.ts';

/** 一、 → （一） → 1. → （1） → ①: GB/T 9704—2012 7.3.3, and ① below it. */
const CHAIN: readonly MarkKind[] = ['han', 'han-bracket', 'arabic', 'arabic-bracket', 'circled'];

/** The heading whose mark or line holds the offset. */
export function headingAt(document: Document, offset: number): Member | undefined {
  const paragraph = document.paragraphAt(offset);
  for (const series of document.model(structure).series) {
    if (!CHAIN.includes(series.kind) || !series.first.mark.lead) continue;
    const member = series.members.find((m) => m.paragraph === paragraph && m.mark.lead);
    if (member) return member;
  }
  return undefined;
}

/**
 * Moves a heading with everything under it a level up (`-1`: （一） → 二、) or down (`+1`: 二、 → （一）), and numbers all
 * headings around it anew. Undefined where there is no such level.
 */
export function relevel(document: Document, heading: Member, by: -1 | 1): Renumbering | undefined {
  const headings = headingsOf(document);
  const moved = new Set<Member>();
  collect(heading, moved);
  const levelOf = (m: Member) => CHAIN.indexOf(m.mark.kind) + (moved.has(m) ? by : 0);
  if ([...moved].some((m) => levelOf(m) < 0 || levelOf(m) >= CHAIN.length)) return undefined;
  const before = countHeadings(headings, (m) => CHAIN.indexOf(m.mark.kind));
  const after = countHeadings(headings, levelOf);
  const edits: Edit[] = [];
  const changes: Change[] = [];
  for (const [i, member] of headings.entries()) {
    const { mark, paragraph } = member;
    // Numbers that do not follow the plain scheme (running on, broken) are not touched.
    const value = before[i] === mark.value || moved.has(member) ? after[i]! : mark.value;
    if (value === mark.value && !moved.has(member)) continue;
    const from = paragraph.text.slice(mark.start, mark.end);
    const to = writeMark(member, CHAIN[levelOf(member)]!, value);
    if (to === from) continue;
    edits.push({ start: member.start, end: member.markEnd, text: to });
    changes.push({
      start: member.start,
      end: member.markEnd,
      line: paragraph.index + 1,
      from,
      to,
      reference: false,
    });
  }
  if (edits.length === 0) return undefined;
  return {
    title: titleOfMove(heading, by, changes, moved.size),
    edits,
    changes,
  };
}

/** `标题“（二）加强督查”升一级，改为“三、”（连同下级 2 个，共改序号 5 处）` */
function titleOfMove(heading: Member, by: -1 | 1, changes: readonly Change[], moved: number): string {
  const { paragraph, mark } = heading;
  const words = paragraph.text.slice(mark.end).trim();
  const shown = words.length > TITLE_WORDS ? `${words.slice(0, TITLE_WORDS)}…` : words;
  const to = changes.find(({ start }) => start === heading.start)?.to ?? '';
  const along = moved > 1 ? [`连同下级 ${moved - 1} 个`] : [];
  const all = changes.length > 1 ? [`共改序号 ${changes.length} 处`] : [];
  const more = [...along, ...all].join('，');
  return `标题“${heading.label}${shown}”${by < 0 ? '升' : '降'}一级，改为“${to}”${more === '' ? '' : `（${more}）`}`;
}

/** Units of a heading that its move is told with. */
const TITLE_WORDS = 10;

/** The headings of the chain in text order. */
function headingsOf(document: Document): Member[] {
  return document
    .model(structure)
    .series.filter((s) => CHAIN.includes(s.kind) && s.first.mark.lead)
    .flatMap((s) => s.members.filter((m) => m.mark.lead))
    .sort((a, b) => a.start - b.start);
}

function collect(member: Member, into: Set<Member>): void {
  if (member.mark.lead && CHAIN.includes(member.mark.kind)) into.add(member);
  for (const series of member.children) for (const child of series.members) collect(child, into);
}

/** Numbers headings by their levels: each level counts on until a higher one comes. */
function countHeadings(headings: readonly Member[], levelOf: (member: Member) => number): number[] {
  const counters: number[] = [];
  return headings.map((member) => {
    const level = levelOf(member);
    counters.length = Math.min(counters.length, level + 1);
    counters[level] = (counters[level] ?? 0) + 1;
    return counters[level];
  });
}

function writeMark({ mark, paragraph }: Member, kind: MarkKind, value: number): string {
  const number = writeNumber({ kind, word: '' }, value) ?? String(value);
  if (kind === mark.kind) {
    return (
      paragraph.text.slice(mark.start, mark.numberStart) +
      number +
      paragraph.text.slice(mark.numberEnd, mark.end)
    );
  }
  switch (kind) {
    case 'han':
      return `${number}、`;
    case 'arabic':
      return `${number}.`;
    case 'circled':
      return number;
    default:
      return `（${number}）`;
  }
}
