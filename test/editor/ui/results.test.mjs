import { useEditor } from './support.mjs';

const DRAFT = '刚才，×书记讲了话。\n墨海文库整理，咨询QQ100200300\n会后，×市长作了安排。\n';

describe('A person who goes through the results as a tree', () => {
  const editor = useEditor({ files: { '讲话稿.txt': DRAFT }, open: '讲话稿.txt' });
  const pane = () =>
    editor.page.locator('.pane', { has: editor.page.locator('.pane-header', { hasText: '校对结果' }) });
  /** @param {string | RegExp} text */
  const row = (text) => pane().locator('.monaco-list-row', { hasText: text }).first();

  it('sees them by family and by rule, with how many there are', async () => {
    await editor.command('Focus on 校对结果 View');
    await row(/广告水印\s*1/).waitFor();
    await row(/占位符\s*2/).waitFor();
    await row(/未填写的占位符\s*2/).waitFor();
  });

  it('sees them follow the draft while it is edited', async () => {
    await editor.page.locator('.editor-instance .view-line').first().click();
    await editor.page.keyboard.press('Control+Home');
    await editor.typeText('×局长说。');
    await editor.page.keyboard.press('Enter');
    await row(/占位符\s*3/).waitFor();
  });

  it('has all of a rule fixed from there', async () => {
    const adverts = row(/广告与网站水印\s*1/);
    const line = editor.page.locator('.editor-instance .view-line', { hasText: '墨海文库' });
    // The tree is drawn anew a moment after the draft has changed: a click may come to nothing.
    await editor.again(async (timeout) => {
      await adverts.hover({ timeout });
      await adverts.getByLabel('修复全部同类问题').click({ timeout });
      await line.waitFor({ state: 'detached', timeout });
    });
    await row('广告水印').waitFor({ state: 'detached' });
  });
});
