/** More files than these are no set of one meeting. */
export const MOST_IN_SET = 60;

/** Whether a file may be a draft, by its name. */
export function hasDraftName(path: string): boolean {
  return /\.(?:txt|md|markdown|docx)$/i.test(path);
}
