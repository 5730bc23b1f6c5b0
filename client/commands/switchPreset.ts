import * as vscode from 'vscode';
import type { PresetName } from '../../server/protocol.ts';
import { draftEditor } from './activeDraft.ts';

/** 切换检查强度: how much is told, written to the setting `gongwen.preset` where it is set already, else for the user. */
export async function switchPreset(): Promise<void> {
  const settings = vscode.workspace.getConfiguration('gongwen', draftEditor()?.document);
  const current = settings.get<PresetName>('preset');
  const choices: (vscode.QuickPickItem & { preset: PresetName })[] = [
    {
      preset: 'recommended',
      label: vscode.l10n.t('Recommended'),
      detail: vscode.l10n.t('Quiet: what is wrong, and what is worth a look'),
    },
    {
      preset: 'strict',
      label: vscode.l10n.t('Strict'),
      detail: vscode.l10n.t(
        'Everything: habits of style, rules in preview and the layout of Word documents too',
      ),
    },
  ];
  const picked = await vscode.window.showQuickPick(
    choices.map((choice) =>
      choice.preset === current ? { ...choice, description: vscode.l10n.t('in force') } : choice,
    ),
    { placeHolder: vscode.l10n.t('How much is to be told?') },
  );
  if (!picked) return;
  const { workspaceFolderValue, workspaceValue } = settings.inspect('preset') ?? {};
  const { ConfigurationTarget: Target } = vscode;
  const target =
    workspaceFolderValue !== undefined
      ? Target.WorkspaceFolder
      : workspaceValue !== undefined
        ? Target.Workspace
        : Target.Global;
  await settings.update('preset', picked.preset, target);
}
