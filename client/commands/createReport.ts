import * as vscode from 'vscode';
import type { Server } from '../server.ts';
import { activeDraft } from './activeDraft.ts';
import { isSwitchedOff } from './switchedOff.ts';

/** 生成校对报告: the draft with what was found in its margin, saved where the writer says, as HTML or Markdown by the name given. */
export async function createReport(server: Server): Promise<void> {
  const document = activeDraft();
  if (!document || isSwitchedOff(server, document)) return;
  const target = await vscode.window.showSaveDialog({
    defaultUri: proposal(document.uri),
    filters: { HTML: ['html'], Markdown: ['md'] },
    title: vscode.l10n.t('Save the Report'),
  });
  if (!target) return;
  const format = target.path.endsWith('.md') ? 'markdown' : 'html';
  const { text } = await server.request('gongwen/report', { uri: document.uri.toString(), format });
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
  const open = vscode.l10n.t('Open');
  const picked = await vscode.window.showInformationMessage(vscode.l10n.t('The report is saved.'), open);
  if (picked !== open) return;
  if (format === 'markdown') await vscode.commands.executeCommand('markdown.showPreview', target);
  else await vscode.env.openExternal(target);
}

/** Beside the draft; for one that is not saved, in the first folder of the workspace. */
function proposal(draft: vscode.Uri): vscode.Uri {
  const name = draft.path.slice(draft.path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
  const file = `${name}-${vscode.l10n.t('report on the draft')}.html`;
  if (draft.scheme !== 'untitled') return vscode.Uri.joinPath(draft, '..', file);
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  return folder ? vscode.Uri.joinPath(folder, file) : vscode.Uri.file(file);
}
