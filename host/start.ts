/**
 * Starts a program from its bundle and from what V8 made of it when it was built: most of what a short run costs is reading four
 * megabytes of code and compiling what is run of it. Another Node takes the code alone, and is slower to start.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { constants, Script } from 'node:vm';
import { traceToSources } from './traces.ts';

/** The V8 of Node 20 counts the bytes that run of a function, later ones count its calls. A flag that it does not know it complains of. */
const COUNTS_BYTES = process.versions.v8.startsWith('11.3.');

/**
 * How much of a function must have run before V8 compiles it once more, to run faster: some times what it takes by itself. By default
 * most of a short run goes into code that is ready when the run is over, and a batch of a hundred drafts takes half as long again.
 */
const PATIENCE = COUNTS_BYTES ? '--interrupt-budget=600000' : '--invocation-count-for-turbofan=13000';

/**
 * How many times as large the room for new objects gets whenever it has been full. It begins with a megabyte, and nearly all that a start
 * makes stays: by default it is copied, bit by bit, eight times, a tenth of a short run.
 */
const ROOM = '--semi-space-growth-factor=16';

/**
 * How often a regular expression is interpreted before machine code is made of it. By default that is done at its second use: few of the
 * two thousand of a short run are used often enough to be worth it.
 */
const TRIES = '--regexp-tier-up-ticks=30';

/**
 * The bytecode of a regular expression is put together anew, to be run faster: a twentieth of a short run, in which few are run often. Those
 * that are become machine code.
 */
const PLAIN = '--no-regexp-peephole-optimization';

/** V8's own. */
const USUAL = [
  COUNTS_BYTES ? '--interrupt-budget=135168' : '--invocation-count-for-turbofan=3000',
  '--semi-space-growth-factor=2',
  '--regexp-tier-up-ticks=1',
  '--regexp-peephole-optimization',
];

/** From here on V8 compiles and collects as it does by itself: for what runs long, as a server does. */
export function runLong(): void {
  for (const flag of USUAL) setFlagsFromString(flag);
}

/** The code that V8 made of a bundle lies beside it. */
export const cacheOf = (bundle: string) => bundle.replace(/\.js$/, '.cache');

/**
 * A bundle, which is the function that a module is to Node (`esbuild.mjs`). All its characters are ASCII, so that its bytes need no
 * decoding.
 * @param cached made by the `createCachedData` of the same script: V8 looks whether it can use it, but not whether it is of this text
 */
export function compile(bundle: string, cached?: Buffer): Script {
  // Before anything is compiled: what V8 made under other flags it does not use.
  for (const flag of [PATIENCE, ROOM, TRIES, PLAIN]) setFlagsFromString(flag);
  return new Script(readFileSync(bundle, 'latin1'), {
    filename: bundle,
    ...(cached && { cachedData: cached }),
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
}

/** Runs a compiled bundle as Node runs a module. */
export function run(script: Script, bundle: string): void {
  const module = { exports: {} };
  const main = script.runInThisContext() as (...given: unknown[]) => void;
  main(module.exports, createRequire(bundle), module, bundle, dirname(bundle));
}

/** Starts the program in a bundle. */
export function start(bundle: string): void {
  let cached: Buffer | undefined;
  try {
    cached = readFileSync(cacheOf(bundle));
  } catch {
    // A build that watches makes none.
  }
  traceToSources(bundle);
  run(compile(bundle, cached), bundle);
}
