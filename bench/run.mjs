/**
 * `npm run bench`: how fast the engine is, beside a quick peer and the floor, in one run and in rotation, by CPU time, so that the
 * ratios hold on a busy machine where milliseconds do not. What is measured is the bundled code, as it is shipped, once it is compiled.
 * The words of findings are read as an editor reads them; what a gap asks the writer for is worked out when he fills it.
 *
 *   npm run bench [-- --rounds N] [--size MOST]
 */
import { createRequire } from 'node:module';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { quantile } from './cpu.mjs';
import { cleanDraftOf, draftOf, paragraphsOf, STATES } from './drafts.mjs';
import { loadEngine, root } from './engine.mjs';

const require = createRequire(import.meta.url);
const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '7' }, size: { type: 'string', default: '1000000' } },
});
const rounds = Math.max(3, Number(values.rounds));

const SIZES = [7_000, 100_000, 1_000_000].filter((size) => size <= Number(values.size));
/** At most so many keystrokes, and so many milliseconds, at each size. */
const KEYSTROKES = 400;
const KEYSTROKE_TIME = 15_000;
/** Characters and keystrokes that are not counted: the code is still being compiled. */
const WARM_UP_CHARACTERS = 3_000_000;
const WARM_UP = 20;

const engine = await loadEngine();
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');
const autocorrect = require('autocorrect-node');
/** What the target is promised for, and the whole product. */
const PROMISED = 'placeholder + advert';
const LINTERS = {
  [PROMISED]: engine.linter((id) => /^(?:placeholder|advert)\//.test(id)),
  'all families': engine.linter(),
};
/** A clean draft, in which findings cost nothing, takes at most so many times as long as its scan. */
const MOST_SCANS = 4;
/** Times the throughput of autocorrect, at every size. */
const TARGETS = { [PROMISED]: () => 8, 'all families': (state) => (state === 'clean' ? 4 : 2) };
const ALL_STATES = ['clean', ...STATES];
// As in an editor, documents are open all along: when the last object of a kind is collected, V8 throws away the code that
// it has compiled for them, and what would be measured is its compiler.
const stillOpen = Object.values(LINTERS).map((linter) => {
  const text = draftOf(root, 20_000, 'dense');
  for (let i = 0; i < WARM_UP; i++) linter.open(text).findings();
  const linted = linter.open(text);
  readWords(linted.findings());
  return linted;
});

console.log(
  `node ${process.version}, V8 ${process.versions.v8}, ${process.platform} ${process.arch}, ${cpus().length} × ${cpus()[0].model}`,
);
console.log(
  `${engine.rules.length} rules; autocorrect-node ${require('autocorrect-node/package.json').version}; median of ${rounds} rounds\n`,
);

// ── Full lint ────────────────────────────────────────────────────────────────────────────────────────────────────────

const PEER = 'autocorrect lintFor, by lines';
const FLOOR = 'charCodeAt loop';
const SCAN = 'our scan alone';
/** @type {Record<string, (text: string, lines: string[]) => number>} each returns something that depends on its work */
const others = {
  // On a whole text it gives up at 254,000 characters; line by line it does not.
  [PEER]: (_, lines) => lines.reduce((sum, line) => sum + autocorrect.lintFor(line, 'x.txt').lines.length, 0),
  // Lines, tokens and words of the lists, which all that is found rests on.
  [SCAN]: (text) =>
    LINTERS['all families'].open(text).document.paragraphs.reduce((sum, { scan }) => sum + scan.kinds, 0),
  [FLOOR]: (text) => {
    let sum = 0;
    for (let i = 0; i < text.length; i++) sum = (sum + text.charCodeAt(i)) | 0;
    return sum;
  },
};

const table = [
  [
    'full lint, in rotation',
    'draft',
    'characters',
    'findings',
    'ms',
    'M characters/s',
    '× autocorrect',
    'share of the floor',
  ],
];
/** By size and family choice, in milliseconds. */
const fullLint = new Map();
/** By linter and state, what it comes to at each size: times the throughput of the peer. */
const ratios = new Map();
/** All families on clean text at each size: how many scans. */
const scans = [];
for (const [state, size] of ALL_STATES.flatMap((state) => SIZES.map((size) => [state, size]))) {
  const text = draft(size, state);
  for (const [name, linter] of Object.entries(LINTERS)) {
    // A rotation for each: what the whole product leaves to the collector is not collected at the cost of two families.
    const contenders = { [name]: () => readWords(linter.open(text).findings()), ...others };
    const { medians, results } = rotate(contenders, text);
    fullLint.set(`${state} ${size} ${name}`, medians[name]);
    const key = `${name.padEnd(22)}${state}`;
    const target = TARGETS[name](state);
    const reached = ratios.get(key)?.reached ?? [];
    reached.push(medians[PEER] / medians[name]);
    ratios.set(key, { target, reached });
    if (name !== PROMISED && state === 'clean') scans.push(medians[name] / medians[SCAN]);
    for (const [i, [contender, milliseconds]] of Object.entries(medians).entries()) {
      table.push([
        contender,
        i === 0 ? state : '',
        i === 0 ? text.length.toLocaleString('en') : '',
        i === 0 ? String(results[name]) : '',
        milliseconds.toFixed(milliseconds < 10 ? 3 : 1),
        (text.length / milliseconds / 1000).toFixed(2),
        (medians[PEER] / milliseconds).toFixed(1),
        `${((medians[FLOOR] / milliseconds) * 100).toFixed(1)} %`,
      ]);
    }
  }
}
print(table);
console.log('\n× autocorrect at each size, and what is wanted at least');
for (const [key, { target, reached }] of ratios) {
  const all = reached.map((ratio) => ratio.toFixed(1)).join(' / ');
  console.log(
    `  ${key.padEnd(34)}${Math.min(...reached) < target ? 'MISSED' : 'met   '} ${all} of ${target}`,
  );
}
console.log(
  `\n× our own scan, all families on clean text at each size\n  ${Math.max(...scans) > MOST_SCANS ? 'MISSED' : 'met   '} ${scans.map((ratio) => ratio.toFixed(1)).join(' / ')} of at most ${MOST_SCANS}\n`,
);

// ── A keystroke ──────────────────────────────────────────────────────────────────────────────────────────────────────

const keystrokes = [
  [
    'keystroke in a 3,000-character paragraph',
    'draft',
    'characters',
    'median ms',
    'p95 ms',
    'full lint ms',
    'ratio',
  ],
];
for (const [state, size] of STATES.flatMap((state) => SIZES.map((size) => [state, size])))
  for (const [name, linter] of Object.entries(LINTERS)) {
    const text = draft(size, state);
    const middle = text.indexOf('\n', text.length >> 1) + 1;
    const paragraph = paragraphsOf(root).join('').repeat(3).slice(0, 3000);
    const linted = linter.open(`${text.slice(0, middle)}${paragraph}\n${text.slice(middle)}`);
    linted.findings();
    const letters = '会议强调，要抓好×落实3。';
    const at = middle + 1500;
    const times = [];
    const begin = performance.now();
    for (let i = 0; i < KEYSTROKES + WARM_UP && (i < 40 || performance.now() - begin < KEYSTROKE_TIME); i++) {
      const start = at + (i >> 1);
      // Typed, and every second one taken back: the paragraph stays what it is.
      const edit =
        i % 2 === 0
          ? { start, end: start, text: letters[(i >> 1) % letters.length] }
          : { start, end: start + 1, text: '' };
      const from = performance.now();
      linted.update([edit]);
      linted.findings();
      if (i >= WARM_UP) times.push(performance.now() - from);
    }
    const cost = median(times);
    keystrokes.push([
      name,
      state,
      linted.document.length.toLocaleString('en'),
      cost.toFixed(3),
      quantile(times, 0.95).toFixed(3),
      fullLint.get(`${state} ${size} ${name}`).toFixed(2),
      `1 : ${(fullLint.get(`${state} ${size} ${name}`) / cost).toFixed(0)}`,
    ]);
  }
print(keystrokes);
console.log(`\n${stillOpen.length} documents were open besides`);

/** Runs the contenders in turn over a text, so that what slows the machine slows them all: milliseconds, and what they return. */
function rotate(contenders, text) {
  const lines = text.split('\n').filter((line) => line !== '');
  const times = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
  // A round of a small text is repeated within, so that the clock has something to measure.
  const repeat = Math.max(1, Math.round(100_000 / text.length));
  const warmUp = Math.ceil(WARM_UP_CHARACTERS / (repeat * text.length));
  const results = {};
  for (let round = -warmUp; round < rounds; round++) {
    for (const [name, run] of Object.entries(contenders)) {
      // What one contender leaves behind is not collected at another's cost.
      collect({ type: 'minor' });
      const before = process.cpuUsage();
      for (let i = 0; i < repeat; i++) results[name] = run(text, lines);
      const { user, system } = process.cpuUsage(before);
      if (round >= 0) times[name].push((user + system) / 1000 / repeat);
    }
  }
  const medians = Object.fromEntries(Object.entries(times).map(([name, list]) => [name, median(list)]));
  return { medians, results };
}

/** Reads what an editor shows of findings; returns how many there are. */
function readWords(findings) {
  for (const { message, evidence, basis, fixes } of findings) void [message, evidence, basis, fixes];
  return findings.length;
}

/** A draft of a size in a state of work. */
function draft(size, state) {
  if (state === 'clean') return cleanDraftOf(root, size, LINTERS['all families']);
  const cleaner = LINTERS[PROMISED];
  const withoutAdverts = (text) =>
    engine.fixText(cleaner, text, {}, ({ ruleId }) => ruleId.startsWith('advert/')).text;
  return draftOf(root, size, state, withoutAdverts);
}

function median(values) {
  return quantile(values, 0.5);
}

/** Columns: the first to the left, the others to the right. */
function print(rows) {
  const widths = rows[0].map((_, c) => Math.max(...rows.map((row) => columns(row[c]))));
  for (const row of rows) {
    const cells = row.map((cell, c) => {
      const blanks = ' '.repeat(widths[c] - columns(cell));
      return c === 0 ? cell + blanks : blanks + cell;
    });
    console.log(cells.join('   ').trimEnd());
  }
}

function columns(text) {
  return [...text].length;
}
