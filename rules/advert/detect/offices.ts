/** What organs call their accounts: by their place and what they are for. */
import { anyOf } from '../../../language/text/pattern.ts';

const PURPOSES = [
  '发布 政协 人大 税务 公安 应急 人社 教育 卫健 纪委 党建 融媒 检察 法院 消防 交警 气象 民政 统战 团委 青年 工会 妇联',
  '医院 大学 学院 中学 图书馆 博物馆 文旅 文化馆 水利 司法 市监 城管 住建 农业农村 政务 医保 公积金 供电 公交 水务 志愿 先锋',
];

/** 清河文旅, 清河政协. */
export const OFFICE_ACCOUNT = `[\\u4e00-\\u9fff]{2,8}${anyOf(PURPOSES)}`;

const QUOTED = new RegExp(`[“「【]${OFFICE_ACCOUNT}[”」】](?:微信)?(?:公众号|视频号|小程序|订阅号|服务号)`);

/** Whether a stretch names the account of an organ in quotation marks: 欢迎关注“清河文旅”公众号. */
export const namesOffice = (stretch: string): boolean => QUOTED.test(stretch);

const USES =
  '(?:按|使用|查询|查看|办理|绑定|预约|点击|申请|申报|申领|享受|缴|在线|通过|进入|登录|提交|注册|报名|选择|即可(?:[办查预缴报申]|在线))';
const SERVES = new RegExp(`关注(?:公众号)?(?:之?后|并)(?:，|可以?)?${USES}`);
const GIVES = /获取|领取|下载|免费|材料|范文|资料包|回复|入群|进群|会员|私信|更多|素材|模板/;

/** Whether a sentence tells how something is done there: 微信搜索“某某供水”公众号，关注后绑定户号. Who sells gives, or lets have. */
export const tellsOfService = (sentence: string): boolean => SERVES.test(sentence) && !GIVES.test(sentence);

/** 点击右上角的“更多”，可以查看全部公文, 扫描二维码填写回执: how a program is used. Who sells says what one gets by it. */
export const tellsOfUse = (sentence: string): boolean =>
  (OPERATES.test(sentence) || FILLS_IN.test(sentence)) && !GETS.test(sentence.replace(/“[^”]{0,20}”/g, ''));
const OPERATES = new RegExp(
  `(?:点击|点开|选择|打开|进入|勾选)[^，。；“]{0,8}“[^”]{1,12}”[^，。；]{0,6}，?${anyOf('可 即 进入 系统 按 并 填 能 弹出 显示 页面 页码 选择 给')}`,
);
const FILLS_IN = new RegExp(
  `[扫识][^，。；]{0,10}(?:二维)?码[^，。；]{0,6}${anyOf('填写 报名 签到 缴费 查询 登记 预约 提交 反馈 投票 答题 取号')}`,
);
const GETS = /领取|免费|范文|资料包|回复|[入加进]群|会员|私信|素材|模板|关注|全文|更多/;

/** …栏目。客服电话：400-8888-123，客服QQ：1234567890。: the desk of a system that the author's sentence before tells how to use. */
export const isHelpDesk = (sentences: string): boolean => HELP_DESK.test(sentences);
const HELP_DESK =
  /[\u4e00-\u9fff]{2}[。，；](?:平台|系统|技术)?客服(?:电话|热线)：[\d－-]{8,14}[，、；]客服QQ：\d+/;
