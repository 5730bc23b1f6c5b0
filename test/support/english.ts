/** The phrasebook that the build makes, and what must not be left in what it says. */
import { readFileSync } from 'node:fs';
import { Phrasebook } from '../../english/phrasebook.ts';

export const HAN = /\p{Script=Han}/u;

export const book = new Phrasebook(
  JSON.parse(readFileSync(new URL('../../generated/english.json', import.meta.url), 'utf8')),
);

/** Without what it quotes: a quotation may hold half a pair, where that is what is wrong. */
export function unquoted(text: string): string {
  const balanced = text.replace(/«[^«»]*»|《[^《》]*》|“(?:[^“”]|“[^“”]*”)*”|‘[^‘’]*’/g, '');
  return HAN.test(balanced) ? text.replace(/[“«].*[”»]/g, '') : balanced;
}

/** Whether it is said in English, but for what it quotes. */
export function isEnglish(ruleId: string, chinese: string): boolean {
  const english = book.english(ruleId, chinese);
  return english !== undefined && !HAN.test(unquoted(english));
}
