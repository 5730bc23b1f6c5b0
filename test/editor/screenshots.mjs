#!/usr/bin/env node
/**
 * Takes the pictures of the documentation: `node test/editor/screenshots.mjs [--only PICTURE]… [--theme THEME] [DRAFT] [OUTPUT_FOLDER]`.
 * Taken from a real editor, they cannot show what the product does not do.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runMain, SetupError } from '../../scripts/setup-editor.mjs';
import { onCleanup } from './host/cleanup.mjs';
import { openPage } from './host/page.mjs';
import { wordDraft } from './wordDraft.mjs';

const root = resolve(import.meta.dirname, '../..');

/** Which of the underlines in sight opens its menu, counted from 0; a line of a longer finding counts by itself. */
const QUICK_FIX_AT = 2;

/** Milliseconds: somebody waits for the pictures. */
const PATIENCE = 40_000;

/** @typedef {import('./host/page.mjs').EditorPage} EditorPage */

/**
 * @typedef {object} Picture
 * @property {(editor: EditorPage) => Promise<unknown>} arrange  what to do in a freshly opened draft before the picture is taken
 * @property {string} [theme]
 * @property {boolean} [word]  of the draft as a Word document
 * @property {boolean} [packaged]  with `gongwen-lint.vsix` installed, instead of the checkout
 */

/** By file name. Those in `guide/` are for the documentation alone and are not packed. @type {Record<string, Picture>} */
const PICTURES = {
  problems: { arrange: showProblems },
  'quick-fix': { arrange: showQuickFixes },
  'fill-placeholders': { arrange: showForm },
  results: { arrange: showResults },
  word: { arrange: showWord, word: true },
  'guide/dark': { arrange: showQuickFixes, theme: 'Default Dark Modern' },
  'guide/high-contrast': { arrange: showProblems, theme: 'Default High Contrast' },
  'guide/high-contrast-light': { arrange: showResults, theme: 'Default High Contrast Light' },
  'guide/details': { arrange: showDetails, packaged: true },
  'guide/walkthrough': { arrange: showWalkthrough },
  'guide/hover': { arrange: showHover },
  'guide/language-status': { arrange: showLanguageStatus },
};

await runMain(async () => {
  const { values, positionals } = parseArgs({
    options: { only: { type: 'string', multiple: true }, theme: { type: 'string' } },
    allowPositionals: true,
  });
  const draft = resolve(positionals[0] ?? firstSample());
  const output = resolve(positionals[1] ?? join(root, 'docs/images'));
  for (const [name, { arrange, packaged, word, ...picture }] of Object.entries(PICTURES)) {
    if (values.only && !values.only.includes(name)) continue;
    const theme = values.theme ?? picture.theme;
    const editor = await openPage({
      ...(word ? { folder: wordFolder(draft) } : { folder: dirname(draft), file: draft }),
      ...(packaged && { vsix: join(root, 'gongwen-lint.vsix') }),
      ...(!packaged && { extensionDevelopmentPath: root }),
      ...(theme && { settings: { 'workbench.colorTheme': theme } }),
      viewport: { width: 1200, height: 750 },
    });
    editor.page.setDefaultTimeout(PATIENCE);
    try {
      if (!word) await editor.waitForSquiggle();
      await arrange(editor);
      const path = join(output, `${name}.png`);
      await editor.screenshot(path);
      console.log(path);
    } catch (error) {
      // What was in sight says more than what was waited for.
      await editor.screenshot(join(tmpdir(), 'gongwen-picture-failed.png'));
      throw error;
    } finally {
      await editor.close();
    }
  }
  process.exit(0);
});

function firstSample() {
  const folder = join(root, 'samples');
  const draft = existsSync(folder) && readdirSync(folder).find((name) => name.endsWith('.txt'));
  if (!draft)
    throw new SetupError('There is no draft in samples/; name one: node test/editor/screenshots.mjs DRAFT');
  return join(folder, draft);
}

