/** Names of people, places and organisations: the info-level offers that rest on them come on the command line too. */
import { join } from 'node:path';
import { createNamesService, type NamesService } from '../names/service.ts';
import type { LintedDocument } from '../rules/index.ts';

/** A run waits no longer than this for the names of one draft; a cold start takes some 0.3 s. */
const TIMEOUT_MS = 5000;

/** The names service of one run, started when a draft needs it. */
export class Names {
  #service: NamesService | undefined;

  /**
   * Has the names of the document recognised where a rule could use them. Where that is not possible (no nodejieba,
   * a time-out) the document stays as it is: names are an offer, and their lack no error.
   */
  async addTo(document: LintedDocument): Promise<void> {
    const lines = document.namesWanted();
    if (lines.length === 0) return;
    this.#service ??= createNamesService({
      workerFile: join(__dirname, 'names', 'worker.js'),
      dictionaryDir: join(__dirname, 'names'),
      log: () => {},
      timeoutMs: TIMEOUT_MS,
    });
    const names = await this.#service.recognise(lines);
    document.provideNames(new Map(lines.map((line, i) => [line, names[i] ?? []])));
  }

  /** Stops the worker, if there is one, and waits until it is gone. */
  async dispose(): Promise<void> {
    await this.#service?.dispose();
  }
}
