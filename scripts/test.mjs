/**
 * `npm test`: everything, from the formatter to a real VS Code, ending in one line `N passed, N failed` and the time it took.
 *
 * The bundles are those of the package: what is tested is what is shipped. Each stage is a command; those that do not need each other run side
 * by side, as many as there are processors, and what each says is printed when it ends. A stage that ends in a line of counts adds these; any
 * other counts as one test. A failed stage does not keep others from running, except those that need what it makes.
 */
import { spawn } from 'node:child_process';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const COUNTS = /^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?\s*$/m;

/** The longest first: nothing is left to run alone at the end. @type {{name: string, command: string[], needs?: string, online?: boolean}[]} */
const stages = [
  // First: two installations at once would be in each other's way.
  { name: 'editors and tools', command: ['node', 'scripts/setup-tools.mjs'], online: true },
  { name: 'build', command: ['node', 'esbuild.mjs', '--production'], needs: 'editors and tools' },
  { name: 'package', command: ['node', 'scripts/package.mjs'], needs: 'build' },
  {
    name: 'editor tests in a real VS Code',
    command: ['node', 'test/editor/run.mjs', '--vsix', 'gongwen-lint.vsix'],
    needs: 'package',
  },
  // With the coverage of what runs in this process; the table is behind the tests.
  {
    name: 'unit, property, protocol and command-line tests',
    command: ['npx', 'c8', 'mocha'],
    needs: 'build',
  },
  { name: 'types', command: ['npm', 'run', '-s', 'types'], needs: 'build' },
  { name: 'dead code', command: ['npx', 'knip'], needs: 'build' },
  { name: 'format and lint', command: ['npx', 'biome', 'check'], needs: 'build' },
];

const started = performance.now();
const total = { passed: 0, failed: 0, skipped: 0 };
const failed = new Set();
const passed = new Set();
const waiting = [...stages];
const running = new Map();
while (waiting.length > 0 || running.size > 0) {
  for (const stage of [...waiting]) {
    if (stage.needs && failed.has(stage.needs)) {
      take(stage);
      console.log(`\n── ${stage.name} ── not run: “${stage.needs}” failed`);
      failed.add(stage.name);
      total.failed++;
    } else if (running.size < Math.max(1, cpus().length) && (!stage.needs || passed.has(stage.needs))) {
      take(stage);
      console.log(`── ${stage.name} … ${stage.command.join(' ')}`);
      running.set(stage.name, run(stage));
    }
  }
  if (running.size > 0) end(await Promise.race(running.values()));
}

if (failed.size > 0) console.log(`\nfailed: ${[...failed].join('; ')}`);
console.log(`\n${duration(started)} in all`);
console.log(
  `${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ''}`,
);
process.exitCode = total.failed === 0 ? 0 : 1;

function take(stage) {
  waiting.splice(waiting.indexOf(stage), 1);
}

function end({ name, code, output, took }) {
  running.delete(name);
  const counts = [...output.matchAll(new RegExp(COUNTS, 'gm'))].at(-1);
  console.log(`\n── ${name} ── ${took}\n${output.trimEnd()}`);
  total.passed += counts ? Number(counts[1]) : code === 0 ? 1 : 0;
  total.failed += counts ? Number(counts[2]) : code === 0 ? 0 : 1;
  total.skipped += Number(counts?.[3] ?? 0);
  if (code === 0) passed.add(name);
  else {
    failed.add(name);
    // A runner that says all passed and yet fails has failed.
    if (counts && Number(counts[2]) === 0) total.failed++;
  }
}

/**
 * Runs a command in the checkout and collects what it says. What opens no connection goes without certificates of its own: Node reads them at
 * each start, of which the tests have some thousand, and for a system's file it takes twice as long as all else that an empty Node does.
 */
function run({ name, command: [program, ...args], online }) {
  const from = performance.now();
  const { NODE_EXTRA_CA_CERTS, ...offline } = process.env;
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: online ? process.env : offline,
    });
    let output = '';
    const done = (code) => resolve({ name, code, output, took: duration(from) });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (chunk) => {
        output += chunk;
      });
    }
    child.on('error', (error) => {
      output += String(error);
      done(127);
    });
    child.on('close', (code) => done(code ?? 1));
  });
}

function duration(from) {
  const seconds = Math.round((performance.now() - from) / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
