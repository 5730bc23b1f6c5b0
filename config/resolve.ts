/**
 * What holds for a document: the nearest `gongwen-lint.json` upward from it, with what that extends. Later wins: extended files in
 * order, the file itself, its overrides in order. Front ends hand in how files are read; paths have slashes only.
 */
import picomatch from 'picomatch';
import type { House, Rule, RuleSetting, Settings } from '../rules/index.ts';
import { mergeHouses, parseHouse } from './house.ts';
import { IGNORES_NAME, IgnoreList } from './ignores.ts';
import {
  CONFIG_NAME,
  type ConfigFile,
  type ConfigProblem,
  type Layer,
  type NamedFile,
  type SetOfFiles,
  type SettableRule,
} from './model.ts';
import { parseConfig } from './parse.ts';
import { joinPath, nameIn, parentOf } from './paths.ts';
import { parsePack } from './rule-pack.ts';
import { ruleOf, type UserRule } from './user-rules.ts';

/** A file's text; undefined where there is none. Throws where it is there and cannot be read. */
export type ReadFile = (path: string) => string | undefined;

/** What holds for one document. */
export interface Effective {
  /** The file it comes from; undefined without one. */
  readonly file: string | undefined;
  /** Whether the document is left out. */
  readonly ignored: boolean;
  readonly settings: Pick<
    Settings,
    'kind' | 'preset' | 'preview' | 'rules' | 'words' | 'ignores' | 'suppressions' | 'house' | 'ownRules'
  >;
  /** The list of findings to leave alone that holds for the document, and the document's name in it. */
  readonly ignores: { readonly list: string; readonly file: string } | undefined;
  /** The sets that the document belongs to. */
  readonly sets: readonly SetOfFiles[];
  /** For `kind`, `preset`, `preview`, `words`, `house` and each name in `rules`: which file said it last, with the globs of an override behind it. */
  readonly origins: ReadonlyMap<string, string>;
}

/** Configuration files, each read once: a new one is made when any of them may have changed. */
export class ConfigFiles {
  readonly #read: ReadFile;
  readonly #rules: readonly SettableRule[];
  readonly #texts = new Map<string, string | undefined>();
  readonly #files = new Map<string, { config: ConfigFile; problems: readonly ConfigProblem[] } | undefined>();
  /** Tables of the house, by path. */
  readonly #tables = new Map<string, ReturnType<typeof parseHouse> | undefined>();
  readonly #packs = new Map<string, ReturnType<typeof parsePack> | undefined>();
  /** Rules that users define, by what defines them: one that stays as it is stays one rule. */
  readonly #userRules = new Map<string, Rule>();
  /** What several tables come to, by their paths: drafts of one house are held against one. */
  readonly #houses = new Map<string, House>();
  readonly #lists = new Map<string, IgnoreList>();
  readonly #chains = new Map<string, { layers: readonly ConfigFile[]; problems: readonly ConfigProblem[] }>();

  constructor(read: ReadFile, rules: readonly SettableRule[]) {
    this.#read = read;
    this.#rules = rules;
  }

