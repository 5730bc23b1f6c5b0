/**
 * `node bench/hostile.mjs [--size N] [--piece 一是] [--all]`: lines unlike prose, one piece over and over, in a line of N
 * units and in one eight times as long. Where the time is linear the ratio is about 8, where it is quadratic 64. Prints
 * the slowest; with `--all` all.
 *
 * `node bench/hostile.mjs --random 2000 [--seed 1]`: pairs and triples of all words that rules look for, as many lines.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { loadEngine, root } from './engine.mjs';
import { hostileLines, PIECES, vocabulary } from './pieces.mjs';

const TIMES = 8;
/** Ratios above this are marked; the collector and a busy machine account for some. */
const SUSPECT = 20;
/** Below this many milliseconds a ratio says nothing. */
const NEGLIGIBLE = 100;
const SHOWN = 25;
/** A line that takes longer, in ms, is given up, and told of. */
const PATIENCE = 20_000;

if (isMainThread) await main();
else await work();

/** Lines are measured in a thread, which can be ended when one never comes to an end. */
async function main() {
  const { values } = parseArgs({
    options: {
      size: { type: 'string', default: '6000' },
      piece: { type: 'string' },
      all: { type: 'boolean', default: false },
      random: { type: 'string' },
      seed: { type: 'string', default: '1' },
    },
  });
  const size = Number(values.size);
  const lines = linesOf(values);
  const rows = [];
  for (let done = 0; done < lines.length * 2; ) {
    done = await measureFrom(done, { ...values, size }, (row) => rows.push(row));
  }
  rows.sort((a, b) => b.large - a.large);
  const suspect = ({ ratio, large }) => large > NEGLIGIBLE && ratio > SUSPECT;
  console.log(`CPU time of one line: ${size} units, ${size * TIMES} units, ratio (linear: ${TIMES})`);
  for (const [i, row] of rows.entries()) {
    if (!values.all && i >= SHOWN && !suspect(row)) continue;
    const { format, piece, small, large, ratio } = row;
    console.log(
      `${format.padEnd(8)} ${small.toFixed(1).padStart(9)} ms ${large.toFixed(1).padStart(9)} ms ${ratio.toFixed(1).padStart(6)}` +
        `${suspect(row) ? ' !' : '  '} ${JSON.stringify(piece)}`,
    );
  }
  console.log(`${rows.length} lines, ${rows.filter(suspect).length} that grow faster than they should`);
}

/** Lines by length. */
function linesOf({ random, seed, piece }) {
  if (random) return [...hostileLines(vocabulary(root), Number(random), Number(seed))];
  const pieces = piece ? [piece] : [...new Set(PIECES)];
  return pieces.map((unit) => (length) => unit.repeat(Math.ceil(length / unit.length)));
}

/** Measures from a place in the list on, to its end or to a line that takes too long; returns where to go on. */
function measureFrom(from, options, found) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(join(root, 'bench/hostile.mjs'), { workerData: { from, ...options } });
    let next = from;
    let timer;
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(() => worker.terminate(), PATIENCE);
    };
    worker.on('message', (row) => {
      if (row.started) wait();
      else {
        found(row);
        next++;
      }
    });
    worker.on('error', reject);
    worker.on('exit', (code) => {
      clearTimeout(timer);
      if (code !== 0) {
        const { format, piece } = caseAt(linesOf(options), next++);
        found({ format, piece, small: Number.NaN, large: PATIENCE, ratio: Number.POSITIVE_INFINITY });
      }
      resolve(next);
    });
  });
}

function caseAt(lines, i) {
  const line = lines[i >> 1];
  return { format: i % 2 === 0 ? 'plain' : 'markdown', line, piece: line(40).slice(0, 60) };
}

async function work() {
  const { linter: linterOf, selectSafeFixes } = await loadEngine();
  const linter = linterOf();
  const { from, size } = workerData;
  const lines = linesOf(workerData);

  /** All that findings say, the choice among their fixes, and a key typed at the end. */
  const cost = (text, format) => {
    const before = process.cpuUsage();
    const linted = linter.open(text, { format });
    for (const finding of linted.findings()) finding.toJSON();
    selectSafeFixes(linted.findings());
    linted.update([{ start: text.length, end: text.length, text: '甲' }]);
    linted.findings();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  for (let i = from; i < lines.length * 2; i++) {
    const { format, line, piece } = caseAt(lines, i);
    parentPort.postMessage({ started: true });
    // Short ones first: what grows exponentially is seen there, and cannot be measured anywhere else.
    cost(line(100), format);
    const small = Math.min(...(workerData.random ? [1, 2] : [1, 2, 3]).map(() => cost(line(size), format)));
    const large = cost(line(size * TIMES), format);
    parentPort.postMessage({ format, piece, small, large, ratio: large / small });
  }
}
