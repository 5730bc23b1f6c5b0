/**
 * The parts an official text is laid out in (title, salutation, body …) and the kind of document they show.
 */
import type { Document } from '../../engine/document.ts';
import { defineFact, defineModel, sameFields } from '../../engine/facts.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import type { DocumentKind } from '../../engine/rule.ts';
import { documentDate } from '../dates/document-date.ts';
import { Characters, lastOf } from '../text/characters.ts';
import { ONE_TO_TEN } from '../text/numerals.ts';
import { anyOf } from '../text/pattern.ts';

/** What a paragraph looks like when it stands by itself. A paragraph may look like nothing in particular. */
export type Look =
  | { readonly is: 'title'; readonly genre: Genre }
  | { readonly is: 'salutation' }
  | { readonly is: 'article' }
  | { readonly is: 'addressees' }
  | { readonly is: 'docket' };

/** What the last words of a title say the document is (文种); agreements number by articles without being laws. */
type Genre = Exclude<DocumentKind, 'general'> | 'agreement';

/** The last words of titles, by genre. */
const GENRES: Readonly<Record<Genre, string>> = {
  speech: '讲话 发言 致辞 致词 演讲 贺词 献词 发言材料 讲话稿 发言稿 主持词 讲话提纲',
  report: '报告 总结 汇报 要点 计划 小结 工作情况 检查材料 打算 设想 工作安排 工作思路',
  official:
    '通知 通报 请示 批复 函 意见 决定 决议 公告 通告 命令 令 纪要 议案 公报 方案 办法（试行） 的申请 的申请书 的请求',
  agreement: '合同 合同书 协议 协议书',
  law: '法 条例 规定 办法 细则 解释 规则 章程 准则',
};
/** In the order in which they are tried, with what their words end in: most lines end in none of these. */
const ENDINGS = (Object.entries(GENRES) as [Genre, string][]).map(([genre, words]) => {
  const list = words.split(' ');
  const looks: readonly Look[] = [{ is: 'title', genre }];
  return { genre, looks, list, ends: new Characters(lastOf(list)) };
});

const SALUTATION =
  /^(?:尊敬的|各位|同志们|女士们|先生们|朋友们|亲爱的|老师们|乡亲们)[^。；]{0,40}[：:，,！!]?$/;
const SALUTES = new Characters('尊各同女先朋亲老乡');
const ARTICLE = new RegExp(String.raw`^第[〇零${ONE_TO_TEN}百千]+条(?:[\s\u3000　]|之)`);
/** 青教〔2026〕8号　　签发人：张建国. */
const DOCKET = /^[^。]{1,20}〔\s*[\d×X]{0,4}[^〕]{0,4}〕\s*第?[\s\d×X]*号(?:[\s　]+签发人.{0,20})?$/;

/** Longest title line: GB/T 9704 titles run over lines; each line of one stays below this. */
const TITLE_LENGTH = 60;

/** A bracket behind the name of a law, its marks included: （2018年修正）. A longer one says something else. */
const EDITION_LENGTH = 14;
/** A title does not end in these. */
const CLOSING = new Characters('。；：，！');

const AN_ARTICLE: readonly Look[] = [{ is: 'article' }];
const A_SALUTATION: readonly Look[] = [{ is: 'salutation' }];
const A_DOCKET: readonly Look[] = [{ is: 'docket' }];
const SOME_ADDRESSEES: readonly Look[] = [{ is: 'addressees' }];

const ADDRESSEES =
  '政府 党组 党委 支部 机构 幼儿园 中小学 中学 小学 医院 村 社区 管委会 单位 部门 委 办 (?<![布格结大全开变])局 厅 (?<![全内外干])部 院 (?<![机社晚])会 (?<!场)所 站 中心 公司 学校 大学 企业 集团 街道 办事处 乡镇 省长 市长 县长 区长 书记 局长 主任 处长';
/** Nothing but organs and persons, up to the end of the line; 优化空间布局。 ends with none. */
const ADDRESSED = new RegExp(`${anyOf(ADDRESSEES)}(?:[（(][^）)]{1,20}[）)])?[：:，。；;、]?$`);

const LONGEST_ADDRESSEES = 200;

/** Whether a line is a list of organs or persons, as below a title: 各县人民政府，市政府各部门： */
export function isAddressees({ content }: Paragraph): boolean {
  return content.length < LONGEST_ADDRESSEES && ADDRESSED.test(content);
}

/** How the paragraph looks, by its own text alone. */
export const look = defineFact<readonly Look[]>('look', (paragraph) => {
  const { contentStart, contentEnd } = paragraph;
  const length = contentEnd - contentStart;
  if (length === 0 || length > 400) return [];
  const article = paragraph.text[contentStart] === '第';
  if (length > TITLE_LENGTH && !article) return [];
  const text = paragraph.content;
  if (article && ARTICLE.test(text)) return AN_ARTICLE;
  if (length > TITLE_LENGTH) return [];
  if (isSalutation(text)) return A_SALUTATION;
  if (text.includes('〔') && DOCKET.test(text)) return A_DOCKET;
  if (text.endsWith('：') && isAddressees(paragraph)) return SOME_ADDRESSEES;
  return titleLook(text);
});

/** 同志们：, 各位代表： */
function isSalutation(text: string): boolean {
  return SALUTES.at(text, 0) && SALUTATION.test(text) && SALUTED.test(text);
}
const SALUTED = /(?:同志|代表|委员|领导|来宾|朋友|女士|先生|同事|老师|乡亲)/;

