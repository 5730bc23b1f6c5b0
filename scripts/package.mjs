/**
 * `npm run package`: packs `gongwen-lint.vsix` for this platform, with nodejieba's binary inside. Without the binary (no
 * compiler, unsupported platform) the package is universal: it lacks only the offers that rest on recognised names. With `--web` it is for browsers.
 */
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createVSIX } from '@vscode/vsce';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const binary = join(root, 'node_modules/nodejieba/build/Release/nodejieba.node');
// Where the worker's own `require` finds it, so that no node_modules need be packed.
const packed = join(root, 'dist/names/node_modules/nodejieba/build/Release/nodejieba.node');

const vsix = join(root, 'gongwen-lint.vsix');
const web = process.argv.includes('--web');
const native = !web && existsSync(binary);
if (native) {
  mkdirSync(dirname(packed), { recursive: true });
  copyFileSync(binary, packed);
} else {
  rmSync(packed, { force: true });
  if (!web) console.log('nodejieba is not built here: packing without name recognition');
}
const alpine = process.platform === 'linux' && !process.report.getReport().header.glibcVersionRuntime;
const platform = `${alpine ? 'alpine' : process.platform}-${process.arch === 'arm' ? 'armhf' : process.arch}`;
const target = web ? 'web' : native ? platform : undefined;
const warnings = [];
const { warn } = console;
// vsce says its warnings there. One that nobody reads is worse than none: they fail the packing.
console.warn = (...args) => {
  warnings.push(args.join(' '));
  warn(...args);
};
await createVSIX({
  cwd: root,
  packagePath: vsix,
  // Everything is bundled; what is not is in dist/.
  dependencies: false,
  rewriteRelativeLinks: false,
  ...(target && { target }),
});
if (warnings.length > 0) {
  console.error(`vsce has ${warnings.length} warnings`);
  process.exit(1);
}
withoutPictures(vsix);
console.log('vsce has no warnings');
console.log(`packed gongwen-lint.vsix${target ? ` for ${target}` : ''}`);

/**
 * Takes the pictures out of the README of the package: in its details page VS Code (1.139) shows none but those of the web, neither from
 * the package nor as `data:`, and this extension has nothing to do with the web. They are in the walkthrough, which the README leads to.
 */
function withoutPictures(/** @type {string} */ file) {
  const entries = unzipSync(readFileSync(file));
  const readme = 'extension/readme.md';
  const text = strFromU8(entries[readme]).replace(/^!\[[^\]]*\]\([^)]*\)\n\n?/gm, '');
  entries[readme] = strToU8(text);
  writeFileSync(file, zipSync(entries, { level: 6 }));
}
