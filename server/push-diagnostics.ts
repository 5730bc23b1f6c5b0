import type { ServerContext } from './context.ts';
import { judge } from './diagnostics.ts';
import { describe } from './errors.ts';
import { afterEventLoopTurn } from './event-loop.ts';
import { isIgnoreList } from './ignore-lists.ts';
import type { ServedDocument } from './served-document.ts';

/** Quiet after the last change before a list is sent, in ms. Sending is what costs, not checking. */
const QUIET = 60;
/** But no change waits longer than this, in ms. */
const PATIENCE = 300;

interface Waiting {
  readonly since: number;
  timer: ReturnType<typeof setTimeout>;
}

/**
 * `textDocument/publishDiagnostics`, for clients that cannot pull. A list replaces the one before it, which stands
 * until then; each is made and sent in one go, so it is always that of the version it names.
 */
export function pushDiagnostics(server: ServerContext): { dispose(): void } {
  const { connection, documents, host } = server;
  const waiting = new Map<ServedDocument, Waiting>();
  const queue = new Queue((document) => publish(server, document, () => waiting.has(document)));

  documents.onDidChange(({ document, reason }) => {
    const now = host.now();
    const known = waiting.get(document);
    if (known) clearTimeout(known.timer);
    const since = known?.since ?? now;
    const quiet = reason === 'edited' ? QUIET : 0;
    const delay = Math.max(0, Math.min(quiet, since + PATIENCE - now));
    waiting.set(document, { since, timer: setTimeout(() => due(document), delay) });
    queue.hear();
  });

  documents.onDidClose((document) => {
    forget(document);
    void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
  });

  function due(document: ServedDocument): void {
    waiting.delete(document);
    queue.add(document);
  }

  function forget(document: ServedDocument): void {
    const known = waiting.get(document);
    if (known) clearTimeout(known.timer);
    waiting.delete(document);
  }

  return {
    dispose() {
      for (const document of [...waiting.keys()]) forget(document);
    },
  };
}

/** Documents are published one after the other, the last to change first: that is the one in front of the writer. */
class Queue {
  readonly #publish: (document: ServedDocument) => Promise<void>;
  readonly #ready: ServedDocument[] = [];
  #publishing = false;
  /** Changes heard of so far. */
  #heard = 0;

  constructor(publish: (document: ServedDocument) => Promise<void>) {
    this.#publish = publish;
  }

  /** A document has changed: more may have arrived with the news of that. */
  hear(): void {
    this.#heard++;
  }

  add(document: ServedDocument): void {
    this.#ready.push(document);
    if (!this.#publishing) void this.#publishAll();
  }

  async #publishAll(): Promise<void> {
    this.#publishing = true;
    while (this.#ready.length > 0) {
      await this.#quiet();
      const next = this.#ready.pop();
      if (next) await this.#publish(next);
    }
    this.#publishing = false;
  }

  /** Until no more is heard: among ten thousand documents that are being opened the one in front may be the last. */
  async #quiet(): Promise<void> {
    for (let heard = -1; heard !== this.#heard; ) {
      heard = this.#heard;
      await afterEventLoopTurn();
    }
  }
}

/** @param changes whether it is changing meanwhile: then it is due again */
async function publish(
  server: ServerContext,
  document: ServedDocument,
  changes: () => boolean,
): Promise<void> {
  const { connection, documents, messages } = server;
  await document.ready;
  if (!documents.isOpen(document) || changes()) return;
  const { uri, version } = document;
  try {
    const diagnostics = isIgnoreList(uri)
      ? await server.ignoreLists.diagnosticsOf(document)
      : judge(server, document)!.diagnostics;
    await connection.sendDiagnostics({ uri, version, diagnostics: [...diagnostics] });
  } catch (error) {
    connection.console.error(messages.evaluationFailed(uri, describe(error)));
  }
}
