/** Punctuation as official texts set it: what came from a web page has `,` `;` `:` `(` in the place of ，；：（. */

const HALF = /[,;:!?()]/;
/** Beside Han on either side, or behind what closes a phrase; not that of 1,234, 10:30 or of an address. */
const IN_CHINESE = /(?<=[\u4e00-\u9fff”》）%％])[,;:!?()]|[,;:!?()](?=[\u4e00-\u9fff“《（])/g;
const WIDENED = 0xfee0;
const widened = (mark: string) => String.fromCharCode(mark.charCodeAt(0) + WIDENED);

/** The text with half-width punctuation of Chinese sentences widened, unit by unit: all offsets stay. */
export const wideText = (text: string): string =>
  HALF.test(text) ? text.replace(IN_CHINESE, widened) : text;

/** What was asked of lines that still stand. */
const read = new WeakMap<object, string>();

/** The same of a line that is asked again and again. */
export function wideTextOf(line: { readonly text: string }): string {
  let wide = read.get(line);
  if (wide === undefined) {
    wide = wideText(line.text);
    read.set(line, wide);
  }
  return wide;
}
