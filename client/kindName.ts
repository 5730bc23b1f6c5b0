import * as vscode from 'vscode';
import type { StatusParams } from '../server/protocol.ts';

/** What a kind of document is called. */
export function kindName(kind: StatusParams['kind']): string {
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
