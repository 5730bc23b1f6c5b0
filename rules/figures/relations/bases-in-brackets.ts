/** How each of several levels changed, with what it was in a bracket: 到市上访18批96人次，批次下降25%（上年24批），人次下降20%（上年120人次）. */
import { isPlain, type Quantity } from '../../../language/quantities/quantities.ts';
import { judge } from './compared.ts';
import type { Relation } from './relation.ts';
import { between, lead, type Sentence } from './sentences.ts';
import { DOWN, RATE_NOUNS, UP } from './verbs.ts';

const WAS = /^[（(](?:上年|去年|上一年)(?:同期)?(?:为|是|共)?$/;
const CLAIM = new RegExp(`(?<how>${UP}|${DOWN}|${RATE_NOUNS})(?:了|为|达)?$`);
/** The level is at most so many figures before its rate. */
const BACK = 5;

/** The figure in the bracket is number `i`. */
export function readBaseInBracket(text: string, sentence: Sentence, i: number, found: Relation[]): void {
  const { figures } = sentence;
  const [c, a] = [figures[i - 1], figures[i]!];
  if (i < 3 || c?.kind !== 'percent' || !isPlain(c) || !isPlain(a) || !WAS.test(between(text, c, a))) return;
  const how = CLAIM.exec(lead(text, c))?.groups?.how;
  const level = (q: Quantity) =>
    q.unit === a.unit && isPlain(q) && !/^[）)]/.test(text.slice(q.end, q.end + 1));
  const [b, ...others] = figures.slice(Math.max(0, i - BACK - 1), i - 1).filter(level);
  if (how === undefined || !b || others.length > 0) return;
  // Where the level stands right before its rate, others read it.
  if (b === figures[i - 2]) return;
  const way = { by: 'comparison', base: 'last-year' } as const;
  judge(text, sentence, { reading: 'beside', a, b, claims: [{ c, how }], way }, found);
}
