/** Other programs that read and write Word documents, where they are installed. */
import { execFile, execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const OFFICE = '/usr/lib/libreoffice/program/soffice.bin';
const PYTHON = '/usr/bin/python3';
const READER = fileURLToPath(new URL('read.py', import.meta.url));

export const hasOffice = existsSync(OFFICE);
export const hasPandoc = answers('pandoc', ['--version']);
/** LibreOffice's own interface, over Python. */
export const hasReader = hasOffice && answers(PYTHON, ['-c', 'import uno']);

function answers(program: string, args: readonly string[]): boolean {
  try {
    execFileSync(program, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/**
 * Has LibreOffice convert files into a folder, under their names.
 * @param filter as `--convert-to` takes it: `docx`, `txt:Text (encoded):UTF8`
 */
export async function convert(folder: string, filter: string, paths: readonly string[]): Promise<void> {
  const extension = filter.split(':')[0];
  const made = (path: string) => join(folder, `${basename(path, extname(path))}.${extension}`);
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  const args = ['--headless', '--norestore', profile, '--convert-to', filter, '--outdir', folder, ...paths];
  // With a new profile it only sets itself up, and asks to be started again.
  for (let i = 0; i < 2 && !paths.every((path) => existsSync(made(path))); i++) {
    await run(OFFICE, args).catch(() => {});
  }
}

type NumberedText = readonly [number: string, text: string];

/** What LibreOffice makes of a document. */
export interface OfficeReading {
  readonly accepted: readonly NumberedText[];
  readonly rejected: readonly NumberedText[];
  readonly comments: readonly (readonly [author: string, anchor: string, text: string])[];
}

export async function readWithOffice(folder: string, paths: readonly string[]): Promise<OfficeReading[]> {
  const port = String(20_000 + (process.pid % 20_000));
  const { stdout } = await run(PYTHON, [READER, port, join(folder, 'profile'), ...paths], {
    maxBuffer: 1 << 26,
  });
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as OfficeReading);
}

/** What pandoc makes of a document, as plain text or, with the changes marked, as Markdown. */
export function readWithPandoc(path: string, changes: 'accept' | 'reject' | 'all'): string {
  const to = changes === 'all' ? 'markdown' : 'plain';
  const args = [`--track-changes=${changes}`, '-t', to, '--wrap=none', path];
  return execFileSync('pandoc', args, { encoding: 'utf8' });
}
