import assert from 'node:assert/strict';
import { patient } from '../host/patience.mjs';
import { useEditor } from './support.mjs';

describe('A person who types with an input method', () => {
  const editor = useEditor({ untitled: true });
  /** @type {import('playwright-core').CDPSession} */
  let devtools;

  before(async () => {
    devtools = await editor.page.context().newCDPSession(editor.page);
    // From the first squiggle on the extension is known to run.
    await editor.typeText('刚才，×书记讲话，');
    await editor.waitForSquiggle('error');
  });

  const squiggles = () => editor.page.locator('.editor-instance .squiggly-error').count();

  /** @param {string} text under composition, which the editor shows behind the last comma */
  async function compose(text) {
    const { length } = text;
    const sent = Date.now();
    await devtools.send('Input.imeSetComposition', { text, selectionStart: length, selectionEnd: length });
    await editor.page.locator('.editor-instance .view-line', { hasText: `，${text}` }).waitFor();
    return sent;
  }

  /**
   * Looked at for so long behind the keys, not behind the moment when they were seen: on a busy machine that may be after the pause.
   *
   * @param {number} count @param {number} sent @param {number} milliseconds @param {string} when
   */
  async function assertStays(count, sent, milliseconds, when) {
    while (Date.now() < sent + milliseconds) {
      const seen = await squiggles();
      if (Date.now() < sent + milliseconds) assert.equal(seen, count, when);
    }
  }

  /** @param {number} count */
  async function waitForSquiggles(count) {
    const from = Date.now();
    while ((await squiggles()) !== count)
      assert.ok(Date.now() - from < patient(5000), `there are ${count} squiggles`);
  }

  /** Letters that stand for so long, in ms, are taken for meant. */
  const PAUSE = 800;
  const LETTERS = ['x', 'xx', "xx's", "xx's'j"];

  /** @returns {Promise<boolean>} whether the keys came before the pause behind the ones before them: a busy machine may hold one up */
  async function composeSlowly() {
    let last = Number.POSITIVE_INFINITY;
    for (const text of LETTERS) {
      const sent = await compose(text);
      if (Date.now() - last >= PAUSE) return false;
      await assertStays(1, sent, PAUSE / 2, `while “${text}” is composed`);
      last = sent;
    }
    return true;
  }

  it('sees no squiggle under the letters, however slowly they come', async () => {
    for (let tries = 0; !(await composeSlowly()); tries++) {
      assert.ok(tries < 10, 'the machine is too busy to type on');
      await devtools.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 });
      await waitForSquiggles(1);
    }
  });

  it('sees what is wrong with the words they turn into at once', async () => {
    await devtools.send('Input.insertText', { text: '×省级，' });
    await waitForSquiggles(2);
  });

  it('sees letters that are left standing underlined after a pause', async () => {
    const sent = await compose('xx');
    await assertStays(2, sent, 500, 'before the pause is over');
    await waitForSquiggles(3);
  });
});
