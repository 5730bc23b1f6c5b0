/** What was left out altogether: empty brackets, white space before a date's or a measure's word. */
import type { Scan } from '../../engine/language.ts';
import { boundAfter, boundBefore, SENTENCE_STOPS } from '../text/bounds.ts';
import { firstOf } from '../text/characters.ts';
import { ONE_TO_TEN } from '../text/numerals.ts';
import { anyOf, wordsOf } from '../text/pattern.ts';
import { Token } from '../text/scan.ts';
import { isForm, isOwnNumber, isSigningLine } from './forms.ts';
import type { Certainty, Line, Mark } from './line.ts';
import { slotBehind } from './masked-numbers.ts';
import { quoteBefore } from './quotes.ts';
import { endsInOffice } from './slots.ts';

/** What dates in a sentence stand behind. */
const DATE_LEFT =
  /(?:(?:有效期|执行|实施|施行|延[长期]|推迟|顺延|保留|持续)[至到]|今天是|定于|将于|拟于|已于|我[局县市镇乡区院校]于|自|截至|截止|\d[日号]?[至到—～-])$/;
/** 自　年　月　日起 may be the form of a contract, filled in by hand. */
const certaintyOfDate = (left: string): Certainty =>
  /自(?:[ \u3000]+年)?(?:[ \u3000]+月)?$/.test(left) ? 'likely' : 'sure';
/** 请于　月　日前报送: not where a contract says when it was signed. */
const leadsToDate = (line: Line, left: string, right: string): boolean =>
  DATE_LEFT.test(left) || (/[^始终立属关对至]于$/.test(left) && !MONTHLY.test(right) && !isForm(line));
const DATE_BEHIND = /^日(?:[，。；、至前起止在召举上下晚中凌—-]|$)/;
/** 20　年　月　日, ____年__月__日: a line that is nothing but a date to be filled in. */
const QUESTION = /^(?:\d{1,3}\s?[.．、]|[（(]\s*[）)])/;
const COUNTED_BY = [
  '[%％‰] 个百分点 [万亿]?元 万?人次 万?平方米 平方公里 公里 万?亩 公顷 万?吨',
  '[名人户件次处座家期份项条场个位所支台票栋幢辆套间盏眼]',
];
/** 户, 余亩, 个百分点: what counts or measures, behind the place of its figure. */
const GAP_UNITS = `[余多]?${anyOf(COUNTED_BY)}`;
const GAP_MEASURE = new RegExp(`${GAP_UNITS}(?=[，。；、,;和整]|以上|以下|左右|$)`, 'y');
/** 共有　　户贫困户: what is counted follows its measure word. */
const GAP_COUNT = new RegExp(`${GAP_UNITS}[\\u4e00-\\u9fff“]`, 'y');
const COUNTING_VERBS = [
  '共 共有 现有 还有 拥有 新增 新建 改建 建成 完成 实施 开工 竣工 实现 投入 发放 培训 办结 受理 查处 立案 处分 惠及 覆盖 改造 整治',
  '推出 打造 培育 建立 设立 选树 选派 命名 评选 推荐 走访 慰问 帮扶 资助 救助 接待 化解 调处 查办 审理 检查 抽查 排查 发现 收集',
  '征集 采纳 办理 答复 提出 形成 出台 制定 修订 联系',
  '争取 落实 引进 签约 减少 增加 组织 开展 召开 举办 下辖 辖',
];
/** Verbs that a number follows. */
const COUNTS = new RegExp(`${anyOf(COUNTING_VERBS)}$`);
/** 全县　　　名党员, 由　　名发展到: what goes before a number too, where the gap is wide. */
const LEADS_TO_NUMBER = /(?:全[国省市县区镇乡村校院局系行厂司]|各级|广大|[由从])$/;
/** A numeral or a determiner in its place: 每 人, 第三 名. */
const NO_GAP_LEFT = new RegExp(`[${ONE_TO_TEN}百千万亿两几多余数每各该本第的等半整零〇]$`);
/** Another gap of the kind: spaces between two words of two characters, and not between all characters. */
const GAP_ELSEWHERE = new RegExp(`[\\u4e00-\\u9fff]{2}[ \\u3000]{1,12}${GAP_UNITS}[，。；、,;以]`);

