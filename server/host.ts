import type { Linter, LinterOptions, RulePage, Words } from '../rules/index.ts';

/** A name recognised in a text; offsets in UTF-16 units of that text. */
export interface RecognisedName {
  readonly start: number;
  readonly end: number;
  readonly kind: string;
}

/** Recognition of people, places and organisations: costly, in a process of its own, absent in browsers. */
export interface NamesService {
  /** Of each text its names. Rejects when the service has died or the signal fires. */
  recognise(texts: readonly string[], signal?: AbortSignal): Promise<readonly (readonly RecognisedName[])[]>;
  dispose(): void;
}

/** What the place where the server runs must provide: the server itself knows no file, process or worker. */
export interface ServerHost {
  readonly version: string;
  /** The compact dictionary; called once, at the first sentence in doubt. */
  loadWords(): Words;
  /** Milliseconds from anywhere. */
  now(): number;
  /** Starts the names service; called once, after the first findings are out. */
  startNames?(log: (message: string) => void): NamesService;
  /** Where a rule's page can be read on the web. */
  ruleUrl?(ruleId: string): string | undefined;
  /** The engine; the product's rules when absent. */
  createLinter?(options: Omit<LinterOptions, 'rules'>): Linter;
  rulePage?(ruleId: string): RulePage | undefined;
}
