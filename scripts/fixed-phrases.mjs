/**
 * `npm run fixed-phrases -- DIR…`: writes `rules/wording/data/fixed-phrases.tsv`, expressions of four characters that public documents
 * have again and again, with those of their characters in whose place none of these documents has another: of 挂图作战 every one, of
 * 党规党纪 not the last (党规党情). Run again when there are more documents to count in; DIR are folders of plain text.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadWords } from '../rules/index.ts';
import { expressionKind, GRAMMATICAL } from '../rules/wording/words/expression-kinds.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const OUT = join(root, 'rules/wording/data/fixed-phrases.tsv');
const words = loadWords(readFileSync(join(root, 'dist/words.bin')));

const LENGTH = 4;
/**
 * How often an expression must have been counted, in how many documents, and how many of its characters must be fixed: a word of the
 * dictionary, two words and the like, what the dictionary does not know (凝心聚力), and one that is counted all the time.
 */
const KINDS = {
  word: { times: 5, documents: 3, fixed: 2 },
  two: { times: 15, documents: 6, fixed: 2 },
  led: { times: 15, documents: 6, fixed: 2 },
  unknown: { times: 25, documents: 8, fixed: 3 },
};
const ALWAYS = 40;
/** Documents have slips of their own: so many to one that another character is one. */
const SLIPS = 400;
/** The part of its places at which an expression begins and ends with words. */
const WHOLE = 0.8;
const ROW = 40;

/** What is known of an expression. @typedef {{ times: number, whole: number, documents: number, last: number }} Count */
/** @type {Map<string, Count>} */
const counts = new Map();
for (const [number, file] of process.argv.slice(2).flatMap(filesIn).entries()) {
  for (const [run] of readFileSync(file, 'utf8').matchAll(/[\u4e00-\u9fff]{4,}/g)) count(run, number);
}

function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesIn(path);
    return /\.(?:txt|md)$/.test(path) ? [path] : [];
  });
}

/** @param {string} run of Han characters @param {number} document */
function count(run, document) {
  for (let at = 0; at + LENGTH <= run.length; at++) {
    const four = run.slice(at, at + LENGTH);
    const known = counts.get(four) ?? { times: 0, whole: 0, documents: 0, last: -1 };
    counts.set(four, known);
    known.times++;
    if (!words.straddles(run, at, at + LENGTH)) known.whole++;
    if (known.last !== document) known.documents++;
    known.last = document;
  }
}

/** By an expression with a blank for one character: how often any stands there. @type {Map<string, number>} */
const around = new Map();
const blanked = (four, at) => `${four.slice(0, at)}?${four.slice(at + 1)}`;
for (const [four, { times }] of counts) {
  for (let at = 0; at < LENGTH; at++)
    around.set(blanked(four, at), (around.get(blanked(four, at)) ?? 0) + times);
}

/** By the characters that are fixed, as numbers from 1 (`1234`, `12`): the expressions. @type {Map<string, string[]>} */
const bySlots = new Map();
for (const [four, { times, whole, documents }] of counts) {
  const kind = expressionKind(four, words) ?? (GRAMMATICAL.isIn(four, 0, LENGTH) ? undefined : 'unknown');
  if (kind === undefined) continue;
  const least = KINDS[kind];
  if (times < least.times || documents < least.documents) continue;
  if (kind !== 'word' && whole < times * WHOLE) continue;
  const isFixed = (at) => (around.get(blanked(four, at)) - times) * SLIPS <= times;
  const slots = [0, 1, 2, 3].filter((at) => isFixed(at) && !(kind === 'led' && at === 0));
  const isEnough = slots.length >= least.fixed || (kind === 'two' && times >= ALWAYS && slots.length > 0);
  if (!isEnough) continue;
  const key = slots.map((at) => at + 1).join('');
  bySlots.set(key, [...(bySlots.get(key) ?? []), four]);
}

const lines = [...bySlots].sort().flatMap(([slots, all]) => {
  const sorted = all.sort();
  return Array.from({ length: Math.ceil(sorted.length / ROW) }, (_, i) =>
    [slots, sorted.slice(i * ROW, (i + 1) * ROW).join(' '), '公开文件常用'].join('\t'),
  );
});
writeFileSync(
  OUT,
  `# Made by scripts/fixed-phrases.mjs: not written by hand.
# Expressions of four characters that public documents have again and again; many to a row, blanks between them.
# slots: those of the four in whose place these documents have no other character.
slots\tphrases\tsource
${lines.join('\n')}
`,
);
console.log([...bySlots].map(([slots, all]) => `${slots}: ${all.length}`).join(', '));
