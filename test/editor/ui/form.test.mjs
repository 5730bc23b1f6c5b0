import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { useEditor, webview } from './support.mjs';

// Short lines: beside the form a long one is shown as several.
const TEXT = [
  '同志们：',
  '刚才，×书记代表×市作了讲话。',
  '会议定于2025年×月×日召开。',
  '全市共有12个重点项目，已有7个建成投产，还有×个尚未开工。',
  '会后，×书记到×市×镇调研。',
  '×镇很重要。<img src=1>',
  '',
].join('\n');

describe('A person who fills in the form', () => {
  const editor = useEditor({ files: { '讲话稿.txt': TEXT }, open: '讲话稿.txt' });
  /** @type {import('playwright-core').FrameLocator} */
  let form;

  /** The box of a question, by its label. @param {string} label */
  const box = (label) => form.getByLabel(label, { exact: true });

  /** The draft as it is on screen. @param {string} text in one line of it */
  const line = (text) => editor.page.locator('.editor-instance .view-line', { hasText: text }).first();

  async function openForm() {
    await editor.command('公文校对: 填写占位符');
    form = webview(editor);
    await form.locator('.question').first().waitFor();
  }

  it('sees every question once, with what stands around it, and is at the first', async () => {
    await openForm();
    const labels = await form.locator('.question label').allTextContents();
    assert.deepEqual(labels, ['姓氏', '地名（市）', '地名（镇）', '日期', '数字（个）']);
    await form.locator('input:focus').waitFor();
    assert.equal(await form.getByText('第 2 行等 2 处').count(), 2);
    // What the draft says is text, whatever it looks like.
    assert.equal(await form.locator('img').count(), 0);
    // The draft beside it is still the one in front.
    await editor.status(/错误 [1-9]/).waitFor();
  });

  it('goes through it with the keyboard, forth and back, and sees the answers in the draft', async () => {
    await editor.typeText('张');
    await editor.page.keyboard.press('Enter');
    await editor.typeText('榆林');
    await editor.page.keyboard.press('Shift+Enter');
    assert.equal(await form.locator('input:focus').inputValue(), '张');
    await form.getByText('已填 2 项，共 5 项').waitFor();
    // The answer is shown behind the gap; the text is what it was.
    await line('×张书记代表×榆林市').waitFor();
  });

  it('is warned, and not refused', async () => {
    await box('数字（个）').fill('15');
    await form.getByText('余5').waitFor();
    // Below the box that is typed into, and not below what is in sight.
    const [doubt, foot] = [
      await form.getByText('余5').boundingBox(),
      await form.locator('footer').boundingBox(),
    ];
    assert.ok(doubt && foot && doubt.y + doubt.height <= foot.y, 'the doubt is in sight');
    await box('日期').fill('近日');
    await form.getByText('将原样替换').waitFor();
    await box('日期').fill('3.5');
    await form.getByText('将原样替换').waitFor({ state: 'hidden' });
  });

  it('keeps the answers at their gaps while the draft is edited', async () => {
    await line('同志们').click();
    await editor.page.keyboard.press('Control+Home');
    await editor.typeText('各位来宾，');
    await line('各位来宾，同志们').waitFor();
    await editor.page.keyboard.press('Enter');
    await form.getByText('第 3 行等 2 处').first().waitFor();
    assert.equal(await box('姓氏').inputValue(), '张');
    assert.equal(await box('数字（个）').inputValue(), '15');
  });

  it('closes it with Escape, which fills in nothing, and finds it again half filled', async () => {
    await box('姓氏').focus();
    await editor.page.keyboard.press('Escape');
    await editor.page.locator('iframe.webview').waitFor({ state: 'detached' });
    // The draft is where it was, and once.
    await editor.page.waitForFunction(
      () => document.querySelectorAll('.editor-group-container').length === 1,
    );
    await line('×书记代表×市').waitFor();
    await openForm();
    assert.equal(await box('姓氏').inputValue(), '张');
    await form.getByText('上次填写').first().waitFor();
  });

  it('goes to the place in the draft', async () => {
    await box('地名（镇）').focus();
    await editor.page.keyboard.press('Alt+Enter');
    await editor.page.locator('.editor-instance .monaco-editor.focused').waitFor();
    await box('地名（镇）').focus();
  });

  it('saves the values for other drafts when asked to, not before', async () => {
    const values = join(editor.folder, 'gongwen-values.tsv');
    assert.ok(!existsSync(values));
    await form.getByRole('button', { name: '存为填写值' }).click();
    await form.getByText('已存入').waitFor();
    assert.match(readFileSync(values, 'utf8'), /^【×】书记\t张$/m);
    assert.match(readFileSync(values, 'utf8'), /^【×】市\t榆林$/m);
  });

  it('fills in all answers as one step to undo, and goes on with what is left', async () => {
    await box('姓氏').focus();
    await editor.pressUntil('Control+Enter', line('张书记代表榆林市'));
    await line('2025年3月5日').waitFor();
    await line('15个').waitFor();
    await form.getByText('共 1 项').waitFor();
    await line('张书记代表').click();
    await editor.page.keyboard.press('Control+Z');
    await line('×书记代表×市').waitFor();
    await line('×月×日').waitFor();
    assert.equal(await box('姓氏').inputValue(), '张');
  });

  it('is led through it by Tab: from each answer to its place and on to the next answer', async () => {
    const inputs = form.locator('input');
    await inputs.first().focus();
    await editor.page.keyboard.press('Tab');
    assert.match((await form.locator('button:focus').getAttribute('aria-label')) ?? '', /^在文中查看/);
    await editor.page.keyboard.press('Tab');
    assert.equal(
      await form.locator('input:focus').getAttribute('id'),
      await inputs.nth(1).getAttribute('id'),
    );
  });

  it('finds the saved values in another draft of the folder, and takes them over with one key', async () => {
    await box('姓氏').focus();
    await editor.page.keyboard.press('Escape');
    await editor.page.locator('iframe.webview').waitFor({ state: 'detached' });
    const file = join(editor.folder, '通知.txt');
    writeFileSync(file, '关于召开会议的通知\n各县区：\n请×书记、×局长和×市各县参加。\n');
    await editor.open('通知.txt');
    await line('请×书记').waitFor();
    await editor.waitForSquiggle('error');
    await openForm();
    await form.getByText('来自 gongwen-values.tsv').first().waitFor();
    await form.locator('input').first().focus();
    await editor.pressUntil('Control+Enter', line('请张书记、×局长和榆林市'));
  });
});
