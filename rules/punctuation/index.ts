import type { Rule } from '../../engine/rule.ts';
import { adverbialStop } from './adverbial-stop.ts';
import { bookTitle } from './book-title.ts';
import { bracketPoint } from './bracket-point.ts';
import { brokenFigure } from './broken-figure.ts';
import { clausePause } from './clause-pause.ts';
import { colonLevel } from './colon-level.ts';
import { dash } from './dash.ts';
import { doubled } from './doubled.ts';
import { ellipsis } from './ellipsis.ts';
import { halfWidth } from './half-width.ts';
import { halfWidthBracket } from './half-width-bracket.ts';
import { itemSemicolon } from './item-semicolon.ts';
import { leadIn } from './lead-in.ts';
import { lineStart } from './line-start.ts';
import { listComma } from './list-comma.ts';
import { listEnd } from './list-end.ts';
import { lookAlike } from './look-alike.ts';
import { markLevel } from './mark-level.ts';
import { middleDot } from './middle-dot.ts';
import { nesting } from './nesting.ts';
import { pair } from './pair.ts';
import { paragraphEnd } from './paragraph-end.ts';
import { planQuotes } from './plan-quotes.ts';
import { questionMark } from './question-mark.ts';
import { quoteDirection } from './quote-direction.ts';
import { quoteEnd } from './quote-end.ts';
import { quotedList } from './quoted-list.ts';
import { rangeMark } from './range-mark.ts';
import { severed } from './severed.ts';
import { space } from './space.ts';
import { straightQuote } from './straight-quote.ts';
import { stray } from './stray.ts';
import { titleEnd } from './title-end.ts';

export const rules: readonly Rule[] = [
  halfWidth,
  halfWidthBracket,
  straightQuote,
  pair,
  paragraphEnd,
  quoteDirection,
  nesting,
  doubled,
  ellipsis,
  lineStart,
  leadIn,
  listEnd,
  listComma,
  clausePause,
  quoteEnd,
  quotedList,
  bracketPoint,
  questionMark,
  severed,
  adverbialStop,
  space,
  brokenFigure,
  dash,
  middleDot,
  lookAlike,
  stray,
  titleEnd,
  bookTitle,
  planQuotes,
  itemSemicolon,
  markLevel,
  colonLevel,
  rangeMark,
];
