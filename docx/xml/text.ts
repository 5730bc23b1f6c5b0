/** Characters of XML: how they are written, and where in the source each of them stands. */

/** Text as the content of an element or the value of an attribute. Characters that XML cannot hold are left out. */
export function escapeXml(text: string): string {
  return text.replace(FORBIDDEN, '').replace(/[&<>"\r]/g, (char) => ESCAPED[char]!);
}

const ESCAPED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

/** Controls, halves of characters, and what is no character. */
const FORBIDDEN = /[^\P{Cc}\t\n\r]|\p{Cs}|[\ufffe\uffff]/gu;

/**
 * For each unit of the text that `raw` stands for, where it begins in `raw`; the last entry is the end. `undefined` when the
 * text is written as it is, unit for unit.
 *
 *     a&amp;b → [0, 1, 6, 7]
 */
export function sourceOffsets(raw: string): readonly number[] | undefined {
  if (!/[&\r]|<[!?]/.test(raw)) return undefined;
  const offsets: number[] = [];
  TOKEN.lastIndex = 0;
  let at = 0;
  while (at < raw.length) {
    TOKEN.lastIndex = at;
    const [token] = TOKEN.exec(raw)!;
    if (token.startsWith('<!--') || token.startsWith('<?')) {
      at += token.length;
      continue;
    }
    if (token.startsWith('<![CDATA[')) {
      const end = at + token.length - 3;
      for (let i = at + 9; i < end; i++) offsets.push(i);
      at += token.length;
      continue;
    }
    offsets.push(at);
    // A reference to a character beyond the basic plane stands for two units, which cannot be parted.
    if (token[0] === '&' && isAstral(token)) offsets.push(at);
    at += token.length;
  }
  offsets.push(raw.length);
  return offsets;
}

const TOKEN = /<!--.*?-->|<\?.*?\?>|<!\[CDATA\[.*?\]\]>|&[^;]*;|\r\n|./sy;

function isAstral(reference: string): boolean {
  const digits = /^&#(x?)([\dA-Fa-f]+);$/.exec(reference);
  return digits !== null && Number.parseInt(digits[2]!, digits[1] ? 16 : 10) > 0xffff;
}
