import * as vscode from 'vscode';
import type { Server } from '../server.ts';
import { activeDraft } from './activeDraft.ts';
import { applyTextEdits } from './applyTextEdits.ts';
import { isSwitchedOff } from './switchedOff.ts';

/**
 * 一键修复（安全项） and, for the family `advert`, 清除广告水印: applies all safe fixes as one undo step.
 * @param only rules and families that the fixes are limited to; all otherwise
 */
export async function applySafeFixes(server: Server, only?: readonly string[]): Promise<void> {
  const document = activeDraft();
  if (!document || isSwitchedOff(server, document)) return;
  const { edits, fixed, version } = await server.request('gongwen/fixAll', {
    uri: document.uri.toString(),
    ...(only ? { only } : {}),
  });
  if (fixed === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('There is nothing to fix automatically.'));
    return;
  }
  if (!(await applyTextEdits(server, document, version, edits))) return;
  void vscode.window.showInformationMessage(
    vscode.l10n.t('{count} places fixed. One undo brings the text back.', { count: fixed }),
  );
}
