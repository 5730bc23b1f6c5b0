import { defineParagraphRule, type Match } from '../../engine/rule.ts';
import { ofKind, type Place, places, placesOf } from '../../language/punctuation/places.ts';

/** A colon within what a colon announces. GB/T 15834—2011 4.7.3.5: generally not. */
export const colonLevel = defineParagraphRule<Place & Match>({
  id: 'punctuation/colon-level',
  since: '0.2.0',
  severity: 'hint',
  basis: 'GB/T 15834—2011 4.7.3.5',

  reads: places,
  among: ofKind('colon'),
  find: (paragraph) => placesOf(paragraph, 'colon'),

  explain: () => ({ message: '一个句子里一般不套用冒号：前面已有一个冒号，它管到句末' }),
});
