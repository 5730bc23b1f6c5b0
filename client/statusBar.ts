import * as vscode from 'vscode';
import type { StatusParams } from '../server/protocol.ts';
import { draftEditor } from './commands/activeDraft.ts';
import type { Server } from './server.ts';

/** Counts, kind and server state of the draft in front; a click lists the problems. */
export class StatusBar implements vscode.Disposable {
  readonly #server: Server;
  readonly #item: vscode.StatusBarItem;
  readonly #subscriptions: vscode.Disposable[];

  constructor(server: Server) {
    this.#server = server;
    this.#item = vscode.window.createStatusBarItem('gongwen.status', vscode.StatusBarAlignment.Right, 100);
    this.#item.name = '公文校对';
    this.#item.command = 'workbench.actions.view.problems';
    this.#subscriptions = [
      this.#item,
      server.onDidChangeStatus(() => this.#show()),
      vscode.window.onDidChangeActiveTextEditor(() => this.#show()),
      vscode.window.onDidChangeVisibleTextEditors(() => this.#show()),
      vscode.window.tabGroups.onDidChangeTabs(() => this.#show()),
      // A document that changes its language is closed in the old one and opened in the new one.
      vscode.workspace.onDidOpenTextDocument(() => this.#show()),
    ];
    this.#show();
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #show(): void {
    const document = draftEditor()?.document;
    if (!document) {
      this.#item.hide();
      return;
    }
    if (this.#server.isDown) {
      this.#item.text = '$(warning) 公文';
      this.#item.tooltip = vscode.l10n.t('The language server is not running. Click to restart it.');
      this.#item.command = 'gongwen.restartServer';
    } else {
      const status = this.#server.status(document.uri);
      this.#item.text = status ? label(status) : '$(sync~spin) 公文';
      this.#item.tooltip = status ? tooltip(status) : vscode.l10n.t('Checking…');
      this.#item.command = 'workbench.actions.view.problems';
    }
    this.#item.show();
  }
}

function label({ enabled, counts }: StatusParams): string {
  if (!enabled) return '$(circle-slash) 公文';
  const parts = [
    [counts.error, '$(error)'],
    [counts.warning, '$(warning)'],
    [counts.info + counts.hint, '$(info)'],
  ] as const;
  const shown = parts.filter(([count]) => count > 0).map(([count, icon]) => `${icon}${count}`);
  return `公文 ${shown.length > 0 ? shown.join(' ') : '$(check)'}`;
}

function tooltip({ enabled, counts, kind }: StatusParams): string {
  if (!enabled) return vscode.l10n.t('Checking is switched off by the setting gongwen.enable.');
  return vscode.l10n.t(
    'Kind: {kind}. {errors} errors, {warnings} warnings, {rest} remarks. Click to list them.',
    {
      kind: kindName(kind),
      errors: counts.error,
      warnings: counts.warning,
      rest: counts.info + counts.hint,
    },
  );
}

function kindName(kind: StatusParams['kind']): string {
  switch (kind) {
    case 'speech':
      return vscode.l10n.t('speech');
    case 'report':
      return vscode.l10n.t('report');
    case 'official':
      return vscode.l10n.t('official document');
    case 'law':
      return vscode.l10n.t('law or regulation');
    case 'general':
      return vscode.l10n.t('other');
  }
}
