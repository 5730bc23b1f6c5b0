/** A rate of a whole that two figures make up: 审查逮捕412人，批准逮捕268人，不批准逮捕144人，不捕率35%. */
import { isPlain } from '../../../language/quantities/quantities.ts';
import { names } from './compared.ts';
import { isClaimed, type Relation } from './relation.ts';
import { between, lead, type Sentence } from './sentences.ts';
import { shareOf } from './shapes.ts';
import { adds } from './sums.ts';

const RATE = /^[，,](?<name>[\u4e00-\u9fff]{2,6})率(?:为|达到?|是)?$/;
const NEGATED = /[不未]/;

/** The rate is figure `i`, before it the whole and its two parts. */
export function readRateOfSplit(text: string, { figures }: Sentence, i: number, found: Relation[]): void {
  if (i < 3) return;
  const [whole, a, b, r] = figures.slice(i - 3, i + 1);
  if (r!.kind !== 'percent' || !isPlain(r!) || whole!.unit !== b!.unit || a!.unit !== b!.unit) return;
  if (![whole!, a!, b!].every(adds) || whole!.value !== a!.value + b!.value) return;
  const name = RATE.exec(between(text, b!, r!))?.groups?.name;
  if (name === undefined || isClaimed(found, r!)) return;
  const called = [a!, b!].filter((part) => {
    const said = lead(text, part);
    return NEGATED.test(said) === NEGATED.test(name) && names(said, name);
  });
  const relation = called.length === 1 && shareOf({ part: called[0]!, whole: whole!, share: r! });
  if (relation) found.push({ ...relation, doubtful: true });
}
