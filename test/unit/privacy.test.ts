/** Nothing leaves the machine: the bundles hold no way to the network, except the transports that an editor asks for. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Metafile } from 'esbuild';

const dist = join(dirname(fileURLToPath(import.meta.url)), '../../dist');
const NETWORK_MODULES = /^(?:node:)?(?:http|https|http2|net|tls|dns|dns\/promises|dgram|inspector)$/;
/** Globals that reach the network without an import. */
const NETWORK_GLOBALS = /\b(?:fetch\s*\(|XMLHttpRequest|new WebSocket|EventSource|sendBeacon)/;
/** LSP over a pipe or socket of the user's own choosing (`--pipe`, `--socket`): local, opened by the editor. */
const TRANSPORT = /node_modules\/vscode-(?:jsonrpc|languageserver|languageclient)\//;

describe('privacy', () => {
  for (const bundle of [
    'cli',
    'cli-main',
    'server',
    'server-main',
    'watch',
    'library',
    'client',
    'form',
    'names/worker',
    'browser/extension',
    'browser/server',
  ]) {
    it(`dist/${bundle}.js reaches no network`, () => {
      const file = join(dist, `${bundle}.js`);
      const metafile = join(dist, 'meta', `${bundle.replace('/', '-')}.json`);
      assert.ok(existsSync(metafile), 'built by npm run build');
      const meta = JSON.parse(readFileSync(metafile, 'utf8')) as Metafile;
      for (const [source, { imports }] of Object.entries(meta.inputs)) {
        for (const { path } of imports) {
          if (NETWORK_MODULES.test(path)) assert.match(source, TRANSPORT, `${source} imports ${path}`);
        }
      }
      assert.doesNotMatch(readFileSync(file, 'utf8'), NETWORK_GLOBALS);
    });
  }
});
