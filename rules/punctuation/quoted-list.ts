import { defineParagraphRule, type Match } from '../../engine/rule.ts';
import { ofKind, type Place, places, placesOf } from '../../language/punctuation/places.ts';
import { Characters, ShortList } from '../../language/text/characters.ts';

/** A word or two: longer quotations are sentences, which commas part. */
const LONGEST = 12;
const POINTS = new Characters('，。；：！？“”');
/** What shows that both quotations belong to one word: “甲”，“乙”的原则. */
const BEHIND = new ShortList(['的', '等']);

/** A comma between two quoted words that belong together. GB/T 15834—2011 4.5.3.5: usually no point at all. */
export const quotedList = defineParagraphRule<Place & Match>({
  id: 'punctuation/quoted-list',
  since: '0.2.0',
  severity: 'warning',
  basis: 'GB/T 15834—2011 4.5.3.5',

  reads: places,
  among: ofKind('quoted'),
  find: (paragraph) =>
    placesOf(paragraph, 'quoted').filter(({ start, end }) => isBetweenWords(paragraph.text, start, end)),

  explain: () => ({ message: '标有引号的并列词语之间通常不用点号，更不用逗号；要停顿用顿号' }),

  fix: ({ start, end }) => [
    { title: '删去逗号', edits: [{ start, end, text: '' }], safe: false },
    { title: '逗号改为顿号', edits: [{ start, end, text: '、' }], safe: false },
  ],
});

/** @param start the comma, with ” before it and “ behind */
function isBetweenWords(text: string, start: number, end: number): boolean {
  const open = POINTS.behindLast(text, Math.max(0, start - 2 - LONGEST), start - 1) - 1;
  if (text[open] !== '“') return false;
  const close = POINTS.next(text, end + 1, Math.min(text.length, end + 2 + LONGEST));
  return text[close] === '”' && BEHIND.isAt(text, close + 1);
}
