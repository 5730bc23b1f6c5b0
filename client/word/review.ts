import * as vscode from 'vscode';
import { plainText } from '../plainText.ts';
import type { Server } from '../server.ts';

/** 导出批注稿: writes a copy of a Word document with comments and tracked changes where the writer says. */
export async function exportReview(server: Server, uri?: vscode.Uri): Promise<void> {
  const document = uri ?? activeDocument();
  if (!document) {
    vscode.window.showInformationMessage(vscode.l10n.t('Open a Word document first.'));
    return;
  }
  const to = await vscode.window.showSaveDialog({
    defaultUri: document.with({
      path: `${withoutExtension(document.path)}${vscode.l10n.t(' (reviewed)')}.docx`,
    }),
    filters: { Word: ['docx'] },
  });
  if (!to) return;
  if (to.toString() === document.toString()) {
    vscode.window.showWarningMessage(
      vscode.l10n.t('The copy cannot replace the original. Give another name.'),
    );
    return;
  }
  const content = Buffer.from(await vscode.workspace.fs.readFile(document)).toString('base64');
  const author = { name: '公文校对', initials: '校', date: localTime(new Date()) };
  const answer = await server.request('gongwen/reviewWord', {
    uri: document.toString(),
    content,
    author,
    fixes: 'safe',
  });
  if ('problem' in answer) {
    vscode.window.showErrorMessage(plainText(answer.problem));
    return;
  }
  await vscode.workspace.fs.writeFile(to, Buffer.from(answer.content, 'base64'));
  const open = vscode.l10n.t('Open');
  const picked = await vscode.window.showInformationMessage(
    vscode.l10n.t('Written: {comments} comments, {changes} tracked changes.', {
      comments: answer.comments,
      changes: answer.changes,
    }),
    open,
  );
  if (picked === open) await vscode.env.openExternal(to);
}

function withoutExtension(path: string): string {
  const dot = path.lastIndexOf('.');
  return dot > path.lastIndexOf('/') + 1 ? path.slice(0, dot) : path;
}

/** The Word document whose tab is in front. */
function activeDocument(): vscode.Uri | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputCustom && input.viewType === 'gongwen.word' ? input.uri : undefined;
}

/** Word writes the time of the clock on the wall, whatever the zone. */
function localTime(now: Date): string {
  return `${new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 19)}Z`;
}
