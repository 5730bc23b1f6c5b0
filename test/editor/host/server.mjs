/** VS Code's server half: a Node extension host, and the page that is the editor. */
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { endGroup, onCleanup } from './cleanup.mjs';
import { patient } from './patience.mjs';
import { LOCALE } from './profile.mjs';

const START_TIMEOUT = 60_000;

/** @typedef {import('../../../scripts/setup-editor.mjs').Editor} Editor */
/** @typedef {import('./profile.mjs').Profile} Profile */

/**
 * What a page shows; all paths are absolute.
 *
 * @typedef {object} Workbench
 * @property {string} [folder]
 * @property {string} [workspace]  a `.code-workspace`, instead of a folder
 * @property {string} [file]
 * @property {string} [extensionDevelopmentPath]
 * @property {string} [extensionTestsPath]
 */

/**
 * @typedef {object} Server
 * @property {(workbench: Workbench) => string} url
 * @property {Promise<never>} failure  rejects when the server ends by itself
 * @property {() => void} stop
 */

/**
 * Starts the server itself and not the `code-server` wrapper, since only the server lets a page
 * load an extension under development and hear how its tests ended.
 *
 * @param {Editor} editor
 * @param {Pick<Profile, 'userData' | 'extensions'>} profile
 * @param {{ trusted?: boolean, locale?: string }} [options]  folders are trusted without a question, unless it is said that they are not
 * @returns {Promise<Server>}
 */
export async function startServer(editor, profile, { trusted = true, locale = LOCALE } = {}) {
  const server = spawn(
    editor.node,
    [
      editor.serverMain,
      '--accept-server-license-terms',
      '--without-connection-token',
      '--enable-smoke-test-driver',
      ...(trusted ? ['--disable-workspace-trust'] : []),
      ...['--telemetry-level', 'off'],
      ...['--locale', locale],
      ...['--host', '127.0.0.1', '--port', '0'],
      ...['--server-data-dir', join(profile.userData, 'server')],
      ...['--user-data-dir', profile.userData],
      ...['--extensions-dir', profile.extensions],
    ],
    // A process group of its own: ending the group ends the extension hosts and file watchers too.
    {
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      // Without an address of a gallery VS Code asks none.
      env: { ...process.env, EXTENSIONS_GALLERY: '{"serviceUrl":""}' },
    },
  );
  let output = '';
  const collect = (/** @type {Buffer} */ chunk) => {
    output = (output + chunk).slice(-10_000);
  };
  server.stdout.on('data', collect);
  server.stderr.on('data', collect);

  const stop = onCleanup(() => endGroup(server));

  const failure = new Promise((_, reject) => {
    server.on('error', reject);
    server.on('exit', (code, signal) =>
      reject(new Error(`VS Code's server ended (${code ?? signal}):\n${output}`)),
    );
  });
  // Ending is a failure only for those who wait for something else.
  failure.catch(() => {});

  const port = await Promise.race([listeningPort(server.stdout, () => output), failure]);
  return { url: (workbench) => pageUrl(port, workbench), failure, stop };
}

/**
 * The port is the server's choice, so that two runs never ask for the same one.
 *
 * @param {NodeJS.ReadableStream} stdout
 * @param {() => string} output
 * @returns {Promise<number>}
 */
function listeningPort(stdout, output) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`VS Code's server did not start:\n${output()}`)),
      patient(START_TIMEOUT),
    );
    stdout.on('data', () => {
      const match = /listening on (\d+)/.exec(output());
      if (!match) return;
      clearTimeout(timer);
      resolve(Number(match[1]));
    });
  });
}

/**
 * @param {number} port
 * @param {Workbench} workbench
 */
function pageUrl(port, { folder, workspace, file, extensionDevelopmentPath, extensionTestsPath }) {
  const authority = `127.0.0.1:${port}`;
  const remote = (/** @type {string} */ path) =>
    `vscode-remote://${authority}${path.split('/').map(encodeURIComponent).join('/')}`;
  const payload = [
    ['extensionDevelopmentPath', extensionDevelopmentPath],
    ['extensionTestsPath', extensionTestsPath],
    ['openFile', file],
  ].flatMap(([key, path]) => (path ? [[key, remote(path)]] : []));

  const url = new URL(`http://${authority}/`);
  if (workspace) url.searchParams.set('workspace', workspace);
  else if (folder) url.searchParams.set('folder', folder);
  else url.searchParams.set('ew', 'true');
  if (payload.length > 0) url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}

/**
 * Unpacks a VSIX as the Extensions view would. Needs no network.
 *
 * @param {Editor} editor
 * @param {string} extensionsFolder
 * @param {string} vsix
 */
export function installExtension(editor, extensionsFolder, vsix) {
  const { status, stdout, stderr } = spawnSync(
    editor.node,
    [editor.codeServer, '--extensions-dir', extensionsFolder, '--install-extension', vsix],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`Could not install ${vsix}:\n${stdout}${stderr}`);
}
