/**
 * What figures say of those of paragraphs before them. A few paragraphs are read as one text by the readers that look farther back than a
 * sentence; what they find within one paragraph is told there already.
 */
import type { Document } from '../../../engine/document.ts';
import { defineFact, defineModel } from '../../../engine/facts.ts';
import type { Range } from '../../../engine/finding.ts';
import { lowerBound, NONE, spliceArray, syncTo } from '../../../engine/lists.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { isPlain, measures, type Quantity } from '../../../language/quantities/quantities.ts';
import { type AcrossReader, acrossReaders } from '../relations/across.ts';
import { relations } from '../relations/fact.ts';
import type { Relation } from '../relations/relation.ts';
import { lead } from '../relations/sentences.ts';

/** Paragraphs one behind the other, read as one text: where each begins in it. */
export interface Passage {
  readonly text: string;
  readonly lines: readonly { readonly paragraph: Paragraph; readonly at: number }[];
}

export interface Crossing {
  readonly passage: Passage;
  /** In offsets of the passage's text. */
  readonly relation: Relation;
}

/** The readers that the words before the figures of a paragraph call for. */
const reachingBack = defineFact<readonly AcrossReader[]>(
  'reaching back',
  { facts: [measures] },
  (paragraph) => {
    const { text } = paragraph;
    const called = new Set<AcrossReader>();
    for (const figure of paragraph.fact(measures)) {
      if (!isPlain(figure)) continue;
      const said = lead(text, figure);
      for (const reader of acrossReaders)
        if (reader.called.test(said) && text.includes(reader.holds ?? '')) called.add(reader);
    }
    return called.size === 0 ? NONE : [...called];
  },
);

/** How many paragraphs with figures, and how many characters, a passage goes back; over the headings of parts or not. */
const NEAR = { lines: 6, characters: 900, far: false };
const FAR = { lines: 40, characters: 5000, far: true };
type Reach = typeof NEAR;

interface Read {
  /** Undefined where nothing before the paragraph is near enough. */
  readonly passage: Passage | undefined;
  readonly found: readonly Crossing[];
  /** The paragraph at which the walk back stopped; undefined at the beginning of the document. */
  readonly stop: Paragraph | undefined;
}

interface Kept {
  readonly revision: number;
  /** The paragraphs that reach back, and what each says. */
  readonly paragraphs: Paragraph[];
  readonly reads: (readonly Read[])[];
  /** What they say, all in all; the same list while it is the same. */
  readonly said: readonly Crossing[];
}

/** What is said across paragraphs, by the paragraph that says it last; where nothing has changed up to where its walk stopped it stands. */
const crossings = defineModel<Kept>(
  'figures across paragraphs',
  (document, previous) => {
    const { revision, paragraphs, reads }: Omit<Kept, 'said'> = previous ?? UNREAD();
    const now = document.paragraphsWith(reachingBack);
    const { from, removed, added } = syncTo(paragraphs, now, document.alikeSince(revision, reachingBack));
    let hasChanged = !previous || reads.slice(from, from + removed.length).some(saysAnything);
    const unread = added.map(() => NONE);
    spliceArray<readonly Read[]>(reads, from, removed.length, unread);
    const { before, behind } = document.alikeSince(revision);
    const tail = document.paragraphs.length - behind;
    for (let i = lowerBound(paragraphs, before, ({ index }) => index); i < paragraphs.length; i++) {
      const old = reads[i]!;
      const isRead = i < from || i >= from + added.length;
      if (isRead && old.every(({ stop }) => stop !== undefined && stop.index >= tail)) continue;
      reads[i] = readsOf(document, paragraphs[i]!, old);
      hasChanged ||= !saysTheSame(old, reads[i]!);
    }
    const said = previous && !hasChanged ? previous.said : reads.flat().flatMap(({ found }) => found);
    return { revision: document.revision, paragraphs, reads, said };
  },
  (before, after) => before.said === after.said,
);

const UNREAD = () => ({ revision: 0, paragraphs: [], reads: [] });

const saysAnything = (reads: readonly Read[]) => reads.some(({ found }) => found.length > 0);

