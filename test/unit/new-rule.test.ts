/** `npm run new-rule` makes what builds, passes its examples and is formatted: in a family that is there, and in one that is not. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
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

  /** What mocha says of the examples of a rule's page. */
  const examplesOf = (id: string) =>
    run(
      '--import=tsx',
      'node_modules/mocha/bin/mocha.js',
      '--no-config',
      '--timeout=60000',
      'test/unit/rule-pages.test.ts',
      '-g',
      `registration|${id}`,
    );

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
      assert.match(examplesOf(id), /3 passing/);
    });
  }

  it('is the worked example of writing-rules.md when its steps are followed', () => {
    const id = 'numerals/zero-letter';
    newRule(copy, id, '年份里的字母O');
    const guide = readFileSync(join(root, 'docs/development/writing-rules.md'), 'utf8');
    const steps = [...guide.matchAll(/(?:^ {7}.*\n|^\n)+/gm)].map(([block]) =>
      block.replace(/^ {7}/gm, '').trim(),
    );
    const step = (begins: string) => steps.find((block) => block.startsWith(begins))!;
    const found = step('import { defineParagraphRule');
    const methods = found.indexOf('find(');
    const helper = /`(const zeros = .*;)`/.exec(guide)![1]!;

    const code = join(copy, `rules/${id}.ts`);
    writeFileSync(
      code,
      readFileSync(code, 'utf8')
        .replace(/^import[\s\S]*?const WORDS = .*;/, found.slice(0, methods))
        .replace(
          / {2}find:[\s\S]*(?=^}\);)/m,
          [found.slice(methods), step('explain('), step('fix(')].join('\n\n'),
        )
        .concat(`\n${helper}\n`),
    );
    const page = join(copy, `rules/${id}.md`);
    const written = readFileSync(page, 'utf8');
    writeFileSync(
      page,
      `${written.slice(0, written.indexOf('## 应当报告')).replace('- English', '- 依据：GB/T 15835—2011 5.2.5\n- English')}${step('## 应当报告')}\n`,
    );
    // “This one needs no list.”
    rmSync(join(copy, 'rules/numerals/data/zero-letter.lexicon.tsv'));
    const schema = join(copy, 'rules/numerals/data/schema.mjs');
    writeFileSync(schema, readFileSync(schema, 'utf8').replace(/.*zero-letter.*\n/, ''));

    run('scripts/generate.mjs');
    assert.match(examplesOf(id), /3 passing/);
  });

  it('overwrites nothing, and says what an id is', () => {
    const before = readFileSync(join(copy, 'rules/toys/first-rule.ts'), 'utf8');
    assert.throws(() => newRule(copy, 'toys/first-rule', ''), /first-rule\.ts is there already/);
    assert.throws(() => newRule(copy, 'Toys', ''), /no rule id/);
    assert.equal(readFileSync(join(copy, 'rules/toys/first-rule.ts'), 'utf8'), before);
  });
});
