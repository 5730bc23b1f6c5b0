import assert from 'node:assert/strict';
import { useEditor } from './support.mjs';

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
});
