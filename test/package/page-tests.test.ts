/** The runner of page tests: a test without end is a failure of its own file, and told as one. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runPageTests } from '../editor/host/page-tests.mjs';

describe('A page test without end', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'gongwen-page-tests-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const run = (name: string, body: string, retries = 0) => {
    const file = join(folder, `${name}.test.mjs`);
    writeFileSync(
      file,
      `describe('${name}', () => { it('passes', () => {}); ${body}; it('comes after', () => {}); });`,
    );
    return runPageTests(file, { bound: 2000, retries, stdio: 'ignore' });
  };

  it('that waits is ended, and those behind it are not run', async () => {
    const counts = await run('waits', `it('waits', () => new Promise((done) => setTimeout(done, 1e9)))`);
    assert.deepEqual(counts, { passed: 1, failed: 1, skipped: 1 });
  });

  it('that lets nothing else run is ended with its process', async () => {
    const counts = await run('blocks', `it('blocks', () => { for (;;); })`);
    assert.deepEqual(counts, { passed: 0, failed: 1, skipped: 0 });
  });

  it('that fails once is tried again, from the beginning of its file', async () => {
    const mark = JSON.stringify(join(folder, 'mark'));
    const body = `it('fails once', async () => { const fs = await import('node:fs'); if (!fs.existsSync(${mark})) { fs.writeFileSync(${mark}, ''); throw new Error('not yet'); } })`;
    assert.deepEqual(await run('stumbles', body, 1), { passed: 3, failed: 0, skipped: 0 });
  });
});
