/** What is checked together: files given with `--set`, and the sets that configuration files name. */
import type { SetOfFiles } from '../config/model.ts';
import { isWordFile } from '../docx/package/recognise.ts';
import { decodeText } from '../host/encoding.ts';
import { listDrafts } from '../host/list-drafts.ts';
import type { Companion, Document, Linter } from '../rules/index.ts';
import { absolute } from './config.ts';
import { formatOf } from './input.ts';
import { readBytes } from './text-file.ts';

/** Documents of sets, each read once in a run. */
export class Sets {
  readonly #linter: Linter;
  readonly #oneSet: readonly string[];
  readonly #known = new Map<string, Document | undefined>();

  /** @param oneSet paths that belong to one set, as given on the line */
  constructor(linter: Linter, oneSet: readonly string[]) {
    this.#linter = linter;
    this.#oneSet = oneSet.map(absolute);
  }

  /** The other documents of the sets that a file belongs to, in the order of their names. What cannot be read is left out. */
  async companionsOf(path: string, sets: readonly SetOfFiles[]): Promise<readonly Companion[]> {
    const own = absolute(path);
    const paths = new Set(this.#oneSet.includes(own) ? this.#oneSet : []);
    for (const { folder, globs } of sets) for (const member of listDrafts(folder, globs)) paths.add(member);
    paths.delete(own);
    const companions: Companion[] = [];
    for (const member of [...paths].sort()) {
      const document = await this.#read(member);
      if (document) companions.push({ path: member, document });
    }
    return companions;
  }

  async #read(path: string): Promise<Document | undefined> {
    if (!this.#known.has(path)) this.#known.set(path, await this.#open(path));
    return this.#known.get(path);
  }

  async #open(path: string): Promise<Document | undefined> {
    try {
      const bytes = readBytes(path);
      if (isWordFile(path, bytes)) return (await import('./word.ts')).bodyOf(bytes, this.#linter);
      return this.#linter.open(decodeText(bytes).text, { format: formatOf(path) }).document;
    } catch {
      // Told of where it is checked itself.
      return undefined;
    }
  }
}
