/**
 * Word lists and fact tables: TSV files whose columns a `schema.mjs` beside them declares. What does not fit its schema fails the
 * build, with file, line and what is wrong there.
 *
 *     // rules/figures/data/schema.mjs
 *     export default {
 *       'plans.tsv': table({ name: text, first: year, last: year, source: text }, { key: ['name'] }),
 *     };
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * @typedef {(cell: string, row: Record<string, string>, valuesOf: (table: string, column: string) => Set<string>) => string | undefined} Column
 *   what is wrong with a cell, if anything; it may look at the other cells of its row and at the tables beside its own
 * @typedef {object} Schema
 * @property {Record<string, Column>} columns  in the order of the header
 * @property {readonly string[]} key  columns whose values together name a row: no two rows have the same
 * @property {boolean} [packed]  a long table of which a document needs a few rows: they lie in a file and become objects one by one
 * @property {{name: string, from: string}} [row]  the type of a packed row, and the module that has it, seen from `generated/`
 */

/** @type {Column} anything but nothing */
export const text = (cell) => (cell === '' ? 'is empty' : undefined);
/** @type {Column} */
export const optional = () => undefined;
/** @type {Column} */
export const nothing = (cell) => (cell === '' ? undefined : `must be empty, not “${cell}”`);
/** @returns {Column} one of the values, `''` among them where the cell may be empty */
export const oneOf =
  (...values) =>
  (cell) =>
    values.includes(cell)
      ? undefined
      : `is “${cell}”, not one of ${values.map((v) => v || '(nothing)').join(', ')}`;
/** @returns {Column} the whole cell fits the expression; `what` says in words what it should be */
export const matching = (expression, what) => (cell) =>
  new RegExp(`^(?:${expression.source})$`, expression.flags).test(cell)
    ? undefined
    : `is “${cell}”, not ${what}`;
/** @returns {Column} a value that a column of another table in the same `data/` has */
export const among = (table, column) => (cell, _, valuesOf) =>
  valuesOf(table, column).has(cell) ? undefined : `is “${cell}”, which is no ${column} of ${table}`;
export const year = matching(/1[89]\d\d|20\d\d/, 'a year');
export const integer = matching(/\d+/, 'a whole number');
export const decimal = matching(/\d+(?:\.\d+)?/, 'a number');
export const date = matching(
  /(?:1[89]|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])/,
  'a date such as 2021-11-08',
);
/** @returns {Column} nothing, or what the column takes */
export const maybe =
  (column) =>
  (cell, ...given) =>
    cell === '' ? undefined : column(cell, ...given);

/** @returns {Schema} */
export const table = (columns, { key = [Object.keys(columns)[0]], packed = false, row } = {}) => ({
  columns,
  key,
  packed,
  row,
});
/**
 * A list whose words the scan finds: `*.lexicon.tsv`.
 * @param {Column} [value]
 * @param {Record<string, Column>} [last]  columns behind `word` and `value`
 * @returns {Schema}
 */
export const lexicon = (value = nothing, last = { source: text }) => table({ word: text, value, ...last });

/** A neighbourhood of a wrong form, written with ～ in its place: `发～`, `～[名理]`, `招标～`, `^～` (the clause begins there). */
const context = (cell) => {
  const fault = cell
    .split('|')
    .find(
      (c) =>
        !/^(?:\^|(?:[^～[\]|^$]|\[[^～[\]|]+\])*)～(?:\$|(?:[^～[\]|^$]|\[[^～[\]|]+\])*)$/.test(c) ||
        c === '～',
    );
  return fault === undefined
    ? undefined
    : `has “${fault}”, which is no neighbourhood such as 发～ or ～[名理]`;
};

/**
 * Word rules that are data (`*.words.tsv`), read by `language/text/word-rules.ts`; their examples run as tests.
 *
 * - wrong, right   the form looked for, and what belongs there: empty where only the writer knows, `|` between several
 * - kind, level    what kind of fault it is; its severity where it is not that of the rule
 * - only, unless   the neighbourhoods (`|` between them) of which one must be there, and of which none may be: 发～|～名
 * - note           what the message adds
 * - flag, keep     texts (`|` between them) in which it must be flagged and must not; without `flag` the wrong form alone is,
 *                  `-` says that it is not
 * @returns {Schema}
 */
