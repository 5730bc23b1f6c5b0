/** Whether a line that reads as a leftover may yet hold something of the author's, so that nobody takes it away unasked. */
import type { Paragraph } from '../../../engine/paragraph.ts';
import { anyOf } from '../../../language/text/pattern.ts';
import { hitsOf } from './reading.ts';

/** A sentence is no shorter. */
const SENTENCE = 8;
const STOPS = /[。！？]/g;
/** （内部交流材料，请勿外传）: what an office writes upon its own papers. */
const OWN_MARK = new RegExp(`^[（(【〔]?内部[^。]{0,16}${anyOf('外传 参阅 传阅 公开 保存 扩散')}`);

/** 依法签订合同，双方有据可依。|小编为大家整理了…: a sentence without a word of a leftover's beside one that has them. */
export function holdsUntold(paragraph: Paragraph): boolean {
  const { text, contentStart, contentEnd, content } = paragraph;
  if (OWN_MARK.test(content)) return true;
  const hits = hitsOf(paragraph);
  let start = contentStart;
  for (const stop of content.matchAll(STOPS)) {
    const end = contentStart + stop.index + 1;
    const told = hits.some((hit) => hit.start >= start && hit.end <= end);
    if (
      !told &&
      end - start > SENTENCE &&
      end < contentEnd &&
      /[\u4e00-\u9fff]{4}/.test(text.slice(start, end))
    )
      return true;
    start = end;
  }
  return false;
}
