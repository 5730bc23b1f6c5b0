/** Traditional characters: those that no simplified text has, and what stands for them there. */
import { ambiguous, pairs } from '../../generated/text-traditional.ts';

const simplified = new Map<number, string>();
for (let i = 0; i < pairs.length; i += 2) simplified.set(pairs.charCodeAt(i), pairs[i + 1]!);
const unclear = new Set(ambiguous);

/** Whether the unit is a character of traditional texts only. */
export function isTraditional(code: number): boolean {
  return simplified.has(code);
}

/** The text with simplified characters in place of traditional ones; as long as before. */
export function simplify(text: string): string {
  let out = '';
  for (let i = 0; i < text.length; i++) out += simplified.get(text.charCodeAt(i)) ?? text[i]!;
  return out;
}

/** Whether each of its traditional characters has one simplified form only: 鍾 may be 钟 or 锺. */
export function hasOneForm(text: string): boolean {
  for (const char of text) if (unclear.has(char)) return false;
  return true;
}
