import type { Rule } from '../../engine/rule.ts';
import { agenda } from './agenda.ts';
import { attachment } from './attachment.ts';
import { count } from './count.ts';
import { duplicateHeading } from './duplicate-heading.ts';
import { emptyItem } from './empty-item.ts';
import { incompleteSeries } from './incomplete-series.ts';
import { level } from './level.ts';
import { markForm } from './mark-form.ts';
import { misprintedMark } from './misprinted-mark.ts';
import { mixedSeries } from './mixed-series.ts';
import { parentNumber } from './parent-number.ts';
import { reference } from './reference.ts';
import { sequence } from './sequence.ts';
import { tableNumber } from './table-number.ts';

export const rules: readonly Rule[] = [
  sequence,
  agenda,
  tableNumber,
  count,
  mixedSeries,
  incompleteSeries,
  emptyItem,
  markForm,
  misprintedMark,
  parentNumber,
  level,
  reference,
  attachment,
  duplicateHeading,
];
