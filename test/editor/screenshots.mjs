#!/usr/bin/env node
/**
 * Takes the pictures of the README: `node test/editor/screenshots.mjs [--only PICTURE] [--theme THEME] [DRAFT] [OUTPUT_FOLDER]`.
 * Taken from a real editor, they cannot show what the product does not do.
 */
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runMain, SetupError } from '../../scripts/setup-editor.mjs';
import { openPage } from './host/page.mjs';

const root = resolve(import.meta.dirname, '../..');

/** Which of the underlines in sight opens its menu, counted from 0; a line of a longer finding counts by itself. */
const QUICK_FIX_AT = 3;

/** @typedef {import('./host/page.mjs').EditorPage} EditorPage */

/** File name → what to do in a freshly opened draft before the picture is taken. */
const PICTURES = {
  problems: showProblems,
  'quick-fix': showQuickFixes,
  'fill-placeholders': showForm,
  results: showResults,
};

await runMain(async () => {
  const { values, positionals } = parseArgs({
    options: { only: { type: 'string' }, theme: { type: 'string' } },
    allowPositionals: true,
  });
  const draft = resolve(positionals[0] ?? firstSample());
  const output = resolve(positionals[1] ?? join(root, 'docs/images'));
  for (const [name, arrange] of Object.entries(PICTURES)) {
    if (values.only && name !== values.only) continue;
    const editor = await openPage({
      folder: dirname(draft),
      file: draft,
      extensionDevelopmentPath: root,
      viewport: { width: 1200, height: 750 },
      ...(values.theme && { settings: { 'workbench.colorTheme': values.theme } }),
    });
    try {
      await editor.waitForSquiggle();
      await arrange(editor);
      const path = join(output, `${name}.png`);
      await editor.screenshot(path);
      console.log(path);
    } finally {
      await editor.close();
    }
  }
});

function firstSample() {
  const folder = join(root, 'samples');
  const draft = existsSync(folder) && readdirSync(folder).find((name) => name.endsWith('.txt'));
  if (!draft)
    throw new SetupError('There is no draft in samples/; name one: node test/editor/screenshots.mjs DRAFT');
  return join(folder, draft);
}

/** @param {EditorPage} editor */
async function showProblems({ page, command }) {
  await command('View: Toggle Primary Side Bar Visibility');
  await command('Problems: Focus on Problems View');
  await page.locator('.markers-panel .monaco-list-row').nth(1).waitFor();
}

/** @param {EditorPage} editor */
async function showQuickFixes({ page, command }) {
  await command('View: Toggle Primary Side Bar Visibility');
  const squiggle = await page.locator('.editor-instance .squiggly-error').nth(QUICK_FIX_AT).boundingBox();
  if (!squiggle) throw new SetupError(`The draft shows fewer than ${QUICK_FIX_AT + 1} errors.`);
  await page.mouse.click(squiggle.x + squiggle.width / 2, squiggle.y + squiggle.height / 2);
  // Out of the way, or the hover comes up beside the menu.
  await page.mouse.move(0, 0);
  await page.keyboard.press('Control+.');
  await page.locator('.action-widget .monaco-list-row').first().waitFor();
}

/** @param {EditorPage} editor */
async function showForm({ page, command, typeText }) {
  await command('View: Toggle Primary Side Bar Visibility');
  await command('公文校对: 填写占位符');
  const form = page.frameLocator('iframe.webview').frameLocator('#active-frame');
  await form.locator('input:focus').waitFor();
  for (const answer of ['李', '赵', '张', '榆林', '', '2025年3月', '1256.3']) {
    await typeText(answer);
    await page.keyboard.press('Enter');
  }
  // A bound of the draft: five are left, not nine.
  const bounded = form.locator('.question', { hasText: '尚未开工' }).locator('input').last();
  await bounded.fill('9');
  await bounded.scrollIntoViewIfNeeded();
  await form.locator('.doubtful').first().waitFor();
}

/** @param {EditorPage} editor */
async function showResults({ page, command }) {
  await command('Explorer: Focus on 校对结果 View');
  await page
    .locator('.pane[aria-label^="校对结果"] .monaco-list-row, .pane .monaco-list-row')
    .nth(3)
    .waitFor();
}
