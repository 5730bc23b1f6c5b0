import assert from 'node:assert/strict';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import { FULL, on, TestClient } from './client.ts';

const A = 'file:///a.txt';

describe('protocol: pulled diagnostics', () => {
  let client: TestClient;
  beforeEach(async () => {
    client = await TestClient.start();
  });
  afterEach(() => client.stop());

  it('carry rule, range, severity, source, basis and evidence', async () => {
    client.open(A, '一、总结\r\n甲,乙\r\n一、总结');
    const report = await client.pull(A);
    assert.equal(report.kind, 'full');
    const [comma, repeated] = report.kind === 'full' ? report.items : [];
    assert.deepEqual(comma, {
      range: on(1, 1, 2),
      severity: 2,
      source: 'gongwen',
      code: 'punctuation/comma',
      message: '汉字之间用了半角逗号（依据：GB/T 15834—2011 4.4）',
      data: { finding: `${report.resultId}:0` },
    });
    assert.equal(repeated!.severity, 4);
    assert.deepEqual(repeated!.relatedInformation, [
      { location: { uri: A, range: on(0, 0, 4) }, message: '第一次*出现*' },
    ]);
  });

  it('are unchanged until the text, the settings or the document is another', async () => {
    client.open(A, '甲,乙');
    const first = await client.pull(A);
    const again = await client.pull(A, first.resultId);
    assert.deepEqual(again, { kind: 'unchanged', resultId: first.resultId });
    client.change(A, { range: on(0, 0), text: '×' });
    const edited = await client.pull(A, first.resultId);
    assert.equal(edited.kind, 'full');
    client.close(A);
    client.open(A, '丙,丁', { version: 1 });
    const reopened = await client.pull(A, first.resultId);
    assert.equal(reopened.kind, 'full', 'the same version of a document opened anew is another text');
  });

  it('are never pushed as well', async () => {
    client.open(A, '甲,乙');
    await client.diagnostics(A);
    client.change(A, { range: on(0, 0), text: '×' });
    await client.diagnostics(A);
    client.close(A);
    await client.pull(A);
    await client.quiet(100);
    assert.deepEqual(client.published, []);
  });

  it('answer a cancelled request with a request to ask again, never with an empty list', async () => {
    client.open(A, '甲,乙\n'.repeat(100));
    const source = new CancellationTokenSource();
    const params = { textDocument: { uri: A } };
    const answer = client.connection.sendRequest('textDocument/diagnostic', params, source.token);
    source.cancel();
    await assert.rejects(answer, { code: -32802, data: { retriggerRequest: true } });
    assert.equal((await client.diagnostics(A)).length, 100);
  });

  it('are of the text after all edits that were sent before the answer', async () => {
    client.open(A, '甲乙');
    const answer = client.diagnostics(A);
    client.change(A, { range: on(0, 1), text: ',' });
    client.change(A, { range: on(0, 0), text: '×' });
    // Whichever version is answered for: the next pull must not be told that nothing has changed.
    await answer;
    assert.deepEqual(
      (await client.diagnostics(A)).map((d) => d.range),
      [on(0, 0, 1), on(0, 2, 3)],
    );
  });

  it('list the gravest of too many, and say so', async () => {
    client.open(A, `${'其它，'.repeat(900)}\n${'一,'.repeat(900)}`);
    const diagnostics = await client.diagnostics(A);
    assert.equal(diagnostics.length, 201);
    const last = diagnostics.pop()!;
    assert.equal(last.message, '全文共有 1800 处问题，只列出最重的 200 处，其余在改正后列出');
    assert.equal(last.range.start.line, 0);
    assert.equal(diagnostics.filter((d) => d.severity === 2).length, 200);
    assert.equal(client.statuses[0]!.counts.info, 900, 'the status counts them all');
  });

  it('list the first of very many related places, and how many more there are', async () => {
    client.open(A, Array.from({ length: 31 }, (_, i) => `一、第${i % 30}`).join('\n'));
    const [diagnostic] = await client.diagnostics(A);
    const related = diagnostic!.relatedInformation!;
    assert.equal(related.length, 6);
    assert.deepEqual([related[4]!.message, related[5]!.message], ['前面', '前面（另有 24 处）']);
  });

  it('link to the rule’s page where the host knows one', async () => {
    await client.stop();
    client = await TestClient.start({
      capabilities: { ...FULL, textDocument: { diagnostic: { codeDescriptionSupport: true } } },
      host: { ruleUrl: (ruleId) => `https://example.org/${ruleId}` },
    });
    client.open(A, '甲,乙');
    const [diagnostic] = await client.diagnostics(A);
    assert.deepEqual(diagnostic!.codeDescription, { href: 'https://example.org/punctuation/comma' });
  });

  it('read Markdown as Markdown, everything else as it stands', async () => {
    const text = '`a,b`\n```\n×\n```\n甲,乙';
    client.open(A, text, { languageId: 'markdown' });
    client.open('untitled:x', text, { languageId: 'latex' });
    assert.deepEqual(
      (await client.diagnostics(A)).map((d) => d.range),
      [on(4, 1, 2)],
    );
    assert.equal((await client.diagnostics('untitled:x')).length, 3);
  });
});
