/** The list of attachments (附件说明) as a series. */
import type { Document } from '../../../engine/document.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { attachmentLists } from '../../../language/structure/references.ts';
import { type Series, structure } from '../../../language/structure/structure.ts';

/** 附件：1.甲 2.乙, or 附件： with 1.甲 on the line below; undefined where the attachments have no numbers. */
export function attachmentSeries(document: Document, paragraph: Paragraph): Series | undefined {
  const { end } = paragraph.fact(attachmentLists)[0]!;
  const { series } = document.model(structure);
  if (end < paragraph.contentEnd)
    return series.find((s) => isList(s) && s.first.paragraph === paragraph && s.first.mark.start <= end + 2);
  const below = document.paragraphs
    .slice(paragraph.index + 1, paragraph.index + 1 + BELOW)
    .find(({ blank }) => !blank);
  return below && series.find((s) => isList(s) && s.first.paragraph === below && s.first.mark.lead);
}

const isList = ({ kind, first }: Series) => kind === 'arabic' && first.mark.value === 1;

/** Lines below the label in which the list begins. */
const BELOW = 2;
