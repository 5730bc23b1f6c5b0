import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Document } from '../../engine/document.ts';
import type { Language } from '../../engine/language.ts';
import { chinese } from '../../language/index.ts';
import { scan } from '../../language/text/scan.ts';
import {
  createLinter,
  type Finding,
  type Format,
  type Linter,
  type LinterOptions,
  loadWords,
} from '../../rules/index.ts';

const file = fileURLToPath(new URL('../../dist/words.bin', import.meta.url));

/** The dictionary the build makes. */
export function testWords() {
  if (!existsSync(file)) throw new Error('dist/words.bin is missing: run `npm run build` first');
  return loadWords(readFileSync(file));
}

/** A linter with all rules, all of which is told, that lets a rule's exception fail the test. */
export function testLinter(options: Partial<LinterOptions> = {}): Linter {
  return createLinter({
    words: testWords,
    preset: 'strict',
    onRuleError(ruleId, error) {
      throw new Error(`rule ${ruleId} threw`, { cause: error });
    },
    ...options,
  });
}

/** A document for tests of facts and models, with the dictionary, without names. */
export function testDocument(text: string, format: Format = 'plain'): Document {
  return new Document(text, format, language);
}

let words: Language['words'] | undefined;
const language: Language = {
  says: chinese.says,
  scan,
  get words() {
    words ??= testWords();
    return words;
  },
};

/** Findings as plain objects with all they say, for comparisons: what is read on demand is no property of a finding. */
export function plain(findings: readonly Finding[]): unknown[] {
  return JSON.parse(JSON.stringify(findings)) as unknown[];
}
