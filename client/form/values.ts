/**
 * `gongwen-values.tsv`: answers for the drafts of a folder, one a line, the gap in its words and the value behind a tab:
 *
 *     【×】书记	张
 *     【×】市	榆林
 *     地区生产总值完成【×】亿元	1256.3
 *
 * A line holds where a draft asks with these words around its gap. Blank lines and those that begin with `#` mean nothing.
 */
import type { Entry, Form } from './form.ts';

export const VALUES_NAME = 'gongwen-values.tsv';

const HEAD = '# 空缺（连同前后的字，空缺放在【】中）\t填写的内容\n';

/** Values by phrase, as the file tells them; of two lines with one phrase the later holds. */
export function readValues(text: string): Map<string, string> {
  const values = new Map<string, string>();
  for (const line of text.split(/\r\n?|\n/)) {
    const [phrase = '', value = ''] = line.split('\t').map((cell) => cell.trim());
    if (!phrase.startsWith('#') && parse(phrase) && value !== '') values.set(phrase, value);
  }
  return values;
}

/**
 * The value for each question that one is told for. Of phrases that fit, the longest holds. One that fits several questions fills none
 * of them: `增长【×】%` may be any of the draft's rates.
 */
export function valuesFor(form: Form, values: ReadonlyMap<string, string>): Map<Entry, string> {
  const phrases = [...values.keys()].sort((a, b) => b.length - a.length);
  const told = new Map<string, Entry[]>();
  for (const entry of form.entries) {
    const phrase = phrases.find((phrase) => fits(phrase, entry));
    if (phrase !== undefined) told.set(phrase, [...(told.get(phrase) ?? []), entry]);
  }
  const found = new Map<Entry, string>();
  for (const [phrase, entries] of told) if (entries.length === 1) found.set(entries[0]!, values.get(phrase)!);
  return found;
}

function fits(phrase: string, { phrase: own, places }: Entry): boolean {
  if (phrase === own) return true;
  const { before, mark, after } = parse(phrase)!;
  return places.some(
    (place) => place.text === mark && place.before.endsWith(before) && place.after.startsWith(after),
  );
}

/** The gap and the words around it; undefined for what names no gap, or nothing but a gap. */
function parse(phrase: string): { before: string; mark: string; after: string } | undefined {
  const m = /^([^【】]*)【([^【】]+)】([^【】]*)$/.exec(phrase);
  if (!m || (m[1] === '' && m[3] === '')) return undefined;
  return { before: m[1]!, mark: m[2]!, after: m[3]! };
}

/** The file's text with the form's answers in it. Lines of other drafts, and remarks, stay. */
export function withValues(text: string, form: Form): string {
  const answers = new Map<string, string>();
  const ambiguous = new Set<string>();
  for (const { phrase, answer } of form.entries) {
    if (answers.has(phrase)) ambiguous.add(phrase);
    // A tab or a line break would make another line of it.
    const value = answer.replace(/\s+/g, ' ').trim();
    if (value !== '' && parse(phrase)) answers.set(phrase, value);
  }
  for (const phrase of ambiguous) answers.delete(phrase);
  const lines = text === '' ? [] : text.replace(/(?:\r\n?|\n)$/, '').split(/\r\n?|\n/);
  const kept = lines.map((line) => {
    const phrase = line.split('\t')[0]!.trim();
    const value = answers.get(phrase);
    answers.delete(phrase);
    return value === undefined ? line : `${phrase}\t${value}`;
  });
  const added = [...answers].map(([phrase, value]) => `${phrase}\t${value}`);
  return `${text === '' ? HEAD : ''}${[...kept, ...added].map((line) => `${line}\n`).join('')}`;
}
