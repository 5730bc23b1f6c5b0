/**
 * Findings that the writer has said to leave alone. In plain text a comment would be printed, so they are named from outside: by rule
 * and by the text around them, which edits elsewhere neither revive nor lose.
 */
import type { Document } from './document.ts';
import type { Finding } from './finding.ts';

export interface Ignore {
  readonly ruleId: string;
  /** {@link contextOf} of the finding; {@link EVERYWHERE} for all findings of the rule in the document. */
  readonly context: string;
}

export const EVERYWHERE = '*';

/** Units of the paragraph on either side that are part of the context. */
const REACH = 12;

/**
 * What a finding is known by: a hash of its text and of what stands around it in the paragraph, blanks left out. The same words in the
 * same surroundings are the same place. 16 hexadecimal digits; nothing of the text can be read out of it.
 */
export function contextOf(document: Document, { start, end }: Pick<Finding, 'start' | 'end'>): string {
  const first = document.paragraphAt(start);
  const last = document.paragraphAt(end);
  const from = Math.max(first.start, start - REACH);
  const to = Math.min(last.end, end + REACH);
  const parts = [document.slice(from, start), document.slice(start, end), document.slice(end, to)];
  return hash(parts.map((part) => part.replace(/\s/g, '')).join('\u0001'));
}

/** Those of the findings that no ignore names, and the ignores that named none. */
export function withoutIgnored(
  findings: readonly Finding[],
  ignores: readonly Ignore[],
  document: Document,
): { findings: readonly Finding[]; unused: readonly Ignore[] } {
  const byRule = new Map<string, Map<string, Ignore>>();
  for (const ignore of ignores) {
    let contexts = byRule.get(ignore.ruleId);
    if (!contexts) {
      contexts = new Map();
      byRule.set(ignore.ruleId, contexts);
    }
    // Of two that say the same, the first is the one.
    if (!contexts.has(ignore.context)) contexts.set(ignore.context, ignore);
  }
  const used = new Set<Ignore>();
  const kept = findings.filter((finding) => {
    const contexts = byRule.get(finding.ruleId);
    const ignore = contexts && (contexts.get(EVERYWHERE) ?? contexts.get(contextOf(document, finding)));
    if (ignore) used.add(ignore);
    return !ignore;
  });
  const isUsed = ({ ruleId, context }: Ignore) => used.has(byRule.get(ruleId)!.get(context)!);
  return { findings: kept, unused: ignores.filter((ignore) => !isUsed(ignore)) };
}

/** Whether a finding lies within a word that is right as it stands, because the house says so. */
export function isWithinWord(
  document: Document,
  { start, end }: Pick<Finding, 'start' | 'end'>,
  words: readonly string[],
): boolean {
  const paragraph = document.paragraphAt(start);
  const [from, to] = [start - paragraph.start, end - paragraph.start];
  return words.some((word) => {
    const first = paragraph.source.indexOf(word, Math.max(0, to - word.length));
    return first >= 0 && first <= from;
  });
}

/** Two 32-bit FNV-1a sums, the second of the text backwards: no secret is kept by it, no attack is feared. */
function hash(text: string): string {
  let forward = 0x811c9dc5;
  let backward = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    forward = Math.imul(forward ^ text.charCodeAt(i), 0x01000193);
    backward = Math.imul(backward ^ text.charCodeAt(text.length - 1 - i), 0x01000193);
  }
  return [forward, backward].map((sum) => (sum >>> 0).toString(16).padStart(8, '0')).join('');
}
