import assert from 'node:assert/strict';
import { useEditor } from './support.mjs';

/** A paragraph is one line of the editor; the last of its problems is farther from the words in its middle than the second. */
const PARAGRAPH =
  '刚才，×书记讲了话，固定资产投资由50亿元增至60亿元，增长25%，各级各部门要认真贯彻落实。会后，XX产业园作了交流。';

describe('A person whose caret stands in the middle of a paragraph', () => {
  const editor = useEditor({ files: { '讲话稿.txt': `同志们：\n${PARAGRAPH}\n` }, open: '讲话稿.txt' });

  before(async () => {
    await editor.status(/错误 3/).waitFor();
    await editor.page.locator('.editor-instance .view-line', { hasText: '刚才' }).first().click();
    await editor.page.keyboard.press('Home');
    // Wrapped: the line of the editor begins with the paragraph.
    await editor.page.keyboard.press('Home');
    for (let step = 0; step < PARAGRAPH.indexOf('各级'); step++)
      await editor.page.keyboard.press('ArrowRight');
  });

  it('is offered what mends the nearest problem, and nothing of the others', async () => {
    const rows = editor.page.locator('.action-widget .monaco-list-row.action');
    await editor.pressUntil('Control+.', rows);
    const offered = await rows.allTextContents();
    assert.match(offered[0] ?? '', /把“25%”改为“20%”/);
    assert.ok(!offered.some((title) => /填写/.test(title)), offered.join('\n'));
    assert.equal(offered.filter((title) => /忽略此处/.test(title)).length, 1);
    await editor.page.keyboard.press('Escape');
  });

  it('does not see the paragraph greyed, as if all of it were the word at the caret', async () => {
    await editor.page.keyboard.press('ArrowRight');
    // VS Code would have greyed it a quarter of a second later.
    await editor.page.waitForTimeout(1000);
    assert.equal(await editor.page.locator('.editor-instance [class*="wordHighlight"]').count(), 0);
  });
});
