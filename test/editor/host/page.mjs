/** An ordinary editor in a page, for what only a person's eyes and hands would find out. */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { ensureEditor, ensureWebEditor } from '../../../scripts/setup-editor.mjs';
import { launchBrowser } from './browser.mjs';
import { patient } from './patience.mjs';
import { createProfile, LOCALE, QUIET } from './profile.mjs';
import { installExtension, startServer } from './server.mjs';
import { serveWeb } from './web.mjs';

/** Milliseconds of one wait; the first one includes the start of the extension. A wait ends before the test that waits does. */
const PATIENCE = 12_000;

/**
 * @typedef {object} PageOptions
 * @property {string} [folder]     the workspace, absolute as all paths here …
 * @property {string} [workspace]  … or a `.code-workspace`
 * @property {boolean} [trusted]   false for a workspace in restricted mode
 * @property {string} [file]  to show at the start
 * @property {string} [extensionDevelopmentPath]  the extension, from its sources …
 * @property {string} [vsix]                      … or packaged
 * @property {Record<string, unknown>} [settings]
 * @property {string} [locale]  the language of the editor; Chinese, that of the people the extension is for, unless it is said
 * @property {{ width: number, height: number }} [viewport]
 */

/** @typedef {Awaited<ReturnType<typeof openPage>>} EditorPage */

/** @param {PageOptions} options */
export async function openPage({
  folder,
  workspace,
  trusted = true,
  file,
  extensionDevelopmentPath,
  vsix,
  settings,
  locale,
  viewport,
}) {
  const editor = await ensureEditor();
  const profile = createProfile({ settings, locale });
  if (vsix) installExtension(editor, profile.extensions, vsix);
  const server = await startServer(editor, profile, { trusted, locale });
  const browser = await launchBrowser(editor.chromium);

  const close = async () => {
    await browser.close();
    server.stop();
    profile.remove();
  };

  try {
    const page = await browser.newPage({
      viewport: viewport ?? { width: 1280, height: 800 },
      // Pictures for a README are looked at on screens of high density.
      deviceScaleFactor: 1.5,
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    page.setDefaultTimeout(patient(PATIENCE));
    const url = server.url({
      ...(folder && { folder }),
      ...(workspace && { workspace }),
      ...(file && { file }),
      ...(extensionDevelopmentPath && { extensionDevelopmentPath }),
    });
    await page.goto(url);
    await Promise.race([page.locator('.monaco-workbench .statusbar-item').first().waitFor(), server.failure]);
    if (file) await page.locator('.editor-instance .view-line').first().waitFor();
    return { page, close, ...helpers(page) };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * An editor in the browser alone, with a workspace in memory.
 *
 * @param {{ extension: string, files: Record<string, string | Uint8Array>, file?: string }} options  as for `serveWeb`
 */
export async function openWebPage(options) {
  const { chromium } = await ensureEditor();
  const server = await serveWeb({ vscode: await ensureWebEditor(), settings: QUIET, ...options });
  const browser = await launchBrowser(chromium);
  const close = async () => {
    await browser.close();
    server.stop();
  };
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: LOCALE });
    page.setDefaultTimeout(patient(PATIENCE));
    await page.goto(server.url);
    await page.locator('.monaco-workbench .statusbar-item').first().waitFor();
    return { page, close, ...helpers(page) };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * Does something again and again until it succeeds, for as long as one wait may last: each time with twice the time. What does not succeed in
 * the end fails with its last reason.
 *
 * @param {(timeout: number, tries: number) => Promise<unknown>} attempt  is given the milliseconds that each of its waits may take
 */
async function again(attempt) {
  const until = Date.now() + patient(PATIENCE);
  for (let tries = 1; ; tries++) {
    try {
      await attempt(Math.min(500 * 2 ** tries, patient(PATIENCE)), tries);
      return;
    } catch (error) {
      if (Date.now() > until) throw error;
    }
  }
}

/** @param {import('playwright-core').Page} page */
function helpers(page) {
  const quickInput = page.locator('.quick-input-widget');

  return {
    again,

    /**
     * Runs a command by the title that the palette shows for it. An open palette does not learn of commands that come while it is
     * open, as those of extensions do in the first seconds: then it is opened anew.
     *
     * @param {string} title
     */
    async command(title) {
      // The palette shows other commands until it has caught up with the text.
      const row = quickInput.locator('.monaco-list-row').filter({ hasText: title }).first();
      await again(async (timeout, tries) => {
        if (tries > 1) await page.keyboard.press('Escape');
        await page.keyboard.press('F1');
        await quickInput.locator('input.input').fill(`>${title}`, { timeout });
        await row.click({ timeout });
      });
    },

    /**
     * Presses a key until what it should bring is there: on a busy machine a key press may be lost, or come before the editor
     * knows what to show.
     *
     * @param {string} key
     * @param {import('playwright-core').Locator} wanted
     */
    async pressUntil(key, wanted) {
      await again(async (timeout) => {
        await page.keyboard.press(key);
        await wanted.first().waitFor({ timeout });
      });
    },

    /** Waits for a notice, which may have gone from sight. @param {string | RegExp} text */
    async waitForNotice(text) {
      const notice = page.locator('.notification-list-item', { hasText: text }).first();
      await again(async (timeout) => {
        await this.command('Notifications: Show Notifications');
        await notice.waitFor({ timeout });
      });
      await page.keyboard.press('Escape');
    },

    /** Opens a file of the workspace by its name, and waits until it is in front. @param {string} name */
    async open(name) {
      await page.keyboard.press('Control+P');
      await quickInput.locator('input.input').fill(name);
      await quickInput.locator('.monaco-list-row', { hasText: name }).first().click();
      await page.locator('.tab.active', { hasText: name }).waitFor();
    },

    /** Our entry in the status bar, by what it reads to those who cannot see it. @param {RegExp} text */
    status: (text) =>
      page.locator('[id="gongwen-lint.gongwen-lint.gongwen.status"]').getByLabel(text).first(),

    /** @param {string} text typed at the caret, as from a keyboard */
    async typeText(text) {
      await page.keyboard.type(text);
    },

    /** @param {'error' | 'warning' | 'info'} [severity] */
    async waitForSquiggle(severity = 'error') {
      await page.locator(`.editor-instance .squiggly-${severity}`).first().waitFor({ state: 'attached' });
    },

    /** @param {string} path of the PNG; its folder is made */
    async screenshot(path) {
      mkdirSync(dirname(path), { recursive: true });
      await page.screenshot({ path, animations: 'disabled', caret: 'initial' });
    },
  };
}
