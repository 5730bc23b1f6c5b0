/** What passes between VS Code and the server, as far as it is not passed on as it is. */
import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import { isOfAnotherPlace } from './nearbyFixes.ts';
import { plainText } from './plainText.ts';
import { isServed } from './served.ts';
import type { StuckDrafts } from './stuckDrafts.ts';

/**
 * A document the server never hears of is never judged: opening, changing, closing and pulling are kept from it. What the server
 * says in words of the draft is made {@link plainText}.
 */
export function middlewareFor(stuck: StuckDrafts): Middleware {
  return {
    didOpen: async (document, next) => (isServed(document) ? next(document) : undefined),
    didChange: async (event, next) => (isServed(event.document) ? next(event) : undefined),
    didClose: async (document, next) => {
      stuck.closed(document.uri);
      if (isServed(document)) await next(document);
    },
    provideDiagnostics: (document, previous, token, next) => {
      if (document instanceof vscode.Uri) return next(document, previous, token);
      if (!isServed(document)) return undefined;
      return stuck.watch(document.uri, async () => next(document, previous, token));
    },
    provideDocumentSymbols: async (document, token, next) => {
      const symbols = await next(document, token);
      symbols?.forEach(plainName);
      return symbols;
    },
    provideCodeActions: async (document, range, context, token, next) => {
      if (isOfAnotherPlace(document, range)) return [];
      const actions = await next(document, range, context, token);
      for (const action of actions ?? []) action.title = plainText(action.title);
      return actions;
    },
  };
}

/** “Go to symbol” shows names in labels that render icons. */
function plainName(symbol: vscode.DocumentSymbol | vscode.SymbolInformation): void {
  symbol.name = plainText(symbol.name);
  if ('children' in symbol) symbol.children.forEach(plainName);
}
