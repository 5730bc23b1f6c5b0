/**
 * Builds everything: `node esbuild.mjs [--production] [--watch]`; with `--tables` only what tables and pages are made into.
 *
 * dist/cli.js     command line, which starts dist/cli-main.js
 * dist/server.js  language server (stdio, node IPC, …), which starts dist/server-main.js
 * dist/watch.js   the thread that watches over the server
 * dist/library.js the engine for programs of others (`npm run package:npm`)
 * dist/client.js  the extension         dist/names/     the names worker and its dictionaries
 * dist/browser/   extension and language server where there is no Node
 * dist/form.js    the page of the form
 * dist/words.bin  the compact dictionary of the engine; dist/packed.bin  its other tables; dist/pages.json  the rule pages
 * dist/english.json  what rules say, in English
 * dist/*.schema.json  what may stand in gongwen-lint.json and in the setting gongwen.rules
 */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  watch as fsWatch,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import * as esbuild from 'esbuild';
import { buildWords } from './scripts/build-words.mjs';
import { checkRules } from './scripts/check-rules.mjs';
import { writeSchemas } from './scripts/config-schema.mjs';
import { escapeBundle } from './scripts/escape-bundle.mjs';
import { generate } from './scripts/generate.mjs';
import { speakOnce } from './scripts/speak-once.mjs';

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

mkdirSync('dist/meta', { recursive: true });
// The sources are ES modules; the bundles are CommonJS, which every VS Code in range loads.
writeFileSync('dist/package.json', '{ "type": "commonjs" }\n');
if (!(await generated()) && !watch) process.exit(1);
await buildWords({ outFile: 'dist/words.bin' });
await writeSchemas(import.meta.dirname, 'dist');
// What `scripts/build-if-stale.mjs` compares them with.
writeFileSync('dist/tables', '');
if (process.argv.includes('--tables')) process.exit(0);

/**
 * Writes `generated/` and holds rules and pages against each other. What is wrong is told line by line, with the file to look at: no
 * stack trace. False where something was.
 */
async function generated() {
  try {
    await generate();
    for (const name of ['packed.bin', 'pages.json', 'english.json'])
      copyFileSync(join('generated', name), join('dist', name));
    const problems = await checkRules(import.meta.dirname);
    if (problems.length > 0) console.error(problems.join('\n'));
    else if (watch) console.log('tables and pages are read');
    return problems.length === 0;
  } catch (error) {
    // A watching build outlives what is half typed.
    if (error.name === 'TableError') console.error(error.message);
    else if (watch) console.error(error);
    else throw error;
    return false;
  }
}

/** Where there is Node, tables and pages are read from files beside the bundle: as strings they would be read and decoded at each start. */
const READ = {
  packed: `export const packed = readFileSync(join(__dirname, 'packed.bin'));`,
  pages: `export const pages = () => JSON.parse(readFileSync(join(__dirname, 'pages.json'), 'utf8'));`,
};
const files = {
  name: 'files',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[/\\]generated[/\\](?:packed|pages)\.ts$/ }, ({ path }) => ({
      contents: `import { readFileSync } from 'node:fs';
        import { basename, join } from 'node:path';
        ${READ[basename(path, '.ts')]}`,
    })),
};

/**
 * Packages that few runs use: what is asked of them is asked of a function, so that they are neither run nor compiled at each start.
 * Of the encodings that one of them knows ours is one.
 */
const ASKED = {
  re2js: `export const RE2JS = { compile: (pattern) => require('re2js').RE2JS.compile(pattern) };`,
  'iconv-lite': `const iconv = () => require('iconv-lite');
    export default { decode: (...given) => iconv().decode(...given), encode: (...given) => iconv().encode(...given) };`,
};
const seldom = {
  name: 'seldom',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: new RegExp(`^(?:${Object.keys(ASKED).join('|')})$`) }, ({ path, kind }) =>
      kind === 'import-statement' ? { path, namespace: 'seldom' } : undefined,
    );
    onLoad({ filter: /./, namespace: 'seldom' }, ({ path }) => ({
      contents: ASKED[path],
      resolveDir: import.meta.dirname,
    }));
    onLoad(
      { filter: /iconv-lite[/\\]encodings[/\\]tables[/\\](?:shiftjis|eucjp|cp949|cp950|big5-added)/ },
      () => ({
        contents: '{}',
        loader: 'json',
      }),
    );
  },
};

