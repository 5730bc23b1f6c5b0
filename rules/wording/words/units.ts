/** What each character is to those who look for near misses: how it sounds, and how often it stands by itself. */
import { uint16sOf } from '../../../language/text/packed.ts';
import { SYLLABLE_BITS } from './near-miss-keys.mjs';

/** By unit: its syllable, 0 for what has none, and above that how often it stands by itself. */
export const UNITS = uint16sOf('near-misses.units');

/** How often a character stands by itself, in steps of `lone-characters.tsv`; 0 for what is no Han character. */
export const loneliness = (code: number): number => UNITS[code]! >> SYLLABLE_BITS;
