/** The engine bundled as it is shipped, with its dictionary. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { buildWords } from '../scripts/build-words.mjs';
import { generate } from '../scripts/generate.mjs';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);

/** The exports of `rules/index.ts`, and `linter(accepts)`: a linter of the rules with these ids. */
export async function loadEngine() {
  const folder = mkdtempSync(join(tmpdir(), 'gongwen-lint-bench-'));
  try {
    await generate();
    await buildWords({ outFile: join(folder, 'words.bin') });
    const outfile = join(folder, 'rules.cjs');
    await esbuild.build({
      entryPoints: [join(root, 'rules/index.ts')],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      target: 'node20',
      minify: true,
      logLevel: 'warning',
    });
    const engine = require(outfile);
    const words = engine.loadWords(readFileSync(join(folder, 'words.bin')));
    const linter = (accepts = () => true) =>
      engine.createLinter({
        rules: engine.rules.filter(({ id }) => accepts(id)),
        words,
        onRuleError(ruleId, error) {
          throw new Error(`rule ${ruleId} threw`, { cause: error });
        },
      });
    return { ...engine, linter };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
