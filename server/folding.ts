import type { FoldingRange, ServerCapabilities } from 'vscode-languageserver';
import { foldsOf } from '../rules/index.ts';
import type { ServerContext } from './context.ts';

/** `textDocument/foldingRange`: each heading folds what stands under it. Whole lines, which every client can fold. */
export function folding({ connection, client, documents }: ServerContext): ServerCapabilities {
  connection.onFoldingRanges(async ({ textDocument }, token): Promise<FoldingRange[] | null> => {
    const document = await documents.settled(textDocument.uri);
    if (!document || token.isCancellationRequested) return null;
    const folds = document.ask(({ lint }) => foldsOf(lint.document));
    return folds.slice(0, client.foldingRangeLimit).map(({ startLine, endLine }) => ({ startLine, endLine }));
  });

  return { foldingRangeProvider: true };
}
