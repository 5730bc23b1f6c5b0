/** What the command line needs of the process. */
export interface Host {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
  /** Whether stdout shows colours. */
  readonly color: boolean;
  /** Standard error, where it is a terminal that shows how far the check has come. */
  readonly terminal: { write(text: string): unknown; readonly columns: number } | undefined;
  /** Milliseconds. */
  now(): number;
}

/** Clean; findings at error (or too many warnings); something could not be checked. */
export type ExitCode = 0 | 1 | 2;
