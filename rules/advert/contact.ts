import { defineFact } from '../../engine/facts.ts';
import type { Range } from '../../engine/finding.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import { ShortList } from '../../language/text/characters.ts';
import { readHits } from '../../language/text/hits.ts';
import { wordList } from '../../language/text/lexicon.ts';
import { anyOf } from '../../language/text/pattern.ts';
import { kindSet, Token, tokenOf } from '../../language/text/scan.ts';
import { adverts } from './detect/lines.ts';
import { paywalls } from './detect/paywall-notice.ts';
import { removeStretch } from './detect/removal.ts';

const CONTACT_WORDS = wordList('advert.contact');

const NAMES = { qq: 'QQ号', wechat: '微信号', mobile: '手机号码', url: '网址' } as const;

interface Contact extends Range {
  readonly what: keyof typeof NAMES;
}

interface ContactMatch extends Match {
  readonly paragraph: Paragraph;
  readonly contact: Contact;
}

/** Words around a contact that make it the text's own: an official text says whose it is and what it is for. */
const PURPOSE = new ShortList(
  '联系 电话 传真 邮箱 信箱 邮编 地址 热线 举报 监督 投诉 受理 报名 报送 提交 值班 服务 登录 登陆 访问 网址 官网 网站 平台 系统 客户端 专线 工作群 下载 查询 见附件 请示人 联络 负责人 经办 来信 来电 反馈 会务 技术支持 业务 参见 详见 引自 来源 出处 原文 网格员 值守 责任人 对接 专干 组长 队员 咨询'.split(
    ' ',
  ),
);
/** How far before and behind a contact its purpose may stand, UTF-16 units. */
const BEFORE = 60;
const BEHIND = 30;
/** A short line without punctuation is a row of a roster: `张三　办公室　13900000000`. */
const ROW_LENGTH = 40;

/** Numbers, accounts and addresses that nothing around them explains. */
const contacts = defineFact<readonly Contact[]>(
  'stray contacts',
  { tokens: [Token.Digits], words: [CONTACT_WORDS] },
  (paragraph) => {
    return [...accounts(paragraph), ...mobiles(paragraph)]
      .filter((contact) => !explained(paragraph, contact))
      .sort((a, b) => a.start - b.start);
  },
);

/** From the word of the list on, by the list's values. */
const ACCOUNTS = {
  qq: /qq(?:群)?[号码：:\s]{0,4}\d{5,12}/iy,
  wechat: /(?:微信号?|vx|v信|薇信)[号码：:\s]{0,4}[A-Za-z][A-Za-z0-9_-]{5,19}/iy,
  url: /(?:https?:\/\/|www\.)[\w.-]{3,80}(?::\d{2,5})?(?:[/?#][\w./?#=&%~+-]{0,200})?/iy,
};
/** A short name with blanks on both sides, behind a sentence or at the beginning of the line. */
const BRAND = /(?:^|[。！？；]\s{0,3})([\u4e00-\u9fff]{2,6}\s{1,2})$/;
const OFFICIAL_HOSTS = [
  '(?:\\.gov|\\.edu|\\.mil|\\.org)\\.cn\\b 12371\\. people\\.com\\.cn',
  'xinhuanet\\.com news\\.cn cctv\\.com qstheory\\.cn',
];
/** Hosts of state organs, schools, the army, and the central press. */
const OFFICIAL = new RegExp(anyOf(OFFICIAL_HOSTS), 'i');

function accounts(paragraph: Paragraph): Contact[] {
  const { text } = paragraph;
  return readHits(paragraph.hits(CONTACT_WORDS), ({ start, entry }) => {
    if (start > 0 && tokenOf(text.charCodeAt(start - 1)) === Token.Latin) return undefined;
    const what = entry.value as keyof typeof ACCOUNTS;
    const pattern = ACCOUNTS[what];
    pattern.lastIndex = start;
    const written = pattern.exec(text)?.[0];
    if (written === undefined || (what === 'url' && OFFICIAL.test(written))) return undefined;
    // 信心百倍！ 文苑汇 www.…: the name of the site, set apart from the sentence.
    const brand = what === 'url' ? BRAND.exec(text.slice(Math.max(0, start - 12), start))?.[1] : undefined;
    return { start: start - (brand?.length ?? 0), end: start + written.length, what };
  });
}

const DIGITS = kindSet(Token.Digits);

/** Runs of eleven digits that are mobile numbers. */
function mobiles({ scan, text }: Paragraph): Contact[] {
  const found: Contact[] = [];
  for (let i = scan.next(DIGITS, 0), n = scan.count; i < n; i = scan.next(DIGITS, i + 1)) {
    const start = scan.start(i);
    const end = scan.end(i);
    if (end - start !== 11 || !/^1[3-9]/.test(text.slice(start, start + 2))) continue;
    if (/[A-Za-z.．〔-]/.test(text[start - 1] ?? '') || /[A-Za-z.%元号]/.test(text[end] ?? '')) continue;
    found.push({ start, end, what: 'mobile' });
  }
  return found;
}

/** 张三 138…, 李四（139…: the number of somebody who is named. */
const NAMED =
  /(?:^|[，、：:；;（(\s员长任记])(?!客服|小编|老师|代写|微信|电话|加我)[\u4e00-\u9fff]{2,3}(?:\s{0,2}[（(]|\s{1,2})$/;

function explained(
  { text, content, contentStart, contentEnd }: Paragraph,
  { start, end, what }: Contact,
): boolean {
  if (PURPOSE.isIn(text, start - BEFORE, start) || PURPOSE.isIn(text, end, end + BEHIND)) return true;
  if (what === 'mobile' && NAMED.test(text.slice(Math.max(0, start - 8), start))) return true;
  if (what !== 'mobile' || contentEnd - contentStart > ROW_LENGTH) return false;
  return start > contentStart && !/[。！？；，,;]/.test(content);
}

/** An account, number or address in running text that no contact clause introduces. */
export const contact = defineDocumentRule<ContactMatch>({
  id: 'advert/contact',
  severity: 'warning',

  *find(document) {
    const paragraphs = document.paragraphsWith(contacts);
    if (paragraphs.length === 0) return;
    const inAdvert = document.model(adverts).byParagraph();
    for (const paragraph of paragraphs) {
      const others: readonly Range[] = [...(inAdvert.get(paragraph) ?? []), ...paragraph.fact(paywalls)];
      for (const contact of paragraph.fact(contacts)) {
        if (others.some((a) => a.start < contact.end && contact.start < a.end)) continue;
        yield {
          start: paragraph.start + contact.start,
          end: paragraph.start + contact.end,
          paragraph,
          contact,
        };
      }
    }
  },

  explain({ paragraph, contact }) {
    const shown = paragraph.text.slice(contact.start, contact.end);
    return {
      message: `正文中出现${NAMES[contact.what]}“${shown}”，前后没有“联系人”“联系电话”“网址”等说明，疑为广告残留`,
    };
  },

  fix({ paragraph, contact }) {
    return [{ title: `删去${NAMES[contact.what]}`, edits: [removeStretch(paragraph, contact)], safe: false }];
  },
});
