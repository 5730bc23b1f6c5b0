/** How many of a kind have risen and how many fallen: 35个行业大类中，24个实现增长，增长面68.6%，11个下降. Together they are no more than there are. */
import type { Quantity } from '../../../language/quantities/quantities.ts';
import type { Relation } from './relation.ts';
import type { Sentence } from './sentences.ts';
import { addedUp, adds, sumRelation } from './sums.ts';

const WITHIN = /^[\u4e00-\u9fff（）]{1,12}[中里][，,]/;
/** 24个|行业实现增长, 11个|出现下降. */
const ROSE = /^[^，。；、\d]{0,8}(?:增长|上升|上涨|回升)(?=[，。；、]|$)/;
const FELL = /^[^，。；、\d]{0,8}(?:下降|负增长|回落|下跌)(?=[，。；、]|$)/;
const REACH = 16;

/** How many there are is figure `i`. */
export function readRisenAndFallen(text: string, { figures }: Sentence, i: number, found: Relation[]): void {
  const whole = figures[i]!;
  if (
    whole.kind === 'percent' ||
    !adds(whole) ||
    !WITHIN.test(text.slice(whole.unitEnd, whole.unitEnd + REACH))
  )
    return;
  const counts = figures.slice(i + 1).filter((q) => q.unit === whole.unit && adds(q));
  const of = (words: RegExp) => counts.filter((q) => words.test(text.slice(q.unitEnd, q.unitEnd + REACH)));
  const fell = of(FELL);
  const rose = of(ROSE).filter((q) => !fell.includes(q));
  if (rose.length !== 1 || fell.length !== 1) return;
  const parts: readonly Quantity[] = [...rose, ...fell];
  if (addedUp(parts) <= whole.value) return;
  found.push(
    sumRelation(parts, whole, { reading: 'parts', holds: false, among: true, listed: true, doubtful: true }),
  );
}
