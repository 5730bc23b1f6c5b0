/**
 * `npm run package`: packs `gongwen-lint.vsix` for this platform, with nodejieba's binary inside. Without the binary (no
 * compiler, unsupported platform) the package is universal: it lacks only the offers that rest on recognised names.
 */
import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createVSIX } from '@vscode/vsce';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const binary = join(root, 'node_modules/nodejieba/build/Release/nodejieba.node');
// Where the worker's own `require` finds it, so that no node_modules need be packed.
const packed = join(root, 'dist/names/node_modules/nodejieba/build/Release/nodejieba.node');

const native = existsSync(binary);
if (native) {
  mkdirSync(dirname(packed), { recursive: true });
  copyFileSync(binary, packed);
} else {
  rmSync(packed, { force: true });
  console.log('nodejieba is not built here: packing without name recognition');
}
const alpine = process.platform === 'linux' && !process.report.getReport().header.glibcVersionRuntime;
const target = `${alpine ? 'alpine' : process.platform}-${process.arch === 'arm' ? 'armhf' : process.arch}`;
await createVSIX({
  cwd: root,
  packagePath: join(root, 'gongwen-lint.vsix'),
  // Everything is bundled; what is not is in dist/.
  dependencies: false,
  allowMissingRepository: true,
  rewriteRelativeLinks: false,
  ...(native ? { target } : {}),
});
console.log(`packed gongwen-lint.vsix${native ? ` for ${target}` : ''}`);
