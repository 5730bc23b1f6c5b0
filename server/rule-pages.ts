/** `gongwen/rulePages` and `gongwen/rulePage`: the rules and their pages, for a client that shows them offline. */
import type { ServerContext } from './context.ts';
import { requestFailed } from './errors.ts';
import type { Answer, Params } from './protocol.ts';

/** Those that users define for open documents are among them. */
export function rulePages(server: ServerContext): void {
  const { connection, documents, linter, messages, rulePage, ruleName } = server;
  const usersRules = () => new Set(documents.all().flatMap(({ lint }) => lint.settings.ownRules ?? []));
  connection.onRequest(
    'gongwen/rulePages',
    (): Answer<'gongwen/rulePages'> => ({
      rules: [...linter.rules, ...usersRules()].map(({ id, severity, preview }) => ({
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
