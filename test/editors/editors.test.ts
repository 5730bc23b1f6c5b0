/** Other editors, run for real with the set-up that docs/editors gives: diagnostics, code actions, typing, fixes on saving. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const DRAFT = '刚才，×书记作了讲话。\n会议强调,各级各部门要狠抓落实。\n';

/** By what: the values that the script in the editor said, in order. */
type Said = Record<string, unknown>;

describe('other editors', function () {
  this.timeout(120_000);
  let folder: string;
  let draft: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'gongwen-lint-editors-'));
    draft = join(folder, '讲话稿.txt');
    writeFileSync(draft, DRAFT);
    // The server as `npm install -g` would put it.
    const server = join(folder, 'gongwen-language-server');
    writeFileSync(server, `#!/bin/sh\nexec "${process.execPath}" "${join(root, 'dist/server.js')}" "$@"\n`, {
      mode: 0o755,
    });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function run(test: Mocha.Context, program: string, args: readonly string[]): Said {
    assert.ok(existsSync(join(root, 'dist/server.js')), 'built by npm run build');
    if (spawnSync(program, ['--version']).error) {
      console.log(`      ${program} is not installed`);
      test.skip();
    }
    const { stdout, stderr } = spawnSync(program, args, {
      cwd: folder,
      encoding: 'utf8',
      timeout: 110_000,
      env: {
        PATH: `${folder}:${process.env.PATH}`,
        HOME: folder,
        XDG_STATE_HOME: folder,
        LANG: 'C.UTF-8',
        DRAFT: draft,
      },
    });
    const lines = stdout.split('\n').filter((line) => line.startsWith('{"what"'));
    const said = Object.fromEntries(
      lines.map((line) => {
        const { what, value } = JSON.parse(line);
        return [what, value];
      }),
    );
    assert.ok(said.clean, `${stdout}\n${stderr}`);
    return said;
  }

  function check({ actions, written }: Said): void {
    assert.ok(
      (actions as string[]).some((title) => title.includes('忽略')),
      String(actions),
    );
    assert.deepEqual(written, ['刚才，李书记作了讲话。', '会议强调，各级各部门要狠抓落实。']);
  }

  /** After the draft was saved under another name: edits are of that name and of one version, and the old file is left alone. */
  function checkRenamed({ renamed, versioned, stale, saved }: Said): void {
    assert.match(decodeURI((renamed as { uri: string }).uri), /改名稿\.txt$/);
    assert.deepEqual([versioned, stale], [true, true]);
    const { new: now, old } = saved as { new: string[]; old: string[] };
    assert.equal(now[0], '刚才，王书记作了讲话。', 'mended on saving');
    assert.ok(now.some((line) => line.startsWith('另，')));
    assert.deepEqual(old, ['刚才，李书记作了讲话。', '会议强调，各级各部门要狠抓落实。']);
  }

  it('Neovim', function () {
    const said = run(this, 'nvim', [
      ...['--headless', '-u', 'NONE', '-i', 'NONE', '-n'],
      ...['-c', `luafile ${join(root, 'docs/editors/neovim.lua')}`],
      ...['-c', `luafile ${join(root, 'test/editors/neovim.lua')}`],
    ]);
    check(said);
    checkRenamed(said);
    const [first, second] = said.diagnostics as Record<string, unknown>[];
    // Neovim counts bytes.
    assert.deepEqual([first!.line, first!.from, first!.to], [0, 9, 11]);
    assert.match(String(first!.message), /未填写/);
    assert.equal(first!.source, 'gongwen');
    assert.equal(second!.line, 1);
    assert.equal((said.typed as unknown[]).length, 1);
  });

  it('Emacs', function () {
    const said = run(this, 'emacs', [
      ...['--batch', '--eval', '(progn (require (quote package)) (package-initialize))'],
      ...['-l', join(root, 'docs/editors/emacs.el'), '-l', join(root, 'test/editors/emacs.el')],
    ]);
    check(said);
    checkRenamed(said);
    const [from, to, message] = (said.diagnostics as [number, number, string][])[0]!;
    // Emacs counts characters from 1.
    assert.deepEqual([from, to], [4, 5]);
    assert.match(message, /未填写/);
  });
});
