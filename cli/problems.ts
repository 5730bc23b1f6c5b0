/** Files that could not be checked: the others still are. */
import { describeProblem } from '../docx/messages.ts';
import { DocxError } from '../docx/problem.ts';
import { TextFileError } from '../host/text-file-error.ts';
import { TookTooLong } from '../host/time-limit.ts';
import type { Messages } from './messages.ts';
import { OtherExtensionError, SameFileError } from './same-file-error.ts';
import { visible, visibleLines } from './terminal.ts';

/** What went wrong with a file, in our words where it is not a mistake of ours. */
export function describe(error: unknown, path: string, messages: Messages): string {
  if (error instanceof TextFileError)
    return visible(messages.fileProblem(path, error.problem, error.message));
  if (error instanceof SameFileError) return visible(messages.sameFile(error.message));
  if (error instanceof OtherExtensionError) return visible(messages.otherExtension(path, error.message));
  if (error instanceof DocxError)
    return visible(messages.wordProblem(path, describeProblem(error, messages.language)));
  if (error instanceof TookTooLong) return visible(messages.tookTooLong(path));
  // For whoever mends it: the stack, where there is one.
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return visibleLines(messages.fileCrashed(path, detail));
}

/** Milliseconds: hundreds of times what a text of its length takes. */
export function patienceFor(bytes: Uint8Array): number {
  return 30_000 + Math.ceil(bytes.length / 50);
}
