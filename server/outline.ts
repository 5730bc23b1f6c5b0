import {
  type DocumentSymbol,
  type ServerCapabilities,
  type SymbolInformation,
  SymbolKind,
} from 'vscode-languageserver';
import { type OutlineItem, outlineOf } from '../rules/index.ts';
import type { ServerContext } from './context.ts';
import type { ServedDocument } from './documents.ts';
import { rangeOf } from './positions.ts';

/** `textDocument/documentSymbol`: the tree of numbered headings and lists, for outline, breadcrumbs and “go to symbol”. */
export function outline({ connection, client, documents }: ServerContext): ServerCapabilities {
  connection.onDocumentSymbol(async ({ textDocument }, token) => {
    const document = await documents.settled(textDocument.uri);
    if (!document || token.isCancellationRequested) return null;
    const items = outlineOf(document.lint.document);
    return client.hierarchicalSymbols
      ? items.map((item) => symbolOf(item, document))
      : flatten(items, document);
  });

  // Beside the outline of the editor's own Markdown support, ours goes by its name.
  return { documentSymbolProvider: { label: '公文校对' } };
}

function symbolOf(item: OutlineItem, document: ServedDocument): DocumentSymbol {
  return {
    name: item.name,
    kind: kindOf(item),
    range: rangeOf(document.lint.document, item.range),
    selectionRange: rangeOf(document.lint.document, item.selectionRange),
    children: item.children.map((child) => symbolOf(child, document)),
  };
}

/** In text order; each says in which heading it stands. */
function flatten(
  items: readonly OutlineItem[],
  document: ServedDocument,
  containerName?: string,
): SymbolInformation[] {
  return items.flatMap((item) => [
    {
      name: item.name,
      kind: kindOf(item),
      location: { uri: document.uri, range: rangeOf(document.lint.document, item.range) },
      ...(containerName === undefined ? {} : { containerName }),
    },
    ...flatten(item.children, document, item.name),
  ]);
}

/** LSP knows no headings; `String` is what VS Code shows those of Markdown as. */
function kindOf({ kind }: OutlineItem): SymbolKind {
  return kind === 'heading' ? SymbolKind.String : SymbolKind.EnumMember;
}
