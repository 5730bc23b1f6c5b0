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

describe('填写占位符 (gongwen.fillPlaceholders)', () => {
  before(function () {
    if (!canAnswer) this.skip();
  });
  afterEach(closeEditors);

  it('asks once for each group and fills all its places, in one step to undo', async () => {
    const text = '刚才，×书记代表×市作了讲话。\n会后，×书记到×市各县调研。\n';
    const draft = await untitled(text);
    await waitForFindings(draft, 'placeholder/unfilled', ['×', '×', '×', '×']);

    // The two questions can be told apart by what they ask for; their wording is the product's.
    const answers = ['张', '榆林'];
    const asked = await answering(
      () => answers.shift(),
      () => vscode.commands.executeCommand('gongwen.fillPlaceholders'),
    );
    assert.equal(asked.length, 2, 'one question for each group');
    await waitForText(draft, '刚才，张书记代表榆林市作了讲话。\n会后，张书记到榆林市各县调研。\n');

    await vscode.commands.executeCommand('undo');
    await waitForText(draft, text);
  });

  it('offers the names that the draft says, takes what is typed, and leaves blank what is not answered', async function () {
    if (!canRecogniseNames) this.skip();
    const draft = await untitled('×书记、×市长、×主任出席会议。\n区委书记张猛同志作了汇报。\n');
    // The names are known when one of them turns out to be a leftover.
    await waitForFindings(draft, 'placeholder/leftover-name', ['张猛']);
    // The first goes to 张, the second types, and the third presses Enter.
    const answers: ((box: vscode.QuickPick<vscode.QuickPickItem>) => vscode.QuickPickItem | undefined)[] = [
      ({ items }) => items.find(({ label }) => label === '张'),
      (box) => {
        box.value = '李';
        return box.items[0];
      },
      ({ items }) => items[0],
    ];
    const offered = await answeringBoxes(
      (box) => answers.shift()?.(box),
      () => vscode.commands.executeCommand('gongwen.fillPlaceholders'),
    );
    const labels = offered.map((items) => items.map(({ label }) => label));
    assert.deepEqual(labels, [
      ['留空', '张'],
      ['留空', '张'],
      ['留空', '张'],
    ]);
    await waitForText(draft, '张书记、李市长、×主任出席会议。\n区委书记张猛同志作了汇报。\n');
  });

  it('asks for one group only from the quick fix of a blank', async () => {
    const draft = await untitled('刚才，×书记代表×市作了讲话。\n');
    const blanks = await waitForFindings(draft, 'placeholder/unfilled', ['×', '×']);
    const range = blanks.map((blank) => blank.range).find(({ start }) => start.character === 3);
    assert.ok(range);
    const [fill] = await codeActions(draft, range, vscode.CodeActionKind.QuickFix);
    assert.ok(fill);

    const asked = await answering(
      () => '张',
      () => apply(fill),
    );
    assert.equal(asked.length, 1);
    await waitForText(draft, '刚才，张书记代表×市作了讲话。\n');
  });

  it('puts nothing anywhere when the text has moved while the writer was asked', async () => {
    const text = '刚才，×书记作了讲话。\n';
    const draft = await untitled(text);
    await waitForFindings(draft, 'placeholder/unfilled', ['×']);
    await answering(
      async () => {
        const edit = new vscode.WorkspaceEdit();
        edit.insert(draft.uri, new vscode.Position(0, 0), '×');
        assert.ok(await vscode.workspace.applyEdit(edit));
        return '张';
      },
      () => vscode.commands.executeCommand('gongwen.fillPlaceholders'),
    );
    assert.equal(draft.getText(), `×${text}`);
  });

  it('changes nothing when the writer cancels the first question', async () => {
    const text = '刚才，×书记作了讲话。\n';
    const draft = await untitled(text);
    await waitForFindings(draft, 'placeholder/unfilled', ['×']);
    await answering(
      () => undefined,
      () => vscode.commands.executeCommand('gongwen.fillPlaceholders'),
    );
    assert.equal(draft.getText(), text);
  });
});
