/**
 * `node --import tsx scripts/list-coverage.mjs LIST.tsv…`: how much of a list of wrong forms the rules know. A list has a column `wrong` or
 * `variant`, and may have `match_example`, a text that has the form where it is wrong. Each is set into a sentence and linted; forms that are
 * left alone on purpose stand with the reason in docs/development/coverage-words.md. Whatever is neither is printed, and makes it fail.
 */
import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createLinter, familyOf, loadWords, SEVERITIES } from '../rules/index.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
/** Families that speak of words; others may speak of the sentence around them. */
const OF_WORDS = ['wording', 'terms', 'figures'];

const linter = createLinter({
  words: loadWords(readFileSync(join(root, 'dist/words.bin'))),
  preset: 'strict',
});

/** By form: why it is left alone. */
const leftOut = new Map(
  [
    ...readFileSync(join(root, 'docs/development/coverage-words.md'), 'utf8').matchAll(
      /^\| (.+?) \| (.+?) \|$/gm,
    ),
  ].flatMap(([, forms, why]) => forms.split('、').map((form) => [form, why])),
);

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error('usage: node --import tsx scripts/list-coverage.mjs LIST.tsv…');
  process.exit(2);
}
for (const file of files) {
  const counts = new Map([...SEVERITIES, 'left out', 'unknown'].map((name) => [name, 0]));
  const entries = entriesOf(readFileSync(file, 'utf8'));
  for (const { form, example } of entries) {
    const told = gravest(example) ?? gravest(form) ?? (leftOut.has(form) ? 'left out' : 'unknown');
    counts.set(told, counts.get(told) + 1);
    if (told !== 'unknown') continue;
    console.log(`unknown: ${form} (${example})`);
    process.exitCode = 1;
  }
  console.log(
    `${basename(file)}: ${entries.length} forms; ${[...counts].map(([name, n]) => `${name} ${n}`).join(', ')}`,
  );
}

function entriesOf(text) {
  const [head, ...lines] = text
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'));
  const at = (name) => head.indexOf(name);
  const form = Math.max(at('wrong'), at('variant'));
  return lines.map((cells) => ({ form: cells[form], example: cells[at('match_example')] || cells[form] }));
}

/** The gravest severity at which a sentence with the words is told of them; undefined where it is not. */
function gravest(words) {
  const found = [`各部门${words}，确保落实。`, words].flatMap((text) => linter.lint(text));
  const severities = found
    .filter(({ ruleId }) => OF_WORDS.includes(familyOf(ruleId)))
    .map(({ severity }) => severity);
  return SEVERITIES.find((severity) => severities.includes(severity));
}
