import {
  type Connection,
  ErrorCodes,
  type InitializeParams,
  type InitializeResult,
  PositionEncodingKind,
  ResponseError,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { userPage } from '../config/user-rules.ts';
import { createLinter, rulePage } from '../rules/index.ts';
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
import type { Params } from './protocol.ts';
import { pullDiagnostics } from './pull-diagnostics.ts';
import { pushDiagnostics } from './push-diagnostics.ts';
import { renumber } from './renumber.ts';
import { report } from './report.ts';
import { rulePages } from './rule-pages.ts';
import { selection } from './selection.ts';
import { inSession, refuseUnknown } from './session.ts';
import { accompany, Sets } from './sets.ts';
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
  const client = clientFeatures(params);
  const messages = messagesFor(params.locale);
  host.begun?.({ processId: params.processId ?? undefined, complaint: messages.stuck });
  const linter = (host.createLinter ?? createLinter)({
    words: () => host.loadWords(),
    onRuleError: (ruleId, error) => connection.console.error(messages.ruleFailed(ruleId, describe(error))),
  });
  const basics = { connection, client, host, linter, messages };
  const folders = params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []);
  const configFiles = new ServedConfigFiles(basics, folders);
  const configuration = new Configuration(basics, configFiles, params.initializationOptions);
  const documents = new Documents(basics, configuration);
  const pageOf = (id: string) => {
    const ours = (host.rulePage ?? rulePage)(id);
    if (ours) return ours;
    const rules = documents.all().flatMap(({ lint }) => lint.settings.ownRules ?? []);
    const users = rules.find((rule) => rule.id === id);
    return users && userPage(users);
  };
  const ruleName = (id: string) => (messages.language === 'zh' ? (pageOf(id)?.title ?? id) : id);
  const shared = { ...basics, documents, configFiles, rulePage: pageOf, ruleName };
  const sets = new Sets(shared);
  const files = new Files(shared, configuration, sets);
  const ignoreLists = new IgnoreLists(shared, files);
  const server: ServerContext = { ...shared, ignoreLists };

  status(server);
  files.serve();
  ignoreLists.serve();
  placeholders(server);
  meantNames(server);
  fixAll(server);
  renumber(server);
  rulePages(server);
  report(server);
  ledger(server);
  kind(server);
  word(server, configuration, sets);
  connection.onRequest('gongwen/chooseSet', ({ folder }: Params<'gongwen/chooseSet'>) => {
    configFiles.chooseSet(folder);
    return {};
  });
  const ends: { dispose(): void | Promise<void> }[] = [
    configuration,
    accompany(server, sets),
    names(server),
    typing(server),
  ];
  // Never both: the client would show everything twice.
  const diagnostics = client.pullDiagnostics ? pullDiagnostics(server) : {};
  if (!client.pullDiagnostics) ends.push(pushDiagnostics(server));
  connection.onShutdown(async () => {
    ended = true;
    await Promise.all(ends.map((end) => end.dispose()));
  });

  return {
    capabilities: {
      positionEncoding: PositionEncodingKind.UTF16,
      textDocumentSync: {
        openClose: true,
        change: TextDocumentSyncKind.Incremental,
        ...(!client.watchFiles && { save: { includeText: false } }),
      },
      ...(client.workspaceFolders && {
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      }),
      ...diagnostics,
      ...codeActions(server),
      ...hover(server),
      ...outline(server),
      ...continuations(server),
      ...folding(server),
      ...selection(server),
    },
    serverInfo: { name: 'gongwen-language-server', version: host.version },
  };
}
