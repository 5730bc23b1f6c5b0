/** gongwen-lint.json as an editor sees it: over its own settings, at once, with what is wrong shown where it stands. */
import assert from 'node:assert/strict';
import { FULL, TestClient } from './client.ts';

const DRAFT = 'file:///稿/讲话.txt';
const CONFIG = '/稿/gongwen-lint.json';
const TEXT = '×市,其它';

describe('protocol: gongwen-lint.json', () => {
  let client: TestClient;
  let files: Map<string, string>;
  beforeEach(async () => {
    files = new Map();
    client = await TestClient.start({
      capabilities: {
        ...FULL,
        workspace: { ...FULL.workspace, didChangeWatchedFiles: { dynamicRegistration: true } },
      },
      host: {
        configFiles: {
          pathOf: (uri) => (uri.startsWith('file://') ? decodeURI(uri.slice('file://'.length)) : undefined),
          uriOf: (path) => `file://${path}`,
          read: (path) => files.get(path),
        },
      },
    });
  });
  afterEach(() => client.stop());

  const found = async () =>
    (await client.diagnostics(DRAFT)).map(({ code, severity }) => `${code} ${severity}`);
  const write = (path: string, text: string) => {
    files.set(path, text);
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: `file://${path}`, type: 2 }] });
  };

  it('is watched by its name alone', async () => {
    await client.until(() => client.registered.includes('workspace/didChangeWatchedFiles'));
  });

  it('wins over the client’s settings, and takes effect in open documents when it changes', async () => {
    client.configuration = () => ({ rules: { 'placeholder/blank': 'hint' } });
    client.open(DRAFT, TEXT);
    assert.ok((await found()).includes('placeholder/blank 4'));
    write(CONFIG, '{ "rules": { "placeholder": "warning" } }');
    await client.until(() => client.refreshes > 0);
    assert.ok((await found()).includes('placeholder/blank 2'));
    write(CONFIG, '{ "ignore": ["*.txt"] }');
    await client.until(() => client.refreshes > 1);
    assert.deepEqual(await found(), []);
  });

  it('with a mistake has it shown in the file, until it is mended; the rest holds', async () => {
    files.set(CONFIG, '{ "kind": "poem",\n"rules": { "placeholder": "info" } }');
    client.open(DRAFT, TEXT);
    assert.ok((await found()).includes('placeholder/blank 3'));
    const shown = () => client.published.filter(({ uri }) => uri === `file://${CONFIG}`);
    const [first] = (await client.until(() => shown()[0])).diagnostics;
    assert.match(String(first!.message), /“kind”应为 auto/);
    assert.deepEqual(first!.range, { start: { line: 0, character: 10 }, end: { line: 0, character: 16 } });
    write(CONFIG, '{ "kind": "report" }');
    await client.until(() => client.refreshes > 0);
    await found();
    assert.deepEqual(shown().at(-1)!.diagnostics, []);
  });

  it('is nothing to documents that are no files', async () => {
    files.set(CONFIG, '{ "rules": { "placeholder": "off" } }');
    client.open('untitled:a', TEXT);
    assert.ok((await client.diagnostics('untitled:a')).length > 0);
  });
});
