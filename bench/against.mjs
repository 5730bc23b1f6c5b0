/**
 * `npm run bench:against -- FOLDER [--rounds N]`: the engine of this checkout beside that of another one, say of an earlier commit
 * (`git worktree add FOLDER COMMIT && npm ci --prefix FOLDER`), over the same drafts in one run and in rotation: what a change costs
 * or saves. Words of findings are read, as they are where findings are shown.
 */
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { quantile } from './cpu.mjs';
import { cleanDraftOf, draftOf, STATES } from './drafts.mjs';
import { loadEngine, root } from './engine.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '7' } },
});
const [folder] = positionals;
if (folder === undefined) {
  console.error('which other checkout? npm run bench:against -- FOLDER [--rounds N]');
  process.exit(2);
}
/** The families that stood first; an older checkout has no others. */
const CORE = /^(?:placeholder|advert|numbering|figures)\//;
const SIZES = [7_000, 100_000];
/** Not counted: three million characters, behind which the code is compiled. With fewer what is compared is how much code there is. */
const WARM_UP_ROUNDS = 15;
const rounds = Math.max(3, Number(values.rounds));

const other = await import(pathToFileURL(join(resolve(folder), 'bench/engine.mjs')).href);
const engines = { here: await loadEngine(), there: await other.loadEngine() };

const { linter, fixText } = engines.here;
const drafts = { clean: (size) => cleanDraftOf(root, size, linter()) };
for (const state of STATES) drafts[state] = (size) => draftOf(root, size, state, withoutAdverts);
const cleaner = linter((id) => id.startsWith('advert/'));
function withoutAdverts(text) {
  return fixText(cleaner, text, {}, ({ ruleId }) => ruleId.startsWith('advert/')).text;
}

console.log(`here ÷ there, CPU time, median of ${rounds} rounds; there: ${resolve(folder)}\n`);
for (const [scope, accepts] of [
  ['the four first families', (id) => CORE.test(id)],
  ['all families of each', () => true],
]) {
  const linters = Object.entries(engines).map(([name, engine]) => [name, engine.linter(accepts)]);
  for (const [state, make] of Object.entries(drafts)) {
    for (const size of SIZES) {
      const text = make(size);
      const repeats = Math.ceil(200_000 / text.length);
      const times = { here: [], there: [] };
      for (let round = -WARM_UP_ROUNDS; round < rounds; round++) {
        for (const [name, each] of linters) {
          const before = process.cpuUsage();
          for (let i = 0; i < repeats; i++)
            for (const finding of each.open(text).findings()) finding.toJSON();
          const { user, system } = process.cpuUsage(before);
          if (round >= 0) times[name].push((user + system) / 1000 / repeats);
        }
      }
      const [here, there] = [quantile(times.here, 0.5), quantile(times.there, 0.5)];
      console.log(
        `${scope.padEnd(24)} ${state.padEnd(10)} ${String(text.length).padStart(7)} characters` +
          `${here.toFixed(2).padStart(9)} ms ${there.toFixed(2).padStart(9)} ms  × ${(here / there).toFixed(2)}`,
      );
    }
  }
}
