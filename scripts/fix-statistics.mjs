/**
 * `node --import tsx scripts/fix-statistics.mjs DIR… [--hunks N] [--only RULE]`: what fixing all that is safe would change in every .txt and .md
 * below the folders. Nothing is written. Prints how many texts and places change, by rule and in characters, whether a second run changes
 * anything, and N places (40 unless given) from all over, to be read.
 */
import { readFileSync } from 'node:fs';
import { dirname, extname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { decodeText } from '../host/encoding.ts';
import { applyEdits, createLinter, familyOf, loadWords, safeEdits } from '../rules/index.ts';
import { textsBelow } from './texts-below.mjs';

const CONTEXT = 18;
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { values: options, positionals: folders } = parseArgs({
  allowPositionals: true,
  options: { hunks: { type: 'string', default: '40' }, only: { type: 'string' } },
});
if (folders.length === 0) {
  console.error('usage: node --import tsx scripts/fix-statistics.mjs DIR… [--hunks N] [--only RULE]');
  process.exit(2);
}
const linter = createLinter({ words: loadWords(readFileSync(join(root, 'dist/words.bin'))) });
const accepts = ({ ruleId }) =>
  options.only === undefined || ruleId === options.only || familyOf(ruleId) === options.only;

let [texts, changed, deleted, inserted, units] = [0, 0, 0, 0, 0];
/** @type {string[]} texts that a second run changes again */
const again = [];
/** @type {Map<string, number>} safe fixes of the text as it is, by rule */
const byRule = new Map();
/** @type {string[]} */
const hunks = [];

for (const folder of folders) {
  for (const path of textsBelow(folder)) {
    let text;
    try {
      ({ text } = decodeText(readFileSync(path)));
    } catch {
      continue;
    }
    texts++;
    units += text.length;
    const settings = { format: extname(path) === '.md' ? 'markdown' : 'plain' };
    const linted = linter.open(text, settings);
    const { edits } = safeEdits(linter, linted, accepts);
    if (edits.length === 0) continue;
    changed++;
    for (const { ruleId, fixes } of linted.findings().filter(accepts))
      if (fixes[0]?.safe) byRule.set(ruleId, (byRule.get(ruleId) ?? 0) + 1);
    for (const edit of edits) {
      deleted += edit.end - edit.start;
      inserted += edit.text.length;
      hunks.push(`${relative(folder, path)}  ${hunkOf(text, edit)}`);
    }
    const fixed = applyEdits(text, edits);
    if (safeEdits(linter, linter.open(fixed, settings), accepts).edits.length > 0) again.push(path);
  }
}

console.log(
  `${texts} texts, ${units.toLocaleString('en')} characters; ${changed} texts change in ${hunks.length} places`,
);
console.log(`${deleted.toLocaleString('en')} characters deleted, ${inserted.toLocaleString('en')} inserted`);
console.log(`a second run changes ${again.length} texts${again.map((path) => `\n  ${path}`).join('')}\n`);
for (const [rule, count] of [...byRule].sort((a, b) => b[1] - a[1]))
  console.log(`${String(count).padStart(6)}  ${rule}`);
console.log('');
for (const hunk of spread(hunks, Number(options.hunks))) console.log(hunk);

/** What is deleted in [-…-], what is inserted in {+…+}, with what stands around it. */
function hunkOf(text, { start, end, text: to }) {
  const gone = text.slice(start, end);
  const shown = gone.length > 60 ? `${gone.slice(0, 30)}…${gone.slice(-30)}` : gone;
  return `${text.slice(Math.max(0, start - CONTEXT), start)}${shown && `[-${shown}-]`}${to && `{+${to}+}`}${text.slice(end, end + CONTEXT)}`.replace(
    /\r\n|[\r\n]/g,
    '⏎',
  );
}

/** Places from the whole length of the list, at distances that are not its own. */
function spread(list, count) {
  const step = Math.max(1, Math.floor(list.length * 0.618034));
  const taken = new Set();
  for (let i = 0, at = 0; i < Math.min(count, list.length); i++) {
    while (taken.has(at)) at = (at + 1) % list.length;
    taken.add(at);
    at = (at + step) % list.length;
  }
  return [...taken].map((at) => list[at]);
}
