/** Blanks where a date, a number or a person was left out of a sentence: 2024年　月　日, 〔2024〕　号, 第　次, 请　　同志讲话. */
import { boundAfter, boundBefore, SENTENCE_STOPS } from '../text/bounds.ts';
import { firstOf } from '../text/characters.ts';
import { ONE_TO_NINE, ONE_TO_TEN } from '../text/numerals.ts';
import { anyOf, wordsOf } from '../text/pattern.ts';
import { isForm, isOwnNumber, isSigningLine } from './forms.ts';
import type { Certainty, Line, Mark } from './line.ts';
import { BEARING } from './sentence-frames.ts';
import { endsInOffice, LONGEST_OFFICE } from './slots.ts';

/** What lasts until a date. */
const LASTING = '有效期 执行 实施 施行 延[长期] 推迟 顺延 保留 持续';
/** What dates in a sentence stand behind. */
const DATE_LEFT = new RegExp(
  [
    `(?:${anyOf(LASTING)}[至到]|${anyOf('今天是 定于 将于 拟于 已于 自 截至 截止')}`,
    String.raw`|我[局县市镇乡区院校]于|\d[日号]?起?[，,]?[至到—～-])$`,
  ].join(''),
);
/** 自　年　月　日起 may be the form of a contract, filled in by hand. */
const certaintyOfDate = (left: string): Certainty =>
  /自(?:[ \u3000]+年)?(?:[ \u3000]+月)?$/.test(left) ? 'likely' : 'sure';
/** 请于　月　日前报送: not where a contract says when it was signed. */
const leadsToDate = (line: Line, left: string, right: string): boolean =>
  DATE_LEFT.test(left) || (/[^始终立属关对至]于$/.test(left) && !MONTHLY.test(right) && !isForm(line));
/** 自　年　月　日起至|2028年12月31日: the other end has its date, and so no hand is to fill this one in. */
const ENDS_FILLED = /^[年月日 \u3000]{1,16}起?[，,]?(?:至|到|—)\s?\d{4}\s?年\s?\d/;
const END_REACH = 30;
/** 会后要立即传达，　月　日前|报送…: a clause that begins with the day by which something is to be done. */
const isDeadline = (text: string, left: string, end: number): boolean =>
  /[，。；]$/.test(left) && BY_THEN.test(text.slice(end, end + END_REACH));
const BY_THEN = /^(?:月[ \u3000]{1,12})?日(?:之?前|以前)[^，。；]{2}/;
const DATE_BEHIND = /^日(?:[，。；、至前起止在召举上下晚中凌—-]|$)/;

/** Reads blanks before 号, 年, 月, 日 and 次. */
export function readGap(line: Line, start: number, end: number): Mark | undefined {
  const { text } = line;
  const before = text[start - 1];
  const after = text[end];
  if (after === undefined) return undefined;
  // 第　次会议.
  if ('次届期批名位份例章条'.includes(after) || (after === '个' && before === '第'))
    return before === '第' && !isOwnNumber(line) ? { start, end, certainty: 'sure' } : undefined;
  if (isTerm(text, start, end)) return { start, end, certainty: 'likely' };
  if (after === '个') return undefined;
  if (after === '号')
    return NUMBERED.test(text.slice(Math.max(0, start - 9), start)) && !isOwnNumber(line)
      ? { start, end, certainty: 'sure' }
      : undefined;
  const left = text.slice(Math.max(0, start - 16), start);
  if (FORM_DATE.test(left)) return undefined;
  return after === '年' ? readYearGap(line, start, end, left) : readDayGap(line, start, end, left);
}

/** 签订之日起　　个工作日内，…支付价款的30%: within how many days, in a sentence that has its other figures. */
function isTerm(text: string, start: number, end: number): boolean {
  if (!/(?:[之]日起|后|前|提前)$/.test(text.slice(Math.max(0, start - 3), start))) return false;
  if (!/^(?:个(?:工作日|自然日|月)|日)(?:[内前]|以内|之内)/.test(text.slice(end, end + 7))) return false;
  const left = text.slice(Math.max(boundBefore(text, start, SENTENCE_STOPS, TERM_REACH), 0), start);
  return /\d/.test(left) || /\d/.test(text.slice(end, boundAfter(text, end, SENTENCE_STOPS, TERM_REACH)));
}
const TERM_REACH = 60;

