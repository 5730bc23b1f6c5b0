import { renumberAt, renumberDocument, renumberRange } from '../rules/index.ts';
import type { ServerContext } from './context.ts';
import { offsetsOf, rangeOf, textEdits } from './positions.ts';
import type { Answer, Params, RenumberOption } from './protocol.ts';

/** `gongwen/renumber`: what 重新编号 would change, for each part of the document the writer may mean. */
export function renumber({ connection, documents, say }: ServerContext): void {
  connection.onRequest(
    'gongwen/renumber',
    async ({ uri, range }: Params<'gongwen/renumber'>): Promise<Answer<'gongwen/renumber'>> => {
      const document = await documents.required(uri);
      const text = document.lint.document;
      const { start, end } = offsetsOf(text, range);
      const found = document.ask(
        () =>
          [
            {
              scope: 'selection',
              renumbering: start < end ? renumberRange(text, { start, end }) : undefined,
            },
            { scope: 'series', renumbering: renumberAt(text, start) },
            { scope: 'document', renumbering: renumberDocument(text) },
          ] as const,
      );
      const options = found.flatMap(({ scope, renumbering }): RenumberOption[] => {
        if (!renumbering) return [];
        const { title, changes, edits } = renumbering;
        return [
          {
            scope,
            title: say('numbering/', title),
            // Both lists are in document order, and each edit lies within its own change.
            changes: textEdits(text, edits).map((edit, i) => {
              const { from, to, reference } = changes[i]!;
              return { edit, range: rangeOf(text, changes[i]!), from, to, reference };
            }),
          },
        ];
      });
      return { version: document.version, options };
    },
  );
}
