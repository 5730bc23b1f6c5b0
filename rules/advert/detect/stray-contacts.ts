/** Numbers, accounts and addresses in the text that nothing around them explains, however they are written. */
import { defineFact } from '../../../engine/facts.ts';
import type { Range } from '../../../engine/finding.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { Characters, DIGITS, LETTERS, ShortList } from '../../../language/text/characters.ts';
import { readHits } from '../../../language/text/hits.ts';
import { wordList } from '../../../language/text/lexicon.ts';
import { anyOf } from '../../../language/text/pattern.ts';
import { isHan, kindSet, Token, tokenOf } from '../../../language/text/scan.ts';
import { ACCOUNT_DIGITS } from './accounts.ts';
import { isContactGiven } from './contact-given.ts';
import { isBetweenHan } from './sown.ts';

const CONTACT_WORDS = wordList('advert.contact');

/** A number, an account or an address. Offsets relative to the paragraph. */
export interface Contact extends Range {
  readonly what: 'qq' | 'wechat' | 'mobile' | 'url';
}

/** Words around a contact that make it the text's own: an official text says whose it is and what it is for. */
const PURPOSE = new ShortList(
  '联系 电话 传真 邮箱 信箱 邮编 地址 热线 举报 监督 投诉 受理 报名 报送 提交 值班 服务 登录 登陆 访问 网址 官网 网站 平台 系统 客户端 专线 工作群 下载 查询 见附件 请示人 联络 负责人 经办 来信 来电 反馈 会务 技术支持 交易网 交易中心 业务 参见 详见 引自 来源 出处 原文 网格员 政务 官方 值守 责任人 对接 专干 组长 队员 咨询'.split(
    ' ',
  ),
);
/** How far before and behind a contact its purpose may stand, UTF-16 units. */
const BEFORE = 60;
const BEHIND = 30;
/** A short line without punctuation is a row of a roster: `张三　办公室　13900000000`. */
const ROW_LENGTH = 40;

/** Numbers, accounts and addresses that nothing around them explains. */
export const contacts = defineFact<readonly Contact[]>(
  'stray contacts',
  { tokens: [Token.Digits], words: [CONTACT_WORDS] },
  (paragraph) => {
    let given: Contact | undefined;
    return [...accounts(paragraph), ...mobiles(paragraph)]
      .sort((a, b) => a.start - b.start)
      .filter((contact) => {
        if (!explained(paragraph, contact) && !goesOn(paragraph.text, given, contact)) return true;
        given = contact;
        return false;
      });
  },
);

/** 预约网站：http://…（县医院）；|http://…（县中医院）: one more in a row that is explained. */
function goesOn(text: string, given: Contact | undefined, { start, what }: Contact): boolean {
  if (given?.what !== what || start - given.end > ROW_GAP) return false;
  return /[；、，]\s{0,2}$/.test(text.slice(given.end, start));
}
const ROW_GAP = 20;

/** From the word of the list on, by the list's values. */
const ACCOUNTS = {
  qq: new RegExp(`(?:qq|扣扣|企鹅|q群)群?[号码：:\\s]{0,4}${ACCOUNT_DIGITS}`, 'iy'),
  wechat: /(?:微信号?|vx|v信|薇信)[号码：:\s]{0,4}[A-Za-z][A-Za-z0-9_-]{5,19}/iy,
  url: new RegExp(
    String.raw`(?:https?:\/\/|www\.)[\w.-]{3,80}(?::\d{2,5})?` + String.raw`(?:[/?#][\w./?#=&%~+-]{0,200})?`,
    'iy',
  ),
};
/** w, and Greek and Cyrillic letters that look like it. */
const W = '[wωшѡ]';
/** Hosts end so; the letters may be set apart, and the dots spelt out: w w w . a b c . c o m, www点abc点com. */
const HIDDEN_URL = new RegExp(
  [
    String.raw`${W}[\s.]?${W}[\s.]?${W}\s?[.。．点]\s?(?:[a-z0-9α-ωа-я-]\s?){2,40}`,
    String.raw`[.。．点]\s?(?:[cс][\s.]?[oοо0][\s.]?m|[cс][\s.]?n|n[\s.]?e[\s.]?t)`,
  ].join(''),
  'iy',
);
const HOST_UNIT = new Characters(LETTERS, DIGITS, '.-');
const HOST_LENGTH = 60;
const STOPS = new Characters('，。；');
const OPENS = new Characters('（([【');
const CLOSES = new Characters('）)]】');

