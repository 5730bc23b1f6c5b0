import assert from 'node:assert/strict';
import type { Diagnostic } from 'vscode-languageserver/node';
import { createLinter } from '../../rules/index.ts';
import { testWords } from '../support/linter.ts';
import { FULL, on, PLAIN, TestClient } from './client.ts';

const A = 'file:///a.txt';
/** Long enough that a slow machine asks before it is over, short enough for a test. */
const PAUSE = 150;
const host = { delays: { composition: PAUSE } };

describe('protocol: while an input method composes', () => {
  let client: TestClient;
  afterEach(() => client.stop());

  const places = (diagnostics: readonly Diagnostic[]) =>
    diagnostics.map(({ range }) => [range.start.line, range.start.character, range.end.character]);
  const pulled = async () => places(await client.diagnostics(A));
  const pause = () => new Promise((resolve) => setTimeout(resolve, 2 * PAUSE));

  /** What an input method does to the text: each state of the composition replaces the one before. */
  function compose(line: number, at: number, ...states: string[]): void {
    let length = 0;
    for (const text of states) {
      client.change(A, { range: on(line, at, at + length), text });
      ({ length } = text);
    }
  }

  it('its letters are not found before a pause; then the client is asked to ask again', async () => {
    client = await TestClient.start({ host });
    client.open(A, '我们×');
    await client.pull(A);
    compose(0, 2, 'x', 'xx', "x'x");
    const during = await client.pull(A);
    assert.deepEqual(during.kind === 'full' && places(during.items), [[0, 5, 6]]);
    assert.equal(client.statuses.at(-1)!.counts.error, 1, 'nothing flickers in the status either');
    await client.until(() => client.refreshes === 1);
    const after = await client.pull(A, during.resultId);
    assert.deepEqual(after.kind === 'full' && places(after.items), [
      [0, 2, 5],
      [0, 5, 6],
    ]);
    await pause();
    assert.equal(client.refreshes, 1);
  });

  it('what it writes in the end is found at once', async () => {
    client = await TestClient.start({ host });
    client.open(A, '我们');
    compose(0, 2, 'x', 'xx', '×');
    assert.deepEqual(await pulled(), [[0, 2, 3]]);
    await pause();
    assert.equal(client.refreshes, 0, 'and nobody is disturbed later');
  });

  it('other text typed behind letters makes them count', async () => {
    client = await TestClient.start({ host });
    client.open(A, '');
    compose(0, 0, 'x', 'xx');
    assert.deepEqual(await pulled(), []);
    client.change(A, { range: on(0, 2), text: '市' });
    assert.deepEqual(await pulled(), [[0, 0, 2]]);
  });

  it('letters typed one by one wait as well, and so does what a deletion leaves of them', async () => {
    client = await TestClient.start({ host });
    client.open(A, '');
    for (const [i, text] of ['x', 'x', 'x'].entries()) client.change(A, { range: on(0, i), text });
    client.change(A, { range: on(0, 2, 3), text: '' });
    assert.deepEqual(await pulled(), []);
    await client.until(() => client.refreshes === 1);
    assert.deepEqual(await pulled(), [[0, 0, 2]]);
    client.change(A, { range: on(0, 2), text: '，，' });
    client.change(A, { range: on(0, 2, 4), text: '' });
    assert.deepEqual(await pulled(), [[0, 0, 2]], 'a deletion alone begins nothing');
  });

  it('each further letter starts the wait anew', async () => {
    client = await TestClient.start({ host });
    client.open(A, '');
    for (let i = 0; i < 8; i++) {
      client.change(A, { range: on(0, i), text: 'x' });
      assert.deepEqual(await pulled(), []);
      await new Promise((resolve) => setTimeout(resolve, PAUSE / 5));
    }
    assert.equal(client.refreshes, 0);
  });

  it('all other findings stay: those beside the letters, around them, and elsewhere', async () => {
    client = await TestClient.start({ host });
    client.open(A, '××\n〔二号〕\nxx市');
    compose(0, 1, 's', 'sh');
    assert.deepEqual(await pulled(), [
      [0, 0, 1],
      [0, 3, 4],
      [1, 0, 4],
      [2, 0, 2],
    ]);
    compose(1, 2, 'x');
    assert.deepEqual((await pulled())[2], [1, 0, 5]);
  });

  it('a finding that was there stays while one types at its end; one that the letters bring about waits', async () => {
    client = await TestClient.start({ host });
    client.open(A, '请关注公众号\n第2号');
    assert.deepEqual(await pulled(), [[0, 0, 6]]);
    compose(0, 6, 'x', 'xx');
    assert.deepEqual(await pulled(), [[0, 0, 8]]);
    compose(1, 2, 'x', 'xx');
    assert.deepEqual(await pulled(), [
      [0, 0, 8],
      [0, 6, 8],
    ]);
  });

  it('text that comes in as a whole, at several places, or with other characters is not composed', async () => {
    client = await TestClient.start({ host });
    client.open(A, '');
    client.change(A, { text: 'xx' });
    assert.equal((await pulled()).length, 1);
    client.change(A, { range: on(0, 2), text: '\nxx' }, { range: on(0, 0), text: 'x' });
    assert.equal((await pulled()).length, 2);
    client.change(A, { range: on(1, 2), text: '。请关注xx' });
    assert.equal((await pulled()).length, 3);
  });

  it('a client that cannot be asked to ask again is told everything at once', async () => {
    const { workspace, ...others } = FULL;
    client = await TestClient.start({
      host,
      capabilities: { ...others, workspace: { ...workspace, diagnostics: { refreshSupport: false } } },
    });
    client.open(A, '');
    compose(0, 0, 'x', 'xx');
    assert.equal((await pulled()).length, 1);
  });

  it('lists that are pushed come without its letters, and again with them after a pause', async () => {
    client = await TestClient.start({ host, capabilities: PLAIN });
    client.open(A, '我们');
    await client.until(() => client.published.length === 1);
    compose(0, 2, 'x', 'xx');
    await client.until(() => client.published.length === 3);
    assert.deepEqual(
      client.published.map((p) => [p.version, p.diagnostics.length]),
      [
        [1, 0],
        [3, 0],
        [3, 1],
      ],
    );
  });

  it('ends with the document', async () => {
    client = await TestClient.start({ host });
    client.open(A, '');
    compose(0, 0, 'x', 'xx');
    assert.deepEqual(await pulled(), []);
    client.close(A);
    await pause();
    assert.equal(client.refreshes, 0);
  });
});

