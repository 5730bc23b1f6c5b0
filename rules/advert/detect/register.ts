/**
 * How much the characters of a stretch are those of leftovers rather than of official writing (`data/characters.tsv`): 点, 赞, 您 and 店 are
 * rare there, 加, 强 and 推 are not. It needs no word of a list, so that it carries over to what nobody has written down.
 */
import type { Range } from '../../../engine/finding.ts';
import { rows } from '../../../generated/advert-characters.ts';
import { isHan } from '../../../language/text/scan.ts';

/** By UTF-16 unit. */
export type CharacterWeights = Float32Array;

export function characterWeights(weights: Iterable<readonly [string, number]>): CharacterWeights {
  const table = new Float32Array(0x10000);
  for (const [character, weight] of weights) table[character.charCodeAt(0)] = weight;
  return table;
}

const WEIGHTS = characterWeights(
  rows.flatMap(({ characters, weight }) => [...characters].map((c) => [c, Number(weight)] as const)),
);

/** What a stretch can have at most, to either side. */
const MOST = 6;

/** The sum of the weights by the root of their number: a longer stretch says more, but not as much more as it is long. */
export function registerOf(text: string, start: number, end: number, weights = WEIGHTS): number {
  let sum = 0;
  let count = 0;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (!isHan(code)) continue;
    sum += weights[code]!;
    count++;
  }
  return count === 0 ? 0 : Math.max(-MOST, Math.min(MOST, sum / Math.sqrt(count)));
}

/** Whether a stretch is rather written like a leftover than like an official text. */
export const isInRegister = (text: string, { start, end }: Range): boolean =>
  registerOf(text, start, end) > 0;
