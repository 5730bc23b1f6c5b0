import type { Rule } from '../../engine/rule.ts';
import { collocation } from './collocation.ts';
import { confusable } from './confusable.ts';
import { redundant } from './redundant.ts';
import { repeated } from './repeated.ts';
import { typo } from './typo.ts';
import { variant } from './variant.ts';

export const rules: readonly Rule[] = [typo, repeated, redundant, collocation, confusable, variant];
