/** Word documents on the command line. */
import { CheckedDocument, printText, type Revisions, WordDocument } from '../docx/index.ts';
import type { Linter, Settings } from '../rules/index.ts';
import { inspect } from './inspect.ts';
import type { Names } from './names.ts';
import type { CheckOptions, View } from './options.ts';
import type { FileReport } from './report.ts';
import { visibleLines } from './terminal.ts';

/**
 * What is shown of a document instead of checking it.
 * @throws DocxError
 */
export function inspectWord(view: View, bytes: Uint8Array, linter: Linter, revisions: Revisions): string {
  const word = new WordDocument(bytes, { revisions });
  // A line break inside a paragraph (U+000B) is part of the form; terminals only go to the next line.
  if (view === 'text') return printText(word).split('\v').map(visibleLines).join('\v');
  return inspect(view, new CheckedDocument(word, linter).stories[0]!.linted.document);
}

export interface WordInput {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly linter: Linter;
  readonly names: Names;
  readonly settings: Settings;
  readonly options: CheckOptions;
}

/** @throws DocxError */
export async function checkWord({
  path,
  bytes,
  linter,
  names,
  settings,
  options,
}: WordInput): Promise<FileReport> {
  const word = new WordDocument(bytes, { revisions: options.revisions });
  const checked = new CheckedDocument(word, linter, settings);
  for (const { linted } of checked.stories) await names.addTo(linted);
  const { document, kind } = checked;
  return {
    path,
    document,
    kind,
    findings: checked.findings(),
    fixed: 0,
    written: false,
    context: (finding) => checked.context(finding),
  };
}
