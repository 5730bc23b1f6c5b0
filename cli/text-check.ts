/** The check of a plain or Markdown text; that of Word documents is in `word.ts`. */
import { ignoreFinding } from '../config/ignores.ts';
import { decodeText } from '../host/encoding.ts';
import { TextFileError } from '../host/text-file-error.ts';
import { applyEdits, type Settings, safeEdits } from '../rules/index.ts';
import { formatOf } from './input.ts';
import type { Checked, CheckInput } from './report.ts';
import { writeTextFile } from './text-file.ts';

interface TextInput extends CheckInput {
  readonly bytes: Buffer;
  /** Called where fixes were to be written and could not be. */
  onUnwritable(error: TextFileError): void;
}

/** Checks a text that is not a Word document; with `--fix` after its safe fixes, which are written unless it is a dry run. */
export function checkText({
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
  const fixes = options.fix === 'no' ? undefined : safeEdits(linter, linted);
  if (fixes && fixes.fixed > 0) {
    const text = applyEdits(file.text, fixes.edits);
    try {
      if (options.fix === 'write') {
        writeTextFile(file, text);
        written = true;
      }
      linted = linter.open(text, settings);
      ({ fixed } = fixes);
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