/** 12起，: what else the sentence counts. */
const COUNTED = /\d[\u4e00-\u9fff]{1,3}[，；、。]/;

/** Empty brackets, 〔20　〕, ……（略）. `i`: the token that opens. */
export function readBracket(line: Line, scan: Scan, i: number): Mark | undefined {
  const { text } = line;
  const start = scan.start(i);
  const open = text[start]!;
  const next = scan.kind(i + 1);
  if (text[start + 1] === '略' && (open === '（' || open === '(') && scan.kind(i + 1) === Token.Close) {
    let from = start;
    while (text[from - 1] === '…') from--;
    return from < start && scan.start(i + 1) === start + 2
      ? { start: from, end: start + 3, certainty: 'likely' }
      : undefined;
  }
  // 〔20　〕: the year's first half is there.
  if (
    next === Token.Digits &&
    scan.kind(i + 2) === Token.Space &&
    scan.kind(i + 3) === Token.Close &&
    // (20 分): Han characters make no tokens.
    scan.start(i + 3) === scan.end(i + 2)
  ) {
    const inside = text.slice(start + 1, scan.end(i + 2));
    if (/^[〔［[(（]$/.test(open) && /^(?:19|20)\d?\s+$/.test(inside) && !isOwnNumber(line)) {
      return { start: start + 1, end: scan.end(i + 2), certainty: 'sure', masked: true };
    }
    return undefined;
  }
  if (open === '“') return readEmptyQuotes(line, scan, i);
  const blank = next === Token.Space;
  const close = blank ? i + 2 : i + 1;
  if (scan.kind(close) !== Token.Close || scan.start(close) !== (blank ? scan.end(i + 1) : start + 1))
    return undefined;
  return readEmptyBrackets(line, start, scan.end(close), blank);
}

/** 围绕“　　”主题: a name that is still to come; 在“　”内打√ speaks of a place to write in. */
function readEmptyQuotes({ text, paragraph }: Line, scan: Scan, i: number): Mark | undefined {
  const start = scan.start(i) + 1;
  const end = scan.end(i + 1);
  // Han characters make no tokens: the blanks stand right behind the mark, and fill the quotation.
  if (scan.kind(i + 1) !== Token.Space || scan.start(i + 1) !== start || text[end] !== '”') return undefined;
  if (end - start > MOST_BLANKS || paragraph.role === 'table') return undefined;
  if (SPOKEN_OF.test(text.slice(Math.max(0, start - 5), start - 1))) return undefined;
  // 主题是“　　”。
  const isValue = IS_CALLED.test(text.slice(Math.max(0, start - 6), start - 1));
  const goesOn = /^(?![中内里处号符栏前后上下]|位置)[\u4e00-\u9fff]/.test(text.slice(end + 1, end + 3));
  if (!goesOn && !(isValue && /^[，。；]/.test(text.slice(end + 1, end + 2)))) return undefined;
  return { start, end, certainty: 'sure' };
}
const IS_CALLED = /(?:主题|题目|名称|口号|标题)(?:是|为|：)?$/;
const MOST_BLANKS = 16;
const SPOKEN_OF = /(?:引号|符号|标点|空格|括号|字符|[用加打填])$/;

function readEmptyBrackets(line: Line, start: number, end: number, blank: boolean): Mark | undefined {
  const { text } = line;
  const open = text[start]!;
  if (!'（(〔【《［['.includes(open)) return undefined;
  const left = text.slice(Math.max(0, start - 8), start);
  const right = text.slice(end, end + 8);
  if (/[A-Za-z0-9_\]]$/.test(left)) return undefined;
  if (isOwnNumber(line)) return undefined;
  // 注：〔　〕内为累计数: the note explains what the brackets of a table hold.
  if (/^[内中里]的?(?:数|为|是|均|系|指)/.test(right)) return undefined;
  if (open === '〔' || open === '《') {
    // The brackets stay, what goes between them is asked for.
    return blank ? { start: start + 1, end: end - 1, certainty: 'sure' } : { start, end, certainty: 'sure' };
  }
  const slot = slotBehind(line, end);
  // [ ] alone is a box to tick, [] a sign of programmers.
  const dated = /^[月日]/.test(right);
  if (open === '[' && !dated && (slot === undefined || !/[\u4e00-\u9fff，。、]$/.test(left)))
    return undefined;
  if (open !== '【' && open !== '[' && slot === undefined && !dated && !left.endsWith('第')) {
    // 同意（　）不同意（　）, questions ending in （　）。: forms.
    if (/^[\s。；;]*$/.test(right) || /^[内中里]/.test(right) || /[。？?：:\s]$/.test(left)) return undefined;
    const others = text.slice(0, 400).match(/[（(]\s*[）)]/g);
    const numbered = /^号/.test(right) && /[〕］\])）]$/.test(left);
    if (others && others.length > 1 && !dated && !numbered) return undefined;
    if (numbered) return { start, end, certainty: 'sure' };
    if (!/[\u4e00-\u9fff，、]$/.test(left) || !/^[\u4e00-\u9fff，、]/.test(right)) return undefined;
  }
  // 3.预备期为（　）年。: a question, or an item of a draft.
  if (open !== '【' && /[为是有指]$/.test(left) && QUESTION.test(line.paragraph.content))
    return { start, end, certainty: 'possible' };
  const told = open === '【' || dated || slot !== undefined || left.endsWith('第');
  return { start, end, certainty: told ? 'sure' : 'likely' };
}

