import type { Phrasebook } from '../english/phrasebook.ts';
import type { NamesService } from '../names/protocol.ts';
import type { Linter, LinterOptions, RulePage, Words } from '../rules/index.ts';

/** Recognition of people, places and organisations: costly, in a process of its own, absent in browsers. */
export type Names = Pick<NamesService, 'available' | 'recognise' | 'unanswered' | 'dispose'>;

/** What the place where the server runs must provide: the server itself knows no file, process or worker. */
export interface ServerHost {
  readonly version: string;
  /** The compact dictionary; called once, at the first sentence in doubt. */
  loadWords(): Words;
  /** What rules say, in English; called for a client that asks for it. Without it findings speak Chinese to everybody. */
  phrasebook?(): Phrasebook;
  /** Milliseconds from anywhere. */
  now(): number;
  /**
   * What `run` returns, or throws; throws an error of the name `TookTooLong` when it takes more than so many milliseconds. Where the host has no
   * such means (browsers) a text that hangs a rule hangs the server.
   * @param about the URI or path of the text, for whoever tells that even this limit does not hold
   */
  within?<T>(milliseconds: number, run: () => T, about: string): T;
  /** Called at `initialize`, before any text is given. @param complaint says that even the limit of `within` did not hold, `{}` for the text */
  begun?(client: { readonly processId: number | undefined; readonly complaint: string }): void;
  /** Starts the names service; called once, after the first findings are out. */
  startNames?(log: (line: string) => void): Names;
  /** How `gongwen-lint.json` is found and read; without it only the client's settings hold. */
  readonly configFiles?: {
    /** The path of a document, with slashes; undefined for one that is no file. */
    pathOf(uri: string): string | undefined;
    uriOf(path: string): string;
    /** Undefined where there is no such file; throws where it cannot be read. */
    read(path: string): string | undefined;
    /** Where files come later than they are asked for: has `listener` called when one has come, or is another. */
    onDidRead?(listener: () => void): void;
    /** There too: resolves when all that was asked for has come, with whether anything was awaited. */
    arrived?(): Promise<boolean>;
    /** Called with the URIs of files that were written, before they are read anew. */
    changed?(uris: readonly string[]): void;
  };
  /** The text of a draft that the client hands over, in whatever encoding it is. Throws for what is no text. */
  decode(bytes: Uint8Array): string;
  /** How drafts that are not open are read; without it only what the client hands over is checked. */
  readonly drafts?: {
    /** Undefined where there is no such file; throws where it cannot be read. */
    read(path: string): Uint8Array | undefined;
    /** The drafts below a folder that fit one of the globs, sorted; without it there are no sets. */
    list?(folder: string, globs: readonly string[]): readonly string[];
    /** Whether `.gongwenignore` or `.gitignore` leave a file out; the files are read anew for each of these. */
    ignoredBy(): (path: string) => boolean;
  };
  /** Where a rule's page can be read on the web. */
  ruleUrl?(ruleId: string): string | undefined;
  /** The engine; the product's rules when absent. */
  createLinter?(options: Omit<LinterOptions, 'rules' | 'language'>): Linter;
  rulePage?(ruleId: string): RulePage | undefined;
  /** Shorter waits for tests, in ms. */
  readonly delays?: Delays;
}

/** Configuration that leads to another is asked for when the first has come: so many times in all. */
const MOST_LOOKS = 6;

/** What is found when the files that it rests on have come, where they come later than they are asked for. */
export async function onceArrived<T>({ configFiles }: ServerHost, look: () => T | Promise<T>): Promise<T> {
  for (let looks = 1; ; looks++) {
    const found = await look();
    if (looks === MOST_LOOKS || !(await configFiles?.arrived?.())) return found;
  }
}

export interface Delays {
  /** Quiet before names are asked for, and before they are asked for again. */
  readonly names?: number;
  /** Until letters that an input method may be composing are taken to be meant. */
  readonly composition?: number;
  /** Until the other documents of a set are judged anew. */
  readonly sets?: number;
  /** Until what stands at the caret is taken for what was to be written. */
  readonly writing?: number;
  /** For the client's settings. */
  readonly settings?: number;
  /** For anything that is asked of a document. */
  readonly document?: number;
}
