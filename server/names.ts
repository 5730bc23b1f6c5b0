import type { ServerContext } from './context.ts';
import { describe } from './errors.ts';
import type { Names, ServerHost } from './host.ts';
import type { ServedDocument } from './served-document.ts';

/** Before lines that the service could not look at are given to it again, in ms. */
const AGAIN = 5000;

/** Quiet after the last evaluation before names are asked for, in ms: a line being typed is another line each time. */
const QUIET = 500;

/**
 * Has the names of people, places and organisations recognised where rules could use them, and lets the client know
 * when that changes what is found. Starts after the first findings are out, if they are wanted at all; where names
 * cannot be had, nothing else changes.
 */
export function names(server: ServerContext): { dispose(): Promise<void> } {
  return server.host.startNames ? new Asking(server, server.host.startNames) : { async dispose() {} };
}

class Asking {
  readonly #server: ServerContext;
  readonly #start: NonNullable<ServerHost['startNames']>;
  readonly #timers = new Map<ServedDocument, ReturnType<typeof setTimeout>>();
  readonly #asked = new Map<ServedDocument, AbortController>();
  #service: Names | undefined;

  constructor(server: ServerContext, start: NonNullable<ServerHost['startNames']>) {
    this.#server = server;
    this.#start = start;
    const { documents, host } = server;
    documents.onDidEvaluate(({ document }) => this.#askIn(document, host.delays?.names ?? QUIET));
    documents.onDidClose((document) => {
      clearTimeout(this.#timers.get(document));
      this.#timers.delete(document);
      this.#asked.get(document)?.abort();
    });
  }

  async dispose(): Promise<void> {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    for (const controller of this.#asked.values()) controller.abort();
    await this.#service?.dispose();
  }

  #askIn(document: ServedDocument, milliseconds: number): void {
    clearTimeout(this.#timers.get(document));
    const ask = () => {
      this.#timers.delete(document);
      void this.#ask(document);
    };
    this.#timers.set(document, setTimeout(ask, milliseconds));
  }

  async #ask(document: ServedDocument): Promise<void> {
    // One question at a time: the answer leads to an evaluation, and that to the next question.
    if (!document.enabled || document.gaveUp || this.#asked.has(document)) return;
    const { connection, documents, messages } = this.#server;
    const controller = new AbortController();
    try {
      const lines = document.ask(({ lint }) => lint.namesWanted());
      if (lines.length === 0) return;
      this.#service ??= this.#start((line) => connection.console.info(line));
      if (!this.#service.available) {
        documents.lackNames(document);
        return;
      }
      this.#asked.set(document, controller);
      const { unanswered } = this.#service;
      const found = await this.#service.recognise(lines, controller.signal);
      if (!documents.isOpen(document)) return;
      // Nobody has looked, on a busy machine mostly: no names would be another result for the same text.
      if (this.#service.unanswered > unanswered) this.#askAgain(document, this.#service);
      // Names are kept by line, so that the text may have changed meanwhile.
      else documents.provideNames(document, new Map(lines.map((line, i) => [line, found[i] ?? []])));
    } catch (error) {
      if (!controller.signal.aborted) connection.console.warn(messages.namesFailed(describe(error)));
    } finally {
      this.#asked.delete(document);
    }
  }

  #askAgain(document: ServedDocument, { available }: Names): void {
    const { connection, documents, host, messages } = this.#server;
    if (available) {
      this.#askIn(document, host.delays?.names ?? AGAIN);
      return;
    }
    connection.console.warn(messages.noNames);
    documents.lackNames(document);
  }
}
