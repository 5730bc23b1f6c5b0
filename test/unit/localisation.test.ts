/** What the extension says, it says in Chinese and in English, and nothing is left over in either. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
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
