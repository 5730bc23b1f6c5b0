import { defineParagraphRule } from '../../engine/rule.ts';
import { measures, type Quantity, quantities } from '../../language/quantities/quantities.ts';

interface RangeMatch {
  readonly start: number;
  readonly end: number;
  readonly first: Quantity;
  /** What the first figure lacks: %, 万, 亿, 万亿. */
  readonly missing: string;
}

/**
 * The first figure of a range keeps its % and its 万/亿 (5%～10%, 3万～5万); other units may be left to the second.
 * GB/T 15835—2011 5.1.3.
 */
export const rangeUnit = defineParagraphRule<RangeMatch>({
  id: 'figures/range-unit',
  severity: 'warning',
  basis: 'GB/T 15835—2011 5.1.3',

  reads: measures,
  find(paragraph) {
    const all = paragraph.fact(quantities);
    const found: RangeMatch[] = [];
    for (let i = 0; i < all.length; i++) {
      const first = all[i]!;
      if (first.rangeWith !== i + 1 || first.kind !== 'number' || first.scale !== 1 || first.han) continue;
      const second = all[i + 1]!;
      // A third figure: 400-600-1234.
      if (second.rangeWith !== i || second.han) continue;
      const missing = lacks(paragraph.text, first, second);
      if (missing) {
        const end = second.kind === 'percent' ? second.unitEnd : second.numberEnd;
        found.push({ start: first.digits.start, end, first, missing });
      }
    }
    return found;
  },

  explain({ start, end, first, missing }, { text }) {
    const said = text.slice(start, end);
    const full = text.slice(start, first.digits.end) + missing + text.slice(first.digits.end, end);
    return { message: `数值范围的前一数也要写“${missing}”：“${said}”应为“${full}”` };
  },

  fix({ first, missing }) {
    return [
      {
        title: `在前一数后补“${missing}”`,
        edits: [{ start: first.digits.end, end: first.digits.end, text: missing }],
        // 3～5万 may for once mean 3 to 50,000.
        safe: missing === '%' || missing === '％',
      },
    ];
  },
});

function lacks(text: string, first: Quantity, second: Quantity): string | undefined {
  // 2900911-16.6%: the cells of a table that have run together, and no range.
  if (second.kind === 'percent' && first.value >= second.value) return undefined;
  if (second.kind === 'percent')
    return second.unit.length === 1 && second.unit !== '成' ? second.unit : undefined;
  const multiplier = text.slice(second.digits.end, second.numberEnd).trim();
  if (!/^(?:万|亿|万亿|千万)$/.test(multiplier)) return undefined;
  // 5000至1万 is right as it stands; so is 3至5 only below the second figure.
  const last = Number(text.slice(second.digits.start, second.digits.end));
  // 从0到200亿元: nought is nought in any unit.
  if (first.value === 0) return undefined;
  return first.value < last ? multiplier : undefined;
}
