/**
 * `--cache`: results kept from one run to the next, a file each, named after the draft. What is kept counts only while all that it came
 * from is the same: text, settings, options, the program itself. Runs that share a folder do not disturb each other.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { version } from '../package.json';
import type { Settings } from '../rules/index.ts';
import type { CheckOptions } from './options.ts';
import type { Outcome } from './outcome.ts';
import { replaceFile } from './text-file.ts';

export type Kept = Pick<Outcome, 'printed' | 'tally' | 'ignores' | 'notes'>;

export interface Cache {
  /** The outcome kept for a text, if all is as it was; `damaged` where there is one that cannot be read. */
  get(
    path: string,
    bytes: Uint8Array,
    settings: Settings,
  ): { readonly outcome?: Kept; readonly damaged?: true; readonly file: string };
  set(path: string, bytes: Uint8Array, settings: Settings, outcome: Kept): void;
}

/** What is read back: `sum` is over the rest, so that a kept result that was touched is never believed. */
interface Entry {
  readonly key: string;
  readonly outcome: Kept;
  readonly sum: string;
}

/** Makes the folder, out of version control's sight. @throws what the system says */
export function prepareCache(folder: string): void {
  // Drafts may be for few eyes, and so is what is kept of them.
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const marker = join(folder, '.gitignore');
  if (!existsSync(marker)) writeFileSync(marker, '*\n');
}

/** A folder that was made ready by {@link prepareCache}. */
export function openCache(folder: string, options: CheckOptions, color: boolean): Cache {
  // What of the options shows in an outcome; settings come with each text.
  const { format, only, quiet, revisions, noIgnore } = options;
  const run = JSON.stringify([program(), format, only, quiet, revisions, noIgnore, color, locale()]);
  const fileOf = (path: string) => join(folder, `${digest([resolve(path), format]).slice(0, 32)}.json`);
  const keyOf = (path: string, bytes: Uint8Array, settings: Settings) =>
    digest([run, path, process.cwd(), JSON.stringify(settings), bytes]);
  return {
    get(path, bytes, settings) {
      const file = fileOf(path);
      let text: string;
      try {
        text = readFileSync(file, 'utf8');
      } catch {
        // Not kept yet, or not to be read: checked anew either way.
        return { file };
      }
      const entry = readEntry(text);
      if (!entry) return { file, damaged: true };
      return entry.key === keyOf(path, bytes, settings) ? { file, outcome: entry.outcome } : { file };
    },
    set(path, bytes, settings, { printed, tally, ignores, notes }) {
      const file = fileOf(path);
      const outcome: Kept = { printed, tally, notes, ...(ignores && { ignores }) };
      const key = keyOf(path, bytes, settings);
      const entry: Entry = { key, outcome, sum: sumOf(key, outcome) };
      try {
        replaceFile(file, existsSync(file) ? readFileSync(file) : undefined, JSON.stringify(entry));
      } catch {
        // Another run was faster, or there is no room: what is not kept is checked again.
      }
    },
  };
}

function readEntry(text: string): Entry | undefined {
  try {
    const entry = JSON.parse(text) as Entry;
    return entry.sum === sumOf(entry.key, entry.outcome) ? entry : undefined;
  } catch {
    return undefined;
  }
}

function sumOf(key: string, outcome: Kept): string {
  return digest([key, JSON.stringify(outcome)]);
}

/** The version, and the very bundle: one that was built anew judges anew. */
function program(): string {
  const { size, mtimeMs } = statSync(__filename);
  return `${version} ${size} ${mtimeMs}`;
}

function locale(): string {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  return [LC_ALL, LC_MESSAGES, LANG].join(' ');
}

function digest(parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) {
    // Lengths, so that no two lists of parts read alike.
    hash.update(`${part.length}:`);
    hash.update(part);
  }
  return hash.digest('hex');
}
