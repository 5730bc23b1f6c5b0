/** The rows of the house's ledger, read like figures of a text, and what a document states otherwise. */
import { Document } from '../../../engine/document.ts';
import type { Severity } from '../../../engine/finding.ts';
import type { House, HouseFigure } from '../../../engine/house.ts';
import type { Language } from '../../../engine/language.ts';
import { type Span, spanOf } from '../../../language/dates/spans.ts';
import { type Quantity, quantities } from '../../../language/quantities/quantities.ts';
import { above } from '../../../language/text/interval.ts';
import {
  indicatorOf,
  isSameOwned,
  type Owned,
  ownedBy,
  ownYear,
  type Stated,
  statedFigures,
} from './stated.ts';

interface Row extends Owned {
  readonly row: HouseFigure;
  readonly figure: Quantity;
  /** Undefined for what has no time: 行政区域面积. */
  readonly span: Span | undefined;
}

export interface Contradicted {
  readonly stated: Stated;
  readonly row: HouseFigure;
  readonly figure: Quantity;
  readonly severity: Severity;
}

const ledgers = new WeakMap<House, readonly Row[]>();

/** Rows whose figure is none are left out. */
function ledgerOf(house: House, language: Language): readonly Row[] {
  let rows = ledgers.get(house);
  if (!rows) {
    const own = house.places.flatMap(({ full, short }) => [full, ...short]);
    rows = house.figures.flatMap((row) => {
      const figure = readFigure(row.figure, language);
      if (!figure) return [];
      const isRate = figure.kind === 'percent' && /(?:增速|增长率|增幅|增长)$/.test(row.indicator);
      const owned = ownedBy(isRate ? indicatorOf(row.indicator) : row.indicator, row.scope, own, isRate);
      return [{ row, figure, span: spanOf(row.period, undefined), ...owned }];
    });
    ledgers.set(house, rows);
  }
  return rows;
}

/** A figure that stands alone. */
function readFigure(text: string, language: Language): Quantity | undefined {
  return new Document(text, 'plain', language).paragraphs[0]!.fact(quantities)[0];
}

/**
 * Of one indicator, owner and span, with another value. Where a draft says nowhere when, it is only held against the one row that there
 * is of the indicator, and doubtfully unless the draft is of that year.
 */
export function* contradictedByLedger(document: Document): Generator<Contradicted> {
  const { house, language } = document;
  if (!house || house.figures.length === 0) return;
  const rows = ledgerOf(house, language);
  const year = ownYear(document);
  for (const stated of document.model(statedFigures)) {
    const { figure: said } = stated.placed.statement;
    const alike = rows.filter((row) => isSameOwned(row, stated) && row.figure.dimension === said.dimension);
    const ofSpan = alike.filter((row) => row.span === stated.span);
    const only = stated.span === undefined && alike.length === 1 ? alike[0]! : undefined;
    const row = ofSpan.length === 1 ? ofSpan[0]! : only;
    if (!row || !(above(row.figure, stated) || above(stated, row.figure))) continue;
    const isSure = row.span === stated.span || row.span === `${year}`;
    if (!isSure && year !== undefined) continue;
    yield { stated, row: row.row, figure: row.figure, severity: isSure ? 'warning' : 'info' };
  }
}
