/** Checks texts one by one, in whichever thread it is made in: nothing of a text is kept once its outcome is handed back. */
import { ignoreFinding } from '../config/ignores.ts';
import { isWordFile } from '../docx/package/recognise.ts';
import { dictionary } from '../host/dictionary.ts';
import { decodeText } from '../host/encoding.ts';
import { TextFileError } from '../host/text-file-error.ts';
import { TookTooLong, within } from '../host/time-limit.ts';
import {
  applyEdits,
  createLinter,
  familyOf,
  type Linter,
  type Rule,
  type RuleTiming,
  rules,
  type Settings,
  safeEdits,
} from '../rules/index.ts';
import type { Cache } from './cache.ts';
import { CommandLineConfig } from './config.ts';
import { FORMATTERS, type Formatter } from './formats.ts';
import type { Host } from './host.ts';
import { collectIgnores } from './ignores.ts';
import { formatOf, readInput } from './input.ts';
import type { Messages } from './messages.ts';
import type { Names } from './names.ts';
import type { CheckOptions } from './options.ts';
import { emptyTally, type Outcome, tallyOf } from './outcome.ts';
import { describe, patienceFor } from './problems.ts';
import type { Checked, FileReport } from './report.ts';
import { Sets } from './sets.ts';
import { visible } from './terminal.ts';
import { writeTextFile } from './text-file.ts';
import type { WordInput } from './word.ts';

/** What a checker needs of the process. */
export type CheckerHost = Pick<Host, 'stdin' | 'now' | 'color'>;

export class Checker {
  readonly #options: CheckOptions;
  readonly #messages: Messages;
  readonly #host: CheckerHost;
  readonly #formatter: Formatter;
  readonly #config: CommandLineConfig;
  readonly #cache: Cache | undefined;
  readonly #together: readonly string[];
  #linter: Linter;
  #sets: Sets;
  #names: Names | undefined;
  /** Of the text being checked. */
  #complaints: string[] = [];
  #notes: string[] = [];

  private constructor(
    options: CheckOptions,
    messages: Messages,
    host: CheckerHost,
    together: readonly string[],
    cache: Cache | undefined,
  ) {
    this.#options = options;
    this.#messages = messages;
    this.#host = host;
    this.#formatter = formatterFor(options, messages, host.color);
    this.#config = new CommandLineConfig(options, messages, (line) => this.#complaints.push(visible(line)));
    this.#together = together;
    this.#linter = this.#newLinter();
    this.#sets = new Sets(this.#linter, together);
    this.#cache = cache;
  }

  /** @param together what belongs to one set (`--set`) */
  static async for(
    options: CheckOptions,
    messages: Messages,
    host: CheckerHost,
    together: readonly string[] = [],
  ): Promise<Checker> {
    const cache =
      options.cache === undefined
        ? undefined
        : (await import('./cache.ts')).openCache(options.cache, options, host.color);
    return new Checker(options, messages, host, together, cache);
  }

  /** Never rejects: what cannot be checked is told in the outcome. */
  async check(path: string): Promise<Outcome> {
    this.#complaints = [];
    this.#notes = [];
    const from = this.#host.now();
    let done: Pick<Outcome, 'printed' | 'tally' | 'ignores' | 'copy'> | undefined;
    try {
      done = await this.#checkOne(path);
    } catch (error) {
      this.#complaints.push(describe(error, path, this.#messages));
      // What was cut off anywhere is of no use to the next text.
      if (error instanceof TookTooLong) {
        this.#linter = this.#newLinter();
        this.#sets = new Sets(this.#linter, this.#together);
      }
    }
    return {
      printed: undefined,
      tally: emptyTally(),
      ...done,
      complaints: this.#complaints,
      notes: this.#notes,
      milliseconds: this.#host.now() - from,
    };
  }

  /** Time spent in each rule so far. */
  timings(): readonly RuleTiming[] {
    return this.#linter.timings();
  }

  async dispose(): Promise<void> {
    await this.#names?.dispose();
  }