export const wordRules = (...kinds) =>
  table(
    {
      wrong: text,
      right: optional,
      kind: oneOf(...kinds),
      level: oneOf('', 'error', 'warning', 'info', 'hint'),
      only: maybe(context),
      unless: maybe(context),
      note: optional,
      source: text,
      flag: optional,
      keep: optional,
    },
    { packed: true, row: { name: 'WordRow', from: '../language/text/word-rules.ts' } },
  );

/** A change to one of the words: 加大→加强, 为止→ */
const change = matching(/[^→|]+→[^→|]*/, 'a change such as 加大→加强');

/**
 * Pairs of words that do not go together (`*.pairs.tsv`), read by `language/text/word-pairs.ts`; their examples run as tests.
 *
 * - first, second    words (`|` between them) of which the second stands behind the first
 * - within, most     in one clause or one sentence; with at most so many units between them
 * - right            the change to one of them (加大→加强), empty where the writer has to rebuild the sentence
 * - before, after    neighbourhoods as in `wordRules`: of the first, and of the second
 * - between          words (`|`) that must not stand between the two
 * @returns {Schema}
 */
export const pairRules = (...kinds) =>
  table(
    {
      first: text,
      second: text,
      within: oneOf('clause', 'sentence'),
      most: integer,
      right: maybe(change),
      kind: oneOf(...kinds),
      level: oneOf('', 'error', 'warning', 'info', 'hint'),
      before: maybe(context),
      after: maybe(context),
      between: optional,
      note: text,
      source: text,
      flag: text,
      keep: text,
    },
    {
      key: ['first', 'second'],
      packed: true,
      row: { name: 'PairRow', from: '../language/text/word-pairs.ts' },
    },
  );

/** What is wrong with a table, for the one who edits it. */
export class TableError extends Error {
  name = 'TableError';
}

/** Folders that may hold a `data/`: the rooms of `language/` and the families of `rules/`. @returns {{room: string, folder: string}[]} */
export function rooms(root) {
  return ['language', 'rules'].flatMap((floor) =>
    readdirSync(join(root, floor), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => ({ room: name, folder: join(root, floor, name) }))
      .sort((a, b) => (a.room < b.room ? -1 : 1)),
  );
}

/**
 * All tables of the project, read and checked.
 * @returns {Promise<{room: string, name: string, file: string, schema: Schema, rows: Record<string, string>[]}[]>}
 * @throws TableError with all that is wrong
 */
export async function readTables(root) {
  const tables = [];
  const faults = [];
  for (const { room, folder } of rooms(root)) {
    const data = join(folder, 'data');
    if (!existsSync(data)) continue;
    const files = readdirSync(data)
      .filter((file) => file.endsWith('.tsv'))
      .sort();
    const schemaFile = join(data, 'schema.mjs');
    if (files.length === 0 && !existsSync(schemaFile)) continue;
    const schemas = await schemasOf(schemaFile, relative(root, schemaFile), files);
    const read = (name) => readFileSync(join(data, name), 'utf8');
    const known = new Map();
    const valuesOf = (name, column) => {
      const place = `${name} ${column}`;
      if (!known.has(place)) known.set(place, valuesIn(read(name), column));
      return known.get(place);
    };
    for (const name of files) {
      const file = relative(root, join(data, name));
      try {
        const rows = readTable(file, read(name), schemas[name], valuesOf);
        tables.push({ room, name: basename(name, '.tsv'), file, schema: schemas[name], rows });
      } catch (error) {
        if (!(error instanceof TableError)) throw error;
        faults.push(error.message);
      }
    }
  }
  if (faults.length > 0) throw new TableError(faults.join('\n'));
  return tables;
}

/**
 * The schemas of the tables in a `data/`, by file name: one for each.
 * @throws TableError where a table has no schema, a schema has no table, or the module does not load
 */
