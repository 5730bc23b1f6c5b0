/** Wholes that are told to be divided by a mark or a word and not by 其中: 46座水库中，中型3座、小型13座 · 问题52个：政治方面11个，廉洁方面17个. */
import type { Quantity } from '../../../language/quantities/quantities.ts';
import { between, IN_TOTAL, lead } from './sentences.ts';
import { addedUp, FARTHEST, isNear } from './sums.ts';

/** Before a whole that says so itself. */
export const IN_ALL = new RegExp(String.raw`(?:${IN_TOTAL}|合计|总计|总共|一共|总投资)[^，。；、\d]{0,8}$`);

/** 46座水库|中，中型|3座、小型|13座、…: three kinds or more of what was counted just before. */
export function isDivided(text: string, total: Quantity, parts: readonly Quantity[]): boolean {
  return (
    parts.length > 2 && total.kind === 'count' && !total.han && DIVIDED.test(between(text, total, parts[0]!))
  );
}
const DIVIDED = /^[^，。；、\d的]{1,12}(?:中[，,]?|[：:（(])[^。；，、\d]{0,10}$/;

/** 问题52个|：政治方面|11个，廉洁方面|17个, 藏书|共计|26.5万册，纸质图书|18.2万册: a colon or the word for a total, and parts that come near it. */
export function isNearlyAll(text: string, total: Quantity, parts: readonly Quantity[]): boolean {
  const listed = parts.length > 2 && LISTS_ALL.test(between(text, total, parts[0]!));
  return (
    (listed || IN_ALL.test(lead(text, total)) || (parts.length > 2 && ALL.test(lead(text, total)))) &&
    parts.every((part) => part.unit === total.unit && part.scale === total.scale) &&
    isNear(addedUp(parts), total, FARTHEST.bare)
  );
}
/** 校舍总面积|2.6万平方米，教学用房…，生活用房…，办公用房…: with three parts and more. */
const ALL = /总(?:面积|人数|数|量|额|里程|户数)(?:为|达|是|有)?$/;
/** 312户|986人：, with how many persons. */
const LISTS_ALL = /^(?:\d+人)?[：:][^，。；、\d]{1,10}$/;