/** Whether what was found is one and the same; what was read of the same lines is. */
function saysTheSame(before: readonly Read[], after: readonly Read[]): boolean {
  if (!saysAnything(before) && !saysAnything(after)) return true;
  return before.length === after.length && before.every(({ found }, i) => found === after[i]!.found);
}

function readsOf(document: Document, paragraph: Paragraph, old: readonly Read[]): readonly Read[] {
  const readers = paragraph.fact(reachingBack);
  return [NEAR, FAR].flatMap((reach) => {
    const due = readers.filter(({ far = false }) => far === reach.far);
    if (due.length === 0) return [];
    const { lines, stop } = linesTo(document, paragraph, reach);
    if (lines.length < 2) return [{ passage: undefined, found: NONE, stop }];
    const same = old.find(({ passage }) => passage && isOf(passage, lines));
    return [{ ...(same ?? readPassage(lines, due)), stop }];
  });
}

/** All that is said across paragraphs, whether it holds or not. */
export const saidAcross = (document: Document): readonly Crossing[] => document.model(crossings).said;

function isOf(passage: Passage, lines: readonly Paragraph[]): boolean {
  return (
    passage.lines.length === lines.length && lines.every((line, i) => line === passage.lines[i]!.paragraph)
  );
}

/** The paragraph with those before it that have figures. */
function linesTo(
  { paragraphs }: Document,
  last: Paragraph,
  reach: Reach,
): { readonly lines: readonly Paragraph[]; readonly stop: Paragraph | undefined } {
  const lines = [last];
  let length = last.content.length;
  let i = last.index - 1;
  for (; i >= 0 && lines.length < reach.lines; i--) {
    const paragraph = paragraphs[i]!;
    if (paragraph.blank) continue;
    length += paragraph.content.length;
    if (length > reach.characters || (!reach.far && PART.test(paragraph.content))) break;
    if (paragraph.fact(measures).length > 0) lines.unshift(paragraph);
  }
  return { lines, stop: paragraphs[i] };
}

function readPassage(
  paragraphs: readonly Paragraph[],
  readers: readonly AcrossReader[],
): Pick<Read, 'passage' | 'found'> {
  const lines: { paragraph: Paragraph; at: number }[] = [];
  let text = '';
  for (const paragraph of paragraphs) {
    lines.push({ paragraph, at: text.length });
    text += `${paragraph.text}。`;
  }
  const passage = { text, lines };
  return { passage, found: readAcross(passage, paragraphs.at(-1)!, readers) };
}

/** 二、政府性基金收支: another part begins. */
const PART = /^[一二三四五六七八九十]{1,3}、[^。；]{1,30}$/;

function readAcross(
  passage: Passage,
  last: Paragraph,
  readers: readonly AcrossReader[],
): readonly Crossing[] {
  const { text, lines } = passage;
  const figures = lines.flatMap(({ paragraph, at }) =>
    paragraph.fact(measures).map((figure) => (at === 0 ? figure : shifted(figure, at))),
  );
  const found: Relation[] = [];
  for (const { read } of readers) read(text, figures, found);
  const begins = lines.at(-1)!.at;
  const own = last.fact(relations);
  return found
    .filter((relation) => crosses(relation, begins))
    .filter(({ claimed }) => !own.some((one) => one.claimed.start + begins === claimed.start))
    .map((relation) => ({ passage, relation }));
}

function shifted(figure: Quantity, by: number): Quantity {
  const { digits } = figure;
  return {
    ...figure,
    start: figure.start + by,
    end: figure.end + by,
    digits: { start: digits.start + by, end: digits.end + by },
    numberEnd: figure.numberEnd + by,
    unitEnd: figure.unitEnd + by,
  };
}

/** Whether the figures of a relation stand in the last paragraph of a passage, which begins there, and in others. */
function crosses({ claimed, members }: Relation, begins: number): boolean {
  const all = [claimed, ...members];
  return all.some((q) => q.start >= begins) && all.some((q) => q.start < begins);
}

/** A range of the passage's text as one of the document. */
export function placed({ lines }: Passage, { start, end }: Range): Range {
  const line = lines.findLast(({ at }) => at <= start)!;
  const by = line.paragraph.start - line.at;
  return { start: start + by, end: end + by };
}
