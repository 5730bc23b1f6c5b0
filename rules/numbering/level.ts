import type { Fix } from '../../engine/finding.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import { isStructural, LEVELS, type MarkKind } from '../../language/structure/series-marks.ts';
import { definePerSeries, type Member, type Series } from '../../language/structure/structure.ts';

/** A member under one that it should not stand under. */
interface Misplacement {
  readonly inner: Member;
  readonly outer: Member;
  readonly how: 'inverted' | 'skipped' | 'same' | 'demoted';
}

type Misplaced = Match & Misplacement;

const ORDER_CLAUSE = 'GB/T 15834—2011 附录 B.3.8';

/** Levels out of order: a higher mark under a lower one, or a level left out. The standards advise, they do not demand. */
export const level = defineDocumentRule<Misplaced>({
  id: 'numbering/level',
  severity: 'hint',
  kinds: { law: 'off' },

  *find(document) {
    for (const found of document.model(misplacements).found.values()) {
      const { inner, how } = found;
      // The level of a style is not seen on the page.
      const isSeen = how === 'same' || (how === 'demoted' && headingMarks(inner.paragraph) !== '');
      const severity = isSeen ? ({ severity: 'warning' } as const) : {};
      yield { start: inner.start, end: inner.start + inner.label.length, ...found, ...severity };
    }
  },

  explain({ inner, outer, how }) {
    const { message, basis, place } = SAYINGS[how](inner, outer);
    return {
      message,
      ...(basis === undefined ? {} : { basis }),
      evidence: [{ start: outer.start, end: outer.markEnd, message: `${place}“${outer.label}”` }],
    };
  },

  fix({ inner, outer, how }) {
    if (how === 'demoted') return sameDepth(inner, outer);
    return how === 'same' ? otherWords(inner.series) : [];
  },
});

interface Saying {
  readonly message: string;
  readonly basis?: string;
  /** What the other mark is to this one. */
  readonly place: string;
}

const SAYINGS: Readonly<Record<Misplacement['how'], (inner: Member, outer: Member) => Saying>> = {
  inverted: (inner, outer) => ({
    message: `“${outer.label}”之下又用了更高一层的“${inner.label}”：层次序数依次用“一、”“（一）”“1.”“（1）”`,
    basis: `${ORDER_CLAUSE}；GB/T 9704—2012 7.3.3`,
    place: '上一层',
  }),
  skipped: (inner, outer) => ({
    message: `“${outer.label}”之下直接用“${inner.label}”，跳过了中间层次`,
    basis: ORDER_CLAUSE,
    place: '上一层',
  }),
  same: (inner, outer) => ({
    message: `“${outer.label}”之内又用“${inner.label}”分列，两层序次语同形，下一层可改用别的序次语`,
    basis: ORDER_CLAUSE,
    place: '上一层',
  }),
  demoted: (inner, outer) => ({
    message: `“${inner.label}”的标题级别与同组的“${outer.label}”不同：${depthOf(inner)} 级，同组为 ${depthOf(outer)} 级`,
    place: '同组',
  }),
};

function depthOf({ paragraph }: Member): number {
  return paragraph.headingLevel;
}

/** The # of a Markdown heading; Word's levels are no text. */
function headingMarks({ source }: Paragraph): string {
  return /^ {0,3}(#{1,6})/.exec(source)?.[1] ?? '';
}

function sameDepth({ paragraph }: Member, like: Member): Fix[] {
  const before = headingMarks(paragraph);
  if (before === '') return [];
  const at = paragraph.start + paragraph.source.indexOf('#');
  const marks = '#'.repeat(depthOf(like));
  const title = `改为 ${marks.length} 级标题`;
  return [{ title, edits: [{ start: at, end: at + before.length, text: marks }], safe: false }];
}

/** 一是 二是 inside 一是: 首先 其次 for the inner ones, else （1）（2）. */
function otherWords({ members }: Series): Fix[] {
  const words =
    members.length === 2 ? ['首先', '其次'] : members.length === 3 ? ['首先', '其次', '再次'] : [];
  const manners = [words.map((word) => `${word}，`), members.map((_, i) => `（${i + 1}）`)];
  return manners
    .filter(({ length }) => length > 0)
    .map((marks) => ({
      title: `下一层改用“${marks.join('').replace(/，$/, '')}”`,
      edits: members.map((member, i) => ({ start: member.start, end: member.markEnd, text: marks[i]! })),
      safe: false,
    }));
}

/** 一、 → （一） → 1. → （1） → ①. */
const CHAIN: readonly MarkKind[] = ['han', 'han-bracket', 'arabic', 'arabic-bracket', 'circled'];

function isHeading(series: Series): boolean {
  return series.first.mark.lead && CHAIN.includes(series.kind) && series.first.paragraph.role !== 'heading';
}

/** By the marks alone, which say level and number. */
const misplacements = definePerSeries<Misplacement>('misplaced headings', (series) =>
  isHeading(series) ? (inverted(series) ?? skipped(series)) : (sameWords(series) ?? demoted(series)),
);

/** 三是提升服务。一是…。二是…。四是…: a list of words inside a member of a list of the same words. */
function sameWords({ parent, key, kind, first, members }: Series): Misplacement | undefined {
  if (!parent || members.length === 1 || parent.series.key !== key || isStructural(kind) || kind === 'sides')
    return undefined;
  // 二是改厕，其中一是…: said to be within.
  if (first.paragraph.text.endsWith('其中', first.mark.start)) return undefined;
  return { inner: first, outer: parent, how: 'same' };
}

/** ## 1. ## 2. ### 3. ## 4.: one heading is deeper than those before and behind it. */
function demoted({ members }: Series): Misplacement | undefined {
  if (members[0]!.paragraph.role !== 'heading' || members[0]!.mark.value === 0) return undefined;
  for (let i = 1; i < members.length; i++) {
    const [before, member, after] = [members[i - 1]!, members[i]!, members[i + 1]];
    if (depthOf(member) === depthOf(before) || depthOf(member) === 0 || depthOf(before) === 0) continue;
    if (after ? depthOf(after) === depthOf(before) : i > 1 && depthOf(before) === depthOf(members[i - 2]!))
      return { inner: member, outer: before, how: 'demoted' };
  }
  return undefined;
}

/**
 * （一）（二）一、…（三）: the list of lower marks goes on below a higher mark, so this stands inside it. Also a higher mark
 * that the structure placed inside a lower one.
 */
function inverted(series: Series): Misplacement | undefined {
  const { parent } = series;
  if (!parent) return undefined;
  if (isHeading(parent.series) && LEVELS[series.kind]! < LEVELS[parent.mark.kind]!)
    return { inner: series.first, outer: parent, how: 'inverted' };
  const earlier = series.continues;
  const higher = parent.series;
  if (!earlier || !isHeading(higher) || !isHeading(earlier) || earlier.parent !== higher.parent)
    return undefined;
  if (LEVELS[higher.kind]! >= LEVELS[earlier.kind]!) return undefined;
  return { inner: higher.first, outer: earlier.last, how: 'inverted' };
}

/** （一） → （1）: 1. is left out. 一、 → 1. is common and accepted. */
function skipped(series: Series): Misplacement | undefined {
  const outer = series.parent;
  if (!outer || !isHeading(outer.series)) return undefined;
  const from = CHAIN.indexOf(outer.mark.kind);
  const to = CHAIN.indexOf(series.kind);
  if (to - from < 2 || (outer.mark.kind === 'han' && series.kind === 'arabic')) return undefined;
  return { inner: series.first, outer, how: 'skipped' };
}
