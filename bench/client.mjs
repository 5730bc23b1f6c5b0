/** The language server as an editor speaks to it, with one draft open. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { cpuOfProcess, memoryOfProcess } from './cpu.mjs';
import { root } from './engine.mjs';

const uri = 'file:///draft.txt';

/** A server of its own that has judged the text. Its CPU time so far is `cpu()`. */
export async function serve(text) {
  const child = spawn(process.execPath, [join(root, 'dist/server.js'), '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.onRequest('workspace/diagnostic/refresh', () => null);
  connection.onNotification('gongwen/status', () => {});
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: {
      textDocument: { diagnostic: { relatedInformation: true }, hover: { contentFormat: ['markdown'] } },
      workspace: { diagnostics: { refreshSupport: true } },
    },
    initializationOptions: { gongwen: { status: true } },
  });
  await connection.sendNotification('initialized', {});
  let version = 1;
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'plaintext', version, text },
  });

  const server = {
    /** Of the last answer. */
    findings: 0,
    bytes: 0,
    cpu: () => cpuOfProcess(child.pid),
    memory: () => memoryOfProcess(child.pid),
    /** Takes a change and pulls, as an editor does at a key. */
    async edit(change) {
      await connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: ++version },
        contentChanges: [change],
      });
      await pull();
    },
    async stop() {
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
    },
  };
  await pull();
  return server;

  async function pull() {
    const report = await connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
    server.findings = report.items.length;
    server.bytes = JSON.stringify(report).length;
  }
}
