/**
 * `node bench/keys.mjs [--keys N] [--size MOST]`: what a key costs the language server, through the protocol as an editor speaks it: CPU time of
 * the server's process from the change to the answered pull, and the bytes of the answer. Linux only, where a process's time can
 * be read to the nanosecond.
 */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { draftOf } from './drafts.mjs';
import { loadEngine, root } from './engine.mjs';

const { values } = parseArgs({
  options: { keys: { type: 'string', default: '150' }, size: { type: 'string', default: '1000000' } },
});
const KEYS = Number(values.keys);
/** Keys that are not counted: the code is still being compiled. */
const WARM_UP = 60;
/** CPU milliseconds, p95. */
const CASES = [
  { state: 'written', size: 100_000, target: 1 },
  { state: 'downloaded', size: 100_000, target: 3 },
  { state: 'written', size: 1_000_000, target: 5 },
];
const uri = 'file:///draft.txt';

const engine = await loadEngine();
const linter = engine.linter();
/** A draft as it is sent off: the lines that anything is found in are left out, until nothing is. */
function withoutFindings(text) {
  for (let kept = text; ; ) {
    const { document, findings } = open(kept);
    if (findings.length === 0) return kept;
    const wrong = new Set(findings.map(({ start }) => document.indexAt(start)));
    kept = document.paragraphs
      .filter((_, i) => !wrong.has(i))
      .map(({ source }) => source)
      .join('\n');
  }
}

function open(text) {
  const linted = linter.open(text);
  return { document: linted.document, findings: linted.findings() };
}

console.log('CPU of the server for a key through the protocol, ms');
console.log(['draft', 'characters', 'findings', 'key', 'p50', 'p95', 'target p95', '', 'bytes'].join('\t'));
for (const { state, size, target } of CASES.filter(({ size }) => size <= Number(values.size))) {
  const draft = draftOf(root, state === 'written' ? size * 4 : size, state, (text) => text);
  const text = state === 'written' ? withoutFindings(draft).slice(0, size) : draft;
  const server = await start(text);
  for (const [name, edits] of Object.entries(keys(text))) {
    const times = [];
    for (let i = 0; i < KEYS + WARM_UP; i++) {
      const before = server.cpu();
      await server.edit(edits(i));
      if (i >= WARM_UP) times.push(server.cpu() - before);
    }
    times.sort((a, b) => a - b);
    const p = (q) => times[Math.floor(times.length * q)];
    const verdict = p(0.95) <= target ? 'met' : 'MISSED';
    const cells = [
      state,
      text.length,
      server.findings,
      name,
      p(0.5).toFixed(2),
      p(0.95).toFixed(2),
      target,
      verdict,
      server.bytes,
    ];
    console.log(cells.join('\t'));
  }
  await server.stop();
}
process.exit(0);

/** Edits by kind, made in pairs: each second one takes back the first. In the middle of the text. */
function keys(text) {
  const lines = text.split('\n');
  let line = lines.length >> 1;
  while (lines[line].length < 30) line++;
  const character = lines[line].length >> 1;
  const at = { line, character };
  const range = (end) => ({ start: at, end });
  const pasted = lines.slice(0, 40).join('\n');
  const pastedEnd = { line: line + 39, character: lines[39].length };
  const pair = (put, end) => (i) =>
    i % 2 === 0 ? { range: range(at), text: put } : { range: range(end), text: '' };
  return {
    typing: pair('好', { line, character: character + 1 }),
    Enter: pair('\n', { line: line + 1, character: 0 }),
    'paste, undo': pair(pasted, pastedEnd),
  };
}

async function start(text) {
  const child = spawn(process.execPath, [join(root, 'dist/server.js'), '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
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
  connection.onRequest('workspace/diagnostic/refresh', () => null);
  connection.onNotification('gongwen/status', () => {});
  await connection.sendNotification('initialized', {});
  let version = 1;
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'plaintext', version, text },
  });
  const server = { findings: 0, bytes: 0, cpu, edit, stop };
  await pull();
  return server;

  async function pull() {
    const report = await connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
    server.findings = report.items.length;
    server.bytes = JSON.stringify(report).length;
  }

  async function edit(change) {
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: ++version },
      contentChanges: [change],
    });
    await pull();
  }

  /** Of all threads: the collector's and the compiler's too. */
  function cpu() {
    const tasks = `/proc/${child.pid}/task`;
    let sum = 0;
    for (const task of readdirSync(tasks))
      sum += Number(readFileSync(`${tasks}/${task}/schedstat`, 'utf8').split(' ')[0]);
    return sum / 1e6;
  }

  async function stop() {
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
  }
}
