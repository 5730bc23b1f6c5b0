/** Folders, globs and lists of names: which drafts are checked, in which order. */
import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { CLEAN, Folder, GAP, gongwenLint } from './support.ts';

describe('command line: which drafts', () => {
  let folder: Folder;
  beforeEach(() => {
    folder = new Folder();
    for (const path of ['讲话/旧', 'node_modules']) mkdirSync(join(folder.path, path), { recursive: true });
    for (const file of ['甲.txt', '讲话/乙.md', '讲话/旧/丙.txt', '讲话/图.png', 'node_modules/丁.txt'])
      folder.write(file, CLEAN);
  });
  afterEach(() => folder.remove());

  const checked = (args: readonly string[], input?: string) => {
    const options = { cwd: folder.path, ...(input === undefined ? {} : { input }) };
    const { stdout } = gongwenLint(['--format', 'jsonl', ...args], options);
    return stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line).filePath.slice(folder.path.length + 1));
  };

  it('of a folder are all below it, sorted', () => {
    assert.deepEqual(checked(['.']), ['甲.txt', '讲话/乙.md', '讲话/旧/丙.txt']);
    assert.deepEqual(checked(['讲话']), ['讲话/乙.md', '讲话/旧/丙.txt']);
  });

  it('of a glob are those that fit; a glob of nothing is told', () => {
    assert.deepEqual(checked(['**/*.txt']), ['甲.txt', '讲话/旧/丙.txt']);
    const { code, stderr } = gongwenLint(['*.doc'], { cwd: folder.path });
    assert.equal(code, 2);
    assert.match(stderr, /\*\.doc: 文件不存在/);
  });

  it('are each counted once where links lead to them, round in a circle too', () => {
    symlinkSync('.', join(folder.path, '讲话/自己'));
    symlinkSync('甲.txt', join(folder.path, '链接.txt'));
    assert.equal(checked(['.']).length, 3);
    assert.deepEqual(checked(['链接.txt']), ['链接.txt']);
  });

  it('standard input is none that is named -', () => {
    const { code, stderr } = gongwenLint(['-'], { cwd: folder.path });
    assert.equal(code, 2);
    assert.match(stderr, /--stdin/);
  });

  it('are not those of ignore files, unless they are named', () => {
    folder.write('.gitignore', '旧/\n');
    folder.write('讲话/.gongwenignore', '*.md\n');
    assert.deepEqual(checked(['.']), ['甲.txt']);
    assert.deepEqual(checked(['讲话/旧/丙.txt', '.']), ['讲话/旧/丙.txt', '甲.txt']);
  });

  it('may be listed in a file or on standard input', () => {
    folder.write('清单.lst', '甲.txt\r\n\n讲话/乙.md\n');
    assert.deepEqual(checked(['--files-from', '清单.lst']), ['甲.txt', '讲话/乙.md']);
    assert.deepEqual(checked(['--files-from', '-'], '讲话/乙.md\n'), ['讲话/乙.md']);
    const { code, stderr } = gongwenLint(['--files-from', '无.lst'], { cwd: folder.path });
    assert.equal(code, 2);
    assert.match(stderr, /无\.lst: 文件不存在/);
  });

  it('--quiet leaves remarks out', () => {
    const file = folder.write('稿.txt', GAP);
    const run = (...args: string[]) =>
      JSON.parse(gongwenLint(['--format', 'json', '--rule', 'placeholder:info', ...args, file]).stdout)[0]
        .messages.length;
    assert.deepEqual([run(), run('--quiet')], [1, 0]);
  });
});
