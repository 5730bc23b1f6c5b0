/**
 * `node scripts/lone-characters.mjs`: writes `rules/wording/data/lone-characters.tsv`, how often a character is a word by itself, from
 * jieba's dictionary. Run again when the dictionary changes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const OUT = join(root, 'rules/wording/data/lone-characters.tsv');
const DICTIONARY = join(root, 'node_modules/nodejieba/submodules/cppjieba/dict/jieba.dict.utf8');
/** Characters that jieba counts more seldom need no row. */
const LEAST = 6;
/** Short names of provinces stand alone in any plan: 沪通铁路, 引金入黔. */
const PROVINCES = '京津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川蜀黔滇藏陕甘宁';
const PROVINCE = 11;
/** Words of one character that official texts have oftener than others: 项目建设暨营商环境推进会. */
const OFFICIAL = '暨';

/** @type {Map<number, string[]>} */
const steps = new Map();
for (const line of readFileSync(DICTIONARY, 'utf8').split('\n')) {
  const [word, frequency] = line.split(' ');
  if (!word || !/^[\u4e00-\u9fff]$/.test(word)) continue;
  const step =
    PROVINCES.includes(word) || OFFICIAL.includes(word)
      ? PROVINCE
      : Math.round(2 * Math.log10(Number(frequency)));
  if (step < LEAST) continue;
  steps.set(step, [...(steps.get(step) ?? []), word]);
}

const lines = [...steps]
  .sort(([a], [b]) => a - b)
  .map(([step, characters]) => `${step}\t${characters.sort().join('')}\tjieba`);
writeFileSync(
  OUT,
  '# Made by scripts/lone-characters.mjs: not written by hand.\n' +
    '# How often a character stands by itself, in steps of half a power of ten: 6 for a thousand times, 8 for ten thousand.\n' +
    `step\tcharacters\tsource\n${lines.join('\n')}\n`,
);
