/** What the extension says, it says in Chinese and in English, and nothing is left over in either. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { printParseErrorCode } from 'jsonc-parser';
import { families } from '../../scripts/rule-pages.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const keysOf = (file: string) => Object.keys(JSON.parse(read(file))).sort();

describe('localisation', () => {
  it('has every name of the manifest in both languages', () => {
    const named = [...read('package.json').matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key!);
    const used = [...new Set(named)].sort();
    assert.deepEqual(keysOf('package.nls.json'), used);
    assert.deepEqual(keysOf('package.nls.zh-cn.json'), used);
  });

  it('has every message of the client in Chinese, with the same gaps', () => {
    const sources = readdirSync(join(root, 'client'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => read(join('client', name)))
      .join('\n');
    const calls = sources.match(/l10n\.t\(/g) ?? [];
    const literals = [...sources.matchAll(/l10n\.t\(\s*'([^'\n]+)'/g)].map(([, message]) => message!);
    assert.equal(literals.length, calls.length, 'each message is a literal');
    assert.deepEqual(keysOf('l10n/bundle.l10n.zh-cn.json'), [...new Set(literals)].sort());

    const gaps = (message: string) => (message.match(/\{\w+\}/g) ?? []).sort();
    const bundle: Record<string, string> = JSON.parse(read('l10n/bundle.l10n.zh-cn.json'));
    for (const [message, chinese] of Object.entries(bundle)) {
      assert.deepEqual(gaps(chinese), gaps(message), message);
    }
  });

  it('has a name of every family in the tree of results', () => {
    const tree = read('client/resultsView.ts');
    assert.deepEqual(
      families(root).filter((family) => !tree.includes(`case '${family}':`)),
      [],
      'write a case of `familyName` in client/resultsView.ts, and its Chinese in l10n/',
    );
  });

  it('says every problem of a Word document, of a configuration and every word of a report, in both languages', () => {
    const sources = (folder: string) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts') && name !== 'messages.ts' && name !== 'problem.ts')
        .map((name) => read(join(folder, name)))
        .join('\n');
    const unsaid = (keys: readonly string[], said: string, as: (key: string) => string) =>
      keys.filter((key) => !said.includes(as(key)));
    // Keys of each language, in the order in which they are written.
    const keysIn = (text: string, of: RegExp) => [...text.matchAll(of)].map(([, key]) => key!);

    const word = keysIn(read('docx/messages.ts'), /^ {2}'?([a-z-]+)'?:/gm);
    assert.deepEqual(word.slice(0, word.length / 2), word.slice(word.length / 2));
    assert.deepEqual(
      unsaid(word, sources('docx'), (key) => `'${key}'`),
      [],
    );

    const faults = keysIn(read('config/messages.ts'), /^ {4}case '([a-z-]+)':/gm);
    assert.deepEqual(faults.slice(0, faults.length / 2), faults.slice(faults.length / 2));
    assert.deepEqual(
      unsaid(faults, sources('config'), (key) => `is: '${key}'`),
      [],
    );

    const report = keysIn(read('report/model.ts'), /^ {4}(\w+):/gm);
    assert.deepEqual(report.slice(0, report.length / 2), report.slice(report.length / 2));
    assert.deepEqual(
      unsaid(report, sources('report') + sources('cli'), (key) => `.${key}`),
      [],
    );
    for (const keys of [word, faults, report]) assert.ok(keys.length >= 14);
  });

  it('says every mistake that the parser of configurations names', () => {
    const codes = Array.from({ length: 16 }, (_, i) => printParseErrorCode(i + 1));
    const said = read('config/messages.ts');
    assert.deepEqual(
      codes.filter((name) => !said.includes(`  ${name}: '`)),
      [],
    );
  });

  // That each is in both languages the compiler sees.
  for (const folder of ['cli', 'server']) {
    it(`says every message of ${folder}/messages.ts somewhere`, () => {
      const catalogue = join(folder, 'messages.ts');
      const keys = [...read(catalogue).matchAll(/^ {2}(\w+)[(:]/gm)].map(([, key]) => key!);
      const sources = readdirSync(join(root, folder))
        .map((name) => join(folder, name))
        .filter((file) => file.endsWith('.ts') && file !== catalogue)
        .map(read)
        .join('\n');
      const unsaid = [...new Set(keys)].filter((key) => !new RegExp(`\\.${key}\\b`).test(sources));
      assert.ok(keys.length > 20);
      assert.deepEqual(unsaid, []);
    });
  }
});
