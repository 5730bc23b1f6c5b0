/** Runs the built command line on files of its own. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const program = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly input?: string | Uint8Array;
  readonly env?: Record<string, string>;
  readonly cwd?: string;
  /** Open files instead of the input, and of what is handed back as `stdout`. */
  readonly stdin?: number;
  readonly stdout?: number;
}

/**
 * What checks run with unless a test says otherwise, so that it does not count what other rules may come to say of its drafts: a rule
 * that a safe fix mends, one that only the writer can, one with evidence elsewhere and suggestions.
 */
const RULES = ['advert/watermark', 'placeholder/unfilled', 'numbering/count'];
const NO_CHECK =
  /^--(?:list-rules|explain|outline|readings|text|ledger|accept-all|help|version|only|print-config)$/;

/** The environment is empty but for what is given: no locale, no colour settings of the machine. */
export function gongwenLint(args: readonly string[], options: RunOptions = {}): Ran {
  const { input = '', env = {}, cwd, stdin, stdout: out } = options;
  const only = args.some((arg) => NO_CHECK.test(arg)) ? [] : RULES.flatMap((rule) => ['--only', rule]);
  assert.ok(existsSync(program), 'dist/cli.js is missing: run `npm run build` first');
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [program, ...only, ...args], {
    ...(stdin === undefined ? { input } : {}),
    stdio: [stdin ?? 'pipe', out ?? 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, ...env },
    cwd,
    encoding: 'utf8',
    // A SARIF log has the pages of all rules.
    maxBuffer: 1 << 26,
  });
  if (error) throw error;
  return { code: status, stdout, stderr };
}

/** A folder for the test, gone after it. */
export class Folder {
  readonly path = mkdtempSync(join(tmpdir(), 'gongwen-lint-cli-'));

  write(name: string, content: string | Uint8Array): string {
    const path = join(this.path, name);
    writeFileSync(path, content);
    return path;
  }
  read(name: string): Buffer {
    return readFileSync(join(this.path, name));
  }
  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** Lines of a draft: nothing wrong, a watermark that a safe fix removes, a gap that only the writer can fill. */
export const CLEAN = '会议强调，各级各部门要狠抓落实。\n';
export const ADVERT = '墨海文库整理，咨询QQ100200300\n';
export const GAP = '刚才，×书记作了讲话。\n';
