import type { Rule } from '../../engine/rule.ts';
import { blankLine } from './blank-line.ts';
import { constraint } from './constraint.ts';
import { draftMark } from './draft-mark.ts';
import { droppedNumber } from './dropped-number.ts';
import { exercise } from './exercise.ts';
import { leftoverName } from './leftover-name.ts';
import { ownName } from './own-name.ts';
import { reminder } from './reminder.ts';
import { templateField } from './template-field.ts';
import { unfilled } from './unfilled.ts';

export const rules: readonly Rule[] = [
  unfilled,
  blankLine,
  droppedNumber,
  reminder,
  draftMark,
  templateField,
  constraint,
  leftoverName,
  ownName,
  exercise,
];
