/**
 * `npm run corpus -- DIR [--examples N] [--family F] [--all] [--json] [--hashes] [--readings]`: lints every .txt and .md below DIR and says how often each
 * rule speaks. Over published texts nearly every finding is a false alarm: the tool to earn a rule's severity with.
 *
 *   --examples N   examples of each of the noisiest rules (default 3)
 *   --family F     this family or rule only
 *   --all          examples of every rule, not only of the five noisiest, and all of them unless N is given
 *   --json         for scripts: counts and all findings
 *   --hashes       of each error and warning that nobody has judged: its line of corpus-defects.tsv, for those that are true defects
 *   --readings     what figures state of each other, by kind: how many statements agree with the text, and how many do not
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, extname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { decodeText } from '../host/encoding.ts';
import { countedLists, verdict } from '../rules/figures/lists/counted.ts';
import { relations } from '../rules/figures/relations/fact.ts';
import { saidAcross } from '../rules/figures/statements/passages.ts';
import { createLinter, familyOf, loadWords, SEVERITIES } from '../rules/index.ts';
import { textsBelow } from './texts-below.mjs';

/** Characters per false alarm that a level may cost on published texts. */
const BUDGETS = { error: 500_000, warning: 50_000 };
/** Findings that were read and are right: rule, and a hash of it and of what stands around. No text is kept. */
const DEFECTS = new URL('corpus-defects.tsv', import.meta.url);
const CONTEXT = 30;
const NOISIEST = 5;

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    examples: { type: 'string' },
    family: { type: 'string' },
    all: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    hashes: { type: 'boolean', default: false },
    readings: { type: 'boolean', default: false },
  },
});
const [folder] = positionals;
if (folder === undefined || positionals.length > 1)
  fail('usage: npm run corpus -- DIR [--examples N] [--family F] [--all] [--json] [--hashes] [--readings]');
if (!existsSync(folder)) fail(`${folder}: no such file or folder`);
const dictionary = join(root, 'dist/words.bin');
if (!existsSync(dictionary)) fail('dist/words.bin is missing: run `npm run build` first');
const examples = options.examples === undefined ? (options.all ? Infinity : 3) : Number(options.examples);
if (Number.isNaN(examples)) fail(`--examples takes a number, not ${options.examples}`);

const linter = createLinter({
  // All is told, whatever presets leave out.
  preset: undefined,
  words: loadWords(readFileSync(dictionary)),
  onRuleError: (ruleId, error) => console.error(`${ruleId} threw: ${error?.stack ?? error}`),
});
const wanted = (id) =>
  options.family === undefined || id === options.family || familyOf(id) === options.family;

/** @type {{file: string, line: number, column: number, ruleId: string, level: string, message: string, context: string}[]} */
const findings = [];
/** By kind of statement: how many agree, disagree, are not judged. @type {Map<string, [number, number, number]>} */
const readings = new Map();
let characters = 0;
let files = 0;
for (const path of textsBelow(folder)) {
  const file = relative(folder, path) || path;
  let text;
  try {
    ({ text } = decodeText(readFileSync(path)));
  } catch (error) {
    console.error(`${file}: ${error.problem ?? error}`);
    continue;
  }
  files++;
  characters += text.length;
  const linted = linter.open(text, { format: extname(path) === '.md' ? 'markdown' : 'plain' });
  if (options.readings) countReadings(linted.document);
  for (const { ruleId, severity, start, end, message } of linted.findings()) {
    if (!wanted(ruleId)) continue;
    const paragraph = linted.document.paragraphAt(start);
    findings.push({
      file,
      line: paragraph.index + 1,
      column: start - paragraph.start + 1,
      ruleId,
      level: severity,
      message,
      context: inContext(text, start, end),
    });
  }
}

