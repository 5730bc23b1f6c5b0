import type { Edit, Range } from '../../engine/finding.ts';
import { defineParagraphRule, type Match } from '../../engine/rule.ts';
import { Characters, DIGITS, WIDE_DIGITS } from '../../language/text/characters.ts';
import { figureForms, figuresOf } from './forms/figures.ts';

interface FullWidth extends Match {
  readonly places: readonly Range[];
  /** Some number has digits of both widths. */
  readonly both: boolean;
}

const ANY = new Characters(DIGITS, WIDE_DIGITS);
const HALF = new Characters(DIGITS);

/** Full-width digits: all of a paragraph in one finding. GB/T 15835—2011 5.1.7. */
export const fullWidth = defineParagraphRule<FullWidth>({
  id: 'numerals/full-width',
  since: '0.2.0',
  severity: 'info',
  basis: 'GB/T 15835—2011 5.1.7',

  reads: figureForms,
  find(paragraph) {
    const { text } = paragraph;
    const places = figuresOf(paragraph, 'wide');
    if (places.length === 0) return [];
    const both = places.some(({ start, end }) => HALF.isIn(text, start, end));
    const { start, end } = places[0]!;
    return [{ start, end, places, both, ...(both ? { severity: 'warning' as const } : {}) }];
  },

  explain({ start, end, places, both }, { text }) {
    const said = text.slice(start, end);
    const more = places.length > 1 ? `，本段共 ${places.length} 处` : '';
    return {
      message: both
        ? `“${said}”里有全角数字，与半角的混在一个数里${more}`
        : `阿拉伯数字用半角，此处“${said}”是全角${more}`,
    };
  },

  fix({ places }, { text }) {
    const edits: Edit[] = [];
    for (const { start, end } of places) {
      // The point and the percent sign go with their digits.
      const takesSign = text[end] === '％' || (text[end] === '．' && ANY.at(text, end + 1));
      const to = takesSign ? end + 1 : end;
      edits.push({ start, end: to, text: narrow(text.slice(start, to)) });
    }
    return [{ title: '改为半角数字', edits, safe: true }];
  },
});

/** Full-width forms stand so far behind those of ASCII. */
const TO_ASCII = 0xfee0;

function narrow(figure: string): string {
  return figure.replace(/[０-９．％]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - TO_ASCII));
}
