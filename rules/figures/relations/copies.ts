/** How many copies there are, and who keeps how many: 本合同一式四份，甲乙双方各执两份 · 一式五份，甲乙双方各执两份，鉴证方留存一份. */
import type { Quantity } from '../../../language/quantities/quantities.ts';
import { boundBefore } from '../../../language/text/bounds.ts';
import { Characters } from '../../../language/text/characters.ts';
import { ONE_TO_TEN, readDigits, readHanNumber } from '../../../language/text/numerals.ts';
import { anyOf } from '../../../language/text/pattern.ts';
import type { Relation } from './relation.ts';
import { lead, type Sentence } from './sentences.ts';
import { adds, sumRelation } from './sums.ts';

const IN_ALL = /一式$/;
const KEEPS = anyOf('执 持 存 保存 保管 留存 持有');
/** 甲乙双方|各执, 领队、市总工会、承办单位|各执: who keeps so many each stands before. */
const EACH_KEEPS = new RegExp(`各${KEEPS}$`);
/** 鉴证方留存, 报主管部门备案: one who keeps them all. */
const ONE_KEEPS = new RegExp(`(?:${KEEPS}|备案|报送?|交|送)[\u4e00-\u9fff]{0,8}$`);
const PARTIES: Readonly<Record<string, number>> = { 双方: 2, 两方: 2, 三方: 3, 四方: 4 };
/** What is kept by those who are not counted. */
const MORE = /其余|剩余|余下|若干|(?<!同)等|另|正本|副本/;
const COPIES = '份';
const STOPS = new Characters('，。；');
const WHO = 44;

/** The copies made are figure `i`; those behind it in the sentence are kept. */
export function readCopies(text: string, { figures, end }: Sentence, i: number, found: Relation[]): void {
  const total = figures[i]!;
  if (total.unit !== COPIES || !IN_ALL.test(lead(text, total)) || !adds(total)) return;
  if (MORE.test(text.slice(total.end, end))) return;
  const others = copiesIn(text, total, end).map((q) => keptAs(text, q, total.end));
  const kept = others.flat();
  if (kept.length < 2 || others.some((copies) => copies.length === 0)) return;
  const holds = kept.reduce((sum, { value }) => sum + value, 0) === total.value;
  found.push(sumRelation(kept, total, { reading: 'parts', holds, listed: true, doubtful: true }));
}

/** All numbers of copies behind the total, 一份 among them, which is no figure elsewhere. */
function copiesIn(text: string, total: Quantity, end: number): readonly Quantity[] {
  return [...text.slice(total.end, end).matchAll(NUMBER)].map(({ 0: word, index }) => {
    const start = total.end + index;
    const numberEnd = start + word.length;
    const value = /\d/.test(word) ? readDigits(word) : readHanNumber(word, 0)!.value;
    const place = { start, end: numberEnd + COPIES.length, digits: { start, end: numberEnd } };
    return { ...total, ...place, numberEnd, unitEnd: place.end, value, low: value, high: value };
  });
}
const NUMBER = new RegExp(`(?:[${ONE_TO_TEN}两]|\\d{1,2})(?=${COPIES})`, 'g');

/** The figure as often as there are parties that keep so many; nothing where that is not told. */
function keptAs(text: string, q: Quantity, from: number): readonly Quantity[] {
  const clause = text.slice(boundBefore(text, q.start, STOPS, Math.min(WHO, q.start - from)), q.start);
  const each = EACH_KEEPS.exec(clause);
  if (!each) return ONE_KEEPS.test(clause) ? [q] : [];
  return Array.from({ length: partiesIn(clause.slice(0, each.index)) }, () => q);
}

/** 甲乙双方, 领队、市总工会、承办单位; 0 where they cannot be counted. */
function partiesIn(who: string): number {
  const called = Object.keys(PARTIES).find((word) => who.includes(word));
  if (called !== undefined) return PARTIES[called]!;
  return who.includes('、') ? who.split(/[、和及与]/).length : 0;
}
