import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { wordDraft } from '../wordDraft.mjs';
import { useEditor, webview } from './support.mjs';

const OLD = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const DRAFT = wordDraft('刚才，×书记讲了话。', '墨海文库整理，咨询QQ100200300', '会后，×市长作了安排。');

describe('A person with Word documents', () => {
  const editor = useEditor({
    files: {
      '稿件.docx': DRAFT,
      '旧稿.doc': OLD,
      '旧稿.wps': OLD,
      '稿件.odt': zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.text') }, { level: 0 }),
      '稿件.pdf': '%PDF-1.7\n',
    },
    packaged: true,
  });

  /**
   * Opens a file by an entry of the menu that a right click in the Explorer brings up. In the first seconds the menu has no entries of
   * extensions, and in its first tenth of a second it takes no click: then it is opened anew.
   *
   * @param {string} file @param {string} entry
   */
  async function choose(file, entry) {
    const row = editor.page.locator('.explorer-folders-view .monaco-list-row', { hasText: file }).first();
    const item = editor.page.locator('.monaco-menu .action-item', { hasText: entry }).first();
    await editor.again(async (timeout) => {
      await editor.page.keyboard.press('Escape');
      await row.click({ button: 'right', timeout });
      await item.hover({ timeout });
      await item.click({ timeout });
      await editor.page.locator('.tab.active', { hasText: file }).waitFor({ timeout });
    });
  }

  it('opens one from the Explorer’s menu, and goes from finding to finding', async () => {
    await choose('稿件.docx', '检查 Word 文档');
    const page = webview(editor);
    await page.getByText('墨海文库整理，咨询QQ100200300').first().waitFor();
    assert.equal(await page.locator('section').count(), 3);
    await page.getByRole('button', { name: '下一处' }).click();
    assert.equal(await page.locator('mark.current').first().textContent(), '×');
    await page.getByRole('button', { name: '下一处' }).click();
    assert.match((await page.locator('mark.current').first().textContent()) ?? '', /墨海文库/);
  });

  /** Answers the dialog that asks where to. @param {string} path */
  async function saveTo(path) {
    await webview(editor).getByRole('button', { name: '导出批注稿' }).click();
    const box = editor.page.locator('.quick-input-widget input').first();
    // It comes with a name of its own, a moment after the box.
    await editor.page.waitForFunction(() =>
      document.querySelector('.quick-input-widget input')?.value.endsWith('.docx'),
    );
    await box.fill(path);
    await editor.page.keyboard.press('Enter');
  }

  it('has a reviewed copy written where the dialog says', async () => {
    const copy = join(editor.folder, '批注稿.docx');
    await saveTo(copy);
    await editor.page
      .locator('.explorer-folders-view .monaco-list-row', { hasText: '批注稿.docx' })
      .waitFor();
    await editor.waitForNotice(/批注 \d+ 条，修订 1 处/);
    assert.ok(unzipSync(readFileSync(copy))['word/comments.xml']);
    assert.deepEqual(new Uint8Array(readFileSync(join(editor.folder, '稿件.docx'))), DRAFT);
  });

  for (const [file, said] of /** @type {const} */ ([
    ['旧稿.doc', '旧格式的 Word 或 WPS 文档'],
    ['旧稿.wps', '旧格式的 Word 或 WPS 文档'],
    ['稿件.odt', 'OpenDocument 文档'],
  ])) {
    it(`is told what can be done with ${file}`, async () => {
      await editor.command('View: Close All Editors');
      await editor.open(file);
      await webview(editor).getByText(said).waitFor();
    });
  }

  it('is told what can be done with a PDF, from the Explorer’s menu', async () => {
    await editor.command('View: Close All Editors');
    await choose('稿件.pdf', '检查 Word 文档');
    await webview(editor).getByText('请检查它的 Word 原稿').waitFor();
  });
});
