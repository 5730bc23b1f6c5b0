#!/usr/bin/env node
/**
 * Runs the tests that need a real VS Code: `node test/editor/run.mjs [--vsix FILE] [--only PART] [--grep WORDS]`.
 *
 *     host  mocha inside the extension host, against this checkout
 *     vsix  the same tests against a packaged extension in a clean VS Code (with --vsix)
 *     ui    mocha out here, driving the editor's page as a person would
 *
 * GONGWEN_VSCODE=/path/to/code runs the first two in a desktop VS Code instead of the server one.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runTests } from '@vscode/test-electron';
import * as esbuild from 'esbuild';
import { ensureEditor, runMain } from '../../scripts/setup-editor.mjs';
import { onCleanup } from './host/cleanup.mjs';
import { runPageTests } from './host/page-tests.mjs';
import { createProfile } from './host/profile.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../..');
const suite = join(here, 'suite');
const bundles = join(root, 'dist-test/editor');
const launcher = join(here, 'host/launcher.mjs');
const desktop = process.env.GONGWEN_VSCODE;
/** @type {string | undefined} Only tests whose titles hold these words. */
let grep;

/** @typedef {import('./host/page-tests.mjs').Counts} Counts */

await runMain(async () => {
  const { values } = parseArgs({
    options: { vsix: { type: 'string' }, only: { type: 'string' }, grep: { type: 'string' } },
  });
  grep = values.grep;
  const vsix = values.vsix && resolve(values.vsix);

  /** @type {Record<string, () => Promise<Counts>>} */
  const parts = {
    host: () => runInHost({ extensionDevelopmentPath: root }),
    ...(vsix && { vsix: () => runPackaged(vsix) }),
    ...(!desktop && { ui: () => runUi(vsix) }),
  };
  const chosen = values.only ? [values.only] : Object.keys(parts);
  if (!desktop) await ensureEditor();
  await bundleSuite();

  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const name of chosen) {
    const part = parts[name];
    if (!part) throw new Error(`No part “${name}”; there are ${Object.keys(parts).join(', ')}.`);
    console.log(`\n--- ${name} ---`);
    const from = Date.now();
    add(total, await part());
    console.log(`${name}: ${Math.round((Date.now() - from) / 1000)} s`);
  }
  if (desktop)
    console.log('\nThe ui tests drive the server VS Code and were left out (GONGWEN_VSCODE is set).');
  console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  process.exit(total.failed > 0 ? 1 : 0);
});

/** VS Code loads the suite itself and knows nothing of TypeScript. */
async function bundleSuite() {
  rmSync(bundles, { recursive: true, force: true });
  await esbuild.build({
    entryPoints: readdirSync(suite)
      .filter((name) => name === 'index.ts' || name.endsWith('.test.ts'))
      .map((name) => join(suite, name)),
    outdir: bundles,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
}

/**
 * @param {{ extensionDevelopmentPath: string, vsix?: string }} options
 * @returns {Promise<Counts>}
 */
async function runInHost({ extensionDevelopmentPath, vsix }) {
  const profile = createProfile();
  const results = join(profile.userData, 'results.json');
  const vscodeExecutablePath = desktop ?? launcher;
  const profileArgs = [`--user-data-dir=${profile.userData}`, `--extensions-dir=${profile.extensions}`];
  try {
    if (vsix) {
      const { status } = spawnSync(vscodeExecutablePath, [...profileArgs, `--install-extension=${vsix}`], {
        stdio: 'inherit',
      });
      if (status !== 0) throw new Error(`${vsix} could not be installed.`);
    }
    await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath,
      extensionTestsPath: join(bundles, 'index.cjs'),
      extensionTestsEnv: { GONGWEN_TEST_RESULTS: results, ...(grep && { GONGWEN_TEST_GREP: grep }) },
      launchArgs: profileArgs,
    });
  } catch (error) {
    // Failing tests are in the counts; without counts the host never got as far as testing.
    console.error(error instanceof Error ? error.message : error);
  }
  try {
    const { running, ...counts } = JSON.parse(readFileSync(results, 'utf8'));
    if (running) console.error(`The editor ended in “${running}”.`);
    return running ? { ...counts, failed: counts.failed + 1 } : counts;
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  } finally {
    profile.remove();
  }
}

/**
 * VS Code runs tests only on behalf of an extension under development; an empty one leaves the
 * installed package as the only thing that can make the tests pass.
 *
 * @param {string} vsix
 */
async function runPackaged(vsix) {
  const bystander = mkdtempSync(join(tmpdir(), 'gongwen-bystander-'));
  const remove = onCleanup(() => rmSync(bystander, { recursive: true, force: true }));
  const manifest = {
    name: 'bystander',
    publisher: 'gongwen-lint',
    version: '0.0.0',
    engines: { vscode: '*' },
  };
  writeFileSync(join(bystander, 'package.json'), JSON.stringify(manifest));
  try {
    return await runInHost({ extensionDevelopmentPath: bystander, vsix });
  } finally {
    remove();
  }
}

/** @param {string} [vsix] @returns {Promise<Counts>} */
async function runUi(vsix) {
  if (vsix) process.env.GONGWEN_TEST_VSIX = vsix;
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const name of readdirSync(join(here, 'ui')).sort()) {
    if (name.endsWith('.test.mjs')) add(total, await runPageTests(join(here, 'ui', name), { grep }));
  }
  return total;
}

/** @param {Counts} total @param {Counts} counts */
function add(total, counts) {
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
}
