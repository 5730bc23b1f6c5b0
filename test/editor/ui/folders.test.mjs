import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openPage } from '../host/page.mjs';

const root = resolve(import.meta.dirname, '../../..');
const TEXT = '刚才，×书记讲了话。\n';

/** @type {string} */
let folder;
/** @type {import('../host/page.mjs').EditorPage} */
let editor;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongwen-ui-'));
});
afterEach(async () => {
  await editor?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** @param {string} name @param {string} text */
function write(name, text) {
  mkdirSync(join(folder, name, '..'), { recursive: true });
  writeFileSync(join(folder, name), text);
}

/** The entry in the status bar, by what it reads to those who cannot see it. @param {RegExp} text */
const status = (text) =>
  editor.page.locator('[id="gongwen-lint.gongwen-lint.gongwen.status"]').getByLabel(text).first();

/** Opens a file by its name. @param {string} name */
async function open(name) {
  await editor.page.keyboard.press('Control+P');
  await editor.page.locator('.quick-input-widget input').fill(name);
  await editor.page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().click();
  await editor.page.locator('.tab.active', { hasText: name }).waitFor();
}

describe('A workspace of several folders', () => {
  it('has the settings of each folder for the drafts in it', async () => {
    write('甲/甲稿.txt', TEXT);
    write('甲/.vscode/settings.json', '{ "gongwen.rules": { "placeholder/unfilled": "warning" } }');
    write('乙/乙稿.txt', TEXT);
    write('丙/丙稿.txt', TEXT);
    write('丙/.vscode/settings.json', '{ "gongwen.exclude": ["丙稿.txt"] }');
    const folders = ['甲', '乙', '丙'].map((path) => ({ path }));
    write('稿.code-workspace', JSON.stringify({ folders }));
    editor = await openPage({ workspace: join(folder, '稿.code-workspace'), extensionDevelopmentPath: root });
    await open('甲稿.txt');
    await status(/错误 0，警告 1/).waitFor();
    await open('乙稿.txt');
    await status(/错误 1，警告 0/).waitFor();
    // The third is left out: nothing of it is shown.
    await open('丙稿.txt');
    await status(/./).waitFor({ state: 'hidden' });
    await open('甲稿.txt');
    await status(/错误 0，警告 1/).waitFor();
  });
});

describe('A workspace that nobody trusts', () => {
  it('has its drafts checked, with its own configuration, which is data only', async () => {
    write('稿.txt', `${TEXT}会后，×市长讲了话。\n`);
    write('gongwen-lint.json', '{ "rules": { "placeholder/unfilled": "warning" } }');
    editor = await openPage({
      folder,
      trusted: false,
      file: join(folder, '稿.txt'),
      extensionDevelopmentPath: root,
      settings: {
        'security.workspace.trust.enabled': true,
        'security.workspace.trust.startupPrompt': 'never',
      },
    });
    await editor.page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
    await status(/错误 0，警告 2/).waitFor();
  });
});
