/** Writes the JSON schemas of `gongwen-lint.json` and of the setting `gongwen.rules`, in Chinese and in English: editors complete and check by them. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadBundled } from './check-rules.mjs';
import { readPhrases } from './phrases.mjs';
import { readDocumentPages, readRulePages } from './rule-pages.mjs';

/** @param {string} root @param {string} folder  from the root */
export async function writeSchemas(root, folder) {
  const { configSchema, settingsSchema, rules, rulePage, DOCUMENT_RULES, Phrasebook } = await loadBundled(
    root,
    {
      contents: `export * from './config/schema.ts';
        export { rules, rulePage } from './rules/index.ts';
        export { DOCUMENT_RULES } from './docx/index.ts';
        export { Phrasebook } from './english/phrasebook.ts';`,
      resolveDir: root,
      loader: 'ts',
    },
  );
  // Off unless set, as rules in preview are.
  const all = [...rules, ...DOCUMENT_RULES.map(({ optIn, ...rule }) => ({ ...rule, preview: optIn }))];
  const write = (name, schema) =>
    writeFileSync(join(root, folder, name), `${JSON.stringify(schema, null, 2)}\n`);
  write('gongwen-lint.schema.json', configSchema(all, rulePage));
  write('gongwen-settings.schema.json', settingsSchema(all, rulePage));

  const english = new Map(
    [...readRulePages(root), ...readDocumentPages(root)].map((page) => [page.ruleId, page.english]),
  );
  const pageOf = (id) => english.get(id);
  const book = new Phrasebook({ rules: {}, phrases: readPhrases(root) });
  write('gongwen-lint.en.schema.json', inEnglish(configSchema(all, pageOf), book));
  write('gongwen-settings.en.schema.json', inEnglish(settingsSchema(all, pageOf), book));
}

/** A schema whose rules have English pages, with the rest of what it describes in English too. @throws Error for what has no phrase */
function inEnglish(schema, book) {
  return JSON.parse(JSON.stringify(schema), (key, value) => {
    if (key !== 'description' || typeof value !== 'string') return value;
    const ofRule = /^(.*)（默认 (\w+)）\n(.*)$/s.exec(value);
    if (ofRule) return `${ofRule[1]} (default ${ofRule[2]})\n${ofRule[3]}`;
    const english = book.english('schema/', value);
    if (english === undefined) throw new Error(`english/phrases/schema.tsv has nothing for “${value}”`);
    return english;
  });
}
