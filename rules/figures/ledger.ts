import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import { tableSays } from '../../language/house/evidence.ts';
import { rounded, written } from './relations/relation.ts';
import { type Contradicted, contradictedByLedger } from './stated/ledger.ts';

interface LedgerMatch extends Match {
  readonly contradicted: Contradicted;
}

/** A figure that the house's ledger has otherwise: one indicator, scope and period, another value. */
export const ledger = defineDocumentRule<LedgerMatch>({
  id: 'figures/ledger',
  awaitsMore: true,
  since: '0.3.0',
  severity: 'warning',
  // Statutes state thresholds, case by case, in the same words.
  kinds: { law: 'off' },

  *find(document) {
    for (const contradicted of contradictedByLedger(document)) {
      const { paragraph, statement } = contradicted.stated.placed;
      const { digits, unitEnd } = statement.figure;
      const { start } = paragraph;
      const { severity } = contradicted;
      yield { start: start + digits.start, end: start + unitEnd, severity, contradicted };
    }
  },

  explain(match) {
    const { stated, row } = match.contradicted;
    const { paragraph, statement } = stated.placed;
    const said = written(paragraph.text, statement.figure) + (statement.unit ?? '');
    const known = [row.period, row.scope, row.indicator].filter(Boolean).join('');
    return {
      message: `${known}应为${row.figure}，文中为${said}`,
      evidence: [tableSays(match, row.at, `${known} ${row.figure}`)],
    };
  },

  fix(match) {
    const text = asWritten(match.contradicted);
    const { start, end } = match;
    return [{ title: `改为“${text}”`, edits: [{ start, end, text }], safe: false }];
  },
});

/** The ledger's value in the unit of the place, and with its own digits: 356.8亿元, 3568000 in a column of 万元. */
function asWritten({ stated, row, figure }: Contradicted): string {
  const { paragraph, statement } = stated.placed;
  const { figure: said, unit } = statement;
  const sameUnit = figure.scale === said.scale;
  // 下降3.2% says in words what the ledger says by its sign.
  const value = stated.high < 0 ? -figure.value : figure.value;
  const grain = sameUnit ? figure.grain : Math.max(figure.grain, said.scale / 1e8);
  const digits = rounded(value, { ...said, grain });
  const number = sameUnit ? digits : String(Number(digits));
  if (unit !== undefined) return number;
  const behind = paragraph.text.slice(said.digits.end, said.unitEnd);
  return said.han ? row.figure : number + behind;
}
