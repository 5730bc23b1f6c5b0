import * as vscode from 'vscode';
import { FormPanel } from '../form/formPanel.ts';
import { isServed } from '../served.ts';

/** The editor whose draft the commands and the status bar are about, if a draft is in front, or the form for one. */
export function draftEditor(): vscode.TextEditor | undefined {
  const { activeTextEditor, tabGroups, visibleTextEditors } = vscode.window;
  if (activeTextEditor && isServed(activeTextEditor.document)) return activeTextEditor;
  // VS Code takes an output panel that has the focus for the active editor: the writer is still in the tab in front.
  const { activeTab, viewColumn } = tabGroups.activeTabGroup;
  const { input } = activeTab ?? {};
  const asked = FormPanel.inFront();
  if (asked) return visibleTextEditors.find(({ document }) => document === asked);
  if (!(input instanceof vscode.TabInputText)) return undefined;
  return visibleTextEditors.find(
    (editor) =>
      editor.viewColumn === viewColumn &&
      editor.document.uri.toString() === input.uri.toString() &&
      isServed(editor.document),
  );
}

/** The draft in front. Says so when there is none. */
export function activeDraft(): vscode.TextDocument | undefined {
  const document = draftEditor()?.document;
  if (document) return document;
  void vscode.window.showInformationMessage(vscode.l10n.t('Open a plain text or Markdown document first.'));
  return undefined;
}
