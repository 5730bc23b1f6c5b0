/** `gongwen/report`: the report on an open document, as text to be saved. */
import { htmlReport } from '../report/html.ts';
import { markdownReport } from '../report/markdown.ts';
import type { ServerContext } from './context.ts';
import type { Answer, Params } from './protocol.ts';

export function report({ connection, documents, messages, ruleName }: ServerContext): void {
  connection.onRequest(
    'gongwen/report',
    async ({ uri, format }: Params<'gongwen/report'>): Promise<Answer<'gongwen/report'>> => {
      const document = await documents.required(uri);
      const { findings, kind, version } = document.evaluate();
      const name = decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1).replace(/^untitled:/, ''));
      const texts = [{ name, kind, document: document.lint.document, findings, ruleName }];
      const text = document.ask(() =>
        (format === 'html' ? htmlReport : markdownReport)(texts, messages.language),
      );
      return { version, text };
    },
  );
}
