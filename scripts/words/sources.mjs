/** nodejieba's dictionary files, wherever they are, and only if they are those of the pinned version. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { writeWhole } from '../write-whole.mjs';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** nodejieba's files that we compile, with the SHA-256 of the version pinned in package.json. */
const SOURCES = {
  'jieba.dict.utf8': '3043b77068e09c9904f27cad82f12b6ebe9dbdb5aeff3b25e45ab7f9c1122b55',
  'hmm_model.utf8': 'f17790586ac86dd048c8adffed052c4bd2b28ed0682972c1275e59040c0589a7',
};
const DICTIONARY_FOLDER = 'submodules/cppjieba/dict';

/**
 * nodejieba's dictionary files: from node_modules, or, where its addon did not compile (npm then leaves the
 * optional package out), from its npm tarball, kept in the user's cache.
 *
 * @returns {Record<keyof typeof SOURCES, Buffer>}
 */
export function readSources(log) {
  const installed = join(ROOT, 'node_modules/nodejieba', DICTIONARY_FOLDER);
  const version = pinnedVersion();
  const cached = join(cacheFolder(), `nodejieba-${version}`);
  let folder = installed;
  if (!hasSources(installed)) {
    folder = cached;
    if (!hasSources(cached)) {
      log(`words: nodejieba is not installed here; taking its dictionary from the npm package ${version}`);
      fetchSources(version, cached);
    }
  }
  const files = {};
  for (const [name, expected] of Object.entries(SOURCES)) {
    const content = readFileSync(join(folder, name));
    const actual = createHash('sha256').update(content).digest('hex');
    if (actual !== expected) {
      throw new Error(
        `words: ${join(folder, name)} is not the file of nodejieba ${version} (SHA-256 ${actual}, expected ` +
          `${expected}). Reinstall nodejieba, or, after a wanted upgrade, update SOURCES in scripts/words/sources.mjs.`,
      );
    }
    files[name] = content;
  }
  return files;
}

const hasSources = (folder) => Object.keys(SOURCES).every((name) => existsSync(join(folder, name)));

function pinnedVersion() {
  const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const version = manifest.optionalDependencies?.nodejieba;
  if (!/^\d+\.\d+\.\d+$/.test(version ?? '')) {
    throw new Error(`words: package.json must pin nodejieba to one exact version; it says ${version}`);
  }
  return version;
}

function cacheFolder() {
  const root = process.env.XDG_CACHE_HOME || process.env.LOCALAPPDATA || join(homedir(), '.cache');
  return join(root, 'gongwen-lint');
}

/** Takes the files out of the npm tarball. `npm pack` runs no script of the package and builds nothing. */
function fetchSources(version, folder) {
  const download = `${folder}.download-${process.pid}`;
  mkdirSync(download, { recursive: true });
  try {
    execFileSync('npm', ['pack', `nodejieba@${version}`, '--ignore-scripts', '--silent'], {
      cwd: download,
      stdio: ['ignore', 'ignore', 'pipe'],
      shell: process.platform === 'win32', // npm is a .cmd there
    });
    const [archive] = readdirSync(download).filter((name) => name.endsWith('.tgz'));
    const wanted = Object.keys(SOURCES);
    mkdirSync(folder, { recursive: true });
    for (const { path, content } of tarEntries(gunzipSync(readFileSync(join(download, archive))))) {
      const name = wanted.find((each) => path === `package/${DICTIONARY_FOLDER}/${each}`);
      if (name) writeWhole(join(folder, name), content);
    }
    if (!hasSources(folder)) throw new Error(`the tarball lacks ${wanted.join(' or ')}`);
  } catch (error) {
    const detail = String(error.stderr ?? '').trim() || error.message;
    throw new Error(
      `words: could not get the dictionary of nodejieba ${version} with npm pack: ${detail}\n` +
        `Install nodejieba, or put ${Object.keys(SOURCES).join(' and ')} of that version into ${folder}.`,
    );
  } finally {
    rmSync(download, { recursive: true, force: true });
  }
}

/** The regular files of a ustar archive. npm's tarballs need neither long names nor links. */
function* tarEntries(archive) {
  const field = (block, from, to) => block.toString('latin1', from, to).replace(/\0.*$/s, '');
  for (let at = 0; at + 512 <= archive.length; ) {
    const header = archive.subarray(at, at + 512);
    const name = field(header, 0, 100);
    if (!name) return;
    const prefix = field(header, 345, 500);
    const size = Number.parseInt(field(header, 124, 136).trim() || '0', 8);
    const type = field(header, 156, 157);
    const path = prefix ? `${prefix}/${name}` : name;
    if (type === '' || type === '0') yield { path, content: archive.subarray(at + 512, at + 512 + size) };
    at += 512 + Math.ceil(size / 512) * 512;
  }
}
