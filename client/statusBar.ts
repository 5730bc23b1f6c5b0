import * as vscode from 'vscode';
import type { StatusParams } from '../server/protocol.ts';
import type { DraftInFront } from './draftState.ts';
import { kindName } from './kindName.ts';
import type { Server } from './server.ts';

/**
 * Counts, kind and server state of the draft in front: in the status bar, where a click lists the problems, and behind the braces beside the
 * language, where VS Code shows what stands behind a language.
 */
export class StatusBar implements vscode.Disposable {
  readonly #server: Server;
  readonly #draft: DraftInFront;
  readonly #item: vscode.StatusBarItem;
  readonly #subscriptions: vscode.Disposable[];
  /** There only while a draft is in front. */
  #language: Record<'counts' | 'kind' | 'preset' | 'server', vscode.LanguageStatusItem> | undefined;

  constructor(server: Server, draft: DraftInFront) {
    this.#server = server;
    this.#draft = draft;
    this.#item = vscode.window.createStatusBarItem('gongwen.status', vscode.StatusBarAlignment.Right, 100);
    this.#item.name = vscode.l10n.t('gongwen-lint');
    this.#subscriptions = [this.#item, draft.onDidChange(() => this.#show())];
    this.#show();
  }

  dispose(): void {
    this.#forgetLanguage();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #show(): void {
    const { state } = this.#draft;
    if (!state) {
      this.#item.hide();
      this.#forgetLanguage();
      return;
    }
    const { isDown } = this.#server;
    const { status } = state;
    if (isDown) {
      this.#item.text = `$(warning) ${short()}`;
      this.#item.tooltip = vscode.l10n.t('The language server is not running. Click to restart it.');
      this.#item.command = 'gongwen.restartServer';
    } else {
      this.#item.text = status ? label(status) : `$(sync~spin) ${short()}`;
      this.#item.tooltip = status ? tooltip(status) : vscode.l10n.t('Checking…');
      this.#item.command = 'workbench.actions.view.problems';
    }
    this.#item.show();
    this.#showLanguage(isDown ? undefined : status, isDown);
  }

  #showLanguage(status: StatusParams | undefined, isDown: boolean): void {
    const { counts, kind, preset, server } = this.#languageItems();
    counts.busy = !status && !isDown;
    counts.text = status ? countsText(status) : vscode.l10n.t('Checking…');
    kind.text = status ? kindName(status.kind) : vscode.l10n.t('Checking…');
    preset.text = status?.preset === 'strict' ? vscode.l10n.t('Strict') : vscode.l10n.t('Recommended');
    server.severity = isDown
      ? vscode.LanguageStatusSeverity.Error
      : vscode.LanguageStatusSeverity.Information;
    server.text = isDown
      ? vscode.l10n.t('The language server is not running.')
      : vscode.l10n.t('The language server is running.');
    server.command = { command: 'gongwen.restartServer', title: vscode.l10n.t('Restart') };
  }

  #languageItems(): Record<'counts' | 'kind' | 'preset' | 'server', vscode.LanguageStatusItem> {
    if (!this.#language) {
      const selector = [{ language: 'plaintext' }, { language: 'markdown' }];
      const counts = vscode.languages.createLanguageStatusItem('gongwen.counts', selector);
      counts.name = vscode.l10n.t('Problems');
      counts.command = { command: 'workbench.actions.view.problems', title: vscode.l10n.t('List Them') };
      const kind = vscode.languages.createLanguageStatusItem('gongwen.kind', selector);
      kind.name = vscode.l10n.t('Kind of document');
      kind.detail = kind.name;
      kind.command = { command: 'gongwen.setKind', title: vscode.l10n.t('Change') };
      const preset = vscode.languages.createLanguageStatusItem('gongwen.preset', selector);
      preset.name = vscode.l10n.t('How much is told');
      preset.detail = preset.name;
      preset.command = { command: 'gongwen.switchPreset', title: vscode.l10n.t('Change') };
      const server = vscode.languages.createLanguageStatusItem('gongwen.server', selector);
      server.name = vscode.l10n.t('Language server');
      this.#language = { counts, kind, preset, server };
    }
    return this.#language;
  }

  #forgetLanguage(): void {
    for (const item of Object.values(this.#language ?? {})) item.dispose();
    this.#language = undefined;
  }
}

/** The product's name in a bar. */
function short(): string {
  return vscode.l10n.t('gongwen');
}

function label({ enabled, counts }: StatusParams): string {
  if (!enabled) return `$(circle-slash) ${short()}`;
  const parts = [
    [counts.error, '$(error)'],
    [counts.warning, '$(warning)'],
    [counts.info + counts.hint, '$(info)'],
  ] as const;
  const shown = parts.filter(([count]) => count > 0).map(([count, icon]) => `${icon}${count}`);
  return `${short()} ${shown.length > 0 ? shown.join(' ') : '$(check)'}`;
}

function tooltip(status: StatusParams): string {
  const { enabled, counts, kind, namesMissing } = status;
  if (!enabled) return countsText(status);
  const said = vscode.l10n.t(
    'Kind: {kind}. {errors} errors, {warnings} warnings, {rest} remarks. Click to list them.',
    {
      kind: kindName(kind),
      errors: counts.error,
      warnings: counts.warning,
      rest: counts.info + counts.hint,
    },
  );
  if (!namesMissing) return said;
  return `${said}\n${vscode.l10n.t('Names could not be recognised: leftovers among placeholders were not looked for.')}`;
}

function countsText({ enabled, counts }: StatusParams): string {
  if (!enabled) return vscode.l10n.t('Checking is switched off by the setting gongwen.enable.');
  return vscode.l10n.t('{errors} errors, {warnings} warnings, {rest} remarks.', {
    errors: counts.error,
    warnings: counts.warning,
    rest: counts.info + counts.hint,
  });
}
