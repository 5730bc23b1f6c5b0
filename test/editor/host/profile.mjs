/**
 * A fresh VS Code profile in a temporary folder: nothing of the person's own settings and
 * extensions gets into a test, and nothing of a test stays.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onCleanup } from './cleanup.mjs';

/** Keeps VS Code quiet, so that what a test or a picture shows comes from the extension. */
export const QUIET = {
  'workbench.startupEditor': 'none',
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'window.confirmBeforeClose': 'never',
  'files.autoSave': 'off',
  'editor.fontSize': 15,
  'editor.minimap.enabled': false,
};

/**
 * The language of the people the extension is for. Its own texts follow it; the language pack that
 * would turn VS Code's texts into Chinese comes from a gallery, so those stay English.
 */
export const LOCALE = 'zh-cn';

/**
 * @typedef {object} Profile
 * @property {string} userData
 * @property {string} extensions
 * @property {() => void} remove
 */

/**
 * @param {object} [options]
 * @param {Record<string, unknown>} [options.settings]  on top of the quiet ones
 * @param {string} [options.locale]
 * @returns {Profile}
 */
export function createProfile({ settings = {}, locale = LOCALE } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'gongwen-editor-'));
  // VS Code may still be writing while it is being ended.
  const remove = onCleanup(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  const userData = join(folder, 'user-data');
  const extensions = join(folder, 'extensions');
  mkdirSync(join(userData, 'User'), { recursive: true });
  mkdirSync(extensions);
  writeFileSync(
    join(userData, 'User', 'settings.json'),
    JSON.stringify({ ...QUIET, ...settings }, undefined, 2),
  );
  if (locale !== 'en') writeLanguagePack(userData, locale);
  return { userData, extensions, remove };
}

/**
 * VS Code takes up a locale only when a language pack for it is registered; this one is empty.
 *
 * @param {string} userData
 * @param {string} locale
 */
function writeLanguagePack(userData, locale) {
  const translation = join(userData, 'language-pack.json');
  writeFileSync(translation, JSON.stringify({ contents: {} }));
  const extensions = [{ extensionIdentifier: { id: 'gongwen-lint.empty-language-pack' }, version: '0.0.0' }];
  const pack = { hash: 'empty', label: locale, extensions, translations: { vscode: translation } };
  writeFileSync(join(userData, 'languagepacks.json'), JSON.stringify({ [locale]: pack }));
}