/** What the last words of a line tell: 清河县人民政府工作报告. */
function titleLook(text: string): readonly Look[] {
  const bare = bareTitle(text);
  if (CLOSING.at(bare, bare.length - 1) || NUMBERED.test(text)) return [];
  for (const { genre, looks, list, ends } of ENDINGS) {
    if (!ends.at(bare, bare.length - 1) || !list.some((word) => bare.endsWith(word))) continue;
    const isNoLaw = genre === 'law' && (text.length - bare.length > EDITION_LENGTH || NO_LAW.test(bare));
    if (!isNoLaw) return looks;
  }
  return [];
}

/** 某某县人民政府关于……的通知。: a title all the same, with a full stop that it should not have. */
const STOPPED = /^[^，。；：、]{0,24}关于[^，。；：]{4,44}的[\u4e00-\u9fff]{1,2}。$/;

/** The title without what is bracketed behind it (（试行）) and the full stop that is none of it. */
function bareTitle(text: string): string {
  if (text.endsWith('）')) return text.replace(/（[^）]*）$/, '');
  return text.endsWith('。') && STOPPED.test(text) ? text.slice(0, -1) : text;
}

/** 二、主要做法, 第四部分 名词解释: a heading inside the text, not its title. */
const NUMBER = `[${ONE_TO_TEN}]{1,3}`;
const NUMBERED = new RegExp(
  String.raw`^(?:[（(]?(?:${NUMBER}|\d{1,2})[）)、.．]|第${NUMBER}(?:部分|[章节编篇讲]))`,
);
/** 经验做法, 名词解释, 议事规则一则…: words that end like the names of laws. */
const BEFORE_METHOD = '[做看说想用打执司立普守违合非依无书设手疗算语方文兵技学枪]';
const EXPLAINED = '名词 术语 用语 政策 有关 数据 指标 概念 情况';
const NO_LAW = new RegExp(`(?:${BEFORE_METHOD}法|${anyOf(EXPLAINED)}解释|^.{0,4}(?:规定|规则|准则|细则))$`);

/** Where the parts of the document stand. */
export interface Layout {
  /** The (first) title line. */
  readonly title: Paragraph | undefined;
  readonly genre: Genre | undefined;
  /** 发文字号 on a line of its own above the title or the body. */
  readonly docket: Paragraph | undefined;
  /** 主送机关 with their colon, in the head. */
  readonly addressees: Paragraph | undefined;
  /** 同志们： 各位代表： */
  readonly salutation: Paragraph | undefined;
  /** Articles (第×条) in the whole text. */
  readonly articles: number;
  /** They reach over most of the text, and are not quoted somewhere in it. */
  readonly throughout: boolean;
}

/** A title is looked for among the first lines only: cover pages and mastheads are short. */
const TITLE_LINES = 40;

export const layout = defineModel<Layout>(
  'layout',
  (document) => {
    const { first, last, ...parts } = document.model(looks);
    return { ...parts, throughout: (last - first + 1) * 2 >= document.paragraphs.length };
  },
  sameFields,
);

/** The number of a document stands in its head; lower down it is that of another. */
const HEAD_LINES = 12;

/** The parts, and the lines of the first and the last article. */
interface Looks extends Omit<Layout, 'throughout'> {
  readonly first: number;
  readonly last: number;
}

const looks = defineModel<Looks>('looks', (document: Document) => {
  let title: Paragraph | undefined;
  let genre: Genre | undefined;
  let docket: Paragraph | undefined;
  let addressees: Paragraph | undefined;
  let salutation: Paragraph | undefined;
  let articles = 0;
  let first = 0;
  let last = 0;
  for (const paragraph of document.paragraphsWith(look)) {
    const seen = paragraph.fact(look)[0]!;
    const { index } = paragraph;
    const inHead = index < HEAD_LINES && !salutation;
    switch (seen.is) {
      case 'article':
        if (articles++ === 0) first = index;
        last = index;
        break;
      case 'addressees':
        if (inHead) addressees ??= paragraph;
        break;
      case 'docket':
        if (inHead) docket ??= paragraph;
        break;
      case 'salutation':
        if (index < TITLE_LINES) salutation ??= paragraph;
        break;
      case 'title':
        if (title || salutation || index >= TITLE_LINES) break;
        title = paragraph;
        genre = seen.genre;
    }
  }
  return { title, genre, docket, addressees, salutation, articles, first, last };
});

/** Statutes number by articles; fewer may be a quotation, and some more where they are only a part of the text. */
const LAW_ARTICLES = 3;
const MANY_ARTICLES = 10;

/** 关于防汛工作情况的报告, not 工作总结报告. */
const isSentReport = ({ content }: Paragraph) => content.includes('关于') && content.endsWith('的报告');

/** The kind of document, by its title, salutation and articles. */
export const documentKind = defineModel<DocumentKind>('kind', (document) => {
  const { title, genre, docket, addressees, salutation, articles, throughout } = document.model(layout);
  if (genre === 'agreement') return 'general';
  if (articles >= LAW_ARTICLES && (throughout || genre === 'law' || articles >= MANY_ARTICLES)) return 'law';
  // A report with a number of its own is an official document, which 党政机关公文处理工作条例 has a form for.
  if (docket && !salutation && genre !== 'law') return 'official';
  // 关于…情况的报告 to an organ, with signature and date: so is one that has no number yet.
  const isSent = addressees && !salutation && document.model(documentDate)?.place === 'signing';
  if (genre === 'report' && isSent && isSentReport(title!)) return 'official';
  // 政府工作报告 is addressed to 各位代表 and remains a report.
  if (genre === 'report' || genre === 'official') return genre;
  if (salutation) return 'speech';
  // Whom it is addressed to at its head and a date below its signature: an official document whose title does not say what it is.
  if (!genre && addressees && document.model(documentDate)?.place === 'signing') return 'official';
  return genre ?? 'general';
});
