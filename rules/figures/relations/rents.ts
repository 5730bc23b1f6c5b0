/**
 * What is paid by the month or the year, for how long, and what it comes to: 租金每月3200元，租期12个月，租金总额38400元 · 租赁期3年，年租金4.5万元，三年租金共计13.5万元.
 * The sentence has no other sums, and no other lengths of time.
 */
import { isPlain, type Quantity } from '../../../language/quantities/quantities.ts';
import { scale } from '../../../language/text/interval.ts';
import { readHanNumber } from '../../../language/text/numerals.ts';
import { pushProduct } from './products.ts';
import { isClaimed, middle, type Relation } from './relation.ts';
import { lead, type Sentence } from './sentences.ts';

const FEE = '(?:租金|房租|租费|费用|服务费|管理费|物业费|承包费|托管费)';
/** 租金每月, 年租金为, 每年承包费 */
const EACH = new RegExp(`(?:每|^|[，的])(?<time>[月年])(?:度)?${FEE}?(?:标准)?(?:为|是|按)?$`);
/** 租金总额, 三年租金共计, 合计 */
const ALL = new RegExp(`(?:${FEE}总额|总${FEE}|合计|共计|总计|共)[^，。；、\\d]{0,4}$`);
const OTHER = /押金|保证金|递增|上浮|免租|首年|第[一二三]年|另|其中|分别|每[间亩平人台辆]/;
/** A slip stays near; what is far off is of more than this. */
const SLIP = 0.35;

/** The first figure calls for it: the sentence has no others. */
export function readRent(
  text: string,
  { figures, start, end }: Sentence,
  i: number,
  found: Relation[],
): void {
  if (i > 0 || figures.length < 3) return;
  const [each, total, more] = figures.filter(({ kind }) => kind === 'money');
  const lengths = figures.filter(({ kind }) => kind === 'duration');
  const [length] = lengths;
  if (!each || !total || more || !length || lengths.some(({ value }) => value !== length.value)) return;
  if (figures.length !== lengths.length + 2 || ![each, total].every(isExact)) return;
  const time = EACH.exec(lead(text, each))?.groups?.time;
  if (time === undefined || !ALL.test(lead(text, total)) || OTHER.test(text.slice(start, end))) return;
  const times = timesOf(text, length, time);
  if (times === undefined || isClaimed(found, total)) return;
  const expected = scale({ low: each.value, high: each.value }, times.count * times.months);
  if (Math.abs(middle(expected) - total.value) > total.value * SLIP) return;
  pushProduct({ total, each, number: length, expected, months: times.months }, found);
}

/** How many of them: 12个月 of a month, 3年 of a year, or of twelve months each. */
function timesOf(text: string, { digits, unit, han }: Quantity, time: string) {
  const said = text.slice(digits.start, digits.end);
  const count = han ? (readHanNumber(said, 0)?.value ?? 0) : Number(said);
  const months = unit === '年' && time === '月' ? MONTHS : 1;
  const alike = unit.endsWith(time) || months > 1;
  return alike && count * months > 1 ? { count, months } : undefined;
}
const MONTHS = 12;

function isExact(q: Quantity): boolean {
  return isPlain(q) && q.approximation === 'exact' && q.value > 0;
}