/** 改革lunwen.example.com开放: the host around its end, where nothing but the author's characters stand beside it. */
function hostAround(text: string, { start, end }: Range): Range | undefined {
  let from = start;
  while (start - from < HOST_LENGTH && HOST_UNIT.at(text, from - 1)) from--;
  // A company writes its name with a capital: JD.com.
  if (!/^[a-z0-9][a-z0-9.-]{2}/.test(text.slice(from, start))) return undefined;
  const behindStop = STOPS.at(text, from - 1) && isHan(text.charCodeAt(end));
  if (behindStop || isBetweenHan(text, from, end)) return { start: from, end };
  // 深入一线（abcde.com）调研: alone in a bracket.
  const bracketed = OPENS.at(text, from - 1) && CLOSES.at(text, end) && isBetweenHan(text, from - 1, end + 1);
  return bracketed ? { start: from - 1, end: end + 1 } : undefined;
}

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
  return readHits(paragraph.hits(CONTACT_WORDS), ({ start, end, entry }): Contact | undefined => {
    if (entry.value === 'host') {
      const host = hostAround(text, { start, end });
      return host && !OFFICIAL.test(text.slice(host.start, host.end)) ? { ...host, what: 'url' } : undefined;
    }
    if (start > 0 && tokenOf(text.charCodeAt(start - 1)) === Token.Latin) return undefined;
    // …6U2VxPiA8L3h…: letters and figures of a file.
    if (entry.value === 'wechat' && ENCODED.at(text, start - 1)) return undefined;
    if (entry.value === 'hidden') {
      // The scan takes wide letters and points for plain ones: www.gov.cn hides nothing.
      if (text.startsWith('www.', start)) return undefined;
      HIDDEN_URL.lastIndex = start;
      return HIDDEN_URL.test(text) ? { start, end: HIDDEN_URL.lastIndex, what: 'url' } : undefined;
    }
    return accountAt(text, start, entry.value as keyof typeof ACCOUNTS);
  });
}

const ENCODED = new Characters(DIGITS, '+/=');

function accountAt(text: string, start: number, what: keyof typeof ACCOUNTS): Contact | undefined {
  const pattern = ACCOUNTS[what];
  pattern.lastIndex = start;
  const written = pattern.exec(text)?.[0];
  if (written === undefined || (what === 'url' && OFFICIAL.test(written))) return undefined;
  // 信心百倍！ 文苑汇 www.…: the name of the site, set apart from the sentence.
  const brand = what === 'url' ? BRAND.exec(text.slice(Math.max(0, start - 12), start))?.[1] : undefined;
  return { start: start - (brand?.length ?? 0), end: start + written.length, what };
}

const FIGURES = kindSet(Token.Digits);

/** Runs of eleven digits that are mobile numbers. */
function mobiles({ scan, text }: Paragraph): Contact[] {
  const found: Contact[] = [];
  for (let i = scan.next(FIGURES, 0), n = scan.count; i < n; i = scan.next(FIGURES, i + 1)) {
    const start = scan.start(i);
    const end = scan.end(i);
    if (end - start !== 11 || !/^1[3-9]/.test(text.slice(start, start + 2))) continue;
    if (/[A-Za-z.．〔-]/.test(text[start - 1] ?? '') || /[A-Za-z.%元号]/.test(text[end] ?? '')) continue;
    found.push({ start, end, what: 'mobile' });
  }
  return found;
}

/** 张三 138…, 李四（139…: the number of somebody who is named. */
const NAMED = new RegExp(
  [
    String.raw`(?:^|[，、：:；;（(\s员长任记])`,
    String.raw`(?!客服|小编|老师|代写|微信|电话|加我)[\u4e00-\u9fff]{2,3}(?:\s{0,2}[（(]|\s{1,2})$`,
  ].join(''),
);

function explained(
  { text, content, contentStart, contentEnd }: Paragraph,
  { start, end, what }: Contact,
): boolean {
  if (PURPOSE.isIn(text, start - BEFORE, start) || PURPOSE.isIn(text, end, end + BEHIND)) return true;
  if (isContactGiven(text, { start, end })) return true;
  if (what === 'mobile' && NAMED.test(text.slice(Math.max(0, start - 8), start))) return true;
  if (what !== 'mobile' || contentEnd - contentStart > ROW_LENGTH) return false;
  return start > contentStart && !/[。！？；，,;]/.test(content);
}
