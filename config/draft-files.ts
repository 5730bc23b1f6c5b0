/** Which files are taken for drafts, in folders and in sets. */

/** More files than these are no set of one meeting. */
export const MOST_IN_SET = 60;

/** Globs of what no folder holds as a draft; `~$…` is what Word leaves beside a document that is open. */
export const NO_DRAFTS: readonly string[] = ['**/node_modules/**', '**/.git/**', '**/~$*'];

/** Whether a file may be a draft, by its name. */
export function hasDraftName(path: string): boolean {
  return /\.(?:txt|md|markdown|docx)$/i.test(path);
}
