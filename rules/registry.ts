/** All rules of the product, by family. The tests check that every rule file and page is listed here. */
import { rules as advert } from './advert/index.ts';
import type { Rule } from './engine/rule.ts';
import { rules as figures } from './figures/index.ts';
import { rules as numbering } from './numbering/index.ts';
import { rules as placeholder } from './placeholder/index.ts';

export const rules: readonly Rule[] = [...placeholder, ...numbering, ...advert, ...figures];
