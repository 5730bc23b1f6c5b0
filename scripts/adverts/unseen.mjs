/**
 * `node scripts/adverts/unseen.mjs LINES.tsv [--folds N]`: recall on lines of sites that the word lists have not seen. The sites are dealt
 * into folds; for each, the words are taken away that its lines have and neither the lines of the others nor the invented ones
 * (`leftovers.txt`): they may have come into the lists from there. What is left of the lists reads the fold's lines, each alone in a
 * small document at its place. Columns: id, kind (advert, honest), sub, place, source, text, before, after.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));
const SOURCES = [
  'engine',
  'language',
  'rules',
  'scripts',
  'docx',
  'english',
  'host',
  'generated',
  'package.json',
  'tsconfig.json',
];
const LINKED = ['node_modules', 'dist'];
const DATA = 'rules/advert/data';
/** Run in the copy: 1 for each text where an error or warning of the family overlaps the line. */
const READER = `
import { readFileSync } from 'node:fs';
import { createLinter, loadWords } from './rules/index.ts';
const linter = createLinter({ preset: undefined, words: loadWords(readFileSync('dist/words.bin')), onRuleError: () => {} });
const isHit = ({ text, start, end }) =>
  linter.open(text, { format: 'plain' }).findings().some((f) =>
    f.ruleId.startsWith('advert/') && /error|warning/.test(f.severity) && f.start < end && f.end > start);
console.log(JSON.stringify(JSON.parse(readFileSync('texts.json', 'utf8')).map((t) => (isHit(t) ? 1 : 0))));
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { folds: { type: 'string', default: '5' } },
});
const [file] = positionals;
if (file === undefined) {
  console.error('usage: node scripts/adverts/unseen.mjs LINES.tsv [--folds N]');
  process.exit(2);
}
const rows = readFileSync(file, 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [id, kind, sub, place, source, text, before, after] = line.split('\t').map(widened);
    return { id, kind, sub, place, source, text, before, after };
  })
  .filter(({ kind }) => kind === 'advert');
const sites = [...new Set(rows.map(({ source }) => source))].sort();
const folds = Number(values.folds);
const foldOf = new Map(sites.map((site, i) => [site, i % folds]));
const invented = readFileSync(new URL('leftovers.txt', import.meta.url), 'utf8').toLowerCase();

/** @type {Map<string, [number, number, number]>} lines of a kind, found with all words, found without the fold's own */
const bySub = new Map();
let taken = 0;
for (let fold = 0; fold < folds; fold++) {
  const mine = rows.filter(({ source }) => foldOf.get(source) === fold);
  const others = rows.filter(({ source }) => foldOf.get(source) !== fold);
  const seen = `${others.map(({ text }) => text.toLowerCase()).join('\n')}\n${invented}`;
  const own = mine.map(({ text }) => text.toLowerCase()).join('\n');
  const isOwn = (word) => own.includes(word) && !seen.includes(word);
  const full = read(mine, () => false);
  const less = read(mine, isOwn);
  mine.forEach(({ sub }, i) => {
    const [all, a, b] = bySub.get(sub) ?? [0, 0, 0];
    bySub.set(sub, [all + 1, a + full[i], b + less[i]]);
  });
}
const percent = (n, all) => `${((100 * n) / all).toFixed(1)} %`;
let sums = [0, 0, 0];
for (const [sub, counts] of [...bySub].sort((a, b) => b[1][0] - a[1][0])) {
  sums = sums.map((sum, i) => sum + counts[i]);
  console.log(
    `| ${sub} | ${counts[0]} | ${percent(counts[1], counts[0])} | ${percent(counts[2], counts[0])} |`,
  );
}
console.log(`| all | ${sums[0]} | ${percent(sums[1], sums[0])} | ${percent(sums[2], sums[0])} |`);
console.log(`${sites.length} sites in ${folds} folds; ${taken} words taken away in all`);

/** Which of the lines are told of, by lists without the words. @returns {(0 | 1)[]} */
function read(lines, isTaken) {
  const copy = mkdtempSync(join(tmpdir(), 'unseen-'));
  try {
    for (const name of SOURCES) cpSync(join(root, name), join(copy, name), { recursive: true });
    for (const name of LINKED) symlinkSync(join(root, name), join(copy, name));
    for (const name of readdirSync(join(copy, DATA)).filter((n) => n.endsWith('.lexicon.tsv'))) {
      const table = readFileSync(join(copy, DATA, name), 'utf8').split('\n');
      const kept = table.filter((row) => row.startsWith('#') || !isTaken(row.split('\t')[0]));
      taken += table.length - kept.length;
      writeFileSync(join(copy, DATA, name), kept.join('\n'));
    }
    execFileSync('node', ['scripts/generate.mjs'], { cwd: copy, stdio: 'pipe' });
    writeFileSync(join(copy, 'texts.json'), JSON.stringify(lines.map(inDocument)));
    writeFileSync(join(copy, 'read.ts'), READER);
    const out = execFileSync('node', ['--import', 'tsx', 'read.ts'], { cwd: copy, encoding: 'utf8' });
    return JSON.parse(out);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** A small speech with the line at its place, and where the line stands. */
function inDocument({ place, text, before, after }) {
  const lines = [
    '在全市重点工作推进会上的讲话',
    '同志们：',
    '今天我们召开这次会议，主要任务是总结前一阶段的工作，安排下一步的重点任务。',
    '下一步，要突出抓好项目建设、民生保障和安全稳定三件大事，层层压实责任，确保完成全年任务。',
    '谢谢大家！',
  ];
  const at = { cover: 0, 'after-title': 1, between: 3, inline: 3, tail: 5 }[place];
  const lead = place === 'inline' ? before : '';
  lines.splice(at, 0, `${lead}${text}${place === 'inline' ? after : ''}`);
  const start = lines.slice(0, at).join('\n').length + (at > 0 ? 1 : 0) + lead.length;
  return { text: lines.join('\n'), start, end: start + text.length };
}

/** Stored copies of pages have half-width commas. */
function widened(cell) {
  const wide = { ',': '，', ':': '：', ';': '；', '!': '！', '?': '？' };
  return cell.replace(/(?<=[\u4e00-\u9fff”》）])[,:;!?]|[,;!?](?=[\u4e00-\u9fff])/g, (mark) => wide[mark]);
}
