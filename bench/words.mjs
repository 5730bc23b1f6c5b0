/**
 * `node scripts/build-words.mjs && node --import tsx bench/words.mjs`: speed of the dictionary's segmenter beside nodejieba's, on
 * generated official prose. Rounds alternate between the two, so that the ratio holds on a busy machine where milliseconds do not.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { loadWords } from '../language/text/words.ts';
import { quantile } from './cpu.mjs';

const root = new URL('..', import.meta.url);
const SENTENCES = [
  '各部门要提高政治站位，压实工作责任，加快推进供给侧结构性改革和放管服改革，持续优化营商环境。',
  '今年前三季度，全市地区生产总值完成1234.5亿元，同比增长6.2%，居民人均可支配收入稳步提高。',
  '要聚焦“两不愁三保障”突出问题，逐村逐户逐项查漏补缺，坚决打赢脱贫攻坚战；',
  '区委书记主持召开专题会议，研究部署国家卫生城市复审、防汛抢险和安全生产等重点工作。',
  '驻村工作队和第一书记要沉下身子、扑下身子，帮助群众解决急难愁盼问题，发展特色产业。',
  '会议强调，要认真贯彻落实习近平新时代中国特色社会主义思想，以高质量发展的实际成效检验工作。',
];

const lines = [];
for (let size = 0, i = 0; size < 1_000_000; i++) {
  const line = Array.from({ length: 8 }, (_, k) => SENTENCES[(i * 5 + k * k) % SENTENCES.length]).join('');
  lines.push(line.replace('1234', String(1000 + i)));
  size += line.length;
}
const units = lines.reduce((sum, line) => sum + line.length, 0);

const bytes = readFileSync(new URL('dist/words.bin', root));
const loads = Array.from({ length: 9 }, () => {
  const started = performance.now();
  loadWords(bytes);
  return performance.now() - started;
});
const words = loadWords(bytes);
const out = new Int32Array(Math.max(...lines.map((line) => line.length)));

const contenders = {
  'words, offsets': () => lines.reduce((sum, line) => sum + words.boundaries(line, out), 0),
  'words, tags': () => lines.reduce((sum, line) => sum + words.segment(line).length, 0),
};
try {
  const require = createRequire(import.meta.url);
  const binding = require('nodejieba/build/Release/nodejieba.node');
  const dictionaries = new URL('node_modules/nodejieba/submodules/cppjieba/dict/', root).pathname;
  const file = (name) => `${dictionaries}${name}.utf8`;
  binding.load(...['jieba.dict', 'hmm_model', 'user.dict', 'idf', 'stop_words'].map(file));
  contenders['nodejieba, words without HMM'] = () =>
    lines.reduce((sum, line) => sum + binding.cut(line, false).length, 0);
  contenders['nodejieba, tags'] = () => lines.reduce((sum, line) => sum + binding.tag(line).length, 0);
} catch (error) {
  console.log(`nodejieba does not load here, so there is nothing to compare with: ${error.message}`);
}

const times = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
for (let round = 0; round < 7; round++) {
  for (const [name, run] of Object.entries(contenders)) {
    const started = performance.now();
    run();
    if (round > 0) times[name].push(performance.now() - started); // the first round warms up
  }
}

const median = (values) => quantile(values, 0.5);
const own = median(times['words, tags']);
console.log(`dictionary ${(bytes.length / 1e6).toFixed(1)} MB, loads in ${median(loads).toFixed(1)} ms`);
for (const [name, values] of Object.entries(times)) {
  const ms = median(values);
  const speed = (units / 1000 / ms).toFixed(1);
  console.log(
    `${name.padEnd(30)} ${speed.padStart(6)} M units/s   ${(ms / own).toFixed(2)} × our time with tags`,
  );
}
