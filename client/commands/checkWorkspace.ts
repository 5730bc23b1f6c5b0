import * as vscode from 'vscode';
import type { Diagnostic } from 'vscode-languageclient';
import { base64Of } from '../../server/bytes.ts';
import { ALL_DRAFTS, findBelow } from '../filesBelow.ts';
import type { Server } from '../server.ts';

/** Never a person's drafts, whatever the settings say. */
const NEVER = /(?:^|\/)(?:node_modules|\.git)\/|(?:^|\/)~\$[^/]*$/;

/**
 * 检查整个工作区, 检查文件夹: drafts are checked one after the other without being opened, and what is found is listed with the problems. What is
 * listed is kept true: a file that changes is checked anew, and one that is opened is the live check's.
 */
export class WorkspaceCheck implements vscode.Disposable {
  readonly #server: Server;
  readonly #found = vscode.languages.createDiagnosticCollection('gongwen-files');
  /** Files that have been checked, by URI. */
  readonly #checked = new Set<string>();
  readonly #subscriptions: vscode.Disposable[];
  #watcher: vscode.Disposable | undefined;

  constructor(server: Server) {
    this.#server = server;
    this.#subscriptions = [
      this.#found,
      vscode.window.tabGroups.onDidChangeTabs(({ opened, closed }) => {
        for (const uri of opened.flatMap(uriOf)) this.#found.delete(uri);
        for (const uri of closed.flatMap(uriOf)) this.#again(uri);
      }),
    ];
  }

  dispose(): void {
    this.#watcher?.dispose();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  /** @param places folders and files; all folders of the workspace when there are none */
  async run(places: readonly vscode.Uri[] = []): Promise<void> {
    const roots =
      places.length > 0 ? places : (vscode.workspace.workspaceFolders ?? []).map((folder) => folder.uri);
    if (roots.length === 0) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Open a folder with drafts first.'));
      return;
    }
    const outcome = await vscode.window.withProgress(
      {
        location: vscode.ProgressLocation.Notification,
        title: vscode.l10n.t('Checking Drafts'),
        cancellable: true,
      },
      async (progress, token) => {
        const files = await this.#filesIn(roots, token);
        return this.#checkAll(files, progress, token);
      },
    );
    this.#watch();
    await report(outcome);
  }

  /** Takes what was found in files out of the list of problems. */
  clear(): void {
    this.#found.clear();
    this.#checked.clear();
  }

  async #filesIn(roots: readonly vscode.Uri[], token: vscode.CancellationToken): Promise<vscode.Uri[]> {
    const byName = new Map<string, vscode.Uri>();
    for (const root of roots) {
      const { type } = await vscode.workspace.fs.stat(root);
      const found = type & vscode.FileType.Directory ? await findBelow(root, ALL_DRAFTS, token) : [root];
      for (const uri of found) if (!NEVER.test(uri.path)) byName.set(uri.toString(), uri);
    }
    const uris = [...byName.keys()].sort();
    const worth = await this.#server.request('gongwen/filesToCheck', { uris });
    return worth.uris.map((uri) => byName.get(uri)!);
  }

  async #checkAll(
    files: readonly vscode.Uri[],
    progress: vscode.Progress<{ message?: string; increment?: number }>,
    token: vscode.CancellationToken,
  ): Promise<Outcome> {
    const outcome: Outcome = {
      files: 0,
      of: files.length,
      unreadable: 0,
      errors: 0,
      warnings: 0,
      rest: 0,
    };
    for (const [i, uri] of files.entries()) {
      if (token.isCancellationRequested) break;
      progress.report({
        message: `${i + 1}/${files.length} ${vscode.workspace.asRelativePath(uri)}`,
        increment: 100 / files.length,
      });
      const diagnostics = await this.#check(uri);
      if (diagnostics === 'unreadable') outcome.unreadable++;
      else if (diagnostics) {
        outcome.files++;
        for (const { severity } of diagnostics) {
          if (severity === vscode.DiagnosticSeverity.Error) outcome.errors++;
          else if (severity === vscode.DiagnosticSeverity.Warning) outcome.warnings++;
          else outcome.rest++;
        }
      }
    }
    return outcome;
  }

  /** What is found in a file, and listed unless the file is open. Undefined for one that is left out. */
  async #check(uri: vscode.Uri): Promise<readonly vscode.Diagnostic[] | 'unreadable' | undefined> {
    this.#checked.add(uri.toString());
    let content: Uint8Array;
    try {
      content = await vscode.workspace.fs.readFile(uri);
    } catch {
      this.#found.delete(uri);
      return 'unreadable';
    }
    const answer = await this.#server.request('gongwen/checkFile', {
      uri: uri.toString(),
      content: base64Of(content),
    });
    if (answer.is !== 'checked') {
      this.#found.delete(uri);
      if (answer.is === 'left-out') return undefined;
      this.#server.log.warn(`${uri.toString(true)}: ${answer.problem}`);
      return 'unreadable';
    }
    const { protocol2CodeConverter } = this.#server.client;
    const diagnostics = await protocol2CodeConverter.asDiagnostics([...answer.diagnostics] as Diagnostic[]);
    if (!isOpen(uri)) this.#found.set(uri, diagnostics);
    return diagnostics;
  }

  /** A file that was checked has changed, or its tab has been closed. */
  #again(uri: vscode.Uri): void {
    if (!this.#checked.has(uri.toString()) || isOpen(uri)) return;
    this.#check(uri).catch((error) => this.#server.log.warn(String(error)));
  }

  #watch(): void {
    if (this.#watcher) return;
    const watcher = vscode.workspace.createFileSystemWatcher(ALL_DRAFTS.glob);
    watcher.onDidChange((uri) => this.#again(uri));
    watcher.onDidDelete((uri) => {
      this.#checked.delete(uri.toString());
      this.#found.delete(uri);
    });
    this.#watcher = watcher;
  }
}

interface Outcome {
  files: number;
  readonly of: number;
  unreadable: number;
  errors: number;
  warnings: number;
  rest: number;
}

/** Whether the live check has it in hand, which goes by tabs: VS Code keeps documents open long after they are gone from sight. */
function isOpen(uri: vscode.Uri): boolean {
  return vscode.window.tabGroups.all.some(({ tabs }) =>
    tabs.flatMap(uriOf).some((shown) => shown.toString() === uri.toString()),
  );
}

function uriOf({ input }: vscode.Tab): vscode.Uri[] {
  return input instanceof vscode.TabInputText ? [input.uri] : [];
}

async function report({ files, unreadable, errors, warnings, rest }: Outcome): Promise<void> {
  const counts = vscode.l10n.t(
    '{files} drafts checked: {errors} errors, {warnings} warnings, {rest} remarks.',
    { files, errors, warnings, rest },
  );
  const left =
    unreadable > 0
      ? ` ${vscode.l10n.t('{count} files could not be read; the log says why.', { count: unreadable })}`
      : '';
  const list = vscode.l10n.t('List Them');
  const picked = await vscode.window.showInformationMessage(
    counts + left,
    ...(errors + warnings + rest > 0 ? [list] : []),
  );
  if (picked === list) await vscode.commands.executeCommand('workbench.actions.view.problems');
}
