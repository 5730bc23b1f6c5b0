/**
 * How the text may go on at the caret. As inline completion where the client has it: pale text that Tab takes and typing passes over. Else as
 * completion, and only when it is asked for with nothing typed in between: a list that pops up would take the Enter of a new line.
 */
import {
  type CompletionItem,
  CompletionItemKind,
  type InlineCompletionItem,
  InlineCompletionTriggerKind,
  type Position,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { type Continuation, continuationsAt } from '../rules/index.ts';
import type { ServerContext } from './context.ts';
import { offsetAt } from './positions.ts';

export function continuations({ connection, client, documents }: ServerContext): ServerCapabilities {
  async function at(uri: string, position: Position): Promise<Continuation[]> {
    const document = await documents.settled(uri);
    if (!document?.enabled) return [];
    const text = document.lint.document;
    return document.ask(() => continuationsAt(text, offsetAt(text, position)));
  }

  if (client.inlineCompletion) {
    connection.languages.inlineCompletion.on(async ({ textDocument, position, context }) => {
      const found = await at(textDocument.uri, position);
      const asked = context.triggerKind === InlineCompletionTriggerKind.Invoked;
      return found
        .filter(({ likely }) => likely || asked)
        .map(
          ({ typed, text }): InlineCompletionItem => ({ insertText: text, range: before(position, typed) }),
        );
    });
    return { inlineCompletionProvider: true };
  }
  connection.onCompletion(async ({ textDocument, position }) => {
    const found = await at(textDocument.uri, position);
    return found.map(
      ({ typed, text }, i): CompletionItem => ({
        label: text,
        kind: CompletionItemKind.Text,
        sortText: String(i),
        filterText: text,
        textEdit: { range: before(position, typed), newText: text },
      }),
    );
  });
  return { completionProvider: {} };
}

/** The stretch before the caret that holds what is typed. */
function before({ line, character }: Position, typed: string) {
  return { start: { line, character: character - typed.length }, end: { line, character } };
}
