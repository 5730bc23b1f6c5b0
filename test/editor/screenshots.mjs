#!/usr/bin/env node
/**
 * Takes the pictures of the README: `node test/editor/screenshots.mjs [DRAFT] [OUTPUT_FOLDER]`.
 * Taken from a real editor, they cannot show what the product does not do.
 */
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { runMain, SetupError } from '../../scripts/setup-editor.mjs';
import { openPage } from './host/page.mjs';

const root = resolve(import.meta.dirname, '../..');

/** @typedef {import('./host/page.mjs').EditorPage} EditorPage */

/** File name → what to do in a freshly opened draft before the picture is taken. */
const PICTURES = {
  problems: showProblems,
  'quick-fix': showQuickFixes,
  'fill-placeholders': askForPlaceholder,
};

await runMain(async () => {
  const draft = resolve(process.argv[2] ?? firstSample());
  const output = resolve(process.argv[3] ?? join(root, 'docs/images'));
  for (const [name, arrange] of Object.entries(PICTURES)) {
    const editor = await openPage({
      folder: dirname(draft),
      file: draft,
      extensionDevelopmentPath: root,
      viewport: { width: 1200, height: 750 },
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
  await command('Go to Next Problem in Files');
  // The peek that comes with it would cover the text.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+.');
  await page.locator('.action-widget .monaco-list-row').first().waitFor();
}

/** @param {EditorPage} editor */
async function askForPlaceholder({ page, command }) {
  await command('View: Toggle Primary Side Bar Visibility');
  await command('公文校对: 填写占位符');
  await page.locator('.quick-input-widget .quick-input-message').waitFor();
}
