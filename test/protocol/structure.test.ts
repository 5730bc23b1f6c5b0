import assert from 'node:assert/strict';
import fc from 'fast-check';
import type {
  DocumentSymbol,
  Position,
  Range,
  SelectionRange,
  SymbolInformation,
} from 'vscode-languageserver/node';
import { FULL, on, PLAIN, TestClient } from './client.ts';

const A = 'file:///a.txt';

/** Each symbol lies in its parent behind the one before it, has a name, and its heading lies in it. */
function assertNested(symbols: readonly DocumentSymbol[], within: Range): void {
  let from = within.start;
  for (const { name, range, selectionRange, children } of symbols) {
    assert.match(name, /\S/);
    const places = [from, range.start, selectionRange.start, selectionRange.end, range.end, within.end];
    for (const [i, place] of places.entries()) {
      if (i > 0) assert.ok(compare(places[i - 1]!, place) <= 0, `${name}: ${JSON.stringify(places)}`);
    }
    assertNested(children ?? [], range);
    from = range.end;
  }
}

function compare(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}

const DRAFT = `讲话
一、加强领导
（一）明确责任。首先，摸清底数；其次，建立台账。
（二）强化考核
严格奖惩。

二、狠抓落实
各单位要抓紧。`;

describe('protocol: structure', () => {
  let client: TestClient;
  afterEach(() => client.stop());

  const ask = <T>(method: string, params: object = {}) =>
    client.connection.sendRequest<T>(method, { textDocument: { uri: A }, ...params });

  /** Names with those of what stands in them. */
  const names = (symbols: readonly DocumentSymbol[]): unknown[] =>
    symbols.flatMap((s) => (s.children?.length ? [s.name, names(s.children)] : [s.name]));

  it('is an outline of headings and lists', async () => {
    client = await TestClient.start();
    client.open(A, DRAFT);
    const symbols = await ask<DocumentSymbol[]>('textDocument/documentSymbol');
    assert.deepEqual(names(symbols), [
      '一、加强领导',
      ['（一）明确责任', ['首先，摸清底数', '其次，建立台账'], '（二）强化考核'],
      '二、狠抓落实',
    ]);
    const [first, second] = symbols;
    assert.deepEqual(first!.range, { start: { line: 1, character: 0 }, end: { line: 4, character: 5 } });
    assert.deepEqual(first!.selectionRange, on(1, 0, 6));
    assert.equal(first!.kind, 15);
    assert.equal(first!.children![0]!.children![0]!.kind, 22);
    assert.deepEqual(second!.range, { start: { line: 6, character: 0 }, end: { line: 7, character: 7 } });
  });

  it('is a flat list for a client that shows no tree', async () => {
    client = await TestClient.start({ capabilities: PLAIN });
    client.open(A, DRAFT);
    const symbols = await ask<SymbolInformation[]>('textDocument/documentSymbol');
    assert.deepEqual(
      symbols.map((s) => [s.name, s.containerName, s.location.range.start.line]),
      [
        ['一、加强领导', undefined, 1],
        ['（一）明确责任', '一、加强领导', 2],
        ['首先，摸清底数', '（一）明确责任', 2],
        ['其次，建立台账', '（一）明确责任', 2],
        ['（二）强化考核', '一、加强领导', 3],
        ['二、狠抓落实', undefined, 6],
      ],
    );
  });

  it('shows a heading without a word as it is written', async () => {
    client = await TestClient.start();
    client.open(A, '## 。\n\n## 安装', { languageId: 'markdown' });
    const symbols = await ask<DocumentSymbol[]>('textDocument/documentSymbol');
    assert.deepEqual(names(symbols), ['## 。', '安装']);
  });

  it('folds what stands under a heading', async () => {
    client = await TestClient.start();
    client.open(A, DRAFT);
    assert.deepEqual(await ask('textDocument/foldingRange'), [
      { startLine: 1, endLine: 4 },
      { startLine: 3, endLine: 4 },
      { startLine: 6, endLine: 7 },
    ]);
  });

  it('folds no more than the client wants', async () => {
    client = await TestClient.start({
      capabilities: { textDocument: { ...FULL.textDocument, foldingRange: { rangeLimit: 1 } } },
    });
    client.open(A, DRAFT);
    assert.deepEqual(await ask('textDocument/foldingRange'), [{ startLine: 1, endLine: 4 }]);
  });

  it('leads a selection from the line outwards', async () => {
    client = await TestClient.start();
    client.open(A, DRAFT);
    const [chain, outside] = await ask<SelectionRange[]>('textDocument/selectionRange', {
      positions: [
        { line: 4, character: 2 },
        { line: 0, character: 0 },
      ],
    });
    const ranges = [];
    for (let at: SelectionRange | undefined = chain; at; at = at.parent) {
      ranges.push([at.range.start.line, at.range.start.character, at.range.end.line, at.range.end.character]);
    }
    assert.deepEqual(ranges, [
      [4, 0, 4, 5],
      [3, 0, 4, 5],
      [1, 0, 4, 5],
      [0, 0, 7, 7],
    ]);
    assert.deepEqual(outside!.range, on(0, 0, 2));
  });

  it('follows an edit', async () => {
    client = await TestClient.start();
    client.open(A, DRAFT);
    await ask('textDocument/documentSymbol');
    client.change(A, { range: on(8, 0), text: '\n三、严守纪律' });
    const symbols = await ask<DocumentSymbol[]>('textDocument/documentSymbol');
    assert.deepEqual(
      symbols.map((s) => s.name),
      ['一、加强领导', '二、狠抓落实', '三、严守纪律'],
    );
  });

  it('is a well-formed tree whatever the text: editors refuse all of it for one range out of place', async () => {
    client = await TestClient.start();
    const pieces = [
      '一、',
      '二、',
      '（一）',
      '（三）',
      '1.',
      '①',
      '第一条',
      '首先，',
      '其次，',
      '一是',
      '二要',
      '“',
      '”',
    ];
    const text = fc
      .array(fc.constantFrom(...pieces, '甲', '，', '。', '\n', '\r\n', '\n\n', '　　', '## ', '`', '𠀀'), {
        maxLength: 40,
      })
      .map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(text, fc.constantFrom('plaintext', 'markdown'), async (draft, languageId) => {
        client.open(A, draft, { languageId });
        const symbols = await ask<DocumentSymbol[]>('textDocument/documentSymbol');
        const lines = draft.split(/\r?\n/);
        const end = { line: lines.length - 1, character: lines.at(-1)!.length };
        assertNested(symbols, { start: { line: 0, character: 0 }, end });
        client.close(A);
      }),
      { numRuns: 300 },
    );
  });

  it('is nothing for a document that is not open, and empty for one without numbers', async () => {
    client = await TestClient.start();
    assert.equal(await ask('textDocument/documentSymbol'), null);
    assert.equal(await ask('textDocument/foldingRange'), null);
    assert.equal(await ask('textDocument/selectionRange', { positions: [{ line: 0, character: 0 }] }), null);
    client.open(A, '');
    assert.deepEqual(await ask('textDocument/documentSymbol'), []);
    assert.deepEqual(await ask('textDocument/foldingRange'), []);
  });
});
