/** Where copies of Word documents are written: one file, or a folder for several. */
import * as fs from 'node:fs';
import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import { TextFileError } from '../host/text-file-error.ts';
import { isFolder } from './discover.ts';
import { OtherExtensionError, SameFileError } from './same-file-error.ts';
import { temporaryIn } from './text-file.ts';

export class WordCopies {
  readonly #to: string;
  readonly #folders: readonly string[];
  readonly #isFolder: boolean;

  /**
   * @param given what stands on the command line: documents and folders
   * @param paths the documents named, and those in the folders named
   */
  constructor(to: string, given: readonly string[], paths: readonly string[]) {
    this.#to = to;
    this.#folders = given.filter(isFolder);
    this.#isFolder = this.#folders.length > 0 || paths.length > 1 || isFolder(to) || /[\\/]$/.test(to);
  }

  /**
   * Writes the copy of a document, in one step, and says where.
   * @throws SameFileError, OtherExtensionError, TextFileError
   */
  write(path: string, bytes: Uint8Array): string {
    const to = this.#isFolder ? join(this.#to, this.#nameOf(path)) : this.#to;
    if (isSame(path, to)) throw new SameFileError(to);
    if (isOtherFormat(path, to)) throw new OtherExtensionError(extname(path));
    try {
      const folder = dirname(resolve(to));
      fs.mkdirSync(folder, { recursive: true });
      const beside = temporaryIn(folder);
      try {
        fs.writeFileSync(beside, bytes);
        fs.renameSync(beside, to);
      } catch (error) {
        fs.rmSync(beside, { force: true });
        throw error;
      }
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      throw new TextFileError('unwritable', code ?? message);
    }
    return to;
  }

  /** In a folder that was given, its place there; else its own name. */
  #nameOf(path: string): string {
    for (const folder of this.#folders) {
      const name = relative(folder, path);
      if (name !== '' && !name.startsWith('..')) return name;
    }
    return basename(path);
  }
}

function isSame(path: string, to: string): boolean {
  const [a, b] = [path, to].map((name) => fs.statSync(name, { throwIfNoEntry: false }));
  return a && b ? a.ino === b.ino && a.dev === b.dev : resolve(path) === resolve(to);
}

const WORD = /^\.(?:docx|docm|dotx|dotm)$/;

/** A copy of 报告.docm named 批注稿.docx: Word opens no file whose extension says otherwise than what is in it. */
function isOtherFormat(path: string, to: string): boolean {
  const [from, name] = [path, to].map((file) => extname(file).toLowerCase());
  return WORD.test(from!) && WORD.test(name!) && from !== name;
}
