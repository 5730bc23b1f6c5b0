import * as vscode from 'vscode';
import type { Server } from '../server.ts';
import { FORM_VIEW, FormPanel } from './formPanel.ts';
import type { FormStore } from './formStore.ts';

/** Forms that were open when the window was closed or reloaded come back with it, as far as they were filled. */
export function restoreForms(
  server: Server,
  context: vscode.ExtensionContext,
  store: FormStore,
): vscode.Disposable {
  return vscode.window.registerWebviewPanelSerializer(FORM_VIEW, {
    async deserializeWebviewPanel(panel, state: unknown) {
      try {
        const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(String(state)));
        await FormPanel.open(server, context, store, document, panel);
      } catch (error) {
        server.log.warn(String(error));
        panel.dispose();
      }
    },
  });
}
