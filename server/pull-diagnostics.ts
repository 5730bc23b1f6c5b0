import {
  type DiagnosticServerCancellationData,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
  type ServerCapabilities,
} from 'vscode-languageserver';
import type { ServerContext } from './context.ts';
import { judge, SOURCE } from './diagnostics.ts';
import { describe } from './errors.ts';
import { afterEventLoopTurn } from './event-loop.ts';
import { isIgnoreList } from './ignore-lists.ts';

/** `textDocument/diagnostic`: the client asks when it wants to know, and is told when asking again is worth while. */
export function pullDiagnostics(server: ServerContext): ServerCapabilities {
  const { connection, client, documents } = server;

  connection.languages.diagnostics.on(async ({ textDocument, previousResultId }, token) => {
    // Whatever has arrived with this request is heard first: often the cancellation by the next keystroke.
    await afterEventLoopTurn();
    const document = await documents.present(textDocument.uri);
    if (token.isCancellationRequested) throw cancelled();
    if (!document) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    if (isIgnoreList(document.uri))
      return {
        kind: DocumentDiagnosticReportKind.Full,
        items: await server.ignoreLists.diagnosticsOf(document),
      };
    // From here on nothing waits: what is answered is about the text as it now stands.
    const judgement = judge(server, document, previousResultId);
    if (!judgement) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: previousResultId! };
    const { id, diagnostics } = judgement;
    return { kind: DocumentDiagnosticReportKind.Full, resultId: id, items: [...diagnostics] };
  });

  if (client.refreshDiagnostics) {
    let asked = false;
    documents.onDidChange(({ reason }) => {
      // Of what it has opened and edited the client knows.
      if (reason === 'opened' || reason === 'edited' || asked) return;
      asked = true;
      // One request for all documents that change together.
      afterEventLoopTurn()
        .then(() => {
          asked = false;
          return connection.languages.diagnostics.refresh();
        })
        .catch((error) => connection.console.warn(describe(error)));
    });
  }

  return {
    diagnosticProvider: { identifier: SOURCE, interFileDependencies: false, workspaceDiagnostics: false },
  };
}

/** Never an empty list: the client would take the document for clean. */
function cancelled(): ResponseError<DiagnosticServerCancellationData> {
  return new ResponseError(LSPErrorCodes.ServerCancelled, 'cancelled', { retriggerRequest: true });
}
