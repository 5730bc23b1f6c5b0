/** What the documentation names is there: pages, files, scripts, options, settings. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { OPTIONS } from '../../cli/option-specs.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const manifest = JSON.parse(read('package.json'));
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => join('docs', file)),
];

/** What an expression finds in the pages, its first group, and `isThere` does not know; with the page. */
function missing(expression: RegExp, isThere: (name: string, page: string) => boolean): string[] {
  return pages.flatMap((page) =>
    [...read(page).matchAll(expression)]
      .map(([, name]) => name!)
      .filter((name) => !isThere(name, page))
      .map((name) => `${page}: ${name}`),
  );
}

describe('the documentation', () => {
  it('links to pages that are there', () => {
    const isThere = (target: string, page: string) =>
      /^[a-z]+:/.test(target) || existsSync(join(root, dirname(page), target));
    assert.deepEqual(missing(/\]\(([^)#\s]+)[^)]*\)/g, isThere), []);
  });

  it('names files that are there', () => {
    const files = readdirSync(root, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !/^(?:\.|node_modules$|dist$)/.test(entry.name))
      .flatMap(({ name }) =>
        readdirSync(join(root, name), { recursive: true, encoding: 'utf8' }).map(
          (file) => `/${name}/${file}`,
        ),
      );
    const isThere = (path: string) =>
      existsSync(join(root, path)) || files.some((file) => file.endsWith(`/${path}`));
    // Not what only ends so: `*.test.ts`, `FAMILY/NAME.ts`.
    assert.deepEqual(
      missing(/(?<![\w.*<>/-])((?:[a-z][\w-]*\/)*[a-z][\w-]*\.(?:ts|mjs|cjs))\b/g, isThere),
      [],
    );
  });

  it('names scripts of npm that are there', () => {
    assert.deepEqual(
      missing(/npm run ([\w:-]+)/g, (name) => name in manifest.scripts),
      [],
    );
  });

  it('names options of the command line that are there', () => {
    // Up to where another program gets its turn.
    const calls = /gongwen-lint((?: +(?!--stdio)[^\s|;>`#（(]+)+)/g;
    const unknown = pages.flatMap((page) =>
      [...read(page).matchAll(calls)]
        .flatMap(([, args]) => [...args!.matchAll(/ --([a-z-]+)/g)])
        .map(([, name]) => name!)
        .filter((name) => !(name in OPTIONS))
        .map((name) => `${page}: --${name}`),
    );
    assert.deepEqual(unknown, []);
  });

  it('names settings of VS Code that are there', () => {
    const settings = JSON.stringify(manifest.contributes.configuration);
    const isThere = (name: string) => settings.includes(`"gongwen.${name}"`);
    assert.deepEqual(missing(/`gongwen\.(\w+)`/g, isThere), []);
  });
});
