/**
 * `npm run package:npm [-- FOLDER]`: lays out the npm package (command line, language server, library; nothing of VS Code) in a folder,
 * `dist/npm` unless another is given, out of what was built last. `npm pack FOLDER` makes it one file.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const folder = process.argv[2] ?? join(root, 'dist/npm');
const product = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

// Without what V8 made of it: that is for one version of Node, and for the bundle to the byte.
for (const name of ['cli.js', 'cli-main.js', 'server.js', 'server-main.js', 'watch.js', 'library.js']) {
  const code = readFileSync(join(root, 'dist', name), 'latin1');
  writeFileSync(join(folder, name), code.replace(/\/\/# sourceMappingURL=.*\n?$/, ''), 'latin1');
}
for (const name of ['cli.js', 'server.js']) chmodSync(join(folder, name), 0o755);
for (const name of ['words.bin', 'packed.bin', 'pages.json', 'english.json'])
  cpSync(join(root, 'dist', name), join(folder, name));
cpSync(join(root, 'dist/gongwen-lint.schema.json'), join(folder, 'gongwen-lint.schema.json'));
cpSync(join(root, 'dist/names'), join(folder, 'names'), {
  recursive: true,
  filter: (source) => !/node_modules|\.map$/.test(source),
});
for (const name of ['LICENSE', 'THIRD-PARTY-NOTICES.md']) cpSync(join(root, name), join(folder, name));
cpSync(join(root, 'docs/library.md'), join(folder, 'README.md'));
writeFileSync(join(folder, 'library.d.ts'), declarations());

const { name, version, license, keywords, engines, optionalDependencies } = product;
// The other one is for tests.
const { nodejieba } = optionalDependencies;
writeFileSync(
  join(folder, 'package.json'),
  `${JSON.stringify(
    {
      name,
      version,
      description: 'Proofreads Chinese official writing (公文校对): command line, language server, library',
      license,
      keywords,
      engines: { node: engines.node },
      type: 'commonjs',
      main: './library.js',
      types: './library.d.ts',
      exports: {
        '.': { types: './library.d.ts', default: './library.js' },
        './schema': './gongwen-lint.schema.json',
        './package.json': './package.json',
      },
      bin: { 'gongwen-lint': './cli.js', 'gongwen-language-server': './server.js' },
      optionalDependencies: { nodejieba },
    },
    null,
    2,
  )}\n`,
);
console.log(`laid out ${name} ${version} in ${folder}`);

/** The types of the library: it names none but its own, so that its declarations stand alone. */
function declarations() {
  const out = mkdtempSync(join(tmpdir(), 'gongwen-lint-types-'));
  try {
    const tsc = join(root, 'node_modules/.bin/tsc');
    const options = ['--noEmit', 'false', '--declaration', '--emitDeclarationOnly', '--outDir', out];
    const config = join(out, 'tsconfig.json');
    writeFileSync(
      config,
      JSON.stringify({
        extends: join(root, 'tsconfig.json'),
        // Its own annotations say it all: nothing that it imports is looked at.
        compilerOptions: { rootDir: root, types: [], noResolve: true, noCheck: true },
        include: [],
        files: [join(root, 'library/index.ts')],
      }),
    );
    execFileSync(tsc, ['-p', config, ...options], { stdio: ['ignore', 'inherit', 'inherit'] });
    const text = readFileSync(join(out, 'library/index.d.ts'), 'utf8');
    if (/^import /m.test(text)) throw new Error('library/index.ts shows types that are not its own');
    return text;
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}
