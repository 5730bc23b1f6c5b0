/** Checks texts, in whichever thread it is made in: nothing of a text is kept once its outcome is handed on. */
import type { SetOfFiles } from '../config/model.ts';
import { isWordFile } from '../docx/package/recognise.ts';
import { inEnglish } from '../english/finding.ts';
import { dictionary } from '../host/dictionary.ts';
import { phrasebook } from '../host/english.ts';
import type { TextFileError } from '../host/text-file-error.ts';
import { TookTooLong, within } from '../host/time-limit.ts';
import {
  type Companion,
  createLinter,
  familyOf,
  type Linter,
  type Rule,
  type RuleTiming,
  rules,
  type Settings,
} from '../rules/index.ts';
import type { Cache } from './cache.ts';
import { CommandLineConfig } from './config.ts';
import { FORMATTERS, type Formatter, type OutputFormat } from './formats.ts';
import type { Host } from './host.ts';
import { collectIgnores } from './ignores.ts';
import { readInput } from './input.ts';
import type { Messages } from './messages.ts';
import type { Names } from './names.ts';
import type { CheckOptions } from './options.ts';
import { emptyTally, type Outcome, tallyOf } from './outcome.ts';
import { describe, patienceFor } from './problems.ts';
import type { Checked, FileReport } from './report.ts';
import { Sets } from './sets.ts';
import { visible } from './terminal.ts';
import { checkText } from './text-check.ts';

/** What a checker needs of the process. */
export type CheckerHost = Pick<Host, 'stdin' | 'now' | 'color'>;

/** What the check of a text comes to, but for what is said on standard error. */
type Done = Pick<Outcome, 'printed' | 'tally' | 'ignores' | 'copy'>;

/** A text that has been read and is to be checked. */
interface Text {
  readonly bytes: Buffer;
  readonly settings: Settings;
  readonly sets: readonly SetOfFiles[];
  /** The ids of the rules that users define for it. */
  readonly userRules: readonly string[];
  /** How Word documents are read, if it is one. */
  readonly word: typeof import('./word.ts') | undefined;
  /** Where the outcome is kept; undefined where it may not be. */
  readonly cache: Cache | undefined;
  /** How many of the notes are not the text's. */
  readonly ofCache: number;
}

/** A path on its way to its outcome. */
interface Job {
  readonly path: string;
  readonly complaints: string[];
  readonly notes: string[];
  milliseconds: number;
  /** Undefined where nothing is to be checked: it is left out, cannot be read, or its outcome was kept. */
  text: Text | undefined;
  /** The other documents of its sets. */
  companions: readonly Companion[];
  /** Where something had to be waited for between the look at it and what it comes to. */
  checked: Checked | undefined;
  done: Done | undefined;
}

/** Bytes of texts that are read before they are checked. */
const BYTES_AT_ONCE = 256 * 1024;
/** After which a watch over the time begins no further text: each has all of its own time besides. */
const WATCH_MS = 250;

/** What a checker is made of. */
export interface CheckerParts {
  readonly options: CheckOptions;
  readonly messages: Messages;
  readonly host: CheckerHost;
  /** The paths of what belongs to one set (`--set`); empty without. */
  readonly oneSet: readonly string[];
}

export class Checker {
  readonly #options: CheckOptions;
  readonly #messages: Messages;
  readonly #host: CheckerHost;
  readonly #formatter: Formatter;
  readonly #config: CommandLineConfig;
  readonly #cache: Cache | undefined;
  readonly #oneSet: readonly string[];
  #linter: Linter;
  #sets: Sets;
  #names: Names | undefined;
  /** What is said now is about this text. */
  #job: Job | undefined;

  private constructor({ options, messages, host, oneSet }: CheckerParts, cache: Cache | undefined) {
    this.#options = options;
    this.#messages = messages;
    this.#host = host;
    this.#formatter = formatterFor(options, messages, host.color);
    this.#config = new CommandLineConfig(options, messages, (line) => this.#complain(line));
    this.#oneSet = oneSet;
    this.#linter = this.#newLinter();
    this.#sets = new Sets(this.#linter, oneSet);
    this.#cache = cache;
  }

  static async for(parts: CheckerParts): Promise<Checker> {
    const { options, host } = parts;
    const cache =
      options.cache === undefined
        ? undefined
        : (await import('./cache.ts')).openCache(options.cache, options, host.color);
    return new Checker(parts, cache);
  }

