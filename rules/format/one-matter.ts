import type { Document } from '../../engine/document.ts';
import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import { official } from '../../language/layout/official.ts';
import { seriesMarks } from '../../language/structure/series-marks.ts';
import { Characters, ShortList } from '../../language/text/characters.ts';
import { ONE_TO_TEN } from '../../language/text/numerals.ts';
import { anyOf } from '../../language/text/pattern.ts';

const REQUESTED =
  '更新 添置 核增 批准 同意 解决 增加 拨付 追加 购置 设立 成立 调整 核定 新建 建设 减免 调剂 招聘 提高 安排 划拨 配备'.split(
    ' ',
  );
const REQUESTS = anyOf(REQUESTED.join(' '));
/** 关于解决维修资金和增加教师编制的请示: two things asked for in one title. */
const TWO_REQUESTS = new RegExp(
  `关于((?:请求|申请|恳请)?${REQUESTS}[^，、和及并]{2,24}(?:和|及|以及|并|、)${REQUESTS}[^，、和及并]{2,24})的请示$`,
);

/** 同时请求: a second request behind the first; what is asked for follows within a few characters. */
const ANOTHER = /(?:同时|另外|另|此外|一并)[，,]?还?(?:请求|恳请|申请|请)|请一并/;
/** 另外，……，恳请……: the reason stands between. */
const REASONED =
  /^(?:另外|另|此外|同时)，[^。；]{4,50}[，、](?:特|现|还)?(?:请求|恳请|申请|请)[^，。；]{0,16}/;
const ASKED = new ShortList(REQUESTED);
const ASKED_WITHIN = 16;
const CLAUSE_ENDS = new Characters('，。；');

/** 二、请求增加编制: an item of the body that is a request by itself. */
const ITEM = new RegExp(`^[（(]?[${ONE_TO_TEN}]{1,2}[、）)]\\s*(?:关于)?(?:请求|申请|恳请|请予)${REQUESTS}`);

/** The items behind the first, where two or more of them are requests of their own. */
function* itemsAsked(document: Document): Iterable<Match & { readonly written: string }> {
  const items = document.paragraphsWith(seriesMarks).filter(({ content }) => ITEM.test(content));
  for (const { start, contentStart, content } of items.slice(1)) {
    const written = content.slice(0, CLAUSE_ENDS.next(content, 0, content.length));
    yield { start: start + contentStart, end: start + contentStart + written.length, written };
  }
}

/** The second request in a line, from its beginning to the end of its clause. */
function secondRequest(content: string): string | undefined {
  const reasoned = REASONED.exec(content)?.[0];
  if (reasoned !== undefined && ASKED.isIn(reasoned, reasoned.length - ASKED_WITHIN, reasoned.length))
    return reasoned;
  const seen = ANOTHER.exec(content);
  if (!seen) return undefined;
  const from = seen.index + seen[0].length;
  const to = CLAUSE_ENDS.next(content, from, content.length);
  return ASKED.isIn(content, from, Math.min(to, from + ASKED_WITHIN))
    ? content.slice(seen.index, to)
    : undefined;
}

/** 请示应当一文一事: a request that says itself that it has several. */
export const oneMatter = defineDocumentRule<Match & { readonly written: string }>({
  id: 'format/one-matter',
  severity: 'hint',
  kinds: { speech: 'off', report: 'off', law: 'off', general: 'off' },
  basis: '《党政机关公文处理工作条例》第十五条（四）',

  *find(document) {
    const { genre, title, titleText, closing: lines } = document.model(official);
    if (genre !== '请示' && genre !== '请示报告') return;
    const asked = TWO_REQUESTS.exec(titleText)?.[1];
    const line = asked === undefined ? undefined : title.find(({ content }) => content.includes(asked));
    if (asked !== undefined && line) {
      const from = line.start + line.text.indexOf(asked);
      yield { start: from, end: from + asked.length, written: asked, severity: 'warning' };
    }
    yield* itemsAsked(document);
    for (const { start, contentStart, content } of lines) {
      const another = secondRequest(content);
      if (another !== undefined) {
        const from = start + contentStart + content.indexOf(another);
        yield { start: from, end: from + another.length, written: another, severity: 'info' };
      }
      const seen = /(?:以上|上述)[两二三四五2-5]?(?:项|件|个)(?:事项|请示|请求)/.exec(content);
      if (!seen) continue;
      const from = start + contentStart + seen.index;
      yield { start: from, end: from + seen[0].length, written: seen[0] };
    }
  },

  explain: ({ written }) => ({ message: `请示应当一文一事，“${written}”说的不止一件，可分别行文` }),
});
