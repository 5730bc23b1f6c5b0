import type { ServerContext } from './context.ts';
import { describe } from './errors.ts';
import type { Names } from './host.ts';
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
  const { connection, host, documents, messages } = server;
  const timers = new Map<ServedDocument, ReturnType<typeof setTimeout>>();
  const asking = new Map<ServedDocument, AbortController>();
  let service: Names | undefined;
  if (!host.startNames) return { async dispose() {} };

  documents.onDidEvaluate(({ document }) => askIn(document, host.delays?.names ?? QUIET));

  function askIn(document: ServedDocument, milliseconds: number): void {
    clearTimeout(timers.get(document));
    timers.set(
      document,
      setTimeout(() => {
        timers.delete(document);
        void ask(document);
      }, milliseconds),
    );
  }

  documents.onDidClose((document) => {
    clearTimeout(timers.get(document));
    timers.delete(document);
    asking.get(document)?.abort();
  });

  async function ask(document: ServedDocument): Promise<void> {
    // One question at a time: the answer leads to an evaluation, and that to the next question.
    if (!document.enabled || document.gaveUp || asking.has(document)) return;
    const controller = new AbortController();
    try {
      const lines = document.ask(({ lint }) => lint.namesWanted());
      if (lines.length === 0) return;
      service ??= host.startNames!((line) => connection.console.info(line));
      if (!service.available) {
        documents.lackNames(document);
        return;
      }
      asking.set(document, controller);
      const { unanswered } = service;
      const found = await service.recognise(lines, controller.signal);
      if (!documents.isOpen(document)) return;
      if (service.unanswered > unanswered) {
        // Nobody has looked, on a busy machine mostly: no names would be another result for the same text.
        if (service.available) askIn(document, host.delays?.names ?? AGAIN);
        else {
          connection.console.warn(messages.noNames);
          documents.lackNames(document);
        }
        return;
      }
      // Names are kept by line, so that the text may have changed meanwhile.
      documents.provideNames(document, new Map(lines.map((line, i) => [line, found[i] ?? []])));
    } catch (error) {
      if (!controller.signal.aborted) connection.console.warn(messages.namesFailed(describe(error)));
    } finally {
      asking.delete(document);
    }
  }

  return {
    async dispose() {
      for (const timer of timers.values()) clearTimeout(timer);
      for (const controller of asking.values()) controller.abort();
      await service?.dispose();
    },
  };
}