  async #checkOne(
    path: string,
  ): Promise<Pick<Outcome, 'printed' | 'tally' | 'ignores' | 'copy'> | undefined> {
    const options = this.#options;
    const messages = this.#messages;
    const { ignored, settings, sets, userRules } = this.#config.of(path);
    if (ignored) {
      this.#notes.push(visible(messages.ignored(path)));
      return undefined;
    }
    const bytes = await readInput(path, options, this.#host);
    // What rests on other texts is checked each time.
    const cache = sets.length === 0 ? this.#cache : undefined;
    const kept = cache?.get(path, bytes, settings);
    if (kept?.damaged) this.#notes.push(visible(messages.cacheBroken(kept.file)));
    const ofCache = this.#notes.length;
    if (kept?.outcome) {
      this.#notes.push(...kept.outcome.notes);
      return kept.outcome;
    }
    const patience = patienceFor(bytes);
    const word = isWordFile(path, bytes) ? await import('./word.ts') : undefined;
    if (word && options.fix !== 'no') this.#complaints.push(visible(messages.fixWord(path)));
    const companions = await this.#sets.companionsOf(path, sets);
    const linter = this.#linter;
    const look = () =>
      word
        ? word.checkWord({ path, bytes, linter, settings, companions, options })
        : checkText({
            path,
            bytes,
            linter,
            settings,
            companions,
            options,
            onUnwritable: (error) => this.#complaints.push(describe(error, path, messages)),
          });
    const conclude = (checked: Checked) =>
      this.#conclude({ path, checked, userRules }, settings.ownRules ?? []);
    let done: ReturnType<typeof conclude>;
    if (options.names) {
      const checked = within(patience, look);
      // What few runs need is not even loaded in the others.
      this.#names ??= new (await import('./names.ts')).Names((reason) =>
        this.#complaints.push(visible(messages.noNames(reason))),
      );
      for (const linted of checked.linted) await this.#names.addTo(linted);
      done = within(patience, () => conclude(checked));
    } else done = within(patience, () => conclude(look()));
    if (this.#complaints.length === 0)
      cache?.set(path, bytes, settings, { ...done, notes: this.#notes.slice(ofCache) });
    return done;
  }

  /** @param own rules that users define, those that have run */
  #conclude(
    { path, checked, userRules }: Parameters<typeof collectIgnores>[0],
    own: readonly Rule[],
  ): Pick<Outcome, 'printed' | 'tally' | 'ignores' | 'copy'> {
    const options = this.#options;
    const { report, ignores, notes } = collectIgnores(
      { path, checked, userRules },
      this.#config,
      options,
      this.#messages,
    );
    this.#notes.push(...notes.map(visible));
    const printed = this.#formatter.file(options.quiet ? withoutRemarks(report) : report);
    const copy = options.review ? checked.copy?.() : undefined;
    // In a folder other drafts may stand among the documents.
    if (options.review && !copy && options.files.includes(path))
      this.#complaints.push(visible(this.#messages.onlyWord(path, '--review')));
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
        this.#complaints.push(visible(this.#messages.ruleThrew(ruleId, String(error)))),
      // A clock reading per rule and paragraph is not free.
      ...(stats ? { now: () => this.#host.now() } : {}),
    });
  }
}

export function formatterFor(options: CheckOptions, messages: Messages, color: boolean): Formatter {
  return FORMATTERS[options.format]({ messages, color, withOutput: options.fix === 'dry-run' });
}

/** Without what is only worth a look; the counts of the run stay whole. */
function withoutRemarks(report: FileReport): FileReport {
  const findings = report.findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
  return { ...report, findings };
}

interface TextInput extends WordInput {
  readonly bytes: Buffer;
  onUnwritable(error: TextFileError): void;
}

function checkText({
  path,
  bytes,
  linter,
  settings: set,
  companions,
  options,
  onUnwritable,
}: TextInput): Checked {
  const file = { path, bytes, ...decodeText(bytes) };
  const settings: Settings = { format: formatOf(path), ...set };
  let linted = linter.open(file.text, settings);
  let fixed = 0;
  let written = false;
  const repair = options.fix === 'no' ? undefined : safeEdits(linter, linted);
  if (repair && repair.fixed > 0) {
    const text = applyEdits(file.text, repair.edits);
    try {
      if (options.fix === 'write') {
        writeTextFile(file, text);
        written = true;
      }
      linted = linter.open(text, settings);
      ({ fixed } = repair);
    } catch (error) {
      // What is reported is what stands in the file.
      if (!(error instanceof TextFileError)) throw error;
      onUnwritable(error);
    }
  }
  linted.accompany(companions);
  linted.findings();
  return {
    linted: [linted],
    report: () => ({
      path,
      document: linted.document,
      kind: linted.kind,
      findings: linted.findings(),
      fixed,
      written,
    }),
    unusedIgnores: () => linted.unusedIgnores(),
    unusedSuppressions: () => linted.unusedSuppressions(),
    ignore: (name, finding) => ignoreFinding(name, linted.document, finding),
  };
}
