import { useEditor } from './support.mjs';

describe('A person who types a draft', () => {
  const editor = useEditor({ untitled: true });

  it('sees a blank underlined while typing', async () => {
    await editor.typeText('刚才，×书记作了重要讲话。');
    await editor.waitForSquiggle('error');
  });

  it('is offered to fill it from the keyboard', async () => {
    await editor.page.keyboard.press('Home');
    // 刚才， stands before the mark.
    for (let step = 0; step < 3; step += 1) await editor.page.keyboard.press('ArrowRight');
    await editor.page.locator('.lightBulbWidget, .codicon-gutter-lightbulb').first().waitFor();
    const menu = editor.page.locator('.action-widget .action-item, .action-widget .monaco-list-row');
    await editor.pressUntil('Control+.', menu);
  });

  it('is asked what belongs there, and sees it filled in', async () => {
    await editor.page.keyboard.press('Enter');
    await editor.page.locator('.quick-input-widget input').waitFor();
    await editor.typeText('张');
    await editor.page.keyboard.press('Enter');
    await editor.page
      .locator('.editor-instance .view-line', { hasText: '刚才，张书记作了重要讲话。' })
      .waitFor();
    await editor.page.locator('.editor-instance .squiggly-error').first().waitFor({ state: 'detached' });
  });
});
