/**
 * `npm run fixed-phrases -- DIR…`: writes `rules/wording/data/fixed-phrases.tsv`, expressions of four characters that public documents
 * have again and again, with those of their characters in whose place none of these documents has another that makes no word: of
 * 挂图作战 every one, of 党规党纪 not the last (党规党情). Run again when there are more documents to count in; DIR are folders of plain text.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadWords } from '../rules/index.ts';
import { expressionKind, GRAMMATICAL } from '../rules/wording/words/expression-kinds.ts';
import { isSlip } from '../rules/wording/words/fixed-phrases.ts';
import { textsBelow } from './texts-below.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const OUT = join(root, 'rules/wording/data/fixed-phrases.tsv');
const words = loadWords(readFileSync(join(root, 'dist/words.bin')));

const LENGTH = 4;
/**
 * How often an expression must have been counted, in how many documents, and how many of its characters must be fixed: a word of the
 * dictionary, two words and the like, and what the dictionary does not know (凝心聚力).
 */
const KINDS = {
  word: { times: 8, documents: 4, fixed: 2 },
  two: { times: 45, documents: 10, fixed: 2 },
  led: { times: 60, documents: 10, fixed: 3 },
  unknown: { times: 45, documents: 10, fixed: 3 },
};
/** Documents have slips of their own: so many to one that another character is one. */
const SLIPS = 400;
/** The part of its places at which an expression begins and ends with words. */
const WHOLE = 0.8;
const ROW = 40;

/** What is known of an expression. @typedef {{ times: number, whole: number, documents: number, last: number }} Count */
/** @type {Map<string, Count>} */
const counts = new Map();
for (const [number, file] of process.argv
  .slice(2)
  .flatMap((folder) => [...textsBelow(folder)])
  .entries()) {
  for (const [run] of readFileSync(file, 'utf8').matchAll(/[\u4e00-\u9fff]{4,}/g)) count(run, number);
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

/** What stands often enough, by the expression. @type {Map<string, { kind: keyof typeof KINDS, times: number, others: number[] }>} */
const candidates = new Map();
for (const [four, { times, whole, documents }] of counts) {
  const kind = expressionKind(four, words) ?? (GRAMMATICAL.isIn(four, 0, LENGTH) ? undefined : 'unknown');
  if (kind === undefined) continue;
  const least = KINDS[kind];
  if (times < least.times || documents < least.documents) continue;
  if (kind === 'word' || whole >= times * WHOLE) candidates.set(four, { kind, times, others: [0, 0, 0, 0] });
}

/** By an expression with a blank for one character, the one that stands there most often. @type {Map<string, string>} */
const around = new Map();
const blanked = (four, at) => `${four.slice(0, at)}?${four.slice(at + 1)}`;
for (const [four, { times }] of candidates) {
  for (let at = 0; at < LENGTH; at++) {
    const most = around.get(blanked(four, at));
    if (most === undefined || candidates.get(most).times < times) around.set(blanked(four, at), four);
  }
}
// What the rule would tell of in these documents: where that is more than their own slips the character is not fixed.
for (const [four, { whole }] of counts) {
  for (let at = 0; at < LENGTH && whole > 0; at++) {
    const right = around.get(blanked(four, at));
    if (right === undefined || right === four) continue;
    const { kind, others } = candidates.get(right);
    if (isSlip(four, right, at, kind, words)) others[at] += whole;
  }
}

/** By the characters that are fixed, as numbers from 1 (`1234`, `12`): the expressions. @type {Map<string, string[]>} */
const bySlots = new Map();
for (const [four, { kind, times, others }] of candidates) {
  const isFixed = (at) => around.get(blanked(four, at)) === four && others[at] * SLIPS <= times;
  const slots = [0, 1, 2, 3].filter((at) => isFixed(at) && !(kind === 'led' && at === 0));
  if (slots.length < KINDS[kind].fixed) continue;
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
# slots: those of the four in whose place these documents have no other character, words made so aside.
slots\tphrases\tsource
${lines.join('\n')}
`,
);
console.log([...bySlots].map(([slots, all]) => `${slots}: ${all.length}`).join(', '));
