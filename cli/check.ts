/** Checks texts and prints what is found, in their order; what could not be checked is told on standard error, and the others go on. */
import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { RuleTiming } from '../rules/index.ts';
import { Checker, formatterFor } from './checker.ts';
import { formatStats } from './format-stats.ts';
import type { ExitCode, Host } from './host.ts';
import { IgnoreLists } from './ignores.ts';
import { pathsOf } from './input.ts';
import type { Messages } from './messages.ts';
import type { CheckOptions } from './options.ts';
import { addTally, emptyTally, type Outcome } from './outcome.ts';
import { describe } from './problems.ts';
import { Progress } from './progress.ts';
import { visible } from './terminal.ts';
import { checkNames } from './user-rules.ts';

/** @throws UsageError */
export async function check(given: CheckOptions, messages: Messages, host: Host): Promise<ExitCode> {
  let incomplete = false;
  const told = new Set<string>();
  const tell = (line: string) => {
    progress?.clear();
    host.stderr.write(`${line}\n`);
  };
  const complain = (line: string) => {
    incomplete = true;
    // A mistake in a configuration file is met by each thread.
    if (told.has(line)) return;
    told.add(line);
    tell(line);
  };
  let progress: Progress | undefined;
  const options = { ...given, cache: await usableCache(given, messages, tell) };
  if (options.baseline !== undefined && !options.ignores && !isThere(options.baseline))
    complain(visible(messages.noBaseline(options.baseline)));
  const all = await paths();
  checkNames(all, options, messages);
  const toDo = options.resume === undefined ? all : await notDone(options.resume, all);
  progress = new Progress(host.terminal, toDo.length, messages, () => host.now());
  const copies =
    options.review &&
    new (await import('./word-copies.ts')).WordCopies(options.review.to, options.files, all);
  const together = options.set ? all : [];
  const formatter = formatterFor(options, messages, host.color);
  const total = emptyTally();
  const lists = new IgnoreLists(options, messages);
  let milliseconds = 0;
  let between = '';
  host.stdout.write(formatter.begin());
  const onOutcome = (path: string, outcome: Outcome) => {
    for (const line of outcome.complaints) complain(line);
    for (const line of outcome.notes) tell(line);
    addTally(total, outcome.tally);
    milliseconds += outcome.milliseconds;
    if (outcome.ignores) lists.add(outcome.ignores);
    if (outcome.copy && copies) {
      const { bytes, comments, changes } = outcome.copy;
      try {
        tell(visible(messages.reviewed(copies.write(path, bytes), comments, changes)));
      } catch (error) {
        complain(describe(error, path, messages));
      }
    }
    if (outcome.printed) {
      progress?.clear();
      host.stdout.write(between + outcome.printed);
      between = formatter.between ?? '';
    }
    progress?.advance(path);
  };
  const jobs = jobsFor(options, toDo.length);
  const timings =
    jobs > 1
      ? // Loaded by none of the runs on one draft.
        await (await import('./pool.ts')).checkInThreads(
          toDo,
          jobs,
          { options, color: host.color, together },
          messages,
          onOutcome,
        )
      : await checkHere(toDo);
  progress.clear();
  host.stdout.write(formatter.end(total));
  lists.finish(complain, tell);
  const { counts, files, units } = total;
  if (options.stats) host.stderr.write(formatStats({ files, units, milliseconds, rules: timings }, messages));
  const { maxWarnings = Infinity } = options;
  const tooMany = counts.warning > maxWarnings;
  if (tooMany) tell(messages.tooManyWarnings(counts.warning, maxWarnings));
  return incomplete ? 2 : counts.error > 0 || tooMany ? 1 : 0;

  async function checkHere(list: readonly string[]): Promise<readonly RuleTiming[]> {
    const checker = await Checker.for(options, messages, host, together);
    for (const path of list) onOutcome(path, await checker.check(path));
    await checker.dispose();
    return checker.timings();
  }

  /** A list of names that cannot be read is told like a text that cannot. */
  async function paths(): Promise<readonly string[]> {
    try {
      return await pathsOf(options, host);
    } catch (error) {
      complain(describe(error, options.filesFrom ?? '', messages));
      return [];
    }
  }

  async function notDone(file: string, names: readonly string[]): Promise<readonly string[]> {
    try {
      const { resumed, left, isCutOff } = (await import('./resume.ts')).readResults(file, names);
      // What was cut off in the middle of a line is a line of its own, and the next begins behind it.
      if (isCutOff) host.stdout.write('\n');
      if (resumed > 0) tell(messages.resumed(resumed));
      return left;
    } catch (error) {
      complain(describe(error, file, messages));
      return [];
    }
  }
}

/** Threads take as long to start as so many drafts to check. */
const WORTH_A_THREAD = 150;

function jobsFor({ jobs, stdin }: CheckOptions, files: number): number {
  if (stdin) return 1;
  if (jobs !== 'auto') return Math.min(jobs, files);
  return Math.max(1, Math.min(availableParallelism(), Math.floor(files / WORTH_A_THREAD)));
}

/** Undefined where none is asked for, and where it cannot be written: the check goes on without. */
async function usableCache(
  { cache }: CheckOptions,
  messages: Messages,
  tell: (line: string) => void,
): Promise<string | undefined> {
  if (cache === undefined) return undefined;
  try {
    (await import('./cache.ts')).prepareCache(cache);
    return cache;
  } catch (error) {
    tell(visible(messages.cacheUnusable(cache, (error as NodeJS.ErrnoException).code ?? String(error))));
    return undefined;
  }
}

function isThere(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}