/** Blanks where a figure was left out: 〔2024〕　号, 2024年　月　日. */
export function readGap(line: Line, start: number, end: number): Mark | undefined {
  const { text } = line;
  const before = text[start - 1];
  const after = text[end];
  // 第　次会议.
  if ('次届期批名位'.includes(after!) && (before === '第' || !'名位'.includes(after!)))
    return before === '第' && !isOwnNumber(line) ? { start, end, certainty: 'sure' } : undefined;
  if (after === '号') {
    if (!/(?:[〔［[(（]\s*[\d×Xx]{2,4}\s*[〕］\])）]|第)$/.test(text.slice(Math.max(0, start - 9), start)))
      return undefined;
    if (isOwnNumber(line)) return undefined;
    return { start, end, certainty: 'sure' };
  }
  const left = text.slice(Math.max(0, start - 16), start);
  if (FORM_DATE.test(left)) return undefined;
  if (after === '年') return readYearGap(line, start, end, left);
  if (/期限[：:]?自[ \u3000年月]*$/.test(left) || (left.includes('自') && isForm(line))) return undefined;
  // 定于　月　日召开: a date in a sentence; a line of its own is for whoever signs.
  const right = text.slice(end, end + 2);
  if (after === '月' && leadsToDate(line, left.replace(/[ \u3000]+年$/, ''), right))
    return { start, end, certainty: certaintyOfDate(left) };
  if (after === '日' && before === '月' && DATE_BEHIND.test(text.slice(end, end + 3))) {
    if (/\d\s?月$/.test(left) || leadsToDate(line, left.replace(/(?:[ \u3000]+年)?[ \u3000]+月$/, ''), right))
      return { start, end, certainty: certaintyOfDate(left) };
  }
  const dated =
    (after === '月' &&
      before === '年' &&
      /(?:\d{4}|[xX×*])\s?年$/.test(text.slice(Math.max(0, start - 6), start))) ||
    (after === '日' &&
      before === '月' &&
      /(?:\d{4}|[xX×*])\s?年\s*\d{0,2}\s*月$/.test(text.slice(Math.max(0, start - 14), start)));
  return dated ? { start, end, certainty: 'sure' } : undefined;
}

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

