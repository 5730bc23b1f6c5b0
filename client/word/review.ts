import * as vscode from 'vscode';
import { base64Of, bytesOf } from '../../server/bytes.ts';
import type { FillWordParams, WordProblem } from '../../server/protocol.ts';
import { plainText } from '../plainText.ts';
import type { Server } from '../server.ts';

/** 导出批注稿: writes a copy of a Word document with comments and tracked changes where the writer says. */
export async function exportReview(server: Server, uri?: vscode.Uri): Promise<void> {
  const document = uri ?? activeDocument();
  if (!document) {
    vscode.window.showInformationMessage(vscode.l10n.t('Open a Word document first.'));
    return;
  }
  const author = { name: '公文校对', initials: '校', date: localTime(new Date()) };
  await exportCopy(document, vscode.l10n.t(' (reviewed)'), async (params) => {
    const answer = await server.request('gongwen/reviewWord', { ...params, author, fixes: 'safe' });
    if ('problem' in answer) return answer;
    const { content, comments, changes } = answer;
    const said = vscode.l10n.t('Written: {comments} comments, {changes} tracked changes.', {
      comments,
      changes,
    });
    return { content, said };
  });
}

/** Writes a copy with what the writer has filled in, where the writer says. */
export async function exportFilled(
  server: Server,
  document: vscode.Uri,
  values: FillWordParams['values'],
): Promise<void> {
  await exportCopy(document, vscode.l10n.t(' (filled in)'), async (params) => {
    const answer = await server.request('gongwen/fillWord', { ...params, values });
    if ('problem' in answer) return answer;
    const { content, filled, open } = answer;
    const places = vscode.l10n.t('Filled in: {filled} places.', { filled });
    const left = vscode.l10n.t('{open} places could not be written: fill them in in Word.', { open });
    return { content, said: open > 0 ? `${places} ${left}` : places };
  });
}

/** A copy, or why there is none. */
type Made = { readonly content: string; readonly said: string } | WordProblem;

/**
 * Asks where to, and writes.
 * @param make the copy in Base64, and what is said when it is written
 */
async function exportCopy(
  document: vscode.Uri,
  suffix: string,
  make: (params: { readonly uri: string; readonly content: string }) => Promise<Made>,
): Promise<void> {
  const path = `${withoutExtension(document.path)}${suffix}${document.path.slice(withoutExtension(document.path).length)}`;
  const to = await vscode.window.showSaveDialog({
    defaultUri: document.with({ path }),
    filters: { Word: ['docx', 'docm'] },
  });
  if (!to) return;
  if (to.toString() === document.toString()) {
    vscode.window.showWarningMessage(
      vscode.l10n.t('The copy cannot replace the original. Give another name.'),
    );
    return;
  }
  const content = base64Of(await vscode.workspace.fs.readFile(document));
  const made = await make({ uri: document.toString(), content });
  if ('problem' in made) {
    vscode.window.showErrorMessage(plainText(made.problem));
    return;
  }
  await vscode.workspace.fs.writeFile(to, bytesOf(made.content));
  const open = vscode.l10n.t('Open');
  const picked = await vscode.window.showInformationMessage(made.said, open);
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
