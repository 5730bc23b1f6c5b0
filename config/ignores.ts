/**
 * `gongwen-ignores.tsv`: what is to be left alone, kept beside the drafts. A line each, sorted, so that git merges what two people
 * add:
 *
 *     讲话稿.txt ⇥ figures/growth ⇥ 1f0c29a7d3b86e54 ⇥ 增长25%
 *
 * File (relative to the folder of the list, with slashes), rule, context (`*`: the whole file), and an excerpt for the reader, which
 * means nothing. The same file serves as the baseline of old documents.
 */
import { contextOf, type Document, EVERYWHERE, type Finding, type Ignore } from '../rules/index.ts';

/** One line of the list. */
export interface IgnoreEntry extends Ignore {
  /** Relative to the folder of the list, with slashes. */
  readonly file: string;
  readonly excerpt: string;
}

/** An entry as it stands in a list. */
export interface ListedIgnore extends IgnoreEntry {
  /** From 1. */
  readonly line: number;
}

/** A line that cannot be read; it is left out, and kept when the list is written. `line` from 1. */
export interface IgnoreProblem {
  readonly line: number;
  readonly text: string;
}

/** A list as it is read, with its entries by file: of a long one that many drafts ask of, each asks for its own. */
export class IgnoreList {
  readonly entries: readonly ListedIgnore[];
  readonly problems: readonly IgnoreProblem[];
  readonly #byFile = new Map<string, ListedIgnore[]>();

  constructor(text: string) {
    const { entries, problems } = parseIgnores(text);
    this.entries = entries;
    this.problems = problems;
    for (const entry of entries) {
      const list = this.#byFile.get(entry.file);
      if (list) list.push(entry);
      else this.#byFile.set(entry.file, [entry]);
    }
  }

  /** @param file as the list names it */
  of(file: string): readonly ListedIgnore[] {
    return this.#byFile.get(file) ?? [];
  }
}

const HEAD = '# 公文校对：忽略的问题（文件、规则、位置指纹、原文）。一行一条，可以删改；# 之后是说明。';
const CONTEXT = /^(?:[0-9a-f]{16}|\*)$/;
/** Units of the text that an entry shows. */
const EXCERPT = 24;

export function parseIgnores(text: string): { entries: ListedIgnore[]; problems: IgnoreProblem[] } {
  const entries: ListedIgnore[] = [];
  const problems: IgnoreProblem[] = [];
  for (const [i, line] of text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const [file = '', ruleId = '', context = '', excerpt = ''] = line.split('\t');
    if (file !== '' && /^[a-z]+\/[a-z-]+$/.test(ruleId) && CONTEXT.test(context))
      entries.push({ file, ruleId, context, excerpt, line: i + 1 });
    else problems.push({ line: i + 1, text: line });
  }
  return { entries, problems };
}

/**
 * The text of a list without some of its lines, and with entries added where they sort. What else stands in it stays where it is:
 * remarks of the reader, lines that nobody can read, the kind of line breaks.
 * @param remove line numbers, from 1
 */
export function editIgnores(
  text: string,
  { add = [], remove = [] }: { readonly add?: readonly IgnoreEntry[]; readonly remove?: readonly number[] },
): string {
  const bom = text.startsWith('\ufeff') ? '\ufeff' : '';
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const dropped = new Set(remove);
  const kept = text
    .slice(bom.length)
    .split(/\r?\n/)
    .filter((_, i) => !dropped.has(i + 1));
  if (kept.at(-1) === '') kept.pop();
  const known = new Set(parseIgnores(kept.join('\n')).entries.map(keyOf));
  const added = new Map(add.filter((entry) => !known.has(keyOf(entry))).map((e) => [keyOf(e), lineOf(e)]));
  const waiting = [...added.values()].sort().reverse();
  const lines = text.trim() === '' ? [HEAD] : [];
  for (const line of kept) {
    if (line !== '' && !line.startsWith('#'))
      while (waiting.length > 0 && waiting.at(-1)! < line) lines.push(waiting.pop()!);
    lines.push(line);
  }
  lines.push(...waiting.reverse());
  return bom + [...lines, ''].join(eol);
}

