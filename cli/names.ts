/** `--names`: names of people, places and organisations, for the offers that rest on them. */
import { join } from 'node:path';
import type { NamesService } from '../names/protocol.ts';
import { createNamesService } from '../names/service.ts';
import type { LintedDocument } from '../rules/index.ts';

/** A request may take so long, whatever else the machine does: no answer in time would be another result. */
const TIMEOUT_MS = 120_000;

/** The names service of one run, started when a draft needs it. */
export class Names {
  readonly #onUnavailable: (reason: string) => void;
  #service: NamesService | undefined;

  /** @param onUnavailable told why the names of a document could not be had; what rests on them is missing then */
  constructor(onUnavailable: (reason: string) => void) {
    this.#onUnavailable = onUnavailable;
  }

  /** Has the names of the document recognised where a rule could use them. */
  async addTo(document: LintedDocument): Promise<void> {
    const lines = document.namesWanted();
    if (lines.length === 0) return;
    let said = '';
    this.#service ??= createNamesService({
      workerFile: join(__dirname, 'names', 'worker.js'),
      dictionaryDir: join(__dirname, 'names'),
      log: (line) => {
        said = line;
      },
      timeoutMs: TIMEOUT_MS,
    });
    const before = this.#service.unanswered;
    const names = await this.#service.recognise(lines);
    if (this.#service.unanswered > before) this.#onUnavailable(this.#service.unavailableReason ?? said);
    document.provideNames(new Map(lines.map((line, i) => [line, names[i] ?? []])));
  }

  /** Stops the worker, if there is one, and waits until it is gone. */
  async dispose(): Promise<void> {
    await this.#service?.dispose();
  }
}
