import assert from 'node:assert/strict';
import { defineParagraphRule } from '../../engine/rule.ts';
import { within } from '../../host/time-limit.ts';
import { createLinter } from '../../rules/index.ts';
import type { InitializationOptions } from '../../server/protocol.ts';
import { makeDocx, p } from '../docx/support.ts';
import { FULL, on, PLAIN, TestClient } from './client.ts';
import { testRules } from './rules.ts';

const A = 'untitled:a';
const B = 'untitled:b';

/** Comes to no end: in a loop, in a pattern, or only when it is put into words. */
const endless = defineParagraphRule({
  id: 'wording/endless',
  severity: 'info',
  find({ text }) {
    while (text.includes('死循环'));
    if (text.includes('回溯')) /(?:a|a)+b/.test('a'.repeat(99));
    return text.includes('难言') ? [{ start: 0, end: 1 }] : [];
  },
  explain() {
    for (;;);
  },
});

describe('protocol: a document that hangs a rule', () => {
  let client: TestClient;
  const start = (capabilities = FULL, initializationOptions: InitializationOptions = {}) =>
    TestClient.start({
      capabilities,
      initialize: { initializationOptions },
      host: {
        within,
        delays: { document: 300 },
        createLinter: (options) => createLinter({ rules: [...testRules, endless], ...options }),
      },
    });
  afterEach(() => client.stop());

  for (const text of ['死循环', '回溯', '难言']) {
    it(`is given up, says so, and leaves the others their checks (${text})`, async () => {
      client = await start();
      client.open(A, `×市\n${text}`);
      client.open(B, '×市');
      const [said, ...others] = await client.diagnostics(A);
      assert.match(String(said!.message), /^检查这篇文稿用了 0\.3 秒还没有结果，已停止检查/);
      assert.deepEqual(others, []);
      assert.equal((await client.diagnostics(B)).length, 1);
      assert.equal(await client.hover(A, { line: 0, character: 0 }), null);
      assert.deepEqual(await client.actions(A, on(0, 0)), []);
      await assert.rejects(client.request('gongwen/fixAll', { uri: A }), /已停止检查/);
    });
  }

  it('is told of where diagnostics are pushed', async () => {
    client = await start(PLAIN);
    client.open(A, '死循环');
    const { diagnostics } = await client.until(() => client.published[0]);
    assert.match(String(diagnostics[0]!.message), /已停止检查/);
  });

  it('is told of where it is a Word document', async () => {
    client = await start();
    const content = Buffer.from(makeDocx({ body: p('死循环') })).toString('base64');
    const answer = await client.request('gongwen/readWord', { uri: 'file:///a.docx', content });
    assert.ok('problem' in answer);
    assert.match(answer.problem, /已停止检查/);
    client.open(B, '×市');
    assert.equal((await client.diagnostics(B)).length, 1);
  });

  it('is kept in step, and checked again when it is opened anew', async () => {
    client = await start();
    client.open(A, '一,二');
    assert.equal((await client.diagnostics(A)).length, 1);
    client.change(A, { range: on(0, 0), text: '死循环' });
    assert.equal((await client.diagnostics(A)).length, 1);
    client.change(A, { range: on(0, 0, 3), text: '' });
    assert.match(String((await client.diagnostics(A))[0]!.message), /已停止检查/);
    const { text } = client.texts.get(A)!;
    client.close(A);
    client.open(A, text);
    assert.equal((await client.diagnostics(A))[0]!.code, 'punctuation/comma');
  });

  it('is given up from the start where a server before did not survive it', async () => {
    client = await start(FULL, { gongwen: { leftOut: [A] } });
    client.open(A, '死循环', { languageId: 'markdown' });
    client.open(B, '×市');
    const started = performance.now();
    assert.match(String((await client.diagnostics(A))[0]!.message), /已停止检查/);
    assert.ok(performance.now() - started < 300, 'nobody looked');
    assert.equal((await client.diagnostics(B)).length, 1);
    client.close(A);
    client.open(A, '一,二');
    assert.equal((await client.diagnostics(A))[0]!.code, 'punctuation/comma');
  });
});