/** An entry that leaves nothing alone: its file or its rule is gone, or nothing is found there any more. */
export interface IdleIgnore {
  readonly entry: ListedIgnore;
  readonly because: 'no-file' | 'no-rule' | 'no-finding';
}

/** A file that a list names, once it has been checked. */
export interface CheckedFile {
  /** Of its ignores, those that nothing was found for. */
  readonly unused: readonly Ignore[];
  /** The ids of rules that users define for it. */
  readonly userRules: readonly string[];
}

/** What is known of a file that a list names: not there, not looked at, or what checking it came to. */
export type FileState = 'missing' | 'unknown' | CheckedFile;

/**
 * The entries that matched nothing, in the order of the list. Silent on what nobody has looked at: files that were not checked, rules
 * that are off ({@link LintedDocument.unusedIgnores} leaves these out).
 * @param isRule whether there is such a rule of ours, on or off
 * @param stateOf asked once for each file, by its name in the list
 */
export function idleIgnores(
  entries: readonly ListedIgnore[],
  isRule: (ruleId: string) => boolean,
  stateOf: (file: string) => FileState,
): IdleIgnore[] {
  const states = new Map<string, FileState>();
  const reasonFor = (entry: ListedIgnore): IdleIgnore['because'] | undefined => {
    let state = states.get(entry.file);
    if (!state) {
      state = stateOf(entry.file);
      states.set(entry.file, state);
    }
    if (state === 'missing') return 'no-file';
    // Which rules users define for it is not known either.
    if (state === 'unknown') return undefined;
    if (!isRule(entry.ruleId) && !state.userRules.includes(entry.ruleId)) return 'no-rule';
    const isUnused = state.unused.some((u) => u.ruleId === entry.ruleId && u.context === entry.context);
    return isUnused ? 'no-finding' : undefined;
  };
  return entries.flatMap((entry) => {
    const because = reasonFor(entry);
    return because ? [{ entry, because }] : [];
  });
}

/** The entry that leaves one finding alone. */
export function ignoreFinding(file: string, document: Document, finding: Finding): IgnoreEntry {
  const excerpt = document.slice(finding.start, finding.end).replace(/\s+/g, ' ');
  return {
    file,
    ruleId: finding.ruleId,
    context: contextOf(document, finding),
    excerpt: [...excerpt].slice(0, EXCERPT).join(''),
  };
}

/** The entry that leaves all findings of a rule in a file alone. */
export function ignoreRule(file: string, ruleId: string): IgnoreEntry {
  return { file, ruleId, context: EVERYWHERE, excerpt: '' };
}

/** Where an entry comes in the sorted list: the line number (from 0) of a text to insert it before, and the line. */
export function insertion(text: string, entry: IgnoreEntry): { line: number; text: string } | undefined {
  const lines = text.split(/\r?\n/);
  const added = lineOf(entry);
  if (parseIgnores(text).entries.some((known) => keyOf(known) === keyOf(entry))) return undefined;
  if (text.trim() === '') return { line: 0, text: `${HEAD}\n${added}\n` };
  const at = lines.findIndex((line) => line !== '' && !line.startsWith('#') && line > added);
  if (at >= 0) return { line: at, text: `${added}\n` };
  const ended = lines.at(-1) === '';
  return { line: ended ? lines.length - 1 : lines.length, text: ended ? `${added}\n` : `\n${added}\n` };
}

function keyOf({ file, ruleId, context }: IgnoreEntry): string {
  return `${file}\t${ruleId}\t${context}`;
}

function lineOf(entry: IgnoreEntry): string {
  return `${keyOf(entry)}\t${entry.excerpt}`;
}
