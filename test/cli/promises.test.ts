/** What the product promises of the machine it runs on: it reaches nothing, and writes nothing but the file being fixed. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { ADVERT, CLEAN, Folder, GAP, program } from './support.ts';

const hook = fileURLToPath(new URL('../support/trace.cjs', import.meta.url));
const server = fileURLToPath(new URL('../../dist/server.js', import.meta.url));

describe('promises', () => {
  let folder: Folder;
  let trace: string;
  beforeEach(() => {
    folder = new Folder();
    trace = join(folder.path, '.trace');
  });
  afterEach(() => folder.remove());

  const run = (file: string, args: readonly string[]): ChildProcess =>
    spawn(process.execPath, ['--require', hook, file, ...args], {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { PATH: process.env.PATH, GONGWEN_TRACE: trace, NODE_OPTIONS: `--require ${hook}` },
    });
  const traced = () =>
    existsSync(trace) ? [...new Set(readFileSync(trace, 'utf8').trimEnd().split('\n'))].sort() : [];

  it('the command line reaches nothing and writes nothing', async () => {
    const file = folder.write('稿.txt', `一、加强领导\n${GAP}${ADVERT}${CLEAN}`);
    for (const args of [
      [],
      ['--names'],
      ['--format', 'json'],
      ['--fix-dry-run'],
      ['--stats'],
      ['--outline'],
    ]) {
      const child = run(program, [...args, file]);
      child.stdin!.end();
      const out = text(child.stdout!);
      await once(child, 'exit');
      assert.notEqual(await out, '');
    }
    assert.deepEqual(traced(), []);
  });

  it('--fix writes the file, by way of one beside it', async () => {
    const file = folder.write('稿.txt', ADVERT + CLEAN);
    const child = run(program, ['--fix', file]);
    await once(child, 'exit');
    assert.equal(folder.read('稿.txt').toString(), CLEAN);
    const [opened, renamed, ...others] = traced();
    assert.match(opened!, /^openSync .*\/\.gongwen-lint\.\d+\.[0-9a-z]+\.tmp$/);
    assert.equal(renamed, `renameSync ${opened!.slice('openSync '.length)} ${file}`);
    assert.deepEqual(others, []);
  });

  it('the server reaches nothing and writes nothing, its names process included', async () => {
    const child = run(server, ['--stdio']);
    const connection = createProtocolConnection(
      new StreamMessageReader(child.stdout!),
      new StreamMessageWriter(child.stdin!),
    );
    connection.listen();
    await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
    await connection.sendNotification('initialized', {});
    const uri = 'file:///稿.txt';
    const textDocument = { uri, languageId: 'plaintext', version: 1, text: `${GAP}副市长张国庆同志出席。\n` };
    const published = new Promise((resolve) =>
      connection.onNotification('textDocument/publishDiagnostics', resolve),
    );
    await connection.sendNotification('textDocument/didOpen', { textDocument });
    await published;
    await connection.sendRequest('gongwen/fixAll', { uri });
    // Names are asked for when typing pauses, and offered when their process has answered.
    const offered = async () => {
      const { groups } = await connection.sendRequest<{ groups: { offers: object[] }[] }>('gongwen/asks', {
        uri,
      });
      return groups.some(({ offers }) => offers.length > 0);
    };
    while (!(await offered())) await setTimeout(20);
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    await once(child, 'exit');
    connection.dispose();
    assert.deepEqual(traced(), []);
  });

  it('a reader who has seen enough ends it without a word', async () => {
    const file = folder.write('稿.txt', (GAP + ADVERT).repeat(3000));
    const child = run(program, [file]);
    child.stdout!.once('data', () => child.stdout!.destroy());
    const said = text(child.stderr!);
    const [code] = await once(child, 'exit');
    assert.equal(await said, '');
    assert.equal(code, 1);
  });
});
