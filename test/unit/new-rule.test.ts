/** `npm run new-rule` makes what builds, passes its examples and is formatted: in a family that is there, and in one that is not. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { newRule } from '../../scripts/new-rule.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const PARTS = [
  'config',
  'docx/beyond/pages',
  'engine',
  'language',
  'rules',
  'scripts',
  'test/unit/rule-pages.test.ts',
  'test/support',
  'samples',
];
const FILES = ['package.json', 'CHANGELOG.md', 'tsconfig.json', 'biome.json', '.gitignore'];

describe('a new rule', function () {
  this.timeout(120_000);
  let copy: string;
  before(() => {
    copy = mkdtempSync(join(tmpdir(), 'gongwen-lint-new-rule-'));
    for (const part of [...PARTS, ...FILES]) cpSync(join(root, part), join(copy, part), { recursive: true });
    cpSync(join(root, 'dist/words.bin'), join(copy, 'dist/words.bin'));
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  });
  after(() => rmSync(copy, { recursive: true }));

  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: copy, encoding: 'utf8' });
    assert.equal(status, 0, stdout + stderr);
    return stdout;
  };

  for (const id of ['placeholder/toy-rule', 'toys/first-rule', 'toys/second-rule']) {
    it(`${id} is found, formatted, and does what its page says`, () => {
      const files = newRule(copy, id, '示例');
      assert.ok(files.includes(`rules/${id}.ts`));
      run(
        'node_modules/@biomejs/biome/bin/biome',
        'check',
        '--vcs-enabled=false',
        ...files.filter((f) => /\.m?ts$|\.mjs$/.test(f)),
      );
      run('scripts/generate.mjs');
      const said = run(
        '--import=tsx',
        'node_modules/mocha/bin/mocha.js',
        '--no-config',
        '--timeout=60000',
        'test/unit/rule-pages.test.ts',
        '-g',
        `registration|${id}`,
      );
      assert.match(said, /3 passing/);
    });
  }

  it('overwrites nothing, and says what an id is', () => {
    const before = readFileSync(join(copy, 'rules/toys/first-rule.ts'), 'utf8');
    assert.throws(() => newRule(copy, 'toys/first-rule', ''), /first-rule\.ts is there already/);
    assert.throws(() => newRule(copy, 'Toys', ''), /no rule id/);
    assert.equal(readFileSync(join(copy, 'rules/toys/first-rule.ts'), 'utf8'), before);
  });
});
