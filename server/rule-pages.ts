/** `gongwen/rulePages` and `gongwen/rulePage`: the rules and their pages, for a client that shows them offline. */
import type { ServerContext } from './context.ts';
import { requestFailed } from './errors.ts';
import type { Answer, Params } from './protocol.ts';

export function rulePages({ connection, linter, messages, rulePage, ruleName }: ServerContext): void {
  connection.onRequest(
    'gongwen/rulePages',
    (): Answer<'gongwen/rulePages'> => ({
      rules: linter.rules.map(({ id, severity, preview }) => ({
        ruleId: id,
        title: ruleName(id),
        severity,
        preview: preview === true,
      })),
    }),
  );
  connection.onRequest(
    'gongwen/rulePage',
    ({ ruleId }: Params<'gongwen/rulePage'>): Answer<'gongwen/rulePage'> => {
      const page = rulePage(ruleId);
      if (!page) throw requestFailed(messages.unknownRule(ruleId, []));
      return { title: page.title, markdown: page.markdown };
    },
  );
}
