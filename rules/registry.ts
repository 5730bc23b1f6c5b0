/** All rules of the product. A family is a folder beside this file whose `index.ts` exports `rules`; the build finds them. */
import type { Rule } from '../engine/rule.ts';
import { families } from '../generated/families.ts';

export const rules: readonly Rule[] = Object.values(families).flat();
