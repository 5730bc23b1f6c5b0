import { defineParagraphRule } from '../../engine/rule.ts';
import { type Bound, bounds, remainder } from './bounds/bounds.ts';

/** A number left blank whose bounds stand in the sentence: told beforehand, so that it is filled in right. */
export const constraint = defineParagraphRule<Bound>({
  id: 'placeholder/constraint',
  severity: 'info',

  reads: bounds,
  find: (paragraph) => paragraph.fact(bounds),

  explain(bound) {
    const { placeholder, max, min, stated, evidence } = bound;
    const what = `“${placeholder.mark}${placeholder.head}”`;
    if (max !== undefined) {
      const most = max === min ? `应是${max}` : `一般不大于${max}`;
      const rest = remainder(bound);
      return {
        message: `${what}是“${stated}”的一部分，填写的数字${most}${rest && `（${rest}）`}`,
        evidence: [{ ...evidence, message: `总数：“${stated}”` }],
      };
    }
    return {
      message: `“等”字之前已列出${stated}，${what}填写的数字不应小于${min}`,
      evidence: [{ ...evidence, message: `已列出${stated}` }],
    };
  },
});
