import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver/node';
import { on, TestClient } from './client.ts';

const A = 'file:///a.txt';
const FRESH = 'file:///fresh.txt';

describe('protocol: edits', () => {
  let client: TestClient;
  before(async () => {
    client = await TestClient.start();
  });
  after(() => client.stop());
  afterEach(() => client.close(A));

  /** Ranges and codes, as they would be were the text opened now. */
  async function assertLikeFresh(languageId = 'plaintext'): Promise<void> {
    const edited = await client.diagnostics(A);
    client.open(FRESH, client.texts.get(A)!.text, { languageId });
    const fresh = await client.diagnostics(FRESH);
    client.close(FRESH);
    const plain = (diagnostics: typeof edited) =>
      diagnostics.map(({ data, relatedInformation, ...rest }) => ({
        ...rest,
        related: relatedInformation?.map((r) => [r.location.range, r.message]),
      }));
    assert.deepEqual(plain(edited), plain(fresh));
  }

  async function ranges() {
    return (await client.diagnostics(A)).map((d) => d.range);
  }

  it('count in UTF-16 units', async () => {
    client.open(A, '𠀃𠀁,×市');
    assert.deepEqual(await ranges(), [on(0, 4, 5), on(0, 5, 6)]);
    client.change(A, { range: on(0, 2, 4), text: '👉𠀂' });
    assert.deepEqual(await ranges(), [on(0, 6, 7), on(0, 7, 8)]);
    await assertLikeFresh();
  });

  it('apply one after the other within a notification', async () => {
    client.open(A, 'ab');
    client.change(
      A,
      { range: on(0, 1), text: '\r\n,' },
      { range: on(1, 1), text: '×' },
      { range: on(0, 0, 1), text: '' },
    );
    assert.equal(client.texts.get(A)!.text, '\r\n,×b');
    assert.deepEqual(await ranges(), [on(1, 0, 1), on(1, 1, 2)]);
  });

  it('tear and join \\r\\n as the client does', async () => {
    client.open(A, '甲\r\n,\r乙\n,');
    assert.deepEqual(await ranges(), [on(1, 0, 1), on(3, 0, 1)]);
    client.change(A, {
      range: { start: { line: 0, character: 1 }, end: { line: 1, character: 0 } },
      text: '\r',
    });
    client.change(A, { range: on(1, 0), text: '\n' });
    await assertLikeFresh();
    assert.deepEqual(await ranges(), [on(1, 0, 1), on(3, 0, 1)]);
  });

  it('may be the whole text, also between others', async () => {
    client.open(A, '一,\n二,\n三,');
    client.change(A, { text: '一,\n两,\n三,' });
    await assertLikeFresh();
    client.change(A, { range: on(0, 0), text: '×' }, { text: '' }, { range: on(0, 0), text: ',' });
    assert.deepEqual(await ranges(), [on(0, 0, 1)]);
  });

  it('are the whole text where a client writes null for the range', async () => {
    client.open(A, '一,\n二,');
    const contentChanges = [{ range: null, text: '两,' }];
    client.notify('textDocument/didChange', { textDocument: { uri: A, version: 2 }, contentChanges });
    assert.deepEqual(await ranges(), [on(0, 1, 2)]);
  });

  it('that make no sense do not keep the judgement of the text before those that did', async () => {
    client.open(A, '一,二');
    assert.deepEqual(await ranges(), [on(0, 1, 2)]);
    const contentChanges = [
      { range: on(0, 0), text: '零' },
      { range: {}, text: '' },
    ];
    client.notify('textDocument/didChange', { textDocument: { uri: A, version: 2 }, contentChanges });
    assert.deepEqual(await ranges(), [on(0, 2, 3)]);
  });

  it('may name places that are not there', async () => {
    client.open(A, '甲\n乙');
    const far = 2 ** 31 - 1;
    client.change(A, { range: on(0, far), text: ',' });
    assert.deepEqual(await ranges(), [on(0, 1, 2)]);
    client.change(A, { range: on(far, far), text: '×' });
    assert.deepEqual(await ranges(), [on(0, 1, 2), on(1, 1, 2)]);
    client.change(A, { range: on(-5, -7), text: ',' });
    assert.deepEqual(await ranges(), [on(0, 0, 1), on(0, 2, 3), on(1, 1, 2)]);
    client.notify('textDocument/didChange', {
      textDocument: { uri: A, version: 9 },
      contentChanges: [
        { range: { start: { line: 1, character: 1 }, end: { line: 0, character: 'x' } }, text: '' },
      ],
    });
    assert.deepEqual(await ranges(), [on(0, 0, 1)], 'a range the wrong way round is turned');
    for (const position of [on(far, 0).start, on(0, -1).start, on(0, 0.5).start]) {
      await client.hover(A, position);
      await client.actions(A, { start: position, end: position });
    }
  });

  it('leave the findings that opening the text would give, whatever they are', async () => {
    const text = fc
      .array(
        fc.constantFrom(
          '×',
          '×市',
          '2×个',
          ',',
          '的',
          '其它',
          '公众号',
          '一、总结',
          '甲',
          '𠀀',
          '\n',
          '\r\n',
          '\r',
          '`',
          '```\n',
        ),
        { maxLength: 12 },
      )
      .map((parts) => parts.join(''));
    const position = fc.record({ line: fc.nat(12), character: fc.nat(8) });
    const change: fc.Arbitrary<TextDocumentContentChangeEvent> = fc
      .oneof(
        { weight: 9, arbitrary: fc.record({ a: position, b: position, text }) },
        { weight: 1, arbitrary: fc.record({ text }) },
      )
      .map((change) => {
        if (!('a' in change)) return { text: change.text };
        const { a, b, text } = change;
        const ordered = a.line < b.line || (a.line === b.line && a.character <= b.character);
        return { range: ordered ? { start: a, end: b } : { start: b, end: a }, text };
      });
    const script = fc.array(fc.array(change, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(
        text,
        script,
        fc.constantFrom('plaintext', 'markdown'),
        async (start, steps, languageId) => {
          client.open(A, start, { languageId });
          for (const [i, changes] of steps.entries()) {
            client.change(A, ...changes);
            if (i % 2 === 0) await client.pull(A);
          }
          await assertLikeFresh(languageId);
          client.close(A);
        },
      ),
      { numRuns: 150 },
    );
    client.open(A, '');
  });
});
