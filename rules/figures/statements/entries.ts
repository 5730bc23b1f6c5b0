/**
 * Texts that tell of one thing after the other under the same labels: 项目名称：甲地至乙地输电工程, 总投资：… and below it 项目名称：丙地至丁地…. What
 * stands in one entry says nothing of the next.
 */
import type { Document } from '../../../engine/document.ts';
import { defineFact } from '../../../engine/facts.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { ONE_TO_TEN } from '../../../language/text/numerals.ts';
import { anyOf } from '../../../language/text/pattern.ts';
import { Token } from '../../../language/text/scan.ts';

/** Labels with which an entry begins. */
const HEAD = new RegExp(
  `^(?:\\d{1,2}[.．、]|[（(]?[${ONE_TO_TEN}]{1,2}[）)、]{1,2})?\\s?${anyOf('项目 工程 企业 单位 公司 产品 园区 标段 地块 学校')}名称[：:]`,
);

const entryHeads = defineFact<readonly true[]>('entry heads', { tokens: [Token.Comma] }, ({ content }) =>
  HEAD.test(content) ? [true] : [],
);

/** Whether an entry begins between two lines, or with the later of them. */
export function arePartedByEntry(document: Document, a: Paragraph, b: Paragraph): boolean {
  const [first, last] = a.index < b.index ? [a.index, b.index] : [b.index, a.index];
  for (const { index } of document.paragraphsWith(entryHeads))
    if (index > first && index <= last) return true;
  return false;
}
