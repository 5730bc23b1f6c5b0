import type { Paragraph } from '../../engine/paragraph.ts';
import { defineParagraphRule, type Match } from '../../engine/rule.ts';
import { Characters } from '../../language/text/characters.ts';
import { anyOf } from '../../language/text/pattern.ts';
import { type Docket, dockets } from './cited/dockets.ts';

interface CitationMatch extends Match {
  readonly fault: 'order' | 'unmarked' | 'bare';
}

/** What may stand between the number and the title behind it. */
const DOCUMENT = ['文件', '文', ''];
/** How far before a number its organ's code may begin, and how far before that the title. */
const CODE = 16;
const TITLE = 70;
const CLAUSE = new Characters('，。；：《》〈〉“”、');
/** 关于开展评估工作的通知, to which the bracket with the number belongs. */
const ABOUT = new RegExp(
  `关于[^（）]{4,60}的${anyOf('通知 意见 实施意见 指导意见 决定 批复 函 通报 公告 通告 请示 报告')}$`,
);

/** 国办发〔2021〕75号《……的通知》: documents are cited title first, in its marks, then the number in brackets. */
export const citation = defineParagraphRule<CitationMatch>({
  id: 'format/citation',
  severity: 'info',
  kinds: { law: 'off' },

  reads: dockets,
  *find(paragraph) {
    for (const docket of paragraph.fact(dockets)) {
      const { start, end } = docket;
      const word = DOCUMENT.find((between) => paragraph.text.startsWith(`${between}《`, end));
      if (word !== undefined) yield { start, end: end + word.length, fault: 'order' };
      const bare = bareNumber(paragraph, docket);
      if (bare) yield { ...bare, fault: 'bare', severity: 'warning' };
      const title = unmarkedTitle(paragraph, docket);
      if (title) yield { ...title, fault: 'unmarked', severity: 'warning' };
    }
  },

  explain({ fault, start, end }, { text }) {
    const said = text.slice(start, end);
    if (fault === 'bare') return { message: `来文的发文字号“${said}”放在圆括号里` };
    return fault === 'order'
      ? { message: `引用公文先写标题，后写发文字号：《……》（……${said}）` }
      : { message: '引用公文的标题，用书名号标示', basis: 'GB/T 15834—2011 4.15.1' };
  },

  fix: ({ fault, start, end }, { text }) =>
    fault === 'bare'
      ? [
          {
            title: '放进圆括号',
            edits: [{ start, end, text: `（${text.slice(start, end)}）` }],
            safe: true,
          },
        ]
      : [],
});

/** 《……的请示》青府〔2026〕5号收悉: the number of the document that is answered, without its brackets. */
function bareNumber({ text }: Paragraph, { start, end }: Docket): { start: number; end: number } | undefined {
  if (!text.startsWith('收悉', end)) return undefined;
  const title = text.lastIndexOf('》', start);
  if (title < 0 || start - title > CODE || CLAUSE.isIn(text, title + 1, start)) return undefined;
  return text.slice(title, start).includes('（') ? undefined : { start: title + 1, end };
}

/** 附件：1.…, and the lines below it: 2.…. */
const LISTED = /^(?:附[\s　]?件[：:]?|\d{1,2}[.．](?!\d))/;
const LONGEST_LABEL = 12;

/** A title without its marks before （……〔2026〕9号）. */
function unmarkedTitle(
  { text, contentStart }: Paragraph,
  { start }: Docket,
): { start: number; end: number } | undefined {
  const bracket = text.lastIndexOf('（', start);
  if (bracket < 0 || start - bracket > CODE) return undefined;
  const from = CLAUSE.behindLast(text, Math.max(0, bracket - TITLE), bracket);
  // Titles of attachments have no marks (GB/T 9704—2012 7.3.4).
  if (LISTED.test(text.slice(contentStart, from + LONGEST_LABEL))) return undefined;
  const about = ABOUT.exec(text.slice(from, bracket));
  return about ? { start: from + about.index, end: bracket } : undefined;
}
