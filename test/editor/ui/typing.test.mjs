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

  it('goes on to the next problem and back with keys, between one sentence and the next', async () => {
    const { keyboard } = editor.page;
    await keyboard.press('Control+End');
    await keyboard.press('Enter');
    await editor.typeText('会后，×市长作了安排，×局长表了态。');
    await editor.waitForSquiggle('error');
    const at = (/** @type {string} */ place) =>
      editor.page.locator('.statusbar-item', { hasText: place }).first();
    // The caret is behind the last of them: the next is the first.
    await editor.pressUntil('Control+F7', at('Ln 2, Col 4'));
    await editor.pressUntil('Control+F7', at('Ln 2, Col 12'));
    await editor.pressUntil('Control+Shift+F7', at('Ln 2, Col 4'));
    // What is written there is written at the problem.
    await editor.typeText('新任');
    await editor.page.locator('.view-line', { hasText: '会后，新任×市长' }).first().waitFor();
  });

  it('sees the whole of a long paragraph, wrapped at the edge of the editor', async () => {
    await editor.page.keyboard.press('Control+End');
    await editor.page.keyboard.press('Enter');
    await editor.typeText(`${'全市上下要统一思想、提高认识，'.repeat(20)}最后还有×个项目。`);
    const last = editor.page.locator('.editor-instance .view-line', { hasText: '最后还有' }).first();
    await last.waitFor();
    const box = await last.boundingBox();
    const editorBox = await editor.page.locator('.editor-instance').first().boundingBox();
    const lines = await editor.page.locator('.editor-instance .view-line').count();
    if (!box || !editorBox || lines < 5) throw new Error(`the paragraph is in ${lines} lines`);
    const mark = await editor.page.locator('.editor-instance .squiggly-error').last().boundingBox();
    if (!mark || mark.x + mark.width > editorBox.x + editorBox.width)
      throw new Error('the squiggle is out of sight');
  });
});
