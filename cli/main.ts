/** The process around the command line. */
import { fstatSync } from 'node:fs';
import type { ExitCode } from './host.ts';
import { messagesFor } from './messages.ts';
import { POOL_THREAD } from './option-specs.ts';
import { run } from './run.ts';
import { visibleLines } from './terminal.ts';

const failed = (error: unknown): ExitCode => {
  const { code, syscall } = error as NodeJS.ErrnoException;
  // A full disk is no mistake of ours.
  if (syscall === 'write' && code !== undefined) {
    process.stderr.write(`${messagesFor(process.env).notPrinted(code)}\n`);
    return 2;
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${visibleLines(messagesFor(process.env).crash(detail))}\n`);
  return 2;
};

// `gongwen-lint … | head` closes the pipe early: that is the reader's right, not an error. Anything else (a full disk)
// must not end in Node's own exit code, which here means findings.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') process.exit(failed(error));
  });
}

/** Node takes a folder (`--stdin < 文件夹`) for an empty stream, which would be clean. */
async function* standardInput(): AsyncGenerator<Uint8Array> {
  if (fstatSync(0).isDirectory()) throw Object.assign(new Error('a folder'), { code: 'EISDIR' });
  yield* process.stdin;
}

/** `FORCE_COLOR` is for those who page what they pipe; else a terminal of 16 colours or more, unless `NO_COLOR` forbids. */
function showsColors({ FORCE_COLOR: forced }: NodeJS.ProcessEnv, out: typeof process.stdout): boolean {
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return out.isTTY === true && out.hasColors();
}

const { stderr } = process;

/** What the same bundle does as a thread of `--jobs`; false where it is none. */
async function servesPool(): Promise<boolean> {
  // Asked by its arguments first: to load what knows of threads takes a while.
  return process.argv[2] === POOL_THREAD && (await import('./pool.ts')).servePool();
}

async function main(): Promise<void> {
  if (await servesPool()) return;
  // Not `process.exit`: what is still on its way to a pipe would be cut off.
  process.exitCode = await run(process.argv.slice(2), {
    env: process.env,
    stdin: standardInput(),
    stdout: process.stdout,
    stderr,
    color: showsColors(process.env, process.stdout),
    terminal: stderr.isTTY && process.env.TERM !== 'dumb' ? stderr : undefined,
    now: () => Number(process.hrtime.bigint()) / 1e6,
  }).catch(failed);
}

void main();
