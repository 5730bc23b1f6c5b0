/** The command line, from arguments to exit code. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DocxError, describeProblem, isWordFile } from '../docx/index.ts';
import { version } from '../package.json';
import {
  createLinter,
  type Format,
  familyOf,
  fixText,
  type Linter,
  loadWords,
  rules,
  type Settings,
  type Words,
} from '../rules/index.ts';
import { CommandLineConfig, printConfig } from './config.ts';
import { formatJson } from './format-json.ts';
import { formatStats } from './format-stats.ts';
import { formatStylish } from './format-stylish.ts';
import { inspect } from './inspect.ts';
import { type Messages, messagesFor } from './messages.ts';
import { Names } from './names.ts';
import {
  type CheckOptions,
  type Command,
  type InputOptions,
  type InspectOptions,
  readOptions,
  UsageError,
} from './options.ts';
import { countByLevel, type FileReport } from './report.ts';
import { explainRule, listRules } from './rule-info.ts';
import { visible, visibleLines } from './terminal.ts';
import {
  decodeText,
  readBytes,
  type TextFile,
  TextFileError,
  toReadError,
  writeTextFile,
} from './text-file.ts';
import { checkWord, inspectWord } from './word.ts';

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

/** Does what the arguments ask; whatever is thrown is a mistake in the program. */
export async function run(args: readonly string[], host: Host): Promise<ExitCode> {
  const messages = messagesFor(host.env);
  let options: Command;
  try {
    options = readOptions(args, messages);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    host.stderr.write(`${visible(messages.usage(error.message))}\n`);
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
    case 'print-config': {
      let wrong = false;
      const config = new CommandLineConfig(options, messages, (line) => {
        wrong = true;
        host.stderr.write(`${line}\n`);
      });
      host.stdout.write(printConfig(options.path, config.of(options.path)));
      return wrong ? 2 : 0;
    }
    case 'check':
      return check(options, messages, host);
    case 'inspect':
      return show(options, messages, host);
  }
}

/** Each text in its own part, under its name where there are several. */
async function show(options: InspectOptions, messages: Messages, host: Host): Promise<ExitCode> {
  let incomplete = false;
  const linter = createLinter({ words });
  const several = options.files.length > 1;
  for (const path of pathsOf(options)) {
    try {
      const bytes = await readInput(path, options, host);
      host.stdout.write(`${several ? `${visible(path)}\n` : ''}${view(path, bytes, linter, options)}`);
    } catch (error) {
      incomplete = true;
      host.stderr.write(`${visible(problemOf(path, error, messages))}\n`);
    }
  }
  return incomplete ? 2 : 0;
}

function view(path: string, bytes: Buffer, linter: Linter, { view, revisions }: InspectOptions): string {
  if (isWordFile(path, bytes)) return inspectWord(view, bytes, linter, revisions);
  const { text } = decodeText(bytes);
  return view === 'text'
    ? visibleLines(text)
    : inspect(view, linter.open(text, { format: formatOf(path) }).document);
}

/** In the user's language; what is not a problem of the file is a mistake in the program. */
function problemOf(path: string, error: unknown, messages: Messages): string {
  if (error instanceof TextFileError) return messages.fileProblem(path, error.problem, error.message);
  if (error instanceof DocxError)
    return messages.wordProblem(path, describeProblem(error, messages.language));
  throw error;
}

async function check(options: CheckOptions, messages: Messages, host: Host): Promise<ExitCode> {
  let incomplete = false;
  const complain = (line: string) => {
    incomplete = true;
    host.stderr.write(`${visible(line)}\n`);
  };
  const { only } = options;
  const linter = createLinter({
    words,
    ...(only && { rules: rules.filter(({ id }) => only.includes(id) || only.includes(familyOf(id))) }),
    onRuleError: (ruleId, error) => complain(messages.ruleThrew(ruleId, String(error))),
    // A clock reading per rule and paragraph is not free.
    ...(options.stats ? { now: () => host.now() } : {}),
  });

  const config = new CommandLineConfig(options, messages, complain);
  const names = new Names();
  const reports: FileReport[] = [];
  const from = host.now();
  let units = 0;
  for (const path of pathsOf(options)) {
    const report = (error: unknown) => complain(problemOf(path, error, messages));
    try {
      const { ignored, settings } = config.of(path);
      if (ignored) {
        host.stderr.write(`${messages.ignored(path)}\n`);
        continue;
      }
      const bytes = await readInput(path, options, host);
      if (isWordFile(path, bytes)) {
        if (options.fix !== 'no') complain(messages.fixWord(path));
        reports.push(await checkWord({ path, bytes, linter, names, settings, options }));
      } else {
        const file = { path, bytes, ...decodeText(bytes) };
        const formatted = { format: formatOf(path), ...settings };
        reports.push(await checkFile(file, linter, names, formatted, options.fix, report));
      }
      units += reports.at(-1)!.document.length;
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

/** The dictionary lies beside the bundle. */
function words(): Words {
  return loadWords(readFileSync(join(__dirname, 'words.bin')));
}

/** Each file once, however often it is named (`*.txt 讲话稿.txt`): its findings would count twice. */
function pathsOf({ files, stdin, stdinFilename }: InputOptions): readonly string[] {
  if (stdin) return [stdinFilename ?? '<stdin>'];
  const known = new Set<string>();
  return files.filter((path) => {
    // An empty name is not the folder one is in.
    const name = path && resolve(path);
    return !known.has(name) && known.add(name);
  });
}

/** @throws TextFileError */
async function readInput(path: string, { stdin }: InputOptions, host: Host): Promise<Buffer> {
  if (!stdin) return readBytes(path);
  const chunks: Uint8Array[] = [];
  try {
    for await (const chunk of host.stdin) chunks.push(chunk);
  } catch (error) {
    throw toReadError(error);
  }
  return Buffer.concat(chunks);
}

async function checkFile(
  file: TextFile,
  linter: Linter,
  names: Names,
  settings: Settings,
  fix: CheckOptions['fix'],
  onUnwritable: (error: TextFileError) => void,
): Promise<FileReport> {
  const { path } = file;
  let { text, fixed } = fix === 'no' ? { text: file.text, fixed: 0 } : fixText(linter, file.text, settings);
  let written = false;
  if (fix === 'write' && text !== file.text) {
    try {
      writeTextFile(file, text);
      written = true;
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
