import type { Rule } from '../../engine/rule.ts';
import { approximate } from './approximate.ts';
import { clock } from './clock.ts';
import { dateForm } from './date-form.ts';
import { decimal } from './decimal.ts';
import { fullWidth } from './full-width.ts';
import { grouping } from './grouping.ts';
import { hanWord } from './han-word.ts';
import { letter } from './letter.ts';
import { listStyle } from './list-style.ts';
import { mixedNumber } from './mixed-number.ts';
import { several } from './several.ts';
import { two } from './two.ts';
import { yearZero } from './year-zero.ts';

export const rules: readonly Rule[] = [
  yearZero,
  dateForm,
  clock,
  letter,
  decimal,
  grouping,
  mixedNumber,
  several,
  approximate,
  hanWord,
  fullWidth,
  listStyle,
  two,
];
