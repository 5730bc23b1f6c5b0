import assert from 'node:assert/strict';
import { FULL, on, PLAIN, TestClient } from './client.ts';

const A = 'untitled:a';

describe('protocol: a session', () => {
  let client: TestClient;
  afterEach(() => client.stop());

  it('announces what the client can use', async () => {
    client = await TestClient.start();
    const { capabilities, serverInfo } = client.initialized;
    assert.deepEqual(capabilities.textDocumentSync, {
      openClose: true,
      change: 2,
      save: { includeText: false },
    });
    assert.equal(capabilities.positionEncoding, 'utf-16');
    assert.deepEqual(capabilities.diagnosticProvider, {
      identifier: 'gongwen',
      interFileDependencies: false,
      workspaceDiagnostics: false,
    });
    assert.deepEqual(capabilities.codeActionProvider, {
      codeActionKinds: ['quickfix', 'source.fixAll.gongwen', 'refactor.rewrite'],
      resolveProvider: true,
    });
    assert.equal(capabilities.hoverProvider, true);
    assert.equal(serverInfo?.version, '0.0.0');
    await client.until(() => client.registered.includes('workspace/didChangeConfiguration'));
  });

  it('announces no pull to a client that only takes pushes', async () => {
    client = await TestClient.start({ capabilities: PLAIN });
    assert.equal(client.initialized.capabilities.diagnosticProvider, undefined);
  });

  it('is initialised once', async () => {
    client = await TestClient.start();
    await assert.rejects(client.connection.sendRequest('initialize', { capabilities: FULL }), /twice/);
  });

  it('answers nothing behind shutdown', async () => {
    client = await TestClient.start();
    client.open(A, '×市');
    await client.connection.sendRequest('shutdown');
    const refused = { code: -32600, message: /shut down/ };
    await assert.rejects(client.pull(A), refused);
    await assert.rejects(client.hover(A, { line: 0, character: 0 }), refused);
    await assert.rejects(client.request('gongwen/fixAll', { uri: A }), refused);
    client.change(A, { range: on(0, 0), text: '甲' });
    assert.equal(client.statuses.length, 0);
  });

  it('takes a client that says nothing of what it can resolve', async () => {
    const codeAction = { codeActionLiteralSupport: {}, resolveSupport: {}, dataSupport: true };
    client = await TestClient.start({ capabilities: { textDocument: { codeAction } } as never });
    const { codeActionProvider } = client.initialized.capabilities;
    assert.equal((codeActionProvider as { resolveProvider: boolean }).resolveProvider, false);
  });

  it('knows nothing of documents that are not open', async () => {
    client = await TestClient.start();
    assert.deepEqual(await client.pull(A), { kind: 'full', items: [] });
    assert.deepEqual(await client.actions(A, on(0, 0)), []);
    assert.equal(await client.hover(A, { line: 0, character: 0 }), null);
    const failed = { code: -32803, message: `文档没有打开：${A}` };
    await assert.rejects(client.request('gongwen/asks', { uri: A }), failed);
    await assert.rejects(client.request('gongwen/fixAll', { uri: A }), failed);
    await assert.rejects(client.request('gongwen/fillEdits', { uri: A, version: 1, values: [] }), failed);
    client.notify('textDocument/didChange', { textDocument: { uri: A, version: 2 }, contentChanges: [] });
    client.notify('textDocument/didClose', { textDocument: { uri: A } });
    assert.deepEqual(await client.pull(A), { kind: 'full', items: [] });
  });

  it('says of every evaluation what it found, and how long it took', async () => {
    client = await TestClient.start();
    client.open(A, '×市,其它');
    await client.pull(A);
    await client.pull(A);
    const { milliseconds, ...status } = await client.until(() => client.statuses[0]);
    assert.deepEqual(status, {
      uri: A,
      version: 1,
      ours: true,
      enabled: true,
      kind: 'general',
      preset: 'recommended',
      counts: { error: 1, warning: 1, info: 1, hint: 0 },
    });
    assert.ok(milliseconds >= 0);
    assert.equal(client.statuses.length, 1, 'the second pull evaluated nothing');
  });

  for (const initializationOptions of [undefined, null, 7, [], { gongwen: 'yes' }, { gongwen: null }]) {
    it(`keeps to LSP with a client that announces nothing more (${JSON.stringify(initializationOptions)})`, async () => {
      client = await TestClient.start({ initialize: { initializationOptions } });
      client.open(A, '×市');
      assert.equal((await client.diagnostics(A)).length, 1);
      assert.deepEqual(await client.actions(A, on(0, 0)), []);
      assert.deepEqual(client.statuses, []);
    });
  }

  it('speaks the language of the user in what it says itself', async () => {
    client = await TestClient.start({ initialize: { locale: 'en' } });
    await assert.rejects(client.request('gongwen/asks', { uri: A }), /Document is not open/);
    client.open(A, '一,二,');
    const actions = await client.actions(A, on(0, 1));
    assert.deepEqual(
      actions.map((a) => a.title),
      ['改为全角逗号', 'Fix all “punctuation/comma” in this document (2)'],
    );
  });

  it('outlives a rule that throws, and says so once', async () => {
    client = await TestClient.start();
    client.open(A, '坏×市\n坏×市');
    assert.equal((await client.diagnostics(A)).length, 2);
    client.change(A, { range: on(0, 0), text: '坏' });
    assert.equal((await client.diagnostics(A)).length, 2);
    assert.equal(client.logs.filter((l) => l.includes('规则 wording/broken 出错')).length, 1);
  });

  it('answers a failing request with an error and goes on', async () => {
    client = await TestClient.start({
      host: {
        rulePage(ruleId) {
          throw new Error(`no page of ${ruleId}`);
        },
      },
    });
    client.open(A, '一,二');
    await assert.rejects(client.hover(A, { line: 0, character: 1 }), /no page of punctuation\/comma/);
    assert.equal((await client.diagnostics(A)).length, 1);
  });

  it('takes requests that no client should send', async () => {
    client = await TestClient.start();
    client.open(A, '×市');
    for (const params of [undefined, null, {}, { textDocument: null }, { textDocument: { uri: 7 } }]) {
      await client.connection.sendRequest('textDocument/codeAction', params).catch(() => {});
      await client.connection.sendRequest('gongwen/fixAll', params).catch(() => {});
      client.notify('textDocument/didChange', params);
    }
    assert.equal((await client.diagnostics(A)).length, 1);
  });
});
