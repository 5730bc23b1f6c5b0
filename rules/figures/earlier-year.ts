import type { Fix, Range } from '../../engine/finding.ts';
import { defineDocumentRule } from '../../engine/rule.ts';
import { bare, middle, rounded, written } from './relations/relation.ts';
import { type WrongGrowth, wrongGrowths } from './statements/earlier-years.ts';
import { type Place, rangeOf } from './statements/listed-sums.ts';

interface GrowthMatch extends Range {
  readonly told: WrongGrowth;
}

/** A rate against the level of the year before, told in another paragraph: 去年收入12.46亿元 … 今年收入13.21亿元，增长8.6%. */
export const earlierYear = defineDocumentRule<GrowthMatch>({
  id: 'figures/earlier-year',
  severity: 'warning',
  since: '0.7.0',

  *find(document) {
    for (const told of wrongGrowths(document)) yield { ...rangeOf(told.rate), told };
  },

  explain({ told: { rate, now, before, relation } }) {
    const { expected } = relation;
    const [from, to] = [wordsOf(before), wordsOf(now)];
    const [a, b] = [bare(before.paragraph.text, before.figure), bare(now.paragraph.text, now.figure)];
    const message =
      relation.says.is === 'wrong way' || middle(expected) < 0
        ? `前文上年为${from}，此处${to}，增减的方向与数字相反（${from}→${to}）`
        : `前文上年为${from}，到${to}应为${rounded(middle(expected), rate.figure)}%，此处为${wordsOf(rate)}（(${b}−${a})÷${a}）`;
    return {
      message,
      evidence: [before, now].map((place) => ({ ...rangeOf(place), message: `算式中的 ${wordsOf(place)}` })),
    };
  },

  fix({ told: { rate, now, before, relation } }) {
    const { claimed, expected, alternatives } = relation;
    if (relation.bound || claimed !== rate.figure || middle(expected) < 0) return [];
    const others = [now, before].flatMap((place) =>
      alternatives
        .filter(
          ({ figure }) =>
            figure.digits.start === place.figure.digits.start && figure.value === place.figure.value,
        )
        .map(({ value }) => ({ place, value })),
    );
    return [{ place: rate, value: middle(expected) }, ...others].map(({ place, value }) =>
      changed(place, value),
    );
  },
});

function changed({ paragraph, figure }: Place, value: number): Fix {
  const { start, end } = figure.digits;
  const text = rounded(value, figure);
  return {
    title: `把“${written(paragraph.text, figure)}”改为“${text}${paragraph.text.slice(end, figure.unitEnd)}”`,
    edits: [{ start: paragraph.start + start, end: paragraph.start + end, text }],
    safe: false,
  };
}

function wordsOf({ paragraph, figure }: Place): string {
  return written(paragraph.text, figure);
}
