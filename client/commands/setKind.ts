import * as vscode from 'vscode';
import type { StatusParams } from '../../server/protocol.ts';
import { kindName } from '../kindName.ts';
import type { Server } from '../server.ts';
import { activeDraft } from './activeDraft.ts';
import { saveFiles } from './saveFiles.ts';

const KINDS: readonly StatusParams['kind'][] = ['speech', 'report', 'official', 'law', 'general'];

/** 设置文种: the kind of the draft in front, noted in the `gongwen-lint.json` that holds for it, where the command line reads it too. */
export async function setKind(server: Server, current: StatusParams['kind'] | undefined): Promise<void> {
  const draft = activeDraft();
  if (!draft) return;
  const choices: (vscode.QuickPickItem & { is: StatusParams['kind'] | 'auto' })[] = [
    {
      label: vscode.l10n.t('Detect'),
      description: vscode.l10n.t('by title, salutation and articles'),
      is: 'auto',
    },
    ...KINDS.map((kind) => ({
      label: kindName(kind),
      is: kind,
      ...(kind === current && { description: vscode.l10n.t('in force') }),
    })),
  ];
  const picked = await vscode.window.showQuickPick(choices, {
    placeHolder: vscode.l10n.t('Which kind of document is it?'),
  });
  if (!picked) return;
  const answer = await server.request('gongwen/kindEdit', { uri: draft.uri.toString(), kind: picked.is });
  if (answer.is === 'no-file') {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Save the draft first: its kind is noted in gongwen-lint.json beside it.'),
    );
  }
  if (answer.is !== 'edit') return;
  const edit = await server.client.protocol2CodeConverter.asWorkspaceEdit(answer.edit);
  if (edit && (await vscode.workspace.applyEdit(edit))) await saveFiles(server, [answer.file]);
}
