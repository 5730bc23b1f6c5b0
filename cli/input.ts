/** The texts that the command line is given. */
import { TextFileError } from '../host/text-file-error.ts';
import type { Format } from '../rules/index.ts';
import { draftsOf, namesIn } from './discover.ts';
import type { Host } from './host.ts';
import type { InputOptions } from './options.ts';
import { Chunks, readBytes, toReadError } from './text-file.ts';

/**
 * The paths of the texts, see {@link draftsOf}; the name of standard input where that is the text.
 * @throws TextFileError for a list of names that cannot be read
 */
export async function pathsOf(input: InputOptions, host: Host): Promise<readonly string[]> {
  const { files, filesFrom, stdin, stdinFilename } = input;
  if (stdin) return [stdinFilename ?? '<stdin>'];
  if (filesFrom === undefined) return draftsOf(files);
  const list = filesFrom === '-' ? await readAll(host) : readBytes(filesFrom);
  return draftsOf([...files, ...namesIn(list.toString('utf8'))]);
}

/** @throws TextFileError */
export async function readInput(
  path: string,
  { stdin }: InputOptions,
  host: Pick<Host, 'stdin'>,
): Promise<Buffer> {
  return stdin ? readAll(host) : readBytes(path);
}

/** Standard input, to its end. */
async function readAll(host: Pick<Host, 'stdin'>): Promise<Buffer> {
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
