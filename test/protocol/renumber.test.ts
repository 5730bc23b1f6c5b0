import assert from 'node:assert/strict';
import type { RenumberOption } from '../../server/protocol.ts';
import { applyTextEdits, on, TestClient } from './client.ts';

const A = 'file:///a.txt';

/** 三 is missing above; below, one list has a gap. */
const DRAFT = `一、加强领导
二、狠抓落实
四、严守纪律
五、改进作风
（一）求真
（三）务实`;

describe('protocol: renumbering', () => {
  let client: TestClient;
  beforeEach(async () => {
    client = await TestClient.start();
  });
  afterEach(() => client.stop());

  const renumber = (range = on(0, 0)) => client.request('gongwen/renumber', { uri: A, range });
  const applied = ({ changes }: RenumberOption) =>
    applyTextEdits(
      client.texts.get(A)!.text,
      changes.map((c) => c.edit),
    );

  it('tells what it would change in the series at the caret and in the document', async () => {
    client.open(A, DRAFT, { version: 3 });
    const { version, options } = await renumber(on(2, 1));
    assert.equal(version, 3);
    const [series, document] = options;
    assert.deepEqual(
      options.map((o) => o.scope),
      ['series', 'document'],
    );
    assert.deepEqual(series!.changes, [
      {
        edit: { range: on(2, 0, 1), newText: '三' },
        range: on(2, 0, 2),
        from: '四、',
        to: '三、',
        reference: false,
      },
      {
        edit: { range: on(3, 0, 1), newText: '四' },
        range: on(3, 0, 2),
        from: '五、',
        to: '四、',
        reference: false,
      },
    ]);
    assert.equal(series!.title, '重新编号 2 处（“四、”改为“三、”……）');
    assert.equal(
      applied(document!),
      '一、加强领导\n二、狠抓落实\n三、严守纪律\n四、改进作风\n（一）求真\n（二）务实',
    );
  });

  it('numbers the marks of a selection alone', async () => {
    client.open(A, DRAFT);
    const selection = { start: { line: 4, character: 0 }, end: { line: 5, character: 5 } };
    const { options } = await renumber(selection);
    assert.equal(options[0]!.scope, 'selection');
    assert.equal(applied(options[0]!), DRAFT.replace('（三）', '（二）'));
  });

  it('follows the references', async () => {
    client.open(A, '第一条 为了规范管理，制定本办法。\n第三条 本办法自公布之日起施行。\n依照第三条执行。');
    const { options } = await renumber();
    assert.equal(
      applied(options[0]!),
      '第一条 为了规范管理，制定本办法。\n第二条 本办法自公布之日起施行。\n依照第二条执行。',
    );
    assert.deepEqual(
      options[0]!.changes.map((c) => c.reference),
      [false, true],
    );
  });

  it('has nothing to offer where the numbers are right, or where there are none', async () => {
    client.open(A, '一、加强领导\n二、狠抓落实');
    assert.deepEqual((await renumber()).options, []);
    client.change(A, { text: '同志们' });
    assert.deepEqual(await renumber(on(7, 7)), { version: 2, options: [] });
    client.close(A);
    await assert.rejects(renumber(), { code: -32803 });
  });
});

describe('protocol: moving a heading', () => {
  let client: TestClient;
  const draft = '一、甲\n（一）乙\n1.丙\n（二）丁\n二、戊';
  beforeEach(async () => {
    client = await TestClient.start();
    client.open(A, draft);
  });
  afterEach(() => client.stop());

  const moves = async (line: number, context = {}) =>
    (await client.actions(A, on(line, 1), context)).filter((a) => a.kind === 'refactor.rewrite');

  it('up and down takes along what stands under it, and numbers what stands around it', async () => {
    const [up, down, ...others] = await moves(1);
    assert.deepEqual(others, []);
    assert.equal(client.applied(A, up!.edit), '一、甲\n二、乙\n（一）丙\n（二）丁\n三、戊');
    assert.equal(client.applied(A, down!.edit), '一、甲\n1.乙\n（1）丙\n（一）丁\n二、戊');
    assert.equal(up!.title, '标题“（一）乙”升一级，改为“二、”（连同下级 1 个，共改序号 3 处）');
    assert.match(down!.title, /^标题“（一）乙”降一级，改为“1.”/);
  });

  it('is offered as far as there are levels, and only on headings', async () => {
    assert.deepEqual(
      (await moves(0)).map((a) => a.title.slice(0, 11)),
      ['标题“一、甲”降一级，'],
    );
    client.change(A, { range: on(0, 0), text: '同志们\n' });
    assert.deepEqual(await moves(0), []);
  });

  it('is offered to who asks, not while one writes', async () => {
    assert.deepEqual(await moves(1, { triggerKind: 2 }), []);
    assert.equal((await moves(1, { triggerKind: 1 })).length, 2);
    assert.equal((await moves(1, { triggerKind: 2, only: ['refactor'] })).length, 2);
    assert.deepEqual(await moves(1, { only: ['quickfix'] }), []);
  });
});
