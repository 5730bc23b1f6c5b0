/** Checks texts and prints what is found, in their order; what could not be checked is told on standard error, and the others go on. */
import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { RuleTiming } from '../rules/index.ts';
import { Checker, formatterFor } from './checker.ts';
import { formatStats } from './format-stats.ts';
import type { Formatter } from './formats.ts';
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
import type { WordCopies } from './word-copies.ts';

/** What all of a run works with. */
interface Run {
  readonly options: CheckOptions;
  readonly messages: Messages;
  readonly host: Host;
  readonly voice: Voice;
}

/** @throws UsageError */
export async function check(given: CheckOptions, messages: Messages, host: Host): Promise<ExitCode> {
  const voice = new Voice(host);
  const options = { ...given, cache: await usableCache({ options: given, messages, host, voice }) };
  const run: Run = { options, messages, host, voice };
  if (options.baseline !== undefined && !options.ignores && !isThere(options.baseline))
    voice.complain(visible(messages.noBaseline(options.baseline)));
  const all = await pathsToCheck(run);
  checkNames(all, options, messages);
  const toDo = options.resume === undefined ? all : await notDone(run, options.resume, all);
  voice.progress = new Progress(host.terminal, toDo.length, messages, () => host.now());
  const copies =
    options.review &&
    new (await import('./word-copies.ts')).WordCopies(options.review.to, options.files, all);
  const results = new Results(run, copies);
  host.stdout.write(results.formatter.begin());
  const timings = await checkAll(run, toDo, options.set ? all : [], results);
  return results.conclude(timings);
}

/** What is said on standard error, beside the line of progress. */
class Voice {
  readonly #host: Host;
  readonly #told = new Set<string>();
  progress: Progress | undefined;
  /** Whether something could not be checked. */
  incomplete = false;

  constructor(host: Host) {
    this.#host = host;
  }

  tell(line: string): void {
    this.progress?.clear();
    this.#host.stderr.write(`${line}\n`);
  }

  complain(line: string): void {
    this.incomplete = true;
    // A mistake in a configuration file is met by each thread.
    if (this.#told.has(line)) return;
    this.#told.add(line);
    this.tell(line);
  }
}

/** Takes in outcome after outcome, prints them, and counts. */
class Results {
  readonly formatter: Formatter;
  readonly #options: CheckOptions;
  readonly #messages: Messages;
  readonly #host: Host;
  readonly #voice: Voice;
  readonly #copies: WordCopies | undefined;
  readonly #lists: IgnoreLists;
  readonly #total = emptyTally();
  #milliseconds = 0;
  #between = '';

  constructor({ options, messages, host, voice }: Run, copies: WordCopies | undefined) {
    this.formatter = formatterFor(options, messages, host.color);
    this.#options = options;
    this.#messages = messages;
    this.#host = host;
    this.#voice = voice;
    this.#copies = copies;
    this.#lists = new IgnoreLists(options, messages);
  }

