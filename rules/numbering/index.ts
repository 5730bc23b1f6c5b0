import type { Rule } from '../engine/rule.ts';
import { count } from './count.ts';
import { duplicateHeading } from './duplicate-heading.ts';
import { incompleteSeries } from './incomplete-series.ts';
import { mixedSeries } from './mixed-series.ts';
import { sequence } from './sequence.ts';

export const rules: readonly Rule[] = [sequence, count, mixedSeries, incompleteSeries, duplicateHeading];