/** @type {esbuild.BuildOptions} */
const node = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  // Half of the bundles are tables of Han characters: escaped they take twice as long to read.
  charset: 'utf8',
  // A native add-on cannot be bundled; it stays beside dist/ in node_modules.
  external: ['vscode', 'nodejieba'],
  alias: {
    // Its CommonJS build cannot be bundled; of the other it is the ES module that cannot.
    'jsonc-parser': 'jsonc-parser/lib/esm/main.js',
    tinyglobby: join(import.meta.dirname, 'node_modules/tinyglobby/dist/index.cjs'),
  },
  minify: production,
  sourcemap: production ? false : 'linked',
  logLevel: 'warning',
  plugins: [files, seldom],
};

/** What runs inside a webview. @type {esbuild.BuildOptions} */
const page = {
  ...node,
  platform: 'browser',
  format: 'iife',
  target: 'es2022',
  external: [],
  alias: {},
  plugins: [],
};

/** The extension in a browser, which is a CommonJS module there too. @type {esbuild.BuildOptions} */
const browserExtension = { ...page, format: 'cjs', external: ['vscode'], alias: node.alias };

/** A worker asks nobody for a file: it is handed the tables by whoever starts it, see `browser/worker.ts`. */
const handed = {
  name: 'handed',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[/\\]generated[/\\]packed\.ts$/ }, () => ({
      contents: 'export const packed = globalThis.gongwenPacked;',
    })),
};

/** The language server in a browser. Its Han characters are escaped: the longest text of the bundle takes half the room then. @type {esbuild.BuildOptions} */
const browserServer = { ...page, charset: 'ascii', alias: node.alias, plugins: [handed] };

/** A bundle that `host/start.ts` starts is the function that a module is to Node, so that no copy of it has to be made to have one. */
const HEADER = '(function (exports, require, module, __filename, __dirname) {';
const FOOTER = '})';

/** `[source, bundle, banner]` */
const bundles = [
  // The bundle that a watch writes is whole: what starts the other reads no UTF-8.
  ...(watch
    ? [
        ['cli/main.ts', 'dist/cli.js', '#!/usr/bin/env node'],
        ['server/main.ts', 'dist/server.js', '#!/usr/bin/env node'],
      ]
    : [
        ['cli/start.ts', 'dist/cli.js', '#!/usr/bin/env node'],
        ['cli/main.ts', 'dist/cli-main.js', HEADER],
        ['server/start.ts', 'dist/server.js', '#!/usr/bin/env node'],
        ['server/main.ts', 'dist/server-main.js', HEADER],
      ]),
  // What the start costs is told by `performance`: from here, before anything is loaded, to the end of `activate`.
  [
    'client/extension.ts',
    'dist/client.js',
    "performance.mark('gongwen:load', { detail: process.cpuUsage() });",
  ],
  ['host/watch-thread.ts', 'dist/watch.js', ''],
  ['library/index.ts', 'dist/library.js', ''],
  ['client/form/webview/main.ts', 'dist/form.js', ''],
  ['names/worker.ts', 'dist/names/worker.js', ''],
  ['browser/extension.ts', 'dist/browser/extension.js', ''],
  ['browser/worker.ts', 'dist/browser/server.js', ''],
];

/** Started by way of the code that V8 makes of them: see `host/start.ts`. */
const CACHED = ['dist/cli-main.js', 'dist/server-main.js'];
for (const bundle of CACHED)
  for (const made of [cacheOf(bundle), `${bundle}.map`]) rmSync(made, { force: true });

