import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import type { Server } from '../server.ts';
import { type Labels, messagePage, wordPage } from './page.ts';
import { exportReview } from './review.ts';

/** Shows a Word document with what is found in it. The file is only read; a review writes a copy. */
export class WordEditor implements vscode.CustomReadonlyEditorProvider {
  static readonly viewType = 'gongwen.word';
  readonly #server: Server;

  constructor(server: Server) {
    this.#server = server;
  }

  openCustomDocument(uri: vscode.Uri): vscode.CustomDocument {
    return { uri, dispose() {} };
  }

  async resolveCustomEditor({ uri }: vscode.CustomDocument, panel: vscode.WebviewPanel): Promise<void> {
    panel.webview.options = { enableScripts: true, localResourceRoots: [] };
    const show = async () => {
      panel.webview.html = await this.#page(uri);
    };
    const folder = vscode.Uri.joinPath(uri, '..');
    const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
    const watcher = vscode.workspace.createFileSystemWatcher(
      new vscode.RelativePattern(folder, name.replace(/[[\]{}*?]/g, '?')),
    );
    watcher.onDidChange(show);
    watcher.onDidCreate(show);
    panel.webview.onDidReceiveMessage((message) => {
      if (message === 'export') void exportReview(this.#server, uri);
    });
    panel.onDidDispose(() => watcher.dispose());
    await show();
  }

  async #page(uri: vscode.Uri): Promise<string> {
    const nonce = randomBytes(16).toString('base64');
    try {
      const content = Buffer.from(await vscode.workspace.fs.readFile(uri)).toString('base64');
      const answer = await this.#server.request('gongwen/readWord', { uri: uri.toString(), content });
      return 'problem' in answer ? messagePage(answer.problem, nonce) : wordPage(answer, labels(), nonce);
    } catch (error) {
      this.#server.log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
      return messagePage(vscode.l10n.t('The document could not be shown. See the log for details.'), nonce);
    }
  }
}

function labels(): Labels {
  return {
    exportReview: vscode.l10n.t('Export Review Copy'),
    previous: vscode.l10n.t('Previous'),
    next: vscode.l10n.t('Next'),
    nothing: vscode.l10n.t('Nothing found in this document.'),
    findings: vscode.l10n.t('{count} findings', { count: '{count}' }),
    levels: {
      error: vscode.l10n.t('Error'),
      warning: vscode.l10n.t('Warning'),
      info: vscode.l10n.t('Information'),
      hint: vscode.l10n.t('Hint'),
    },
    stories: {
      header: vscode.l10n.t('Header'),
      footer: vscode.l10n.t('Footer'),
      footnote: vscode.l10n.t('Footnotes'),
      endnote: vscode.l10n.t('Endnotes'),
    },
  };
}
