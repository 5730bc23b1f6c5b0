/** Signs of symbol fonts (`w:sym`): the characters that look like them. Others are left where the font has them. */

const WINGDINGS: Readonly<Record<number, string>> = {
  108: '●',
  109: '❍',
  110: '■',
  111: '□',
  112: '□',
  113: '❑',
  114: '❒',
  117: '◆',
  118: '❖',
  119: '◆',
  159: '•',
  161: '○',
  163: '□',
  167: '▪',
  168: '□',
  171: '★',
  216: '➢',
  224: '→',
  232: '➔',
  240: '⇨',
  251: '✗',
  252: '✓',
  253: '☒',
  254: '☑',
};
const WINGDINGS_2: Readonly<Record<number, string>> = {
  79: '✗',
  80: '✓',
  81: '☒',
  82: '☑',
  83: '☒',
  84: '☒',
  151: '●',
  163: '□',
};
const SYMBOL: Readonly<Record<number, string>> = {
  176: '°',
  177: '±',
  179: '≥',
  180: '×',
  183: '•',
  184: '÷',
  163: '≤',
  174: '→',
  215: '⋅',
};
const FONTS: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  wingdings: WINGDINGS,
  'wingdings 2': WINGDINGS_2,
  symbol: SYMBOL,
};

/** @param code `w:char`, in hexadecimal: `F0FE`; fonts of symbols are mapped to U+F000 and up */
export function symbolOf(font: string | undefined, code: string | undefined): string {
  if (code === undefined || !/^[\dA-Fa-f]{1,4}$/.test(code)) return '';
  const value = Number.parseInt(code, 16);
  return FONTS[font?.toLowerCase() ?? '']?.[value & 0xff] ?? String.fromCharCode(value);
}
