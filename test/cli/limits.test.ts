/** Inputs far beyond any draft end with a word, not with an error of the program. */
import assert from 'node:assert/strict';
import { closeSync, openSync } from 'node:fs';
import { Folder, gongwenLint } from './support.ts';

/** UTF-8 bytes that a draft may have. */
const MOST_BYTES = 64 * 1024 * 1024;

describe('command line: limits', function () {
  this.timeout(60_000);

  it('standard input is read no further than a file may be long', () => {
    const folder = new Folder();
    // Not by a pipe: what writes into one that nobody reads any more fails itself.
    const stdin = openSync(folder.write('稿.txt', Buffer.alloc(MOST_BYTES + 100_000, 'a')), 'r');
    try {
      const { code, stderr } = gongwenLint(['--stdin'], { stdin });
      assert.equal(code, 2);
      assert.match(stderr, /<stdin>: 文件太大/);
    } finally {
      closeSync(stdin);
      folder.remove();
    }
  });

  it('more findings than a call has room for are printed', () => {
    const nowhere = openSync('/dev/null', 'w');
    try {
      const input = '新任×书记到会。\n'.repeat(130_000);
      const { code, stderr } = gongwenLint(['--stdin', '--format', 'json'], { input, stdout: nowhere });
      assert.deepEqual({ code, stderr }, { code: 1, stderr: '' });
    } finally {
      closeSync(nowhere);
    }
  });
});
