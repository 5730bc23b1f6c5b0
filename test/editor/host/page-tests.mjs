/** Runs the page tests of one file in a process of its own, so that a test without end takes nothing with it but its file. */
import { fork } from 'node:child_process';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { patient } from './patience.mjs';

/** Milliseconds that a test, or what goes before and after a file's tests, may take on a machine with nothing else to do. */
const BOUND = 30_000;
/** Milliseconds for a process that is asked to end to take its editor and its folders with it. */
const FAREWELL = 5000;

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */
/**
 * What the process says: that a test, or what stands around the tests, begins; how all ended.
 *
 * @typedef {{ begins: string } | { ended: Counts }} Said
 */

/**
 * A file is tried once more when it fails, with a fresh editor: its tests go one upon the other, as the steps of a person do. The first that
 * fails is the last of its file.
 *
 * @param {string} file
 * @param {{ grep?: string | undefined, bound?: number, retries?: number, stdio?: 'inherit' | 'ignore' }} [options]  bound: see `BOUND`
 * @returns {Promise<Counts>}
 */
export async function runPageTests(
  file,
  { grep, bound = patient(BOUND), retries = 1, stdio = 'inherit' } = {},
) {
  for (let tries = 0; ; tries++) {
    const counts = await runOnce(file, { grep, bound, stdio });
    if (counts.failed === 0 || tries === retries) return counts;
    console.log(`    retried: ${basename(file)}`);
  }
}

/**
 * @param {string} file
 * @param {{ grep: string | undefined, bound: number, stdio: 'inherit' | 'ignore' }} options
 * @returns {Promise<Counts>}
 */
async function runOnce(file, { grep, bound, stdio }) {
  const args = [file, String(bound), ...(grep ? [grep] : [])];
  const child = fork(join(import.meta.dirname, 'page-tests-process.mjs'), args, {
    stdio: [stdio, stdio, stdio, 'ipc'],
  });
  /** @type {Counts | undefined} */
  let counts;
  let running = 'the file itself';
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const ended = new Promise((done) => child.on('close', done));
  const watch = () => {
    clearTimeout(timer);
    // Mocha ends what waits too long. This is for what does not let mocha run, and for what never comes to a test.
    timer = setTimeout(async () => {
      console.log(
        `    “${running}” has not ended within ${Math.round((2 * bound) / 1000)} s: ${basename(file)} is ended.`,
      );
      child.kill('SIGTERM');
      await Promise.race([ended, sleep(Math.min(FAREWELL, bound), undefined, { ref: false })]);
      child.kill('SIGKILL');
    }, 2 * bound);
  };
  child.on('message', (/** @type {Said} */ said) => {
    if ('ended' in said) counts = said.ended;
    else running = said.begins;
    watch();
  });
  watch();
  await ended;
  clearTimeout(timer);
  return counts ?? { passed: 0, failed: 1, skipped: 0 };
}
