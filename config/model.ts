/**
 * `gongwen-lint.json`: what may be set, as it is read. Data only: nothing in it names code, so that a folder nobody trusts may
 * hold one. Editor, command line and library share this.
 */
import type { DocumentKind, Level, PresetName, Rule, RuleSetting } from '../rules/index.ts';
import type { UserRule } from './user-rules.ts';

/** A rule as far as it can be set: those about Word documents have no options. */
export type SettableRule = Pick<Rule, 'id' | 'options'>;

export const CONFIG_NAME = 'gongwen-lint.json';
/** The list of ignores: see `ignores.ts`. */
export const IGNORES_NAME = 'gongwen-ignores.tsv';

/** A file that a configuration file names, with the place where it does. Offsets are UTF-16 units. */
export interface NamedFile {
  /** Absolute, with slashes. */
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

/** What holds for some documents. */
export interface Layer {
  /** `auto`: told by the text, whatever is set below. */
  readonly kind?: DocumentKind | 'auto';
  readonly preset?: PresetName;
  readonly preview?: boolean;
  /** Words of the house, right as they stand. */
  readonly words?: readonly string[];
  /** By rule id or family. */
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  /** Names of sites that sell texts: an option of `advert/watermark`, set by itself. */
  readonly brands?: readonly string[];
  /** Tables of the house's own facts. */
  readonly house?: readonly NamedFile[];
}

/** Files that belong together: those below a folder that fit one of the globs. */
export interface SetOfFiles {
  readonly folder: string;
  readonly globs: readonly string[];
}

/** What a client sets, in the words of a configuration file; it stands below all files. */
export interface ClientConfig {
  /** A name in the folder that its globs and names of files are relative to. */
  readonly path: string;
  /** As JSON. */
  readonly text: string;
}

/** One file, as read: what was malformed is left out of it. */
export interface ConfigFile extends Layer {
  /** Where it was read; names in it are relative to its folder. */
  readonly path: string;
  /** Files whose settings come before its own, in order. */
  readonly extends: readonly string[];
  /** Globs of documents that are not checked. */
  readonly ignore: readonly string[];
  /** Documents that are checked together, each set by its globs. */
  readonly sets: readonly (readonly string[])[];
  /** Rules that users define, and tables with more of them. */
  readonly userRules: readonly UserRule[];
  readonly rulePacks: readonly NamedFile[];
  readonly overrides: readonly (Layer & { readonly files: readonly string[] })[];
}

/** A place in a configuration file that is not as it should be; it is left out, the rest holds. Offsets are UTF-16 units. */
export interface ConfigProblem {
  readonly path: string;
  readonly start: number;
  readonly end: number;
  readonly fault: Fault;
}

export type Fault =
  | { readonly is: 'syntax'; readonly what: string }
  | { readonly is: 'unknown-key'; readonly key: string; readonly known: readonly string[] }
  | { readonly is: 'bad-value'; readonly key: string; readonly expected: string }
  /** A name that no rule of a user's may have; `families`: those it may belong to. */
  | {
      readonly is: 'rule-name';
      readonly name: string;
      readonly why: 'form' | 'family' | 'taken';
      readonly families: readonly string[];
    }
  | { readonly is: 'unknown-rule'; readonly rule: string; readonly similar: readonly string[] }
  | { readonly is: 'unreadable'; readonly path: string; readonly detail: string }
  | { readonly is: 'cycle'; readonly path: string }
  /** The first line of a table names no columns that are known; `heads`: those that are. */
  | { readonly is: 'table-head'; readonly heads: readonly string[] }
  | { readonly is: 'table-cell'; readonly column: string; readonly why: 'empty' | 'number' }
  /** A pattern that RE2 cannot match: lookaround, back references, or not well formed. */
  | { readonly is: 'bad-pattern'; readonly detail: string }
  /** A row says anew what one above has said. */
  | { readonly is: 'table-double'; readonly said: string };

/** All that a rule may be set to. */
export const LEVELS: readonly Level[] = ['error', 'warning', 'info', 'hint', 'off', 'on'];
