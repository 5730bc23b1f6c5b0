import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import { isTitle, otherNumbers, type PlacedNumber } from './stated/own-numbers.ts';

interface NumberMatch extends Match {
  readonly here: PlacedNumber;
  readonly own: PlacedNumber;
}

/** 第二巡察组 in a text whose title is of 第三巡察组; 第65号 where the title answers 第56号提案; 预祝第十一届…成功 in a speech at the 第十二届. */
export const ownNumber = defineDocumentRule<NumberMatch>({
  id: 'figures/own-number',
  severity: 'warning',
  since: '0.14.0',

  *find(document) {
    for (const { here, own } of otherNumbers(document)) yield { ...placeOf(here), here, own };
  },

  explain({ here, own }) {
    const said = `${isTitle(own.paragraph) ? '标题' : '前文'}作“第${own.number.digits}${own.number.held === undefined ? '' : '届'}”`;
    const unit = here.number.held === undefined ? '' : '届';
    return {
      message: `${said}，此处作“第${here.number.digits}${unit}”，两处不一`,
      evidence: [{ ...placeOf(own), message: said }],
    };
  },

  fix({ start, end, own }) {
    const { digits } = own.number;
    return [{ title: `改为“${digits}”`, edits: [{ start, end, text: digits }], safe: false }];
  },
});

function placeOf({ paragraph, number }: PlacedNumber): { start: number; end: number } {
  return { start: paragraph.start + number.start, end: paragraph.start + number.end };
}
