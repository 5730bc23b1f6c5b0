/** Traditional characters: those that no simplified text has, and what stands for them there. */
import { ambiguous, pairs } from '../../generated/text-traditional.ts';

const simplified = new Map<number, string>();
for (let i = 0; i < pairs.length; i += 2) simplified.set(pairs.charCodeAt(i), pairs[i + 1]!);
const unclear = new Set(ambiguous);

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
  return simplified.has(code);
}

/** All units of which that is so. */
export function traditionalCodes(): Iterable<number> {
  return simplified.keys();
}

/** The text with simplified characters in place of traditional ones; as long as before. */
export function simplify(text: string): string {
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    out += simplified.get(code) ?? BESIDE.get(code) ?? text[i]!;
  }
  return out;
}

/** Whether each of its traditional characters has one simplified form only: 鍾 may be 钟 or 锺. */
export function hasOneForm(text: string): boolean {
  for (const char of text) if (unclear.has(char)) return false;
  return true;
}
