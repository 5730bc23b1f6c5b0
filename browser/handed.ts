/** What the worker of the language server is handed before anything else: it reads no files, and asks no network for any. */
export interface Handed {
  /** `dist/packed.bin`: the tables of the engine. */
  readonly packed: Uint8Array;
  /** `dist/words.bin`: its dictionary. */
  readonly words: Uint8Array;
  /** `dist/english.json`: what rules say, in English. */
  readonly english: Uint8Array;
  /** Configuration files and lists of ignores of the workspace. */
  readonly files: readonly (readonly [uri: string, content: Uint8Array])[];
}

/** What the worker answers when it listens; anything else is why it does not. */
export const READY = 'ready';

/** What the worker asks its client when it listens: for a file (null where there is none that can be read), and for the files below a folder. */
export interface FileRequests {
  'gongwen/readFile': { readonly params: { readonly uri: string }; readonly answer: Uint8Array | null };
  'gongwen/listFiles': { readonly params: { readonly uri: string }; readonly answer: readonly string[] };
}
