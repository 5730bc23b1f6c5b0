/** VS Code in a browser alone, as vscode.dev has it: no Node behind the page, extensions in a web worker. */
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve } from 'node:path';
import { onCleanup } from './cleanup.mjs';
import { LOCALE } from './profile.mjs';

const TYPES = /** @type {Record<string, string>} */ ({
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
});

/** Where the workspace is to the page: in memory, by way of the extension `test/editor/web/files`. */
const WORKSPACE = 'test-files:/稿';

const WEBVIEWS = 'out/vs/workbench/contrib/webview/browser/pre';

/**
 * @typedef {object} WebWorkbench
 * @property {string} vscode     the folder of VS Code for the web
 * @property {string} extension  the folder of the extension
 * @property {Record<string, string | Uint8Array>} files  what is in the workspace, by path
 * @property {string} [file]     the one that is shown at the start
 * @property {Record<string, unknown>} settings
 */

/**
 * Serves the page, and all it loads, on a port of its own.
 *
 * @param {WebWorkbench} workbench
 */
export async function serveWeb(workbench) {
  const { vscode, extension, files } = workbench;
  const folders = /** @type {Record<string, string>} */ ({
    vscode,
    extension,
    files: resolve(import.meta.dirname, '../web/files'),
  });
  const inWorkspace = JSON.stringify(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [
        `/稿/${name}`,
        Buffer.from(content).toString('base64'),
      ]),
    ),
  );
  const server = createServer(({ url = '/' }, response) => {
    const path = normalize(decodeURIComponent(new URL(url, 'http://localhost').pathname));
    const [, first = '', ...rest] = path.split('/');
    const folder = folders[first];
    const file = folder && join(folder, ...rest);
    const send = (/** @type {string} */ type, /** @type {string} */ body) =>
      response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(body);
    if (path === '/') send('text/html', pageOf(origin(), workbench));
    else if (path === `/vscode/${WEBVIEWS}/index.html`) send('text/html', webviewFrame(vscode));
    else if (path === '/workspace.json') send('application/json', inWorkspace);
    else if (file && existsSync(file) && statSync(file).isFile()) {
      response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
      createReadStream(file).pipe(response);
    } else response.writeHead(404).end();
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', () => listening(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const origin = () => `http://127.0.0.1:${port}`;
  const stop = onCleanup(() => {
    server.close();
    server.closeAllConnections();
  });
  return { url: origin(), stop };
}

/**
 * The frame that webviews are shown in. It insists on an origin of its own for each, which a headless browser lets have no service worker; here it is one
 * of the page's.
 *
 * @param {string} vscode
 */
function webviewFrame(vscode) {
  const frame = readFileSync(join(vscode, WEBVIEWS, 'index-no-csp.html'), 'utf8');
  return frame.replace('if (hostname === parentOriginHash ||', 'if (true ||');
}

/** @param {string} origin @param {WebWorkbench} workbench */
function pageOf(origin, { file, settings }) {
  const base = `${origin}/vscode`;
  const given = {
    productConfiguration: {
      nameShort: 'Code',
      nameLong: 'Code',
      enableTelemetry: false,
      webviewContentExternalBaseUrlTemplate: `${base}/${WEBVIEWS}/`,
    },
    configurationDefaults: settings,
  };
  const payload = file ? [['openFile', `${WORKSPACE}/${file}`]] : [];
  return `<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<link rel="stylesheet" data-name="vs/workbench/workbench.web.main" href="${base}/out/vs/workbench/workbench.web.main.css">
</head>
<body>
<script src="${base}/out/vs/loader.js"></script>
<script src="${base}/out/vs/webPackagePaths.js"></script>
<script>
for (const [name, file] of Object.entries(self.webPackagePaths))
  self.webPackagePaths[name] = \`${base}/node_modules/\${name}/\${file}\`;
require.config({
  baseUrl: '${base}/out',
  paths: self.webPackagePaths,
  // Its own texts stay English, for want of the translation; extensions are told the language.
  'vs/nls': { availableLanguages: { '*': '${LOCALE}' }, translationServiceUrl: '${origin}/nls' },
});
</script>
<script src="${base}/out/vs/workbench/workbench.web.main.nls.js"></script>
<script src="${base}/out/vs/workbench/workbench.web.main.js"></script>
<script>
require(['vs/workbench/workbench.web.main'], ({ create, URI }) => {
  create(document.body, {
    ...${JSON.stringify(given)},
    additionalBuiltinExtensions: ['extension', 'files'].map((name) => URI.parse(\`${origin}/\${name}\`)),
    workspaceProvider: {
      workspace: { folderUri: URI.parse('${WORKSPACE}') },
      payload: ${JSON.stringify(payload)},
      trusted: true,
      open: async () => true,
    },
  });
});
</script>
</body>
</html>`;
}
