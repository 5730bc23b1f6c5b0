/** Traces of errors: the bundles that are started often are escaped behind esbuild's back, and their source maps must follow. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'esbuild';
import { escapeBundle } from '../../scripts/escape-bundle.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** What is built for the package has no maps. */
const hasMaps = existsSync(join(root, 'dist/cli-main.js.map'));

describe('traces', () => {
  it('what stands behind an escape is where the map says', () => {
    const source =
      'const mark = /[一二]、/;\nexport function afterwards() {\n  return /（[三四]）/.test("五") && mark;\n}\n';
    const { code, map } = transformSync(source, {
      charset: 'ascii',
      minifyWhitespace: true,
      sourcemap: 'external',
      sourcefile: 'source.ts',
    });
    const escaped = escapeBundle(code, JSON.parse(map));
    assert.match(escaped.code, /^[\0-\x7f]*$/);
    assert.match(escaped.code, /\[\\u4e00\\u4e8c\]/);
    const traced = new SourceMap(escaped.map as never);
    for (const [word, line] of [
      ['afterwards', 2],
      ['mark=', 1],
      ['.test(', 3],
    ] as const) {
      const origin = traced.findOrigin(1, escaped.code.indexOf(word) + 1);
      assert.equal('lineNumber' in origin && origin.lineNumber, line, word);
    }
  });

  it('an escape of what needs none is refused: it would take in the escape', () => {
    assert.throws(() => escapeBundle('/\\一/'), /needs no escape/);
  });

  for (const bundle of ['dist/cli-main.js', 'dist/server-main.js'])
    it(`${bundle}: functions are found where they stand in the sources`, function () {
      if (!hasMaps) this.skip();
      const code = readFileSync(join(root, bundle), 'latin1');
      const map = new SourceMap(JSON.parse(readFileSync(join(root, `${bundle}.map`), 'utf8')));
      for (const name of ['hasSecond', 'readHanNumber', 'sumOf', 'readMarks']) {
        const at = code.indexOf(`function ${name}(`);
        assert.ok(at >= 0, `${name} is not in the bundle: name another function`);
        const before = code.slice(0, at);
        const origin = map.findOrigin(before.split('\n').length, at - before.lastIndexOf('\n'));
        assert.ok('fileName' in origin, name);
        const lines = readFileSync(resolve(root, 'dist', origin.fileName), 'utf8').split('\n');
        assert.match(lines[origin.lineNumber - 1]!, new RegExp(`function ${name}\\(`));
      }
    });

  it('node --enable-source-maps: a crash names the sources', function () {
    if (!hasMaps) this.skip();
    const folder = mkdtempSync(join(tmpdir(), 'traces-'));
    try {
      const plant = join(folder, 'plant.cjs');
      writeFileSync(
        plant,
        `const fs = require('node:fs'), read = fs.readFileSync;
         fs.readFileSync = (file, ...how) => {
           if (String(file).endsWith('packed.bin')) throw new Error('planted');
           return read(file, ...how);
         };`,
      );
      const start = ['--enable-source-maps', '--require', plant, join(root, 'dist/cli.js'), '--version'];
      const { stderr } = spawnSync(process.execPath, start, { encoding: 'utf8' });
      const [thrown, asked] = stderr.slice(stderr.indexOf('planted')).match(/[^\s(]+\.ts:\d+/g) ?? [];
      assert.equal(thrown, join(root, 'generated/packed.ts:3'));
      assert.match(asked!, /language\/text\/packed\.ts:\d+$/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