  /** The files read so far, wherever they are: what to watch. */
  get paths(): readonly string[] {
    return [...this.#files, ...this.#tables, ...this.#packs].flatMap(([path, file]) => (file ? [path] : []));
  }

  /**
   * @param path absolute, of the document
   * @param given settings of the front end, which the files win over
   * @param config the file to use, instead of the nearest
   */
  effective(path: string, given: Effective['settings'] = {}, config?: string): Effective {
    const file = config ?? this.#nearest(path, CONFIG_NAME);
    if (file === undefined) return this.withoutConfig(path, given);
    const { ignores, entries } = this.#ignores(path);
    const { layers } = this.#chain(file);
    const origins = new Map<string, string>();
    let settings = given;
    let house: readonly NamedFile[] = [];
    let ignored = false;
    const put = (layer: Layer, origin: string) => {
      settings = merge(settings, layer, origin, origins);
      house = layer.house ?? house;
    };
    for (const layer of layers) {
      put(layer, layer.path);
      ignored ||= matches(layer.ignore, layer.path, path);
      for (const override of layer.overrides) {
        if (matches(override.files, layer.path, path))
          put(override, `${layer.path} (${override.files.join(', ')})`);
      }
    }
    const facts = house.length > 0 && { house: this.#house(house) };
    const own = this.#rulesOf(layers);
    const ownRules = own.length > 0 && { ownRules: own };
    const sets = layers.flatMap(({ path: of, sets: all }) =>
      all
        .filter((globs) => matches(globs, of, path))
        .map((globs) => ({ folder: parentOf(of) ?? '/', globs })),
    );
    return {
      file,
      ignored,
      settings: { ...settings, ...facts, ...ownRules, ...entries },
      ignores,
      sets,
      origins,
    };
  }

  /** What holds without any configuration file: the list of ignores is about the text, whatever is set. */
  withoutConfig(path: string, given: Effective['settings'] = {}): Effective {
    const { ignores, entries } = this.#ignores(path);
    const settings = { ...given, ...entries };
    return { file: undefined, ignored: false, settings, ignores, sets: [], origins: new Map() };
  }

  /**
   * Where a setting for a document is to be written: the nearest file of the name, else beside the nearest file of either name, else
   * in `root`. `text` is undefined for a file that is not there yet, `file` the document's name from there.
   */
  placeOf(
    path: string,
    name: string,
    root: string,
  ): { path: string; text: string | undefined; file: string } {
    const near =
      this.#nearest(path, name) ?? this.#nearest(path, CONFIG_NAME) ?? this.#nearest(path, IGNORES_NAME);
    const folder = near === undefined ? root : parentOf(near)!;
    const place = joinPath(folder, name);
    return { path: place, text: this.#readable(place) || undefined, file: nameIn(folder, path) };
  }

  /** What is wrong in a file and in those it extends. */
  problems(config: string): readonly ConfigProblem[] {
    return this.#chain(config).problems;
  }

  /** The nearest file of the name, upward from a document. */
  #nearest(path: string, name: string): string | undefined {
    for (let folder = parentOf(path); folder !== undefined; folder = parentOf(folder)) {
      const candidate = joinPath(folder, name);
      // One that cannot be read is the nearest all the same: what it says is not replaced by another's.
      if (this.#readable(candidate) !== undefined) return candidate;
    }
    return undefined;
  }

  /** What the nearest list of ignores says of a document. */
  #ignores(path: string): { ignores: Effective['ignores']; entries: Pick<Settings, 'ignores'> } {
    const list = this.#nearest(path, IGNORES_NAME);
    if (list === undefined) return { ignores: undefined, entries: {} };
    const file = nameIn(parentOf(list)!, path);
    const ignores = this.ignoreList(list).of(file);
    return { ignores: { list, file }, entries: ignores.length > 0 ? { ignores } : {} };
  }

  /** A list of ignores; empty where it cannot be read. @param path absolute */
  ignoreList(path: string): IgnoreList {
    let list = this.#lists.get(path);
    if (!list) {
      list = new IgnoreList(this.#readable(path) || '');
      this.#lists.set(path, list);
    }
    return list;
  }

  /** False for a file that is there and cannot be read. */
  #readable(path: string): string | false | undefined {
    try {
      return this.#text(path);
    } catch {
      return false;
    }
  }

  #text(path: string): string | undefined {
    if (!this.#texts.has(path)) this.#texts.set(path, this.#read(path));
    return this.#texts.get(path);
  }

  #chain(file: string): { layers: readonly ConfigFile[]; problems: readonly ConfigProblem[] } {
    let chain = this.#chains.get(file);
    if (!chain) {
      const layers: ConfigFile[] = [];
      const problems: ConfigProblem[] = [];
      this.#collect(file, [], layers, problems, undefined);
      const own = new Set(this.#definitions(layers).keys());
      const isKnown = ({ fault }: ConfigProblem) => fault.is === 'unknown-rule' && own.has(fault.rule);
      chain = { layers, problems: problems.filter((problem) => !isKnown(problem)) };
      this.#chains.set(file, chain);
    }
    return chain;
  }

  /** A file behind those it extends. `by`: the file that names it. */
  #collect(
    path: string,
    above: readonly string[],
    layers: ConfigFile[],
    problems: ConfigProblem[],
    by: string | undefined,
  ): void {
    const blame = (fault: ConfigProblem['fault']) =>
      problems.push({ path: by ?? path, start: 0, end: 0, fault });
    if (above.includes(path)) {
      blame({ is: 'cycle', path });
      return;
    }
    let file: ReturnType<typeof parseConfig> | undefined;
    try {
      file = this.#file(path);
    } catch (error) {
      blame({ is: 'unreadable', path, detail: String((error as { code?: unknown }).code ?? error) });
      return;
    }
    if (!file) {
      blame({ is: 'unreadable', path, detail: 'ENOENT' });
      return;
    }
    for (const { house = [] } of [file.config, ...file.config.overrides])
      for (const named of house) problems.push(...this.#tableProblems(path, named));
    for (const named of file.config.rulePacks)
      problems.push(...(this.#pack(named.path)?.problems ?? [this.#unreadable(path, named)]));
    for (const name of file.config.extends)
      this.#collect(joinPath(parentOf(path) ?? '/', name), [...above, path], layers, problems, path);
    layers.push(file.config);
    problems.push(...file.problems);
  }

  #house(files: readonly NamedFile[]): House {
    const key = files.map(({ path }) => path).join('\n');
    let house = this.#houses.get(key);
    if (!house) {
      house = mergeHouses(files.flatMap(({ path }) => this.#table(path)?.house ?? []));
      this.#houses.set(key, house);
    }
    return house;
  }

  /** Undefined for one that cannot be read. */
  #table(path: string): ReturnType<typeof parseHouse> | undefined {
    if (!this.#tables.has(path)) {
      const text = this.#readable(path);
      this.#tables.set(path, typeof text === 'string' ? parseHouse(path, text) : undefined);
    }
    return this.#tables.get(path);
  }

  /** What is wrong in a table, or with its name where it cannot be read. */
  #tableProblems(config: string, { path, start, end }: NamedFile): readonly ConfigProblem[] {
    return this.#table(path)?.problems ?? [this.#unreadable(config, { path, start, end })];
  }

  #unreadable(config: string, { path, start, end }: NamedFile): ConfigProblem {
    const detail = this.#readable(path) === undefined ? 'ENOENT' : 'EACCES';
    return { path: config, start, end, fault: { is: 'unreadable', path, detail } };
  }

  /** Undefined for one that cannot be read. */
  #pack(path: string): ReturnType<typeof parsePack> | undefined {
    if (!this.#packs.has(path)) {
      const text = this.#readable(path);
      this.#packs.set(path, typeof text === 'string' ? parsePack(path, text, this.#rules) : undefined);
    }
    return this.#packs.get(path);
  }

  /** What users define, by name: what is defined later holds. */
  #definitions(layers: readonly ConfigFile[]): ReadonlyMap<string, UserRule> {
    const all = layers.flatMap(({ userRules, rulePacks }) => [
      ...rulePacks.flatMap(({ path }) => this.#pack(path)?.rules ?? []),
      ...userRules,
    ]);
    return new Map(all.map((definition) => [definition.id, definition]));
  }

  #rulesOf(layers: readonly ConfigFile[]): readonly Rule[] {
    return [...this.#definitions(layers).values()].map((definition) => {
      const key = JSON.stringify(definition);
      const rule = this.#userRules.get(key) ?? ruleOf(definition);
      this.#userRules.set(key, rule);
      return rule;
    });
  }

  #file(path: string): ReturnType<typeof parseConfig> | undefined {
    if (!this.#files.has(path)) {
      const text = this.#text(path);
      this.#files.set(path, text === undefined ? undefined : parseConfig(path, text, this.#rules));
    }
    return this.#files.get(path);
  }
}

