/** Many files: in threads, from a cache, driven by another engine; always the same output in the same order. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { FORMATTERS, type OutputFormat } from '../../cli/formats.ts';
import { messagesFor } from '../../cli/messages.ts';
import { Progress } from '../../cli/progress.ts';
import { familyOf, rules } from '../../rules/index.ts';
import { ADVERT, CLEAN, Folder, GAP, gongwenLint, program } from './support.ts';

const ALL_RULES = [...new Set(rules.map(({ id }) => familyOf(id)))].flatMap((family) => ['--only', family]);

/** Five pages. */
function longDraft(seed: number): string {
  const line = (i: number) =>
    `会议强调，各级各部门要狠抓落实，全年完成投资${seed + i}亿元，同比增长${i % 9}.${seed % 10}%，其中民间投资${i}亿元。\n`;
  return Array.from({ length: 60 }, (_, i) => line(i)).join('');
}

const isThere = (command: string) => spawnSync(command, ['--version']).error === undefined;

describe('command line: many files', () => {
  let folder: Folder;
  beforeEach(() => {
    folder = new Folder();
  });
  afterEach(() => folder.remove());

  const drafts = (count: number) => {
    for (let i = 0; i < count; i++) {
      const text = CLEAN.repeat(i % 5) + (i % 3 === 0 ? GAP : '') + (i % 4 === 0 ? ADVERT : '');
      folder.write(`稿${String(i).padStart(4, '0')}.txt`, text);
    }
  };
  const run = (args: readonly string[], env: Record<string, string> = {}) =>
    gongwenLint(args, { cwd: folder.path, env });

  describe('--jobs', () => {
    for (const format of Object.keys(FORMATTERS) as OutputFormat[]) {
      it(`says the same as one thread does, in the same order: ${format}`, () => {
        drafts(7);
        folder.write('稿0003.txt', Buffer.from([0x89, 0x50, 0, 0]));
        const args = ['--format', format, '没有.txt', '.'];
        const alone = run(['--jobs', '1', ...args]);
        assert.equal(alone.code, 2);
        assert.deepEqual(run(['--jobs', '3', ...args]), alone);
      });
    }

    it('fixes, times, and tells a mistake in the configuration once', () => {
      drafts(9);
      folder.write('gongwen-lint.json', '{ "kindd": "speech" }');
      const { code, stderr, stdout } = run(['--jobs', '2', '--fix', '--stats', '.']);
      assert.equal(code, 2);
      assert.equal(stderr.match(/kindd/g)?.length, 1);
      assert.match(stderr, /9 个文件.*每秒/);
      assert.match(stderr, /placeholder\/unfilled/);
      assert.equal(stdout.match(/已修复 1 处/g)?.length, 3);
      assert.doesNotMatch(folder.read('稿0004.txt').toString(), /QQ/);
    });

    it('a thread that dies costs the file it was at, no other', () => {
      drafts(6);
      // As a fault of Node or of an add-on would.
      const fault = folder.write(
        'fault.cjs',
        `const fs = require('node:fs'); const { openSync } = fs;
         if (!require('node:worker_threads').isMainThread)
           fs.openSync = (path, ...rest) => String(path).includes('0002') ? process.exit(7) : openSync(path, ...rest);`,
      );
      const { code, stdout, stderr } = run(['--jobs', '2', '--format', 'jsonl', '.'], {
        NODE_OPTIONS: `--require=${fault}`,
      });
      assert.equal(code, 2);
      assert.equal(stdout.trimEnd().split('\n').length, 5);
      assert.match(stderr, /^gongwen-lint: 稿0002\.txt: 检查此文件的线程意外结束（exit 7）.*其余文件照常\n$/);
    });

    for (const jobs of ['1', '2']) {
      it(`a text that comes to no end is given up, and the others go on (--jobs ${jobs})`, function () {
        this.timeout(60_000);
        drafts(40);
        folder.write('稿0005.txt', `死循环${ADVERT}`);
        // As a pattern gone wild would, with less patience than there is.
        const fault = folder.write(
          'fault.cjs',
          `const { Script } = require('node:vm'); const { runInThisContext } = Script.prototype;
           Script.prototype.runInThisContext = function (options) {
             return runInThisContext.call(this, options?.timeout ? { ...options, timeout: 2000 } : options);
           };
           const { toString } = Buffer.prototype;
           Buffer.prototype.toString = function (...how) {
             const text = toString.apply(this, how);
             while (text.startsWith('死循环'));
             return text;
           };`,
        );
        const args = ['--jobs', jobs, '--format', 'jsonl', '--fix', '.'];
        const { code, stdout, stderr } = run(args, { NODE_OPTIONS: `--require=${fault}` });
        assert.equal(code, 2);
        assert.match(stderr, /^gongwen-lint: 稿0005\.txt: [^\n]*\n$/);
        const names = stdout
          .trimEnd()
          .split('\n')
          .map((line) => basename(JSON.parse(line).filePath));
        const all = readdirSync(folder.path).filter((name) => name.endsWith('.txt'));
        assert.deepEqual(names, all.filter((name) => name !== '稿0005.txt').sort());
        assert.match(folder.read('稿0005.txt').toString(), /QQ/);
        assert.doesNotMatch(folder.read('稿0004.txt').toString(), /QQ/);
        assert.doesNotMatch(folder.read('稿0008.txt').toString(), /QQ/);
      });
    }

    it('checks 1,000 files; how much faster two threads are is printed', function () {
      this.timeout(180_000);
      for (let i = 0; i < 1000; i++) folder.write(`稿${i}.txt`, longDraft(i));
      const timed = (jobs: string) => {
        const from = performance.now();
        const { stdout } = run(['--jobs', jobs, '--format', 'jsonl', ...ALL_RULES, '.']);
        return { stdout, seconds: (performance.now() - from) / 1000 };
      };
      const one = timed('1');
      const two = timed('2');
      assert.equal(one.stdout.trimEnd().split('\n').length, 1000);
      assert.equal(two.stdout, one.stdout);
      const ratio = (one.seconds / two.seconds).toFixed(2);
      console.log(
        `      1,000 files: ${one.seconds.toFixed(1)} s, --jobs 2: ${two.seconds.toFixed(1)} s (×${ratio})`,
      );
    });
  });

  describe('--cache', () => {
    const cached = (...args: string[]) => run(['--cache', ...args, '.']);
    const kept = () => {
      const location = join(folder.path, '.gongwen-lint-cache');
      const files = readdirSync(location).filter((name) => name.endsWith('.json'));
      return new Map(files.sort().map((name) => [name, statSync(join(location, name)).ino]));
    };
    const changed = (before: Map<string, number>) =>
      [...kept()].filter(([name, ino]) => before.get(name) !== ino).length;

    it('keeps what was found, and checks anew what has changed: text, settings, options', () => {
      drafts(4);
      const plain = run(['.']);
      assert.deepEqual(cached(), plain);
      const first = kept();
      assert.equal(first.size, 4);
      assert.deepEqual(cached(), plain);
      assert.equal(changed(first), 0);
      folder.write('稿0001.txt', GAP);
      assert.match(cached().stdout, /4 个文件，4 个问题/);
      assert.equal(changed(first), 1);
      const second = kept();
      folder.write('gongwen-lint.json', '{ "rules": { "advert": "off" } }');
      assert.match(cached().stdout, /4 个文件，3 个问题/);
      assert.equal(changed(second), 4);
      const third = kept();
      assert.match(cached('--rule', 'placeholder:hint').stdout, /建议 3/);
      assert.equal(changed(third), 4);
      // Version control sees nothing of it.
      assert.equal(folder.read('.gongwen-lint-cache/.gitignore').toString(), '*\n');
    });

    it('knows unused ignores again, and what could not be checked is not kept', () => {
      drafts(2);
      folder.write('坏.txt', Buffer.from([0x89, 0x50, 0, 0]));
      run(['--ignores', 'add', '.']);
      folder.write('稿0000.txt', CLEAN);
      const first = cached();
      assert.match(first.stderr, /已没有对应的问题/);
      assert.match(first.stderr, /坏\.txt: 不是文本文件/);
      assert.deepEqual(cached(), first);
      assert.equal(kept().size, 2);
    });

    it('broken by hand is told, and checked and kept anew', () => {
      drafts(3);
      const { stdout } = cached();
      const location = join(folder.path, '.gongwen-lint-cache');
      const [first, second] = [...kept().keys()].map((name) => join(location, name));
      writeFileSync(first!, '{"key":');
      const text = readFileSync(second!, 'utf8');
      assert.match(text, /"files":1/);
      writeFileSync(second!, text.replace('"files":1', '"files":2'));
      const again = cached();
      assert.equal(again.stdout, stdout);
      assert.equal(again.stderr.match(/缓存已损坏，已重新检查并重写/g)?.length, 2);
      assert.equal(cached().stderr, '');
    });

    it('that cannot be written is told, and the check goes on without', () => {
      drafts(1);
      const file = folder.write('占用', '');
      const { code, stdout, stderr } = run(['--cache-location', join(file, '缓存'), '.']);
      assert.equal(code, 1);
      assert.match(stdout, /2 个问题/);
      assert.match(stderr, /缓存不能写入（ENOTDIR），这次不用缓存；可用 --cache-location/);
    });
  });

  describe('another engine', () => {
    const list = (count: number) => {
      drafts(count);
      return folder.write('清单', run(['--list-rules']) && `${readdirSync(folder.path).sort().join('\n')}\n`);
    };

    it('GNU parallel hands out the list, and gathers the lines of one run', function () {
      this.timeout(60_000);
      if (!isThere('parallel')) {
        console.log('      parallel is not installed');
        this.skip();
      }
      const names = list(10);
      const whole = run(['--files-from', '清单', '--format', 'jsonl']);
      const command = `parallel --pipe -N 4 --jobs 2 --keep-order "${process.execPath}" "${program}" --only advert/watermark --only placeholder/unfilled --only numbering/count --files-from - --format jsonl < "${names}"`;
      const { stdout } = spawnSync('bash', ['-c', command], {
        cwd: folder.path,
        encoding: 'utf8',
        env: { PATH: process.env.PATH, HOME: folder.path },
      });
      assert.equal(stdout, whole.stdout);
      assert.equal(stdout.trimEnd().split('\n').length, 10);
    });

    it('--resume goes on where a run was cut off', () => {
      list(6);
      const args = ['--files-from', '清单', '--format', 'jsonl', '--resume', '结果.jsonl'];
      const whole = run(args).stdout;
      const lines = whole.split('\n');
      folder.write('结果.jsonl', `${lines.slice(0, 4).join('\n')}\n${lines[4]!.slice(0, 20)}`);
      const { stdout, stderr } = run(args);
      assert.equal(stdout, `\n${lines.slice(4).join('\n')}`);
      assert.match(stderr, /已有结果的 4 个文件不再检查/);
      folder.write('结果.jsonl', whole);
      assert.equal(run(args).stdout, '');
    });
  });

  describe('progress', () => {
    it('is one row of the terminal, and gone before anything else is said', () => {
      const written: string[] = [];
      let now = 0;
      const terminal = { columns: 40, write: (text: string) => written.push(text) };
      const progress = new Progress(terminal, 4, messagesFor({}), () => now);
      progress.advance('太早.txt');
      assert.deepEqual(written, []);
      now = 1000;
      progress.advance('讲话\u001b稿.txt');
      progress.advance('太快.txt');
      progress.clear();
      progress.clear();
      assert.deepEqual(written, ['\r\u001b[K[##########..........] 已检查 2/4  讲…', '\r\u001b[K']);
      new Progress(undefined, 4, messagesFor({}), () => (now += 1000)).advance('稿.txt');
    });

    it('is shown on a terminal, and never in a pipe', function () {
      if (!isThere('script')) this.skip();
      drafts(3);
      // Each look at the clock is a second later.
      const clock = folder.write(
        'clock.cjs',
        'let now = 0n; process.hrtime.bigint = () => (now += 1_000_000_000n);',
      );
      const env = { PATH: process.env.PATH, NODE_OPTIONS: `--require=${clock}`, TERM: 'xterm' };
      const shown = (term: string) =>
        spawnSync(
          'script',
          ['-qec', `"${process.execPath}" "${program}" --only advert . < /dev/null`, '/dev/null'],
          {
            cwd: folder.path,
            encoding: 'utf8',
            env: { ...env, TERM: term },
          },
        ).stdout;
      const out = shown('xterm');
      assert.match(out, /已检查 3\/3/);
      assert.ok(out.lastIndexOf('\u001b[K') < out.indexOf('3 个文件'));
      assert.doesNotMatch(shown('dumb'), /已检查/);
      assert.doesNotMatch(run(['.'], { NODE_OPTIONS: env.NODE_OPTIONS }).stderr, /已检查/);
    });
  });

  it('files below folders come in one order', () => {
    for (const name of ['乙', '甲', 'b', 'a']) {
      mkdirSync(join(folder.path, name));
      folder.write(`${name}/稿.txt`, GAP);
    }
    const order = (jobs: string) =>
      run(['--jobs', jobs, '--format', 'jsonl', '.'])
        .stdout.trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).filePath.split('/').at(-2));
    assert.deepEqual(order('1'), ['a', 'b', '乙', '甲']);
    assert.deepEqual(order('4'), order('1'));
  });
});
