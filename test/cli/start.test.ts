/** The program starts from what V8 made of it at the build, and without that too. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cacheOf, compile } from '../../host/start.ts';
import { program } from './support.ts';

const dist = dirname(program);
const bundle = join(dist, 'cli-main.js');

describe('the start of command line and server', () => {
  for (const name of ['cli-main.js', 'server-main.js']) {
    it(`uses the code that the build made (${name})`, () => {
      const started = join(dist, name);
      assert.equal(compile(started, readFileSync(cacheOf(started))).cachedDataRejected, false);
    });
  }

  it('goes without it, and with one of another V8', () => {
    const folder = mkdtempSync(join(tmpdir(), 'gongwen-lint-start-'));
    try {
      for (const file of ['cli.js', 'cli-main.js', 'words.bin', 'packed.bin', 'pages.json', 'package.json'])
        copyFileSync(join(dist, file), join(folder, file));
      const check = () =>
        execFileSync(
          process.execPath,
          [join(folder, 'cli.js'), '--format', 'json', '--no-config', '--stdin'],
          {
            input: '新任×书记到会。\n',
            encoding: 'utf8',
          },
        );
      const run = () => {
        try {
          return check();
        } catch (error) {
          return (error as { stdout: string }).stdout;
        }
      };
      const without = run();
      assert.match(without, /placeholder\/unfilled/);
      writeFileSync(join(folder, 'cli-main.cache'), 'of another V8');
      assert.equal(run(), without);
      cpSync(cacheOf(bundle), join(folder, 'cli-main.cache'));
      assert.equal(run(), without);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
