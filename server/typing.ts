/**
 * Quiet while somebody writes.
 *
 * While an input method composes: editors put what is being composed into the text, so that for a moment a draft
 * says `我们xx` or `zhong'yang`: what is found there must not flash up at every syllable. Nothing in LSP tells
 * composition from text that stays, but its letters do: whoever means them pauses or types on.
 *
 * And while a sentence or a list is not finished: `三项重点任务。一要抓项目；` lacks two of three until they are written, and a bracket its
 * partner. What rules find that await more (`awaitsMore`) waits as long as text is being written there.
 */
import { type Document, type Edit, type Finding, lowerBound, type Range } from '../rules/index.ts';
import type { ServerContext } from './context.ts';
import type { ServedDocument } from './served-document.ts';

/** Without a change for so long, in ms, the letters are taken to be meant. */
const PAUSE = 800;

/** Syllables as input methods write them: `xx`, `x'x`, on some systems `xin xi`. */
const SYLLABLES = /^[a-z'][a-z' ]*$/;
/** Nobody composes more letters than this at a time. */
const MOST_LETTERS = 100;

/**
 * The letters that may still be under composition after a change: those before the caret it left.
 * @param document as the change left it
 * @param change in offsets of the text before
 * @param before what was under composition before it: a deletion goes on with that, and begins nothing
 */
export function compositionAfter(
  document: Document,
  { start, text }: Edit,
  before: Range | undefined,
): Range | undefined {
  if (!(text === '' ? before : SYLLABLES.test(text))) return undefined;
  const caret = start + text.length;
  const line = document.paragraphAt(caret);
  let letters = 0;
  const isLetter = (at: number) => /[a-z']/.test(line.source[at] ?? '');
  while (letters < MOST_LETTERS && isLetter(caret - line.start - letters - 1)) letters++;
  const from = Math.min(start, caret - letters);
  return from < caret ? { start: from, end: caret } : undefined;
}

/**
 * Whether a finding is about the letters under composition. One that begins before them and has been shown already is
 * about the text they stand in: an advert does not cease to be one while somebody types at its end.
 * @param shown what the client was last told
 */
export function isComposed(
  { ruleId, start, end }: Finding,
  composition: Range,
  shown: readonly Finding[],
): boolean {
  if (start >= composition.end || end <= composition.start) return false;
  return start >= composition.start || !wasShown(shown, start, ruleId);
}

/** What is typed at a time is not longer: a commit of an input method. A longer text is pasted. */
const MOST_TYPED = 40;

/**
 * Where text is being written after a change: the caret it left. Undefined where nobody writes.
 * @param before where it was being written: deleting goes on with that, and begins nothing
 */
export function writingAfter({ start, end, text }: Edit, before: number | undefined): number | undefined {
  if (text === '') return before !== undefined && end - start <= MOST_TYPED ? start : undefined;
  const typed = text.length <= MOST_TYPED && (text.trim() === '' || !/[\r\n]/.test(text));
  return typed ? start + text.length : undefined;
}

/**
 * Whether what is written next at the caret may settle a finding of a rule that awaits more: the place it speaks of, or what supports it,
 * is in the line being written (in the one before, where a new line has just been begun), or nothing at all follows the caret yet.
 * One that has been shown stays.
 * @param shown what the client was last told
 */
export function isUnsettled(
  finding: Finding,
  caret: number,
  document: Document,
  shown: readonly Finding[],
): boolean {
  const { ruleId, start, end } = finding;
  if (start > caret || wasShown(shown, start, ruleId)) return false;
  let { index } = document.paragraphAt(caret);
  const isLast = document.paragraphs.slice(index + 1, index + 1 + MOST_BLANK).every(({ blank }) => blank);
  const isEnd = isLast && index + 1 + MOST_BLANK >= document.paragraphs.length;
  if (isEnd && document.slice(caret, document.paragraphs[index]!.end).trim() === '') return true;
  while (index > 0 && document.paragraphs[index]!.blank) index--;
  const from = document.paragraphs[index]!.start;
  const isThere = (place: Range) => place.end >= from && place.start <= caret;
  // What supports a finding is put into words with it: it is asked for where nothing else decides.
  return isThere({ start, end }) || finding.evidence.some(isThere);
}

/** @param shown by start */
function wasShown(shown: readonly Finding[], start: number, ruleId: string): boolean {
  for (let i = lowerBound(shown, start, (finding) => finding.start); shown[i]?.start === start; i++)
    if (shown[i]!.ruleId === ruleId) return true;
  return false;
}

/** So many blank lines may stand behind the last one that is written. */
const MOST_BLANK = 20;

/** Without a change for so long, in ms, what stands there is taken for what was to be written. */
const WRITING_PAUSE = 3000;

/** Lets the findings held back come out when the writer pauses; whatever settles them lets them out by itself. */
export function typing({ documents, host }: ServerContext): { dispose(): void } {
  const timers = new Map<ServedDocument, Set<ReturnType<typeof setTimeout>>>();
  const forget = (document: ServedDocument) => {
    for (const timer of timers.get(document) ?? []) clearTimeout(timer);
    timers.delete(document);
  };

  documents.onDidChange(({ document, reason }) => {
    if (reason !== 'edited') return;
    forget(document);
    const waits = new Set<ReturnType<typeof setTimeout>>();
    if (document.composition)
      waits.add(setTimeout(() => documents.paused(document, 'composing'), host.delays?.composition ?? PAUSE));
    if (document.writing !== undefined)
      waits.add(
        setTimeout(() => documents.paused(document, 'writing'), host.delays?.writing ?? WRITING_PAUSE),
      );
    if (waits.size > 0) timers.set(document, waits);
  });
  documents.onDidClose(forget);

  return {
    dispose() {
      for (const document of [...timers.keys()]) forget(document);
    },
  };
}