// Before the bundles are made: what is edited meanwhile is not missed.
if (watch) generateOnChange();
for (const [source, outfile, banner] of bundles) {
  const options = { ...targetOf(source, outfile), entryPoints: [source], outfile, banner: { js: banner } };
  if (watch) await (await esbuild.context(options)).watch();
  else {
    const { metafile } = await esbuild.build({ ...options, metafile: true });
    // What went into each bundle: the privacy test reads it.
    const name = outfile.slice('dist/'.length, -'.js'.length).replace('/', '-');
    writeFileSync(`dist/meta/${name}.json`, JSON.stringify(metafile));
  }
  if (banner.startsWith('#!') && !watch) chmodSync(outfile, 0o755);
}
if (!watch) {
  const drafts = ['讲话稿.txt', '通知.txt', '工作总结.md'].map((name) => `samples/${name}`);
  await cacheCode('dist/cli-main.js', (command) => spawnSync(process.execPath, [...command, ...drafts]));
  const text = readFileSync(drafts[0], 'utf8');
  await cacheCode('dist/server-main.js', (command) => speakOnce([...command, '--stdio'], text));
}
// What `scripts/build-if-stale.mjs` compares sources with.
writeFileSync('dist/built', '');
if (watch) console.log('watching; Ctrl-C ends it');
else console.log(`built ${bundles.map(([, outfile]) => outfile).join(', ')}`);

/**
 * esbuild watches code; tables and pages are turned into code here. A burst of events (an editor saving) is one. Folders are watched
 * one by one: Node's recursive watch loses a file on Linux once an editor has saved it by putting another in its place.
 */
function generateOnChange() {
  let timer;
  let work = Promise.resolve();
  const watched = new Set();
  const onChange = (_, file) => {
    if (!/\.(?:tsv|md|mjs)$|^index\.ts$|^[^.]+$/.test(file ?? '')) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      watchFolders();
      // One at a time: of two at once the older might write last.
      work = work.then(generated);
    }, 100);
  };
  const watchFolders = () => {
    for (const folder of watched) if (!existsSync(folder)) watched.delete(folder);
    for (const folder of ['english', 'language', 'rules'].flatMap(foldersFrom)) {
      if (watched.has(folder)) continue;
      watched.add(folder);
      fsWatch(folder, onChange);
    }
  };
  watchFolders();
}

/** @returns {esbuild.BuildOptions} */
function targetOf(source, outfile) {
  if (source.includes('/webview/')) return page;
  if (source === 'browser/extension.ts') return browserExtension;
  if (source === 'browser/worker.ts') return browserServer;
  if (!CACHED.includes(outfile)) return node;
  // Its names stay as they are, for profiles and for the places of errors.
  return { ...node, charset: 'ascii', minifyWhitespace: true, minifySyntax: true, footer: { js: FOOTER } };
}

function cacheOf(bundle) {
  return bundle.replace(/\.js$/, '.cache');
}

/** Writes what V8 makes of a bundle when it is used once. */
async function cacheCode(bundle, use) {
  const mapFile = `${bundle}.map`;
  const map = existsSync(mapFile) ? JSON.parse(readFileSync(mapFile, 'utf8')) : undefined;
  const escaped = escapeBundle(readFileSync(bundle, 'utf8'), map);
  writeFileSync(bundle, escaped.code);
  if (escaped.map) writeFileSync(mapFile, JSON.stringify(escaped.map));
  const made = await use(['--import', 'tsx', 'scripts/code-cache.mjs', join(import.meta.dirname, bundle)]);
  if (!existsSync(cacheOf(bundle))) throw new Error(`no code cache was made:\n${made?.stderr ?? ''}`);
}

/** The folder and all below it. */
function foldersFrom(folder) {
  const below = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return [folder, ...below.flatMap(({ name }) => foldersFrom(join(folder, name)))];
}
