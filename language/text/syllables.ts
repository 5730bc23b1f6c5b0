/** How characters sound, tones aside: what is typed by sound is mistyped for what sounds alike. */
import { uint16sOf } from './packed.ts';

/** By unit the number of its syllable; 0 for what has none. */
export const syllables = uint16sOf('text.syllables');
