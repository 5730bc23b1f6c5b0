/**
 * Builds `outFile` and, beside it, the folder `names/`; does nothing when they are there already and were
 * made from the same inputs. See build-words.mjs.
 *
 * @throws Error with a message to show when the dictionary cannot be found, fetched or trusted
 */
export function buildWords(options?: {
  /** Default: dist/words.bin */
  outFile?: string;
  /** Default: the folder `names` beside `outFile` */
  namesDir?: string;
  /** Build even if nothing changed. */
  force?: boolean;
  log?: (line: string) => void;
}): { skipped: boolean; outFile: string; namesDir: string };
