/** What a terminal shows: columns where a Han character takes two, colours only where they are wanted. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { padEnd, padStart, rowOf, widthOf } from '../../cli/columns.ts';
import { ADVERT, Folder, GAP, gongwenLint, program } from './support.ts';

const ESC = '\u001b';
/** What takes the line of progress away, which is no colour. */
const ERASE = `${ESC}[K`;
const COUNT = '坚决打好四场攻坚战。\n一要打好招商攻坚战。\n二要打好项目攻坚战。\n三要打好环境攻坚战。\n';

describe('command line: a terminal', () => {
  let folder: Folder;
  beforeEach(() => {
    folder = new Folder();
    folder.write('稿.txt', GAP + ADVERT + COUNT);
  });
  afterEach(() => folder.remove());

  it('columns count two for a Han character, one for a letter', () => {
    assert.equal(widthOf('警告 warning'), 12);
    assert.equal(padEnd('错误', 6), '错误  ');
    assert.equal(padStart('错误', 6), '  错误');
    assert.equal(rowOf('一二三四', 8), '一二三四');
    assert.equal(rowOf('一二三四', 7), '一二三…');
    assert.equal(rowOf('一二三四', 6), '一二…');
  });

  it('levels, messages and rules stand in columns, in both languages', () => {
    for (const LANG of ['zh_CN.UTF-8', 'en_US.UTF-8']) {
      const { stdout } = gongwenLint(['--rule', 'numbering:info', '稿.txt'], {
        cwd: folder.path,
        env: { LANG },
      });
      const rows = stdout.split('\n').filter((line) => /^ {2}\d+:\d+/.test(line));
      assert.equal(rows.length, 3);
      const columnOf = (row: string, part: RegExp) => widthOf(row.slice(0, part.exec(row)!.index));
      const rules = rows.map((row) => columnOf(row, /[a-z]+\/[a-z]+$/));
      const messages = rows.map((row) => columnOf(row, /(?<=^ +\d+:\d+ +\S+ +)\S/));
      assert.equal(new Set(messages).size, 1, stdout);
      // Rules stand in a column, but for those behind messages that are wider than it.
      assert.equal(Math.min(...rules), rules[0], stdout);
      assert.ok(rules[0]! - messages[0]! > 60);
    }
  });

  it('colours: on a terminal, not where NO_COLOR forbids, in a pipe only where FORCE_COLOR asks', function () {
    const inPipe = (env: Record<string, string>) =>
      gongwenLint(['稿.txt'], { cwd: folder.path, env }).stdout.includes(ESC);
    assert.equal(inPipe({}), false);
    assert.equal(inPipe({ FORCE_COLOR: '1' }), true);
    assert.equal(inPipe({ FORCE_COLOR: '0' }), false);
    if (spawnSync('script', ['--version']).error) this.skip();
    const onTerminal = (env: Record<string, string>) =>
      spawnSync(
        'script',
        ['-qec', `"${process.execPath}" "${program}" --only advert 稿.txt < /dev/null`, '/dev/null'],
        {
          cwd: folder.path,
          encoding: 'utf8',
          env: { PATH: process.env.PATH, TERM: 'xterm-256color', ...env },
        },
      )
        .stdout.replaceAll(ERASE, '')
        .includes(ESC);
    assert.equal(onTerminal({}), true);
    assert.equal(onTerminal({ NO_COLOR: '1' }), false);
    assert.equal(onTerminal({ TERM: 'dumb' }), false);
  });
});
