/**
 * `npm test`: everything, from the formatter to a real VS Code, ending in one line `N passed, N failed`.
 *
 * Each stage is a command whose output is passed on as it comes. A stage that ends in a line of counts adds these; any other
 * counts as one test. A failed stage does not keep the next from running, except where it needs what the failed one makes.
 */
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const COUNTS = /^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?\s*$/;

/** @type {{name: string, command: string[], needs?: string}[]} */
const stages = [
  { name: 'format and lint', command: ['npx', 'biome', 'check'] },
  { name: 'build', command: ['node', 'esbuild.mjs'] },
  { name: 'types', command: ['npx', 'tsc', '-p', '.'], needs: 'build' },
  { name: 'dead code', command: ['npx', 'knip'], needs: 'build' },
  // With the coverage of what runs in this process; the table is behind the tests.
  {
    name: 'unit, property, protocol and command-line tests',
    command: ['npx', 'c8', 'mocha'],
    needs: 'build',
  },
  { name: 'package', command: ['npm', 'run', '--silent', 'package'], needs: 'build' },
  {
    name: 'editor tests in a real VS Code',
    command: ['node', 'test/editor/run.mjs', '--vsix', 'gongwen-lint.vsix'],
    needs: 'package',
  },
];

const total = { passed: 0, failed: 0, skipped: 0 };
const failed = new Set();
for (const { name, command, needs } of stages) {
  console.log(`\n── ${name} ── ${command.join(' ')}`);
  if (needs && failed.has(needs)) {
    console.log(`not run: “${needs}” failed`);
    failed.add(name);
    total.failed++;
    continue;
  }
  const { code, counts } = await run(command);
  total.passed += counts?.passed ?? (code === 0 ? 1 : 0);
  total.failed += counts?.failed ?? (code === 0 ? 0 : 1);
  total.skipped += counts?.skipped ?? 0;
  if (code !== 0) {
    failed.add(name);
    // A runner that says all passed and yet fails has failed.
    if (counts?.failed === 0) total.failed++;
  }
}

if (failed.size > 0) console.log(`\nfailed: ${[...failed].join('; ')}`);
console.log(
  `\n${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ''}`,
);
process.exitCode = total.failed === 0 ? 0 : 1;

/** Runs a command in the checkout, passing its output on; the counts are those of its last line that has the form. */
function run([program, ...args]) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
    let rest = '';
    let counts;
    child.stdout.setEncoding('utf8');
    child.stdout.on('data', (chunk) => {
      process.stdout.write(chunk);
      const lines = (rest + chunk).split('\n');
      rest = lines.pop();
      for (const line of lines) {
        const m = COUNTS.exec(line);
        if (m) counts = { passed: Number(m[1]), failed: Number(m[2]), skipped: Number(m[3] ?? 0) };
      }
    });
    child.on('error', (error) => {
      console.error(String(error));
      resolve({ code: 127, counts });
    });
    child.on('close', (code) => resolve({ code: code ?? 1, counts }));
  });
}
