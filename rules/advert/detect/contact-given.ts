/** What an author tells the reader to write to, in a bracket behind it: 报县安委办（邮箱：abcd@163.com）, 加入工作群（QQ群：12345678）. */
import type { Range } from '../../../engine/finding.ts';
import { boundBefore, SENTENCE_STOPS } from '../../../language/text/bounds.ts';
import { anyOf } from '../../../language/text/pattern.ts';
import { bracketBehind } from './brackets.ts';

const LABEL = `(?:电子)?${anyOf(
  '邮箱 信箱 [Ee]-?mail (?:联系|咨询|办公)?电话 手机号? 传真 联系人 QQ群?号?码? 微信号? 邮编 (?:通信)?地址 网址 密码 提取码',
)}`;
const VALUE = String.raw`(?:[\w.@:/?=&~+*#-]{4,60}|[\u4e00-\u9fff\d]{2,30})`;
/** 邮箱：abcd@163.com，电话：5551234 */
const FIELDS = new RegExp(
  String.raw`^(?:${LABEL}[：:]?\s?)?${VALUE}(?:[，、；,; ]{1,2}${LABEL}[：:]?\s?${VALUE}){0,4}$`,
);
/** Who or what has the address: 县安委办, 组委会, 邮箱, 工作群. */
const RECEIVER = new RegExp(
  `${anyOf('办公?室? 局 [科处股]室? 室 中心 委 会 院 部 组 所 站 校 公司 单位 邮箱 信箱 群 平台 系统 网站 公众号 专班 微信 员')}$`,
);
/** What the reader is asked to do. */
const ASKS = /[报送发寄交传投填]|登[录陆]|添加|访问|下载|加入|进入|联系|咨询|反馈|查[阅询]/;
const CLAUSE = 60;
const LONGEST = 60;
/** 邮箱（abcd@163.com）|下载 */
const BEHIND = 8;
/** （联系人：张伟；电话：5551234；邮箱：…）, a line of its own. */
const OF_OFFICE = /^(?:联系人|(?:联系)?电话)/;

/** Whether a stretch is such a bracket, or in one. */
export function isContactGiven(text: string, { start, end }: Range): boolean {
  const open = Math.max(text.lastIndexOf('（', start), text.lastIndexOf('(', start));
  if (open < 0 || start - open > LONGEST) return false;
  const close = bracketBehind(text, open);
  const fields = close < end ? undefined : FIELDS.exec(text.slice(open + 1, close - 1))?.[0];
  if (fields === undefined) return false;
  const before = text.slice(boundBefore(text, open, SENTENCE_STOPS, CLAUSE), open);
  if (before.trim() === '') return OF_OFFICE.test(fields);
  return RECEIVER.test(before) && ASKS.test(before + text.slice(close, close + BEHIND));
}
