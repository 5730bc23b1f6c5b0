import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openPage } from '../host/page.mjs';

const root = resolve(import.meta.dirname, '../../..');

describe('A person who is somewhere else than the draft', () => {
  /** @type {string} */
  let folder;
  /** @type {import('../host/page.mjs').EditorPage} */
  let editor;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'gongwen-ui-'));
    const file = join(folder, '讲话稿.txt');
    writeFileSync(file, '刚才，×书记讲了话。\n');
    editor = await openPage({ folder, file, extensionDevelopmentPath: root });
    await editor.waitForSquiggle('error');
  });

  after(async () => {
    await editor?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The entry in the status bar, by what it reads to those who cannot see it. @param {RegExp} text */
  const status = (text) =>
    editor.page.locator('[id="gongwen-lint.gongwen-lint.gongwen.status"]').getByLabel(text).first();

  it('still sees the counts of the draft, and can call the commands, from the log', async () => {
    await status(/错误 1/).waitFor();
    await editor.command('公文校对: 显示日志');
    await editor.page
      .locator('.output-view-container .monaco-editor.focused, .part.panel .monaco-editor.focused')
      .waitFor();
    await status(/错误 1/).waitFor();
    await editor.command('公文校对: 填写占位符');
    const form = editor.page.frameLocator('iframe.webview').frameLocator('#active-frame');
    await form.locator('input:focus').waitFor();
    await editor.page.keyboard.press('Escape');
    await editor.page.locator('iframe.webview').waitFor({ state: 'detached' });
  });

  it('sees no counts once the draft is taken for a program', async () => {
    await editor.page.locator('.editor-instance .view-line').first().click();
    await editor.command('Change Language Mode');
    await editor.page.locator('.quick-input-widget input').fill('JavaScript');
    await editor.page
      .locator('.quick-input-list .monaco-list-row', { hasText: 'JavaScript' })
      .first()
      .click();
    await status(/./).waitFor({ state: 'hidden' });
    await editor.command('Change Language Mode');
    await editor.page.locator('.quick-input-widget input').fill('Plain Text');
    await editor.page
      .locator('.quick-input-list .monaco-list-row', { hasText: 'Plain Text' })
      .first()
      .click();
    await status(/错误 1/).waitFor();
  });

  it('is told when no server runs, and can start one from there', async () => {
    /** @type {Set<number>} */
    const killed = new Set();
    // The client starts it anew four times.
    while (killed.size < 5) {
      for (const pid of servers()) {
        if (killed.has(pid)) continue;
        killed.add(pid);
        process.kill(pid, 'SIGKILL');
      }
      await editor.page.waitForTimeout(50);
    }
    await status(/没有运行/).waitFor();
    await editor.command('Notifications: Show Notifications');
    const notice = editor.page.locator('.notification-list-item', { hasText: '语言服务器已经停止' });
    await notice.first().hover();
    await notice.getByText('重启').first().click();
    await status(/错误 1/).waitFor();
    await editor.page.locator('.editor-instance .view-line', { hasText: '刚才，×书记讲了话。' }).waitFor();
  });
});

/** The language servers among the processes that this one has started. */
function servers() {
  const processes = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' })
    .split('\n')
    .flatMap((line) => {
      const [, pid, parent, args] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
      return args === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), args }];
    });
  const own = new Set([process.pid]);
  for (let size = 0; size < own.size; ) {
    size = own.size;
    for (const { pid, parent } of processes) if (own.has(parent)) own.add(pid);
  }
  const module = join(root, 'dist/server.js');
  return processes.filter(({ pid, args }) => own.has(pid) && args.includes(module)).map(({ pid }) => pid);
}
