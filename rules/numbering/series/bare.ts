/** 一树好用人导向。二造好声势。三建立机制。四是当好后盾: items numbered by a number alone, and the last of them with its verb. */
import type { Member } from '../../../language/structure/structure.ts';
import { writeHanNumber } from '../../../language/text/numerals.ts';

/** How far before the first mark the items may begin. */
const REACH = 600;

/** Whether the numbers before the member's own begin the clauses before it, one after the other. */
export function countsBarely({ paragraph: { text }, mark }: Member): boolean {
  if (mark.value < 3) return false;
  let from = Math.max(0, mark.start - REACH);
  for (let value = 1; value < mark.value; value++) {
    const number = writeHanNumber(value);
    let at = text.indexOf(number, from);
    // 股东一不给钱，二不指导: the first may follow its subject.
    while (value > 1 && at >= 0 && at < mark.start && !(at === 0 || /[。；！？：，\s　]/.test(text[at - 1]!)))
      at = text.indexOf(number, at + 1);
    if (at < 0 || at >= mark.start) return false;
    from = at + 1;
  }
  return true;
}
