/** What other editors' clients can and cannot do: each is served by what it says of itself. */
import assert from 'node:assert/strict';
import type { ClientCapabilities, TextEdit } from 'vscode-languageserver';
import { applyTextEdits, configFilesBy, FULL, on, PLAIN, TestClient } from './client.ts';

const DRAFT = 'file:///稿/讲话.txt';
const CONFIG = '/稿/gongwen-lint.json';
const TEXT = '×市,其它';

describe('protocol: clients of other editors', () => {
  let client: TestClient;
  let files: Map<string, string>;
  afterEach(() => client.stop());

  async function start(capabilities: ClientCapabilities, workspaceFolders: readonly string[] = []) {
    files = new Map();
    client = await TestClient.start({
      capabilities,
      initialize: { workspaceFolders: workspaceFolders.map((uri) => ({ uri, name: uri })) },
      host: {
        configFiles: configFilesBy((path) => files.get(path)),
      },
    });
  }

  const published = (uri = DRAFT) => client.published.filter((params) => params.uri === uri);
  const lastCodes = () =>
    published()
      .at(-1)
      ?.diagnostics.map(({ code, severity }) => `${code} ${severity}`) ?? [];

  it('one that would rather count in UTF-8 is told that UTF-16 is counted, and served in it', async () => {
    const general = { positionEncodings: ['utf-8', 'utf-32', 'utf-16'] };
    await start({ ...FULL, general } as ClientCapabilities);
    assert.equal(client.initialized.capabilities.positionEncoding, 'utf-16');
    // 𠮷 is two units of UTF-16, four bytes of UTF-8.
    client.open(DRAFT, '𠮷田去了×市。');
    const [found] = await client.diagnostics(DRAFT);
    assert.deepEqual(found!.range, on(0, 5, 6));
    client.change(DRAFT, { range: on(0, 0, 2), text: '吉' });
    assert.deepEqual((await client.diagnostics(DRAFT))[0]!.range, on(0, 4, 5));
  });

  it('one that registers nothing dynamically is asked to register nothing', async () => {
    await start({ ...FULL, workspace: { configuration: true } });
    client.open(DRAFT, TEXT);
    await client.diagnostics(DRAFT);
    assert.deepEqual(client.registered, []);
    // What it says without being asked is heard all the same.
    client.configuration = () => ({ rules: { 'placeholder/blank': 'hint' } });
    client.configure(null);
    // It asks again and again, as such a client does with every key.
    const until = async (wanted: string) => {
      for (let tries = 0; tries < 500; tries++) {
        const found = await client.diagnostics(DRAFT);
        if (found.some(({ code, severity }) => `${code} ${severity}` === wanted)) return;
      }
      assert.fail(wanted);
    };
    await until('placeholder/blank 4');
    files.set(CONFIG, '{ "rules": { "placeholder": "warning" } }');
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: `file://${CONFIG}`, type: 1 }] });
    await until('placeholder/blank 2');
  });

  it('one that watches no files has the configuration read anew when it saves', async () => {
    await start(PLAIN);
    assert.deepEqual(client.initialized.capabilities.textDocumentSync, {
      openClose: true,
      change: 2,
      save: { includeText: false },
    });
    client.open(DRAFT, TEXT);
    await client.until(() => lastCodes().includes('placeholder/blank 1'));
    files.set(CONFIG, '{ "rules": { "placeholder": "info" } }');
    client.notify('textDocument/didSave', { textDocument: { uri: DRAFT } });
    await client.until(() => lastCodes().includes('placeholder/blank 3'));
  });

  it('one that watches files is not asked to tell of what it saves', async () => {
    const workspace = { ...FULL.workspace, didChangeWatchedFiles: { dynamicRegistration: true } };
    await start({ ...FULL, workspace });
    assert.deepEqual(client.initialized.capabilities.textDocumentSync, { openClose: true, change: 2 });
  });

  it('folders that come into the workspace and go: settings are asked for anew, lists go where they belong', async () => {
    const workspace = { ...FULL.workspace, workspaceFolders: true };
    await start({ ...FULL, workspace }, ['file:///稿']);
    assert.deepEqual(client.initialized.capabilities.workspace?.workspaceFolders, {
      supported: true,
      changeNotifications: true,
    });
    const uri = 'file:///稿/会议/讲话.txt';
    client.open(uri, TEXT);
    const [found] = await client.diagnostics(uri);
    const listOf = async () => {
      const actions = await client.actions(uri, found!.range);
      const changes = actions.flatMap(({ edit }) => edit?.documentChanges ?? []);
      return changes.flatMap((change) =>
        'textDocument' in change && change.textDocument.uri.endsWith('.tsv') ? [change.textDocument.uri] : [],
      )[0];
    };
    assert.equal(await listOf(), 'file:///稿/gongwen-ignores.tsv');
    const asked: string[] = [];
    client.configuration = (scope) => void asked.push(scope);
    const event = (added: readonly string[], removed: readonly string[]) =>
      client.notify('workspace/didChangeWorkspaceFolders', {
        event: {
          added: added.map((folder) => ({ uri: folder, name: '' })),
          removed: removed.map((folder) => ({ uri: folder, name: '' })),
        },
      });
    event(['file:///稿/会议'], []);
    await client.until(() => asked.includes(uri));
    assert.equal(await listOf(), 'file:///稿/会议/gongwen-ignores.tsv');
    event([], ['file:///稿/会议']);
    await client.until(() => asked.length > 1);
    assert.equal(await listOf(), 'file:///稿/gongwen-ignores.tsv');
    event([], ['file:///稿']);
    await client.until(() => asked.length > 2);
    assert.equal(await listOf(), 'file:///稿/会议/gongwen-ignores.tsv');
  });

  it('source.fixAll.gongwen is one edit of the whole document, safe fixes alone', async () => {
    await start(PLAIN);
    client.open(DRAFT, `${TEXT}\n其它,${TEXT}`);
    const [action] = await client.actions(DRAFT, on(0, 0), { only: ['source.fixAll.gongwen'] });
    const edits = action?.edit?.changes?.[DRAFT] as TextEdit[];
    assert.equal(action?.kind, 'source.fixAll.gongwen');
    assert.equal(applyTextEdits(client.texts.get(DRAFT)!.text, edits).includes(','), false);
  });
});
