/**
 * `node scripts/draw-rooms.mjs`: draws which rooms import which into docs/development/architecture.md, as a Mermaid graph between two
 * marks. A test holds the drawing against the imports.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const BEGIN = '<!-- rooms: drawn by scripts/draw-rooms.mjs -->';
const END = '<!-- /rooms -->';

/** Floors drawn as boxes of rooms; the front ends and the face are rooms of their own. */
const FLOORS = ['rules', 'language', 'engine'];
export const FRONT_ENDS = ['client', 'server', 'cli', 'docx', 'names', 'config', 'report', 'host'];

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
export function arrows(root) {
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

function sources(root, folder) {
  try {
    return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => `${folder}/${file}`);
  } catch {
    return [];
  }
}

/** The drawing, between its marks. */
export function drawing(root) {
  const all = arrows(root);
  const rooms = [...new Set(all.flatMap((arrow) => arrow.split(' --> ')))].sort();
  const boxes = FLOORS.slice(0, 2).flatMap((floor) => [
    `  subgraph ${floor}_floor["${floor}/"]`,
    ...rooms
      .filter((room) => room.startsWith(`${floor}/`))
      .map((room) => `    ${room}["${room.slice(floor.length + 1)}"]`),
    '  end',
  ]);
  const below = ['  language_floor --> engine', '  rules_floor --> engine'];
  return [
    BEGIN,
    '```mermaid',
    'flowchart TD',
    ...boxes,
    ...all.map((arrow) => `  ${arrow}`),
    ...below,
    '```',
    END,
  ].join('\n');
}

/** The page with the drawing as it should be. */
export function withDrawing(page, root) {
  const [before, rest = ''] = page.split(BEGIN);
  const after = rest.split(END)[1];
  if (after === undefined) throw new Error(`the page has no ${BEGIN} … ${END}`);
  return before + drawing(root) + after;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = join(dirname(fileURLToPath(import.meta.url)), '..');
  const page = join(root, 'docs/development/architecture.md');
  writeFileSync(page, withDrawing(readFileSync(page, 'utf8'), root));
}