/** 〔2024〕　号, 第　号. */
const NUMBERED = /(?:[〔［[(（]\s*[\d×Xx]{2,4}\s*[〕］\])）]|第)$/;

/** 定于　月　日召开: a date in a sentence; a line of its own is for whoever signs. 2024年　月. */
function readDayGap(line: Line, start: number, end: number, left: string): Mark | undefined {
  const { text } = line;
  const before = text[start - 1];
  const isDay = text[end] === '日' && before === '月';
  const ofForm = /期限[：:]?自[ \u3000年月]*$/.test(left) || (left.includes('自') && isForm(line));
  if (ofForm && !ENDS_FILLED.test(text.slice(end, end + END_REACH))) return undefined;
  const right = text.slice(end, end + 2);
  const isLedTo =
    text[end] === '月'
      ? leadsToDate(line, left.replace(/[ \u3000]+年$/, ''), right) || isDeadline(text, left, end)
      : isDay &&
        DATE_BEHIND.test(text.slice(end, end + 3)) &&
        (/\d\s?月$/.test(left) ||
          leadsToDate(line, left.replace(/(?:[ \u3000]+年)?[ \u3000]+月$/, ''), right) ||
          isDeadline(text, left.replace(/[ \u3000]{1,12}月$/, ''), end));
  if (isLedTo) return { start, end, certainty: certaintyOfDate(left) };
  const isDated =
    (text[end] === '月' && before === '年' && YEAR_BEFORE.test(left.slice(-6))) ||
    (isDay && MONTH_BEFORE.test(left.slice(-14)));
  return isDated ? { start, end, certainty: 'sure' } : undefined;
}

/** 2024年|　月 */
const YEAR_BEFORE = /(?:\d{4}|[xX×*])\s?年$/;
/** 2024年3月|　日, 2024年　月|　日, 二〇二四年九月|　日 */
const MONTH_BEFORE = new RegExp(
  `(?:(?:\\d{4}|[xX×*])\\s?年\\s{0,8}\\d{0,2}|[〇○零${ONE_TO_NINE}]{4}年[${ONE_TO_TEN}]{1,2})\\s{0,8}月$`,
);

/** 申请日期：2025年　月　日: whoever hands the form in says when. */
const HANDED_IN = [
  '申请 申报 填表 填写 填报 制表 统计 上报 提交 推荐 审核 审批 签[字收名订]',
  '报名 登记 受理 领取 出具 收件 送达',
];
const FORM_DATE = new RegExp(
  String.raw`${anyOf(HANDED_IN)}(?:日期|时间)[：:]\s?(?:\d{4}|[ \u3000]{1,8})(?:年[ \u3000\d月]{0,8})?$`,
);

/** 月底, 月球: no month that was left out. */
const MONTHLY = /^月[底末球亮光]/;

/** 在202|　年第三季度: three figures of a year. */
const LOST_FIGURE = /(?:^|[，。；：（《在至到于自从据将])(?:19\d|20[0-3])$/;
const OF_YEAR = /^年(?:[，度第上下春夏秋冬末底初]|全[市县区省年]|\d{1,2}月|以来|预算|工作)/;

/** 20　　年: half a year is given; 自　　年起. */
function readYearGap(line: Line, start: number, end: number, left: string): Mark | undefined {
  if (DATE_LEFT.test(left) && !/^年[度初底终来内均]/.test(line.text.slice(end, end + 2)))
    if (
      left.endsWith('自') &&
      (isForm(line) || /期限[：:]?自$/.test(left)) &&
      !ENDS_FILLED.test(line.text.slice(end, end + END_REACH))
    )
      return undefined;
    else return { start, end, certainty: certaintyOfDate(left) };
  // 202 年第三季度: a figure of the year is lost; two blanks are for a hand to write on.
  if (
    end - start === 1 &&
    LOST_FIGURE.test(left) &&
    OF_YEAR.test(line.text.slice(end, end + 3)) &&
    !isForm(line)
  )
    return { start: start - 3, end, certainty: 'likely', masked: true };
  const half = /(?<!\d)(?:19|20)\d?$/.exec(left)?.[0].length ?? 0;
  if (
    half === 0 ||
    !/^年(?:[ \u3000]+|\d{1,2})月/.test(line.text.slice(end, end + 12)) ||
    /[：:）)]/.test(left) ||
    isForm(line)
  )
    return undefined;
  // A line of its own is where whoever signs puts the date.
  const certainty = isSigningLine(line) ? 'possible' : 'likely';
  return { start: start - half, end, certainty, masked: true };
}