/** A folder with the draft as a Word document: the page of its text, without what stands above the title. @param {string} draft */
function wordFolder(draft) {
  const folder = mkdtempSync(join(tmpdir(), 'gongwen-picture-'));
  onCleanup(() => rmSync(folder, { recursive: true, force: true }));
  const lines = readFileSync(draft, 'utf8').split('\n').slice(12);
  const escaped = lines.map((line) => line.replaceAll('&', '&amp;').replaceAll('<', '&lt;'));
  writeFileSync(join(folder, '讲话稿.docx'), wordDraft(...escaped));
  return folder;
}

/** @param {EditorPage} editor */
async function showWord({ page, command, open }) {
  await open('讲话稿.docx');
  await command('View: Toggle Primary Side Bar Visibility');
  const document = page.frameLocator('iframe.webview').frameLocator('#active-frame');
  await document.locator('#next').click();
  await document.locator('mark.current').first().waitFor();
}

/** @param {EditorPage} editor */
async function showProblems({ page, command }) {
  await command('View: Toggle Primary Side Bar Visibility');
  await command('Problems: Focus on Problems View');
  await page.locator('.markers-panel .monaco-list-row').nth(1).waitFor();
}

/** @param {EditorPage} editor */
async function showQuickFixes({ page, command, pressUntil }) {
  await command('View: Toggle Primary Side Bar Visibility');
  await clickSquiggle(page);
  // Out of the way, or the hover comes up beside the menu.
  await page.mouse.move(0, 0);
  await pressUntil('Control+.', page.locator('.action-widget .monaco-list-row'));
}

/** @param {import('playwright-core').Page} page */
async function clickSquiggle(page) {
  const squiggle = await page.locator('.editor-instance .squiggly-error').nth(QUICK_FIX_AT).boundingBox();
  if (!squiggle) throw new SetupError(`The draft shows fewer than ${QUICK_FIX_AT + 1} errors.`);
  await page.mouse.click(squiggle.x + squiggle.width / 2, squiggle.y + squiggle.height / 2);
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
  const bounded = form.locator('.question', { hasText: '尚未开工' }).last();
  await bounded.locator('input').fill('9');
  await bounded.locator('input').scrollIntoViewIfNeeded();
  await form.locator('.question.doubtful', { hasText: '尚未开工' }).first().waitFor();
  // The answers are shown in the draft a moment later.
  await page.locator('.editor-instance .view-line', { hasText: '1256.3' }).first().waitFor();
}

/** @param {EditorPage} editor */
async function showResults({ page, command }) {
  await command('Explorer: Focus on 校对结果 View');
  await page
    .locator('.pane[aria-label^="校对结果"] .monaco-list-row, .pane .monaco-list-row')
    .nth(3)
    .waitFor();
}

/** @param {EditorPage} editor */
async function showDetails({ page, command }) {
  await command('Extensions: Show Installed Extensions');
  await page.locator('.extensions-list .monaco-list-row', { hasText: '公文校对' }).first().click();
  await page.locator('.extension-editor .icon-container, .extension-editor .icon').first().waitFor();
  const readme = page.frameLocator('iframe.webview.ready').frameLocator('iframe');
  await readme.getByText('文稿不出本机').first().waitFor();
}

/** @param {EditorPage} editor */
async function showWalkthrough({ page, command }) {
  await command('Welcome: Open Walkthrough...');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: '公文校对' }).first().click();
  await page.locator('.getting-started-detail-container, .gettingStartedDetailsContent').first().waitFor();
}

/** @param {EditorPage} editor */
async function showHover({ page, command }) {
  await command('View: Toggle Primary Side Bar Visibility');
  await clickSquiggle(page);
  await command('Show or Focus Hover');
  await page.locator('.monaco-hover .hover-contents').first().waitFor();
}

/** @param {EditorPage} editor */
async function showLanguageStatus({ page }) {
  await page.locator('[id="status.languageStatus"]').first().hover();
  await page.locator('.monaco-hover', { hasText: '文种' }).first().waitFor();
}
