import {
  type DocumentSymbol,
  type ServerCapabilities,
  type SymbolInformation,
  SymbolKind,
} from 'vscode-languageserver';
import { type OutlineItem, outlineOf } from '../rules/index.ts';
import type { ServerContext } from './context.ts';
import { rangeOf } from './positions.ts';
import type { ServedDocument } from './served-document.ts';

/** `textDocument/documentSymbol`: the tree of numbered headings and lists, for outline, breadcrumbs and “go to symbol”. */
export function outline({ connection, client, documents }: ServerContext): ServerCapabilities {
  connection.onDocumentSymbol(async ({ textDocument }, token) => {
    const document = await documents.settled(textDocument.uri);
    if (!document || token.isCancellationRequested) return null;
    return document.ask(() => {
      const items = outlineOf(document.lint.document);
      return client.hierarchicalSymbols
        ? items.map((item) => symbolOf(item, document))
        : flatten(items, document);
    });
  });

  // Beside the outline of the editor's own Markdown support, ours goes by its name.
  return { documentSymbolProvider: { label: '公文校对' } };
}

function symbolOf(item: OutlineItem, document: ServedDocument): DocumentSymbol {
  return {
    name: nameOf(item, document),
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
  return items.flatMap((item) => {
    const name = nameOf(item, document);
    const location = { uri: document.uri, range: rangeOf(document.lint.document, item.range) };
    return [
      { name, kind: kindOf(item), location, ...(containerName === undefined ? {} : { containerName }) },
      ...flatten(item.children, document, name),
    ];
  });
}

/** Never blank, or the client refuses the whole outline: a heading without a word is shown as it is written. */
function nameOf({ name, range }: OutlineItem, { lint: { document } }: ServedDocument): string {
  return name.trim() === '' ? document.paragraphAt(range.start).source.trim() : name;
}

/** LSP knows no headings; `String` is what VS Code shows those of Markdown as. */
function kindOf({ kind }: OutlineItem): SymbolKind {
  return kind === 'heading' ? SymbolKind.String : SymbolKind.EnumMember;
}
