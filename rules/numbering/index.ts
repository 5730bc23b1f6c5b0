import type { Rule } from '../engine/rule.ts';
import { sequence } from './sequence.ts';

export const rules: readonly Rule[] = [sequence];
