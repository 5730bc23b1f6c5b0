import type { Rule } from '../../engine/rule.ts';
import { doubledLevel } from './doubled-level.ts';
import { expression } from './expression.ts';
import { geography } from './geography.ts';
import { lawTitle } from './law-title.ts';
import { outdated } from './outdated.ts';
import { ownName } from './own-name.ts';

export const rules: readonly Rule[] = [expression, doubledLevel, outdated, lawTitle, geography, ownName];
