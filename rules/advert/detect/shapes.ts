/**
 * What a line looks like, whatever its words: a clock time, the size of a file, bars between short words, a number of the author's.
 * Tried on stretches of bounded length.
 */
import { ONE_TO_TEN } from '../../../language/text/numerals.ts';
import { anyOf } from '../../../language/text/pattern.ts';

/** Who signs on a platform, each beside a bar: 编辑 | 小满. */
const MAKERS = '编辑 作者 文 图 审核 校对 排版 监制 来源 责编 策划';
/** 第十条, （1）, （一）、, 一是: what the author numbers with. */
const MARKS = [
  String.raw`第[${ONE_TO_TEN}百\d]{1,4}[条章节]`,
  String.raw`[（(]\d{1,2}[）)]`,
  `[（(]?[${ONE_TO_TEN}]{1,3}[）)]?、?`,
  '[一二三]是',
  // 2.4.参考资料, 2.4 参考资料: not 2.4万字.
  String.raw`\d{1,2}(?:[.．]\d{1,2}){1,3}[.．、\s]`,
];
/** 3, 十二. */
export const COUNT = String.raw`[\d${ONE_TO_TEN}]{1,3}`;

/** 5月8日 18:32 来自, 昨天 09:10 发布于: how platforms date what is posted. */
export const POSTED = new RegExp(
  [
    String.raw`^(?:昨天|今天|前天|\d{1,2}月\d{1,2}日|\d{1,2}-\d{1,2})`,
    String.raw`\s?\d{1,2}[:：]\d{2}\s{1,3}(?:来自|发布于|发表于)`,
  ].join(''),
);

/** 时间:2022-05-24 07:27:12, 2021-08-23 05:33:22工作报告: a time as programs print it, with the column it is filed under. */
const STAMPED = new RegExp(
  [
    String.raw`^\D{0,6}\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\s{1,4}`,
    String.raw`\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?:[\u4e00-\u9fff]{2,8})?$`,
  ].join(''),
);

/** Kinds of texts that sites number: 总结第三篇, 心得（2）. */
const COLLECTED =
  '总结 报告 讲话 讲话稿 发言稿? 体会 致辞 致词 范文 方案 计划 演讲稿? 心得 申请书 倡议书 事迹 材料 汇报 述职 责任书 通知书 承诺书 邀请函 策划书 计划书 慰问信 感谢信';
/** - 技术评分, 2. 评分规则: the mark of an item is no short word of its own. */
const ITEM_MARK = String.raw`(?:[-•·●▪◆■*▶►▷➤]|\d{1,2}[.．、])[\s　]{1,8}`;
const SHORT = String.raw`[^\s，。；！？]{1,14}`;

/** 赞 36, 热度：2914: what is counted, with its number; no date. */
const COUNTER = String.raw`(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{1,4}[：:\s　]{0,2}\d[\d,.]{0,8}[万wWkK+℃]?(?![\d年月日时点:：-])`;
/** 撰稿：小棠, 排版丨阿宁: a label and what it says. */
const FIELD = String.raw`(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{2,5}[：:丨｜|／/]\s?[^\s　：:，。；]{1,20}`;
/** What those who deal in texts call themselves by: 墨耕社, 清秋文房, 稿件仓. */
const DEALERS = '[稿笔墨砚文书翰][\u4e00-\u9fff]?[铺坊斋轩阁苑汇仓源房圈帮屋库吧君侠阿堂舍居驿荟网站]';

const ONE_TITLE = '[^｜|，。]{4,30}';

