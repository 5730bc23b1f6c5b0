import assert from 'node:assert/strict';
import { on, PLAIN, TestClient } from './client.ts';

const A = 'file:///a.txt';

describe('protocol: pushed diagnostics', () => {
  let client: TestClient;
  beforeEach(async () => {
    client = await TestClient.start({ capabilities: PLAIN });
  });
  afterEach(() => client.stop());

  const last = () => client.published.at(-1);

  it('come with an open document, with its version', async () => {
    client.open(A, '甲,乙', { version: 5 });
    const { version, diagnostics } = await client.until(last);
    assert.equal(version, 5);
    assert.deepEqual(
      diagnostics.map((d) => d.code),
      ['punctuation/comma'],
    );
    assert.equal(diagnostics[0]!.relatedInformation, undefined);
  });

  it('follow a burst of edits once, and are never cleared in between', async () => {
    client.open(A, '甲,乙');
    await client.until(last);
    for (let i = 0; i < 5; i++) {
      client.change(A, { range: on(0, 0), text: '×' });
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await client.until(() => last()!.version === 6);
    assert.deepEqual(
      client.published.map((p) => [p.version, p.diagnostics.length]),
      [
        [1, 1],
        [6, 2],
      ],
    );
  });

  it('do not wait for a typist to pause', async () => {
    client.open(A, '甲');
    await client.until(last);
    const from = performance.now();
    while (client.published.length === 1 && performance.now() - from < 2000) {
      client.change(A, { range: on(0, 0), text: ',' });
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    assert.ok(client.published.length > 1, 'published while the edits went on');
    const { version, diagnostics } = last()!;
    assert.equal(diagnostics.length, version! - 1, 'the list is that of the version it names');
  });

  it('are debounced by document', async () => {
    const B = 'file:///b.txt';
    client.open(A, '甲');
    client.open(B, '甲');
    await client.until(() => client.published.length === 2);
    client.change(A, { range: on(0, 0), text: ',' });
    const typing = setInterval(() => client.change(B, { range: on(0, 0), text: ',' }), 10);
    await client.until(() => client.published.find((p) => p.uri === A && p.version === 2));
    clearInterval(typing);
    assert.ok(!client.published.some((p) => p.uri === B && p.version! > 1), 'B is still being typed in');
  });

  it('come first for the document that changed last, however many are open', async () => {
    const many = 5000;
    for (let i = 0; i < many; i++) client.open(`file:///${i}.txt`, '甲,乙');
    client.change('file:///0.txt', { range: on(0, 0), text: ',' });
    await client.until(() => client.published.find((p) => p.uri === 'file:///0.txt' && p.version === 2));
    assert.ok(client.published.length < many, 'all others came before it');
    await client.until(() => client.published.length >= many);
  }).timeout(20_000);

  it('are cleared when the document closes, and do not come back', async () => {
    client.open(A, '甲,乙');
    await client.until(last);
    client.change(A, { range: on(0, 0), text: '×' });
    client.close(A);
    await client.until(() => client.published.length > 1);
    await client.quiet(120);
    assert.equal(client.published.length, 2);
    assert.deepEqual(last(), { uri: A, diagnostics: [] });
  });

  it('start over when a document is opened again with a lower version', async () => {
    client.open(A, '甲,乙', { version: 9 });
    await client.until(last);
    client.close(A);
    client.open(A, '×市,', { version: 1 });
    await client.until(() => last()?.version === 1);
    assert.deepEqual(
      last()!.diagnostics.map((d) => d.code),
      ['placeholder/blank', 'punctuation/comma'],
    );
    client.change(A, { range: on(0, 0, 1), text: '' });
    await client.until(() => last()?.version === 2);
    assert.equal(last()!.diagnostics.length, 1);
  });
});
