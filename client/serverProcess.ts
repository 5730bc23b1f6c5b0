/** The language server in a process of its own. */
import * as vscode from 'vscode';
import { LanguageClient, type ServerOptions, TransportKind } from 'vscode-languageclient/node';
import type { ServerRunner } from './serverRunner.ts';

export function inProcess(context: vscode.ExtensionContext): ServerRunner {
  const module = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
  const server: ServerOptions = {
    run: { module, transport: TransportKind.ipc },
    debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6009'] } },
  };
  let client: LanguageClient | undefined;
  return {
    createClient(id, name, options) {
      client = new LanguageClient(id, name, server, options);
      return client;
    },
    endServer: () => client?.serverProcess?.kill('SIGKILL'),
  };
}
