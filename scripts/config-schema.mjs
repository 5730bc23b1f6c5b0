/** Writes the JSON schema of `gongwen-lint.json`, which VS Code and other editors complete and check the file by. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadBundled } from './check-rules.mjs';

/** @param {string} outFile  from the root */
export async function writeConfigSchema(root, outFile) {
  const { configSchema, rules, rulePage } = await loadBundled(root, {
    contents: "export * from './config/schema.ts'; export { rules, rulePage } from './rules/index.ts';",
    resolveDir: root,
    loader: 'ts',
  });
  writeFileSync(join(root, outFile), `${JSON.stringify(configSchema(rules, rulePage), null, 2)}\n`);
}
