/** Lines that an office writes, though they look like a site's, and lines that only the company they keep shows to be a site's. */
import type { Paragraph } from '../../../engine/paragraph.ts';
import { look } from '../../../language/layout/layout.ts';
import { anyOf } from '../../../language/text/pattern.ts';
import { OFFICE_ACCOUNT } from './offices.ts';
import { paywalls } from './paywall-notice.ts';

const SOURCED = new RegExp(
  `^[（(](?:资料|数据)?来源[：:][\\u4e00-\\u9fff、]{0,16}${anyOf('日报 晚报 报社 时报 新华社 人民网 新华网 局 委 部 办 厅 院 中心 政府')}[）)]$`,
);

/** 大会公众号：清河政协. */
const OFFICES_ACCOUNT = new RegExp(`^[^，。；：]{0,8}公众号[：:]\\s?[“「]?${OFFICE_ACCOUNT}[”」]?。?$`);

const FORM_TITLE = new RegExp(
  `^[^，。；：]{0,20}${anyOf('汇总 登记 推荐 申报 申请 审批 统计 信息 报名 采集')}表$`,
);

const ARRANGED = new RegExp(
  `^${anyOf('(?:签到|集合|会议|活动|报名|报到|培训|考试|用餐|住宿|乘车|上课|授课|发言)(?:时间|地点|方式|路线) 户名 账户名称 [账帐]号 开户银?行 主讲人? 宣讲人 汇报人 发言人')}[：:]`,
);

const DRAFT = new RegExp(
  `^[（(]?(?:${anyOf('草稿 初稿 讨论稿 征求意见稿 送审稿')}[）)]?$|本[稿文]由[^，。]{2,14}${anyOf('局 委 办 厅 部 院 会 室 科 处 中心')}(?:整理|起草|供稿))`,
);

const FIELD_KINDS = '日期 时间 地点 单位 机关 部门 姓名 名称 人员 电话 手机号 职务 主持人 联系人 标题 文号';
const FIELD = new RegExp(
  `^(?:[-·]\\s?)?(?:[\\u4e00-\\u9fff]{2,6}[：:]\\s?)?[[［【〔][\\u4e00-\\u9fff]{0,6}${anyOf(FIELD_KINDS)}[\\]］】〕]$`,
);

const CLOCK = String.raw`\d{1,2}[:：]\d{2}`;
const DAY = String.raw`(?:\d{1,2}月\d{1,2}日)?(?:[上下]午)?\s?`;
const UNTIL = String.raw`(?:\s?[—–～~至-]{1,2}\s?${CLOCK})?`;
const AGENDA = new RegExp(String.raw`^${DAY}${CLOCK}${UNTIL}[\s　]{1,8}[^\d\s]`);

const ORGANS = '局 委 办 厅 部 科 组 院 会 室 中心 政府 委员会 办公室';
const ISSUER = new RegExp(
  `^(?:发布|印发|制定|主办|承办|编制|起草|报送)(?:单位|机关|部门)[：:][\\u4e00-\\u9fff]{1,18}${anyOf(ORGANS)}$`,
);

const OFFICIAL_ENDS = anyOf('gov edu mil');
const OFFICIAL_PATH = String.raw`(?:/[\w./?=&-]{0,120})?`;
const OFFICIAL_SITE = new RegExp(
  String.raw`^(?:[\u4e00-\u9fff]{2,8}[：:])?(?:https?://)?[\w.-]{1,60}\.${OFFICIAL_ENDS}\.cn${OFFICIAL_PATH}$`,
);

const COPIES = anyOf('稿件 文档 文稿 资料 素材 模板 范文 文章 资源 作品');
const REGISTERED = new RegExp(
  `^(?:(?!${COPIES})[\\u4e00-\\u9fff]{2,4}(?:编号|代号|代码|文号)|版本号?|密级|受控状态)[：:]\\s?[^，。；\\s]{0,24}$`,
);

const OWN_PAGE = new RegExp(
  [
    String.raw`^[图表]\s?\d{1,3}[\s　：:]`,
    '^[（(][上下]?接[上下第][^（）]{0,6}[页版][）)]$',
    '^[（(]此页无正文[）)]$|^(?:温馨|友情)提示[：:]?$',
    String.raw`^共\s?\d{1,3}\s?页\s?第`,
  ].join('|'),
);

