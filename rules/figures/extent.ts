import { defineParagraphRule } from '../../engine/rule.ts';
import { measures, type Quantity } from '../../language/quantities/quantities.ts';

interface ExtentMatch {
  readonly start: number;
  readonly end: number;
  readonly figure: Quantity;
}

const AROUND = /方圆(?:数|近|约|达|大约|超过?)?$/;
const SQUARE = /^平方/;

/** 方圆12平方公里: 方圆 goes with a length. */
export const extent = defineParagraphRule<ExtentMatch>({
  id: 'figures/extent',
  severity: 'warning',

  reads: measures,
  find(paragraph) {
    const found: ExtentMatch[] = [];
    for (const figure of paragraph.fact(measures)) {
      if (figure.kind !== 'area') continue;
      const { text } = paragraph;
      if (!AROUND.test(text.slice(Math.max(0, figure.start - 5), figure.start))) continue;
      found.push({ start: figure.digits.start, end: figure.unitEnd, figure });
    }
    return found;
  },

  explain({ start, end }, { text }) {
    return { message: `“方圆”说的是周围的长度，后面用“里”“公里”；“${text.slice(start, end)}”是面积` };
  },

  fix({ figure }, { text }) {
    const unit = figure.unit.replace(SQUARE, '');
    const around = text.lastIndexOf('方圆', figure.start);
    return [
      ...(unit === figure.unit || unit === ''
        ? []
        : [
            {
              title: `改为“${unit}”`,
              edits: [{ start: figure.unitEnd - figure.unit.length, end: figure.unitEnd, text: unit }],
              safe: false,
            },
          ]),
      { title: '“方圆”改为“面积”', edits: [{ start: around, end: around + 2, text: '面积' }], safe: false },
    ];
  },
});
