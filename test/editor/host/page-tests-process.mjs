/** The process that `runPageTests` starts: `page-tests-process.mjs FILE BOUND [GREP]`. */
import Mocha from 'mocha';

const [file = '', bound, grep] = process.argv.slice(2);
const tell = (/** @type {import('./page-tests.mjs').Said} */ said) =>
  new Promise((done) => (process.send ? process.send(said, done) : done(undefined)));

// Whoever started this may be gone.
process.on('disconnect', () => process.exit(1));

const mocha = new Mocha({
  ui: 'bdd',
  reporter: 'spec',
  timeout: Number(bound),
  bail: true,
  ...(grep && { grep }),
});
mocha.addFile(file);
await mocha.loadFilesAsync();
if (new Mocha.Runner(mocha.suite).grep(mocha.options.grep ?? /./, false).total === 0) {
  await tell({ ended: { passed: 0, failed: 0, skipped: 0 } });
  process.exit();
}
const runner = mocha.run(async () => {
  const { passes: passed = 0, failures: failed = 1, pending = 0 } = runner.stats ?? {};
  // Those behind the first that fails were not run.
  const skipped = failed > 0 ? runner.total - passed - failed : pending;
  await tell({ ended: { passed, failed, skipped: Math.max(0, skipped) } });
  // With it goes what hangs, and what is registered for the end: an editor, folders.
  process.exit();
});
for (const event of ['test', 'hook']) {
  runner.on(event, (/** @type {Mocha.Runnable} */ { title }) => tell({ begins: title }));
}
