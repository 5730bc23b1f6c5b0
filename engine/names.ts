/**
 * Names of people, places and organisations, recognised outside the engine (a host feeds them in when it can; where none
 * does, there are no names and nothing else changes). They are kept by the text of the paragraph they were read from, so
 * that an edit elsewhere leaves them valid.
 */
import { defineFact } from './facts.ts';
import { NONE } from './lists.ts';

/** Offsets are UTF-16 units relative to the paragraph, end exclusive. */
export interface Name {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind: 'person' | 'place' | 'organisation';
}

/** The names known for one document. */
export class NameStore {
  readonly #bySource = new Map<string, readonly Name[]>();
  readonly #meant = new Set<string>();

  /** Undefined while nobody has looked. */
  get(source: string): readonly Name[] | undefined {
    // Nobody has looked at anything: no reason to hash every line of the document.
    return this.#bySource.size === 0 ? undefined : this.#bySource.get(source);
  }

  set(source: string, names: readonly Name[]): void {
    this.#bySource.set(source, names);
  }

  /** Values that the writer has put in on purpose, such as answers to what was asked. */
  mean(values: Iterable<string>): void {
    for (const value of values) this.#meant.add(value);
  }

  isMeant(value: string): boolean {
    return this.#meant.has(value);
  }

  /** Forgets texts that no longer stand in the document. */
  retain(sources: ReadonlySet<string>): void {
    for (const source of this.#bySource.keys()) if (!sources.has(source)) this.#bySource.delete(source);
  }
}

/** Fed from outside: forgotten by the linter when names arrive for the paragraph. */
export const names = defineFact<readonly Name[]>(
  'names',
  (paragraph) => paragraph.language.names?.get(paragraph.source) ?? NONE,
);
