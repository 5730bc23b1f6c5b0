import type { Rule } from '../../engine/rule.ts';
import { across } from './across.ts';
import { approximation } from './approximation.ts';
import { average } from './average.ts';
import { capitalAmount } from './capital-amount.ts';
import { conflict } from './conflict.ts';
import { date } from './date.ts';
import { direction } from './direction.ts';
import { earlierYear } from './earlier-year.ts';
import { enumeration } from './enumeration.ts';
import { extent } from './extent.ts';
import { fixedCount } from './fixed-count.ts';
import { group } from './group.ts';
import { growth } from './growth.ts';
import { ledger } from './ledger.ts';
import { listSum } from './list-sum.ts';
import { listedShare } from './listed-share.ts';
import { magnitude } from './magnitude.ts';
import { missingUnit } from './missing-unit.ts';
import { multiple } from './multiple.ts';
import { ownNumber } from './own-number.ts';
import { period } from './period.ts';
import { pointOrPercent } from './point-or-percent.ts';
import { rangeUnit } from './range-unit.ts';
import { roster } from './roster.ts';
import { setConflict } from './set-conflict.ts';
import { setCount } from './set-count.ts';
import { share } from './share.ts';
import { subset } from './subset.ts';
import { sum } from './sum.ts';
import { tableColumns } from './table-columns.ts';
import { tableSum } from './table-sum.ts';

export const rules: readonly Rule[] = [
  enumeration,
  growth,
  earlierYear,
  across,
  sum,
  listSum,
  tableSum,
  tableColumns,
  share,
  listedShare,
  subset,
  average,
  direction,
  capitalAmount,
  extent,
  pointOrPercent,
  multiple,
  rangeUnit,
  missingUnit,
  approximation,
  conflict,
  magnitude,
  date,
  ownNumber,
  period,
  fixedCount,
  group,
  ledger,
  roster,
  setConflict,
  setCount,
];
