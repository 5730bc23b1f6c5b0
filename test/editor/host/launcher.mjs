#!/usr/bin/env node
/**
 * Stands in for the executable of a desktop VS Code, so that `runTests({ vscodeExecutablePath })`
 * of @vscode/test-electron is the one entry point whether a desktop VS Code is there or not.
 *
 * Understands the part of VS Code's command line that a test run uses:
 *
 *     launcher.mjs --extensions-dir=DIR --install-extension=FILE.vsix
 *     launcher.mjs --extensionDevelopmentPath=DIR --extensionTestsPath=FILE
 *                  --user-data-dir=DIR --extensions-dir=DIR [FOLDER]
 *
 * A test run prints the extension host's console and exits with the tests' exit code.
 */
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { ensureEditor, runMain } from '../../../scripts/setup-editor.mjs';
import { launchBrowser } from './browser.mjs';
import { patient } from './patience.mjs';
import { installExtension, startServer } from './server.mjs';

/**
 * Milliseconds without a word after which nothing more is expected. Tests have limits of their own and are told one by one; this is for a page that
 * never gets as far as running them, and for a test that lets nothing else run.
 */
const SILENCE = 90_000;
let lastWord = Date.now();

/**
 * How lines begin that VS Code says of itself in the same breath as the extension host's console. Whatever is not known to be chatter is
 * let through.
 */
const CHATTER = [
  'Resolving connection token',
  'Resolved connection token',
  'Creating a socket',
  'Updating additional builtin',
  'Ignoring fetching',
  'No extension gallery service',
  'Canceled: ',
  '[reconnection-grace-time',
  '[AgentHost',
  '[AccountPolicyGate',
  '[Service Worker',
];

await runMain(async () => {
  const { values, positionals } = parseArgs({
    options: {
      extensionDevelopmentPath: { type: 'string' },
      extensionTestsPath: { type: 'string' },
      'user-data-dir': { type: 'string' },
      'extensions-dir': { type: 'string' },
      'install-extension': { type: 'string' },
    },
    allowPositionals: true,
    // Flags that only a desktop window has a use for (--no-sandbox, --disable-updates) are let pass.
    strict: false,
  });
  const path = (/** @type {keyof typeof values} */ name) => {
    const value = values[name];
    if (typeof value !== 'string') throw new Error(`--${name}=PATH is required`);
    return resolve(value);
  };

  const editor = await ensureEditor();
  if (values['install-extension']) {
    installExtension(editor, path('extensions-dir'), path('install-extension'));
    return;
  }
  const server = await startServer(editor, {
    userData: path('user-data-dir'),
    extensions: path('extensions-dir'),
  });
  const url = server.url({
    extensionDevelopmentPath: path('extensionDevelopmentPath'),
    extensionTestsPath: path('extensionTestsPath'),
    ...(positionals[0] && { folder: resolve(positionals[0]) }),
  });
  const code = await Promise.race([runInPage(editor.chromium, url), server.failure, silence()]);
  // Not `process.exitCode`: a browser that hangs must not hold up the result.
  process.exit(code);
});

/**
 * A test run is a page load: VS Code runs the tests because the address names them, and calls the
 * two functions that its smoke-test driver expects to find in the page.
 *
 * @param {string} executable
 * @param {string} url
 * @returns {Promise<number>} the exit code
 */
async function runInPage(executable, url) {
  const browser = await launchBrowser(executable);
  const page = await browser.newPage();
  const crashed = new Promise((_, reject) => page.on('crash', () => reject(new Error('The page crashed.'))));
  const exited = new Promise((done) => page.exposeFunction('codeAutomationExit', done));
  await page.exposeFunction('codeAutomationLog', print);
  await page.goto(url);
  return Promise.race([exited, crashed]);
}

/**
 * @param {string} type the console method
 * @param {unknown[]} args
 */
function print(type, args) {
  lastWord = Date.now();
  const line = String(args[0]);
  if (CHATTER.some((beginning) => line.startsWith(beginning))) return;
  const method = /** @type {'log' | 'warn' | 'error'} */ (type in console ? type : 'log');
  console[method](...args);
}

/** Rejects when nothing has been printed for long. @returns {Promise<never>} */
async function silence() {
  for (;;) {
    const limit = patient(SILENCE);
    const left = lastWord + limit - Date.now();
    if (left <= 0) throw new Error(`The tests have said nothing for ${Math.round(limit / 1000)} s.`);
    await sleep(left);
  }
}
