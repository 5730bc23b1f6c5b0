/** Two years in turn, and what each had: 2023年、2024年专利授权量分别为1450件、1740件，增长20%. */
import { isPlain } from '../../../language/quantities/quantities.ts';
import { judge } from './compared.ts';
import type { Relation } from './relation.ts';
import { between, JOINED, type Sentence } from './sentences.ts';
import { DOWN, RATE_NOUNS, UP, YIELDS } from './verbs.ts';

const IN_TURN = /(?:分别|依次)(?:为|是|达到?|完成|实现)?[^，。；、\d]{0,4}$/;
const CLAIM = new RegExp(
  `^[，,](?:同比|增幅|(?:后者)?(?:比|较)(?:前者|上年|去年))?(?<how>${YIELDS}|${UP}|${DOWN}|${RATE_NOUNS})(?:了|为|达)?$`,
);
const BETWEEN_YEARS = /^(?:年度?)?[、和与]$/;

/** The earlier of the two is figure `i`. */
export function readYearsInTurn(
  text: string,
  { figures, start, end, years }: Sentence,
  i: number,
  found: Relation[],
): void {
  const [a, b, c] = figures.slice(i, i + 3);
  if (!c || years.length !== 2 || a!.dimension !== b!.dimension || ![a!, b!, c].every(isPlain)) return;
  const [first, last] = years as [(typeof years)[0], (typeof years)[0]];
  if (first.value + 1 !== last.value || last.end > a!.start) return;
  if (!BETWEEN_YEARS.test(text.slice(first.unitEnd, last.start))) return;
  if (!IN_TURN.test(text.slice(last.unitEnd, a!.start)) || !JOINED.test(between(text, a!, b!))) return;
  const how = CLAIM.exec(between(text, b!, c))?.groups?.how;
  if (how === undefined) return;
  const way = { by: 'years', first: `${first.value}年`, second: `${last.value}年` } as const;
  judge(text, { start, end }, { reading: 'years', a: a!, b: b!, claims: [{ c, how }], way }, found);
}
