/**
 * `node scripts/draw-rooms.mjs`: draws into docs/development/architecture.md, each between two marks, which rooms import which, as a
 * Mermaid graph, and the folders as they are beside those of 0.1.0. A test holds both against the sources.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Floors drawn as boxes of rooms; the face is a room of its own. */
export const FLOORS = ['rules', 'language', 'engine'];
/** What the front ends share. */
export const SHARED = ['config', 'docx', 'english', 'host', 'names', 'report'];
/** All that stands above the face. */
export const FRONT_ENDS = ['browser', 'cli', 'client', 'library', 'server', ...SHARED];

/** What a folder is for; the families say so by their names. */
const PURPOSES = {
  engine: 'text in, findings out; knows no Chinese and no rule',
  'engine/formats': 'plain, Markdown: which stretches of a line are prose',
  language: 'reads official Chinese into facts; knows no rule',
  'language/text': 'scan, lexicon, dictionary, characters, bounds',
  'language/quantities': 'figures with their units, lists, indicators',
  'language/dates': 'dates, periods, meetings',
  'language/structure': 'marks, the tree of series and members, outline',
  'language/blanks': 'marks for something not filled in',
  'language/names': 'surnames, the recogniser, what a draft offers',
  'language/layout': 'title, head, body; kinds of documents',
  'language/occasion': 'what the documents of one meeting say alike',
  'language/punctuation': 'places that rules on marks look at',
  'language/wording': 'cuts of sentences that wording rules ask for',
  'language/house': "a house's own people, names, terms, figures",
  rules: 'judge; a folder a family, a file and a page a rule',
  config: 'gongwen-lint.json, ignores',
  english: 'what rules say, in English',
  report: 'findings as HTML and Markdown',
  library: 'the engine for programs of others',
  docx: 'Word documents: reading, comments, tracked changes',
  names: 'the process that recognises names',
  host: 'what Node gives: the dictionary, a time limit',
  server: 'the language server',
  client: 'the VS Code extension',
  browser: 'extension and language server where there is no Node',
  cli: 'the command line',
};

/** The folders of 0.1.0, when the engine stood among the rules and knew the language. */
const IN_0_1_0 = [
  'rules/',
  '  engine/        imported the language',
  '  language/      26 files beside each other',
  '    blanks/',
  '  advert/        23 files, 7 of them rules',
  '  figures/       58, 16 of them rules',
  '  numbering/     22, 8 of them rules',
  '  placeholder/',
  '  registry.ts    the families, by hand',
  'server/          offers, pieces, grouping',
  'client/',
  'cli/',
  'names/',
];

/** The room of a file: `language/dates`, `rules/figures`, `engine`, `cli`; the face and the files beside it are `rules`. */
function roomOf(file) {
  const [floor, room] = file.split('/');
  if (floor === 'engine' || FRONT_ENDS.includes(floor)) return floor;
  return FLOORS.includes(floor) ? (room.endsWith('.ts') ? floor : `${floor}/${room}`) : undefined;
}

/**
 * Arrows from room to room, each once, sorted. What everything imports is left out: the engine by whoever is above it, and
 * `language/text` by the rooms.
 */
function arrows(root) {
  const found = new Set();
  for (const top of [...FLOORS, ...FRONT_ENDS]) {
    for (const file of sources(root, top)) {
      const source = readFileSync(join(root, file), 'utf8');
      for (const [, to] of source.matchAll(/^(?:import|export)\s[^'";]*?from\s+'(\.[^']+)'/gm)) {
        const from = roomOf(file);
        const target = roomOf(normalize(join(dirname(file), to)));
        if (!from || !target || from === target) continue;
        if (target === 'engine' || target === 'language/text') continue;
        found.add(`${from} --> ${target}`);
      }
    }
  }
  return [...found].sort();
}

/** The TypeScript files below a folder, by their paths from the root. */
export function sources(root, folder) {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `${folder}/${file}`);
}

/** The folders of which the tree shows each: the tops, and the rooms of the floors. */
function folders(root) {
  const below = (floor) =>
    readdirSync(join(root, floor), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `${floor}/${name}`);
  return [...FLOORS, ...FRONT_ENDS, ...FLOORS.flatMap(below)].sort();
}

/** Which room imports which. */
function graph(root) {
  const all = arrows(root);
  const rooms = [...new Set(all.flatMap((arrow) => arrow.split(' --> ')))].sort();
  const box = (name, title, of) => [
    `  subgraph ${name}["${title}"]`,
    ...of.map((room) => `    ${room}["${room.slice(room.indexOf('/') + 1)}"]`),
    '  end',
  ];
  return [
    '```mermaid',
    'flowchart TD',
    ...FLOORS.slice(0, 2).flatMap((floor) =>
      box(
        `${floor}_floor`,
        `${floor}/`,
        rooms.filter((room) => room.startsWith(`${floor}/`)),
      ),
    ),
    ...box('shared', 'shared by the front ends', SHARED),
    ...all.map((arrow) => `  ${arrow}`),
    '  language_floor --> engine',
    '  rules_floor --> engine',
    '```',
  ];
}

/** The folders of 0.1.0 to the left, those there are to the right. */
function tree(root) {
  const order = ['engine', 'language', 'rules', ...SHARED, 'server', 'client', 'browser', 'cli'];
  const place = (folder) => order.indexOf(folder.split('/')[0]);
  const now = folders(root)
    .sort((a, b) => place(a) - place(b))
    .map((folder) => {
      const isFamily = folder.startsWith('rules/');
      const purpose = PURPOSES[folder] ?? '';
      if (purpose === '' && !isFamily)
        throw new Error(`scripts/draw-rooms.mjs: say in PURPOSES what ${folder}/ is for`);
      const [top, room] = folder.split('/');
      const name = room ? `  ${room}/` : `${top}/`;
      return isFamily ? name : name.padEnd(17) + purpose;
    });
  const rows = ['0.1.0', '', ...IN_0_1_0];
  const width = Math.max(...rows.map((row) => row.length)) + 3;
  return [
    '```text',
    ...['now', '', ...now].map((line, i) => ((rows[i] ?? '').padEnd(width) + line).trimEnd()),
    '```',
  ];
}

const DRAWINGS = { rooms: graph, tree };

/** The page with its drawings as they should be, each between `<!-- NAME: drawn by … -->` and `<!-- /NAME -->`. */
export function withDrawing(page, root) {
  return Object.entries(DRAWINGS).reduce((text, [name, draw]) => {
    const begin = `<!-- ${name}: drawn by scripts/draw-rooms.mjs -->`;
    const end = `<!-- /${name} -->`;
    const [before, rest = ''] = text.split(begin);
    const after = rest.split(end)[1];
    if (after === undefined) throw new Error(`the page has no ${begin} … ${end}`);
    return [before + begin, ...draw(root), end + after].join('\n');
  }, page);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = join(dirname(fileURLToPath(import.meta.url)), '..');
  const page = join(root, 'docs/development/architecture.md');
  writeFileSync(page, withDrawing(readFileSync(page, 'utf8'), root));
}
