/** The extension in a browser (vscode.dev), where there is no Node. */
import type * as vscode from 'vscode';
import type { Server } from '../client/server.ts';
import { startExtension } from '../client/start.ts';

let running: Server | undefined;

/** Called by VS Code when the first plain text or Markdown document is opened, or a command is called. */
export function activate(context: vscode.ExtensionContext): void {
  running = startExtension(context, async () => (await import('./serverWorker.ts')).inWorker(context));
}

/** Called by VS Code, which waits for the server to end. */
export function deactivate(): Promise<void> | undefined {
  return running?.stop();
}
