import assert from 'node:assert/strict';
import { useEditor } from './support.mjs';

describe('A person who looks for a command', () => {
  const editor = useEditor({ files: { '讲话稿.txt': '刚才，×书记讲了话。\n' }, open: '讲话稿.txt' });

  for (const words of ['gongwen', 'lint', '公文', '占位符']) {
    it(`finds it by “${words}”`, async () => {
      await editor.page.keyboard.press('F1');
      const box = editor.page.locator('.quick-input-widget');
      await box.locator('input').fill(`>${words}`);
      await box.locator('.monaco-list-row').filter({ hasText: '填写占位符' }).first().waitFor();
      await editor.page.keyboard.press('Escape');
    });
  }

  it('is shown the problems of this draft only when he checks it', async () => {
    await editor.command('公文校对: 检查当前文档');
    await editor.page
      .locator('.pane.expanded[aria-label*="校对结果"], .pane .pane-header[aria-label*="校对结果"]')
      .first()
      .waitFor();
    await editor.page.locator('.pane .monaco-list-row', { hasText: '占位符' }).first().waitFor();
    assert.equal(await editor.page.locator('.markers-panel').count(), 0);
  });
});
