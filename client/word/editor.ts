import * as vscode from 'vscode';
import { base64Of } from '../../server/bytes.ts';
import { newNonce } from '../nonce.ts';
import type { Server } from '../server.ts';
import { type Labels, messagePage, type WordMessage, wordPage } from './page.ts';
import { exportFilled, exportReview } from './review.ts';

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
    panel.webview.onDidReceiveMessage((message: WordMessage) => {
      if (message.is === 'export') void exportReview(this.#server, uri);
      else void exportFilled(this.#server, uri, message.values);
    });
    panel.onDidDispose(() => watcher.dispose());
    await show();
  }

  async #page(uri: vscode.Uri): Promise<string> {
    const nonce = newNonce();
    try {
      const content = base64Of(await vscode.workspace.fs.readFile(uri));
      const params = { uri: uri.toString(), content };
      const answer = await this.#server.request('gongwen/readWord', params);
      if ('problem' in answer) return messagePage(answer.problem, nonce);
      const asked = await this.#server.request('gongwen/wordQuestions', params);
      return wordPage(answer, 'problem' in asked ? [] : asked.questions, labels(), nonce);
    } catch (error) {
      this.#server.log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
      return messagePage(vscode.l10n.t('The document could not be shown. See the log for details.'), nonce);
    }
  }
}

function labels(): Labels {
  return {
    exportReview: vscode.l10n.t('Export Review Copy'),
    fill: vscode.l10n.t('Fill In a Copy'),
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
