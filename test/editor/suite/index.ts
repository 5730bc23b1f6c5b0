/**
 * The entry that VS Code calls inside the extension host (`extensionTestsPath`): runs the mocha
 * tests that are bundled beside it.
 */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';
import { patient } from '../host/patience.mjs';
import { startExtension } from './support';

export async function run(): Promise<void> {
  // Once more for what a busy machine kept the editor from doing in time; every retry is said on screen with its reason.
  const mocha = new Mocha({
    ui: 'bdd',
    reporter: 'spec',
    color: false,
    timeout: patient(30_000),
    retries: 1,
  });
  if (process.env.GONGWEN_TEST_GREP) mocha.grep(process.env.GONGWEN_TEST_GREP);
  for (const name of readdirSync(__dirname).sort()) {
    if (name.endsWith('.test.cjs')) mocha.addFile(join(__dirname, name));
  }

  mocha.rootHooks({ beforeAll: startExtension });

  // The host's output is for people; whoever started the run reads the counts here, and what was running when the host ended.
  const results = process.env.GONGWEN_TEST_RESULTS;
  const note = (stats: Partial<Mocha.Stats> = {}, running?: string) => {
    const { passes: passed = 0, failures: failed = 0, pending: skipped = 0 } = stats;
    if (results) writeFileSync(results, JSON.stringify({ passed, failed, skipped, running }));
    return { passed, failed, skipped };
  };
  const stats = await new Promise<Mocha.Stats | undefined>((resolve) => {
    const runner = mocha.run(() => resolve(runner.stats));
    runner.on('test', (test: Mocha.Test) => note(runner.stats, test.fullTitle()));
    runner.on('retry', (test: Mocha.Test, error: Error) => {
      console.log(`    retried: ${test.title}: ${error.message}`);
    });
  });
  const { passed, failed, skipped } = note(stats ?? { failures: 1 });
  console.log(`In the editor: ${passed} passed, ${failed} failed, ${skipped} skipped.`);
  if (failed > 0) throw new Error(`${failed} tests failed.`);
}
