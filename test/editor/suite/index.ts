/**
 * The entry that VS Code calls inside the extension host (`extensionTestsPath`): runs the mocha
 * tests that are bundled beside it.
 */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';

export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', reporter: 'spec', color: false, timeout: 30_000 });
  for (const name of readdirSync(__dirname).sort()) {
    if (name.endsWith('.test.cjs')) mocha.addFile(join(__dirname, name));
  }

  let passed = 0;
  const failed = await new Promise<number>((resolve) => {
    mocha.run(resolve).on('pass', () => {
      passed += 1;
    });
  });

  // The host's output is for people; whoever started the run reads the counts here.
  const results = process.env.GONGWEN_TEST_RESULTS;
  if (results) writeFileSync(results, JSON.stringify({ passed, failed }));
  console.log(`In the editor: ${passed} of ${passed + failed} tests passed.`);
  if (failed > 0) throw new Error(`${failed} tests failed.`);
}
