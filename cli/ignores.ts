/** Lists of ignores on the command line: what one file says of them, and what is told and written when all files are through. */
import { isUtf8 } from 'node:buffer';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import {
  type CheckedFile,
  editIgnores,
  type IdleIgnore,
  type IgnoreEntry,
  IgnoreList,
  idleIgnores,
  type ListedIgnore,
} from '../config/ignores.ts';
import { TextFileError } from '../host/text-file-error.ts';
import { absolute, type CommandLineConfig } from './config.ts';
import type { Messages } from './messages.ts';
import type { CheckOptions, IgnoresOptions } from './options.ts';
import type { FileIgnores } from './outcome.ts';
import { type Checked, type FileReport, placeOf } from './report.ts';
import { isOurRule } from './rule-names.ts';
import { visible } from './terminal.ts';
import { replaceFile } from './text-file.ts';

/**
 * The report of a file without what is to be noted in a list, what the lists are told of the file, and a line for each comment in
 * vain.
 */
export function collectIgnores(
  { path, checked, userRules }: { path: string; checked: Checked; userRules: readonly string[] },
  config: CommandLineConfig,
  { ignores, noIgnore, quiet }: CheckOptions,
  messages: Messages,
): { report: FileReport; ignores: FileIgnores | undefined; notes: string[] } {
  const report = checked.report();
  if (noIgnore) return { report, ignores: undefined, notes: [] };
  const comments = checked.unusedSuppressions().map(({ start, end, rules: names }) => {
    const { line, column } = placeOf(report.document, { start, end });
    return messages.idleComment(`${path}:${line}:${column}`, names);
  });
  const notes = quiet ? [] : comments;
  const told = { lists: config.listsOf(path), unused: checked.unusedIgnores(), userRules };
  if (!ignores || ignores.verb === 'prune') return { report, ignores: told, notes };
  const { list, file } = config.listFor(path);
  const isWanted = isNoted(ignores, report, quiet);
  const entries = report.findings.filter(isWanted).map((finding) => checked.ignore(file, finding));
  const rest = report.findings.filter((finding) => !isWanted(finding));
  return { report: { ...report, findings: rest }, ignores: { ...told, add: { list, entries } }, notes };
}

function isNoted({ lines }: IgnoresOptions, { document }: FileReport, quiet: boolean) {
  return (finding: FileReport['findings'][number]) =>
    (!lines || lines.includes(placeOf(document, finding).line)) &&
    (!quiet || finding.severity === 'error' || finding.severity === 'warning');
}

/** More of one kind are counted, not listed. */
const TOLD = 10;

/** What the files of a run say of their lists, gathered. */
export class IgnoreLists {
  readonly #options: CheckOptions;
  readonly #messages: Messages;
  /** By list: what became of each file that was checked, by its name in the list. */
  readonly #checked = new Map<string, Map<string, CheckedFile>>();
  readonly #add = new Map<string, IgnoreEntry[]>();

  constructor(options: CheckOptions, messages: Messages) {
    this.#options = options;
    this.#messages = messages;
  }

  add({ lists, unused, userRules, add }: FileIgnores): void {
    for (const { list, file } of lists) this.#filesOf(list).set(file, { unused, userRules });
    if (!add) return;
    this.#filesOf(add.list);
    const entries = this.#add.get(add.list) ?? [];
    entries.push(...add.entries);
    this.#add.set(add.list, entries);
  }

  /** Writes the lists, or tells what in them matches nothing any more. `complain` takes what is wrong, `tell` what only informs. */
  finish(voice: { complain(line: string): void; tell(line: string): void }): void {
    for (const path of [...this.#checked.keys()].sort()) {
      let bytes: Buffer | undefined;
      try {
        bytes = existsSync(path) ? readFileSync(path) : undefined;
        if (bytes && !isUtf8(bytes)) throw Object.assign(new Error(), { code: this.#messages.notUtf8 });
      } catch (error) {
        voice.complain(this.#messages.listUnreadable(shown(path), codeOf(error)));
        continue;
      }
      const text = bytes?.toString('utf8') ?? '';
      const list = new IgnoreList(text);
      for (const { line, text: wrong } of list.problems)
        voice.complain(this.#messages.listProblem(shown(path), line, wrong.slice(0, 60)));
      const idle = this.#idle(path, list.entries);
      if (!this.#isWritten(path)) {
        if (!this.#options.quiet) this.#tell(path, idle, (line) => voice.tell(line));
        continue;
      }
      try {
        voice.tell(this.#write(path, bytes, idle));
      } catch (error) {
        voice.complain(this.#messages.listUnwritten(shown(path), codeOf(error)));
      }
    }
  }

  /** With a baseline it is that which is written, and no other list. */
  #isWritten(path: string): boolean {
    const { ignores, baseline } = this.#options;
    return ignores !== undefined && (baseline === undefined || absolute(baseline) === path);
  }

  #filesOf(list: string): Map<string, CheckedFile> {
    let files = this.#checked.get(list);
    if (!files) {
      files = new Map();
      this.#checked.set(list, files);
    }
    return files;
  }

  #idle(path: string, entries: readonly ListedIgnore[]): IdleIgnore[] {
    const files = this.#filesOf(path);
    return idleIgnores(
      entries,
      isOurRule,
      (file) => files.get(file) ?? (existsSync(join(dirname(path), file)) ? 'unknown' : 'missing'),
    );
  }

  /**
   * @param bytes what the list holds, undefined where there is none
   * @returns a line that says what was done
   * @throws what keeps the list from being written; it is as it was then
   */
  #write(path: string, bytes: Buffer | undefined, idle: readonly IdleIgnore[]): string {
    const { verb } = this.#options.ignores!;
    const remove = verb === 'add' ? [] : idle.map(({ entry }) => entry.line);
    const add = verb === 'prune' ? [] : (this.#add.get(path) ?? []);
    const before = bytes?.toString('utf8') ?? '';
    const after = editIgnores(before, { add, remove });
    const entriesIn = (text: string) => new IgnoreList(text).entries.length;
    const added = entriesIn(after) - entriesIn(before) + remove.length;
    // A list that would be empty is not made, one that stays as it is not written.
    if (added + remove.length > 0) {
      mkdirSync(dirname(path), { recursive: true });
      replaceFile(path, bytes, after);
    }
    return this.#messages.listWritten(shown(path), added, remove.length);
  }

  #tell(path: string, idle: readonly IdleIgnore[], tell: (line: string) => void): void {
    for (const { entry, because } of idle.slice(0, TOLD)) {
      const what = [entry.file, entry.ruleId, entry.excerpt].filter((part) => part !== '').join(' ');
      tell(this.#messages.idle(because, `${shown(path)}:${entry.line}`, what));
    }
    if (idle.length > TOLD) tell(this.#messages.idleMore(idle.length - TOLD));
    else if (idle.length > 0) tell(this.#messages.idleHint);
  }
}

function codeOf(error: unknown): string {
  if (error instanceof TextFileError) return error.problem;
  const { code, message } = error as NodeJS.ErrnoException;
  return code ?? message;
}

/** As the reader would name it. */
function shown(path: string): string {
  const near = relative(process.cwd(), path);
  return visible(near === '' || near.startsWith('..') ? path : near);
}
