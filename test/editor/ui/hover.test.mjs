import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openPage } from '../host/page.mjs';

const root = resolve(import.meta.dirname, '../../..');

describe('A person who asks what is wrong', () => {
  /** @type {string} */
  let folder;
  /** @type {import('../host/page.mjs').EditorPage} */
  let editor;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'gongwen-ui-'));
    const file = join(folder, '讲话稿.txt');
    writeFileSync(file, '×书记讲了话。\n');
    editor = await openPage({ folder, file, extensionDevelopmentPath: root });
    await editor.waitForSquiggle('error');
  });

  after(async () => {
    await editor?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('reads it in the hover, and comes from there to the rule’s page inside the editor', async () => {
    const { page } = editor;
    const squiggle = await page.locator('.editor-instance .squiggly-error').first().boundingBox();
    if (!squiggle) throw new Error('there is no squiggle');
    await page.mouse.move(squiggle.x + squiggle.width / 2, squiggle.y + squiggle.height / 2, { steps: 3 });
    await page.locator('.monaco-hover:visible', { hasText: '未填写' }).first().waitFor();
    await page.locator('.monaco-hover a:visible', { hasText: 'placeholder/unfilled' }).first().click();
    await page.locator('.tab', { hasText: 'unfilled.md' }).first().waitFor();
  });
});
