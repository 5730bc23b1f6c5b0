/** Texts and edits that are unkind to an incremental document. */
import fc from 'fast-check';
import type { Edit } from '../../rules/index.ts';

/** Breaks in halves, everything that opens and closes a Markdown block, and what rules look for. */
const PIECES = [
  '\n',
  '\r',
  '\r\n',
  '\n\n',
  '---\n',
  '...\n',
  '```',
  '```\n',
  '~~~~\n',
  '````text\n',
  '<!--',
  '-->',
  '<!-- gongwen-disable-next-line -->\n',
  '<!-- gongwen-disable advert -->\n',
  '<!-- gongwen-enable -->',
  '# ',
  '- ',
  '1. ',
  '> ',
  '    ',
  '\t',
  '　　',
  '| a | b |\n',
  '`',
  '**',
  '_',
  '[链接](http://a/×)',
  '\\',
  '×',
  '××',
  'X市',
  '20××年×月×日',
  '（×××-×××××××）',
  '×书记',
  '增长×%',
  '由50亿元增至60亿元，增长25%，',
  '12个重点项目，仍有×个未开工。',
  '四场攻坚战',
  '一要打好甲仗。',
  '二要打好乙仗。',
  '三要打好丙仗。',
  '一、',
  '二、提高认识\n',
  '四、加强领导\n',
  '（一）',
  '（三）规范管理。',
  '一是不足。二是不够。四是不强。',
  '以上三个方面',
  '在全市工作会议上的讲话\n',
  '同志们：\n',
  '第一条　',
  '三、提高认识\n',
  '1. 台账\n',
  '（1）台账\n',
  '首先，',
  '第三，',
  '一方面，',
  '三个方面：',
  '要抓好三个方面。\n',
  '——坚持甲。\n',
  '2.3月底前完成。\n',
  '1.2.5亿元项目\n',
  '附件：1.清单\n',
  '附件：1.操作指引.pdf\n',
  '2.范文资料下载.docx\n',
  '联系人：刘老师、0912-1234567\n',
  '王老师、0912-1234568\n',
  '附件1.清单\n',
  '一是甲，一是乙。',
  '第二．乙。',
  '—、总则\n',
  '增加一条，作为第九条：\n',
  '第九条　罚则\n',
  '下面，请发言。\n',
  '见附件',
  '⑴甲',
  '处置点一是',
  '全市10个重点项目，',
  '全市12个重点项目。',
  '这11个重点项目',
  '今年（2023年）',
  '3月5日（星期四）',
  '2024年3月1日\n',
  '仅供学习 禁止外传\n',
  '某某文库整理，咨询QQ100200300\n',
  '现在订阅立享全站资料\n',
  '会员群：        \n',
  '作为一个AI语言模型，',
  '会议强调，要认真贯彻落实。',
  '工作',
  '。',
  '，',
  '7',
  '３',
  '%',
  ' ',
  'a',
  '𠮷',
  '😀',
  '\ud842',
  '\udfb7',
  '\u200b',
  '\u0000',
  '\u2028',
] as const;

const pieces = fc.constantFrom(...PIECES);

export const texts = fc.array(pieces, { maxLength: 40, size: 'max' }).map((parts) => parts.join(''));

/** An edit in thousandths of the text it will meet, so that shrinking keeps it valid. */
export interface RelativeEdit {
  readonly at: number;
  readonly remove: number;
  /** Removes the lines it touches from end to end. */
  readonly whole: boolean;
  readonly insert: string;
}

export const edits: fc.Arbitrary<RelativeEdit> = fc.record({
  at: fc.oneof(fc.constantFrom(0, 1000), { weight: 4, arbitrary: fc.integer({ min: 0, max: 1000 }) }),
  // Mostly keystrokes, now and then a cut of a stretch.
  remove: fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 0, max: 3 }) }, fc.integer({ min: 0, max: 60 })),
  whole: fc.oneof({ weight: 3, arbitrary: fc.constant(false) }, fc.constant(true)),
  insert: fc.array(pieces, { maxLength: 3 }).map((parts) => parts.join('')),
});

/** The edit in a text. */
export function place({ at, remove, whole, insert }: RelativeEdit, text: string): Edit {
  let start = Math.round((at / 1000) * text.length);
  let end = Math.min(text.length, start + remove);
  if (whole) {
    start = text.lastIndexOf('\n', start - 1) + 1;
    if (start > end) end = start;
    const lineBreak = text.indexOf('\n', end);
    end = lineBreak < 0 ? text.length : lineBreak + 1;
  }
  return { start, end, text: insert };
}
