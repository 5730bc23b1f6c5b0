import assert from 'node:assert/strict';
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

  it('ends the server and has it back', async () => {
    await editor.command('Restart Language Server');
    await editor.waitForNotice('语言服务器已重新启动');
    await editor.status(/错误 2/).waitFor();
  });
});
