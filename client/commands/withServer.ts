import * as vscode from 'vscode';
import type { Server } from '../server.ts';

/**
 * A command that asks the server. Where none runs it says so and offers to start one; an answer that does not come is
 * told in words. VS Code itself would show the writer “Client is not running” and the like.
 */
export function withServer<A extends unknown[]>(
  server: Server,
  command: (server: Server, ...args: A) => Promise<void>,
): (...args: A) => Promise<void> {
  return async (...args) => {
    if (server.isDown) return offerRestart(server);
    try {
      await server.start();
      await command(server, ...args);
    } catch (error) {
      server.log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
      if (server.isDown) return offerRestart(server);
      const showLog = vscode.l10n.t('Show Log');
      const picked = await vscode.window.showErrorMessage(
        vscode.l10n.t('The language server gave no answer; nothing was changed. Please try again.'),
        showLog,
      );
      if (picked === showLog) server.log.show();
    }
  };
}

/** Says that no server runs, with the one action that brings it back: as an error, since only these stay in sight until they are answered. */
export async function offerRestart(server: Server): Promise<void> {
  const restart = vscode.l10n.t('Restart');
  const picked = await vscode.window.showErrorMessage(
    vscode.l10n.t(
      'The language server has ended and your draft is no longer checked. Nothing of it is lost.',
    ),
    restart,
  );
  if (picked === restart) await restartServer(server);
}

/** 重启语言服务器: says how that went, which nothing else would tell where no draft is in front. */
export async function restartServer(server: Server): Promise<void> {
  try {
    await server.restart();
  } catch (error) {
    server.log.error(String(error));
    return offerRestart(server);
  }
  void vscode.window.showInformationMessage(vscode.l10n.t('The language server has been restarted.'));
}
