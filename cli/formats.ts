/** The output formats, each in pieces, so that a file's findings are printed as soon as they are known and then forgotten. */
import { HTML_END, htmlBegin, htmlSection } from '../report/html.ts';
import { markdownBegin, markdownSection } from '../report/markdown.ts';
import {
  CHECKSTYLE_BEGIN,
  CHECKSTYLE_END,
  checkstyleFile,
  githubLines,
  JUNIT_BEGIN,
  JUNIT_END,
  junitSuite,
} from './format-ci.ts';
import { CSV_BEGIN, csvRows } from './format-csv.ts';
import { jsonOf } from './format-json.ts';
import { sarifBegin, sarifEnd, sarifResults } from './format-sarif.ts';
import { stylishFile, stylishSummary } from './format-stylish.ts';
import type { Messages } from './messages.ts';
import type { Tally } from './outcome.ts';
import type { FileReport } from './report.ts';

export interface Formatter {
  /** Before the first file. */
  begin(): string;
  /** Depends on the one file alone: it may be written by another thread, or have been kept from an earlier run. */
  file(report: FileReport): string;
  /** Between what is printed of two files, where something is. */
  readonly between?: string;
  /** After the last file. */
  end(totals: Tally): string;
}

/** What formatters ask of the run. */
export interface FormatOptions {
  readonly messages: Messages;
  readonly color: boolean;
  /** Whether fixed texts are part of the output (`--fix-dry-run`). */
  readonly withOutput: boolean;
}

/** By their names on the command line. */
export const FORMATTERS = {
  stylish: ({ messages, color }) => ({
    begin: () => '',
    file: (report) => stylishFile(report, messages, color),
    end: (totals) => stylishSummary(totals, messages, color),
  }),
  json: ({ withOutput }) => ({
    begin: () => '[',
    file: (report) => jsonOf(report, withOutput),
    between: ',',
    end: () => ']\n',
  }),
  // A line a file, whole in itself: for engines that hand out files and gather lines.
  jsonl: ({ withOutput }) => ({
    begin: () => '',
    file: (report) => `${jsonOf(report, withOutput)}\n`,
    end: () => '',
  }),
  sarif: () => ({ begin: sarifBegin, file: sarifResults, between: ',', end: sarifEnd }),
  github: () => ({ begin: () => '', file: githubLines, end: () => '' }),
  junit: () => ({ begin: () => JUNIT_BEGIN, file: junitSuite, end: () => JUNIT_END }),
  checkstyle: () => ({ begin: () => CHECKSTYLE_BEGIN, file: checkstyleFile, end: () => CHECKSTYLE_END }),
  csv: ({ messages }) => ({
    begin: () => CSV_BEGIN,
    file: (report) => csvRows(report, messages),
    end: () => '',
  }),
  html: ({ messages: { language } }) => ({
    begin: () => htmlBegin(language),
    file: ({ path, ...rest }) => htmlSection({ name: path, ...rest }, language),
    end: () => HTML_END,
  }),
  markdown: ({ messages: { language } }) => ({
    begin: () => markdownBegin(language),
    file: ({ path, ...rest }) => markdownSection({ name: path, ...rest }, language),
    end: () => '',
  }),
} satisfies Record<string, (options: FormatOptions) => Formatter>;

export type OutputFormat = keyof typeof FORMATTERS;
