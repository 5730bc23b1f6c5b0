/**
 * `node --import tsx scripts/code-cache.mjs BUNDLE ARGUMENTS…`: runs the program in a bundle and writes beside it what V8 has compiled of
 * it, see `host/start.ts`. What the run has used is in there ready to run; the rest is compiled when it is called.
 */
import { writeFileSync } from 'node:fs';
import { cacheOf, compile, run } from '../host/start.ts';

const [bundle, ...args] = process.argv.slice(2);
process.argv = [process.execPath, bundle, ...args];
const script = compile(bundle);
process.on('exit', () => writeFileSync(cacheOf(bundle), script.createCachedData()));
run(script, bundle);
