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
  const { connection, documents, host, messages } = server;
  const waiting = new Map<ServedDocument, Waiting>();
  /** Documents are published one after the other, the last to change first: that is the one in front of the writer. */
  const ready: ServedDocument[] = [];
  let publishing = false;

  documents.onDidChange(({ document, reason }) => {
    const now = host.now();
    const known = waiting.get(document);
    if (known) clearTimeout(known.timer);
    const since = known?.since ?? now;
    const quiet = reason === 'edited' ? QUIET : 0;
    const delay = Math.max(0, Math.min(quiet, since + PATIENCE - now));
    waiting.set(document, { since, timer: setTimeout(() => due(document), delay) });
  });

  documents.onDidClose((document) => {
    forget(document);
    void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
  });

  function due(document: ServedDocument): void {
    waiting.delete(document);
    ready.push(document);
    if (!publishing) void publishAll();
  }

  async function publishAll(): Promise<void> {
    publishing = true;
    // What has arrived meanwhile is heard between one and the next.
    for (let next = ready.pop(); next; next = ready.pop()) {
      await afterEventLoopTurn();
      await publish(next);
    }
    publishing = false;
  }

  async function publish(document: ServedDocument): Promise<void> {
    await document.ready;
    // Closed, or changed again meanwhile: then it is due again.
    if (!documents.isOpen(document) || waiting.has(document)) return;
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
