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

/**
 * Tells whether a stretch of so many Han characters stands twice in a row: 高度重视高度重视. Asked of each line of a text, for which a
 * pattern is quick from the first line on, and a loop only after thousands.
 */
export const standsTwice = (least: number, most: number): RegExp =>
  new RegExp(String.raw`([\u4e00-\u9fff]{${least},${most}}?)\1`);
