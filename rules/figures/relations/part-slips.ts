/** Whether parts that miss their whole do so by a slip: what is left out, or told twice, is less or more than that. */
import type { Quantity } from '../../../language/quantities/quantities.ts';
import { sumOf } from '../../../language/text/interval.ts';
import { areAlike, areAllSources, areApart, areAspects, areClasses, OVERLAPPING } from './labels.ts';

/** How the parts miss the whole: together they are more, or less. */
export type Miss = 'over' | 'under';

interface Among {
  readonly total: Quantity;
  readonly parts: readonly Quantity[];
  readonly labels: readonly string[];
  readonly miss: Miss;
  /** The total of an account, whose items have nothing in common. */
  readonly account: boolean;
}

/** A remainder of this share of the whole is a slip rather than a rest; a surplus of that, rather than parts that overlap. */
const SLIP_UNDER = 0.025;
const SLIP_OVER = 1.05;
/** Of where money comes from all is told, the last being what one has oneself. */
const SLIP_UNDER_SOURCES = 0.2;
/** Of an account of four items and more. */
const SLIP_UNDER_ACCOUNT = 0.1;
/** Of parts that have no words in their names by which one thing may be counted twice. */
const SLIP_OVER_APART = 1.12;

/** 其中 need not name everything, and what it names may overlap (其中党员…、女性…). */
export function isSlip({ total, parts, labels, miss, account }: Among): boolean {
  const sum = sumOf(parts);
  if (miss === 'under') {
    const rest = (total.value - sum.high) / total.value;
    if (parts.length < 3) return false;
    // 教学类11项、学生类8项、后勤类6项 of 26: a class of its own would have more than what is missing.
    const least = Math.min(...parts.map(({ value }) => value)) / total.value;
    return (
      rest <=
      (account && parts.length > 3
        ? SLIP_UNDER_ACCOUNT
        : areAllSources(labels)
          ? SLIP_UNDER_SOURCES
          : areAlike(labels)
            ? least / 3
            : SLIP_UNDER)
    );
  }
  if (account && parts.length > 2) return true;
  if (areAspects(labels)) return false;
  if (labels.length === 2 && total.kind === 'count' && areClasses(labels)) return true;
  return (
    (sum.low <= total.high * slipOver(labels) && !labels.some((label) => CROSS_CUT.test(label))) ||
    areApart(total, labels)
  );
}

function slipOver(labels: readonly string[]): number {
  const apart = labels.length >= 3 && labels.every((label) => label.length >= 2 && !OVERLAPPING.test(label));
  return apart ? SLIP_OVER_APART : SLIP_OVER;
}

/** What an investment or an output may be besides its industry: 工业投资, 技改投资, 民间投资. */
const CROSS_CUT = /技改|技术改造|民间|民营|制造业|高技术|高新|规[上模]|新增/;
