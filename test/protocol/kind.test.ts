/** 设置文种: the kind that the writer says is noted in the configuration, for this very file, and taken back again. */
import assert from 'node:assert/strict';
import type { TextDocumentEdit } from 'vscode-languageserver';
import type { Params } from '../../server/protocol.ts';
import { configFilesBy, TestClient } from './client.ts';

const CONFIG = '/稿/gongwen-lint.json';
const uriOf = (path: string) => `file://${path}`;

describe('protocol: the kind of a document', () => {
  let client: TestClient;
  let files: Map<string, string>;
  beforeEach(async () => {
    files = new Map();
    client = await TestClient.start({
      initialize: { workspaceFolders: [{ uri: uriOf('/稿'), name: '稿' }] },
      host: {
        configFiles: configFilesBy((path) => files.get(path)),
      },
    });
  });
  afterEach(() => client.stop());

  /** Asks for the edit, and has the file as it comes to be. */
  async function set(path: string, kind: Params<'gongwen/kindEdit'>['kind']): Promise<string> {
    const answer = await client.request('gongwen/kindEdit', { uri: uriOf(path), kind });
    if (answer.is !== 'edit') return answer.is;
    assert.equal(answer.file, uriOf(CONFIG));
    // The whole file is replaced.
    const { edits } = answer.edit.documentChanges!.at(-1) as TextDocumentEdit;
    files.set(CONFIG, (edits[0] as { newText: string }).newText);
    client.configure(null);
    return files.get(CONFIG)!;
  }
  const kindOf = async (path: string) => {
    client.close(uriOf(path));
    client.open(uriOf(path), '大家好。\n');
    await client.diagnostics(uriOf(path));
    return client.statuses.at(-1)!.kind;
  };

  it('is noted for the file alone, changed, and taken back', async () => {
    client.open(uriOf('/稿/讲话.txt'), '大家好。\n');
    const noted = await set('/稿/讲话.txt', 'speech');
    assert.deepEqual(JSON.parse(noted), { overrides: [{ files: './讲话.txt', kind: 'speech' }] });
    assert.equal(await kindOf('/稿/讲话.txt'), 'speech');
    assert.equal(await kindOf('/稿/下/讲话.txt'), 'general', 'of the same name, elsewhere');
    const changed = JSON.parse(await set('/稿/讲话.txt', 'report'));
    assert.deepEqual(changed.overrides, [{ files: './讲话.txt', kind: 'report' }]);
    assert.deepEqual(JSON.parse(await set('/稿/讲话.txt', 'auto')).overrides, []);
    assert.equal(await kindOf('/稿/讲话.txt'), 'general');
    assert.equal(await set('/稿/讲话.txt', 'auto'), 'so-already');
  });

  it('leaves what is written by hand, and stands above it', async () => {
    files.set(
      CONFIG,
      '{\n  // 本单位\n  "kind": "law",\n  "overrides": [{ "files": "*.md", "kind": "report" }]\n}\n',
    );
    client.open(uriOf('/稿/办法[1](稿).txt'), '大家好。\n');
    const noted = await set('/稿/办法[1](稿).txt', 'official');
    assert.match(noted, /\/\/ 本单位/);
    assert.match(noted, /"\*\.md"/);
    assert.equal(await kindOf('/稿/办法[1](稿).txt'), 'official');
    await set('/稿/办法[1](稿).txt', 'auto');
    assert.equal(await kindOf('/稿/办法[1](稿).txt'), 'law');
    await set('/稿/办法[1](稿).txt', 'auto');
    assert.equal(await kindOf('/稿/办法[1](稿).txt'), 'general', 'told by the text, whatever stands below');
  });

  it('of a draft that was never saved has nowhere to stand', async () => {
    client.open('untitled:Untitled-1', '大家好。\n');
    const answer = await client.request('gongwen/kindEdit', { uri: 'untitled:Untitled-1', kind: 'law' });
    assert.equal(answer.is, 'no-file');
  });
});
