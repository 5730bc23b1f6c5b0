/** A line on the terminal that says how far the check has come; gone when it is done, and never in a pipe or a log. */
import { rowOf } from './columns.ts';
import type { Host } from './host.ts';
import type { Messages } from './messages.ts';
import { visible } from './terminal.ts';

/** Runs that are over before one has looked show nothing. */
const SILENT_MS = 500;
/** Between two lines: a terminal far away is not flooded. */
const BETWEEN_MS = 100;
/** Columns of a terminal that does not say. */
const USUAL_COLUMNS = 80;
/** Columns of the bar, between its brackets. */
const BAR = 20;
const ERASE = '\r\u001b[K';

export class Progress {
  readonly #terminal: NonNullable<Host['terminal']> | undefined;
  readonly #messages: Messages;
  readonly #now: () => number;
  readonly #all: number;
  readonly #from: number;
  #shownAt = 0;
  #isShown = false;
  #done = 0;

  /** @param terminal undefined where standard error is none */
  constructor(
    terminal: NonNullable<Host['terminal']> | undefined,
    all: number,
    messages: Messages,
    now: () => number,
  ) {
    this.#terminal = terminal;
    this.#all = all;
    this.#messages = messages;
    this.#now = now;
    this.#from = now();
  }

  /** Another file is done. */
  advance(path: string): void {
    this.#done++;
    const now = this.#now();
    if (!this.#terminal || now - this.#from < SILENT_MS || now - this.#shownAt < BETWEEN_MS) return;
    this.#shownAt = now;
    this.#isShown = true;
    const filled = Math.floor((BAR * this.#done) / this.#all);
    const bar = `[${'#'.repeat(filled)}${'.'.repeat(BAR - filled)}] ${this.#messages.progress(this.#done, this.#all)}  `;
    this.#terminal.write(
      `${ERASE}${rowOf(bar + visible(path), (this.#terminal.columns || USUAL_COLUMNS) - 1)}`,
    );
  }

  /** Takes the line away, before anything else is written. */
  clear(): void {
    if (!this.#isShown) return;
    this.#isShown = false;
    this.#terminal?.write(ERASE);
  }
}