/** What a line looks like, by trait. */
const SHAPES: readonly {
  readonly trait: string;
  readonly test: RegExp;
  /** Without which it is not tried. */
  readonly needs?: 'digits' | 'letters';
}[] = [
  // 2019-05-14 02:24, as programs print it.
  { trait: 'clock', needs: 'digits', test: /\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\s{0,4}\d{1,2}[:：]\d{2}/ },
  { trait: 'iso-date', needs: 'digits', test: /(?<!\d)(?:19|20)\d\d[-/.]\d{1,2}(?:[-/.]\d{1,2})?(?!\d)/ },
  { trait: 'size', needs: 'digits', test: /\d(?:\.\d{1,3})?\s?[KMG]B?(?![a-z])/i },
  // 时间:2022-05-24 07:27:12 and nothing else.
  { trait: 'stamped', needs: 'digits', test: STAMPED },
  // 2022年03月08日 21:47: with zeros that nobody writes by hand; 3个月前.
  { trait: 'stamped', needs: 'digits', test: /年(?:0\d月\d\d日|\d\d月0\d日)\s{0,3}\d{1,2}[:：]\d{2}/ },
  {
    trait: 'stamped',
    needs: 'digits',
    test: /\d{1,3}\s?(?:秒|分钟|小时|天|周|个月|年)前(?:[\s·]|发布|更新|$)/,
  },
  // 阅 1288　赞 36　踩 2
  {
    trait: 'counters',
    needs: 'digits',
    test: new RegExp(String.raw`${COUNTER}(?:次|人|条|回)?[\s　·|／/，]{1,4}${COUNTER}`),
  },
  // 排版丨阿宁　校对丨老谢
  { trait: 'fields', test: new RegExp(String.raw`${FIELD}[\s　|｜]{1,6}${FIELD}`) },
  // 扣点：2, 稿件编号：GW-2023-0087: nothing but a label, with a number or letters behind it.
  {
    trait: 'field',
    needs: 'letters',
    test: /^[【[]?[一-鿿]{2,6}[：:]\s?[^一-鿿，。；]{1,30}[一-鿿]{0,2}[】\]]?$/,
  },
  {
    trait: 'price',
    test: new RegExp(
      anyOf(
        String.raw`[¥￥]\s?\d`,
        '[一二三五六七八九]折(?![叠扣合射])',
        `(?:只[要卖]|仅[售需]|低至|一口价|券后|售价|包年|年费|月费|打包|千字|每篇)[^，。；]{0,4}?[${ONE_TO_TEN}\\d]`,
        `[充买满][${ONE_TO_TEN}百\\d]{1,4}[元块]?[送赠减]`,
        String.raw`\d\s?(?:积分|下载券|金币|点券|学币)`,
      ),
    ),
  },
  // ↓↓↓ … ↓↓↓, ★ … ★
  { trait: 'adorned', test: /^[→←↑↓⇓▼♥❤☞⊙◎☆★]|[→←↑↓⇓▼♥❤☜☆★～~]$|\p{Emoji_Presentation}/u },
  // （QQ：12345678）, 微信：abc12345: nothing but an account.
  {
    trait: 'account-only',
    needs: 'letters',
    test: /^[（(【]?(?:qq?|微信|vx|v信?|扣扣)[群号]{0,2}[：:\s]{0,2}[a-z\d][\w*-]{4,20}[）)】]?$/i,
  },
  // 格式不会乱哦
  { trait: 'chat', test: /[哦啦呗喔噢哈嘛咯咋哒][～~。！!，,”）)]{0,2}(?:$|[\u4e00-\u9fff])/ },
  // 本站, 该稿, 这份稿子: the text as a thing, or who offers it.
  { trait: 'self', test: /(?:^|[，。（(：:\s])[本此这该][篇份件]?(?:[稿篇档帖号店铺站群圈]|文档|资料|范文)/ },
  { trait: 'dealer', test: new RegExp(DEALERS) },
  // 5月8日 18:32 来自 清河市
  { trait: 'stamped', needs: 'digits', test: POSTED },
  {
    trait: 'counter',
    needs: 'digits',
    test: new RegExp(
      [
        // 3625次, 共6页; 周转率为8次 is said of something.
        String.raw`(?<![为是达][\d*]{0,8})[\d*]\s?(?:次|人气|条|页|个?字|千字|万字|篇|楼)(?![一-鿿]{3})`,
        // （0）
        String.raw`(?<=.)[（([]\d{1,6}[）)\]]`,
        String.raw`\d\+`,
        // 1.67W
        String.raw`\d(?:\.\d{1,2})?[wWkK]$`,
      ].join('|'),
    ),
  },
  // 工作总结.docx, - 2025年度工作计划.pdf: the name of a file and nothing else.
  {
    trait: 'filename',
    needs: 'letters',
    test: /^[-•·\s]{0,3}[^。，；]{2,60}\.(?:docx?|pdf|pptx?|wps|txt|rar|zip)$/i,
  },
  // 下面还有：工作总结.doc、工作计划.doc: more than one of them.
  { trait: 'filename', needs: 'letters', test: /\.docx?\s?[、，；|｜].{2,40}\.docx?(?![a-z])/i },
  // 换一批：某某总结｜某某汇报: the titles of other texts in a row.
  {
    trait: 'titles',
    test: new RegExp(`^[^｜|，。]{2,8}[：:｜|]\\s?${ONE_TITLE}(?:\\s?[｜|]\\s?${ONE_TITLE}){1,8}$`),
  },
  // ———— 某某文库 内部资料 ————: a stamp between two rows.
  { trait: 'flanked', test: /^[—=＝★☆*＊※~-]{4,}[^—=＝★☆*＊※~-]{2,60}[—=＝★☆*＊※~-]{4,}$/ },
  // 上一页 1 2 3 下一页, [1][2][3]
  {
    trait: 'fraction',
    needs: 'digits',
    test: /(?:上一页|首页)[\s\d.…]{1,30}(?:下一页|末页|尾页)|(?:\[\d{1,2}\]\s?){3}/,
  },
  // 3/17, 第3页 / 共17页, 总结.docx_第3页.
  { trait: 'fraction', needs: 'digits', test: /^[第\s]{0,2}\d{1,3}\s?页?\s?\/\s?共?\d{1,3}|_第\d{1,4}页$/ },
  // - 3 -, — 5 —, Page 4 of 11: what a print-out has at the foot of its pages.
  {
    trait: 'folio',
    needs: 'digits',
    test: new RegExp(
      [
        String.raw`^[-—–－·•]{1,2}\s?\d{1,4}\s?[-—–－·•]{1,2}$`,
        String.raw`^(?:page|p\.)\s?\d{1,4}(?:\s?(?:of|/)\s?\d{1,4})?$`,
      ].join('|'),
      'i',
    ),
  },
  // 2024年3月12日: programs write 2024-03-12.
  { trait: 'han-date', needs: 'digits', test: /\d{4}年\d{1,2}月(?:\d{1,2}日)?/ },
  // A › B, A | B; 报价＞5万元 compares.
  { trait: 'bars', test: /[|｜›»→┃]|[>＞](?!\s?\d)|[\u4e00-\u9fff]_[\u4e00-\u9fff]|\s-\s/ },
  // 编辑 | 小满, 文丨老李: how accounts of a platform sign.
  {
    trait: 'credited',
    test: new RegExp(String.raw`(?:^|\s)${anyOf(MAKERS)}\s?[|｜丨∣/／]\s?[\u4e00-\u9fff]{1,8}`),
  },
  // English 进入旧版 设为首页: short words set apart by blanks.
  {
    trait: 'menu',
    test: new RegExp(`^(?:${ITEM_MARK})?(?!${ITEM_MARK})${SHORT}(?:[\\s　]{1,8}${SHORT}){1,12}$`),
  },
  { trait: 'item', test: /^[-•·●▪◆■*▶►▷➤]\s?[^\s\d]|^[-•·●▪◆■*▶►▷➤]\s\d/ },
  { trait: 'bracketed', test: /^[【[（(〔［「][^【[（(〔［「]{1,100}[】\]）)〕］」]$/ },
  { trait: 'sentence', test: /。[”」』）)]?$/ },
  { trait: 'exclaims', test: /[！!]/ },
  { trait: 'asks', test: /[？?]/ },
  { trait: 'open-end', test: /[：:]$/ },
  // （精选9篇）, 篇一, 履职报告3.
  {
    trait: 'collection',
    needs: 'digits',
    test: new RegExp(
      anyOf(
        String.raw`[^第]\d{1,3}\s?篇[）)】\]]?$`,
        String.raw`篇${COUNT}(?:[：:）)】\]]|$)`,
        String.raw`第\s?${COUNT}\s?篇[：:）)】\]]`,
        String.raw`${anyOf(COLLECTED)}(?:\s?第\s?${COUNT}\s?篇|[（(]?\d{1,2}[）)]?)[：:]?$`,
        // （共八篇）
        String.raw`[（(]共\s?${COUNT}\s?篇[）)]$`,
        // （3/12页）
        String.raw`[（(]第?\d{1,3}\s?/\s?\d{1,3}页?[）)]`,
      ),
    ),
  },
  // Outside of 《Nature》.
  { trait: 'foreign', needs: 'letters', test: /(?:^|》)[^《》]{0,160}?[A-Za-z]{3}/ },
  {
    trait: 'numbered',
    test: new RegExp(`^${anyOf(MARKS)}`),
  },
  // 2.1您在使用…时, 3.1.2 本办法所称…
  { trait: 'numbered', needs: 'digits', test: /^\d{1,2}(?:\.\d{1,2}){1,2}\s?(?=[\u4e00-\u9fff])/ },
  // • 为会员提供法律咨询服务；
  { trait: 'numbered', test: /^[-•·●▪◆■*].{1,150}；$/ },
  { trait: 'titled', test: /《/ },
  // 谢谢大家！ 巴耶里拉！谢谢！ 汇报完毕，谢谢！ 祝大会圆满成功！
  {
    trait: 'farewell',
    test: new RegExp(
      anyOf(
        '^[^，。；]{0,12}谢谢(?:大家|各位|你们)?[！!。]?[）)]?$',
        '(?:完毕|完了|结束|到这里|到此)[，。！][^，。；]{0,8}谢谢(?:大家|各位)?[！!。]?$',
        String.raw`谢谢(?:大家|各位)?[！!。]\s?（`,
        '^(?:最后，)?祝[愿大各我同本这]',
        '^感谢(?:您|大家|各位)的(?:参与|配合|合作)[！。]?$|^(?:恭候|期待)您的|^给[^，。]{0,6}带来[^，。]{0,4}不便，',
      ),
    ),
  },
];

/**
 * The shapes of a stretch.
 * @param digits whether it has digits, or 篇
 * @param letters whether it has these or letters
 */
export function* shapesOf(said: string, digits: boolean, letters: boolean): Generator<string> {
  for (const { trait, test, needs } of SHAPES) {
    const mayHave = needs === 'digits' ? digits : needs === 'letters' ? letters : true;
    if (mayHave && test.test(said)) yield trait;
  }
}
