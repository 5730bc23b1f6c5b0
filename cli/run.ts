/** The command line, from arguments to exit code. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { version } from '../package.json';
import { createLinter, type Format, fixText, type Linter, loadWords, type Settings } from '../rules/index.ts';
import { formatJson } from './format-json.ts';
import { formatStats } from './format-stats.ts';
import { formatStylish } from './format-stylish.ts';
import { type Messages, messagesFor } from './messages.ts';
import { Names } from './names.ts';
import { type CheckOptions, type Command, readOptions, UsageError } from './options.ts';
import { countByLevel, type FileReport } from './report.ts';
import { explainRule, listRules } from './rule-info.ts';
import { decodeText, readTextFile, type TextFile, TextFileError, writeTextFile } from './text-file.ts';

/** What the command line needs of the process. */
export interface Host {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
  /** Whether stdout shows colours. */
  readonly color: boolean;
  /** Milliseconds. */
  now(): number;
}

/** Clean; findings at error (or too many warnings); something could not be checked. */
export type ExitCode = 0 | 1 | 2;

export async function run(args: readonly string[], host: Host): Promise<ExitCode> {
  const messages = messagesFor(host.env);
  let options: Command;
  try {
    options = readOptions(args, messages);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    host.stderr.write(`${messages.usage(error.message)}\n`);
    return 2;
  }
  switch (options.command) {
    case 'help':
      host.stdout.write(messages.help);
      return 0;
    case 'version':
      host.stdout.write(`${version}\n`);
      return 0;
    case 'list-rules':
      host.stdout.write(listRules(options.format, messages));
      return 0;
    case 'explain':
      host.stdout.write(explainRule(options.ruleId));
      return 0;
    case 'check':
      return check(options, messages, host);
  }
}

async function check(options: CheckOptions, messages: Messages, host: Host): Promise<ExitCode> {
  let incomplete = false;
  const complain = (line: string) => {
    incomplete = true;
    host.stderr.write(`${line}\n`);
  };
  const linter = createLinter({
    words: () => loadWords(readFileSync(join(__dirname, 'words.bin'))),
    onRuleError: (ruleId, error) => complain(messages.ruleThrew(ruleId, String(error))),
    // A clock reading per rule and paragraph is not free.
    ...(options.stats ? { now: () => host.now() } : {}),
  });

  const names = new Names();
  const reports: FileReport[] = [];
  const from = host.now();
  let units = 0;
  for (const path of options.stdin ? [options.stdinFilename ?? '<stdin>'] : options.files) {
    const report = (error: unknown) => {
      if (!(error instanceof TextFileError)) throw error;
      complain(messages.fileProblem(path, error.problem, error.message));
    };
    try {
      const file = options.stdin ? await readStdin(path, host) : readTextFile(path);
      units += file.text.length;
      reports.push(await checkFile(file, linter, names, options, report));
    } catch (error) {
      report(error);
    }
  }
  const milliseconds = host.now() - from;
  await names.dispose();

  host.stdout.write(
    options.format === 'json'
      ? formatJson(reports, options.fix === 'dry-run')
      : formatStylish(reports, messages, host.color),
  );
  if (options.stats) {
    host.stderr.write(
      formatStats({ files: reports.length, units, milliseconds, rules: linter.timings() }, messages),
    );
  }
  const counts = countByLevel(reports.flatMap((report) => report.findings));
  const tooMany = options.maxWarnings !== undefined && counts.warning > options.maxWarnings;
  if (tooMany) host.stderr.write(`${messages.tooManyWarnings(counts.warning, options.maxWarnings)}\n`);
  return incomplete ? 2 : counts.error > 0 || tooMany ? 1 : 0;
}

async function readStdin(path: string, host: Host): Promise<TextFile> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of host.stdin) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  return { path, bytes, ...decodeText(bytes) };
}

async function checkFile(
  file: TextFile,
  linter: Linter,
  names: Names,
  options: CheckOptions,
  onUnwritable: (error: TextFileError) => void,
): Promise<FileReport> {
  const { path } = file;
  const settings: Settings = {
    format: formatOf(path),
    rules: options.rules,
    ...(options.kind === undefined ? {} : { kind: options.kind }),
  };
  let { text, fixed } =
    options.fix === 'no' ? { text: file.text, fixed: 0 } : fixText(linter, file.text, settings);
  const written = options.fix === 'write' && text !== file.text;
  if (written) {
    try {
      writeTextFile(file, text);
    } catch (error) {
      if (!(error instanceof TextFileError)) throw error;
      onUnwritable(error);
      // What is reported is what stands in the file.
      ({ text } = file);
      fixed = 0;
    }
  }
  const linted = linter.open(text, settings);
  await names.addTo(linted);
  return { path, document: linted.document, kind: linted.kind, findings: linted.findings(), fixed, written };
}

function formatOf(path: string): Format {
  return /\.(?:md|markdown)$/i.test(path) ? 'markdown' : 'plain';
}
