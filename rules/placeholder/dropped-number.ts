import { defineParagraphRule } from '../../engine/rule.ts';
import { endsOpen } from '../../language/layout/broken-lines.ts';
import { type Dropped, dropped } from './dropped/lost.ts';

/** 距县城公里，下辖个行政村: a measure word whose number has been lost. */
export const droppedNumber = defineParagraphRule<Dropped>({
  id: 'placeholder/dropped-number',
  severity: 'warning',

  reads: dropped,
  // 抢救受伤人 ⏎ 员, 中标候选人名 ⏎ 单: a word goes on in the line below.
  find: (paragraph) =>
    paragraph.fact(dropped).filter(({ end }) => end < paragraph.contentEnd || !endsOpen(paragraph)),

  explain({ frame, measure, lost }) {
    if (lost === 'whole') return { message: `“${measure}”不会是小数：两个数字之间的内容可能已丢失` };
    if (lost === 'value') return { message: `“${frame}”之后缺少数字：原文的数字可能已丢失` };
    if (lost === 'names') return { message: `“${frame}”之后缺少名单：原文的名称可能已丢失` };
    if (lost === 'figure') return { message: `“${measure}”少一位数字：年份应是四位` };
    if (lost)
      return {
        message:
          measure === '、、'
            ? '两个顿号之间没有内容：原文列举的名称可能已丢失，否则多一个顿号'
            : `“${measure}”前缺少名称：原文的名称可能已丢失`,
      };
    const where = frame === '' ? '' : `“${frame}”之后的`;
    return { message: `${where}“${measure}”前缺少数字：原文的数字可能已丢失` };
  },

  ask({ frame, measure, lost }) {
    if (lost === 'figure') return { slot: 'year', label: '年份（连同“年”）', group: '', unit: '年' };
    if (lost === 'names') return { slot: 'name', label: `“${frame}”连同名单`, group: '' };
    if (lost === 'value') return { slot: 'number', label: `“${frame}”连同数字`, group: '' };
    if (lost && lost !== 'whole')
      return {
        slot: 'name',
        label: measure === '、、' ? '遗漏的名称（连同顿号）' : `名称连同“${measure}”`,
        group: '',
      };
    return {
      slot: 'number',
      label: `数字连同“${measure}”${frame === '' ? '' : `（${frame}）`}`,
      group: '',
      unit: measure,
    };
  },
});
