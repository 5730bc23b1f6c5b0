import type { Range } from '../../engine/finding.ts';
import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import { official } from '../../language/layout/official.ts';
import { ONE_TO_TEN, readNumber } from '../../language/text/numerals.ts';

interface NumberMatch extends Match {
  readonly written: string;
  readonly titled: string;
  readonly source: Range;
}

/** 第18次常务会议, 十五届县委第六十二次常委会会议. */
const MEETING = new RegExp(String.raw`第(\d{1,3}|[${ONE_TO_TEN}百]{1,5})次([\u4e00-\u9fff]{0,8}会议?)`);
/** The lines below the title that say which meeting it was. */
const NEAR = 3;

/** Minutes (纪要) of the 18th meeting whose text speaks of the 17th. */
export const meetingNumber = defineDocumentRule<NumberMatch>({
  id: 'format/meeting-number',
  since: '0.6.0',
  severity: 'warning',
  basis: '《党政机关公文处理工作条例》第二十条（四）',

  *find(document) {
    const { genre, title, titleText } = document.model(official);
    const titled = MEETING.exec(titleText);
    const [first] = title;
    const last = title.at(-1);
    if (!genre?.endsWith('纪要') || !titled || !first || !last) return;
    const source = { start: first.start + first.contentStart, end: last.start + last.contentEnd };
    const lines = document.paragraphs.slice(last.index + 1).filter(({ blank }) => !blank);
    for (const { text, start } of lines.slice(0, NEAR)) {
      const seen = MEETING.exec(text);
      if (!seen) continue;
      const isSameKind = seen[2]!.endsWith(titled[2]!) || titled[2]!.endsWith(seen[2]!);
      if (isSameKind && readNumber(seen[1]!) !== readNumber(titled[1]!))
        yield {
          start: start + seen.index,
          end: start + seen.index + seen[0].length,
          written: seen[0],
          titled: titled[0],
          source,
        };
      return;
    }
  },

  explain: ({ written, titled, source }) => ({
    message: `正文是“${written}”，标题是“${titled}”，请核对`,
    evidence: [{ ...source, message: '标题' }],
  }),
});
