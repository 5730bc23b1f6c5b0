/** The language server in a worker of its own. */
import * as vscode from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import type { ServerRunner } from '../client/serverRunner.ts';
import { type FileRequests, type Handed, READY } from './handed.ts';
import { list, read, usualFiles } from './workspaceFiles.ts';

export function inWorker(context: vscode.ExtensionContext): ServerRunner {
  const dist = vscode.Uri.joinPath(context.extensionUri, 'dist');
  let running: { readonly worker: Worker; readonly reader: EndableReader } | undefined;
  const endServer = () => {
    running?.worker.terminate();
    running?.reader.end();
    running = undefined;
  };
  return {
    createClient(id, name, options) {
      const start = async (): Promise<MessageTransports> => {
        // One that was left to itself when its client stopped.
        running?.worker.terminate();
        const worker = await startWorker(dist);
        running = { worker, reader: new EndableReader(worker) };
        return { reader: running.reader, writer: new BrowserMessageWriter(worker) };
      };
      const client = new LanguageClient(id, name, start, options);
      for (const [method, answer] of Object.entries(ANSWERS))
        client.onRequest<unknown, void>(method, ({ uri }: { uri: string }) => answer(vscode.Uri.parse(uri)));
      return client;
    },
    endServer,
  };
}

/** What the worker asks for. */
const ANSWERS = { 'gongwen/readFile': read, 'gongwen/listFiles': list } satisfies {
  [M in keyof FileRequests]: (uri: vscode.Uri) => Promise<FileRequests[M]['answer']>;
};

/** A worker that is ended says nothing of it: its reader is told. */
class EndableReader extends BrowserMessageReader {
  end(): void {
    this.fireClose();
  }
}

/** @returns one that listens */
async function startWorker(dist: vscode.Uri): Promise<Worker> {
  const ours = (name: string) => vscode.workspace.fs.readFile(vscode.Uri.joinPath(dist, name));
  const [packed, words, english, files] = await Promise.all([
    ours('packed.bin'),
    ours('words.bin'),
    ours('english.json'),
    usualFiles(),
  ]);
  const worker = new Worker(vscode.Uri.joinPath(dist, 'browser', 'server.js').toString(true));
  await new Promise<void>((resolve, reject) => {
    worker.onmessage = ({ data }) => {
      if (data === READY) resolve();
      else reject(new Error(String(data)));
    };
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.postMessage({ packed, words, english, files } satisfies Handed);
  });
  return worker;
}