/** 20　　年: half a year is given; 自　　年起. */
function readYearGap(line: Line, start: number, end: number, left: string): Mark | undefined {
  if (DATE_LEFT.test(left) && !/^年[度初底终来内均]/.test(line.text.slice(end, end + 2)))
    if (left.endsWith('自') && (isForm(line) || /期限[：:]?自$/.test(left))) return undefined;
    else return { start, end, certainty: certaintyOfDate(left) };
  const half = /(?<!\d)(?:19|20)\d?$/.exec(left)?.[0].length ?? 0;
  if (
    half === 0 ||
    !/^年[ \u3000]+月/.test(line.text.slice(end, end + 12)) ||
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
const SPEAKS = new RegExp(`^${anyOf(TITLES_BEHIND, SPEAKING)}`);
/** What these begin with. */
const OFFICES = '副 书记 主席 主任 省 市 县 区 镇 乡 局 院 校 会 部 处 教授 老师';
export const FOLLOW_A_PERSON = firstOf(wordsOf(TITLES_BEHIND, SPEAKING, OFFICES));
/** 请 and 由 as words of their own: not 申请 or 理由. */
const INVITE = '(?:(?<![申邀恳提聘约])请|(?<![理缘事自])由)';
const INVITES = new RegExp(`${INVITE}$`);
const LONGEST_OFFICE = 20;
const INVITES_OFFICE = new RegExp(`${INVITE}[\\u4e00-\\u9fff]{2,${LONGEST_OFFICE}}$`);

/** 尊敬的　　主席、各位委员：: who is addressed by an office, or as a person, without a name. */
function isAddressed(left: string, right: string): boolean {
  return /(?:尊敬|敬爱|亲爱)的$/.test(left) && ADDRESSED.test(right);
}
const ADDRESSED = /^(?:副?(?:书记|主席|主任|[省市县区镇乡局院校会部处]长)|同志|先生|女士|教授|院士|老师)/;

/** 请市气象局局长　　同志通报, 下面请　　　讲话: who it is was left out. One blank may stand between any two words. */
export function readPersonGap({ text }: Line, start: number, end: number): Mark | undefined {
  if (end - start < 2) return undefined;
  const left = text.slice(Math.max(0, start - LONGEST_OFFICE), start);
  const right = text.slice(end, end + 4);
  if (isAddressed(left, right)) return { start, end, certainty: 'sure' };
  const wanted = endsInOffice(left) ? INVITES_OFFICE.test(left) || TITLED.test(right) : INVITES.test(left);
  return wanted && SPEAKS.test(right) ? { start, end, certainty: 'sure' } : undefined;
}

/** 参合率达　%，培训　　人次: the figure before a measure word was taken out, its place remains. */
export function readLost(line: Line, start: number, end: number): Mark | undefined {
  const { text } = line;
  if (line.paragraph.role === 'table') return undefined;
  // 被评为　　级文明单位: of which level is not said.
  if (text[end] === '级')
    return end - start > 1 && RANKED.test(text.slice(Math.max(0, start - 2), start))
      ? { start, end, certainty: 'sure' }
      : undefined;
  GAP_COUNT.lastIndex = end;
  const isWide = end - start > 1 || text[start] === '\u3000';
  if (isWide && GAP_COUNT.test(text)) {
    const left = text.slice(Math.max(0, start - 2), start);
    if ((end - start > 1 && COUNTS.test(left)) || LEADS_TO_NUMBER.test(left))
      return { start, end, certainty: 'sure' };
  }
  GAP_MEASURE.lastIndex = end;
  const measure = GAP_MEASURE.exec(text)?.[0];
  if (measure === undefined) return undefined;
  const left = text.slice(Math.max(0, start - 4), start);
  const around = text.slice(Math.max(0, start - 100), start) + text.slice(end, end + 100);
  const others = GAP_ELSEWHERE.test(around);
  const follows =
    (end - start > 1 && COUNTS.test(left)) ||
    /[\u4e00-\u9fff]{2}$|(?:元|[%％])[、和]$/.test(left) ||
    (others && /[户人个家][，、]$/.test(left));
  if (!follows || NO_GAP_LEFT.test(left)) return undefined;
  if (!others && end + measure.length >= line.paragraph.contentEnd) return undefined;
  // One blank before one character may be a slip of the keyboard, unless the sentence counts otherwise: 问题12起，处分 人.
  if (end - start === 1 && text[start] === ' ' && !others && /^[\u4e00-\u9fff]$/.test(measure)) {
    const joined = left + measure;
    const before = text.slice(boundBefore(text, start, SENTENCE_STOPS, 60), start);
    const behind = text.slice(end, boundAfter(text, end, SENTENCE_STOPS, 60) + 1);
    const counts =
      (measure === '元' && PAID.test(left)) ||
      LEAST.test(before.slice(-LEAST_REACH)) ||
      HAS.test(before.slice(-LEAST_REACH)) ||
      COUNTED.test(before) ||
      COUNTED.test(behind);
    if (!counts || !line.words().isBoundary(joined, left.length)) return undefined;
  }
  return { start, end, certainty: others ? 'sure' : 'likely' };
}

const RANKED = /(?:评为|荣获|获评|获得|命名|列为|创建)$/;

/** 现有高层建筑 栋: how many there are. */
const HAS = /(?:现有|共有|建有|拥有|下辖|新建|建成|购置|培训|发放)[^，。；、\d]{2,8}$/;

/** 每月至少外出 次, 每组不少于 人: what only a number can follow. */
const LEAST = /(?:至少|至多|不少于|不得少于|不低于|不超过|不多于)[^，。；、\d]{0,6}$/;
const LEAST_REACH = 12;

/** 工作经费 元: what is paid. */
const PAID = /(?:费|资金|款|金额|补贴|补助)$/;

/** Labels behind which a text says something. */
const LABEL =
  /(?:姓名|单位|部门|责任人|负责人|牵头领导|联系人|电话|手机|邮箱|时限|时间|地点|人员|人数|范围|内容|金额|标准|来源)[：:]$/;

/** ，联系电话：0735 */
const VALUED = /^[，；][\u4e00-\u9fff]{2,6}[：:][^\s，。；_]/;

/** 联系电话：……）: dots where the label announces something. `at`: the colon. */
export function readDots({ text, paragraph }: Line, at: number): Mark | undefined {
  let end = at + 1;
  while (text[end] === '…') end++;
  if (paragraph.role === 'table' || !/^(?:[，。；）)]|$)/.test(text.slice(end, end + 1))) return undefined;
  return LABEL.test(text.slice(Math.max(0, at - 5), at + 1))
    ? { start: at + 1, end, certainty: 'likely' }
    : undefined;
}

/** 先后承办了（……）等活动: dots alone in a bracket within a sentence. `at`: the bracket. */
export function readBracketDots({ text }: Line, at: number): Mark | undefined {
  const dots = /^[（(【]…{1,2}[）)】]/.exec(text.slice(at, at + 4))?.[0];
  if (dots === undefined || !/[\u4e00-\u9fff]/.test(text[at - 1] ?? '')) return undefined;
  const end = at + dots.length;
  return /[\u4e00-\u9fff，。、]/.test(text[end] ?? '') && quoteBefore(text, at) < 0
    ? { start: at, end, certainty: 'likely' }
    : undefined;
}

/** 县委书记……、县长王浩: dots where the name of who holds an office belongs. `at`: the first of them. */
export function readHolderDots({ text }: Line, at: number): Mark | undefined {
  const dots = /^(?:…{1,2}|\.{3,6})/.exec(text.slice(at, at + 6))?.[0];
  if (dots === undefined || !endsInOffice(text.slice(Math.max(0, at - LONGEST_OFFICE), at))) return undefined;
  const end = at + dots.length;
  return /^(?:[、，]|同志|作|致|讲话|出席|主持|宣读)/.test(text.slice(end, end + 2))
    ? { start: at, end, certainty: 'likely' }
    : undefined;
}

/** 《……条例》: whose name is left out. `at`: the mark that opens. */
export function readTitleDots({ text }: Line, at: number): Mark | undefined {
  let end = at + 1;
  while (text[end] === '…') end++;
  return /^[\u4e00-\u9fff]{0,6}(?:条例|办法|规定|细则|意见|通知|方案|规划|决定)》/.test(
    text.slice(end, end + 9),
  )
    ? { start: at + 1, end, certainty: 'likely' }
    : undefined;
}

/** 普及率达到……以上: dots where a figure belongs. `at`: the first of them. 增长……亿元 has lost its number: placeholder/dropped-number. */
export function readCountDots({ text }: Line, at: number): Mark | undefined {
  let end = at;
  while (text[end] === '…') end++;
  return /^(?:以[上下]|左右)/.test(text.slice(end, end + 2))
    ? { start: at, end, certainty: 'likely' }
    : undefined;
}

/** 向……同志学习: dots where a name belongs; what leads to it stands right before. `at`: the first of them. */
export function readNameDots({ text }: Line, at: number): Mark | undefined {
  let start = at;
  while (text[start - 1] === '…') start--;
  return /[向由请对给把与和为]/.test(text[start - 1] ?? '')
    ? { start, end: at + 1, certainty: 'likely' }
    : undefined;
}

/** 共召开推进会（几次？）: what colleagues ask each other. `at`: the bracket. */
export function readAsked({ text }: Line, at: number): Mark | undefined {
  const asked = /^[（(](?:几|多少|哪)[^（）()。；]{0,8}[？?][）)]/.exec(text.slice(at, at + 14))?.[0];
  return asked === undefined ? undefined : { start: at, end: at + asked.length, certainty: 'sure' };
}

/** 报送人事股（电话：）: a label in brackets, and nothing behind it. `at`: the colon. */
export function readEmptyLabel(line: Line, at: number): Mark | undefined {
  const { text } = line;
  const label = /[（(](?:联系)?(?:电话|手机|邮箱|传真|联系人|地址|邮编)$/.exec(
    text.slice(Math.max(0, at - 6), at),
  );
  if (!label || line.paragraph.role === 'table') return undefined;
  return { start: at - label[0].length, end: at + 2, certainty: 'likely' };
}

/** （联系人：　　电话：　　）: labels in a bracket, with nothing behind any of them; at the first of the blanks. */
function readEmptyLabels({ text, paragraph }: Line, start: number): Mark | undefined {
  const open = Math.max(text.lastIndexOf('（', start), text.lastIndexOf('(', start));
  if (open < paragraph.contentStart + 4 || start - open > 8) return undefined;
  const labels = EMPTY_LABELS.exec(text.slice(open, open + 60))?.[0];
  return labels === undefined ? undefined : { start: open, end: open + labels.length, certainty: 'likely' };
}

const REACHED_BY = '联系人 联系方式 联系电话 电话 手机 邮箱 传真 地址';
const EMPTY_LABELS = new RegExp(
  String.raw`^[（(](?:${anyOf(REACHED_BY)}[：:][ \u3000]{0,12}[，、；]?[ \u3000]{0,4}){1,4}[）)]`,
);

/** 责任单位：　　，完成时限：…: what the label announces is missing, and the sentence goes on. */
export function readLabel(line: Line, start: number, end: number): Mark | undefined {
  const { text } = line;
  const inBracket = readEmptyLabels(line, start);
  if (inBracket) return inBracket;
  if (end - start < 2 || !/[，；。]/.test(text[end] ?? '') || line.paragraph.role === 'table')
    return undefined;
  // 请于5月前报送。联系人：　　，联系电话：0871-…: a sentence before it shows the line to be no form's.
  const said = SENTENCE_STOPS.isIn(text, line.paragraph.contentStart, start);
  // …，联系人：　　，联系电话：0735-…: the next label has its value.
  const goesOn = VALUED.test(text.slice(end, end + 12));
  if ((isForm(line) && !said && !goesOn) || !LABEL.test(text.slice(Math.max(0, start - 6), start)))
    return undefined;
  return { start, end, certainty: 'likely' };
}
