import { acceptOnly } from '../rules/index.ts';
import type { ServerContext } from './context.ts';
import { textEdits } from './positions.ts';
import type { Answer, Params } from './protocol.ts';

/** `gongwen/fixAll`: what commands such as 清除广告水印 apply. */
export function fixAll({ connection, documents }: ServerContext): void {
  connection.onRequest(
    'gongwen/fixAll',
    async ({ uri, only }: Params<'gongwen/fixAll'>): Promise<Answer<'gongwen/fixAll'>> => {
      const document = await documents.required(uri);
      const { edits, fixed } = document.safeEdits(acceptOnly(only));
      return { version: document.version, edits: textEdits(document.lint.document, edits), fixed };
    },
  );
}
