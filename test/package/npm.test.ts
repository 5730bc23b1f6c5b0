/** The npm package: packed, installed into an empty folder without network, and used there. */
import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const DRAFT = '刚才，×书记作了讲话。\n';

describe('npm package', function () {
  this.timeout(180_000);
  let folder: string;
  let installed: string;
  const files: string[] = [];

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'gongwen-lint-npm-'));
    const laidOut = join(folder, 'package');
    execFileSync(process.execPath, [join(root, 'scripts/npm-package.mjs'), laidOut]);
    const npm = (args: readonly string[], cwd: string) =>
      execFileSync('npm', [...args, '--offline', '--no-audit', '--no-fund', '--loglevel=error'], {
        cwd,
        encoding: 'utf8',
      });
    const [packed] = JSON.parse(npm(['pack', laidOut, '--json'], folder)) as {
      filename: string;
      files: { path: string }[];
    }[];
    files.push(...packed!.files.map(({ path }) => path));
    const empty = join(folder, 'empty');
    mkdirSync(empty);
    writeFileSync(join(empty, 'package.json'), '{ "private": true }');
    npm(['install', join(folder, packed!.filename), '--omit=optional'], empty);
    installed = empty;
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const bin = (name: string, args: readonly string[], input = '') =>
    spawnSync(join(installed, 'node_modules/.bin', name), args, {
      cwd: installed,
      input,
      encoding: 'utf8',
      env: { PATH: process.env.PATH },
    });
  const node = (file: string, code: string) => {
    writeFileSync(join(installed, file), code);
    return execFileSync(process.execPath, [join(installed, file)], { cwd: installed, encoding: 'utf8' });
  };

  it('holds what it needs and nothing of VS Code', () => {
    assert.deepEqual(files.filter((file) => !file.startsWith('names/')).sort(), [
      'LICENSE',
      'README.md',
      'THIRD-PARTY-NOTICES.md',
      'cli-main.js',
      'cli.js',
      'english.json',
      'gongwen-lint.schema.json',
      'library.d.ts',
      'library.js',
      'package.json',
      'packed.bin',
      'pages.json',
      'server-main.js',
      'server.js',
      'watch.js',
      'words.bin',
    ]);
    assert.ok(files.includes('names/worker.js'));
    for (const file of files.filter((name) => name.endsWith('.js'))) {
      const text = readFileSync(join(installed, 'node_modules/gongwen-lint', file), 'utf8');
      assert.doesNotMatch(text, /require\(["']vscode["']\)/, file);
    }
    assert.deepEqual(
      readdirSync(join(installed, 'node_modules')).filter((name) => !name.startsWith('.')),
      ['gongwen-lint'],
      'no other package comes along',
    );
  });

  it('has the command line', () => {
    writeFileSync(join(installed, '稿.txt'), DRAFT);
    const { status, stdout, stderr } = bin('gongwen-lint', ['--jobs', '2', '稿.txt', '稿.txt']);
    assert.deepEqual([status, stderr], [1, '']);
    assert.match(stdout, /placeholder\/unfilled/);
    assert.match(bin('gongwen-lint', ['--version']).stdout, /^\d+\.\d+\.\d+\n$/);
    // Without nodejieba: said, and all else is checked.
    const named = bin('gongwen-lint', ['--names', '稿.txt']);
    assert.equal(named.status, 2);
    assert.match(named.stdout, /placeholder\/unfilled/);
    assert.match(named.stderr, /人名地名未能识别/);
  });

  it('has the language server', async () => {
    const server = spawn(join(installed, 'node_modules/.bin/gongwen-language-server'), ['--stdio'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const request = JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: { processId: null, rootUri: null, capabilities: {} },
    });
    server.stdin.write(`Content-Length: ${Buffer.byteLength(request)}\r\n\r\n${request}`);
    let out = '';
    for await (const chunk of server.stdout) {
      out += chunk;
      if (out.includes('serverInfo')) break;
    }
    server.kill();
    assert.match(out, /"name":"gongwen-language-server"/);
  });

  it('is a library for ES modules and CommonJS', () => {
    const esm = node(
      'use.mjs',
      `import { fix, lint, open, rules } from 'gongwen-lint';
       const text = ${JSON.stringify(DRAFT)};
       const draft = open(text, { kind: 'speech' });
       const before = draft.findings();
       draft.update([{ start: 3, end: 4, text: '李' }]);
       let thrown = '';
       try { draft.update([{ start: 3, end: 400, text: '' }]); } catch (error) { thrown = error.name; }
       const ignores = before.map(({ ruleId, context }) => ({ ruleId, context }));
       console.log(JSON.stringify({
         whole: lint(text), before, after: draft.findings(), text: draft.text, kind: draft.kind, thrown,
         rules: rules.length, ignored: lint(text, { kind: 'speech', ignores }),
         fixed: fix('会议强调,要抓落实。'),
         off: lint(text, { rules: { placeholder: 'off' } }),
       }));`,
    );
    const { whole, before, after, text, kind, thrown, rules, ignored, fixed, off } = JSON.parse(esm);
    assert.deepEqual(
      before.map(({ ruleId, start, end }: { ruleId: string; start: number; end: number }) => [
        ruleId,
        start,
        end,
      ]),
      [['placeholder/unfilled', 3, 4]],
    );
    assert.equal(whole.length, 1);
    assert.deepEqual([after, ignored, off], [[], [], []]);
    assert.deepEqual([text, kind, thrown], ['刚才，李书记作了讲话。\n', 'speech', 'RangeError']);
    assert.ok(rules > 100);
    assert.deepEqual(fixed, { text: '会议强调，要抓落实。', fixed: 1 });
    const hurried = node(
      'hurried.mjs',
      `import { fix, lint, open } from 'gongwen-lint';
       const name = (run) => { try { run(); return 'done'; } catch (error) { return error.name; } };
       const long = ${JSON.stringify(DRAFT)}.repeat(60_000);
       const usual = name(() => lint('好。', { timeLimit: 60_000 }));
       const draft = open('', { timeLimit: 300 });
       name(() => draft.update([{ start: 0, end: 0, text: long }]));
       console.log(JSON.stringify([
         usual, name(() => lint(long, { timeLimit: 1 })), name(() => fix(long, { timeLimit: 1 })),
         name(() => draft.findings()), name(() => draft.update([])),
       ]));`,
    );
    assert.deepEqual(JSON.parse(hurried), ['done', ...Array(4).fill('TookTooLong')]);
    const cjs = node('use.cjs', `console.log(require('gongwen-lint').lint(${JSON.stringify(DRAFT)}).length)`);
    assert.equal(cjs, '1\n');
  });

  it('has types, which name nothing outside', () => {
    writeFileSync(
      join(installed, 'use.ts'),
      `import { type Finding, lint, open, type Options } from 'gongwen-lint';
       const options: Options = { format: 'markdown', kind: 'law', rules: { figures: 'off' } };
       const found: readonly Finding[] = lint('', options);
       const text: string = open('').text;
       // @ts-expect-error there is no such kind
       lint('', { kind: 'poem' });
       export const shown = found.map(({ message, fixes }) => [message, fixes[0]?.edits[0]?.text, text]);`,
    );
    const tsc = join(root, 'node_modules/.bin/tsc');
    const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2022', '--types', ''];
    const { stdout, status } = spawnSync(tsc, [...options, 'use.ts'], { cwd: installed, encoding: 'utf8' });
    assert.deepEqual([stdout, status], ['', 0]);
  });

  it('is documented function by function, option by option', () => {
    const page = readFileSync(join(root, 'docs/library.md'), 'utf8');
    const types = readFileSync(join(installed, 'node_modules/gongwen-lint/library.d.ts'), 'utf8');
    const names = [...types.matchAll(/^export (?:declare )?(?:function|const) (\w+)/gm)].map(
      ([, name]) => name!,
    );
    const options = /interface Options \{([\s\S]*?)\n\}/.exec(types)![1]!;
    names.push(...[...options.matchAll(/^ {4}readonly (\w+)\?/gm)].map(([, name]) => name!));
    assert.ok(names.length >= 10);
    for (const name of names) assert.match(page, new RegExp(`^\\| \`${name}\\b`, 'm'), name);
  });
});
