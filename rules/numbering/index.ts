import type { Rule } from '../engine/rule.ts';
import { count } from './count.ts';
import { sequence } from './sequence.ts';

export const rules: readonly Rule[] = [sequence, count];
