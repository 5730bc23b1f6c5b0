/**
 * Documents that are checked together. Those of a set that are open are taken as their editors have them, the others as their files are,
 * and each open one is judged anew when another of its set has changed.
 */
import type { SetOfFiles } from '../config/model.ts';
import { CheckedDocument, isWordFile, WordDocument } from '../docx/index.ts';
import type { Companion, Document, Format } from '../rules/index.ts';
import { isSameBytes } from './bytes.ts';
import type { ServerContext } from './context.ts';
import { limited } from './patience.ts';
import type { Params } from './protocol.ts';
import type { ServedDocument } from './served-document.ts';

type Context = Pick<ServerContext, 'host' | 'linter' | 'documents'>;

export class Sets {
  readonly #context: Context;
  /** Files that are not open, by path, with what they were read from. */
  readonly #files = new Map<string, { readonly bytes: Uint8Array; readonly document: Document }>();

  constructor(context: Context) {
    this.#context = context;
  }

  /** The other documents of the sets that a file belongs to, in the order of their names. What cannot be read is left out. */
  companionsOf(uri: string, sets: readonly SetOfFiles[]): readonly Companion[] {
    const { host, documents } = this.#context;
    if (sets.length === 0 || !host.configFiles || !host.drafts?.list) return [];
    const own = host.configFiles.pathOf(uri);
    const paths = new Set(sets.flatMap(({ folder, globs }) => host.drafts!.list!(folder, globs)));
    const open = new Map(
      documents.all().map((document) => [host.configFiles!.pathOf(document.uri), document]),
    );
    const companions: Companion[] = [];
    for (const path of [...paths].sort()) {
      if (path === own) continue;
      const document = open.get(path)?.lint.document ?? this.#read(path);
      if (document) companions.push({ path, document });
    }
    return companions;
  }

  #read(path: string): Document | undefined {
    const { drafts } = this.#context.host;
    try {
      const bytes = drafts?.read(path);
      if (!bytes) return undefined;
      const known = this.#files.get(path);
      if (known && isSameBytes(known.bytes, bytes)) return known.document;
      const document = this.#open(path, bytes);
      this.#files.set(path, { bytes, document });
      return document;
    } catch {
      // Told of where it is checked itself.
      return undefined;
    }
  }

  #open(path: string, bytes: Uint8Array): Document {
    const { linter, host } = this.#context;
    return limited(host, path, () => {
      if (isWordFile(path, bytes))
        return new CheckedDocument(new WordDocument(bytes), linter).stories[0]!.linted.document;
      const format: Format = /\.(?:md|markdown)$/i.test(path) ? 'markdown' : 'plain';
      return linter.open(host.decode(bytes), { format }).document;
    });
  }
}

/** Quiet in one document before the others of its set are judged anew, in ms. */
const QUIET = 500;

/** Keeps the open documents of sets beside their companions. */
export function accompany({ documents, host }: ServerContext, sets: Sets): { dispose(): void } {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const changed = new Set<ServedDocument>();
  documents.onDidChange(({ document, reason }) => {
    if (reason === 'set') return;
    // Whoever is told of these asks for the findings next.
    if (reason === 'opened' || reason === 'settings')
      document.lint.accompany(sets.companionsOf(document.uri, document.sets));
    if (reason !== 'paused' && reason !== 'names') renewOthers(document);
  });
  documents.onDidClose(renewOthers);

  function renewOthers(document: ServedDocument): void {
    if (document.sets.length === 0) return;
    changed.add(document);
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      const of = [...changed];
      changed.clear();
      for (const other of documents.all()) {
        if (other.sets.length === 0 || (of.length === 1 && of[0] === other)) continue;
        documents.accompany(other, sets.companionsOf(other.uri, other.sets));
      }
    }, host.delays?.sets ?? QUIET);
  }

  return { dispose: () => clearTimeout(waiting) };
}

/** `gongwen/chooseSet`: a folder is one set from now on, until the session ends. */
export function chooseSet({ connection, configFiles }: ServerContext): void {
  connection.onRequest('gongwen/chooseSet', ({ folder }: Params<'gongwen/chooseSet'>) => {
    configFiles.chooseSet(folder);
    return {};
  });
}