const ORGAN_ENDS = '办 院 局 委 会 部 厅 府 处 所 室 组 队 中心 学校 中学 小学 大学 公司 集团';
const ORGAN = new RegExp(`^[\\u4e00-\\u9fff（）\\s　]{2,28}${anyOf(ORGAN_ENDS)}$`);
const WRITTEN = String.raw`[〇零○一二三四五六七八九十\d×X\s　]`;
const DATE = new RegExp(`^${WRITTEN}{2,8}年${WRITTEN}{1,6}月${WRITTEN}{1,6}日$`);

/** 市考试院 above 2026年3月2日: who signs, whatever the words in the name of the office; 编辑：李芳 above 校对：周明远. */
export const isSigner = ({ content }: Paragraph, next: Paragraph | undefined): boolean =>
  next !== undefined &&
  ((ORGAN.test(content) && DATE.test(next.content)) || (EDITED.test(content) && REVISED.test(next.content)));
const EDITED = /^编辑[：:](?!小)[\u4e00-\u9fff]{2,3}$/;
const REVISED = /^(?:校对|审核|签发)[：:](?!老)[\u4e00-\u9fff]{2,3}$/;

const SPECIFIED = new RegExp(
  String.raw`^(?:[A-Za-z\d]{1,2}[)）.、]\s?)?(?:支持|提供|具备)[^您你我站]{2,40}${anyOf('功能 工具 接口 界面 视图 SQL 中间件 设备 新文档')}`,
);

