/** What the tests that drive a page begin with: a folder with drafts, and an editor on it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { openPage, openWebPage } from '../host/page.mjs';

export const root = resolve(import.meta.dirname, '../../..');

/**
 * @typedef {object} Setting
 * @property {Record<string, string | Uint8Array>} [files]  what is in the folder, by path
 * @property {string} [open]       the draft that is shown at the start, and the severity of what is found in it …
 * @property {'error' | 'warning'} [underlined]
 * @property {boolean} [untitled]  … or one that is still to be written
 * @property {boolean} [packaged]  with the package that is tested, if one is, instead of the checkout
 * @property {string} [workspace]  a `.code-workspace` among the files, instead of the folder
 */

/** @typedef {import('../host/page.mjs').EditorPage & { folder: string }} UsedEditor */

/**
 * An editor on a folder of its own, for the tests of the `describe` that calls this; both are gone behind them. What is open is
 * underlined before the first test: from then on the extension is known to run.
 *
 * @param {Setting & Pick<import('../host/page.mjs').PageOptions, 'trusted' | 'locale' | 'settings'>} setting
 * @returns {UsedEditor} filled in before the first test
 */
export function useEditor({
  files = {},
  open,
  underlined = 'error',
  untitled,
  packaged,
  workspace,
  ...options
}) {
  const editor = /** @type {UsedEditor} */ ({});

  before(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gongwen-ui-'));
    editor.folder = folder;
    for (const [name, content] of Object.entries(files)) {
      const path = join(folder, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
    }
    const page = await openPage({
      ...(workspace ? { workspace: join(folder, workspace) } : { folder }),
      ...(open && { file: join(folder, open) }),
      ...(packaged && process.env.GONGWEN_TEST_VSIX
        ? { vsix: process.env.GONGWEN_TEST_VSIX }
        : { extensionDevelopmentPath: root }),
      ...options,
    });
    Object.assign(editor, page);
    if (open) await editor.waitForSquiggle(underlined);
    if (untitled) {
      await editor.command('File: New Untitled Text File');
      await editor.page.locator('.editor-instance .view-line').first().waitFor();
    }
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await keepPicture(editor, this.currentTest.title);
  });

  after(async () => {
    await editor.close?.();
    if (editor.folder) rmSync(editor.folder, { recursive: true, force: true });
  });

  return editor;
}

/**
 * As {@link useEditor}, of the browser alone: the files are in memory.
 *
 * @param {{ files: Record<string, string | Uint8Array>, open: string }} setting
 * @returns {import('../host/page.mjs').EditorPage}
 */
export function useWebEditor({ files, open }) {
  const editor = /** @type {import('../host/page.mjs').EditorPage} */ ({});
  before(async () => {
    Object.assign(editor, await openWebPage({ extension: root, files, file: open }));
    await editor.waitForSquiggle();
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await keepPicture(editor, this.currentTest.title);
  });
  after(() => editor.close?.());
  return editor;
}

/** @param {import('../host/page.mjs').EditorPage} editor @param {string} title */
async function keepPicture(editor, title) {
  const picture = join(root, 'dist-test/editor/failed', `${title.replace(/[/\\]/g, '-')}.png`);
  await editor.screenshot(picture);
  console.log(`      what was to be seen: ${picture}`);
}

/** The one page of ours that is shown in the editor: a form, a report, a Word document. @param {UsedEditor} editor */
export function webview({ page }) {
  return page.frameLocator('iframe.webview').frameLocator('#active-frame');
}
