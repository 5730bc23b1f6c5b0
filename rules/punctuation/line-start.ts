import { defineParagraphRule, type Match } from '../../engine/rule.ts';
import { ofKind, type Place, places, placesOf } from '../../language/punctuation/places.ts';

/** A line that begins with a point or a closing mark: what stood before it was lost. GB/T 15834—2011 5.1.1, 5.1.4. */
export const lineStart = defineParagraphRule<Place & Match>({
  id: 'punctuation/line-start',
  since: '0.2.0',
  severity: 'warning',
  basis: 'GB/T 15834—2011 5.1',

  reads: places,
  among: ofKind('lead'),
  find: (paragraph) => (paragraph.contentEnd - paragraph.contentStart > 1 ? placesOf(paragraph, 'lead') : []),

  explain: ({ start }, { text }) => ({
    message: `行首是“${text[start]}”：前面的话可能丢失，或者上一行被误断`,
  }),

  fix: ({ start, end }, { text }) => [
    { title: `删去“${text[start]}”`, edits: [{ start, end, text: '' }], safe: false },
  ],
});
