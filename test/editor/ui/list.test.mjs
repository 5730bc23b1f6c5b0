import assert from 'node:assert/strict';
import { useEditor } from './support.mjs';

describe('A person who writes a list with an input method', () => {
  const editor = useEditor({ untitled: true });
  /** @type {import('playwright-core').CDPSession} */
  let devtools;

  before(async () => {
    devtools = await editor.page.context().newCDPSession(editor.page);
    // From the first squiggle on the extension is known to run.
    await commit('刚才，×书记讲了话。');
    await editor.waitForSquiggle('error');
    await editor.page.keyboard.press('Enter');
  });

  /**
   * Waits for pale text. VS Code does not ask for any while it takes the writer to be composing, which these events may leave it in: then the
   * last character is written again.
   *
   * @param {string} text @param {string} last
   */
  async function waitForPale(text, last) {
    const pale = editor.page.locator('.ghost-text-decoration', { hasText: text }).first();
    for (let tries = 1; ; tries++) {
      try {
        return await pale.waitFor({ timeout: 2000 });
      } catch (error) {
        if (tries === 10) throw error;
      }
      await editor.page.keyboard.press('Backspace');
      await editor.typeText(last);
    }
  }

  const squiggles = () =>
    editor.page.locator('.editor-instance :is(.squiggly-error, .squiggly-warning)').count();

  /** Letters under composition, then the words they turn into. @param {string} text @param {string} [letters] */
  async function commit(text, letters = 'xx') {
    for (let length = 1; length <= letters.length; length++)
      await devtools.send('Input.imeSetComposition', {
        text: letters.slice(0, length),
        selectionStart: length,
        selectionEnd: length,
      });
    await devtools.send('Input.insertText', { text });
  }

  it('sees nothing underlined while members are still to come', async () => {
    for (const words of ['同志们，', '我们要抓好', '三项重点任务。', '一要', '抓项目', '；']) {
      await commit(words);
      assert.equal(await squiggles(), 1, words);
    }
  });

  it('is offered the next mark as pale text, which Tab takes and Enter does not', async () => {
    await waitForPale('二要', '；');
    await editor.page.keyboard.press('Tab');
    await editor.page.locator('.view-line', { hasText: '一要抓项目；二要' }).first().waitFor();
    await commit('抓招商', 'zhua');
    assert.equal(await squiggles(), 1);
  });

  it('is told after a pause that one is missing, and no more once it is written', async () => {
    await commit('。');
    await editor.page.waitForFunction(
      () =>
        document.querySelectorAll('.editor-instance :is(.squiggly-error, .squiggly-warning)').length === 2,
    );
    await commit('三要抓环境。', 'san');
    await editor.page.waitForFunction(
      () =>
        document.querySelectorAll('.editor-instance :is(.squiggly-error, .squiggly-warning)').length === 1,
    );
  });

  it('begins a new line without taking what is offered', async () => {
    await waitForPale('四要', '。');
    await editor.page.keyboard.press('Enter');
    await editor.typeText('会议很重要。');
    await editor.page
      .locator('.view-line', { hasText: /^会议很重要。$/ })
      .first()
      .waitFor();
  });
});
