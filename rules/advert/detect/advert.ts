/** What the leftovers of a document are, while they are gathered and when they are told of. */
import type { Document } from '../../../engine/document.ts';
import type { Range } from '../../../engine/finding.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import type { LeftBy, Reading } from './reading.ts';
import { isEmptyLine } from './removal.ts';
import type { Solicitation } from './solicitation.ts';
import type { Place } from './weights.ts';

/** An advert or a part of a page: a whole line, or a stretch of one. Offsets relative to the paragraph. */
export interface Advert extends Range {
  readonly paragraph: Paragraph;
  readonly whole: boolean;
  /** Who left it there. */
  readonly side: LeftBy;
  readonly reason: Reason;
  /** Whether no word of the author's can be in it. */
  readonly certain: boolean;
}

/** What shows it: its own words, what it is made of, the name of an advert elsewhere, or its neighbours. */
export type Reason =
  | { readonly by: 'words'; readonly found: readonly Solicitation[] }
  | { readonly by: 'traits'; readonly reading: Reading }
  | { readonly by: 'garbage' }
  | { readonly by: 'sown' }
  | { readonly by: 'inset' }
  | { readonly by: 'search' }
  | { readonly by: 'credits' }
  | { readonly by: 'name'; readonly name: string }
  | { readonly by: 'brand'; readonly name: string }
  | { readonly by: 'repeats'; readonly count: number }
  | { readonly by: 'neighbours'; readonly as: 'slogan' | 'date' | 'line' };

/** What has been found so far: each step adds to it, and looks at what the steps before it have found. */
export interface Gathered {
  readonly document: Document;
  /** Where in the document a line stands. */
  readonly place: (paragraph: Paragraph) => Place;
  /** Lines that are leftovers as a whole. */
  readonly lines: Map<Paragraph, Advert>;
  /** Leftovers inside lines of the author's. */
  readonly stretches: Advert[];
}

/** The whole of a line, without the blanks around it. */
export function wholeLine(
  paragraph: Paragraph,
  reason: Reason,
  certain: boolean,
  side: Advert['side'] = 'advert',
): Advert {
  return {
    paragraph,
    start: paragraph.contentStart,
    end: paragraph.contentEnd,
    whole: true,
    side,
    reason,
    certain,
  };
}

/** The next line with text in a direction. */
export function neighbour(document: Document, from: Paragraph, step: 1 | -1): Paragraph | undefined {
  let i = from.index + step;
  while (document.paragraphs[i] && isEmptyLine(document.paragraphs[i]!)) i += step;
  return document.paragraphs[i];
}
