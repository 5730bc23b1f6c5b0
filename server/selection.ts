import type { SelectionRange, ServerCapabilities } from 'vscode-languageserver';
import { selectionsAt } from '../rules/index.ts';
import type { ServerContext } from './context.ts';
import { offsetAt, rangeOf } from './positions.ts';

/** `textDocument/selectionRange`: “expand selection” from the line over the headings around it to the whole text. */
export function selection({ connection, documents }: ServerContext): ServerCapabilities {
  connection.onSelectionRanges(async ({ textDocument, positions }, token) => {
    const document = await documents.settled(textDocument.uri);
    if (!document || token.isCancellationRequested) return null;
    const text = document.lint.document;
    return document.ask(() =>
      positions.map(
        (position) =>
          // The engine lists them from the innermost out; LSP chains each to the one around it.
          selectionsAt(text, offsetAt(text, position)).reduceRight<SelectionRange | undefined>(
            (parent, range) => ({ range: rangeOf(text, range), ...(parent ? { parent } : {}) }),
            undefined,
          )!,
      ),
    );
  });

  return { selectionRangeProvider: true };
}
