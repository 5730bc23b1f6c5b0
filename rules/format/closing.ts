import type { Document } from '../../engine/document.ts';
import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import { labelledLine, official } from '../../language/layout/official.ts';
import { anyOf } from '../../language/text/pattern.ts';

interface ClosingMatch extends Match {
  readonly written: string;
  readonly genre: string;
  readonly of: Closed | undefined;
}

/** What closes a document and says nothing more: 特此通知。 */
const CLOSES = new RegExp(
  `^(?:特此${anyOf('通知 通报 报告 函告 函达 函复 函请 批复 公告 通告 请示')}|此复|${[
    '以上(?:报告|请示|意见)[^。]{0,12}',
    '[妥当可]否[，,]请[^。]{2,6}',
  ].join('|')})。?$`,
);

/** 妥否，请批示: how a request ends. */
const ASKS_FOR_REPLY = '(?:妥否|当否|可否)[，,]?请予?(?:批示|批复|批准|审批)';
/** What a report may not ask for: 以上报告，请批示; 恳请拨付资金; 请予批准; 妥否，请批示. */
const ASKS = [
  '(?:以上|上述|特此)报告[^。]{0,8}(?:批示|批准|批复|核准)',
  `(?:恳请|请求)[^。；]{2,30}${anyOf('增加 追加 拨付 解决 批准 安排 核增 划拨 减免')}[^。；]{0,16}`,
  '请(?:予以?)(?:批准|批复|审批|核准|解决)',
  '特此申请|望(?:予以?)?(?:批准|批复|解决|审批)',
  ASKS_FOR_REPLY,
];

/** What a letter may not ask of those who are not below, nor above: 请认真贯彻执行; 以上请示，请批准. */
const ORDERS = [
  '请(?:遵照|认真|贯彻|抓好){1,2}(?:执行|落实|组织实施)',
  '特此(?:通知|请示|报告)',
  '(?:[妥当可]否|以上请示)[^。]{0,4}请(?:予以?)?批(?:示|准|复)',
];

interface Closing {
  readonly genre: RegExp;
  /** What may not close a document of the genre. */
  readonly closing: RegExp;
  /** What belongs there. */
  readonly instead: string;
  readonly basis?: string;
}

const CLOSINGS = {
  request: {
    genre: /^请示$/,
    closing: /特此(?:报告|通知|函告|通报|函达)|请批准为荷|请阅示|以上报告|请(?:予)?函复/,
    instead: '请示用“妥否，请批示”“当否，请批复”一类结语',
  },
  report: {
    genre: /^(?:请示)?报告$/,
    closing: new RegExp(ASKS.join('|')),
    instead: '报告不夹带请示事项，要批的另写请示',
    basis: '《党政机关公文处理工作条例》第十五条（四）',
  },
  notice: {
    genre: /^(?:通知|通报|公告|通告)$/,
    closing: new RegExp(`${ASKS_FOR_REPLY}|此致|^特此(?:函告|函达|函复|函请|请示|批复|报告)|^此复`),
    instead: '这一文种不用请示、报告、函的结语和书信的结语',
  },
  decision: {
    genre: /^(?:决定|意见|纪要|会议纪要)$/,
    closing: new RegExp(
      `${ASKS_FOR_REPLY}|此致|^特此(?:函告|函达|函复|函请|请示|批复|报告|通知|通报|通告|公告)|^此复`,
    ),
    instead: '决定、意见、纪要不用通知、请示、函的结语',
  },
  letter: {
    genre: /^(?:函|复函)$/,
    closing: new RegExp(ORDERS.join('|')),
    instead: '函用于不相隶属机关之间，用“请函复”“特此函达”',
  },
  reply: { genre: /^批复$/, closing: /特此(?:报告|通知|通报|函[复告达])|妥否/, instead: '批复用“此复”' },
} satisfies Readonly<Record<string, Closing>>;

/** What is longer is no closing but a paragraph, in characters. */
const LONGEST_CLOSING = 60;

type Closed = keyof typeof CLOSINGS;
const KINDS = Object.keys(CLOSINGS) as Closed[];

/** The closing words below the note on attachments, which stands a line below the whole text. GB/T 9704—2012 7.3.4. */
function* behindNote(document: Document, genre: string): Iterable<ClosingMatch> {
  const { closing: lines } = document.model(official);
  const [note] = lines
    .filter((line) => line.fact(labelledLine)[0]?.label === 'attachment')
    .sort((a, b) => a.index - b.index);
  if (!note) return;
  for (const { index, start, content, contentStart, contentEnd } of lines)
    if (index > note.index && CLOSES.test(content))
      yield { start: start + contentStart, end: start + contentEnd, written: content, genre, of: undefined };
}

/** 结语: a request that ends in 特此报告, a report that asks for approval. */
export const closing = defineDocumentRule<ClosingMatch>({
  id: 'format/closing',
  severity: 'warning',
  kinds: { speech: 'off', law: 'off', general: 'off' },

  *find(document) {
    const { genre, closing: lines } = document.model(official);
    if (!genre) return;
    yield* behindNote(document, genre);
    for (const of of KINDS) {
      const { genre: kinds, closing }: Closing = CLOSINGS[of];
      if (!kinds.test(genre)) continue;
      for (const { start, text, content, contentStart } of lines) {
        const seen = content.length <= LONGEST_CLOSING ? closing.exec(content) : null;
        if (!seen || text === '') continue;
        const from = start + contentStart + seen.index;
        yield {
          start: from,
          end: from + seen[0].length,
          written: seen[0],
          genre,
          of,
        };
      }
    }
  },

  explain({ written, genre, of }) {
    if (of === undefined) {
      const message = `“${written}”应在附件说明之前：附件说明在正文结束之后，空一行编排`;
      return { message, basis: 'GB/T 9704—2012 7.3.4' };
    }
    const { instead, basis }: Closing = CLOSINGS[of];
    return { message: `“${written}”不是“${genre}”的结语：${instead}`, ...(basis && { basis }) };
  },
});
