/**
 * Text files in the encodings that Chinese drafts come in. A file is written back in the encoding, with the byte
 * order mark and with the line breaks it came with.
 */
import * as fs from 'node:fs';
import { dirname, join } from 'node:path';
import { type DecodedText, encodeText, isKept } from '../host/encoding.ts';
import { TextFileError } from '../host/text-file-error.ts';

export interface TextFile extends DecodedText {
  readonly path: string;
  readonly bytes: Buffer;
}

/** Far above any draft; a guard against a database dump given by mistake. */
const MAX_BYTES = 64 * 1024 * 1024;

/** @throws TextFileError */
export function readBytes(path: string): Buffer {
  try {
    const stat = fs.statSync(path);
    if (stat.isDirectory()) throw new TextFileError('directory');
    // A pipe (shell process substitution) can be read to its end; a device may have none.
    if (!stat.isFile() && !stat.isFIFO()) throw new TextFileError('special');
    if (stat.size > MAX_BYTES) throw tooBig(stat.size);
    return readAtMost(path);
  } catch (error) {
    throw error instanceof TextFileError ? error : toReadError(error, path);
  }
}

/** What a pipe will say is not known before it has been said, and a file may grow. */
function readAtMost(path: string): Buffer {
  const handle = fs.openSync(path, 'r');
  try {
    const chunks = new Chunks();
    for (;;) {
      const chunk = Buffer.allocUnsafe(1024 * 1024);
      const length = fs.readSync(handle, chunk);
      if (length === 0) return chunks.join();
      chunks.add(chunk.subarray(0, length));
    }
  } finally {
    fs.closeSync(handle);
  }
}

/** Gathers what a stream says. */
export class Chunks {
  readonly #chunks: Uint8Array[] = [];
  #length = 0;

  /** @throws TextFileError when there is more than a draft can be */
  add(chunk: Uint8Array): void {
    this.#length += chunk.length;
    if (this.#length > MAX_BYTES) throw tooBig(this.#length);
    this.#chunks.push(chunk);
  }

  join(): Buffer {
    return Buffer.concat(this.#chunks);
  }
}

function tooBig(bytes: number): TextFileError {
  return new TextFileError('too-big', `${bytes} > ${MAX_BYTES}`);
}

/** What the system says of a file it does not read, in our words. */
export function toReadError(error: unknown, path = ''): TextFileError {
  const { code, message } = error as NodeJS.ErrnoException;
  // Node reads arguments as UTF-8: what is left of another encoding names no file.
  if (code === 'ENOENT' && path.includes('\ufffd')) return new TextFileError('name');
  if (code === 'ENOENT' || code === 'ENOTDIR') return new TextFileError('missing');
  if (code === 'EISDIR') return new TextFileError('directory');
  return new TextFileError('unreadable', code ?? message);
}

/**
 * Replaces the file's text, in one step: whoever reads the file sees the old or the new text, never a part. A symbolic link stays
 * one; what it points to is written, with the mode and the owner it had. Extended attributes (access lists among them) are not
 * copied: Node cannot read them.
 * @throws TextFileError the file is unchanged then
 */
export function writeTextFile(file: TextFile, text: string): void {
  // What the decoder lost, writing would destroy: bytes without a meaning, or text the encoding has no bytes for.
  if (!isKept(file.bytes, file)) throw new TextFileError('not-kept', file.encoding);
  const encoded = encodeText({ ...file, text });
  try {
    const target = fs.realpathSync(file.path);
    const stat = fs.statSync(target);
    if (!stat.isFile()) throw new TextFileError('special');
    if (stat.nlink > 1) throw new TextFileError('linked', String(stat.nlink));
    // A rename asks leave of the folder only; a read-only file must stay as it is.
    fs.accessSync(target, fs.constants.W_OK);
    removeLeftovers(dirname(target));
    const temporary = writeBeside(target, encoded, stat);
    try {
      // As late as can be: whoever has written meanwhile must not lose it.
      if (!fs.readFileSync(target).equals(file.bytes)) throw new TextFileError('changed');
      fs.renameSync(temporary, target);
    } catch (error) {
      fs.rmSync(temporary, { force: true });
      throw error;
    }
  } catch (error) {
    if (error instanceof TextFileError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    throw new TextFileError('unwritable', code ?? message);
  }
}

/**
 * Writes a file of the program's own (a list, a kept result) in one step.
 * @param before what it held when it was read, undefined where there was none; another program's writing since then is not lost
 * @throws TextFileError `changed`; what the system says
 */
export function replaceFile(path: string, before: Buffer | undefined, after: string): void {
  const target = before ? fs.realpathSync(path) : path;
  const temporary = temporaryIn(dirname(target));
  try {
    fs.writeFileSync(temporary, after, { flag: 'wx' });
    if (before) fs.chmodSync(temporary, fs.statSync(target).mode & 0o7777);
    const now = fs.existsSync(target) ? fs.readFileSync(target) : undefined;
    if (before ? !now?.equals(before) : now) throw new TextFileError('changed');
    fs.renameSync(temporary, target);
  } catch (error) {
    fs.rmSync(temporary, { force: true });
    throw error;
  }
}

/** Begins the names of files being written: without the file's own, as a long title in Chinese may leave no room for another byte. */
const TEMPORARY = '.gongwen-lint.';
const LEFTOVER = /^\.gongwen-lint\.(\d{1,10})\.[0-9a-z]+\.tmp$/;

/** A name that no file of the folder has, for one that is moved to its place when it is whole. */
export function temporaryIn(folder: string): string {
  return join(folder, `${TEMPORARY}${process.pid}.${process.hrtime.bigint().toString(36)}.tmp`);
}

/** Writes a new file in the folder of another, as it is owned and may be used, and returns its path. */
function writeBeside(target: string, bytes: Buffer, { mode, uid, gid }: fs.Stats): string {
  const path = temporaryIn(dirname(target));
  let handle: number;
  try {
    // Nobody else may read what is not yet complete, nor what they might not read when it is.
    handle = fs.openSync(path, 'wx', 0o600);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') throw new TextFileError('folder', code);
    throw error;
  }
  try {
    fs.writeFileSync(handle, bytes);
    const made = fs.fstatSync(handle);
    if (made.uid !== uid || made.gid !== gid) own(handle, uid, gid);
    // Behind a change of owner, which takes set-user-id bits away.
    fs.fchmodSync(handle, mode & 0o7777);
    fs.fsyncSync(handle);
  } catch (error) {
    fs.rmSync(path, { force: true });
    throw error;
  } finally {
    fs.closeSync(handle);
  }
  return path;
}

function own(handle: number, uid: number, gid: number): void {
  try {
    fs.fchownSync(handle, uid, gid);
  } catch (error) {
    throw new TextFileError('owner', (error as NodeJS.ErrnoException).code);
  }
}

/** By then no write is still going on, wherever the folder is shared. */
const LEFT_AFTER = 10 * 60 * 1000;

/** Files left by a run that was killed while it wrote. */
function removeLeftovers(folder: string): void {
  for (const name of fs.readdirSync(folder)) {
    const pid = LEFTOVER.exec(name)?.[1];
    if (pid === undefined || isRunning(Number(pid))) continue;
    const path = join(folder, name);
    const stat = fs.lstatSync(path, { throwIfNoEntry: false });
    if (stat && Date.now() - stat.mtimeMs > LEFT_AFTER) fs.rmSync(path, { force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
