/** Lists of words, and regular expressions that are made of them, so that a reader checks the list and the few signs around it apart. */

/** The words of lists, apart by blanks: as many strings as the list takes lines. */
export function wordsOf(...lists: readonly string[]): string[] {
  return lists.flatMap((list) => list.split(' '));
}

/**
 * `(?:条例|办法)` of `条例 办法`. Of two words that begin alike the one that stands first is tried first; a word may be a small
 * pattern (`进出口总[额值]`).
 *
 * @param lists words apart by blanks, in one string or several
 */
export function anyOf(...lists: readonly (string | readonly string[])[]): string {
  return `(?:${lists.flat().join(' ').replaceAll(' ', '|')})`;
}
