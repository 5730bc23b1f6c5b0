/** Why each package is there, and in which version; and under which licence those come that are bundled. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Metafile } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

it('the table of dependencies is that of package.json', () => {
  const { devDependencies, optionalDependencies } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  ) as Record<string, Record<string, string>>;
  const wanted = Object.entries({ ...devDependencies, ...optionalDependencies });
  const rows = readFileSync(join(root, 'docs/development/dependencies.md'), 'utf8').matchAll(
    /^\| ([^|]+) \|/gm,
  );
  const listed = [...rows].flatMap(([, cell]) => cell!.match(/[@\w/-]+ \d+\.\d+\.\d+(?:-[\w.]+)?/g) ?? []);
  assert.deepEqual(listed.sort(), wanted.map(([name, version]) => `${name} ${version}`).sort());
});

it('the third-party notices name every package in the bundles', () => {
  const notices = readFileSync(join(root, 'THIRD-PARTY-NOTICES.md'), 'utf8');
  const meta = join(root, 'dist/meta');
  const bundled = readdirSync(meta)
    .map((file) => JSON.parse(readFileSync(join(meta, file), 'utf8')) as Metafile)
    .flatMap(({ inputs }) => Object.keys(inputs))
    .flatMap((path) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []);
  assert.ok(bundled.length > 0, 'built by npm run build');
  const named = notices.match(/^\| [^|]+/gm)!.flatMap((cell) => cell.match(/[@\w/-]+/g) ?? []);
  assert.deepEqual(
    [...new Set(bundled)].filter((name) => !named.includes(name)),
    [],
  );
});
