/**
 * New numbers for members: of one series, a selection or the whole document, with the references to them. Each answer is one step of edits, with what it changes for a preview.
 */
import type { Document } from '../../../engine/document.ts';
import type { Edit, Range } from '../../../engine/finding.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import {
  attachmentLists,
  type Reference,
  type ReferenceKind,
  references,
} from '../../../language/structure/references.ts';
import { runs } from '../../../language/structure/runs.ts';
import { writeNumber } from '../../../language/structure/series-marks.ts';
import { type Member, type Series, structure } from '../../../language/structure/structure.ts';
import { settle } from './settle.ts';

/** One place that changes. */
export interface Change extends Range {
  /** Line from 1. */
  readonly line: number;
  readonly from: string;
  readonly to: string;
  /** Not a member's own mark but a place that speaks of it. */
  readonly reference: boolean;
}

export interface Renumbering {
  readonly title: string;
  readonly edits: readonly Edit[];
  readonly changes: readonly Change[];
}

/** A member and the number it is to have. */
interface NewNumber {
  readonly member: Member;
  readonly value: number;
}

/** What the series should begin with: one, or where the series before it stopped. */
export function firstNumber(series: Series): number {
  const value = series.first.mark.value;
  // An excerpt of a statute begins with any article.
  if (!series.before && (series.kind === 'article' || series.kind === 'chapter') && value > 3) return value;
  if (value === 1 || !series.before) return 1;
  if (value === series.before.reach + 1) return value;
  const next = series.before.last.mark.value + 1;
  // Numbers that run on through the headings: a number above the last one is a gap in the run, not a bad start.
  return value === next || (value > next && runsOn(series.before)) ? next : 1;
}

function runsOn(series: Series): boolean {
  return series.kind === 'article' || series.continues !== undefined;
}

/** Numbers one series, and those that run on from it. Undefined when nothing changes or a form has no such number. */
export function renumberSeries(document: Document, series: Series): Renumbering | undefined {
  return renumbering(document, numbersOf(document, [series]));
}

/** Numbers the innermost series with a mark on the offset's line, at or before the offset if there is one. */
export function renumberAt(document: Document, offset: number): Renumbering | undefined {
  const paragraph = document.paragraphAt(offset);
  let best: Member | undefined;
  for (const series of document.model(structure).series) {
    for (const member of series.members) {
      if (member.paragraph !== paragraph || (best && (member.start > offset || member.start < best.start)))
        continue;
      best = member;
    }
  }
  return best && renumberSeries(document, best.series);
}

/** Numbers every series of the document that has a break, so that numbering it again changes nothing. */
export function renumberDocument(document: Document): Renumbering | undefined {
  const settled = settle(document, (now) => renumbering(now, numbersOf(now, now.model(structure).series)));
  return settled && settled.changes.length > 0 ? { ...settled, title: titleOf(settled.changes) } : undefined;
}

/**
 * Numbers the members whose marks stand in the range: those of one form under one heading follow each other, from
 * the number before them on, or from one.
 */
export function renumberRange(document: Document, range: Range): Renumbering | undefined {
  const counters = new Map<Member | undefined, Map<string, number>>();
  const numbers: NewNumber[] = [];
  for (const series of document.model(structure).series) {
    if (!isNumbered(series)) continue;
    for (const [i, member] of series.members.entries()) {
      if (member.start < range.start || member.start >= range.end) continue;
      let byKey = counters.get(series.parent);
      if (!byKey) {
        byKey = new Map();
        counters.set(series.parent, byKey);
      }
      const known = byKey.get(series.key);
      const value =
        known !== undefined ? known + 1 : i > 0 ? series.members[i - 1]!.mark.value + 1 : firstNumber(series);
      byKey.set(series.key, value);
      numbers.push({ member, value });
    }
  }
  return renumbering(document, numbers);
}

/** Not headings without a number, nor pairs: 一方面…一方面, 一是…一是. */
function isNumbered({ kind, members }: Series): boolean {
  if (kind === 'heading' || kind === 'sides') return false;
  return !(kind === 'verb' && members.length > 1 && members.every(({ mark }) => mark.value === 1));
}

/** The right numbers of the series' members; a series that ran on from one that changes runs on from its new end. */
function numbersOf(document: Document, chosen: readonly Series[]): NewNumber[] {
  const { all, places, continuing } = document.model(runs);
  // Those that run on from a chosen one may change with it; the others cannot.
  const reached = new Set(chosen.map((series) => places.get(series)!));
  for (const place of reached) {
    const { members } = all[place]!;
    for (const next of continuing.get(members[members.length - 1]!.series) ?? []) reached.add(next);
  }
  const wanted = new Set(chosen);
  const numbers: NewNumber[] = [];
  const ends = new Map<Series, number>();
  for (const place of [...reached].sort((a, b) => a - b)) {
    const { head, members } = all[place]!;
    const moved = head.continues && ends.get(head.continues);
    if (!isNumbered(head) || !(moved !== undefined || members.some((m) => wanted.has(m.series)))) continue;
    const first = moved !== undefined ? moved + 1 : firstNumber(head);
    for (const [i, member] of members.entries()) numbers.push({ member, value: first + i });
    ends.set(members[members.length - 1]!.series, first + members.length - 1);
  }
  return numbers;
}

