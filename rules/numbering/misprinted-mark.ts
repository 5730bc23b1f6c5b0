import { defineParagraphRule, type Match } from '../../engine/rule.ts';
import { isMisprinted, restored, seriesMarks } from '../../language/structure/series-marks.ts';

interface Misprinted extends Match {
  readonly was: string;
  readonly becomes: string;
}

/** A character of a mark is another that looks like it: 第—章 for 第一章, 笫一条 for 第一条, （—） for （一）. */
export const misprintedMark = defineParagraphRule<Misprinted>({
  id: 'numbering/misprinted-mark',
  severity: 'warning',

  reads: seriesMarks,
  *find(paragraph) {
    for (const { start, end, lead } of paragraph.fact(seriesMarks)) {
      if (!lead) continue;
      const was = paragraph.text.slice(start, end);
      if (isMisprinted(was)) yield { start, end, was, becomes: restored(was) };
    }
  },

  explain({ was, becomes }) {
    return { message: `序次语“${was}”中有形近的误字，应为“${becomes}”` };
  },

  fix({ start, end, becomes }) {
    return [{ title: `改为“${becomes}”`, edits: [{ start, end, text: becomes }], safe: true }];
  },
});
