/** The floors of the house hold: every import goes down or stays on its floor, and the lower floors know no host. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FRONT_ENDS, sources as filesIn, SHARED, withDrawing } from '../../scripts/draw-rooms.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

const filesBelow = (folder: string): string[] => filesIn(root, folder);
const importsBelow = (folders: readonly string[]) =>
  folders.flatMap(filesBelow).flatMap((file) => importsOf(file, readFileSync(join(root, file), 'utf8')));

/** What each floor may import from, itself aside. Front ends see the rules through their face only. */
const FLOORS: Record<string, readonly string[]> = {
  engine: [],
  language: ['engine', 'generated'],
  rules: ['engine', 'language', 'generated'],
};
const FACE = 'rules/index.ts';
/** The process that recognises names loads the recogniser and nothing else of ours. */
const RECOGNISER = 'language/names/recogniser/recognise.ts';

/** Families are independent of each other, but for these modules of one. */
const CROSSINGS = ['rules/figures/relations/constraints.ts'];

interface Import {
  readonly from: string;
  /** Counted from 1. */
  readonly line: number;
  readonly to: string;
  readonly typeOnly: boolean;
}

/** `import … from`, `export … from` and `import '…'` at the beginning of a line. */
const STATEMENT =
  /^(?:import|export)\s+(?<typeOnly>type\s+)?(?:(?<names>[^'";]*?)\s+from\s+)?'(?<to>[^']+)'/gm;
/** `import('…')`, be it of a module or of its types, and `require('…')`, anywhere. */
const CALL = /\b(?:import|require)\(\s*['"`](?<to>[^'"`]+)['"`]/g;

/** All that a source imports, relative paths resolved to paths from the root. */
function importsOf(file: string, source: string): Import[] {
  const code = withoutComments(source);
  const found: Import[] = [];
  for (const { index, groups } of [...code.matchAll(STATEMENT), ...code.matchAll(CALL)]) {
    const { typeOnly, names = '', to = '' } = groups!;
    found.push({
      from: file,
      line: code.slice(0, index).split('\n').length,
      to: to.startsWith('.') ? normalize(join(dirname(file), to)) : to,
      typeOnly: typeOnly !== undefined || (names.startsWith('{') && onlyTypes(names)),
    });
  }
  return found;
}

function onlyTypes(names: string): boolean {
  return names
    .replace(/[{}]/g, '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .every((name) => name.startsWith('type '));
}

/** What is wrong with an import, if anything, with what may be done about it. */
function climb({ from, line, to }: Import): string | undefined {
  const floor = from.split('/')[0]!;
  const target = to.split('/')[0]!;
  const where = `${from}:${line}`;
  if (!/\//.test(to) || /^(?:node:|@|vscode)/.test(to))
    return `${where} imports ${to}: no module from outside; what it gives is handed in by host/ or a front end`;
  if (target !== floor && !FLOORS[floor]!.includes(target))
    return `${where} climbs to ${to}: move what is needed down, or have it handed in`;
  if (floor === 'rules' && target === 'rules' && !CROSSINGS.includes(to)) {
    const [, family = ''] = from.split('/');
    const [, other = ''] = to.split('/');
    if (family !== other && !family.endsWith('.ts') && !other.endsWith('.ts'))
      return `${where} crosses into the family ${other}: ${to}; what both need belongs into language/`;
  }
  if (target === 'generated') {
    const room = /^generated\/([a-z]+)-/.exec(to)?.[1];
    if (room && room !== from.split('/')[1])
      return `${where} reads a list of ${room}: ${to}; a list stands in the data/ of the room that reads it`;
  }
  return undefined;
}

const sources = Object.keys(FLOORS).flatMap(filesBelow);
const imports = sources.flatMap((file) => importsOf(file, readFileSync(join(root, file), 'utf8')));

describe('layering', () => {
  it('no import climbs, reaches outside, or crosses families', () => {
    assert.deepEqual(imports.map(climb).filter(Boolean), []);
  });

  it('sees a planted climb', () => {
    const planted = (from: string, line: string) => importsOf(from, line).map(climb)[0];
    assert.match(planted('engine/facts.ts', "import { scan } from '../language/text/scan.ts';")!, /climbs/);
    assert.match(
      planted('language/text/scan.ts', "import type { X } from '../../rules/index.ts';")!,
      /climbs/,
    );
    assert.match(planted('engine/facts.ts', "import { join } from 'node:path';")!, /outside/);
    assert.match(
      planted('engine/facts.ts', "const scan = () => import('../language/text/scan.ts');")!,
      /climbs/,
    );
    assert.match(planted('engine/facts.ts', "let x: typeof import('../rules/index.ts');")!, /climbs/);
    assert.match(planted('rules/advert/contact.ts', "const fs = require('fs');")!, /outside/);
    assert.match(planted('engine/facts.ts', "\nexport * from 'vscode';")!, /^engine\/facts\.ts:2 .*outside/);
    assert.equal(planted('engine/facts.ts', "// import('../rules/index.ts')"), undefined);
    assert.match(planted('rules/advert/contact.ts', "export { x } from '../figures/sum.ts';")!, /crosses/);
    assert.match(
      planted('language/dates/dates.ts', "import { rows } from '../../generated/figures-plans.ts';")!,
      /reads a list of figures/,
    );
  });

  it('front ends import nothing below the face', () => {
    const below = importsBelow(FRONT_ENDS)
      .filter(({ to }) => /^(?:engine|language|rules|generated)\//.test(to) && to !== FACE)
      .filter(({ from, to }) => !(from === 'names/worker.ts' && to === RECOGNISER));
    assert.deepEqual(below, []);
  });

  it('only client/ and browser/ import vscode', () => {
    const faults = importsBelow(FRONT_ENDS.filter((folder) => folder !== 'client' && folder !== 'browser'))
      .filter(({ to }) => to === 'vscode')
      .map(({ from, line }) => `${from}:${line}`);
    assert.deepEqual(faults, [], 'what it gives is asked of the client: server/protocol.ts');
  });

  it('what front ends share knows none of them', () => {
    const up = /^(?:cli|client|server)\//;
    assert.deepEqual(
      importsBelow(SHARED).filter(({ to }) => up.test(to)),
      [],
    );
  });

  it('engine, language and rules have no clock, no randomness, no process', () => {
    const faults = sources.flatMap((file) => {
      const code = withoutComments(readFileSync(join(root, file), 'utf8'));
      return [...code.matchAll(IMPURE)].map(
        ({ 0: what, index }) => `${file}:${code.slice(0, index).split('\n').length} ${what}`,
      );
    });
    assert.deepEqual(
      faults,
      [],
      'a finding depends on the text and what is handed in with it, and on nothing else',
    );
  });

  it('the engine has no Chinese', () => {
    const faults = filesBelow('engine').filter((file) =>
      /\p{Script=Han}/u.test(withoutComments(readFileSync(join(root, file), 'utf8'))),
    );
    assert.deepEqual(faults, [], 'what it says to a writer is handed to it: EngineWords');
  });

  it('the architecture page draws these imports and folders', () => {
    const page = readFileSync(join(root, 'docs/development/architecture.md'), 'utf8');
    const drawn: string = withDrawing(page, root);
    const [before, now] = [page.split('\n'), drawn.split('\n')];
    assert.deepEqual(
      {
        gone: before.filter((line) => !now.includes(line)),
        come: now.filter((line) => !before.includes(line)),
      },
      { gone: [], come: [] },
      'node scripts/draw-rooms.mjs draws it anew',
    );
    assert.ok(page === drawn, 'node scripts/draw-rooms.mjs draws it anew: lines stand in another order');
  });

  it('no module needs itself by way of others', () => {
    const byFile = new Map<string, string[]>();
    for (const { from, to, typeOnly } of imports) {
      if (!typeOnly) byFile.set(from, [...(byFile.get(from) ?? []), to]);
    }
    const done = new Set<string>();
    const cycle = (file: string, path: readonly string[]): readonly string[] | undefined => {
      if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
      if (done.has(file)) return undefined;
      for (const next of byFile.get(file) ?? []) {
        const found = cycle(next, [...path, file]);
        if (found) return found;
      }
      done.add(file);
      return undefined;
    };
    assert.deepEqual(sources.map((file) => cycle(file, [])).find(Boolean) ?? [], []);
  });
});

/** A clock, randomness, the process, the network. */
const IMPURE =
  /\b(?:Date\.now|new Date\b|Date\(|performance\.|Math\.random|crypto\.|setTimeout|setInterval|setImmediate|queueMicrotask|process\.|globalThis|fetch\(|import\.meta)/g;

/** With their line breaks, so that lines are counted as in the source. */
function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\/|(?<![:'"`])\/\/.*/g, (comment) => comment.replace(/[^\n]/g, ''));
}
