/** How a worker knows the files of a workspace that it cannot read. */
import assert from 'node:assert/strict';
import { decode } from '../../browser/decode.ts';
import { Mirror } from '../../browser/mirror.ts';
import { pathOf, uriOf } from '../../browser/paths.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('browser: paths', () => {
  for (const [uri, path] of [
    ['file:///%E7%A8%BF/%E8%AE%B2%E8%AF%9D.txt', '/file/-/稿/讲话.txt'],
    ['vscode-vfs://github/%E6%9F%90%E5%8E%BF/%E7%A8%BF/a%20b.txt', '/vscode-vfs/github/某县/稿/a b.txt'],
    ['memfs:/a.txt', '/memfs/-/a.txt'],
    ['memfs:/%E8%AE%B2%E8%AF%9D%281%29.txt', '/memfs/-/讲话(1).txt'],
  ] as const) {
    it(`${uri} and back`, () => {
      assert.equal(pathOf(uri), path);
      assert.equal(uriOf(path), uri);
    });
  }

  it('what is no encoding is taken as it stands', () => {
    assert.equal(pathOf('memfs:/100%/a.txt'), '/memfs/-/100%/a.txt');
  });

  it('a draft that was never saved has none', () => {
    assert.equal(pathOf('untitled:Untitled-1'), undefined);
  });
});

describe('browser: encodings', () => {
  it('UTF-8, with a mark and without, GB18030, UTF-16 with a mark', () => {
    assert.equal(decode(bytes('讲话')), '讲话');
    assert.equal(decode(bytes('\ufeff讲话')), '讲话');
    assert.equal(decode(Uint8Array.of(0xbd, 0xb2, 0xbb, 0xb0)), '讲话');
    assert.equal(decode(Uint8Array.of(0xff, 0xfe, 0xb2, 0x8b, 0xdd, 0x8b)), '讲话');
    assert.equal(decode(Uint8Array.of(0xfe, 0xff, 0x8b, 0xb2, 0x8b, 0xdd)), '讲话');
  });

  it('what is none of these is no text', () => {
    assert.throws(() => decode(Uint8Array.of(0x41, 0xff, 0xff, 0x42)), { problem: 'damaged' });
  });
});

describe('browser: mirror', () => {
  let files: Map<string, Uint8Array>;
  let asked: string[];
  let changes: number;
  let mirror: Mirror;
  beforeEach(() => {
    files = new Map();
    asked = [];
    changes = 0;
    const source = {
      readFile: async (uri: string) => {
        asked.push(uri);
        return files.get(uri);
      },
      listFiles: async (uri: string) => {
        asked.push(uri);
        return [...files.keys()];
      },
    };
    mirror = new Mirror([['a', bytes('甲')]], source, () => changes++);
  });
  const come = () => new Promise((resolve) => setImmediate(resolve));

  it('knows what it was given, and asks nobody', () => {
    assert.deepEqual(mirror.read('a'), bytes('甲'));
    assert.deepEqual(asked, []);
  });

  it('asks once for what it does not know, and tells when it has come', async () => {
    files.set('b', bytes('乙'));
    assert.equal(mirror.read('b'), undefined);
    assert.equal(mirror.read('b'), undefined);
    await come();
    assert.deepEqual([asked, changes], [['b'], 1]);
    assert.deepEqual(mirror.read('b'), bytes('乙'));
    assert.deepEqual(asked, ['b']);
  });

  it('what is not there is no news', async () => {
    mirror.read('c');
    await come();
    assert.equal(mirror.read('c'), undefined);
    assert.deepEqual([asked, changes], [['c'], 0]);
  });

  it('what was written is asked for again, and holds as it was meanwhile', async () => {
    files.set('a', bytes('丙'));
    mirror.forget('a');
    assert.deepEqual(mirror.read('a'), bytes('甲'));
    await come();
    assert.deepEqual(mirror.read('a'), bytes('丙'));
    assert.deepEqual([asked, changes], [['a'], 1]);
  });

  it('tells of no change where there is none, and of what is gone', async () => {
    files.set('a', bytes('甲'));
    mirror.forget('a');
    mirror.read('a');
    await come();
    assert.equal(changes, 0);
    files.delete('a');
    mirror.forget('a');
    mirror.read('a');
    await come();
    assert.equal(mirror.read('a'), undefined);
    assert.equal(changes, 1);
  });

  it('tells when all that was asked for has come, and whether anything was', async () => {
    files.set('b', bytes('乙'));
    assert.equal(await mirror.arrived(), false);
    mirror.read('b');
    assert.equal(await mirror.arrived(), true);
    assert.deepEqual(mirror.read('b'), bytes('乙'));
    assert.equal(await mirror.arrived(), false);
  });

  it('lists what is below a folder', async () => {
    files.set('稿/b', bytes('乙'));
    assert.deepEqual(mirror.list('稿'), []);
    await come();
    assert.deepEqual(mirror.list('稿'), ['稿/b']);
    assert.equal(changes, 1);
  });

  it('a client that cannot be asked is one without files', async () => {
    const deaf = new Mirror(
      [],
      { readFile: () => Promise.reject(new Error('gone')), listFiles: async () => [] },
      () => changes++,
    );
    deaf.read('a');
    await come();
    assert.equal(deaf.read('a'), undefined);
    assert.equal(changes, 0);
  });
});
