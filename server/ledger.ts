import { ledgerTable } from '../rules/index.ts';
import type { ServerContext } from './context.ts';
import type { Answer, Params } from './protocol.ts';

/** `gongwen/ledger`: a first table of the house from a document's own figures. */
export function ledger({ connection, documents }: ServerContext): void {
  connection.onRequest(
    'gongwen/ledger',
    async ({ uri }: Params<'gongwen/ledger'>): Promise<Answer<'gongwen/ledger'>> => {
      const document = await documents.required(uri);
      return { text: document.ask(({ lint }) => ledgerTable(lint.document)) };
    },
  );
}
