import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { root, useEditor, webview } from './support.mjs';

describe('A person who is somewhere else than the draft', () => {
  const editor = useEditor({ files: { '讲话稿.txt': '刚才，×书记讲了话。\n' }, open: '讲话稿.txt' });

  it('still sees the counts of the draft, and can call the commands, from the log', async () => {
    await editor.status(/错误 1/).waitFor();
    const log = editor.page.locator(
      '.output-view-container .monaco-editor.focused, .part.panel .monaco-editor.focused',
    );
    await editor.again(async (timeout) => {
      await editor.command('公文校对: 显示日志');
      await log.waitFor({ timeout });
    });
    await editor.status(/错误 1/).waitFor();
    await editor.command('公文校对: 填写占位符');
    const form = webview(editor);
    await form.locator('input:focus').waitFor();
    await editor.page.keyboard.press('Escape');
    await editor.page.locator('iframe.webview').waitFor({ state: 'detached' });
  });

  it('sees no counts once the draft is taken for a program', async () => {
    await editor.page.locator('.editor-instance .view-line').first().click();
    await editor.command('Change Language Mode');
    await editor.page.locator('.quick-input-widget input').fill('Python');
    await editor.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Python' }).first().click();
    await editor.status(/./).waitFor({ state: 'hidden' });
    await editor.command('Change Language Mode');
    await editor.page.locator('.quick-input-widget input').fill('Plain Text');
    await editor.page
      .locator('.quick-input-list .monaco-list-row', { hasText: 'Plain Text' })
      .first()
      .click();
    await editor.status(/错误 1/).waitFor();
  });

  it('is told when no server runs, and can start one from there', async () => {
    /** @type {Set<number>} */
    const killed = new Set();
    // The client starts it anew four times.
    await editor.again(async () => {
      const alive = servers().filter((pid) => !killed.has(pid));
      for (const pid of alive) {
        killed.add(pid);
        process.kill(pid, 'SIGKILL');
      }
      await editor.page.waitForTimeout(50);
      assert.ok(killed.size >= 5, `the server was started anew ${killed.size} times`);
    });
    await editor.status(/没有运行/).waitFor();
    await editor.command('Notifications: Show Notifications');
    const notice = editor.page.locator('.notification-list-item', { hasText: '语言服务器已经停止' });
    await notice.first().hover();
    assert.equal(await editor.page.locator('.notification-list-item').count(), 1, 'nothing else is told');
    await notice.getByText('重启').first().click();
    await editor.status(/错误 1/).waitFor();
    await editor.page.locator('.editor-instance .view-line', { hasText: '刚才，×书记讲了话。' }).waitFor();
  });

  it('is told how a restart went, without a draft in front', async () => {
    await editor.command('Notifications: Clear All Notifications');
    await editor.command('View: Close All Editors');
    await editor.command('公文校对: 重启语言服务器');
    await editor.waitForNotice('语言服务器已重新启动');
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
