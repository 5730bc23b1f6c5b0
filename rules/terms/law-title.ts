import { defineFact } from '../../engine/facts.ts';
import { defineParagraphRule, type Match } from '../../engine/rule.ts';
import { kindSet, Token } from '../../language/text/scan.ts';
import { nearestDocument, nearestLaw, nearestRegulation } from './words/laws.ts';

interface TitleMatch extends Match {
  readonly written: string;
  readonly title: string;
}

const OPEN = kindSet(Token.Open);
const STATE = '中华人民共和国';
const REGULATION = '条例';
/** The longest title that is looked at. */
const LONGEST = 80;
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
      const whole = titleAt(text, start);
      if (whole === undefined) continue;
      const written = whole.replace(EDITION, '');
      const title = lawMeant(written) ?? nearestDocument(whole);
      if (title !== undefined && !isRepealed(text, start, written.length))
        found.push({ start, end: start + written.length, written, title });
    }
    return found;
  },
);

/** 原《城市规划法》, 《…办法》同时废止: what was in force once. */
function isRepealed(text: string, start: number, length: number): boolean {
  if (text[start - 2] === '原') return true;
  return REPEALED.test(text.slice(start + length, start + length + REPEAL_REACH));
}
const REPEALED = /^[^，。；]{0,24}同时废止/;
const REPEAL_REACH = 30;

/** The title from an offset to the mark that closes it, with those in it. */
function titleAt(text: string, start: number): string | undefined {
  const rest = text.slice(start, start + LONGEST);
  const closed = rest.search(text[start - 1] === '《' ? /[》《]/ : /[〉〈》《]/);
  return closed >= 0 && '》〉'.includes(rest[closed]!) ? rest.slice(0, closed) : undefined;
}

function lawMeant(written: string): string | undefined {
  const ofState = written.startsWith(STATE);
  if ((!ofState && !written.endsWith(REGULATION)) || OTHER.test(written)) return undefined;
  return ofState ? nearestLaw(written, STATE.length) : nearestRegulation(written);
}

/** 《中华人民共和国环保法》: the title of a law that has another name. */
export const lawTitle = defineParagraphRule<TitleMatch>({
  id: 'terms/law-title',
  severity: 'info',

  reads: misquoted,
  find: (paragraph) => paragraph.fact(misquoted),

  explain: ({ written, title }) => ({
    message: `没有名为《${written}》的法律、法规或文件，是否指《${title}》，请核对`,
  }),

  fix: ({ start, end, title }) => [
    { title: `改为“${title}”`, edits: [{ start, end, text: title }], safe: false },
  ],
});
