import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { wordDraft } from '../wordDraft.mjs';
import { root, useEditor, webview } from './support.mjs';

const HAN = /\p{Script=Han}/u;
/** Without what is quoted from the draft. @param {string} text */
const own = (text) => text.replace(/“[^”]*”|«[^»]*»/g, '');
const MEMO = wordDraft('刚才，×书记讲了话。', '还有×个项目尚未开工。');
const DRAFT = '刚才，×书记讲了话。\n会后，×市长到×市×镇调研，还有×个项目尚未开工。\n';

describe('A person whose VS Code speaks English', () => {
  const editor = useEditor({
    files: { '讲话稿.txt': DRAFT, '稿件.docx': MEMO },
    open: '讲话稿.txt',
    locale: 'en',
  });

  it('reads English in the palette, for every command that it shows of a draft', async () => {
    await editor.status(/\d errors?/).waitFor();
    await editor.page.keyboard.press('F1');
    const box = editor.page.locator('.quick-input-widget');
    await box.locator('input').fill('>gongwen-lint:');
    const rows = box.locator('.monaco-list-row', { hasText: 'gongwen-lint:' });
    await rows.filter({ hasText: 'Fill In Placeholders' }).first().waitFor();
    for (const row of await rows.allTextContents()) assert.doesNotMatch(row, HAN);
    await editor.page.keyboard.press('Escape');
  });

  it('and in the status bar, and the view of results but for what it quotes', async () => {
    const label = (await editor.status(/\d errors?/).getAttribute('aria-label')) ?? '';
    assert.doesNotMatch(label, HAN);
    await editor.command('gongwen-lint: Check This Document');
    const pane = editor.page.locator('.pane', {
      has: editor.page.locator('.pane-header', { hasText: 'Check Results' }),
    });
    const rule = pane.locator('.monaco-list-row', { hasText: 'Placeholder not filled in' });
    await rule.first().waitFor();
    await rule.first().click();
    await editor.page.keyboard.press('ArrowRight');
    const place = pane.locator('.monaco-list-row', { hasText: 'belongs here' });
    await place.first().waitFor();
    for (const text of await pane.locator('.monaco-list-row').allTextContents())
      assert.doesNotMatch(own(text), HAN, text);
  });

  it('and in the form, but for what the draft says', async () => {
    await editor.command('gongwen-lint: Fill In Placeholders');
    const form = webview(editor);
    await form.locator('.question').first().waitFor();
    for (const text of await form.locator('label, button, legend, #progress, .hint').allTextContents())
      assert.doesNotMatch(text, HAN, text);
    await editor.page.keyboard.press('Escape');
    await editor.page.locator('iframe.webview').waitFor({ state: 'detached' });
  });

  it('and in the menu of fixes', async () => {
    const squiggle = editor.page.locator('.editor-instance .squiggly-error').first();
    const place = await squiggle.boundingBox();
    if (!place) throw new Error('there is no squiggle');
    await editor.page.mouse.click(place.x + place.width / 2, place.y + place.height / 2);
    await editor.page.mouse.move(0, 0);
    const rows = editor.page.locator('.action-widget .monaco-list-row');
    await editor.pressUntil('Control+.', rows);
    for (const row of await rows.allTextContents()) assert.doesNotMatch(row, HAN, row);
    await editor.page.keyboard.press('Escape');
  });

  it('and beside a Word document', async () => {
    await editor.open('稿件.docx');
    const document = webview(editor);
    await document.locator('summary').click();
    const said = document.locator('header > *, summary, form button, section > b');
    for (const text of await said.allTextContents()) assert.doesNotMatch(text, HAN, text);
    const messages = await document
      .locator('section')
      .evaluateAll((all) =>
        all.map((one) => [...one.childNodes].find(({ nodeType }) => nodeType === 3)?.textContent ?? ''),
      );
    assert.ok(messages.length > 0);
    for (const text of messages) assert.doesNotMatch(own(text), HAN, text);
    // A label, and below it the phrase that the draft says.
    const labels = await document
      .locator('label')
      .evaluateAll((all) => all.map((one) => one.firstChild?.textContent));
    assert.equal(labels.length, 2);
    for (const text of labels) assert.doesNotMatch(text ?? '', HAN, text ?? '');
  });

  it('and in the settings, where each is described', async () => {
    const { contributes } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const names = JSON.parse(readFileSync(join(root, 'package.nls.json'), 'utf8'));
    const settings = contributes.configuration.flatMap((/** @type {{properties: object}} */ { properties }) =>
      Object.entries(properties),
    );
    assert.ok(settings.length > 5);
    await editor.command('Preferences: Open Settings (UI)');
    await editor.page.locator('.settings-editor').waitFor();
    await editor.typeText('gongwen.preset');
    const shown = editor.page.locator('.settings-editor .setting-item-contents', {
      hasText: 'How much is told',
    });
    await shown.first().waitFor();
    assert.match(names['setting.preset'], /^How much is told/);
  });
});