function renumbering(document: Document, numbers: readonly NewNumber[]): Renumbering | undefined {
  const changed = numbers.filter(
    ({ member, value }) => member.mark.value !== value && member.mark.value !== 0,
  );
  if (changed.length === 0) return undefined;
  const edits: Edit[] = [];
  const changes: Change[] = [];
  for (const { member, value } of changed) {
    const { mark, paragraph, label } = member;
    const number = writeNumber(mark, value, paragraph.text.slice(mark.numberStart, mark.numberEnd));
    if (number === undefined) return undefined;
    const from = mark.numberStart - mark.start;
    edits.push({
      start: paragraph.start + mark.numberStart,
      end: paragraph.start + mark.numberEnd,
      text: number,
    });
    changes.push({
      start: member.start,
      end: member.markEnd,
      line: paragraph.index + 1,
      from: label,
      to: label.slice(0, from) + number + label.slice(from + mark.numberEnd - mark.numberStart),
      reference: false,
    });
  }
  followReferences(document, numbers, edits, changes);
  edits.sort((a, b) => a.start - b.start);
  changes.sort((a, b) => a.start - b.start);
  return { title: titleOf(changes), edits, changes };
}

function titleOf(changes: readonly Change[]): string {
  const own = changes.filter((c) => !c.reference);
  const referring = changes.length - own.length;
  const also = referring > 0 ? `，引用 ${referring} 处一并改` : '';
  const first = own[0]!;
  return own.length === 1
    ? `“${first.from}”改为“${first.to}”${also}`
    : `重新编号 ${own.length} 处（“${first.from}”改为“${first.to}”……）${also}`;
}

/** Which references speak of the members of a series. */
function referenceKind({ series, paragraph }: Member): ReferenceKind | undefined {
  switch (series.kind) {
    case 'article':
    case 'chapter':
    case 'section':
      return series.kind;
    case 'han':
      return series.parent ? undefined : 'part';
    case 'han-bracket':
      return series.first.mark.lead ? 'item' : undefined;
    case 'attachment':
      return 'attachment';
    case 'arabic':
      return attachmentListOf(series, paragraph) ? 'attachment' : undefined;
    default:
      return undefined;
  }
}

function attachmentListOf(series: Series, paragraph: Member['paragraph']): boolean {
  return series.first.paragraph === paragraph || series.members.length > 1
    ? series.first.paragraph.fact(attachmentLists).length > 0
    : false;
}

/** Adds the edits of the references to renumbered members. A number that two members bore points to neither. */
function followReferences(
  document: Document,
  numbers: readonly NewNumber[],
  edits: Edit[],
  changes: Change[],
): void {
  const targets = targetsIn(numbers);
  if (targets.size === 0) return;
  const spans = itemSpans(numbers);
  for (const paragraph of document.paragraphsWith(references)) {
    for (const ref of paragraph.fact(references)) {
      if (ref.of === 'other') continue;
      const place =
        ref.kind === 'item'
          ? spans.find((s) => s.from <= paragraph.index && paragraph.index <= s.to)?.parent
          : undefined;
      const target = targets.get(keyOf(ref.kind, ref.value, place));
      if (target === undefined || target === 'several' || target.value === ref.value) continue;
      const text = rewrite(paragraph.text, ref, target.value);
      if (text === undefined) continue;
      const [start, end] = [paragraph.start + ref.numberStart, paragraph.start + ref.numberEnd];
      if (edits.some((e) => e.start < end && start < e.end)) continue;
      edits.push({ start, end, text });
      changes.push(changeOf(paragraph, ref, text));
    }
  }
}

/** What references may point to, by kind, number and article. */
function targetsIn(numbers: readonly NewNumber[]): ReadonlyMap<string, NewNumber | 'several'> {
  const targets = new Map<string, NewNumber | 'several'>();
  for (const target of numbers) {
    const kind = referenceKind(target.member);
    if (!kind) continue;
    const key = keyOf(kind, target.member.mark.value, placeOf(kind, target.member));
    targets.set(key, targets.has(key) ? 'several' : target);
  }
  return targets;
}

/** @param number as the reference is to have it */
function changeOf({ text, start, index }: Paragraph, ref: Reference, number: string): Change {
  return {
    start: start + ref.start,
    end: start + ref.end,
    line: index + 1,
    from: text.slice(ref.start, ref.end),
    to: text.slice(ref.start, ref.numberStart) + number + text.slice(ref.numberEnd, ref.end),
    reference: true,
  };
}

const ids = new WeakMap<Member, number>();
let lastId = 0;

/** Items are numbered anew under each article: a reference speaks of those of its own. */
function placeOf(kind: ReferenceKind, member: Member): Member | undefined {
  return kind === 'item' ? member.series.parent : undefined;
}

function keyOf(kind: ReferenceKind, value: number, place: Member | undefined): string {
  if (!place) return `${kind} ${value}`;
  let id = ids.get(place);
  if (id === undefined) {
    id = ++lastId;
    ids.set(place, id);
  }
  return `${kind} ${value} ${id}`;
}

/** From which line to which the article of a renumbered list reaches, so far as its own list tells. */
function itemSpans(numbers: readonly NewNumber[]): { parent: Member; from: number; to: number }[] {
  const spans: { parent: Member; from: number; to: number }[] = [];
  for (const { member } of numbers) {
    const { parent } = member.series;
    if (member.series.kind !== 'han-bracket' || !parent || spans.at(-1)?.parent === parent) continue;
    const next = parent.series.members[parent.series.members.indexOf(parent) + 1];
    spans.push({
      parent,
      from: parent.paragraph.index,
      to: next ? next.paragraph.index - 1 : member.series.last.paragraph.index + 1,
    });
  }
  return spans;
}

function rewrite(text: string, ref: Reference, value: number): string | undefined {
  const arabic = /\d|[０-９]/.test(text[ref.numberStart]!);
  return arabic ? String(value) : writeNumber({ kind: 'han', word: '' }, value);
}
