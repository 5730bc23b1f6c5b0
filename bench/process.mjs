/**
 * `node bench/process.mjs [--rounds N] [--files N]`: what whole processes cost, in CPU time beside an empty one, in rotation: the
 * command line on one draft and on many, and the server from its start to the first findings; then threads by the clock, and memory.
 * Run on what `npm run build` has made. Linux only.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { serve } from './client.mjs';
import { cpuOfRun, cpuOfRunIn, extraCertificates, quantile, verdict } from './cpu.mjs';
import { cleanDraftOf, draftOf } from './drafts.mjs';
import { loadEngine, root } from './engine.mjs';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '9' }, files: { type: 'string', default: '100' } },
});
const FILES = Number(values.files);
const cli = join(root, 'dist/cli.js');
const peer = join(root, 'node_modules/autocorrect-node/cli.js');
const folder = mkdtempSync(join(tmpdir(), 'gongwen-lint-bench-'));
const write = (name, text) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

try {
  const { linter } = await loadEngine();
  const cleanText = cleanDraftOf(root, 7_000, linter());
  const dirtyText = draftOf(root, 7_000, 'downloaded');
  const clean = write('clean.txt', cleanText);
  const dirty = write('dirty.txt', dirtyText);
  const many = Array.from({ length: FILES }, (_, i) => write(`${i}.txt`, rotated(cleanText, i * 50)));

  const EMPTY = 'node -e 0';
  const PEER = `autocorrect, ${FILES} × clean`;
  /** CPU milliseconds; what it is held against, and how many times that it may cost. */
  const contenders = {
    [EMPTY]: { run: () => cpuOfRun('-e', '0') },
    'command line, clean': { run: () => cpuOfRun(cli, clean), beside: EMPTY, target: 2.5 },
    'command line, dirty': { run: () => cpuOfRun(cli, dirty), beside: EMPTY, target: 3.5 },
    [PEER]: { run: () => cpuOfRun(peer, '--lint', '--format', 'json', ...many) },
    [`command line, ${FILES} × clean`]: {
      run: () => cpuOfRun(cli, '--format', 'json', ...many),
      beside: PEER,
      target: 1,
    },
    'command line, dirty, with names': { run: () => cpuOfRun(cli, '--names', dirty), beside: EMPTY },
    'server, start to first findings, dirty': { run: () => firstFindings(dirtyText), beside: EMPTY },
    ...withCertificates(clean, dirty),
  };
  const times = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
  for (let round = 0; round < Number(values.rounds); round++) {
    for (const [name, { run }] of Object.entries(contenders)) times[name].push(await run());
  }
  console.log('processes on drafts of 7,000 characters: CPU ms, median');
  for (const [name, { beside, target }] of Object.entries(contenders)) {
    const ratio = beside && quantile(times[name], 0.5) / quantile(times[beside], 0.5);
    const judged = target ? verdict(ratio, target) : ratio ? `       ${ratio.toFixed(2)}` : '';
    console.log(
      `${name.padEnd(40)}${quantile(times[name], 0.5).toFixed(0).padStart(7)}   ${judged}${beside ? ` × ${beside}` : ''}`,
    );
  }
  printThreads(many);
  await printMemory(draftOf(root, 100_000, 'downloaded'));
} finally {
  rmSync(folder, { recursive: true });
}
process.exit(0);

/** The same three where each Node of this shell reads certificates first, as most of them do that have measured these ratios. */
function withCertificates(clean, dirty) {
  if (!extraCertificates) return {};
  const run = (...args) => cpuOfRunIn({ ...process.env, NODE_EXTRA_CA_CERTS: extraCertificates }, ...args);
  const EMPTY = 'node -e 0, with certificates';
  return {
    [EMPTY]: { run: () => run('-e', '0') },
    'command line, clean, with certificates': { run: () => run(cli, clean), beside: EMPTY, target: 2.5 },
    'command line, dirty, with certificates': { run: () => run(cli, dirty), beside: EMPTY, target: 3.5 },
  };
}

async function firstFindings(text) {
  const server = await serve(text);
  const cpu = server.cpu();
  await server.stop();
  return cpu;
}

/** By the clock, which tells nothing where the processors have other work. */
function printThreads(files) {
  const [load] = loadavg();
  const clock = (jobs) => {
    const from = performance.now();
    spawnSync(process.execPath, [cli, '--format', 'json', '--jobs', String(jobs), ...files]);
    return performance.now() - from;
  };
  const alone = [];
  const together = [];
  for (let round = 0; round < 3; round++) {
    alone.push(clock(1));
    together.push(clock(2));
  }
  const [one, two] = [quantile(alone, 0.5), quantile(together, 0.5)];
  console.log(
    `\n${FILES} × clean by the clock: ${one.toFixed(0)} ms in one thread, ${two.toFixed(0)} ms in two: ${(one / two).toFixed(2)} times as fast` +
      ` (load ${load.toFixed(1)} on ${availableParallelism()} processors${load > 0.5 ? ': means nothing' : ''})`,
  );
}

/** Of a server that has judged a draft, beside a Node that has done nothing. */
async function printMemory(text) {
  const empty = spawnSync(process.execPath, ['-e', 'console.log(process.memoryUsage.rss())'], {
    encoding: 'utf8',
  });
  const server = await serve(text);
  const more = (server.memory() - Number(empty.stdout)) / 1e6;
  await server.stop();
  console.log(`server with ${text.length} characters open: ${more.toFixed(0)} MB more than an empty node`);
}

/** No text like another. */
function rotated(text, by) {
  const lines = text.split('\n');
  const at = by % lines.length;
  return [...lines.slice(at), ...lines.slice(0, at)].join('\n');
}
