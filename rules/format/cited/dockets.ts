/** The numbers of documents that a text cites (国发〔2024〕5号), from their brackets on. */
import { defineFact } from '../../../engine/facts.ts';
import type { Range } from '../../../engine/finding.ts';
import { kindSet, Token } from '../../../language/text/scan.ts';

export interface Docket extends Range {
  readonly year: number;
}

const OPEN = kindSet(Token.Open);
const NUMBER = /〔((?:19|20)\d\d)〕\d{1,4}号/y;

/** In text order. */
export const dockets = defineFact<readonly Docket[]>(
  'dockets',
  { tokens: [Token.Open] },
  ({ text, scan }) => {
    const found: Docket[] = [];
    for (let i = scan.next(OPEN, 0); i < scan.count; i = scan.next(OPEN, i + 1)) {
      NUMBER.lastIndex = scan.start(i);
      const number = NUMBER.exec(text);
      if (number) found.push({ start: number.index, end: NUMBER.lastIndex, year: Number(number[1]) });
    }
    return found;
  },
);
