import type { Range } from '../../engine/finding.ts';
import { alsoHere, gather } from '../../engine/habits.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { defineParagraphRule, type Match } from '../../engine/rule.ts';
import { dateWords } from '../../language/dates/dates.ts';
import { Characters, ShortList } from '../../language/text/characters.ts';
import { ONE_TO_TEN } from '../../language/text/numerals.ts';

interface PlanQuotes extends Match {
  readonly places: readonly Range[];
}

const OF_PLANS = new ShortList(['规划', '时期', '期间', '末', '初', '以来', '开局', '收官', '发展']);
/** 第十一五…: an ordinal; 二十一五: a number. */
const NOT_BEFORE = new Characters(`“‘第${ONE_TO_TEN}百`);

/** The short names of five-year plans stand in quotation marks: “十四五”规划. GB/T 15834—2011 4.8.3.6 by its sense. */
export const planQuotes = defineParagraphRule<PlanQuotes>({
  id: 'punctuation/plan-quotes',
  since: '0.2.0',
  severity: 'info',
  basis: 'GB/T 15834—2011 4.8.3.3',

  reads: dateWords,
  *find(paragraph) {
    for (const places of gather(bare(paragraph)))
      yield { start: places[0]!.start, end: places[0]!.end, places };
  },

  explain: ({ start, end, places }, { text }) => ({
    message: `五年规划的简称加引号：“${text.slice(start, end)}”${places.length > 1 ? `，本段共 ${places.length} 处` : ''}`,
    evidence: alsoHere(places, '此处同'),
  }),

  fix: ({ places }) => [
    {
      title: '加引号',
      edits: places.flatMap(({ start, end }) => [
        { start, end: start, text: '“' },
        { start: end, end, text: '”' },
      ]),
      safe: false,
    },
  ],
});

function bare(paragraph: Paragraph): readonly Range[] {
  const { text } = paragraph;
  return paragraph
    .fact(dateWords)
    .filter(
      ({ start, end, entry }) =>
        entry.value === 'plan' && !NOT_BEFORE.at(text, start - 1) && OF_PLANS.isAt(text, end),
    )
    .map(({ start, end }) => ({ start, end }));
}
