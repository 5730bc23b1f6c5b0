/** Speaks with a language server as an editor does that opens a draft: what runs then is what its start should be quick with. */
import { spawn } from 'node:child_process';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

/**
 * @param {string[]} command arguments to Node
 * @param {string} text the draft
 * @returns {Promise<void>} when the server has ended
 */
export async function speakOnce(command, text) {
  const child = spawn(process.execPath, command, { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.listen();
  const textDocument = { uri: 'untitled:draft', languageId: 'plaintext', version: 1, text };
  const capabilities = {
    textDocument: { diagnostic: { relatedInformation: true }, hover: { contentFormat: ['markdown'] } },
  };
  await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities });
  await connection.sendNotification('initialized', {});
  await connection.sendNotification('textDocument/didOpen', { textDocument });
  await connection.sendRequest('textDocument/diagnostic', { textDocument });
  const change = { range: { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } }, text: '好' };
  await connection.sendNotification('textDocument/didChange', {
    textDocument: { uri: textDocument.uri, version: 2 },
    contentChanges: [change],
  });
  await connection.sendRequest('textDocument/diagnostic', { textDocument });
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  await ended;
  connection.dispose();
}
