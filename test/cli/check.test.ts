/** What the command line finds, prints and returns. */
import assert from 'node:assert/strict';
import { chmodSync, closeSync, existsSync, openSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { DOCUMENT_RULES } from '../../docx/index.ts';
import { rulePages, rules } from '../../rules/index.ts';
import { ADVERT, CLEAN, Folder, GAP, gongwenLint } from './support.ts';

const ESC = '\u001b';

/** Four are announced, three follow. */
const COUNT = '坚决打好四场攻坚战。\n一要打好招商攻坚战。\n二要打好项目攻坚战。\n三要打好环境攻坚战。\n';

describe('command line', () => {
  let folder: Folder;
  beforeEach(() => {
    folder = new Folder();
  });
  afterEach(() => folder.remove());

  describe('exit codes', () => {
    it('0 when clean', () => {
      const { code, stdout, stderr } = gongwenLint([folder.write('稿.txt', CLEAN)]);
      assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
      assert.match(stdout, /1 个文件，没有问题/);
    });

    it('1 with findings at error, 0 when they are only warnings', () => {
      const file = folder.write('稿.txt', CLEAN + ADVERT);
      assert.equal(gongwenLint([file]).code, 1);
      assert.equal(gongwenLint(['--rule', 'advert:warning', file]).code, 0);
      assert.equal(gongwenLint(['--rule', 'advert:warning', '--max-warnings', '1', file]).code, 0);
      const { code, stderr } = gongwenLint(['--rule', 'advert:warning', '--max-warnings', '0', file]);
      assert.equal(code, 1);
      assert.match(stderr, /--max-warnings 0/);
    });

    it('2 when a file cannot be checked; the others still are', () => {
      const text = folder.write('稿.txt', CLEAN + ADVERT);
      const binary = folder.write(
        '图.png',
        Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]),
      );
      const damaged = folder.write(
        '坏.txt',
        Buffer.concat([Buffer.from(CLEAN.repeat(5)), Buffer.from([0xe4, 0xbd])]),
      );
      const secret = folder.write('密.txt', CLEAN);
      chmodSync(secret, 0);
      const files = ['无.txt', '稿.txt/无'].map((name) => join(folder.path, name));
      const { code, stdout, stderr } = gongwenLint([...files, binary, damaged, secret, text]);
      assert.equal(code, 2);
      assert.match(stdout, /advert\/watermark/);
      const said = stderr.trimEnd().split('\n');
      // The superuser reads everything.
      if (process.getuid?.() !== 0)
        assert.match(said.pop()!, /密\.txt: 不能读取，请查看文件的权限（EACCES）$/);
      assert.equal(said.length, 4);
      assert.match(said[0]!, /无\.txt: 文件不存在，请核对名称和所在的文件夹$/);
      assert.match(said[1]!, /稿\.txt\/无: 文件不存在，请核对名称和所在的文件夹$/);
      assert.match(said[2]!, /图\.png: 不是文本文件，请转存为文本或 \.docx$/);
      assert.match(
        said[3]!,
        /坏\.txt: 编码不能识别，或文件已损坏，请在编辑器里核对后另存为 UTF-8（UTF-8, 0x/,
      );
    });

    it('2 when standard input is a folder', () => {
      const stdin = openSync(folder.path, 'r');
      const { code, stdout, stderr } = gongwenLint(['--stdin'], { stdin });
      closeSync(stdin);
      assert.deepEqual({ code, stdout }, { code: 2, stdout: '' });
      assert.match(stderr, /^gongwen-lint: <stdin>: 是文件夹/);
    });

    it('2, and no more than a line about it, when the results cannot be printed', function () {
      if (!existsSync('/dev/full')) this.skip();
      const stdout = openSync('/dev/full', 'w');
      const { code, stderr } = gongwenLint([folder.write('稿.txt', CLEAN)], { stdout });
      closeSync(stdout);
      assert.deepEqual(
        { code, stderr },
        { code: 2, stderr: 'gongwen-lint: 结果未能全部输出（ENOSPC），请查看磁盘空间后再运行\n' },
      );
    });

    it('count each file once, however it is named', () => {
      const file = folder.write('稿.txt', CLEAN + ADVERT);
      const args = ['--rule', 'advert:warning', '--max-warnings', '1', file, file, '稿.txt', './稿.txt'];
      const { code, stdout } = gongwenLint(args, { cwd: folder.path });
      assert.equal(code, 0);
      assert.match(stdout, /1 个文件，1 个问题/);
    });

    it('2, and nothing called clean, where nothing could be checked', () => {
      const { code, stdout } = gongwenLint([join(folder.path, '无.txt')]);
      assert.deepEqual({ code, stdout }, { code: 2, stdout: '' });
    });

    for (const [name, args, message] of [
      ['no files', [], /没有给出文件/],
      ['an unknown option', ['--fxi', 'a'], /没有选项 --fxi，是否指 --fix（/],
      ['an option without its value', ['a', '--kind'], /--kind/],
      ['a value for a flag', ['--fix=yes', 'a'], /--fix/],
      ['an unknown format', ['--format', 'xml', 'a'], /只能是 stylish、json、jsonl、sarif/],
      ['an unknown kind', ['--kind', 'poem', 'a'], /--kind 不能是“poem”/],
      ['an unknown rule', ['--rule', 'advert/watermak:off', 'a'], /没有规则“advert\/watermak”/],
      ['an unknown severity', ['--rule', 'advert:fatal', 'a'], /不能是“fatal”/],
      ['a rule without a severity', ['--rule', 'advert', 'a'], /规则:级别/],
      ['a number that is none', ['--max-warnings', 'few', 'a'], /不小于 0 的整数/],
      ['--fix of standard input', ['--stdin', '--fix'], /请用 --fix-dry-run/],
      ['--stdin and files', ['--stdin', 'a'], /不能与文件一起用/],
    ] as const) {
      it(`2 on ${name}`, () => {
        const { code, stdout, stderr } = gongwenLint(args);
        assert.deepEqual({ code, stdout }, { code: 2, stdout: '' });
        assert.match(stderr, message);
      });
    }
  });

  describe('--format json', () => {
    interface Message {
      ruleId: string;
      severity: number;
      level: string;
      message: string;
      line: number;
      column: number;
      endLine: number;
      endColumn: number;
      related: { line: number; column: number; endLine: number; endColumn: number; message: string }[];
      basis?: string;
      fix?: { range: [number, number]; text: string };
      suggestions: { title: string; edits: { range: [number, number]; text: string }[] }[];
    }
    const json = (args: readonly string[], input?: string) =>
      JSON.parse(gongwenLint(['--format', 'json', ...args], input === undefined ? {} : { input }).stdout);

    it('has a result for every file that was read, with its kind and counts', () => {
      const speech = folder.write('稿.txt', `在全市工作会议上的讲话\n同志们：\n${CLEAN}${ADVERT}`);
      const clean = folder.write('净.txt', CLEAN);
      const [first, second, ...rest] = json([speech, join(folder.path, '无'), clean]);
      assert.deepEqual(rest, []);
      assert.equal(first.filePath, speech);
      assert.equal(first.kind, 'speech');
      assert.deepEqual(
        [first.errorCount, first.warningCount, first.fixableErrorCount, first.fixableWarningCount],
        [1, 0, 1, 0],
      );
      assert.deepEqual(second, {
        filePath: clean,
        kind: 'general',
        messages: [],
        errorCount: 0,
        warningCount: 0,
        fixableErrorCount: 0,
        fixableWarningCount: 0,
      });
    });

    it('places findings by line and UTF-16 column from 1, and fixes by offset', () => {
      const text = `𠮷${CLEAN}${ADVERT}`;
      const [{ messages }] = json(['--stdin'], text);
      const [message]: Message[] = messages;
      const { message: said, basis: _, ...rest } = message!;
      assert.notEqual(said, '');
      const start = text.indexOf(ADVERT);
      assert.deepEqual(rest, {
        ruleId: 'advert/watermark',
        severity: 2,
        level: 'error',
        line: 2,
        column: 1,
        endLine: 2,
        endColumn: ADVERT.length,
        related: [],
        fix: { range: rest.fix!.range, text: '' },
        suggestions: [],
      });
      const [from, to] = rest.fix!.range;
      assert.ok(from <= start && to >= start + ADVERT.trimEnd().length && to <= text.length);
    });

    it('gives evidence and suggestions their places', () => {
      const [{ messages }] = json(['--stdin'], COUNT);
      const message = (messages as Message[]).find((m) => m.ruleId === 'numbering/count')!;
      assert.deepEqual([message.line, message.column], [1, 5]);
      assert.ok(message.related.some((r) => r.line === 2 && r.column === 1 && r.endColumn === 3));
      for (const { title, edits } of message.suggestions) {
        assert.notEqual(title, '');
        for (const { range, text: insert } of edits) {
          assert.ok(range[0] <= range[1] && range[1] <= COUNT.length);
          assert.equal(typeof insert, 'string');
        }
      }
    });

    it('numbers severities 2, 1, 0, 0', () => {
      for (const [level, severity] of [
        ['error', 2],
        ['warning', 1],
        ['info', 0],
        ['hint', 0],
      ] as const) {
        const [{ messages, errorCount, warningCount, fixableWarningCount }] = json(
          ['--stdin', '--rule', `advert:${level}`],
          ADVERT,
        );
        assert.deepEqual([messages[0].level, messages[0].severity], [level, severity]);
        assert.deepEqual(
          [errorCount, warningCount, fixableWarningCount],
          [Number(severity === 2), Number(severity === 1), Number(severity === 1)],
        );
      }
    });

    it('is a list even when nothing could be read', () => {
      assert.deepEqual(json([join(folder.path, '无')]), []);
    });
  });

  describe('--format stylish', () => {
    it('groups by file, with place, level, message and rule, then the evidence, then a summary', () => {
      const file = folder.write('稿.txt', COUNT);
      const { stdout } = gongwenLint([file]);
      assert.match(
        stdout,
        /^\S+稿\.txt \(.+\)\n +1:5 {2}错误 {2}.*四场攻坚战.* {2}numbering\/count\n {7}2:1 /,
      );
      assert.match(stdout, /\n✖ 1 个文件，1 个问题：错误 1，警告 0，提示 0，建议 0\n/);
    });

    it('speaks English where the locale does', () => {
      const { stdout } = gongwenLint(['--stdin'], { input: ADVERT, env: { LANG: 'en_US.UTF-8' } });
      assert.match(stdout, /1 file\(s\), 1 problem\(s\): 1 error/);
      assert.doesNotMatch(stdout.replace(/“[^”]*”/g, ''), /\p{Script=Han}/u);
      // What programs read is the same wherever they run.
      const json = (LANG: string) =>
        gongwenLint(['--stdin', '--format', 'json'], { input: ADVERT, env: { LANG } }).stdout;
      assert.equal(json('en_US.UTF-8'), json('zh_CN.UTF-8'));
      assert.match(
        gongwenLint(['--help'], { env: { LC_ALL: 'zh_CN.UTF-8', LANG: 'en_US' } }).stdout,
        /^用法/,
      );
      assert.match(gongwenLint(['--help'], { env: { LANG: 'C.UTF-8' } }).stdout, /^用法/);
    });

    it('has no colours when it is not read on a terminal', () => {
      assert.ok(!gongwenLint(['--stdin'], { input: ADVERT }).stdout.includes(ESC));
      assert.ok(!gongwenLint(['--stdin'], { input: ADVERT, env: { NO_COLOR: '1' } }).stdout.includes(ESC));
    });
  });

  describe('options', () => {
    it('--stdin-filename names standard input and tells its format', () => {
      const input = '<!-- 墨海文库整理，咨询QQ100200300 -->\n正文。\n';
      const run = (name: string) =>
        JSON.parse(gongwenLint(['--format', 'json', '--stdin', '--stdin-filename', name], { input }).stdout);
      const [markdown] = run('稿.MD');
      assert.equal(markdown.filePath, join(process.cwd(), '稿.MD'));
      assert.deepEqual(markdown.messages, []);
      assert.notDeepEqual(run('稿.txt')[0].messages, []);
    });

    it('--kind overrides the detected kind', () => {
      const { stdout } = gongwenLint(['--stdin', '--format', 'json', '--kind', 'law'], { input: CLEAN });
      assert.equal(JSON.parse(stdout)[0].kind, 'law');
    });

    it('--rule switches rules and families; the rule wins', () => {
      const run = (...switches: string[]) =>
        JSON.parse(
          gongwenLint(['--stdin', '--format', 'json', ...switches.flatMap((s) => ['--rule', s])], {
            input: ADVERT,
          }).stdout,
        )[0].messages.map((m: { level: string }) => m.level);
      assert.deepEqual(run('advert:off'), []);
      assert.deepEqual(run('advert/watermark:off'), []);
      assert.deepEqual(run('advert:off', 'advert/watermark:info'), ['info']);
    });

    it('--only leaves all other rules out, --preview lets those in preview in', () => {
      const run = (...args: string[]) =>
        JSON.parse(
          gongwenLint(['--stdin', '--format', 'json', ...args], { input: GAP + ADVERT }).stdout,
        )[0].messages.map((m: { ruleId: string }) => m.ruleId);
      assert.deepEqual(run('--only', 'advert'), ['advert/watermark']);
      assert.deepEqual(run('--only', 'placeholder/unfilled', '--preview'), ['placeholder/unfilled']);
      assert.deepEqual(run('--only', 'numbering'), []);
    });

    it('--preset sets how much is told', () => {
      const { stdout } = gongwenLint(['--print-config', 'a.txt', '--preset', 'strict']);
      assert.deepEqual(JSON.parse(stdout).preset, { is: 'strict', from: '--preset' });
      const { code, stderr } = gongwenLint(['--stdin', '--preset', 'loud'], { input: GAP });
      assert.equal(code, 2);
      assert.match(stderr, /--preset 不能是“loud”，只能是 recommended、strict/);
    });

    it('--list-rules lists every rule, --explain explains each', () => {
      const { code, stdout } = gongwenLint(['--list-rules']);
      assert.equal(code, 0);
      assert.deepEqual(
        stdout
          .trimEnd()
          .split('\n')
          .map((line) => line.split(' ')[0]),
        [...rules, ...DOCUMENT_RULES].map((rule) => rule.id),
      );
      const list = JSON.parse(gongwenLint(['--list-rules', '--format', 'json']).stdout);
      assert.deepEqual(
        list.map((r: { ruleId: string }) => r.ruleId),
        [...rules, ...DOCUMENT_RULES].map((rule) => rule.id),
      );
      const id = rulePages()[0]!.ruleId;
      assert.match(gongwenLint(['--explain', id]).stdout, new RegExp(`^# ${id} · `));
      assert.match(gongwenLint(['--explain', 'layout/paper']).stdout, /^# layout\/paper · /);
      const missing = gongwenLint(['--explain', id.slice(0, -2)]);
      assert.equal(missing.code, 2);
      assert.ok(missing.stderr.includes(`是否指 ${id}`));
    });

    it('--stats goes to standard error and leaves the output alone', () => {
      const { stdout, stderr } = gongwenLint(['--stdin', '--stats', '--format', 'json'], { input: ADVERT });
      assert.equal(JSON.parse(stdout).length, 1);
      assert.match(stderr, /1 个文件，21 字/);
      assert.match(stderr, / advert\/watermark$/m);
    });

    it('--version is the package’s', () => {
      assert.match(gongwenLint(['--version']).stdout, /^\d+\.\d+\.\d+\n$/);
    });
  });

  it('offers what rests on recognised names when asked to, where nodejieba is installed', function () {
    try {
      createRequire(import.meta.url).resolve('nodejieba');
    } catch {
      this.skip();
    }
    const input = '刚才，×书记作了讲话，副市长张国庆同志通报了情况。由×局长牵头落实。\n';
    const offers = (...args: string[]) => {
      const { code, stdout } = gongwenLint(
        [...args, '--only', 'placeholder', '--stdin', '--format', 'json'],
        { input },
      );
      assert.equal(code, 1);
      return JSON.parse(stdout)[0]
        .messages.filter((m: { level: string }) => m.level === 'info')
        .map((m: { ruleId: string; column: number }) => [m.ruleId, m.column]);
    };
    assert.deepEqual(offers('--names'), [['placeholder/leftover-name', input.indexOf('张国庆') + 1]]);
    assert.deepEqual(offers(), [], 'nobody who has not asked for them waits for them');
  });

  it('never touches a file without --fix', () => {
    const file = folder.write('稿.txt', GAP + ADVERT);
    const before = statSync(file);
    for (const args of [[], ['--fix-dry-run'], ['--stats'], ['--format', 'json', '--fix-dry-run']]) {
      gongwenLint([...args, file]);
    }
    assert.equal(folder.read('稿.txt').toString(), GAP + ADVERT);
    const after = statSync(file);
    assert.deepEqual([after.ino, after.mtimeMs], [before.ino, before.mtimeMs]);
  });
});
