import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  apply,
  canAnswer,
  closeEditors,
  codeActions,
  messages,
  picking,
  untitled,
  waitFor,
  waitForText,
} from './support';

/** 三 is missing; the second list has a gap as well. */
const DRAFT = '一、加强领导\n二、狠抓落实\n四、严守纪律\n（一）求真\n（三）务实\n';

describe('Outline', () => {
  afterEach(closeEditors);

  it('shows numbered headings with what stands under them', async () => {
    const draft = await untitled('一、加强领导\n（一）明确责任。首先，摸底；其次，建账。\n二、狠抓落实\n');
    const symbols = await waitFor('the outline', () => outline(draft));
    assert.deepEqual(
      symbols.map(({ name }) => name),
      ['一、加强领导', '二、狠抓落实'],
    );
    const [first] = symbols[0]!.children;
    assert.equal(first?.name, '（一）明确责任');
    assert.deepEqual(
      first?.children.map(({ name }) => name),
      ['首先，摸底', '其次，建账'],
    );
  });

  async function outline(draft: vscode.TextDocument): Promise<vscode.DocumentSymbol[] | undefined> {
    return vscode.commands.executeCommand('vscode.executeDocumentSymbolProvider', draft.uri);
  }
});

describe('重新编号 (gongwen.renumber)', () => {
  before(function () {
    if (!canAnswer) this.skip();
  });
  afterEach(closeEditors);

  const renumber = () => vscode.commands.executeCommand('gongwen.renumber');

  it('shows the changes, and makes them when they are approved, in one step to undo', async () => {
    const text = '一、加强领导\n三、狠抓落实\n四、严守纪律\n';
    const draft = await untitled(text);
    // Caret and document come to the same here: which of them is not asked.
    const offered: (readonly vscode.QuickPickItem[])[] = [];
    const said = await messages(async () => {
      offered.push(...(await picking((items) => [...items], renumber)));
    });
    const [shown, ...others] = offered;
    assert.deepEqual(others, []);
    assert.deepEqual(said, ['已改 2 处序号，撤销一次即可恢复原文。']);
    assert.deepEqual(
      shown?.map(({ label, description, picked }) => [label, description, picked]),
      [
        ['三、 → 二、', '第 2 行', true],
        ['四、 → 三、', '第 3 行', true],
      ],
    );
    await waitForText(draft, '一、加强领导\n二、狠抓落实\n三、严守纪律\n');
    await vscode.commands.executeCommand('undo');
    await waitForText(draft, text);
  });

  it('shows each change where it stands in its paragraph', async () => {
    const work = '一是加强领导，明确责任，把各项任务落实到人、到岗、到具体时间节点，逐项销号';
    await untitled(`要做好以下工作：${work}；二是狠抓落实；四是严守纪律。\n`);
    const [shown] = await picking(() => undefined, renumber);
    assert.deepEqual(
      shown?.map(({ detail }) => detail),
      ['；二是狠抓落实；四是严守纪律。'],
    );
  });

  it('asks for the part where there is a choice, and takes what was left out of the preview at its word', async () => {
    const draft = await untitled(DRAFT);
    const caret = new vscode.Position(3, 2);
    vscode.window.activeTextEditor!.selection = new vscode.Selection(caret, caret);
    const [scopes] = await picking((items, many) => (many ? items.slice(1) : items[1]), renumber);
    assert.deepEqual(
      scopes?.map(({ label }) => label),
      ['光标处的一组序号', '全文'],
    );
    await waitForText(draft, DRAFT.replace('（三）', '（二）'));
  });

  it('changes nothing when the writer turns the changes down', async () => {
    const draft = await untitled(DRAFT);
    await picking((items, many) => (many ? undefined : items[0]), renumber);
    assert.equal(draft.getText(), DRAFT);
  });
});

describe('Moving a heading', () => {
  afterEach(closeEditors);

  it('is offered as a rewrite', async () => {
    const draft = await untitled('一、甲\n（一）乙\n1.丙\n二、丁\n');
    const caret = new vscode.Range(1, 1, 1, 1);
    const kind = vscode.CodeActionKind.RefactorRewrite;
    const [up] = await waitFor('the offer', async () => {
      const actions = await codeActions(draft, caret, kind);
      return actions.length > 0 && actions;
    });
    assert.ok(up);
    await apply(up);
    await waitForText(draft, '一、甲\n二、乙\n（一）丙\n三、丁\n');
  });
});
