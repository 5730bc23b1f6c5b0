/** An advert is deleted, so that nobody needs to be told of the half-width comma in it. */
import type { Precedence } from '../engine/precedence.ts';
import { familyOf } from '../engine/rule.ts';

/** These find stretches that nobody wrote for this document; the others of the family find single signs and phrases. */
const COVERING = new Set([
  'advert/block',
  'advert/contact',
  'advert/page-chrome',
  'advert/paywall',
  'advert/watermark',
]);
/** How marks and figures are set. A wrong word is told all the same: it may be the one thing that shows what was copied; a guess (near-miss) is none. */
const YIELDING = new Set(['format', 'numerals', 'punctuation']);
const YIELDING_RULES = new Set(['numbering/mark-form', 'wording/near-miss']);

/** What is told once for a document in place of each. */
const SUMMED_UP: Readonly<Record<string, string>> = { 'placeholder/exercise': 'placeholder/unfilled' };

export const precedence: Precedence = {
  covers: (ruleId) => COVERING.has(ruleId),
  yields: (ruleId) => YIELDING.has(familyOf(ruleId)) || YIELDING_RULES.has(ruleId),
  sumsUp: (ruleId) => SUMMED_UP[ruleId],
};
