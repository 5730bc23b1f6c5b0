import assert from 'node:assert/strict';
import type { CompletionItem, InlineCompletionItem } from 'vscode-languageserver/node';
import { applyTextEdits, FULL, PLAIN, TestClient } from './client.ts';

const A = 'file:///a.txt';
const INLINE = { ...FULL, textDocument: { ...FULL.textDocument, inlineCompletion: {} } };

describe('protocol: how a text goes on', () => {
  let client: TestClient;
  before(async () => {
    client = await TestClient.start({ capabilities: INLINE });
  });
  after(() => client.stop());

  let opened = 0;

  /** What is offered at ▮; `asked`: to a writer who presses a key for it. */
  async function offers(text: string, asked = false): Promise<string[]> {
    const uri = `${A}${++opened}`;
    const at = text.indexOf('▮');
    const lines = text.slice(0, at).split('\n');
    client.open(uri, text.replace('▮', ''));
    const position = { line: lines.length - 1, character: lines.at(-1)!.length };
    const items: InlineCompletionItem[] = await client.connection.sendRequest(
      'textDocument/inlineCompletion',
      {
        textDocument: { uri },
        position,
        context: { triggerKind: asked ? 1 : 2 },
      },
    );
    return items.map(({ insertText }) => String(insertText));
  }

  it('the next mark on a new line, of the list before and of those around it', async () => {
    assert.deepEqual(await offers('一、加强领导\n▮'), ['二、']);
    assert.deepEqual(await offers('一、加强领导\n（一）明确责任\n（二）狠抓落实\n▮\n'), ['（三）']);
    assert.deepEqual(await offers('一、加强领导\n（一）明确责任\n（二）狠抓落实\n▮\n', true), [
      '（三）',
      '二、',
    ]);
    assert.deepEqual(await offers('1.甲\n2.乙\n▮'), ['3.']);
    assert.deepEqual(await offers('第一条　目的\n第二条　依据\n▮'), ['第三条']);
  });

  it('behind running text only when it is begun, or asked for', async () => {
    const text = '一、加强领导\n各级党委要把这项工作摆上重要位置，主要负责同志要亲自抓。\n';
    assert.deepEqual(await offers(`${text}▮`), []);
    assert.deepEqual(await offers(`${text}▮`, true), ['二、']);
    assert.deepEqual(await offers(`${text}二▮`), ['二、']);
    assert.deepEqual(await offers(`${text}三▮`), []);
  });

  it('二要 behind the sentence of 一要', async () => {
    assert.deepEqual(await offers('要抓好三件事。一要抓项目；▮'), ['二要']);
    assert.deepEqual(await offers('一是思想不重视。二是措施不到位。▮'), ['三是']);
    assert.deepEqual(await offers('首先，要提高认识。▮'), ['其次']);
    assert.deepEqual(await offers('一要抓项目；▮二要抓招商。'), []);
    assert.deepEqual(await offers('一要抓项目；▮\n'), ['二要']);
  });

  it('the rest of a fixed expression', async () => {
    assert.deepEqual(await offers('要增强政治意识、▮'), ['大局意识、核心意识、看齐意识']);
    assert.deepEqual(await offers('要增强政治意识、大局意识、▮。'), ['核心意识、看齐意识']);
    assert.deepEqual(await offers('“四个自信”（▮）'), ['道路自信、理论自信、制度自信、文化自信']);
    assert.deepEqual(await offers('坚持创新、▮'), [], 'one short word may begin any list');
    assert.deepEqual(await offers('坚持新发展理念：创新、协调、▮'), ['绿色、开放、共享']);
  });

  it('nothing in ordinary prose', async () => {
    for (const text of [
      '▮',
      '同志们：\n▮',
      '今天的会议很重要。▮',
      '会议指出，▮',
      '一、加强▮',
      '各级党委、▮',
      '经济、▮社会',
      '一要抓项目，▮',
      '一要▮',
      '政治意识、▮大局意识',
    ])
      assert.deepEqual(await offers(text), [], text);
  });

  it('is a completion for a client without pale text, which replaces what is begun', async () => {
    const plain = await TestClient.start({ capabilities: PLAIN });
    const text = '一、甲\n（一）乙\n（';
    plain.open(A, text);
    const position = { line: 2, character: 1 };
    const items: CompletionItem[] = await plain.connection.sendRequest('textDocument/completion', {
      textDocument: { uri: A },
      position,
    });
    assert.deepEqual(
      items.map(({ label }) => label),
      ['（二）'],
    );
    const { textEdit } = items[0]!;
    assert.ok(textEdit && 'range' in textEdit);
    assert.equal(applyTextEdits(text, [textEdit]), '一、甲\n（一）乙\n（二）');
    assert.deepEqual(plain.initialized.capabilities.completionProvider, {});
    assert.equal(plain.initialized.capabilities.inlineCompletionProvider, undefined);
    await plain.stop();
  });
});