  add(path: string, outcome: Outcome): void {
    const voice = this.#voice;
    for (const line of outcome.complaints) voice.complain(line);
    for (const line of outcome.notes) voice.tell(line);
    addTally(this.#total, outcome.tally);
    this.#milliseconds += outcome.milliseconds;
    if (outcome.ignores) this.#lists.add(outcome.ignores);
    if (outcome.copy) this.#writeCopy(path, outcome.copy);
    if (outcome.printed) {
      voice.progress?.clear();
      this.#host.stdout.write(this.#between + outcome.printed);
      this.#between = this.formatter.between ?? '';
    }
    voice.progress?.advance(path);
  }

  #writeCopy(path: string, { bytes, comments, changes }: NonNullable<Outcome['copy']>): void {
    if (!this.#copies) return;
    try {
      this.#voice.tell(visible(this.#messages.reviewed(this.#copies.write(path, bytes), comments, changes)));
    } catch (error) {
      this.#voice.complain(describe(error, path, this.#messages));
    }
  }

  /** Says what the whole run came to. */
  conclude(timings: readonly RuleTiming[]): ExitCode {
    const messages = this.#messages;
    const voice = this.#voice;
    voice.progress?.clear();
    this.#host.stdout.write(this.formatter.end(this.#total));
    this.#lists.finish(voice);
    const { counts, files, units } = this.#total;
    if (this.#options.stats) {
      const run = { files, units, milliseconds: this.#milliseconds, rules: timings };
      this.#host.stderr.write(formatStats(run, messages));
    }
    const { maxWarnings = Infinity } = this.#options;
    const tooMany = counts.warning > maxWarnings;
    if (tooMany) voice.tell(messages.tooManyWarnings(counts.warning, maxWarnings));
    return voice.incomplete ? 2 : counts.error > 0 || tooMany ? 1 : 0;
  }
}

/**
 * @param oneSet what belongs to one set (`--set`)
 * @returns the time spent in each rule
 */
async function checkAll(
  { options, messages, host }: Run,
  paths: readonly string[],
  oneSet: readonly string[],
  results: Results,
): Promise<readonly RuleTiming[]> {
  const jobs = jobsFor(options, paths.length);
  if (jobs > 1) {
    // Loaded by none of the runs on one draft.
    const { checkInThreads } = await import('./pool.ts');
    const start = { options, color: host.color, oneSet };
    const onOutcome = (path: string, outcome: Outcome) => results.add(path, outcome);
    return checkInThreads({ paths, jobs, start, messages, onOutcome });
  }
  const checker = await Checker.for({ options, messages, host, oneSet });
  for (const group of groupsOf(paths, MOST_TOGETHER)) {
    const outcomes: Outcome[] = [];
    await checker.check(group, (outcome) => outcomes.push(outcome));
    for (const [i, outcome] of outcomes.entries()) results.add(group[i]!, outcome);
  }
  await checker.dispose();
  return checker.timings();
}

/** A list of names that cannot be read is told like a text that cannot. */
async function pathsToCheck({ options, messages, host, voice }: Run): Promise<readonly string[]> {
  try {
    return await pathsOf(options, host);
  } catch (error) {
    voice.complain(describe(error, options.filesFrom ?? '', messages));
    return [];
  }
}

/** The files that an earlier run, whose results are in a file, has not come to. */
async function notDone(
  { messages, host, voice }: Run,
  file: string,
  names: readonly string[],
): Promise<readonly string[]> {
  try {
    const { resumed, left, isCutOff } = (await import('./resume.ts')).readResults(file, names);
    // What was cut off in the middle of a line is a line of its own, and the next begins behind it.
    if (isCutOff) host.stdout.write('\n');
    if (resumed > 0) voice.tell(messages.resumed(resumed));
    return left;
  } catch (error) {
    voice.complain(describe(error, file, messages));
    return [];
  }
}

/** So many texts are checked before what they came to is printed. */
const MOST_TOGETHER = 16;

function* groupsOf(paths: readonly string[], most: number): Generator<readonly string[]> {
  for (let at = 0; at < paths.length; at += most) yield paths.slice(at, at + most);
}

/** Threads take as long to start as so many drafts to check. */
const WORTH_A_THREAD = 150;

function jobsFor({ jobs, stdin }: CheckOptions, files: number): number {
  if (stdin) return 1;
  if (jobs !== 'auto') return Math.min(jobs, files);
  return Math.max(1, Math.min(availableParallelism(), Math.floor(files / WORTH_A_THREAD)));
}

/** Undefined where none is asked for, and where it cannot be written: the check goes on without. */
async function usableCache({ options: { cache }, messages, voice }: Run): Promise<string | undefined> {
  if (cache === undefined) return undefined;
  try {
    (await import('./cache.ts')).prepareCache(cache);
    return cache;
  } catch (error) {
    voice.tell(
      visible(messages.cacheUnusable(cache, (error as NodeJS.ErrnoException).code ?? String(error))),
    );
    return undefined;
  }
}

function isThere(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}
