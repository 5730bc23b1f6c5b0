import type { Range } from '../../engine/finding.ts';
import { alsoHere, gather } from '../../engine/habits.ts';
import { defineParagraphRule, type Match } from '../../engine/rule.ts';
import { isReference } from '../../language/punctuation/context.ts';
import { isOfJudgedMark } from '../../language/punctuation/elsewhere.ts';
import { pairTroubles } from '../../language/punctuation/pairs.ts';

interface HalfWidthBrackets extends Match {
  readonly places: readonly Range[];
}

const WIDE: Readonly<Record<string, string>> = {
  '(': '（',
  ')': '）',
  '<': '〈',
  '>': '〉',
  '＜': '〈',
  '＞': '〉',
};

/** Half-width brackets in Chinese text, and <> for 〈〉 inside of 《》. GB/T 15834—2011 5.1, 4.15.2. */
export const halfWidthBracket = defineParagraphRule<HalfWidthBrackets>({
  id: 'punctuation/half-width-bracket',
  since: '0.2.0',
  severity: 'warning',
  // As with half-width points, see punctuation/half-width.
  kinds: { law: 'info' },
  basis: 'GB/T 15834—2011 5.1',

  reads: pairTroubles,
  *find(paragraph) {
    const brackets = paragraph
      .fact(pairTroubles)
      .filter((trouble) => trouble.kind === 'half')
      .filter((pair) => !isOfJudgedMark(paragraph, pair));
    if (brackets.length === 0 || isReference(paragraph)) return;
    for (const places of gather(brackets)) yield { start: places[0]!.start, end: places[0]!.end, places };
  },

  explain({ places, start }, { text }) {
    const isTitle = WIDE[text[start]!] === '〈';
    const what = isTitle ? '书名号里的书名号用“〈〉”' : '中文里的括号用全角“（）”';
    const wrong = isTitle ? '不是' : '用了半角';
    return {
      message: places.length === 1 ? `${what}，此处${wrong}` : `${what}，本段有 ${places.length} 对${wrong}`,
      evidence: alsoHere(places, '此处同'),
    };
  },

  fix: ({ places }, { text }) => [
    {
      title: '改为全角括号',
      edits: places.flatMap(({ start, end }) => [start, end - 1].flatMap((at) => edit(text, at))),
      safe: true,
    },
  ],
});

/** Nothing where this half of the pair is full-width already. */
function edit(text: string, at: number) {
  const wide = WIDE[text[at]!];
  return wide === undefined ? [] : [{ start: at, end: at + 1, text: wide }];
}
