import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { useEditor } from './support.mjs';

const DRAFT =
  '刚才，×书记讲了话。\n墨海文库整理，咨询QQ100200300\n会后，×市长作了安排。\n全县新建二个文化广场,群众满意。\n';

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

  /** An action of the view's title. @param {string} name */
  async function chooseInTitle(name) {
    await editor.again(async (timeout) => {
      await pane().locator('.pane-header').hover({ timeout });
      await pane().getByRole('button', { name }).first().click({ timeout });
    });
  }
  const labels = async () => (await pane().locator('.monaco-list-row').allTextContents()).join('\n');

  it('has them listed by rule, and in the order of the text', async () => {
    const picked = (/** @type {string} */ text) =>
      editor.page.locator('.quick-input-widget .monaco-list-row', { hasText: text }).first();
    await chooseInTitle('按类、按规则或按位置列出');
    await picked('按规则').click();
    await pane().locator('[aria-level="2"]').first().waitFor({ state: 'detached' });
    await row(/未填写的占位符\s*3/).waitFor();
    await chooseInTitle('按类、按规则或按位置列出');
    await picked('按文中的位置').click();
    await row(/“×”未填写.*第 1 行/).waitFor();
    const lines = [...(await labels()).matchAll(/第 (\d+) 行/g)].map(([, line]) => Number(line));
    assert.ok(lines.length >= 5);
    assert.deepEqual(
      lines,
      [...lines].sort((a, b) => a - b),
    );
  });

  it('has only those shown that have some words, until all are wanted again', async () => {
    await chooseInTitle('筛选');
    await editor.page.locator('.quick-input-widget input').fill('半角');
    await editor.page.keyboard.press('Enter');
    await row('“×”未填写').waitFor({ state: 'detached' });
    await row(/半角/).waitFor();
    await pane().getByText('只列出含“半角”的问题').waitFor();
    await chooseInTitle('取消筛选，显示全部');
    await row('“×”未填写').waitFor();
  });

  it('has one of them mended without going there', async () => {
    const comma = row(/半角/);
    await editor.again(async (timeout) => {
      await comma.hover({ timeout });
      await comma.getByLabel('修复此处').click({ timeout });
      await editor.page
        .locator('.editor-instance .view-line', { hasText: '文化广场，群众满意' })
        .waitFor({ timeout });
    });
    await row(/半角/).waitFor({ state: 'detached' });
  });

  it('has one of them ignored there, and takes it back among what is ignored', async () => {
    const list = join(editor.folder, 'gongwen-ignores.tsv');
    const two = row(/二个/);
    const choice = editor.page.locator('.quick-input-widget .monaco-list-row', { hasText: '忽略此处的' });
    await editor.again(async (timeout) => {
      await editor.page.keyboard.press('Escape');
      await two.hover({ timeout });
      await two.getByLabel('忽略…').click({ timeout });
      await choice.first().click({ timeout });
    });
    await two.waitFor({ state: 'detached' });
    assert.match(readFileSync(list, 'utf8'), /numerals\/two/);

    await editor.command('公文校对: 忽略管理');
    const ignored = editor.page.locator('.quick-input-widget .monaco-list-row', { hasText: '讲话稿.txt' });
    await ignored.first().hover();
    await ignored.first().getByLabel('撤销这条忽略').click();
    await two.waitFor();
    assert.ok(!existsSync(list) || !readFileSync(list, 'utf8').includes('numerals/two'));
    await editor.page.keyboard.press('Escape');
  });
});
