/** The files that configuration is made of, each read and parsed once: a new store is made when any of them may have changed. */
import type { House, Rule } from '../rules/index.ts';
import { mergeHouses, parseHouse } from './house.ts';
import { IgnoreList } from './ignores.ts';
import type { ConfigFile, ConfigProblem, NamedFile, SettableRule } from './model.ts';
import { parseConfig } from './parse.ts';
import { joinPath, parentOf } from './paths.ts';
import { parsePack } from './rule-pack.ts';
import { ruleOf, type UserRule } from './user-rules.ts';

/** A file's text; undefined where there is none. Throws where it is there and cannot be read. */
export type ReadFile = (path: string) => string | undefined;

/** A configuration file as it was read. */
export interface ParsedFile {
  readonly path: string;
  readonly text: string;
  readonly config: ConfigFile;
  readonly problems: readonly ConfigProblem[];
}

export class FileStore {
  readonly #read: ReadFile;
  readonly #rules: readonly SettableRule[];
  readonly #texts = new Map<string, string | undefined>();
  /** Configuration files, tables and packs that were asked for and are there. */
  readonly #used = new Set<string>();
  readonly #tables = new Map<string, ReturnType<typeof parseHouse> | undefined>();
  readonly #packs = new Map<string, ReturnType<typeof parsePack> | undefined>();
  /** Rules that users define, by what defines them: one that stays as it is stays one rule. */
  readonly #userRules = new Map<string, Rule>();
  /** What several tables come to, by their paths: drafts of one house are held against one. */
  readonly #houses = new Map<string, House>();
  readonly #lists = new Map<string, IgnoreList>();

  constructor(read: ReadFile, rules: readonly SettableRule[]) {
    this.#read = read;
    this.#rules = rules;
  }

  /** The files read so far, wherever they are: what to watch. */
  get paths(): readonly string[] {
    return [...this.#used];
  }

  /** The nearest file of the name, upward from a document. */
  nearest(path: string, name: string): string | undefined {
    for (let folder = parentOf(path); folder !== undefined; folder = parentOf(folder)) {
      const candidate = joinPath(folder, name);
      // One that cannot be read is the nearest all the same: what it says is not replaced by another's.
      if (this.readable(candidate) !== undefined) return candidate;
    }
    return undefined;
  }

  /** A file's text; false for one that is there and cannot be read. */
  readable(path: string): string | false | undefined {
    try {
      return this.#text(path);
    } catch {
      return false;
    }
  }

  /**
   * A configuration file.
   * @throws what reading throws
   */
  config(path: string): ParsedFile | undefined {
    const text = this.#text(path);
    if (text === undefined) return undefined;
    this.#used.add(path);
    return this.parse(path, text);
  }

  /** @param own rules that users define, which settings may name */
  parse(path: string, text: string, own: readonly SettableRule[] = []): ParsedFile {
    return { path, text, ...parseConfig(path, text, this.#rules, own) };
  }

  /** What is wrong in the tables and packs that a configuration file names, or with their names where they cannot be read. */
  problemsBeside({ path, house: first = [], overrides, rulePacks }: ConfigFile): readonly ConfigProblem[] {
    const tables = [...first, ...overrides.flatMap(({ house = [] }) => house)];
    return [
      ...tables.flatMap((named) => this.#table(named.path)?.problems ?? [this.#unreadable(path, named)]),
      ...rulePacks.flatMap((named) => this.#pack(named.path)?.problems ?? [this.#unreadable(path, named)]),
    ];
  }

  house(files: readonly NamedFile[]): House {
    const key = files.map(({ path }) => path).join('\n');
    let house = this.#houses.get(key);
    if (!house) {
      house = mergeHouses(files.flatMap(({ path }) => this.#table(path)?.house ?? []));
      this.#houses.set(key, house);
    }
    return house;
  }

  /** The rules that users define in these files: what is defined later holds. With each its file. */
  userRules(files: readonly ConfigFile[]): readonly { readonly rule: Rule; readonly from: string }[] {
    const byId = new Map<string, { definition: UserRule; from: string }>();
    for (const { path, userRules, rulePacks } of files) {
      for (const pack of rulePacks)
        for (const definition of this.#pack(pack.path)?.rules ?? [])
          byId.set(definition.id, { definition, from: pack.path });
      for (const definition of userRules) byId.set(definition.id, { definition, from: path });
    }
    return [...byId.values()].map(({ definition, from }) => ({ rule: this.#ruleOf(definition), from }));
  }

  /** A list of ignores; empty where it cannot be read. @param path absolute */
  ignoreList(path: string): IgnoreList {
    let list = this.#lists.get(path);
    if (!list) {
      list = new IgnoreList(this.readable(path) || '');
      this.#lists.set(path, list);
    }
    return list;
  }

  #ruleOf(definition: UserRule): Rule {
    const key = JSON.stringify(definition);
    const rule = this.#userRules.get(key) ?? ruleOf(definition);
    this.#userRules.set(key, rule);
    return rule;
  }

  #text(path: string): string | undefined {
    if (!this.#texts.has(path)) this.#texts.set(path, this.#read(path));
    return this.#texts.get(path);
  }

  /** Undefined for one that cannot be read. */
  #table(path: string): ReturnType<typeof parseHouse> | undefined {
    if (!this.#tables.has(path)) {
      const text = this.#textOfTable(path);
      this.#tables.set(path, text === undefined ? undefined : parseHouse(path, text));
    }
    return this.#tables.get(path);
  }

  /** Undefined for one that cannot be read. */
  #pack(path: string): ReturnType<typeof parsePack> | undefined {
    if (!this.#packs.has(path)) {
      const text = this.#textOfTable(path);
      this.#packs.set(path, text === undefined ? undefined : parsePack(path, text, this.#rules));
    }
    return this.#packs.get(path);
  }

  #textOfTable(path: string): string | undefined {
    const text = this.readable(path);
    if (typeof text !== 'string') return undefined;
    this.#used.add(path);
    return text;
  }

  #unreadable(config: string, { path, start, end }: NamedFile): ConfigProblem {
    return { path: config, start, end, fault: { is: 'unreadable', path, detail: this.#whyUnreadable(path) } };
  }

  #whyUnreadable(path: string): string {
    try {
      this.#text(path);
      return 'ENOENT';
    } catch (error) {
      return reasonOf(error);
    }
  }
}

/** Why a file was not read: the system's code, or what is wrong with its bytes. */
export function reasonOf(error: unknown): string {
  const { code, problem } = error as { code?: unknown; problem?: unknown };
  return String(code ?? problem ?? error);
}
