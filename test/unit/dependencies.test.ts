/** `docs/development/dependencies.md` says why each package is there, and in which version. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

it('the table of dependencies is that of package.json', () => {
  const { devDependencies, optionalDependencies } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  ) as Record<string, Record<string, string>>;
  const wanted = Object.entries({ ...devDependencies, ...optionalDependencies });
  const rows = readFileSync(join(root, 'docs/development/dependencies.md'), 'utf8').matchAll(
    /^\| ([^|]+) \|/gm,
  );
  const listed = [...rows].flatMap(([, cell]) => cell!.match(/[@\w/-]+ \d+\.\d+\.\d+/g) ?? []);
  assert.deepEqual(listed.sort(), wanted.map(([name, version]) => `${name} ${version}`).sort());
});
