import * as assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import {
  apply,
  canAnswer,
  closeEditors,
  codeActions,
  file,
  findings,
  messages,
  picking,
  untitled,
  waitFor,
  waitForFindings,
} from './support';

describe('Ignoring a finding', () => {
  afterEach(closeEditors);

  it('writes a line beside the draft, which takes effect at once and leaves the draft alone', async () => {
    const text = '刚才，×书记讲了话。\n会后，×市长作了安排。\n';
    const draft = await file('讲话.txt', text);
    const [first] = await waitForFindings(draft, 'placeholder/unfilled', ['×', '×']);
    const actions = await codeActions(draft, first!.range, vscode.CodeActionKind.QuickFix);
    const ignore = actions.find(({ title }) => title.startsWith('忽略此处'));
    assert.ok(ignore, actions.map(({ title }) => title).join('; '));
    await apply(ignore);
    await waitForFindings(draft, 'placeholder/unfilled', ['×']);
    assert.equal(findings(draft, 'placeholder/unfilled')[0]!.range.start.line, 1);
    assert.equal(draft.getText(), text);
    const list = join(dirname(draft.uri.fsPath), 'gongwen-ignores.tsv');
    assert.match(readFileSync(list, 'utf8'), /\n讲话\.txt\tplaceholder\/unfilled\t[0-9a-f]{16}\t×\n$/);
  });
});

describe('gongwen-lint.json', () => {
  afterEach(closeEditors);

  it('beside a draft holds when it is opened', async () => {
    const other = await file('甲.txt', '');
    const folder = dirname(other.uri.fsPath);
    writeFileSync(join(folder, 'gongwen-lint.json'), '{ "rules": { "placeholder": "info" } }');
    writeFileSync(join(folder, '乙.txt'), '刚才，×书记讲了话。\n');
    const draft = await vscode.workspace.openTextDocument(join(folder, '乙.txt'));
    await vscode.window.showTextDocument(draft);
    const [finding] = await waitForFindings(draft, 'placeholder/unfilled', ['×']);
    assert.equal(finding!.severity, vscode.DiagnosticSeverity.Information);
  });
});

describe('设置文种 (gongwen.setKind)', () => {
  before(function () {
    if (!canAnswer) this.skip();
  });
  afterEach(closeEditors);

  it('notes the kind beside the draft, which holds at once, and takes it back', async () => {
    const draft = await file('发言.txt', '大家好，我来汇报一下。\n');
    const config = join(dirname(draft.uri.fsPath), 'gongwen-lint.json');
    const pick = (label: string) =>
      picking(
        (items) => items.find((item) => item.label === label),
        () => vscode.commands.executeCommand('gongwen.setKind'),
      );
    const [offered] = await pick('公文');
    assert.deepEqual(
      offered!.map(({ label }) => label),
      ['自动识别', '讲话稿', '报告、总结', '公文', '法律法规', '其他'],
    );
    await waitFor('the kind to be noted', () => existsSync(config));
    assert.deepEqual(JSON.parse(readFileSync(config, 'utf8')), {
      overrides: [{ files: './发言.txt', kind: 'official' }],
    });
    await waitFor('the kind to hold', async () => {
      const [again] = await picking(
        () => undefined,
        () => vscode.commands.executeCommand('gongwen.setKind'),
      );
      return again!.find(({ description }) => description === '当前')?.label === '公文';
    });
    await pick('自动识别');
    await waitFor('the note to be gone', () => !readFileSync(config, 'utf8').includes('official'));
  });

  it('asks that a new draft be saved first', async () => {
    await untitled('同志们，大家好。\n');
    const said = await messages(async () => {
      await picking(
        (items) => items[1],
        () => vscode.commands.executeCommand('gongwen.setKind'),
      );
    });
    assert.match(said.join(), /请先保存/);
  });
});

describe('打开规则说明 (gongwen.explainRule)', () => {
  afterEach(closeEditors);

  it('shows the page of a rule inside the editor', async () => {
    const draft = await untitled('刚才，×书记讲了话。\n');
    const [finding] = await waitForFindings(draft, 'placeholder/unfilled', ['×']);
    const actions = await codeActions(draft, finding!.range, vscode.CodeActionKind.QuickFix);
    const explain = actions.find(({ title }) => title.startsWith('查看'));
    await apply(explain!);
    await waitFor('the page to be shown', () =>
      vscode.window.tabGroups.all.some((group) =>
        group.tabs.some(({ label }) => label.includes('unfilled.md')),
      ),
    );
  });
});

describe('生成校对报告 (gongwen.createReport)', () => {
  before(function () {
    if (!canAnswer) this.skip();
  });
  afterEach(closeEditors);

  it('writes what was found where the writer says, and shows it', async () => {
    const draft = await file('讲话.txt', '刚才，×书记讲了话。\n');
    await waitForFindings(draft, 'placeholder/unfilled', ['×']);
    const target = join(dirname(draft.uri.fsPath), '报告.md');
    const original = vscode.window.showSaveDialog;
    Object.assign(vscode.window, { showSaveDialog: async () => vscode.Uri.file(target) });
    try {
      const said = await messages(() => vscode.commands.executeCommand('gongwen.createReport'));
      await waitFor('the page', () => existsSync(target));
      assert.match(readFileSync(target, 'utf8'), /- 1:4 \*\*错误\*\* “×”未填写/);
      assert.equal(said.length, 1);
    } finally {
      Object.assign(vscode.window, { showSaveDialog: original });
    }
  });
});
