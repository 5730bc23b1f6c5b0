/** Writes the JSON schemas of `gongwen-lint.json` and of the setting `gongwen.rules`, which editors complete and check them by. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadBundled } from './check-rules.mjs';

/** @param {string} root @param {string} folder  from the root */
export async function writeSchemas(root, folder) {
  const { configSchema, settingsSchema, rules, rulePage, DOCUMENT_RULES } = await loadBundled(root, {
    contents:
      "export * from './config/schema.ts'; export { rules, rulePage } from './rules/index.ts'; export { DOCUMENT_RULES } from './docx/index.ts';",
    resolveDir: root,
    loader: 'ts',
  });
  // Off unless set, as rules in preview are.
  const all = [...rules, ...DOCUMENT_RULES.map(({ optIn, ...rule }) => ({ ...rule, preview: optIn }))];
  const write = (name, schema) =>
    writeFileSync(join(root, folder, name), `${JSON.stringify(schema, null, 2)}\n`);
  write('gongwen-lint.schema.json', configSchema(all, rulePage));
  write('gongwen-settings.schema.json', settingsSchema(all, rulePage));
}