/** Settings with a layer on top; of a rule, a level alone leaves options that were set below as they are. */
function merge(
  below: Effective['settings'],
  { kind, preset, preview, rules, words, brands, house }: Layer,
  origin: string,
  origins: Map<string, string>,
): Effective['settings'] {
  if (kind !== undefined) origins.set('kind', origin);
  if (preset !== undefined) origins.set('preset', origin);
  if (preview !== undefined) origins.set('preview', origin);
  if (words !== undefined) origins.set('words', origin);
  if (house !== undefined) origins.set('house', origin);
  const merged: Record<string, RuleSetting> = { ...below.rules };
  // In one file a rule stands above its family, whichever is written first.
  const isRule = ([name]: readonly [string, unknown]) => Number(name.includes('/'));
  for (const [name, setting] of Object.entries(rules ?? {}).sort((a, b) => isRule(a) - isRule(b))) {
    origins.set(name, origin);
    // What is said of a family here stands above what was said of its rules below.
    if (!name.includes('/')) {
      for (const id of Object.keys(merged))
        if (id.startsWith(`${name}/`)) merged[id] = withLevel(merged[id]!, setting);
    }
    merged[name] =
      typeof setting === 'string'
        ? withLevel(merged[name], setting)
        : { ...detailed(merged[name]), ...setting };
  }
  if (brands !== undefined) {
    const { level, options } = detailed(merged[WATERMARK]);
    origins.set(WATERMARK, origin);
    merged[WATERMARK] = { ...(level && { level }), options: { ...options, brands } };
  }
  return {
    ...below,
    ...(kind !== undefined && { kind }),
    ...(preset !== undefined && { preset }),
    ...(preview !== undefined && { preview }),
    // Of all files: a house has its words besides those of the team above it.
    ...(words && { words: [...(below.words ?? []), ...words] }),
    ...((rules || brands) && { rules: merged }),
  };
}

const WATERMARK = 'advert/watermark';

function detailed(setting: RuleSetting | undefined): Exclude<RuleSetting, string> {
  return typeof setting === 'string' ? { level: setting } : (setting ?? {});
}

function withLevel(below: RuleSetting | undefined, setting: RuleSetting): RuleSetting {
  const { level } = detailed(setting);
  if (typeof below !== 'object' || level === undefined) return setting;
  return { ...below, level };
}

/** Whether a document's path fits one of the globs, which are relative to the folder of the file they stand in. */
function matches(globs: readonly string[], config: string, path: string): boolean {
  const folder = parentOf(config) ?? '/';
  const prefix = folder.endsWith('/') ? folder : `${folder}/`;
  if (globs.length === 0 || !path.startsWith(prefix)) return false;
  return fits(globs, path.slice(prefix.length));
}

/** Whether a name, relative to the folder that the globs are about, fits one of them. */
export function fits(globs: readonly string[], name: string): boolean {
  return globs.some((glob) => matcher(glob)(name));
}

const matchers = new Map<string, (path: string) => boolean>();

/** A glob without a slash is about names in all folders, as in `.gitignore`. */
function matcher(glob: string): (path: string) => boolean {
  let match = matchers.get(glob);
  if (!match) {
    match = picomatch(glob.includes('/') ? glob.replace(/^\.?\//, '') : `**/${glob}`, {
      dot: true,
      posixSlashes: true,
    });
    matchers.set(glob, match);
  }
  return match;
}
