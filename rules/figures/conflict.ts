import type { Document } from '../../engine/document.ts';
import type { Fix } from '../../engine/finding.ts';
import { defineDocumentRule, type Explanation } from '../../engine/rule.ts';
import type { Quantity } from '../../language/quantities/quantities.ts';
import { rounded } from './relations/relation.ts';
import { tableContradictions } from './statements/in-tables.ts';
import { titleContradictions } from './statements/in-titles.ts';
import { recapContradictions } from './statements/recaps.ts';
import { type Contradiction, contradictions, type Placed } from './statements/statements.ts';
import { titleAmounts } from './statements/title-amounts.ts';
import { transposedDigits } from './statements/transposed.ts';

export interface ConflictMatch {
  readonly start: number;
  readonly end: number;
  readonly contradiction: Contradiction;
}

/** The contradictions of the document that are slips of 万 and 亿, or those that are not. */
export function* conflicts(document: Document, slips: boolean): Generator<ConflictMatch> {
  const told = new Set<Quantity>();
  for (const model of [
    contradictions,
    tableContradictions,
    titleContradictions,
    transposedDigits,
    recapContradictions,
    titleAmounts,
  ]) {
    for (const contradiction of document.model(model)) {
      // Told once, whichever way it was read.
      if (told.has(contradiction.statement.figure)) continue;
      told.add(contradiction.statement.figure);
      if (contradiction.slip !== slips) continue;
      const { paragraph, statement } = contradiction;
      const { digits, unitEnd } = statement.figure;
      yield { start: paragraph.start + digits.start, end: paragraph.start + unitEnd, contradiction };
    }
  }
}

/** Both places, in their own words. */
export function explainConflict({ contradiction }: ConflictMatch, why: string): Explanation {
  const { paragraph, statement, other } = contradiction;
  const here = quoted({ paragraph, statement });
  const there = quoted(other);
  return {
    message: `${why}：前文“${there}”，此处“${here}”`,
    evidence: [
      {
        start: other.paragraph.start + other.statement.figure.digits.start,
        end: other.paragraph.start + other.statement.figure.unitEnd,
        message: `前文：${there}`,
      },
    ],
  };
}

/** Two suggestions: here as there, or there as here. */
export function fixConflict({ contradiction }: ConflictMatch): readonly Fix[] {
  const { paragraph, statement, other } = contradiction;
  const here = { paragraph, statement };
  return [
    { title: `此处改为“${shown(here, other)}”`, edits: [rewritten(here, other)], safe: false },
    { title: `前文改为“${shown(other, here)}”`, edits: [rewritten(other, here)], safe: false },
  ];
}

/** The place with the figure of the other. A cell keeps to the unit of its table. */
function rewritten(place: Placed, like: Placed): { start: number; end: number; text: string } {
  const { digits, unitEnd } = place.statement.figure;
  const { start } = place.paragraph;
  return { start: start + digits.start, end: start + unitEnd, text: shown(place, like) };
}

function shown({ statement }: Placed, like: Placed): string {
  const { figure, unit } = statement;
  const other = like.statement.figure;
  const digits = like.paragraph.text.slice(other.digits.start, other.digits.end);
  if (unit !== undefined) {
    if (figure.scale === other.scale) return digits;
    // A cell of 356 万元 beside 356亿元: 3560000.
    return rounded(other.value, { ...figure, grain: Math.max(other.grain, figure.scale) });
  }
  return like.statement.unit === undefined
    ? like.paragraph.text.slice(other.digits.start, other.unitEnd)
    : digits + like.statement.unit;
}

function quoted({ paragraph, statement }: Placed): string {
  const { cell, quote } = statement;
  if (cell) return `表中${cell.row}·${cell.column} ${cell.text}`;
  if (quote !== undefined) return quote;
  const said = paragraph.text.slice(statement.start, statement.figure.unitEnd).trim();
  return said.length > 40 ? `…${said.slice(-38)}` : said;
}

/** One statement with two figures: 全市10个重点项目 … 全市12个重点项目. */
export const conflict = defineDocumentRule<ConflictMatch>({
  id: 'figures/conflict',
  severity: 'warning',
  // Statutes state thresholds, case by case, in the same words.
  kinds: { law: 'off' },
  find: (document) => conflicts(document, false),
  explain: (match) => explainConflict(match, '同一事项前后数字不一'),
  fix: fixConflict,
});
