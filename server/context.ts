import type { Connection } from 'vscode-languageserver';
import type { Finding, Linter, RulePage } from '../rules/index.ts';
import type { ClientFeatures } from './client-features.ts';
import type { ServedConfigFiles } from './config-files.ts';
import type { Documents } from './documents.ts';
import type { ServerHost } from './host.ts';
import type { IgnoreLists } from './ignore-lists.ts';
import type { Messages } from './messages.ts';

/**
 * What every feature is given. A feature is a function that registers its handlers with the connection and returns
 * the capabilities it adds.
 */
export interface ServerContext {
  readonly connection: Connection;
  readonly host: ServerHost;
  readonly client: ClientFeatures;
  readonly messages: Messages;
  readonly linter: Linter;
  readonly documents: Documents;
  readonly configFiles: ServedConfigFiles;
  readonly ignoreLists: IgnoreLists;
  /** In the user's language, as is all that follows. */
  rulePage(ruleId: string): RulePage | undefined;
  ruleName(ruleId: string): string;
  /** What a rule says. */
  say(ruleId: string, chinese: string): string;
  told(findings: readonly Finding[]): readonly Finding[];
}
