import type { Range } from '../../engine/finding.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { defineParagraphRule, type Match } from '../../engine/rule.ts';
import { placeholders } from '../../language/blanks/placeholders.ts';
import { leadsOn, ofKind, places, placesOf } from '../../language/punctuation/places.ts';
import { Characters } from '../../language/text/characters.ts';
import { isHan } from '../../language/text/scan.ts';

const HYPHENS = new Characters('-－–');
const OPENINGS = new Characters('《“');
const CLOSINGS = new Characters('》”');
const LONGEST_ROW = 10;

const FAULTS = {
  single: '引出副标题、分项或说明的破折号占两个字',
  hyphen: '引出说明用破折号，不用连字符',
  long: '占两个字，不多不少',
  hyphens: '不用连字符或减号代替',
} as const;

interface Dash extends Match {
  readonly fault: keyof typeof FAULTS;
}

/** Dashes (破折号) that are not `——`. GB/T 15834—2011 4.10.2. */
export const dash = defineParagraphRule<Dash>({
  id: 'punctuation/dash',
  since: '0.2.0',
  severity: 'warning',
  basis: 'GB/T 15834—2011 4.10.2',

  reads: places,
  among: ofKind('dash'),
  *find(paragraph) {
    const { text } = paragraph;
    for (const place of placesOf(paragraph, 'dash')) {
      // The blanks on either side go with it.
      const isApart = text[place.start - 1] === ' ' && text[place.end] === ' ';
      const dash = isApart ? { start: place.start - 1, end: place.end + 1 } : place;
      const fault = isUnderTitle(paragraph, place) ? 'hyphens' : judge(paragraph, place, dash);
      // 关于成立--镇领导小组的通知: a name is still to come.
      if (fault === undefined || isBlank(paragraph, dash)) continue;
      const severity = fault === 'hyphen' ? ({ severity: 'info' } as const) : {};
      yield { start: dash.start, end: dash.end, fault, ...severity };
    }
  },

  explain: ({ start, end, fault }, { text }) => ({
    message: `“${text.slice(start, end)}”应为破折号“——”：${FAULTS[fault]}`,
  }),

  fix: ({ start, end }) => [{ title: '改为“——”', edits: [{ start, end, text: '——' }], safe: true }],
});

const isBlank = (paragraph: Paragraph, { start, end }: Range) =>
  paragraph.fact(placeholders).some((blank) => blank.start < end && start < blank.end);

/** --2026年1月12日在…: when a speech was given, under its title. */
function isUnderTitle({ text, contentStart }: Paragraph, { start, end }: Range): boolean {
  return start === contentStart && end - start === 2 && DATE.test(text.slice(end, end + YEAR));
}

const DATE = /^(?:19|20)\d\d年/;
const YEAR = 5;

/** `outer`: with the blanks around it. */
function judge(
  { text, contentStart }: Paragraph,
  { start, end }: Range,
  outer: Range,
): Dash['fault'] | undefined {
  const length = end - start;
  const behind = isHan(text.charCodeAt(outer.end)) || OPENINGS.at(text, outer.end);
  const last = outer.start - 1;
  const before = isHan(text.charCodeAt(last)) || CLOSINGS.at(text, last);
  if (length === 1 && text[start] === '—') return behind ? 'single' : undefined;
  if (length === 1)
    return HYPHENS.at(text, start) && leadsOn(text, outer.start, outer.end) ? 'hyphen' : undefined;
  if (!behind || !(before || start === contentStart)) return undefined;
  // Longer rows are lines to write on, or drawn; none is written on before a title.
  if (length > 4 && (length > LONGEST_ROW || !before || !OPENINGS.at(text, outer.end))) return undefined;
  if (text[start] === '~' || text[start] === '～') return undefined;
  return length === 3 && text.slice(start, end) === '———' ? 'long' : 'hyphens';
}
