import assert from 'node:assert/strict';
import { wordDraft } from '../wordDraft.mjs';
import { useWebEditor, webview } from './support.mjs';

const DRAFT = `在全市项目建设推进会上的讲话
同志们：
刚才，×书记讲了话。全年固定资产投资由50亿元增加到60亿元，增长25%。
`;

// VS Code reads the Chinese of a manifest only with a language pack: commands have their English titles here.
describe('A person on vscode.dev, where there is no Node', () => {
  const editor = useWebEditor({
    files: {
      '讲话稿.txt': DRAFT,
      '通知.txt': '定于2026年3月5日召开全县三级干部会议。\n',
      'gongwen-lint.json': '{ "rules": { "placeholder": "info" } }',
      '县里/gongwen-lint.json': '{ "rules": { "placeholder": "warning" } }',
      '县里/方案.txt': '×局长牵头。全县12个乡镇中，有15个完成任务。\n',
      '县里/稿件.docx': wordDraft('刚才，×书记讲了话。', '全县12个乡镇中，有15个完成任务。'),
      '.archive/旧稿.txt': '×书记讲了话。\n',
      'README.md': '# tool\n\nTODO: install it first\n',
    },
    open: '讲话稿.txt',
  });
  const count = (/** @type {string} */ severity) =>
    editor.page.locator(`.editor-instance .squiggly-${severity}`).count();

  it('sees what is found, with the levels of the configuration beside the draft', async () => {
    await editor.waitForSquiggle('info');
    assert.equal(await count('error'), 1);
    await editor.status(/错误 1/).waitFor();
  });

  it('sees it follow each key', async () => {
    await editor.page.locator('.editor-instance .view-line').last().click();
    await editor.page.keyboard.press('Control+End');
    await editor.typeText('全县12个乡镇中，有15个完成任务。');
    await editor.status(/错误 2/).waitFor();
  });

  it('fills in the placeholders in the form', async () => {
    await editor.command('Fill In Placeholders');
    const value = webview(editor).locator('.question input').first();
    await value.fill('王');
    await value.press('Control+Enter');
    await editor.page.locator('.view-line', { hasText: '王书记讲了话' }).waitFor();
  });

  it('has the whole folder checked, where VS Code has nothing to search it with', async () => {
    await editor.command('Check the Whole Workspace');
    await editor.waitForNotice(/检查了 4 篇文稿：错误 4 处，警告 2 处/);
    await editor.command('Problems: Focus on Problems View');
    const problems = editor.page.locator('.markers-panel .monaco-list-row');
    await problems.filter({ hasText: '方案.txt' }).first().waitFor();
    await problems.filter({ hasText: '稿件.docx' }).first().waitFor();
    assert.equal(await problems.filter({ hasText: '旧稿.txt' }).count(), 0);
  });

  it('reads a Word document, with what is found beside it', async () => {
    const file = (/** @type {string} */ name) =>
      editor.page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }).first();
    await file('县里').click();
    await file('稿件.docx').dblclick();
    const document = webview(editor);
    await document.getByText('全县12个乡镇中').first().waitFor();
    assert.equal(await document.locator('section').count(), 2);
    await editor.command('View: Close Editor');
  });

  it('lists what is ignored, and takes it back', async () => {
    await editor.page.locator('.editor-instance .view-line', { hasText: '15个' }).first().click();
    await editor.page.keyboard.press('Control+End');
    const first = editor.page.locator('.action-widget .monaco-list-row.focused', { hasText: '忽略此处' });
    await editor.pressUntil('Control+.', first);
    await editor.page.keyboard.press('Enter');
    await editor.status(/错误 1/).waitFor();
    await editor.command('Manage What Is Ignored');
    const entry = editor.page.locator('.quick-input-widget .monaco-list-row', { hasText: '讲话稿.txt' });
    await entry.first().waitFor();
    assert.equal(await entry.filter({ hasText: '没有用到' }).count(), 0);
    await entry.first().hover();
    await entry.first().getByLabel('撤销这条忽略').click();
    await editor.page.keyboard.press('Escape');
    await editor.status(/错误 2/).waitFor();
  });

  it('ends the server and has it back', async () => {
    await editor.command('Restart Language Server');
    await editor.waitForNotice('语言服务器已重新启动');
    await editor.status(/错误 2/).waitFor();
  });
});
