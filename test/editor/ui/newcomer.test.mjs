import assert from 'node:assert/strict';
import { useEditor, webview } from './support.mjs';

describe('A person in the first five minutes', () => {
  const editor = useEditor({ packaged: true });

  it('sees no broken picture on the page of the extension', async () => {
    await editor.command('Extensions: Show Installed Extensions');
    await editor.page.locator('.extensions-list .monaco-list-row', { hasText: '公文校对' }).first().click();
    const readme = editor.page.frameLocator('iframe.webview.ready').frameLocator('iframe');
    await readme.getByText('文稿不出本机').first().waitFor();
    const pictures = readme.locator('img');
    for (const picture of await pictures.all())
      assert.ok(await picture.evaluate((one) => /** @type {HTMLImageElement} */ (one).naturalWidth > 0));
  });

  it('is led by the walkthrough to a draft with something of every kind', async () => {
    await editor.command('Welcome: Open Walkthrough...');
    await editor.page.locator('.quick-input-list .monaco-list-row', { hasText: '公文校对' }).first().click();
    await editor.page.locator('.gettingStartedContainer').getByText('打开样稿').first().waitFor();
    await editor.page
      .locator('.gettingStartedContainer .button-link, .gettingStartedContainer .monaco-button', {
        hasText: '打开样稿',
      })
      .first()
      .click();
    await editor.waitForSquiggle('error');
    await editor.status(/错误 \d\d/).waitFor();
  });

  it('comes to the first problem with a key, and mends it with another', async () => {
    await editor.page.locator('.editor-instance .view-line').first().click();
    await editor.page.keyboard.press('Control+Home');
    await editor.pressUntil(
      'Control+.',
      editor.page.locator('.action-widget .monaco-list-row', { hasText: '删去' }),
    );
    await editor.page.keyboard.press('Enter');
    await editor.page
      .locator('.editor-instance .view-line', { hasText: '仅供学习' })
      .waitFor({ state: 'detached' });
  });

  it('has all that is safe mended with a key, and taken back with another', async () => {
    const advert = editor.page.locator('.editor-instance .view-line', { hasText: '墨海文库整理' });
    await advert.first().waitFor();
    await editor.page.keyboard.press('Control+K');
    await editor.page.keyboard.press('F7');
    await advert.first().waitFor({ state: 'detached' });
    await editor.page.keyboard.press('Control+Z');
    await advert.first().waitFor();
  });

  it('fills in what is blank, in the form', async () => {
    const form = webview(editor);
    await editor.pressUntil('Alt+F7', form.locator('input:focus'));
    await editor.typeText('李');
    await editor.page.keyboard.press('Enter');
    await editor.typeText('王');
    await editor.page.keyboard.press('Control+Enter');
    await editor.page.locator('.editor-instance .view-line', { hasText: '王局长通报了' }).first().waitFor();
    await editor.page.keyboard.press('Escape');
    await editor.page.locator('iframe.webview').waitFor({ state: 'detached' });
  });

  it('pastes a draft of his own into a new document, and is told what ignoring takes', async () => {
    await editor.page.keyboard.press('Control+N');
    await editor.page.locator('.tab.active', { hasText: 'Untitled-' }).last().waitFor();
    const own = '同志们：\n刚才，×书记讲了话。全县12个乡镇中，有15个完成任务。\n';
    await editor.page.evaluate((text) => navigator.clipboard.writeText(text), own);
    await editor.page.keyboard.press('Control+V');
    await editor.status(/错误 2/).waitFor();
    await editor.page.keyboard.press('Control+Home');
    const fixes = editor.page.locator('.action-widget .monaco-list-row');
    await editor.pressUntil('Control+F7', editor.page.locator('.statusbar-item', { hasText: 'Ln 2, Col 4' }));
    await editor.pressUntil('Control+.', fixes.filter({ hasText: '填写姓氏' }));
    // A list of what is ignored stands beside a file.
    assert.equal(await fixes.filter({ hasText: '要忽略，先保存文稿' }).count(), 1);
    await editor.page.keyboard.press('Escape');
  });
});
