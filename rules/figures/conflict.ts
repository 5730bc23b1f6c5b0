import type { Document } from '../engine/document.ts';
import type { Fix } from '../engine/finding.ts';
import { defineDocumentRule, type Explanation } from '../engine/rule.ts';
import { type Contradiction, contradictions, isSlip } from './statements.ts';

export interface ConflictMatch {
  readonly start: number;
  readonly end: number;
  readonly contradiction: Contradiction;
}

/** The contradictions of the document that are slips of 万 and 亿, or those that are not. */
export function* conflicts(document: Document, slips: boolean): Generator<ConflictMatch> {
  for (const contradiction of document.model(contradictions)) {
    const { paragraph, statement, other } = contradiction;
    if (isSlip(statement.figure, other.statement.figure) !== slips) continue;
    const { digits, unitEnd } = statement.figure;
    yield { start: paragraph.start + digits.start, end: paragraph.start + unitEnd, contradiction };
  }
}

/** Both places, in their own words. */
export function explainConflict({ contradiction }: ConflictMatch, why: string): Explanation {
  const { paragraph, statement, other } = contradiction;
  const here = quoted(paragraph.text, statement.start, statement.figure.unitEnd);
  const there = quoted(other.paragraph.text, other.statement.start, other.statement.figure.unitEnd);
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
export function repairConflict({ contradiction }: ConflictMatch): readonly Fix[] {
  const { paragraph, statement, other } = contradiction;
  const here = place(paragraph, statement.figure);
  const there = place(other.paragraph, other.statement.figure);
  return [
    { title: `此处改为“${there.text}”`, edits: [{ ...here, text: there.text }], safe: false },
    { title: `前文改为“${here.text}”`, edits: [{ ...there, text: here.text }], safe: false },
  ];
}

function place(
  { text, start }: Contradiction['paragraph'],
  { digits, unitEnd }: Contradiction['statement']['figure'],
): { start: number; end: number; text: string } {
  return { start: start + digits.start, end: start + unitEnd, text: text.slice(digits.start, unitEnd) };
}

function quoted(text: string, start: number, end: number): string {
  const said = text.slice(start, end).trim();
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
  fix: repairConflict,
});
