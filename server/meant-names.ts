import type { ServerContext } from './context.ts';
import type { GongwenNotifications } from './protocol.ts';

/** `gongwen/meantNames`: names that the writer has filled in, of documents that are open and of those that will be. */
export function meantNames({ connection, documents }: ServerContext): void {
  const byUri = new Map<string, readonly string[]>();
  connection.onNotification(
    'gongwen/meantNames',
    ({ uri, values }: GongwenNotifications['gongwen/meantNames']) => {
      byUri.set(uri, [...(byUri.get(uri) ?? []), ...values]);
      const open = documents.all().find((document) => document.uri === uri);
      if (open) documents.meanNames(open, values);
    },
  );
  documents.onDidChange(({ document, reason }) => {
    const values = reason === 'opened' ? byUri.get(document.uri) : undefined;
    if (values) documents.meanNames(document, values);
  });
}
