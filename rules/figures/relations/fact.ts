/** The relations of a paragraph, read once for all rules of the family. */
import { defineFact } from '../../../engine/facts.ts';
import type { Fix } from '../../../engine/finding.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import type { Explanation } from '../../../engine/rule.ts';
import { type Quantity, quantities } from '../../../language/quantities/quantities.ts';
import { writeHanNumber } from '../../../language/text/numerals.ts';
import { readBreakdowns } from './breakdown.ts';
import { readGrowth, readRanks, readSigns } from './growth.ts';
import { type Relation, rounded, shown, written } from './relations.ts';
import { sentences } from './sentences.ts';
import { readShares } from './share.ts';
import { readSums } from './sum.ts';

export const relations = defineFact<readonly Relation[]>(
  'figure-relations',
  { facts: [quantities] },
  (paragraph) => {
    const found: Relation[] = [];
    for (const sentence of paragraph.fact(sentences)) {
      readGrowth(paragraph, sentence, found);
      readSums(paragraph, sentence, found);
    }
    if (paragraph.fact(quantities).length > 0) {
      readSigns(paragraph, found);
      readRanks(paragraph, found);
      readShares(paragraph, found);
      readBreakdowns(paragraph, found);
    }
    return found.length === 0 ? NONE : found;
  },
);

const NONE: readonly Relation[] = [];

export interface RelationMatch {
  readonly start: number;
  readonly end: number;
  readonly severity?: 'warning';
  readonly relation: Relation;
}

/** The relations of one rule that do not hold. */
export function broken(paragraph: Paragraph, rule: Relation['rule']): readonly RelationMatch[] {
  let found: RelationMatch[] | undefined;
  for (const relation of paragraph.fact(relations)) {
    if (relation.rule !== rule || relation.holds) continue;
    const { digits, unitEnd, value } = relation.claimed;
    const start = value < 0 ? digits.start - 1 : digits.start;
    found ??= [];
    found.push({ start, end: unitEnd, relation, ...(relation.doubtful ? { severity: 'warning' } : {}) });
  }
  return found ?? NO_MATCHES;
}

const NO_MATCHES: readonly RelationMatch[] = [];

/** 由50亿元增至60亿元应为增长20%，文中为25%（(60−50)÷50） */
export function explainRelation({ relation }: RelationMatch, { text }: Paragraph): Explanation {
  const { claimed, members, premise, formula, bound } = relation;
  const said = written(text, claimed);
  const message = bound
    ? `${premise}（${formula}）`
    : `${premise}${shown(text, relation)}，文中为${said}（${formula}）`;
  return {
    message,
    evidence: members.map((m) => ({
      start: m.digits.start,
      end: m.unitEnd,
      message: `算式中的 ${written(text, m)}`,
    })),
  };
}

/** One suggestion for each figure that may be the wrong one: the claimed one first. */
export function repairRelation({ relation }: RelationMatch, { text }: Paragraph): readonly Fix[] {
  if (relation.bound) return [];
  const { claimed, expected, repairs } = relation;
  if (!Number.isFinite(expected.high)) return [];
  const all = [{ figure: claimed, value: (expected.low + expected.high) / 2 }, ...repairs];
  const fixes: Fix[] = [];
  for (const { figure, value } of all) {
    const digits = digitsFor(figure, value);
    if (digits === undefined || digits === text.slice(figure.digits.start, figure.digits.end)) continue;
    const start = figure.value < 0 ? figure.digits.start - 1 : figure.digits.start;
    fixes.push({
      title: `把“${written(text, figure)}”改为“${digits}${text.slice(figure.digits.end, figure.unitEnd)}”`,
      edits: [{ start, end: figure.digits.end, text: digits }],
      safe: false,
    });
  }
  return fixes;
}

/** The value as digits in the way the figure is written; undefined where that way cannot write it. */
function digitsFor(figure: Quantity, value: number): string | undefined {
  if (!Number.isFinite(value) || value < 0) return undefined;
  if (!figure.han) return rounded(value, figure);
  const whole = Math.round(value / figure.scale);
  return figure.unit.includes('分之') || whole < 1 || whole > 9999 ? undefined : writeHanNumber(whole);
}
