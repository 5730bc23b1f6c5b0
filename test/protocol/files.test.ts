/** Files that are not open, and lists of ignores, which speak of such files. */
import assert from 'node:assert/strict';
import { EVERYWHERE } from '../../rules/index.ts';
import { configFilesBy, FULL, on, TestClient } from './client.ts';

const LIST = 'file:///稿/gongwen-ignores.tsv';
const base64 = (text: string) => Buffer.from(text).toString('base64');

describe('protocol: files that are not open', () => {
  let client: TestClient;
  let files: Map<string, string>;
  beforeEach(async () => {
    files = new Map();
    client = await TestClient.start({
      capabilities: FULL,
      host: {
        configFiles: configFilesBy((path) => files.get(path)),
        decode: (bytes) => {
          if (bytes.includes(0)) throw new Error('binary');
          return new TextDecoder().decode(bytes);
        },
        drafts: {
          read: (path) => (files.has(path) ? Buffer.from(files.get(path)!) : undefined),
          ignoredBy: () => (path) => path.includes('归档'),
        },
      },
    });
  });
  afterEach(() => client.stop());

  const check = (uri: string, text: string) =>
    client.request('gongwen/checkFile', { uri, content: base64(text) });

  it('are checked with their configuration, as when they are open', async () => {
    files.set('/稿/gongwen-lint.json', '{ "rules": { "placeholder": "info" } }');
    const answer = await check('file:///稿/讲话.txt', '×市,其它');
    assert.equal(answer.is, 'checked');
    assert.ok(answer.is === 'checked');
    const [blank] = answer.diagnostics.filter(({ code }) => code === 'placeholder/blank');
    assert.deepEqual([blank!.severity, blank!.range], [3, on(0, 0, 1)]);
    client.open('file:///稿/讲话.txt', '×市,其它');
    const open = await client.diagnostics('file:///稿/讲话.txt');
    assert.deepEqual(
      open.map(({ data, ...rest }) => rest),
      answer.diagnostics,
    );
  });

  it('may be left out, or be no text', async () => {
    client.configuration = () => ({ exclude: ['**/旧/**'] });
    assert.deepEqual(await check('file:///稿/旧/讲话.txt', '×市'), { is: 'left-out' });
    assert.deepEqual(await check('file:///稿/a.txt', 'Not a word of Chinese\nis in this text\n'), {
      is: 'left-out',
    });
    assert.deepEqual(await check('file:///稿/b.txt', '\0'), {
      is: 'unreadable',
      problem: '没有检查：读不出文字（binary）',
    });
    const uris = ['file:///稿/甲.txt', 'file:///稿/归档/乙.txt', 'untitled:丙'];
    assert.deepEqual(await client.request('gongwen/filesToCheck', { uris }), {
      uris: ['file:///稿/甲.txt', 'untitled:丙'],
    });
  });

  /** A list with one entry in use, and one of each kind that is not. */
  const setUpList = async () => {
    files.set('/稿/讲话.txt', '×市长讲话');
    const lines = [
      `没有.txt\tplaceholder/blank\t${EVERYWHERE}\t`,
      `讲话.txt\tplaceholder/blank\t0123456789abcdef\t×县`,
      `讲话.txt\tplaceholder/blank\t${EVERYWHERE}\t`,
      `讲话.txt\tplaceholder/no-such\t${EVERYWHERE}\t`,
      '读不懂的一行',
    ];
    files.set('/稿/gongwen-ignores.tsv', `# 说明\n${lines.join('\n')}\n`);
    return files.get('/稿/gongwen-ignores.tsv')!;
  };

  it('are what entries of a list are held against', async () => {
    await setUpList();
    const { lists } = await client.request('gongwen/ignores', { lists: [LIST] });
    assert.deepEqual(
      lists[0]!.entries.map(({ line, everywhere, idle }) => [line, everywhere, idle]),
      [
        [1, true, '这条忽略没有用到：文件不在了'],
        [2, false, '这条忽略没有用到：文中已没有这个问题'],
        [3, true, undefined],
        [4, true, '这条忽略没有用到：没有这条规则'],
      ],
    );
    const used = lists[0]!.entries[2]!;
    const place = await client.request('gongwen/ignorePlace', { uri: used.uri, line: used.text });
    assert.deepEqual(place.range, on(0, 0, 1));
    const gone = lists[0]!.entries[1]!;
    assert.equal(
      (await client.request('gongwen/ignorePlace', { uri: gone.uri, line: gone.text })).range,
      null,
    );
  });

  for (const uri of ['file:///稿/讲话.txt', 'file:///%E7%A8%BF/%E8%AE%B2%E8%AF%9D.txt']) {
    it(`an open draft is held against its list as it stands in the editor, which calls it ${uri}`, async () => {
      await setUpList();
      client.open(uri, '市长讲话');
      await client.diagnostics(uri);
      const { lists } = await client.request('gongwen/ignores', { lists: [], document: uri });
      assert.equal(lists[0]!.entries[2]!.idle, '这条忽略没有用到：文中已没有这个问题');
    });
  }

  it('a list that is open is no draft, but shows what is of no use in it, and how to be rid of it', async () => {
    client.open(LIST, await setUpList());
    const shown = await client.diagnostics(LIST);
    assert.deepEqual(
      shown.map(({ range, severity }) => [range.start.line, severity]),
      [
        [1, 3],
        [2, 3],
        [4, 3],
        [5, 2],
      ],
    );
    const actions = await client.actions(LIST, on(1, 0), { diagnostics: [shown[0]!] });
    assert.deepEqual(
      actions.map(({ title }) => title),
      ['删去这条没有用到的忽略', '删去全部没有用到的忽略（3 条）'],
    );
    assert.ok(!client.applied(LIST, actions[0]!.edit).includes('没有.txt'));
    assert.equal(
      client.applied(LIST, actions[1]!.edit),
      '# 说明\n讲话.txt\tplaceholder/blank\t*\t\n读不懂的一行\n',
    );
  });
});