async function schemasOf(schemaFile, shown, files) {
  if (!existsSync(schemaFile))
    throw new TableError(`${shown} is missing: write it to declare the columns of ${files.join(', ')}`);
  // A module is read once under one address; a watching build has to see what became of it.
  const address = pathToFileURL(schemaFile);
  address.search = String(statSync(schemaFile).mtimeMs);
  let schemas;
  try {
    schemas = (await import(address.href)).default;
  } catch (error) {
    const line = /schema\.mjs(?:\?[\d.]*)?:(\d+)/.exec(error.stack)?.[1];
    throw new TableError(`${shown}${line ? `:${line}` : ''} does not load: ${error.message}`);
  }
  for (const declared of Object.keys(schemas)) {
    if (!files.includes(declared))
      throw new TableError(`${shown} declares ${declared}, which is not there: write it, or delete its line`);
  }
  for (const name of files) {
    if (!schemas[name]) throw new TableError(`${shown} does not declare ${name}: add its columns there`);
  }
  return schemas;
}

/** What stands in a column of a table, which need not be checked yet. @returns {Set<string>} */
function valuesIn(content, column) {
  const [header, ...lines] = linesOf(content);
  const place = header?.text.split('\t').indexOf(column) ?? -1;
  return new Set(lines.map(({ text }) => text.split('\t')[place]));
}

/** The lines of a TSV file with their numbers, the header first. Lines that begin with `#` are comments. */
function linesOf(content) {
  return content
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .map((text, i) => ({ text, number: i + 1 }))
    .filter(({ text }) => text.trim() !== '' && !/^#(?:\s|$)/.test(text));
}

/**
 * Rows of a TSV file as objects keyed by the header.
 * @param {string} file  for messages
 * @param {string} content
 * @param {Schema} schema
 * @param {(table: string, column: string) => Set<string>} [valuesOf]  what stands in a column of a table beside it
 * @throws TableError with all that is wrong
 */
export function readTable(file, content, { columns, key }, valuesOf = () => new Set()) {
  const names = Object.keys(columns);
  const [header, ...lines] = linesOf(content);
  if (!header) throw new TableError(`${file}: has no header`);
  if (header.text !== names.join('\t')) {
    const found = header.text.replaceAll('\t', ' ⇥ ');
    const what = `the header must be ${names.join(' ⇥ ')} (⇥: a tab), not ${found}`;
    throw new TableError(`${file}:${header.number}: ${what}`);
  }
  const faults = [];
  const lineOf = new Map();
  const rows = lines.map(({ text, number }) => {
    const cells = text.split('\t');
    const row = Object.fromEntries(names.map((name, c) => [name, cells[c] ?? '']));
    const wrong = faultsOf(text, cells, row, (name) => columns[name](row[name], row, valuesOf));
    const id = key.map((name) => row[name]).join('\t');
    if (lineOf.has(id)) wrong.push(`“${id.replaceAll('\t', ' ')}” stands in line ${lineOf.get(id)} already`);
    else lineOf.set(id, number);
    faults.push(...wrong.map((what) => `${file}:${number}: ${what}`));
    return row;
  });
  if (faults.length > 0) throw new TableError(faults.join('\n'));
  return rows;
}

/**
 * What is wrong with the cells of a line: too many, of another form than their columns have, or parted by spaces.
 * @param {(name: string) => string | undefined} faultOf  what its column says of a cell
 */
function faultsOf(line, cells, row, faultOf) {
  const names = Object.keys(row);
  const wrong = names.flatMap((name) => {
    const what = row[name] !== row[name].trim() ? 'has blanks at an end' : faultOf(name);
    return what ? [`${name} ${what}`] : [];
  });
  if (cells.length > names.length) wrong.unshift(`${cells.length} cells for ${names.length} columns`);
  // One space may be part of a word; where cells are missing too, it was meant for a tab.
  const spaces = wrong.length > 0 ? / / : / {2,}/;
  if (cells.length < names.length && spaces.test(line)) wrong.unshift('spaces where a tab belongs?');
  return wrong;
}
