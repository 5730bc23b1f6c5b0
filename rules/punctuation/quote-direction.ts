import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import { isQuotedAbove } from '../../language/layout/broken-lines.ts';
import { PAIRS, type PairTrouble, pairTroubles } from '../../language/punctuation/pairs.ts';

type Turned = Extract<PairTrouble, { kind: 'turned' }>;

/** Quotation marks turned the wrong way: ”质量“, “质量“. GB/T 15834—2011 4.8.2. */
export const quoteDirection = defineDocumentRule<Turned & Match>({
  id: 'punctuation/quote-direction',
  since: '0.2.0',
  severity: 'warning',
  basis: 'GB/T 15834—2011 4.8.2',

  *find(document) {
    for (const paragraph of document.paragraphsWith(pairTroubles))
      for (const trouble of paragraph.fact(pairTroubles)) {
        // “广开进贤之 ⏎ 路”的号召，强调要“…: the first closes what the line above opens.
        if (trouble.kind !== 'turned' || isQuotedAbove(document, paragraph, trouble.start)) continue;
        const from = paragraph.start;
        const signs = trouble.signs.map((sign) => ({
          ...sign,
          start: from + sign.start,
          end: from + sign.end,
        }));
        yield { ...trouble, signs, start: from + trouble.start, end: from + trouble.end };
      }
  },

  explain({ start, end }, document) {
    const said = document.slice(start, end);
    return { message: `引号方向错：${said} 应为 ${turned(said)}` };
  },

  fix({ signs }) {
    return [
      {
        title: '改正引号方向',
        edits: signs.map(({ start, end, pair, opens }) => ({
          start,
          end,
          text: PAIRS[pair]![opens ? 1 : 0]!,
        })),
        safe: false,
      },
    ];
  },
});

/** With the outermost marks as they should be. */
function turned(said: string): string {
  const pair = PAIRS.find((both) => both.includes(said[0]!))!;
  return pair[0] + said.slice(1, -1) + pair[1];
}
