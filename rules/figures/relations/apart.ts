/** How far two figures lie apart, told behind them: 目标60亿元，实际完成52.6亿元，还差7.4亿元 · 城乡居民收入分别为41200元、20100元，相差21100元. */
import { isPlain, type Quantity } from '../../../language/quantities/quantities.ts';
import { Characters } from '../../../language/text/characters.ts';
import { isClaimed, type Relation } from './relation.ts';
import { lead, type Sentence } from './sentences.ts';
import { restOf } from './shapes.ts';

/** 两者|相差, 距目标|还差, 差额为 */
const APART = /(?:相差|[还尚仍]差|[还尚]缺|差额|差距)(?:了|为|达到?|是)?$/;
const APART_WORDS = new Characters('差缺');
const APART_REACH = 4;
/** What is told of several, or of what a rate is of, leaves open which two are meant. */
const OTHER = /平均|最[高低大小多少]|每|各|同比|比上|较上|其中/;

/** What lies between is figure `i`; the two are the only ones of its unit before it. */
export function readApart(text: string, { figures, start }: Sentence, i: number, found: Relation[]): void {
  const c = figures[i]!;
  if (i < 2 || !APART_WORDS.isIn(text, c.start - APART_REACH, c.start) || !APART.test(lead(text, c))) return;
  const before = figures.slice(0, i).filter((q) => q.dimension === c.dimension);
  const [a, b] = before;
  if (!a || !b || before.length > 2 || ![a, b, c].every(isExact) || c.kind === 'percent') return;
  if (OTHER.test(text.slice(start, c.start))) return;
  if (isClaimed(found, c)) return;
  const [more, less] = a.value > b.value ? [a, b] : [b, a];
  found.push({ ...restOf(more, less, c), doubtful: true });
}

function isExact(q: Quantity): boolean {
  return isPlain(q) && q.approximation === 'exact';
}
