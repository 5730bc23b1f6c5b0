/**
 * What holds for a document: the nearest `gongwen-lint.json` upward from it, with what that extends. Later wins: what the client sets,
 * extended files in order, the file itself, its overrides in order. Front ends hand in how files are read; paths have slashes only.
 */
import type { Settings } from '../rules/index.ts';
import { FileStore, type ParsedFile, type ReadFile, reasonOf } from './file-store.ts';
import { matches } from './globs.ts';
import type { IgnoreList } from './ignores.ts';
import { merge } from './merge.ts';
import {
  type ClientConfig,
  CONFIG_NAME,
  type ConfigFile,
  type ConfigProblem,
  IGNORES_NAME,
  type Layer,
  type NamedFile,
  type SetOfFiles,
  type SettableRule,
} from './model.ts';
import { joinPath, nameIn, parentOf } from './paths.ts';

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
  /**
   * For `kind`, `preset`, `preview`, `words`, `house`, each name in `rules` and each rule that users define: which file said it last, with
   * the globs of an override behind it.
   */
  readonly origins: ReadonlyMap<string, string>;
}

/** What a document's settings come from, beside where it stands. */
export interface Sources {
  /** Below all files. */
  readonly client?: ClientConfig;
  /** The file to use instead of the nearest; false for none. */
  readonly config?: string | false;
}

/** Files whose settings hold together, the lowest first. */
interface Chain {
  readonly layers: readonly ConfigFile[];
  readonly problems: readonly ConfigProblem[];
}

/** A chain while it is read, each file behind those it extends. */
interface FilesRead {
  readonly files: ParsedFile[];
  readonly problems: ConfigProblem[];
}

/** Configuration files, each read once: a new one is made when any of them may have changed. */
export class ConfigFiles {
  readonly #store: FileStore;
  readonly #chains = new Map<string, Chain>();

  constructor(read: ReadFile, rules: readonly SettableRule[]) {
    this.#store = new FileStore(read, rules);
  }

  /** The files read so far, wherever they are: what to watch. */
  get paths(): readonly string[] {
    return this.#store.paths;
  }

  /** @param path absolute, of the document; undefined for one that is no file */
  effective(path: string | undefined, { client, config }: Sources = {}): Effective {
    const file = config ?? (path === undefined ? undefined : this.#store.nearest(path, CONFIG_NAME));
    const { layers } = this.#chain(file || undefined, client);
    // What is no file fits no glob.
    const fitsIn = (globs: readonly string[], of: ConfigFile) =>
      path !== undefined && matches(globs, of.path, path);
    const origins = new Map<string, string>();
    let settings: Effective['settings'] = {};
    let house: readonly NamedFile[] = [];
    const put = (layer: Layer, origin: string) => {
      settings = merge(settings, layer, origin, origins);
      house = layer.house ?? house;
    };
    for (const layer of layers) {
      put(layer, layer.path);
      for (const override of layer.overrides)
        if (fitsIn(override.files, layer)) put(override, `${layer.path} (${override.files.join(', ')})`);
    }
    const own = this.#store.userRules(layers);
    for (const { rule, from } of own) if (!origins.has(rule.id)) origins.set(rule.id, from);
    const { ignores, entries } = this.#ignores(path);
    return {
      file: file || undefined,
      ignored: layers.some((layer) => fitsIn(layer.ignore, layer)),
      settings: {
        ...settings,
        ...(house.length > 0 && { house: this.#store.house(house) }),
        ...(own.length > 0 && { ownRules: own.map(({ rule }) => rule) }),
        ...entries,
      },
      ignores,
      sets: layers.flatMap((layer) =>
        layer.sets
          .filter((globs) => fitsIn(globs, layer))
          .map((globs) => ({ folder: parentOf(layer.path) ?? '/', globs })),
      ),
      origins,
    };
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
    const store = this.#store;
    const near =
      store.nearest(path, name) ?? store.nearest(path, CONFIG_NAME) ?? store.nearest(path, IGNORES_NAME);
    const folder = near === undefined ? root : parentOf(near)!;
    const place = joinPath(folder, name);
    return { path: place, text: store.readable(place) || undefined, file: nameIn(folder, path) };
  }

  /** What is wrong in a file, in those it extends and in what the client sets; whose it is their paths tell. */
  problems(config: string | undefined, client?: ClientConfig): readonly ConfigProblem[] {
    return this.#chain(config, client).problems;
  }

  /** A list of ignores; empty where it cannot be read. @param path absolute */
  ignoreList(path: string): IgnoreList {
    return this.#store.ignoreList(path);
  }

  /** What the nearest list of ignores says of a document. */
  #ignores(path: string | undefined): {
    ignores: Effective['ignores'];
    entries: Pick<Settings, 'ignores'>;
  } {
    const list = path === undefined ? undefined : this.#store.nearest(path, IGNORES_NAME);
    if (path === undefined || list === undefined) return { ignores: undefined, entries: {} };
    const file = nameIn(parentOf(list)!, path);
    const ignores = this.ignoreList(list).of(file);
    return { ignores: { list, file }, entries: ignores.length > 0 ? { ignores } : {} };
  }

  #chain(file: string | undefined, client: ClientConfig | undefined): Chain {
    const key = JSON.stringify([file, client]);
    let chain = this.#chains.get(key);
    if (!chain) {
      chain = this.#readChain(file, client);
      this.#chains.set(key, chain);
    }
    return chain;
  }

  /** Read twice where users define rules: which there are is known once all files are read, and what is set for them needs that. */
  #readChain(file: string | undefined, client: ClientConfig | undefined): Chain {
    const read: FilesRead = {
      files: client ? [this.#store.parse(client.path, client.text)] : [],
      problems: [],
    };
    if (file !== undefined) this.#collect(file, [], read);
    const { files, problems } = read;
    const own = this.#store.userRules(files.map(({ config }) => config)).map(({ rule }) => rule);
    const whole = own.length === 0 ? files : files.map((f) => this.#store.parse(f.path, f.text, own));
    for (const { config, problems: its } of whole)
      problems.push(...this.#store.problemsBeside(config), ...its);
    return { layers: whole.map(({ config }) => config), problems };
  }

  /**
   * Puts a file behind those it extends.
   * @param above the files that lead to it, the one that names it last
   */
  #collect(path: string, above: readonly string[], read: FilesRead): void {
    const blame = (fault: ConfigProblem['fault']) =>
      read.problems.push({ path: above.at(-1) ?? path, start: 0, end: 0, fault });
    if (above.includes(path)) {
      blame({ is: 'cycle', path });
      return;
    }
    let file: ParsedFile | undefined;
    try {
      file = this.#store.config(path);
    } catch (error) {
      blame({ is: 'unreadable', path, detail: reasonOf(error) });
      return;
    }
    if (!file) {
      blame({ is: 'unreadable', path, detail: 'ENOENT' });
      return;
    }
    for (const name of file.config.extends)
      this.#collect(joinPath(parentOf(path) ?? '/', name), [...above, path], read);
    read.files.push(file);
  }
}
