import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  answering,
  answeringBoxes,
  apply,
  canAnswer,
  canRecogniseNames,
  closeEditors,
  codeActions,
  messages,
  untitled,
  waitFor,
  waitForFindings,
  waitForText,
} from './support';

describe('清除广告水印 (gongwen.clearAdverts)', () => {
  afterEach(closeEditors);

  it('leaves the text around the adverts untouched', async () => {
    const advert = '酷乐文行整理，咨询QQ206157060';
    const body = '同志们：\n  今天的会议很重要 。\n\n\n×书记讲了话。\n';
    const draft = await untitled(`${advert}\n${body}${advert}\n`);
    await waitForFindings(draft, 'placeholder/unfilled', ['×']);
    await vscode.commands.executeCommand('gongwen.clearAdverts');
    await waitForText(draft, body);
  });
});

describe('检查当前文档 (gongwen.checkDocument)', () => {
  before(function () {
    if (!canAnswer) this.skip();
  });
  afterEach(closeEditors);

  it('says how many there are, and leads to the first of this document', async () => {
    await untitled('×市长讲了话。\n');
    const draft = await untitled('同志们：\n刚才，×书记代表×市作了讲话。\n');
    const said = await messages(() => vscode.commands.executeCommand('gongwen.checkDocument'));
    assert.deepEqual(said, ['错误 2 处，警告 0 处，提示 0 处。']);
    await waitFor('the caret to be at the first', () => {
      const { document, selection } = vscode.window.activeTextEditor ?? {};
      return document === draft && selection?.start.isEqual(new vscode.Position(1, 3));
    });
  });

  it('and all that looks for something say so where nothing is looked for', async () => {
    const draft = await untitled('刚才，×书记讲了话。\n');
    await waitForFindings(draft, 'placeholder/unfilled', ['×']);
    const settings = vscode.workspace.getConfiguration('gongwen');
    await settings.update('enable', false, vscode.ConfigurationTarget.Global);
    try {
      await waitForFindings(draft, 'placeholder/unfilled', []);
      for (const command of ['checkDocument', 'fillPlaceholders', 'clearAdverts', 'fixAllSafe']) {
        const said = await messages(() => vscode.commands.executeCommand(`gongwen.${command}`));
        assert.deepEqual(said, ['检查已在设置 gongwen.enable 中关闭。'], command);
      }
    } finally {
      await settings.update('enable', undefined, vscode.ConfigurationTarget.Global);
    }
    await waitForFindings(draft, 'placeholder/unfilled', ['×']);
  });
});

describe('填写占位符, the light way', () => {
  before(function () {
    if (!canAnswer) this.skip();
  });
  afterEach(closeEditors);

  /** The quick fix of the gap at a character of the first line. */
  async function fillAt(draft: vscode.TextDocument, character: number): Promise<vscode.CodeAction> {
    const at = new vscode.Position(0, character);
    const fill = (await codeActions(draft, new vscode.Range(at, at), vscode.CodeActionKind.QuickFix)).find(
      ({ command }) => command?.command === 'gongwen.fillPlaceholders',
    );
    assert.ok(fill);
    return fill;
  }

  it('asks once for all places of a group, and fills them in one step to undo', async () => {
    const text = '刚才，×书记代表×市作了讲话。\n会后，×书记到×市各县调研。\n';
    const draft = await untitled(text);
    await waitForFindings(draft, 'placeholder/unfilled', ['×', '×', '×', '×']);
    const fill = await fillAt(draft, 3);
    const asked = await answering(
      () => '张',
      () => apply(fill),
    );
    assert.equal(asked.length, 1);
    await waitForText(draft, '刚才，张书记代表×市作了讲话。\n会后，张书记到×市各县调研。\n');
    await vscode.commands.executeCommand('undo');
    await waitForText(draft, text);
  });

  it('asks for a date as a whole', async () => {
    const draft = await untitled('会议定于××××年×月×日召开，各县×书记参加。\n');
    await waitForFindings(draft, 'placeholder/unfilled', ['××××', '×', '×', '×']);
    const fill = await fillAt(draft, 9);
    await answering(
      () => '2025-3-5',
      () => apply(fill),
    );
    await waitForText(draft, '会议定于2025年3月5日召开，各县×书记参加。\n');
  });

  it('offers the names that the draft says, and takes what is typed', async function () {
    if (!canRecogniseNames) this.skip();
    const draft = await untitled('×书记、×市长、×主任出席会议。\n区委书记张猛同志作了汇报。\n');
    // The names are known when one of them turns out to be a leftover.
    await waitForFindings(draft, 'placeholder/leftover-name', ['张猛']);
    const offered = await answeringBoxes(
      ({ items }) => items.find(({ label }) => label === '张'),
      async () => apply(await fillAt(draft, 0)),
    );
    assert.deepEqual(
      offered.map((items) => items.map(({ label }) => label)),
      [['留空', '张']],
    );
    await waitForText(draft, '张书记、×市长、×主任出席会议。\n区委书记张猛同志作了汇报。\n');
    await answeringBoxes(
      (box) => {
        box.value = '李';
        return box.items[0];
      },
      async () => apply(await fillAt(draft, 4)),
    );
    await waitForText(draft, '张书记、李市长、×主任出席会议。\n区委书记张猛同志作了汇报。\n');
  });

  it('fills the place that was asked about, wherever it has moved meanwhile', async () => {
    const draft = await untitled('增长×%，下降×%。\n');
    await waitForFindings(draft, 'placeholder/unfilled', ['×', '×']);
    const fill = await fillAt(draft, 7);
    await answering(
      async () => {
        const edit = new vscode.WorkspaceEdit();
        edit.insert(draft.uri, new vscode.Position(0, 0), '同比增加×个，');
        assert.ok(await vscode.workspace.applyEdit(edit));
        return '5';
      },
      () => apply(fill),
    );
    await waitForText(draft, '同比增加×个，增长×%，下降5%。\n');
  });

  it('changes nothing when the writer cancels', async () => {
    const text = '刚才，×书记作了讲话。\n';
    const draft = await untitled(text);
    await waitForFindings(draft, 'placeholder/unfilled', ['×']);
    const fill = await fillAt(draft, 3);
    await answering(
      () => undefined,
      () => apply(fill),
    );
    assert.equal(draft.getText(), text);
  });
});
