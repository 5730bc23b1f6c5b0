import assert from 'node:assert/strict';
import { useEditor } from './support.mjs';

const TEXT = '刚才，×书记讲了话。\n';

describe('A workspace of several folders', () => {
  const folders = ['甲', '乙', '丙'].map((path) => ({ path }));
  const editor = useEditor({
    files: {
      '甲/甲稿.txt': TEXT,
      '甲/.vscode/settings.json': '{ "gongwen.rules": { "placeholder/unfilled": "warning" } }',
      '乙/乙稿.txt': TEXT,
      '丙/丙稿.txt': TEXT,
      '丙/.vscode/settings.json': '{ "gongwen.exclude": ["丙稿.txt"] }',
      '稿.code-workspace': JSON.stringify({ folders }),
    },
    workspace: '稿.code-workspace',
  });

  it('has the settings of each folder for the drafts in it', async () => {
    await editor.open('甲稿.txt');
    await editor.status(/错误 0，警告 1/).waitFor();
    await editor.open('乙稿.txt');
    await editor.status(/错误 1，警告 0/).waitFor();
    // The third is left out: nothing of it is shown.
    await editor.open('丙稿.txt');
    await editor.status(/./).waitFor({ state: 'hidden' });
    await editor.open('甲稿.txt');
    await editor.status(/错误 0，警告 1/).waitFor();
  });
});

describe('A workspace that nobody trusts', () => {
  const editor = useEditor({
    files: {
      '稿.txt': `${TEXT}会后，×市长讲了话。\n`,
      'gongwen-lint.json': '{ "rules": { "placeholder/unfilled": "warning" } }',
    },
    open: '稿.txt',
    underlined: 'warning',
    trusted: false,
    settings: {
      'security.workspace.trust.enabled': true,
      'security.workspace.trust.startupPrompt': 'never',
    },
  });

  it('has its drafts checked, with its own configuration, which is data only', async () => {
    await editor.page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
    await editor.status(/错误 0，警告 2/).waitFor();
  });

  it('does not warn that they are in Chinese', async () => {
    // Until VS Code has read the defaults of the extension, it does.
    await editor.command('View: Close All Editors');
    await editor.open('稿.txt');
    await editor.waitForSquiggle('warning');
    // The second after which it would have drawn boxes around them.
    await editor.page.waitForTimeout(1000);
    assert.equal(await editor.page.locator('.unicode-highlight').count(), 0);
    assert.equal(await editor.page.getByText('non-basic ASCII').count(), 0);
  });
});
