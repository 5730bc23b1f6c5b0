import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';

/** How the language server is run where the extension runs: in a process of Node's, or in a worker of the browser's. */
export interface ServerRunner {
  /** A client that starts the server when it is started, and a new one when it is started again. */
  createClient(id: string, name: string, options: LanguageClientOptions): BaseLanguageClient;
  /** Ends a server that hears nothing; its client takes it for one that has ended by itself. */
  endServer(): void;
}
