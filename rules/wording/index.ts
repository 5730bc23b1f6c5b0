import type { Rule } from '../../engine/rule.ts';
import { collocation } from './collocation.ts';
import { confusable } from './confusable.ts';
import { nearMiss } from './near-miss.ts';
import { particle } from './particle.ts';
import { redundant } from './redundant.ts';
import { regional } from './regional.ts';
import { repeated } from './repeated.ts';
import { rewritten } from './rewritten.ts';
import { swapped } from './swapped.ts';
import { traditional } from './traditional.ts';
import { typo } from './typo.ts';
import { unevenList } from './uneven-list.ts';
import { variant } from './variant.ts';

export const rules: readonly Rule[] = [
  typo,
  swapped,
  rewritten,
  particle,
  traditional,
  regional,
  repeated,
  redundant,
  collocation,
  unevenList,
  confusable,
  variant,
  nearMiss,
];
