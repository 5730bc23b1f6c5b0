/** The extension where there is Node: on the desktop, and on the far side of a remote window. */
import type * as vscode from 'vscode';
import type { Server } from './server.ts';
import { startExtension } from './start.ts';

let running: Server | undefined;

/** Called by VS Code when the first plain text or Markdown document is opened, or a command is called. */
export function activate(context: vscode.ExtensionContext): void {
  running = startExtension(context, async () => (await import('./serverProcess.ts')).inProcess(context));
  tellCost();
}

/** What the start took, on the clock and of the processor, from the first line of the bundle on: held under a limit by the editor tests. */
function tellCost(): void {
  const [load] = performance.getEntriesByName('gongwen:load') as { readonly detail?: NodeJS.CpuUsage }[];
  performance.measure('gongwen:activate', { start: 'gongwen:load', detail: process.cpuUsage(load?.detail) });
}

/** Called by VS Code, which waits for the server to end. */
export function deactivate(): Promise<void> | undefined {
  return running?.stop();
}
