/**
 * Prints the regular expressions that the program makes while it is loaded and checks the samples, as JSON: `[source, flags,
 * where][]`. A process of its own, as the constructor has to be replaced before the first module is read.
 */
import { readdirSync, readFileSync } from 'node:fs';

const root = new URL('../../', import.meta.url);
const OURS = /\/(engine|language|rules|generated|config|report|server|cli|names|host|docx)\/[^():]*\.ts/;
const built: [source: string, flags: string, where: string][] = [];

function note(pattern: RegExp): RegExp {
  const where = OURS.exec(new Error().stack?.split('\n')[3] ?? '')?.[0];
  if (where) built.push([pattern.source, pattern.flags, where.slice(1)]);
  return pattern;
}

globalThis.RegExp = new Proxy(RegExp, {
  construct: (target, args) => note(Reflect.construct(target, args)),
  apply: (target, _, args) => note(Reflect.construct(target, args)),
});

const load = (file: string) => import(String(new URL(file, root)));
await Promise.all(['server/server.ts', 'cli/run.ts'].map(load));
const { plain, testLinter } = (await load('test/support/linter.ts')) as typeof import('../support/linter.ts');
const samples = new URL('samples/', root);
for (const name of readdirSync(samples)) {
  plain(testLinter().lint(readFileSync(new URL(name, samples), 'utf8')));
}
process.stdout.write(JSON.stringify(built));