  /**
   * Checks a few texts together: a watch over the time takes as long to start as half a page to check. Never rejects for a text: what cannot
   * be checked is told in its outcome, and the others go on.
   * @param onOutcome called for each as it is done, in their order and while the watch runs: it must not wait for anything
   */
  async check(paths: readonly string[], onOutcome: (outcome: Outcome) => void): Promise<void> {
    let jobs: Job[] = [];
    let bytes = 0;
    for (const path of paths) {
      const job = await this.#prepare(path);
      jobs.push(job);
      bytes += job.text?.bytes.length ?? 0;
      // Names are waited for between the look at a text and what it comes to.
      if (bytes < BYTES_AT_ONCE && !this.#options.names) continue;
      await this.#checkAll(jobs, onOutcome);
      jobs = [];
      bytes = 0;
    }
    await this.#checkAll(jobs, onOutcome);
  }

  /** Time spent in each rule so far. */
  timings(): readonly RuleTiming[] {
    return this.#linter.timings();
  }

  async dispose(): Promise<void> {
    await this.#names?.dispose();
  }

  /** Reads a text, unless its outcome is known without: it is left out, or what it came to was kept (`--cache`). */
  async #prepare(path: string): Promise<Job> {
    const job: Job = {
      path,
      complaints: [],
      notes: [],
      milliseconds: 0,
      text: undefined,
      companions: [],
      checked: undefined,
      done: undefined,
    };
    await this.#forJob(job, async () => {
      job.text = await this.#read(job);
    });
    return job;
  }

  async #read(job: Job): Promise<Text | undefined> {
    const { path, notes } = job;
    const options = this.#options;
    const messages = this.#messages;
    const { ignored, settings, sets, userRules } = this.#config.of(path);
    if (ignored) {
      notes.push(visible(messages.ignored(path)));
      return undefined;
    }
    const bytes = await readInput(path, options, this.#host);
    // What rests on other texts is checked each time.
    const cache = sets.length === 0 ? this.#cache : undefined;
    const kept = cache?.get(path, bytes, settings);
    if (kept?.damaged) notes.push(visible(messages.cacheBroken(kept.file)));
    const ofCache = notes.length;
    if (kept?.outcome) {
      notes.push(...kept.outcome.notes);
      job.done = kept.outcome;
      return undefined;
    }
    const word = isWordFile(path, bytes) ? await import('./word.ts') : undefined;
    if (word && options.fix !== 'no') job.complaints.push(visible(messages.fixWord(path)));
    return { bytes, settings, sets, userRules, word, cache, ofCache };
  }

  async #checkAll(jobs: readonly Job[], onOutcome: (outcome: Outcome) => void): Promise<void> {
    let next = 0;
    while (next < jobs.length) {
      const rest = jobs.slice(next);
      await this.#bringTogether(rest);
      const end = this.#host.now() + WATCH_MS;
      try {
        within(WATCH_MS + Math.max(...rest.map(patience)), () => {
          do {
            const job = jobs[next]!;
            this.#checkOne(job);
            onOutcome(outcomeOf(job));
            next++;
          } while (next < jobs.length && this.#host.now() < end);
        });
      } catch (error) {
        if (!(error instanceof TookTooLong)) throw error;
        const job = jobs[next++]!;
        this.#giveUp(job, error);
        onOutcome(outcomeOf(job));
      }
    }
  }

  /** What must be waited for before texts are checked: the others of their sets, and names. */
  async #bringTogether(jobs: readonly Job[]): Promise<void> {
    for (const job of jobs) {
      const { text } = job;
      if (!text) continue;
      await this.#forJob(job, async () => {
        job.companions = await this.#sets.companionsOf(job.path, text.sets);
        if (!this.#options.names) return;
        job.checked = within(patience(job), () => this.#look(job, text));
        // What few runs need is not even loaded in the others.
        this.#names ??= new (await import('./names.ts')).Names((reason) =>
          this.#complain(visible(this.#messages.noNames(reason))),
        );
        for (const linted of job.checked.linted) await this.#names.addTo(linted);
      });
    }
  }

  #checkOne(job: Job): void {
    const { text, path, complaints, notes } = job;
    if (!text) return;
    this.#job = job;
    const from = this.#host.now();
    try {
      const checked = job.checked ?? this.#look(job, text);
      job.done = this.#conclude({ path, checked, userRules: text.userRules }, text.settings.ownRules ?? []);
      if (complaints.length === 0)
        text.cache?.set(path, text.bytes, text.settings, { ...job.done, notes: notes.slice(text.ofCache) });
    } catch (error) {
      complaints.push(describe(error, path, this.#messages));
    }
    job.milliseconds += this.#host.now() - from;
  }

  #look({ path, companions }: Job, { bytes, settings, word }: Text): Checked {
    const linter = this.#linter;
    const options = this.#options;
    if (word) return word.checkWord({ path, bytes, linter, settings, companions, options });
    const onUnwritable = (error: TextFileError) => this.#complain(describe(error, path, this.#messages));
    return checkText({ path, bytes, linter, settings, companions, options, onUnwritable });
  }

  /** Does something for a text: what is complained of meanwhile is put down to that text, and one for which it throws is not checked. */
  async #forJob(job: Job, run: () => Promise<void>): Promise<void> {
    this.#job = job;
    const from = this.#host.now();
    try {
      await run();
    } catch (error) {
      job.text = undefined;
      if (error instanceof TookTooLong) this.#giveUp(job, error);
      else job.complaints.push(describe(error, job.path, this.#messages));
    }
    job.milliseconds += this.#host.now() - from;
  }

  #complain(line: string): void {
    this.#job?.complaints.push(line);
  }

  /** A text that came to no end. What was cut off anywhere is of no use to the next text. */
  #giveUp(job: Job, error: TookTooLong): void {
    job.complaints.push(describe(error, job.path, this.#messages));
    this.#linter = this.#newLinter();
    this.#sets = new Sets(this.#linter, this.#oneSet);
  }

  /** @param own rules that users define, those that have run */
  #conclude({ path, checked, userRules }: Parameters<typeof collectIgnores>[0], own: readonly Rule[]): Done {
    const options = this.#options;
    const { report, ignores, notes } = collectIgnores(
      { path, checked, userRules },
      this.#config,
      options,
      this.#messages,
    );
    this.#job?.notes.push(...notes.map(visible));
    const printed = this.#formatter.file(options.quiet ? withoutRemarks(report) : report);
    const copy = options.review ? checked.copy?.() : undefined;
    // In a folder other drafts may stand among the documents.
    if (options.review && !copy && options.files.includes(path))
      this.#complain(visible(this.#messages.onlyWord(path, '--review')));
    return { printed, tally: tallyOf(report, own), ...(ignores && { ignores }), ...(copy && { copy }) };
  }

  #newLinter(): Linter {
    const { only, stats } = this.#options;
    return createLinter({
      words: dictionary,
      // Whoever asks for a rule wants all it has to say.
      ...(only && {
        preset: undefined,
        rules: rules.filter(({ id }) => only.includes(id) || only.includes(familyOf(id))),
      }),
      onRuleError: (ruleId, error) =>
        this.#complain(visible(this.#messages.ruleThrew(ruleId, String(error)))),
      // A clock reading per rule and paragraph is not free.
      ...(stats ? { now: () => this.#host.now() } : {}),
    });
  }
}

function outcomeOf({ done, complaints, notes, milliseconds }: Job): Outcome {
  return { printed: undefined, tally: emptyTally(), ...done, complaints, notes, milliseconds };
}

/** Milliseconds. */
function patience({ text }: Job): number {
  return text ? patienceFor(text.bytes) : 0;
}

export function formatterFor(options: CheckOptions, messages: Messages, color: boolean): Formatter {
  const { format, fix } = options;
  const formatter: Formatter = FORMATTERS[format]({ messages, color, withOutput: fix === 'dry-run' });
  if (messages.language === 'zh' || !FOR_PEOPLE.has(format)) return formatter;
  const book = phrasebook();
  const ruleName = (ruleId: string) => book.rule(ruleId)?.title ?? ruleId;
  return {
    ...formatter,
    file: (report) => formatter.file({ ...report, findings: inEnglish(report.findings, book), ruleName }),
  };
}

/** Formats that speak the user's language; what programs read is the same in all. */
const FOR_PEOPLE: ReadonlySet<OutputFormat> = new Set(['stylish', 'html', 'markdown']);

/** Without what is only worth a look; the counts of the run stay whole. */
function withoutRemarks(report: FileReport): FileReport {
  const findings = report.findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
  return { ...report, findings };
}