describe('protocol: while a list or a sentence is being written', () => {
  let client: TestClient;
  afterEach(() => client.stop());

  /** With the product's rules. */
  async function start(): Promise<void> {
    client = await TestClient.start({
      host: {
        delays: { composition: PAUSE, writing: PAUSE },
        createLinter: (options) => createLinter({ ...options, words: testWords }),
      },
    });
  }

  /** Types text at the end of a line, as an input method commits it: some characters at a time. */
  function write(line: number, at: number, ...pieces: string[]): void {
    let character = at;
    for (const text of pieces) {
      client.change(A, { range: on(line, character), text });
      character += text.length;
    }
  }

  const rules = async () => (await client.diagnostics(A)).map(({ code }) => String(code));
  const INTRODUCTION = '同志们：\n下面，我讲三项重点任务。';

  it('members that are still to come are not missed before a pause', async () => {
    await start();
    client.open(A, INTRODUCTION);
    assert.deepEqual(await rules(), []);
    write(1, 13, '一要', '抓项目', '；');
    assert.deepEqual(await rules(), []);
    write(1, 19, '二要', '抓招商', '。');
    assert.deepEqual(await rules(), []);
    await client.until(() => client.refreshes === 1);
    assert.deepEqual(await rules(), ['numbering/count']);
  });

  it('what has been shown stays while the writer goes on, until it is right', async () => {
    await start();
    client.open(A, INTRODUCTION);
    write(1, 13, '一要抓项目；', '二要抓招商；');
    await rules();
    await client.until(() => client.refreshes === 1);
    assert.deepEqual(await rules(), ['numbering/count']);
    write(1, 25, '三');
    assert.deepEqual(await rules(), ['numbering/count']);
    write(1, 26, '要抓环境。');
    assert.deepEqual(await rules(), []);
  });

  it('a bracket is not missed while the text goes on to it, and is when the writer is elsewhere', async () => {
    await start();
    client.open(A, '同志们：\n会议很重要。\n今天的会议');
    write(2, 5, '（', '全体', '会议');
    assert.deepEqual(await rules(), []);
    // To another place, far from the bracket.
    write(0, 3, '的');
    assert.deepEqual(await rules(), ['punctuation/pair']);
  });

  it('what more text cannot settle is told at once', async () => {
    await start();
    client.open(A, '同志们：\n');
    write(1, 0, '刚才，', '×书记', '讲了话');
    assert.deepEqual(await rules(), ['placeholder/unfilled']);
  });

  it('a text that is pasted, or was there before, is judged at once', async () => {
    await start();
    client.open(A, `${INTRODUCTION}一要抓项目；二要抓招商。`);
    assert.deepEqual(await rules(), ['numbering/count']);
    client.change(A, { range: on(0, 0, 4), text: '' });
    client.change(A, { range: on(0, 0), text: `同志们：\n我讲四项重点任务。一要抓项目；二要抓招商。\n` });
    assert.deepEqual(await rules(), ['numbering/count', 'numbering/count']);
  });
});