const TITLES_BEHIND = '同志 先生 女士';
const SPEAKING = '作 讲话 致[辞词] 发言 主持 宣读 宣布 介绍 通报 汇报 传达';
const TITLED = new RegExp(`^${anyOf(TITLES_BEHIND)}`);
const SPEAKS = new RegExp(`^${anyOf(TITLES_BEHIND, SPEAKING, '担任 任(?![务何由凭免职命意期教])')}`);
/** What these begin with. */
const OFFICES = '副 书记 主席 主任 省 市 县 区 镇 乡 局 院 校 会 部 处 教授 老师';
/** What an office is given to do: behind 由 and the office one blank is enough. */
const TAKING = '担任 任[正副]?组长 牵头 主持 负责 带队';
const TAKES = new RegExp(`^${anyOf(TAKING)}`);
const BEARS = new RegExp(`^${anyOf(BEARING)}`);
export const FOLLOW_A_PERSON = firstOf(wordsOf(TITLES_BEHIND, SPEAKING, OFFICES, TAKING, BEARING));
/** 请 and 由 as words of their own: not 申请 or 理由. */
const INVITE = '(?:(?<![申邀恳提聘约])请|(?<![理缘事自])由)';
const INVITES = new RegExp(`${INVITE}$`);
const INVITES_OFFICE = new RegExp(`${INVITE}[\\u4e00-\\u9fff]{2,${LONGEST_OFFICE}}$`);

/** 尊敬的　　主席、各位委员：: who is addressed by an office, or as a person, without a name. */
function isAddressed(left: string, right: string): boolean {
  return /(?:尊敬|敬爱|亲爱)的$/.test(left) && ADDRESSED.test(right);
}
const ADDRESSED = /^(?:副?(?:书记|主席|主任|[省市县区镇乡局院校会部处]长)|同志|先生|女士|教授|院士|老师)/;

const BY_WHOM = /(?:^|[，。；])由$/;
/** Whoever is appointed, elected or praised is named. */
const NAMES_WHOM = new RegExp(
  `${anyOf('任命 免去 聘请 聘任 聘用 推荐 提名 选举 授予 表彰 评选 推选 学习 感谢 希望 欢迎 同意 兹证明 证明 兹有我?[单本]?[位局校院镇]? 现有我单位 介绍我单位 委托 委派 选派 指派')}$`,
);

/** 请市气象局局长　　同志通报, 下面请　　　讲话: who it is was left out. One blank may stand between any two words. */
export function readPersonGap({ text }: Line, start: number, end: number): Mark | undefined {
  const left = text.slice(Math.max(0, start - LONGEST_OFFICE), start);
  const right = text.slice(end, end + 4);
  if (TAKES.test(right) && endsInOffice(left) && INVITES_OFFICE.test(left))
    return { start, end, certainty: 'sure' };
  // 会议决定，由 牵头，…
  if (/^(?:[，；]|$)/.test(text.slice(end + 2, end + 3)) && TAKES.test(right) && BY_WHOM.test(left))
    return { start, end, certainty: 'sure' };
  if (end - start < 2) return undefined;
  // 造成损害的，由　　承担责任
  if (BEARS.test(right) && BY_WHOM.test(left)) return { start, end, certainty: 'likely' };
  // 县长任组长，　　任副组长
  if (right.startsWith('任副组长') && left.endsWith('组长，')) return { start, end, certainty: 'sure' };
  // 任命　　　同志为副局长
  if (right.startsWith('同志') && !right.startsWith('同志们') && NAMES_WHOM.test(left))
    return { start, end, certainty: 'sure' };
  if (isAddressed(left, right)) return { start, end, certainty: 'sure' };
  const wanted = endsInOffice(left) ? INVITES_OFFICE.test(left) || TITLED.test(right) : INVITES.test(left);
  return wanted && SPEAKS.test(right) ? { start, end, certainty: 'sure' } : undefined;
}
