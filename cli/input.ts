/** The texts that the command line is given. */
import { resolve } from 'node:path';
import type { Format } from '../rules/index.ts';
import type { Host } from './host.ts';
import type { InputOptions } from './options.ts';
import { Chunks, readBytes, toReadError } from './text-file.ts';
import { TextFileError } from './text-file-error.ts';

/** Each file once, however often it is named (`*.txt 讲话稿.txt`): its findings would count twice. */
export function pathsOf({ files, stdin, stdinFilename }: InputOptions): readonly string[] {
  if (stdin) return [stdinFilename ?? '<stdin>'];
  const known = new Set<string>();
  return files.filter((path) => {
    // An empty name is not the folder one is in.
    const name = path && resolve(path);
    return !known.has(name) && known.add(name);
  });
}

/** @throws TextFileError */
export async function readInput(path: string, { stdin }: InputOptions, host: Host): Promise<Buffer> {
  if (!stdin) return readBytes(path);
  const chunks = new Chunks();
  try {
    for await (const chunk of host.stdin) chunks.add(chunk);
  } catch (error) {
    throw error instanceof TextFileError ? error : toReadError(error);
  }
  return chunks.join();
}

/** As Markdown by the ending of its name. */
export function formatOf(path: string): Format {
  return /\.(?:md|markdown)$/i.test(path) ? 'markdown' : 'plain';
}
