import type { Evidence } from '../engine/finding.ts';
import { defineDocumentRule, type Match } from '../engine/rule.ts';
import { writeNumber } from '../language/series-marks.ts';
import { type Member, type Series, structure } from '../language/structure.ts';
import { type Break, findBreaks } from './alignment.ts';
import { listMembers } from './describe.ts';
import { firstNumber, type Renumbering, renumberSeries } from './renumber.ts';

interface Misnumbered extends Match {
  readonly series: Series;
  readonly broken: Break;
  /** Numbers the series anew; one answer for all its breaks. */
  readonly repair: () => Renumbering | undefined;
}

/** Breaks reported of one series; more of them are a list that is no series. */
const REPORTED = 20;

/** Numbers that do not follow each other: a gap, a repeat, two in the wrong order, a first number other than one. */
export const sequence = defineDocumentRule<Misnumbered>({
  id: 'numbering/sequence',
  severity: 'error',

  *find(document) {
    for (const series of document.model(structure).series) {
      const breaks = seriesBreaks(series);
      if (breaks.length === 0) continue;
      const repair = once(() => renumberSeries(document, series));
      for (const broken of breaks.slice(0, REPORTED)) {
        const member = series.members[broken.at]!;
        yield { start: member.start, end: member.start + member.label.length, series, broken, repair };
      }
    }
  },

  explain({ series, broken }) {
    return { message: say(series, broken), evidence: neighbours(series, broken.at) };
  },

  fix({ repair }) {
    const renumbering = repair();
    return renumbering ? [{ title: renumbering.title, edits: renumbering.edits, safe: false }] : [];
  },
});

function once<T>(compute: () => T): () => T {
  let known: { value: T } | undefined;
  return () => {
    known ??= { value: compute() };
    return known.value;
  };
}

const breaksOf = new WeakMap<Series, { length: number; first: number; breaks: readonly Break[] }>();

/** The breaks of a series; kept with it, as most series stay while the text is edited. */
export function seriesBreaks(series: Series): readonly Break[] {
  if (series.kind === 'heading' || series.kind === 'sides') return NONE;
  const first = firstNumber(series);
  const { members } = series;
  if (members.every(({ mark }, i) => mark.value === first + i || mark.value === 0)) return NONE;
  const known = breaksOf.get(series);
  if (known?.length === members.length && known.first === first) return known.breaks;
  const breaks =
    members.length === 1
      ? readSingle(series, first)
      : findBreaks(
          members.map((m) => m.mark.value),
          first,
        );
  breaksOf.set(series, { length: members.length, first, breaks });
  return breaks;
}

const NONE: readonly Break[] = [];

/** A member that stands alone, numbered other than one. */
function readSingle({ first: { mark } }: Series, first: number): readonly Break[] {
  return [{ at: 0, value: mark.value, expected: first, how: mark.value > first ? 'gap' : 'wrong' }];
}

function say(series: Series, { at, value, expected, how }: Break): string {
  const members = series.members;
  const name = (number: number) => nameNumber(members[at]!, number);
  const label = members[at]!.label;
  const list = listMembers(series, at);
  if (how === 'swapped') return `“${label}”与“${members[at + 1]!.label}”次序颠倒：现有${list}`;
  if (at === 0) {
    const before = series.before && expected > 1 ? `前面编到“${series.before.last.label}”，` : '';
    return `${before}此处应从“${name(expected)}”起，却以“${label}”开头：现有${list}`;
  }
  const previous = members[at - 1]!.label;
  if (how === 'gap' && members[at - 1]!.mark.value < expected) {
    const missing = value - expected === 1 ? name(expected) : `${name(expected)}至${name(value - 1)}`;
    return `“${previous}”之后是“${label}”，缺“${missing}”：现有${list}`;
  }
  if (members.slice(0, at).some((m) => m.mark.value === value)) {
    return `“${label}”重复：“${previous}”之后应为“${name(expected)}”；现有${list}`;
  }
  return `“${previous}”之后应为“${name(expected)}”，文中是“${label}”：现有${list}`;
}

/** The label the member would have with another number. */
function nameNumber(member: Member, number: number): string {
  const { mark, label } = member;
  const written = writeNumber(mark, number) ?? String(number);
  const from = mark.numberStart - mark.start;
  return label.slice(0, from) + written + label.slice(from + mark.numberEnd - mark.numberStart);
}

/** The members beside the break. */
function neighbours(series: Series, at: number): Evidence[] {
  const evidence: Evidence[] = [];
  for (const i of [at - 1, at + 1]) {
    const member = series.members[i];
    if (!member) continue;
    const line = member.paragraph.index + 1;
    evidence.push({
      start: member.start,
      end: member.markEnd,
      message: `${i < at ? '前' : '后'}一项“${member.label}”（第${line}行）`,
    });
  }
  return evidence;
}
