import { defineFact } from '../../engine/facts.ts';
import { defineParagraphRule, type Match } from '../../engine/rule.ts';
import { kindSet, Token } from '../../language/text/scan.ts';

const OPEN = kindSet(Token.Open);
/** A document number up to the title that follows it: 〔2021〕75号《. */
const NUMBER_BEFORE = /〔(?:19|20)\d\d〕\d{1,4}号(?:文件?)?$/;
const REACH = 16;

const reversed = defineFact<readonly Match[]>(
  'reversed citations',
  { tokens: [Token.Open] },
  ({ text, scan }) => {
    const found: Match[] = [];
    for (let i = scan.next(OPEN, 0); i < scan.count; i = scan.next(OPEN, i + 1)) {
      const at = scan.start(i);
      if (text[at] !== '《') continue;
      const number = NUMBER_BEFORE.exec(text.slice(Math.max(0, at - REACH), at));
      if (number) found.push({ start: at - number[0].length, end: at });
    }
    return found;
  },
);

/** 国办发〔2021〕75号《……的通知》: documents are cited title first, then the number in brackets. */
export const citation = defineParagraphRule<Match>({
  id: 'format/citation',
  severity: 'info',
  kinds: { law: 'off' },

  reads: reversed,
  find: (paragraph) => paragraph.fact(reversed),

  explain: ({ start, end }, { text }) => ({
    message: `引用公文先写标题，后写发文字号：《……》（……${text.slice(start, end)}）`,
  }),
});
