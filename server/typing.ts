/**
 * Quiet while an input method composes. Editors put what is being composed into the text, so that for a moment a draft
 * says `我们xx` or `zhong'yang`: what is found there must not flash up at every syllable. Nothing in LSP tells
 * composition from text that stays, but its letters do: whoever means them pauses or types on.
 */
import type { Document, Edit, Finding, Range } from '../rules/index.ts';
import type { ServerContext } from './context.ts';
import type { ServedDocument } from './documents.ts';

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
  return (
    start >= composition.start || !shown.some((before) => before.start === start && before.ruleId === ruleId)
  );
}

/** Lets the findings held back come out when the writer pauses; other text typed lets them out by itself. */
export function typing({ documents, host }: ServerContext): { dispose(): void } {
  const timers = new Map<ServedDocument, ReturnType<typeof setTimeout>>();
  const forget = (document: ServedDocument) => {
    clearTimeout(timers.get(document));
    timers.delete(document);
  };

  documents.onDidChange(({ document, reason }) => {
    if (reason !== 'edited') return;
    forget(document);
    if (!document.composition) return;
    const timer = setTimeout(() => {
      timers.delete(document);
      documents.endComposition(document);
    }, host.delays?.composition ?? PAUSE);
    timers.set(document, timer);
  });
  documents.onDidClose(forget);

  return {
    dispose() {
      for (const document of [...timers.keys()]) forget(document);
    },
  };
}
