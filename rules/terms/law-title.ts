import { defineFact } from '../../engine/facts.ts';
import { defineParagraphRule, type Match } from '../../engine/rule.ts';
import { kindSet, Token } from '../../language/text/scan.ts';
import { nearestLaw, nearestRegulation } from './words/laws.ts';

interface TitleMatch extends Match {
  readonly written: string;
  readonly title: string;
}

const OPEN = kindSet(Token.Open);
const STATE = '中华人民共和国';
const REGULATION = '条例';
/** The longest title of a law that is looked at. */
const LONGEST = 50;
/** Titles of other things: what they are about may be worded in any way. */
const OTHER = /关于|修正案|草案|决定|解释|公报|史|释义|修改/;
const EDITION = /（[^）]{1,20}）$/;

const misquoted = defineFact<readonly TitleMatch[]>(
  'misquoted laws',
  { tokens: [Token.Open] },
  ({ text, scan }) => {
    const found: TitleMatch[] = [];
    for (let i = scan.next(OPEN, 0); i < scan.count; i = scan.next(OPEN, i + 1)) {
      const start = scan.start(i) + 1;
      if (!'《〈'.includes(text[start - 1]!)) continue;
      const closed = text.slice(start, start + LONGEST).search(/[》〉《〈]/);
      if (closed < 0 || !'》〉'.includes(text[start + closed]!)) continue;
      const written = text.slice(start, start + closed).replace(EDITION, '');
      const ofState = written.startsWith(STATE);
      if ((!ofState && !written.endsWith(REGULATION)) || OTHER.test(written)) continue;
      const title = ofState ? nearestLaw(written, STATE.length) : nearestRegulation(written);
      if (title !== undefined) found.push({ start, end: start + written.length, written, title });
    }
    return found;
  },
);

/** 《中华人民共和国环保法》: the title of a law that has another name. */
export const lawTitle = defineParagraphRule<TitleMatch>({
  id: 'terms/law-title',
  severity: 'info',

  reads: misquoted,
  find: (paragraph) => paragraph.fact(misquoted),

  explain: ({ written, title }) => ({
    message: `没有名为《${written}》的法律法规，是否指《${title}》，请核对`,
  }),

  fix: ({ start, end, title }) => [
    { title: `改为“${title}”`, edits: [{ start, end, text: title }], safe: false },
  ],
});
