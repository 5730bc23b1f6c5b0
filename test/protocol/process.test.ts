/** The bundle as clients start it. */
import assert from 'node:assert/strict';
import { type ChildProcess, fork, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import {
  createProtocolConnection,
  IPCMessageReader,
  IPCMessageWriter,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

const bundle = fileURLToPath(new URL('../../dist/server.js', import.meta.url));

describe('protocol: dist/server.js', () => {
  before(function () {
    if (!existsSync(bundle)) this.skip();
  });

  let child: ChildProcess;
  let listening: Server | undefined;
  afterEach(() => {
    child?.kill();
    listening?.close();
    listening = undefined;
  });

  function run(...args: string[]): ChildProcess {
    child = spawn(process.execPath, [bundle, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
    return child;
  }

  async function session(connection: ProtocolConnection): Promise<void> {
    connection.listen();
    const refused = { code: -32002, message: /not been initialised/ };
    await assert.rejects(connection.sendRequest('textDocument/hover', {}), refused);
    const capabilities = { textDocument: { diagnostic: {} } };
    await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities });
    await connection.sendNotification('initialized', {});
    const uri = 'untitled:draft';
    const textDocument = { uri, languageId: 'plaintext', version: 1, text: '刚才，×书记讲了话。' };
    await connection.sendNotification('textDocument/didOpen', { textDocument });
    const report = await connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
    assert.equal((report as { kind: string }).kind, 'full');
    const hover = { textDocument: { uri }, position: { line: 0, character: 0 } };
    assert.equal(await connection.sendRequest('textDocument/hover', hover), null);
  }

  async function leave(connection: ProtocolConnection): Promise<void> {
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    const [code] = await once(child, 'exit');
    assert.equal(code, 0);
    connection.dispose();
  }

  function overStdio(): ProtocolConnection {
    return createProtocolConnection(
      new StreamMessageReader(child.stdout!),
      new StreamMessageWriter(child.stdin!),
    );
  }

  for (const args of [['--stdio'], []]) {
    it(`serves over stdio (${args.join(' ') || 'no arguments'})`, async () => {
      run(...args);
      const connection = overStdio();
      await session(connection);
      await leave(connection);
    });
  }

  it('serves over node IPC', async () => {
    child = fork(bundle, ['--node-ipc', `--clientProcessId=${process.pid}`]);
    const connection = createProtocolConnection(new IPCMessageReader(child), new IPCMessageWriter(child));
    await session(connection);
    await leave(connection);
  });

  it('ends when the process that forked it lets go', async () => {
    child = fork(bundle, ['--node-ipc']);
    const connection = createProtocolConnection(new IPCMessageReader(child), new IPCMessageWriter(child));
    await session(connection);
    child.disconnect();
    await once(child, 'exit');
    connection.dispose();
  });

  for (const [what, length] of [
    ['short', 5],
    ['long', 500],
  ] as const) {
    it(`ends with a word when a Content-Length is too ${what}, and the stream out of step`, async () => {
      child = spawn(process.execPath, [bundle, '--stdio'], { stdio: 'pipe' });
      const said = text(child.stderr!);
      const body = '{"jsonrpc":"2.0","id":1,"method":"x"}';
      child.stdin!.write(`Content-Length: ${length}\r\n\r\n${body}`);
      child.stdin!.write(`Content-Length: ${body.length}\r\n\r\n${body}`.repeat(20));
      const [code] = await once(child, 'exit');
      assert.equal(code, 1);
      assert.match(await said, /^gongwen-language-server: standard input: /);
    });
  }

  it('ends when its input does', async () => {
    run('--stdio');
    const connection = overStdio();
    await session(connection);
    child.stdin!.end();
    await once(child, 'exit');
    connection.dispose();
  });

  for (const transport of ['pipe', 'socket'] as const) {
    it(`serves over a ${transport}, and ends with it`, async () => {
      const folder = mkdtempSync(join(tmpdir(), 'gongwen-'));
      try {
        listening = createServer();
        listening.listen(transport === 'pipe' ? join(folder, 'lsp') : { port: 0, host: '127.0.0.1' });
        await once(listening, 'listening');
        const address = listening.address() as string | AddressInfo;
        if (typeof address === 'string') run(`--pipe=${address}`);
        else run('--socket', String(address.port));
        const [socket] = (await once(listening, 'connection')) as [Socket];
        const connection = createProtocolConnection(
          new StreamMessageReader(socket),
          new StreamMessageWriter(socket),
        );
        await session(connection);
        socket.destroy();
        await once(child, 'exit');
        connection.dispose();
      } finally {
        rmSync(folder, { recursive: true });
      }
    });
  }

  describe('stuck in a text that no limit ends', () => {
    let folder: string;
    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), 'gongwen-'));
    });
    afterEach(() => rmSync(folder, { recursive: true }));

    const there = async (file: string) => {
      while (!existsSync(join(folder, file))) await setTimeout(10);
    };

    /** A server that is watched, as of now in a text; its seconds are twentieths of ours. */
    async function stuck(clientId: number | null): Promise<ProtocolConnection> {
      const fault = join(folder, 'fault.cjs');
      writeFileSync(
        fault,
        `const fs = require('node:fs'); const { Script } = require('node:vm');
         const { isMainThread } = require('node:worker_threads');
         if (isMainThread) {
           const { runInThisContext } = Script.prototype;
           Script.prototype.runInThisContext = function (options) {
             if (options?.timeout && fs.existsSync(${JSON.stringify(join(folder, 'hang'))})) {
               fs.writeFileSync(${JSON.stringify(join(folder, 'stuck'))}, '');
               for (;;);
             }
             return runInThisContext.call(this, options);
           };
         } else {
           const { wait } = Atomics;
           Atomics.wait = (turns, at, turn, time) => wait(turns, at, turn, time / 20);
           fs.writeFileSync(${JSON.stringify(join(folder, 'watched'))}, '');
         }`,
      );
      child = spawn(process.execPath, [bundle, '--stdio'], {
        stdio: 'pipe',
        env: { ...process.env, NODE_OPTIONS: `--require=${fault}` },
      });
      const connection = overStdio();
      connection.listen();
      const capabilities = { textDocument: { diagnostic: {} } };
      await connection.sendRequest('initialize', { processId: clientId, rootUri: null, capabilities });
      await connection.sendNotification('initialized', {});
      await there('watched');
      writeFileSync(join(folder, 'hang'), '');
      const textDocument = {
        uri: 'untitled:draft',
        languageId: 'plaintext',
        version: 1,
        text: '刚才，×书记讲了话。',
      };
      await connection.sendNotification('textDocument/didOpen', { textDocument });
      await there('stuck');
      return connection;
    }

    it('it says so, in the client and in its log, and ends', async () => {
      const connection = await stuck(process.pid);
      const shown = new Promise<{ message: string }>((resolve) =>
        connection.onNotification('window/showMessage', resolve),
      );
      const said = text(child.stderr!);
      const [, signal] = await once(child, 'exit');
      assert.equal(signal, 'SIGKILL');
      const { message } = await shown;
      assert.match(message, /^检查 untitled:draft 时没有反应，校对服务已结束。/);
      assert.equal(await said, `gongwen-language-server: ${message}\n`);
      connection.dispose();
    });

    it('it ends with its client', async () => {
      const client = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
      const connection = await stuck(client.pid!);
      const said = text(child.stderr!);
      client.kill('SIGKILL');
      const [, signal] = await once(child, 'exit');
      assert.equal(signal, 'SIGKILL');
      assert.equal(await said, '');
      connection.dispose();
    });
  });

  function call(...args: string[]) {
    return spawnSync(process.execPath, [bundle, ...args], { encoding: 'utf8' });
  }

  it('says when nobody listens where it was told to connect', () => {
    const { status, stderr } = call('--pipe', join(tmpdir(), 'gongwen-lint-nobody-listens'));
    assert.equal(status, 1);
    assert.match(stderr, /^gongwen-language-server: .*nobody-listens: connect ENOENT/);
  });

  it('says what it is and how it is called', () => {
    assert.match(call('--version').stdout, /^\d+\.\d+\.\d+\n$/);
    assert.match(call('--help').stdout, /Usage: gongwen-language-server \[--stdio/);
    for (const args of [['--stido'], ['--socket', 'x'], ['--pipe=']]) {
      const { status, stderr, stdout } = call(...args);
      assert.equal(status, 2);
      assert.equal(stdout, '');
      assert.match(stderr, /^gongwen-language-server: .*\n\nUsage|^gongwen-language-server: /);
    }
  });
});