const defects = new Set(
  readFileSync(DEFECTS, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#')),
);
const isDefect = (finding) => defects.has(lineOf(finding));

const byLevel = Object.fromEntries(
  SEVERITIES.map((level) => [level, findings.filter((finding) => finding.level === level).length]),
);
const byFamily = countBy(findings, ({ ruleId }) => familyOf(ruleId));
const byRule = countBy(findings, ({ ruleId }) => ruleId);

if (options.readings) {
  reportReadings();
} else if (options.hashes) {
  const judged = findings.filter((finding) => BUDGETS[finding.level] && !isDefect(finding));
  for (const line of new Set(judged.map(lineOf))) console.log(line);
} else if (options.json) {
  console.log(JSON.stringify({ files, characters, byLevel, byFamily, byRule, findings }));
} else {
  report();
}

function countReadings(document) {
  const count = (kind, column) => {
    if (!readings.has(kind)) readings.set(kind, [0, 0, 0]);
    readings.get(kind)[column]++;
  };
  for (const { relation } of saidAcross(document))
    count(`across: ${relation.reading}`, relation.holds ? 0 : 1);
  for (const paragraph of document.paragraphs) {
    for (const { rule, reading, holds } of paragraph.fact(relations))
      count(`${rule}: ${reading}`, holds ? 0 : 1);
    for (const counted of paragraph.fact(countedLists)) {
      const judged = verdict(counted, paragraph.text);
      count(`enumeration: ${counted.tie}`, judged === 'agrees' ? 0 : judged === 'unclear' ? 2 : 1);
    }
  }
}

function reportReadings() {
  console.log(
    `${files} texts, ${characters.toLocaleString('en')} characters\n\n agree  disagree  unclear  statement`,
  );
  for (const [kind, [agree, disagree, unclear]] of [...readings].sort()) {
    console.log(
      `${String(agree).padStart(6)}  ${String(disagree).padStart(8)}  ${String(unclear).padStart(7)}  ${kind}`,
    );
  }
}

function report() {
  console.log(`${files} texts, ${characters.toLocaleString('en')} characters, ${findings.length} findings\n`);
  console.log('per 10,000 characters  findings');
  const row = (count, name) =>
    console.log(
      `${((count / characters) * 10_000).toFixed(3).padStart(21)}  ${String(count).padStart(8)}  ${name}`,
    );
  for (const [level, count] of Object.entries(byLevel)) {
    const budget = BUDGETS[level];
    if (!budget) {
      row(count, level);
      continue;
    }
    const right = findings.filter((finding) => finding.level === level && isDefect(finding)).length;
    const allowed = characters / budget;
    row(count - right, `${level}  (budget ${allowed.toFixed(1)}${count - right > allowed ? ', OVER' : ''})`);
    row(right, `${level}, judged to be a true defect of its text`);
  }
  console.log('');
  for (const [family, count] of byFamily) row(count, family);
  console.log('');
  for (const [rule, count] of byRule) {
    const levels = countBy(
      findings.filter((finding) => finding.ruleId === rule),
      ({ level }) => level,
    );
    row(count, `${rule}  ${levels.map(([level, n]) => `${level} ${n}`).join(', ')}`);
  }
  for (const [rule, count] of options.all ? byRule : byRule.slice(0, NOISIEST)) {
    const all = findings.filter((finding) => finding.ruleId === rule);
    const shown = spread(all, Math.min(examples, count));
    if (shown.length === 0) continue;
    console.log(`\n${rule}  (${shown.length} of ${count})`);
    for (const finding of shown) {
      const { file, line, column, level, context, message } = finding;
      const judged = isDefect(finding) ? ', a true defect' : '';
      console.log(`  ${file}:${line}:${column}  ${level}${judged}\n    ${context}\n    ${message}`);
    }
  }
}

/** The line of {@link DEFECTS} that says a finding is right. */
function lineOf({ ruleId, context }) {
  return `${ruleId}\t${createHash('sha256').update(`${ruleId}\n${context}`).digest('hex').slice(0, 16)}`;
}

/** Some of the list, from its whole length: the first few would all stand in one file. */
function spread(list, count) {
  return Array.from({ length: count }, (_, i) => list[Math.floor((i * list.length) / count)]);
}

/** The range in ⟦ ⟧ with what stands around it, on one line. */
function inContext(text, start, end) {
  const shown =
    end - start > 80
      ? `${text.slice(start, start + 40)}…${text.slice(end - 40, end)}`
      : text.slice(start, end);
  return `${text.slice(Math.max(0, start - CONTEXT), start)}⟦${shown}⟧${text.slice(end, end + CONTEXT)}`
    .replace(/\r\n|[\r\n]/g, '⏎')
    .trim();
}

/** `[key, count]`, most first. */
function countBy(list, key) {
  const counts = new Map();
  for (const item of list) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}

/** @returns {never} */
function fail(message) {
  console.error(message);
  process.exit(2);
}
