/**
 * Files of the workspace as the worker knows them. Configuration and sets are read in one go, and a worker has to ask its client for what it reads:
 * what is not here is fetched, and told of once it has come; what was read a while ago is fetched anew, and holds meanwhile.
 */
import { isSameBytes } from '../server/bytes.ts';

/** Milliseconds for which what has come is not asked for again. */
const FRESH = 5_000;

/** What has come, and when it was asked for. */
interface Copy<T> {
  readonly value: T | undefined;
  readonly asked: number;
}

export interface Source {
  /** Undefined where there is no such file. */
  readFile(uri: string): Promise<Uint8Array | undefined>;
  /** The URIs of the files in a folder and below. */
  listFiles(uri: string): Promise<readonly string[]>;
}

export class Mirror {
  readonly #source: Source;
  readonly #changed: () => void;
  readonly #files: Map<string, Copy<Uint8Array>>;
  readonly #folders = new Map<string, Copy<readonly string[]>>();
  readonly #underWay = new Set<Promise<void>>();

  /** @param changed called when something is another than was last said */
  constructor(
    known: Iterable<readonly [uri: string, content: Uint8Array]>,
    source: Source,
    changed: () => void,
  ) {
    this.#files = new Map(
      [...known].map(([uri, value]) => [uri, { value, asked: performance.now() }] as const),
    );
    this.#source = source;
    this.#changed = changed;
  }

  /** What the file had in it when it was last looked at; undefined where there is none, or none yet. */
  read(uri: string): Uint8Array | undefined {
    return this.#look(this.#files, uri, () => this.#source.readFile(uri), isSameBytes);
  }

  /** The files below a folder, likewise. */
  list(uri: string): readonly string[] {
    const isSameList = (a: readonly string[], b: readonly string[]) => a.join('\n') === b.join('\n');
    return this.#look(this.#folders, uri, () => this.#source.listFiles(uri), isSameList) ?? [];
  }

  /** Resolves when all that was asked for has come, with whether anything was under way. */
  async arrived(): Promise<boolean> {
    const awaited = [...this.#underWay];
    await Promise.all(awaited);
    return awaited.length > 0;
  }

  /** Has a file that was written looked at anew when it is read next. */
  forget(uri: string): void {
    const copy = this.#files.get(uri);
    if (copy) this.#files.set(uri, { ...copy, asked: Number.NEGATIVE_INFINITY });
  }

  #look<T>(
    copies: Map<string, Copy<T>>,
    uri: string,
    ask: () => Promise<T | undefined>,
    isSame: (a: T, b: T) => boolean,
  ): T | undefined {
    const copy = copies.get(uri);
    const now = performance.now();
    if (copy && now - copy.asked < FRESH) return copy.value;
    copies.set(uri, { value: copy?.value, asked: now });
    const coming = ask()
      .catch(() => undefined)
      .then((value) => {
        const known = copies.get(uri)?.value;
        copies.set(uri, { value, asked: now });
        if (known === undefined || value === undefined ? known !== value : !isSame(known, value))
          this.#changed();
        this.#underWay.delete(coming);
      });
    this.#underWay.add(coming);
    return copy?.value;
  }
}
