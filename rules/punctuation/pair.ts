import type { Document } from '../../engine/document.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import { PAIRS, type Sign } from '../../language/punctuation/pairs.ts';
import { looseSigns } from '../../language/punctuation/unpaired.ts';
import { likelyPartner } from './lost-partner.ts';

interface Unpaired extends Match {
  readonly paragraph: Paragraph;
  readonly sign: Sign;
}

/** A bracket, quotation mark or book-title mark without the other half of its pair. GB/T 15834—2011 4.8.2, 4.9.2, 4.15.2. */
export const pair = defineDocumentRule<Unpaired>({
  id: 'punctuation/pair',
  awaitsMore: true,
  since: '0.2.0',
  severity: 'warning',
  basis: 'GB/T 15834—2011 4.8.2；4.9.2；4.15.2',

  *find(document: Document) {
    for (const { paragraph, sign } of document.model(looseSigns)) {
      yield { start: paragraph.start + sign.start, end: paragraph.start + sign.end, paragraph, sign };
    }
  },

  explain({ paragraph, sign }) {
    const [open, close] = PAIRS[sign.pair]!;
    const own = sign.opens ? open : close;
    const other = sign.opens ? close : open;
    const at = likelyPartner(paragraph, sign);
    const where = at === undefined ? '' : `，最可能丢在“${around(paragraph.text, at)}”处`;
    return { message: `“${own}”没有与它成对的“${other}”${where}` };
  },

  fix({ paragraph, sign }) {
    const [open, close] = PAIRS[sign.pair]!;
    const at = likelyPartner(paragraph, sign);
    const from = paragraph.start;
    const missing = sign.opens ? close! : open!;
    return [
      ...(at === undefined
        ? []
        : [
            {
              title: `在“${around(paragraph.text, at)}”处补“${missing}”`,
              edits: [{ start: from + at, end: from + at, text: missing }],
              safe: false,
            },
          ]),
      {
        title: `删去“${sign.opens ? open : close}”`,
        edits: [{ start: from + sign.start, end: from + sign.end, text: '' }],
        safe: false,
      },
    ];
  },
});

/** The place with a few characters on both sides; a year behind it stands whole. */
function around(text: string, at: number): string {
  const behind = /^(?:\d+年?|.{0,3})/su.exec(text.slice(at, at + 6))![0];
  return `${text.slice(Math.max(0, at - 4), at)}▏${behind}`.trim();
}
