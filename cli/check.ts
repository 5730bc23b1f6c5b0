/** Checks texts and prints what is found, one after the other: nothing of a text is kept once it is printed. */
import { isWordFile } from '../docx/package/recognise.ts';
import { dictionary } from '../host/dictionary.ts';
import { decodeText } from '../host/encoding.ts';
import { TextFileError } from '../host/text-file-error.ts';
import { TookTooLong, within } from '../host/time-limit.ts';
import { applyEdits, createLinter, familyOf, rules, type Settings, safeEdits } from '../rules/index.ts';
import { CommandLineConfig } from './config.ts';
import { formatStats } from './format-stats.ts';
import { FORMATTERS } from './formats.ts';
import type { ExitCode, Host } from './host.ts';
import { formatOf, pathsOf, readInput } from './input.ts';
import type { Messages } from './messages.ts';
import type { CheckOptions } from './options.ts';
import { describe, patienceFor } from './problems.ts';
import { type Checked, type FileReport, Totals } from './report.ts';
import { Sets } from './sets.ts';
import { visible } from './terminal.ts';
import { writeTextFile } from './text-file.ts';
import type { WordInput } from './word.ts';
import type { WordCopies } from './word-copies.ts';

/** Prints the findings of all texts; what could not be checked is told on standard error, and the others go on. */
export async function check(options: CheckOptions, messages: Messages, host: Host): Promise<ExitCode> {
  let incomplete = false;
  const complain = (line: string) => {
    incomplete = true;
    host.stderr.write(`${line}\n`);
  };
  const { only } = options;
  const newLinter = () =>
    createLinter({
      words: dictionary,
      // Whoever asks for a rule wants all it has to say.
      ...(only && {
        preset: undefined,
        rules: rules.filter(({ id }) => only.includes(id) || only.includes(familyOf(id))),
      }),
      onRuleError: (ruleId, error) => complain(visible(messages.ruleThrew(ruleId, String(error)))),
      // A clock reading per rule and paragraph is not free.
      ...(options.stats ? { now: () => host.now() } : {}),
    });
  let linter = newLinter();
  const config = new CommandLineConfig(options, messages, (line) => complain(visible(line)));
  // What few runs need is not even loaded in the others.
  const names = options.names
    ? new (await import('./names.ts')).Names((reason) => complain(visible(messages.noNames(reason))))
    : undefined;
  const totals = new Totals();
  const formatter = FORMATTERS[options.format]({
    messages,
    color: host.color,
    withOutput: options.fix === 'dry-run',
  });
  let milliseconds = 0;
  const given = await paths();
  const sets = new Sets(linter, options.set ? given : []);
  const copies =
    options.review &&
    new (await import('./word-copies.ts')).WordCopies(options.review.to, options.files, given);
  host.stdout.write(formatter.begin());
  for (const path of given) {
    const onError = (error: unknown) => complain(describe(error, path, messages));
    try {
      const from = host.now();
      const { ignored, settings, sets: declared } = config.of(path);
      if (ignored) {
        host.stderr.write(`${visible(messages.ignored(path))}\n`);
        continue;
      }
      const bytes = await readInput(path, options, host);
      const patience = patienceFor(bytes);
      const word = isWordFile(path, bytes) ? await import('./word.ts') : undefined;
      if (word && options.fix !== 'no') complain(visible(messages.fixWord(path)));
      const companions = await sets.companionsOf(path, declared);
      const look = () =>
        word
          ? word.checkWord({ path, bytes, linter, settings, companions, options })
          : checkText({ path, bytes, linter, settings, companions, options, onUnwritable: onError });
      const conclude = (checked: Checked) => {
        const report = checked.report();
        const printed = formatter.file(options.quiet ? withoutRemarks(report) : report, totals.files === 0);
        totals.add(report);
        if (copies) writeCopy(path, checked, copies);
        return printed;
      };
      let printed: string;
      if (names) {
        const checked = within(patience, look);
        for (const linted of checked.linted) await names.addTo(linted);
        printed = within(patience, () => conclude(checked));
      } else printed = within(patience, () => conclude(look()));
      milliseconds += host.now() - from;
      host.stdout.write(printed);
    } catch (error) {
      onError(error);
      // What was cut off anywhere is of no use to the next text.
      if (error instanceof TookTooLong) linter = newLinter();
    }
  }
  await names?.dispose();

  host.stdout.write(formatter.end(totals));
  const { counts, files, units } = totals;
  if (options.stats) {
    host.stderr.write(formatStats({ files, units, milliseconds, rules: linter.timings() }, messages));
  }
  const tooMany = options.maxWarnings !== undefined && counts.warning > options.maxWarnings;
  if (tooMany) host.stderr.write(`${messages.tooManyWarnings(counts.warning, options.maxWarnings)}\n`);
  return incomplete ? 2 : counts.error > 0 || tooMany ? 1 : 0;

  function writeCopy(path: string, { copy }: Checked, to: WordCopies): void {
    if (!copy) {
      // In a folder other drafts may stand among the documents.
      if (options.files.includes(path)) complain(visible(messages.onlyWord(path, '--review')));
      return;
    }
    const { bytes, comments, changes } = copy();
    host.stderr.write(`${visible(messages.reviewed(to.write(path, bytes), comments, changes))}\n`);
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
  };
}