/** Nobody but an office, or its author, writes these, whatever words of a site's they have. */
const LINES_OF_OFFICES: readonly RegExp[] = [
  // 以上是我的学习体会，不当之处，敬请批评指正。: how a speaker ends, who asks his hearers and serves nobody.
  /^以上(?:就?是|为)?(?:我|本人)[^您你]{0,30}指正[。！!]?$/,
  // 加急, 特　急, 机密★1年　特急: how urgent a document is, above its title (GB/T 9704—2012 7.2.3).
  /^(?:[绝机秘]密[★\d年\s　]{0,10})?(?:特[\s　]?[提急]|加[\s　]?急|平[\s　]?急)$/,
  // 9:00—9:30　签到入场: a row of a programme.
  AGENDA,
  // 时间：[时间], [成文日期]: a field of a template that nobody has filled in.
  FIELD,
  // 沙发〔2026〕2号: the number of a document, whatever word its issuer is shortened to.
  /^[\u4e00-\u9fff]{1,10}[〔［[（(]\d{4}[〕］\])）]\d{1,5}号$/,
  // 发布单位：县人大常委会办公室: an organ, by the last words of its name.
  ISSUER,
  // 第一篇：深化改革篇: a part of the text, named as one.
  /^第[一二三四五六七八九十]{1,2}篇[：:]?\s?[\u4e00-\u9fff]{2,12}篇$/,
  // www.yunxi.gov.cn, 下载地址：http://www.yunxi.gov.cn/fj/1.html: where an organ is found.
  OFFICIAL_SITE,
  // 招标编号：QHZB-2025-018, 版本号：A/0, 密级：内部: under what an office registers its papers; sites number 稿件 and 文档.
  REGISTERED,
  // 图1　现场照片（来源：…）, （接上页）, （此页无正文）, 共3页 第1页, 温馨提示: what the author says of a picture or a page of his own, or heads a part with.
  OWN_PAGE,
  // 各会员、网友：: whom the text speaks to.
  /^(?:各位?|尊敬的|亲爱的)[^。；]{1,30}[：:，,]$/,
  // 政务微博：@清河发布　政务微信：…: the accounts of an organ.
  /^(?:政务|官方)(?:微博|微信|公众号|抖音号?)[：:]/,
  OFFICES_ACCOUNT,
  // 3.信息采集汇总表: an item of the note on attachments; 汇总表, 推荐人选登记表: the title of a form.
  FORM_TITLE,
  /^附(?:件\d?)?[：:][^，。；：]{0,20}(?:表|目录|名单|清单|材料)$/,
  /^\d{1,2}[.．、]\s?[^，。；：]{0,30}(?:表|名单|清单|台账|回执|一览|目录|方案|通知)$/,
  // 责任编辑：王军, 文／本刊记者　赵明, 本期编辑：谢芳: a journal of one's own says who edited and wrote it.
  /^文[／/丨|]本[刊报]|^本[期刊][\u4e00-\u9fff]{0,4}[编审][辑校审][：:]/,
  /^(?:责任编辑|责编|校对)[：: 　](?!小编|网编)[\u4e00-\u9fff]{2,3}$/,
  // 内部资料, 内部资料 注意保存: what an office stamps on its own papers.
  /^[【（(]?内部(?:资料|材料|文件|刊物)[，, 　]{0,3}(?:注意保存|妥善保管|仅供参考|请勿外传|不得外传|注意保密)?[】）)]?$/,
  // 填报日期：    年  月  日: where a form is to be signed.
  /^[\u4e00-\u9fff]{0,6}(?:日期|时间)[：:][ 　_＿]{1,20}年[ 　_＿]{1,12}月/,
  // 上传时间：5月1日前: by when something is to be done.
  /^[\u4e00-\u9fff]{2,6}[：:][^，。；]{2,16}[日底初]前$/,
  // 签到地点：学校东门, 账户名称：县地方志办公室, 主讲：陈老师: where and when those who are invited come, where they pay, whom they hear.
  ARRANGED,
  // 服务热线：96116: the short numbers of institutions.
  /^[\u4e00-\u9fff]{2,6}[：:](?:1\d{4}|9[56]\d{3})$/,
  // （草稿）, （本稿由县委办公室整理，已经领导审定）: how far the author's text is, and which office wrote it down.
  DRAFT,
  // 您对菜品的评价：很满意　满意　一般: answers to be ticked.
  /满意[\s　□]{1,6}(?:较|基本|比较)?(?:满意|一般|不满意)/,
  // （来源：清河日报）, 资料来源：根据各镇上报情况整理: what a text or table is taken from, a paper, an organ, its own count.
  SOURCED,
  /^(?:资料|数据)来源[：:]根据/,
  // ［3］参阅某某《论……》, （作者单位：县委党校）: a note, and where the author of an article works.
  /^(?:[[［〔]\d{1,3}[\]］〕](?=.{6})|[（(]?作者(?:单位[：:]|系))/,
  // What `gongwen-lint --text` prints above the headers and notes of a Word document.
  /^【(?:页[眉脚]|[脚尾]注)】$/,
  // E-mail：, with nothing behind it: a form's.
  /^(?:日期|E-?mail|邮箱|[\u4e00-\u9fff]{0,4}(?:地址|电话))[：:]$/i,
  // 投标截止时间：2026-01-23 13:30:00
  /(?:开标|开启|截止|投标|报名|递交|提交|响应)[\u4e00-\u9fff]{0,6}时间[：:]\s?\d/,
  // f)提供查看会话状态的图形化管理工具；: what a system must be able to do.
  SPECIFIED,
];

/** Whether an office writes the line as a site does. */
export const isOffices = ({ content }: Paragraph): boolean =>
  LINES_OF_OFFICES.some((line) => line.test(content));

/** A cover line longer than this is looked at as text even among adverts. */
const SLOGAN_LENGTH = 60;

/** Not what belongs on a genuine cover: title, security and urgency, docket, masthead, draft marks, date, organ. */
export function isSlogan(paragraph: Paragraph): boolean {
  const { content } = paragraph;
  return (
    content.length <= SLOGAN_LENGTH &&
    paragraph.fact(look).length === 0 &&
    paragraph.fact(paywalls).length === 0 &&
    !/〔|〕|文件$|简报|特急|加急|平急|绝密|机密|秘密|内部|★|稿[）)]?$|第.{0,6}[号期]|年.{1,3}月/.test(
      content,
    ) &&
    !/(?:委员会|人民政府|办公室|党委|局|厅|中心)$/.test(content)
  );
}

export function isBareDate(paragraph: Paragraph): boolean {
  return (
    paragraph.contentEnd - paragraph.contentStart <= 10 &&
    /^20\d\d[-/.]\d{1,2}[-/.]\d{1,2}$/.test(paragraph.content)
  );
}
