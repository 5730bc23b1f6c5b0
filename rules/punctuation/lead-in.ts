import { defineFact } from '../../engine/facts.ts';
import { NONE } from '../../engine/lists.ts';
import { defineParagraphRule, type Match } from '../../engine/rule.ts';
import { Characters } from '../../language/text/characters.ts';
import { ONE_TO_TEN } from '../../language/text/numerals.ts';

/** What stands where a colon should. */
const MARKS = new Characters('；，、;,');
/** 通知如下, 抓好以下几项工作, at the end of a line. */
const LEADS_IN = new RegExp(String.raw`(?:如下|以下[几${ONE_TO_TEN}\d][个项点条方][\u4e00-\u9fff]{1,6})$`);
const REACH = 10;

/** The mark at the end of a line that says what follows. */
const leadIns = defineFact<readonly Match[]>('lead-ins', ({ text, contentStart, contentEnd }) => {
  const at = contentEnd - 1;
  if (MARKS.at(text, at) && LEADS_IN.test(text.slice(Math.max(contentStart, at - REACH), at)))
    return [{ start: at, end: contentEnd }];
  // 还存在一些不足；一是…；二是…: what the list belongs to stands before it.
  const first = FIRST.map((mark) => text.indexOf(mark, contentStart)).find((at) => at >= 0) ?? -1;
  if (first < 0 || !(text.includes('；二是') || text.includes('。二是'))) return NONE;
  // 意义的转变，一是…: after other words the list may be a part of the sentence.
  if (text[first] === '，' && !LISTED.test(text.slice(Math.max(contentStart, first - REACH), first)))
    return NONE;
  return [{ start: first, end: first + 1 }];
});

const FIRST = ['；一是', '，一是'];
/** What is told one by one: 还存在以下不足，一是…；二是… GB/T 15834—2011 B.1.4. */
const LISTED = /(?:问题|不足|短板|环节|差距|困难|[几两三四五][点项]|[几两三四五]个方面)$/;

/** 现将有关事项通知如下；: a line that leads in what follows ends with a colon. GB/T 15834—2011 4.7.3.2. */
export const leadIn = defineParagraphRule<Match>({
  id: 'punctuation/lead-in',
  since: '0.7.0',
  severity: 'warning',
  basis: 'GB/T 15834—2011 4.7.3.2',

  reads: leadIns,
  find: (paragraph) => paragraph.fact(leadIns),

  explain: ({ start }, { text }) => ({ message: `引出下文的话之后用冒号，不用“${text[start]}”` }),

  fix: ({ start, end }) => [{ title: '改为冒号', edits: [{ start, end, text: '：' }], safe: false }],
});
