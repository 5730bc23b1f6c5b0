/** How characters sound, tones aside: what is typed by sound is mistyped for what sounds alike. */
import { rows } from '../../generated/text-syllables.ts';

/** More than the greatest number of a syllable. */
export const SYLLABLES = 512;

/** By unit the number of its syllable; 0 for what has none. */
export const syllables = new Uint16Array(0x10000);
for (const [i, { characters }] of rows.entries()) {
  for (const char of characters) syllables[char.charCodeAt(0)] = i + 1;
}
