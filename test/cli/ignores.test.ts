/** Lists of ignores and baselines: written, held to, pruned; what is broken in them is told and stays. */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ADVERT, CLEAN, Folder, GAP, gongwenLint, type RunOptions } from './support.ts';

const LIST = 'gongwen-ignores.tsv';

describe('command line: ignores', () => {
  let folder: Folder;
  beforeEach(() => {
    folder = new Folder();
    mkdirSync(join(folder.path, '稿'));
    folder.write('稿/甲.txt', GAP + ADVERT);
    folder.write('稿/乙.txt', GAP);
  });
  afterEach(() => folder.remove());

  const run = (args: readonly string[], options: RunOptions = {}) =>
    gongwenLint([...args, '稿'], { cwd: folder.path, ...options });
  const list = (name = LIST) => folder.read(name).toString('utf8');
  const entries = (name = LIST) =>
    list(name)
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => line.split('\t').slice(0, 2).join(' '));

  it('--ignores add notes what is found, and it is not reported again', () => {
    const added = run(['--ignores', 'add']);
    assert.equal(added.code, 0);
    assert.match(added.stdout, /2 个文件，没有问题/);
    assert.equal(added.stderr, `已写 ${LIST}：添 3 条，删 0 条\n`);
    assert.deepEqual(entries(), [
      '稿/乙.txt placeholder/unfilled',
      '稿/甲.txt advert/watermark',
      '稿/甲.txt placeholder/unfilled',
    ]);
    assert.deepEqual(run([]), { code: 0, stdout: '✔ 2 个文件，没有问题\n', stderr: '' });
    const before = list();
    assert.match(run(['--ignores', 'add']).stderr, /添 0 条，删 0 条/);
    assert.equal(list(), before);
  });

  it('--only, --quiet and --line choose what is noted', () => {
    run(['--ignores', 'add', '--rule', 'advert:info', '--quiet']);
    assert.deepEqual(entries(), ['稿/乙.txt placeholder/unfilled', '稿/甲.txt placeholder/unfilled']);
    rmSync(join(folder.path, LIST));
    run(['--ignores', 'add', '--line', '2']);
    assert.deepEqual(entries(), ['稿/甲.txt advert/watermark']);
    rmSync(join(folder.path, LIST));
    const { code, stdout } = run(['--ignores', 'add', '--only', 'placeholder']);
    assert.deepEqual(entries(), ['稿/乙.txt placeholder/unfilled', '稿/甲.txt placeholder/unfilled']);
    assert.equal(code, 0);
    assert.match(stdout, /没有问题/);
  });

  it('that match nothing any more are told with their line, and --ignores prune drops them alone', () => {
    run(['--ignores', 'add']);
    folder.write(LIST, `# 说明\n${list()}`);
    folder.write('稿/甲.txt', CLEAN + GAP);
    rmSync(join(folder.path, '稿/乙.txt'));
    const { code, stderr } = run([]);
    assert.equal(code, 0);
    assert.deepEqual(stderr.trimEnd().split('\n'), [
      `gongwen-lint: ${LIST}:3: 文件已不在，这条忽略可删：稿/乙.txt placeholder/unfilled ×`,
      `gongwen-lint: ${LIST}:4: 已没有对应的问题，这条忽略可删：稿/甲.txt advert/watermark ${ADVERT.trimEnd()}`,
      'gongwen-lint: --ignores prune 一并删去',
    ]);
    assert.equal(run(['--quiet']).stderr, '');
    assert.equal(run(['--ignores', 'prune']).stderr, `已写 ${LIST}：添 0 条，删 2 条\n`);
    assert.deepEqual(entries(), ['稿/甲.txt placeholder/unfilled']);
    assert.ok(list().startsWith('# 说明\n'));
    assert.equal(run([]).stderr, '');
  });

  it('of rules that did not run, and of files that were not checked, are left in peace', () => {
    run(['--ignores', 'add']);
    folder.write('稿/甲.txt', CLEAN);
    const before = list();
    run(['--ignores', 'prune', '--rule', 'advert:off', '--rule', 'placeholder:off']);
    assert.equal(list(), before);
    gongwenLint(['--ignores', 'prune', '稿/乙.txt'], { cwd: folder.path });
    assert.equal(list(), before);
  });

  it('--baseline is made, holds, is brought up to date; the list beside the drafts is not touched', () => {
    const absent = run(['--baseline', '基线.tsv']);
    assert.equal(absent.code, 2);
    assert.match(absent.stderr, /没有这个基线；.*--ignores update/);
    assert.equal(run(['--baseline', '基线.tsv', '--ignores', 'update']).code, 0);
    assert.equal(existsSync(join(folder.path, LIST)), false);
    assert.equal(entries('基线.tsv').length, 3);
    assert.equal(run([]).code, 1);
    assert.deepEqual(run(['--baseline', '基线.tsv']), {
      code: 0,
      stdout: '✔ 2 个文件，没有问题\n',
      stderr: '',
    });
    folder.write('稿/甲.txt', `${CLEAN}他说，×局长已到会。\n`);
    folder.write(LIST, '稿/甲.txt\tadvert/watermark\t*\t\n');
    const { stderr } = run(['--baseline', '基线.tsv', '--ignores', 'update']);
    assert.match(stderr, /已写 基线\.tsv：添 1 条，删 2 条/);
    assert.match(stderr, /gongwen-ignores\.tsv:1: 已没有对应的问题/);
    assert.equal(list(), '稿/甲.txt\tadvert/watermark\t*\t\n');
    assert.equal(run(['--baseline', '基线.tsv']).code, 0);
  });

  it('--baseline elsewhere names the files from where it lies', () => {
    mkdirSync(join(folder.path, '设置'));
    assert.equal(run(['--baseline', '设置/基线.tsv', '--ignores', 'update']).code, 0);
    assert.match(list('设置/基线.tsv'), /^\.\.\/稿\/甲\.txt\t/m);
    const elsewhere = gongwenLint(['--baseline', '../设置/基线.tsv', '甲.txt'], {
      cwd: join(folder.path, '稿'),
    });
    assert.equal(elsewhere.code, 0);
  });

  it('--no-ignore shows all: lists and comments', () => {
    folder.write('稿/注.md', `<!-- gongwen-disable-next-line placeholder -->\n${GAP}`);
    run(['--ignores', 'add']);
    assert.equal(run([]).code, 0);
    assert.match(run(['--no-ignore']).stdout, /3 个文件，4 个问题/);
  });

  it('comments in Markdown that hide nothing are told', () => {
    folder.write('稿/注.md', `<!-- gongwen-disable-next-line advert/watermark, placeholder -->\n${GAP}`);
    const { stderr } = run(['--no-config']);
    assert.equal(stderr, 'gongwen-lint: 稿/注.md:1:1: 这条注释没有隐去任何问题，可删：advert/watermark\n');
    assert.match(run([], { env: { LANG: 'en_US.UTF-8' } }).stderr, /this comment hides nothing/);
  });

  it('broken by hand: each line is told, the others hold, and writing keeps what nobody can read', () => {
    run(['--ignores', 'add']);
    folder.write(LIST, `<<<<<<< ours\n${list()}稿/甲.txt\tadvert\n`);
    const { code, stdout, stderr } = run([]);
    assert.equal(code, 2);
    assert.match(stdout, /没有问题/);
    assert.deepEqual(
      stderr
        .trimEnd()
        .split('\n')
        .map((line) => line.replace(/: 不是.*：/, ' ')),
      [`gongwen-lint: ${LIST}:1 <<<<<<< ours`, `gongwen-lint: ${LIST}:6 稿/甲.txt\tadvert`],
    );
    folder.write('稿/乙.txt', CLEAN);
    run(['--ignores', 'update']);
    assert.match(list(), /^<<<<<<< ours\n/);
    assert.match(list(), /^稿\/甲\.txt\tadvert$/m);
    assert.equal(entries().filter((entry) => entry.startsWith('稿/乙')).length, 0);
  });

  it('a baseline broken by hand: each line is told, the others hold, and no writing loses what nobody can read', () => {
    const given = ['--baseline', '基线.tsv'];
    run([...given, '--ignores', 'update']);
    const [head, ...rows] = list('基线.tsv').trimEnd().split('\n');
    const broken = `${head}\n=======\n${rows.join('\n')}\n稿/乙.txt\tplaceholder/unfilled\t\n`;
    folder.write('基线.tsv', broken);
    const { code, stdout, stderr } = run(given);
    assert.equal(code, 2);
    assert.match(stdout, /没有问题/);
    assert.deepEqual(stderr.match(/基线\.tsv:\d+/g), ['基线.tsv:2', `基线.tsv:${rows.length + 3}`]);
    assert.equal(list('基线.tsv'), broken);
    folder.write('稿/乙.txt', CLEAN);
    assert.equal(run([...given, '--ignores', 'prune']).code, 2);
    assert.match(list('基线.tsv'), /^=======$/m);
    assert.match(list('基线.tsv'), /^稿\/乙\.txt\tplaceholder\/unfilled\t$/m);
    assert.equal(list('基线.tsv').trimEnd().split('\n').length, broken.trimEnd().split('\n').length - 1);
    // The list beside the drafts has no part in it.
    assert.equal(existsSync(join(folder.path, LIST)), false);
  });

  it('in another encoding: told, and not written over', () => {
    const gbk = Buffer.from([0xb8, 0xe5, 0x2f, 0xbc, 0xd7, 0x09, 0x0a]);
    folder.write(LIST, gbk);
    const { code, stderr } = run(['--ignores', 'add']);
    assert.equal(code, 2);
    assert.match(stderr, /忽略清单不能读取（不是 UTF-8/);
    assert.deepEqual(folder.read(LIST), gbk);
  });
});
