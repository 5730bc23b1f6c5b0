/**
 * Years that a reworked draft has kept where a meeting says what it arranges: （2025年11月25日） above 这次会议的主要任务是…安排部署2024年….
 * Work is arranged in its year or before it. Offsets are relative to the paragraph.
 */
import type { Document } from '../../../engine/document.ts';
import { defineFact } from '../../../engine/facts.ts';
import type { Range } from '../../../engine/finding.ts';
import { dates } from '../../../language/dates/dates.ts';
import { documentDate } from '../../../language/dates/document-date.ts';
import type { Placed } from './faults.ts';
import { writtenIn } from './sources.ts';

/** 这次会议的主要任务是……，安排部署|2024年…, within the sentence; what another meeting arranged (会议强调, 去年会议) is told of as past. */
const ARRANGES = new RegExp(
  [
    // 这次会议的主要任务是
    '(?:^|[。；])[^。；，]{0,12}(?:这次|此次|本次|今天)[^。；]{0,6}(?:会议|大会)',
    // ，安排部署
    '[^。；]{0,80}(?:安排|部署|谋划)$',
  ].join(''),
);
const REACH = 110;

/** Years of which the meeting at hand says that it arranges their work. */
const arrangedYears = defineFact<readonly (Range & { readonly year: number })[]>(
  'arranged years',
  { facts: [dates] },
  (paragraph) => {
    const { text, contentStart } = paragraph;
    if (!text.includes('部署') && !text.includes('安排') && !text.includes('谋划')) return [];
    return paragraph.fact(dates).flatMap(({ year, month, numeric }) => {
      if (!year || month || numeric) return [];
      const before = text.slice(Math.max(contentStart, year.start - REACH), year.start);
      return ARRANGES.test(before) ? [{ start: year.start, end: year.end, year: year.value }] : [];
    });
  },
);

/** One for each year that was over when the document was written. */
export function* arrangedYearFaults(document: Document): Generator<Placed> {
  const paragraphs = document.paragraphsWith(arrangedYears);
  if (paragraphs.length === 0) return;
  const written = document.model(documentDate);
  if (!written) return;
  for (const paragraph of paragraphs) {
    for (const { start, end, year } of paragraph.fact(arrangedYears)) {
      if (year >= written.year) continue;
      const source = writtenIn(written);
      yield {
        paragraph,
        fault: { kind: 'title-year', severity: 'warning', start, end, year, right: written.year, source },
      };
    }
  }
}
