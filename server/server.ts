import {
  type Connection,
  ErrorCodes,
  type InitializeParams,
  type InitializeResult,
  PositionEncodingKind,
  ResponseError,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { userPage } from '../config/user-rules.ts';
import { inEnglish, pageInEnglish } from '../english/finding.ts';
import { createLinter, type Finding, type RulePage, rulePage } from '../rules/index.ts';
import { clientFeatures } from './client-features.ts';
import { codeActions } from './code-actions.ts';
import { ServedConfigFiles } from './config-files.ts';
import { Configuration } from './configuration.ts';
import type { ServerContext } from './context.ts';
import { continuations } from './continuations.ts';
import { Documents } from './documents.ts';
import { describe } from './errors.ts';
import { Files } from './files.ts';
import { fixAll } from './fix-all.ts';
import { folding } from './folding.ts';
import type { ServerHost } from './host.ts';
import { hover } from './hover.ts';
import { IgnoreLists } from './ignore-lists.ts';
import { kind } from './kind.ts';
import { ledger } from './ledger.ts';
import { meantNames } from './meant-names.ts';
import { messagesFor } from './messages.ts';
import { names } from './names.ts';
import { outline } from './outline.ts';
import { placeholders } from './placeholders.ts';
import { pullDiagnostics } from './pull-diagnostics.ts';
import { pushDiagnostics } from './push-diagnostics.ts';
import { renumber } from './renumber.ts';
import { report } from './report.ts';
import { rulePages } from './rule-pages.ts';
import { selection } from './selection.ts';
import { inSession, refuseUnknown } from './session.ts';
import { accompany, chooseSet, Sets } from './sets.ts';
import { status } from './status.ts';
import { typing } from './typing.ts';
import { word } from './word.ts';

/**
 * Serves one client, over any transport: node IPC, stdio, a socket, streams in a test, a web worker.
 * Listens on the connection; what must end with the client ends at `shutdown`.
 */
export function startServer(connection: Connection, host: ServerHost): void {
  let started = false;
  refuseUnknown(connection, () => started);
  connection.onInitialize((params) => {
    if (started) return new ResponseError(ErrorCodes.InvalidRequest, 'initialize was sent twice');
    started = true;
    return start(connection, host, params);
  });
  connection.listen();
}

/** What the client can do decides which features there are. */
function start(wire: Connection, host: ServerHost, params: InitializeParams): InitializeResult {
  let ended = false;
  const connection = inSession(wire, () => ended);
  const { server, configuration, sets } = contextOf(connection, host, params);
  serveRequests(server, configuration, sets);
  const ends: End[] = [configuration, accompany(server, sets), names(server), typing(server)];
  // Never both: the client would show everything twice.
  const diagnostics = server.client.pullDiagnostics ? pullDiagnostics(server) : {};
  if (!server.client.pullDiagnostics) ends.push(pushDiagnostics(server));
  connection.onShutdown(async () => {
    ended = true;
    await Promise.all(ends.map((end) => end.dispose()));
  });
  return {
    capabilities: { ...capabilitiesOf(server), ...diagnostics },
    serverInfo: { name: 'gongwen-language-server', version: host.version },
  };
}

/** What ends with the session. */
interface End {
  dispose(): void | Promise<void>;
}

/** What all features share, made in the order in which each part needs those before it. */
function contextOf(
  connection: Connection,
  host: ServerHost,
  params: InitializeParams,
): { server: ServerContext; configuration: Configuration; sets: Sets } {
  const client = clientFeatures(params);
  const messages = messagesFor(params.locale);
  host.begun?.({ processId: params.processId ?? undefined, complaint: messages.stuck });
  const linter = (host.createLinter ?? createLinter)({
    words: () => host.loadWords(),
    onRuleError: (ruleId, error) => connection.console.error(messages.ruleFailed(ruleId, describe(error))),
  });
  const book = messages.language === 'en' ? host.phrasebook?.() : undefined;
  const say = (ruleId: string, chinese: string) => book?.say(ruleId, chinese) ?? chinese;
  const told = (findings: readonly Finding[]) => (book ? inEnglish(findings, book) : findings);
  const basics = { connection, client, host, linter, messages, say, told };
  const folders = params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []);
  const configFiles = new ServedConfigFiles(basics, folders);
  const configuration = new Configuration(basics, configFiles, params.initializationOptions);
  const documents = new Documents(basics, configuration);
  const pageOf = (id: string) => {
    const page = (host.rulePage ?? rulePage)(id) ?? usersPage(documents, id);
    return page && book ? pageInEnglish(page, book) : page;
  };
  // Its Chinese name means nothing to who reads no Chinese; its id does.
  const isNamed = (id: string) => messages.language === 'zh' || book?.rule(id) !== undefined;
  const ruleName = (id: string) => (isNamed(id) && pageOf(id)?.title) || id;
  const shared = { ...basics, documents, configFiles, rulePage: pageOf, ruleName };
  const sets = new Sets(shared);
  const files = new Files(shared, configuration, sets);
  const ignoreLists = new IgnoreLists(shared, files);
  files.serve();
  ignoreLists.serve();
  return { server: { ...shared, ignoreLists }, configuration, sets };
}

/** Of a rule that a user has defined for one of the open documents. */
function usersPage(documents: Documents, id: string): RulePage | undefined {
  const rules = documents.all().flatMap(({ lint }) => lint.settings.ownRules ?? []);
  const rule = rules.find((rule) => rule.id === id);
  return rule && userPage(rule);
}

/** The product's own requests and notifications. */
function serveRequests(server: ServerContext, configuration: Configuration, sets: Sets): void {
  status(server);
  placeholders(server);
  meantNames(server);
  fixAll(server);
  renumber(server);
  rulePages(server);
  report(server);
  ledger(server);
  kind(server);
  word(server, configuration, sets);
  chooseSet(server);
}

/** What LSP names, but for diagnostics. */
function capabilitiesOf(server: ServerContext): ServerCapabilities {
  const { client } = server;
  return {
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: {
      openClose: true,
      change: TextDocumentSyncKind.Incremental,
      ...(!client.watchFiles && { save: { includeText: false } }),
    },
    ...(client.workspaceFolders && {
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    }),
    ...codeActions(server),
    ...hover(server),
    ...outline(server),
    ...continuations(server),
    ...folding(server),
    ...selection(server),
  };
}
