/** A single letter for a blank, which needs something beside it that wants a value: X月, 请X发言, 张X，男, 为X高质量发展. */
import type { Range } from '../../engine/finding.ts';
import { isSurname } from '../names/surnames.ts';
import { anyOf } from '../text/pattern.ts';
import { isCensored } from './censored.ts';
import { doubtful } from './company.ts';
import { Around, isMultiplier } from './honest-crosses.ts';
import { hasSibling } from './initials.ts';
import type { Line, Mark } from './line.ts';
import { endsInOffice, headOf, slotOfHead } from './slots.ts';

/** @param stands `in a range`: it is one of two between which a figure lies, X-X月 */
export function readOneLetter(
  line: Line,
  { start, end }: Range,
  stands: 'alone' | 'in a range',
): Mark | undefined {
  const { text } = line;
  const left = text.slice(Math.max(0, start - LEFT), start);
  const sure: Mark = { start, end, certainty: 'sure' };
  const likely: Mark = { start, end, certainty: 'likely' };
  const right = behindLetters(text, end);
  if (OF_TWO.test(right) || TWICE_RIGHT.test(right) || TWICE_LEFT.test(left) || left.endsWith('从严治'))
    return sure;
  if (isOrdinal(left, text.slice(end, end + 1)) || (stands === 'in a range' && UNTIL_DATE.test(right)))
    return sure;
  if (standsForItself(line, start, end, right)) return undefined;
  if (
    isValue(left, right) ||
    isNumber(left, right) ||
    isQuotedName(text, start, right) ||
    PERIODS.test(right)
  )
    return sure;
  if (/[A-WYZa-wyz0-9]\s?$/.test(text.slice(Math.max(0, start - 2), start))) return undefined;
  if (isTimeOfDay(text.slice(Math.max(0, start - 3), start), right) || isCensored(right)) return sure;
  if (isPerson(text, start, left, right)) return sure;
  if (isOwnPlace(text.slice(Math.max(0, start - PLACE_REACH), start), right)) return likely;
  if (isProject(left, right) || isBrokenOff(line, start, left, right) || isOfAttachment(text, start, right))
    return likely;
  const head = headOf(right.replace(/^[余多]/, ''), line.words);
  if (head === undefined) return isDay(text, start, right) ? sure : doubtfulLetter(text, start, end);
  const slot = slotOfHead(head);
  // X项目, X平台, X系统 may be a name as it stands.
  return slot === 'name' || slot === 'organisation' ? likely : sure;
}

/** X正站在新的起点上: not where letters tell several apart. */
const doubtfulLetter = (text: string, start: number, end: number) =>
  CALCULATES.test(text) || isCalled(text, start, end) ? undefined : doubtful(text, start, end);
/** Another letter, or a word of sums. */
const CALCULATES =
  /(?<![A-Za-z\d])[A-WYZa-wyz](?![A-Za-z\d])|变量|函数|方程|坐标|取值|样本|参数|公式|字母|代号|未知/;
/** 设为X, X表示…, X因素: what is called so. */
const isCalled = (text: string, start: number, end: number) =>
  /[为设令用以号第型叫]$/.test(text.slice(Math.max(0, start - 1), start)) ||
  CALLED.test(text.slice(end, end + 2));
const CALLED = /^(?:[为即因元型号倍射波机座版类级代”]|表示|代表|大于|小于|等于)/;

/** Units before the letter that are looked at, and behind it. */
const LEFT = 4;
const RIGHT = 20;

/** 高于全国、全省X|、X个百分点: the first of two figures. */
const OF_TWO = /^[、和][xXｘＸ](?:个百分点|[%％]|[万亿]元|[万亿]?元|[人户个家项起件])/;

/** 为X|、X两姓, 流入X、|X，: no two of one list are called by the same letter. */
const TWICE_RIGHT = /^[、和与及][xXｘＸ](?:$|[，。；、等两三国省县])/;
const TWICE_LEFT = /[^A-Za-z\d][xXｘＸ][、和与及]$/;

/** What stands behind a letter. X X县 has as many letters as characters, set apart: 县 stands behind both. */
function behindLetters(text: string, end: number): string {
  return text
    .slice(end, end + RIGHT)
    .replace(/^\s+/, '')
    .replace(/^(?:[xXｘＸ]\s){0,2}[xXｘＸ]\s?(?=[\u4e00-\u9fff])/, '');
}

/** 森林覆盖率达到X。 */
const isValue = (left: string, right: string) => /^[，。；]/.test(right) && LEADS_TO_VALUE.test(left);
const LEADS_TO_VALUE = /(?:达到?|增至|升至|降至|提高到|率为|每周|星期)$/;

/** 第X章, 第X届. */
function isOrdinal(left: string, next: string): boolean {
  return left.endsWith('第') && /^[章节条款项届次批期名位个组版轮]/.test(next);
}

/** 〔2024〕X号, 第X号. */
function isNumber(left: string, right: string): boolean {
  return isDocumentNumber(left, right) || (left.endsWith('第') && NUMBER_ENDS.test(right));
}

/** 详见附件X）: which of them; attachments that are told apart by letters have an A. */
function isOfAttachment(text: string, start: number, right: string): boolean {
  return (
    ATTACHMENT.test(text.slice(Math.max(0, start - 2), start)) &&
    !/^[\dA-Za-z]/.test(right) &&
    !LETTERED.test(text)
  );
}
const ATTACHMENT = /附[件表图]$/;
const LETTERED = /附[件表图][A-WYZ]/;

/** X|-X月, X|日. */
const UNTIL_DATE = /^(?:[-—～~至][\dxXｘＸ]{1,2})?[月日号前]/;

/** 设甲种苗x株，乙种苗y株: unknowns; “文旅X计划”: times; X市场、Y市场: one of several that are told apart by letters. */
function standsForItself(line: Line, start: number, end: number, right: string): boolean {
  const { text } = line;
  if ((text[start] === 'x' && UNKNOWN.test(text)) || ONE_OF_LETTERS.test(text)) return true;
  const around = Around.visible(line.paragraph, start, end);
  // “加快建设x个中心”: a number.
  const multiplies = around.quotes && !/^[个项条批]/.test(right) && isMultiplier(around);
  return multiplies || hasSibling(text, start, right.slice(0, 2));
}

/** X、Y、Z标识三种方案: letters tell them apart. */
const ONE_OF_LETTERS = /X、Y/;
/** The second unknown of a sum. */
const UNKNOWN = /(?<![A-Za-z])y(?![A-Za-z])/;

/** 编号为第X。 */
const NUMBER_ENDS = /^(?:$|[，。；、])/;

/** “X”工程. */
function isQuotedName(text: string, start: number, right: string): boolean {
  return (
    /[“"]/.test(text[start - 1] ?? '') &&
    /^[”"](?:项目|工程|计划|战略|行动|活动|称号|荣誉|品牌|奖)/.test(right)
  );
}

/** X年, X月. */
const PERIODS = /^(?:[余多]?年|月|届|季度|等[奖功])/;

/** 3月X日. */
function isDay(text: string, start: number, right: string): boolean {
  return /^[日号]/.test(right) && /月\s?$/.test(text.slice(Math.max(0, start - 2), start));
}

/** 请X发言; 张X，男; 县委书记 X, the line that says who speaks; 联系人：X，. */
function isPerson(text: string, start: number, left: string, right: string): boolean {
  if (isSpeaker(left, right) || isWhoActs(left, right) || isGivenName(left, right)) return true;
  if (right === '')
    return ' \u3000'.includes(text[start - 1] ?? '-') && endsInOffice(text.slice(0, start).trimEnd());
  return LABELLED.test(text.slice(Math.max(0, start - 6), start)) && /^[，。；）]/.test(right);
}

/** X重建加快推进: a project, at the head of its clause. */
function isProject(left: string, right: string): boolean {
  return /(?:^|[，。；、：])$/.test(left) && WORKS.test(right);
}

/** …述职，X / 个书记…: the line goes on below, as in a copy of a print. */
function isBrokenOff(line: Line, start: number, left: string, right: string): boolean {
  return (
    right === '' &&
    start - line.paragraph.contentStart >= LEAST_BROKEN_OFF &&
    /[^A-Za-z][，、；,;]$/.test(left)
  );
}

/** Lines that are broken off have some length. */
const LEAST_BROKEN_OFF = 20;

/** X政办发〔2025〕X号, 第X号. */
function isDocumentNumber(left: string, right: string): boolean {
  return (
    /^[\u4e00-\u9fff]{1,6}[〔［[(（]\s?[\dxXｘＸ×]{4}[〕］\])）]/.test(right) ||
    (right[0] === '号' && /[〕］\])）第]$/.test(left))
  );
}

/** What is done at a meeting, and with a task. */
const SPEAKS =
  '发言 讲话 致辞 致词 主持 宣读 宣布 传达 通报 汇报 介绍 点评 总结 上台 作 同志 代表 为 向 领 牵头 负责 承办 督办 落实 组织 协调 提供';
/** What whoever is asked does; 由X、X共同负责 names several. */
const ASKED = new RegExp(`^(?:[、和与][xXｘＸ]){0,4}(?:共同|分别|同志)?${anyOf(SPEAKS)}`);
/** 由省局牵头，X、|X配合。 */
const HELPS = /^(?:[、和与][xXｘＸ]){0,4}(?:牵头|配合|协办|督办|承办)(?:[，。；]|$)/;

/** 请X发言, 由X牵头，X、X配合. */
function isSpeaker(left: string, right: string): boolean {
  if (/[，；、和与]$/.test(left) && HELPS.test(right)) return true;
  return (
    /(?:请|由|邀请|欢迎|感谢|[由、][xXｘＸ][、和与]|[局县镇乡科处院校]长|书记|主任)\s?$/.test(left) &&
    ASKED.test(right)
  );
}

/** 昨天|X|带队赴…, 会上，|X|强调: who it was that did what one does in office. */
function isWhoActs(left: string, right: string): boolean {
  return WHEN.test(left) && ACTS.test(right);
}
const WHEN = /(?:^|[，。；]|[昨今前]天|[上下]午|近日|日前|会上|会前|会后|随后|期间|最后|刚才)$/;
const DONE_IN_OFFICE =
  '带队 率队 陪同 主持召开 强调 指出 一行 出席 宣布 介绍[^，。] 作(?:了|表态|典型|交流|动员|主题)[\\u4e00-\\u9fff]{2}';
const ACTS = new RegExp(`^${anyOf(DONE_IN_OFFICE)}`);

/** 张X，男，1985年生: the given name in a notice of candidates. */
function isGivenName(left: string, right: string): boolean {
  return (
    isSurname(left.slice(-1)) &&
    /^[，,]\s?(?:[男女]|现[任年]|(?:19|20)\d\d年|[\u4e00-\u9fff]{1,2}族)/.test(right)
  );
}

/** 与|X|传媒大学合作: whose name begins with the letter. */
function isInstitution(left: string, right: string): boolean {
  return /[与和同由经到在]$/.test(left) && INSTITUTION.test(right);
}
const INSTITUTION = /^[\u4e00-\u9fff]{2,4}(?:大学|学院|集团|公司|银行|研究院|医院|中学)/;

const PLACE_REACH = 6;
/** 美丽X、幸福X: what a place calls itself. */
const EPITHETS = '美丽 幸福 平安 法治 文明 富强 和谐 魅力 活力 品质 大美 健康 开放 生态 实力 宜居 锦绣';
const AS_NAME = new RegExp(`${anyOf(EPITHETS)}$`);
const NAME_ENDS = /^(?:[、，。；！”]|$|建设|而言|来说|来讲|为(?:目标|主线|抓手|载体|统领|契机))/;
/** 为X高质量发展, 向X看齐, 在X的坚强领导下: what is done for a place or in it, and what is its own. */
const FOR_PLACE =
  '为 向 在 来 到 赴 祝愿 祝 把 对 关心 支持 热爱 扎根 奉献 落户 推介 立足 赋予 建设 推进 推动 开创 谱写 助力 奋力 加快';
const FOR = new RegExp(`${anyOf(FOR_PLACE)}$`);
const OF_PLACE =
  '时(?=[，到考]) 附近 周边 提出了 高质量 的正确领导 的坚强领导 经济社会 发展大局 实际 现代化 新篇章 篇章 看齐 各项事业 大地 人民 儿女 全域 振兴 全面振兴 崛起 新的使命 考察 投资兴业 投资 视察 调研 工作期间 改革发展 故事 形象 越来越 越办越 明天更 的明天';
const OF = new RegExp(`^${anyOf(OF_PLACE)}`);
/** X东部地区, X多地变为泽国, 据X气象台: what only a place has. */
const PART_OF_PLACE = /^(?:[东西南北中]部|东[南北]部|西[南北]部|多地|大部|全境|境内|气象[台局])/;
/** X始终坚持, X的做法: at the head of its clause. */
const DOES = new RegExp(
  `^${anyOf('(?:见|有)(?:行动|落实|部署) 也要 (?:还要|还将|将)(?:就|对|作|做|讲|进行) 始终 实现(?:旅游|财政|工业|农业|税收)[\\u4e00-\\u9fff]{2} 正处 地处 位于 历史悠久 是全国 是全省 作为全 人民 儿女 的做法 的经验 干部群众 经济社会 高质量发展')}`,
);

/** X、X等地. */
const LISTED = /^(?:、[xXｘＸ]){0,4}等[地县]/;

/** Whether a single letter stands for the writer's own place, or one that he looks to. */
function isOwnPlace(left: string, right: string): boolean {
  if (LISTED.test(right) || PART_OF_PLACE.test(right) || isInstitution(left, right)) return true;
  if (AS_NAME.test(left)) return NAME_ENDS.test(right);
  if (FOR.test(left)) return OF.test(right);
  return /(?:^|[，。；、：])$/.test(left) && DOES.test(right);
}

/** What a form has on the left of its colons. */
const LABELLED = /(?:姓名|联系人|负责人|责任人|电话|手机|单位|地点|时间)[：:]$/;

/** What is done to what is built, and how it goes. */
const BUILDING = '重建 改造 改扩建 扩建 新建 迁建 复建 建设 提升 整治';
const GOES = '加快 顺利 全面 已 正 工[程作] 项目 稳步 如期 提前 完成 启动 推进';
const WORKS = new RegExp(`^${anyOf(BUILDING)}{1,2}${anyOf(GOES)}`);

/** 上午X时, X日X时X分: not X时 by itself. */
function isTimeOfDay(left: string, right: string): boolean {
  return (
    /^[时点][\dxXｘＸ]{1,2}分/.test(right) ||
    (/^[时点分]/.test(right) && /(?:上午|下午|晚上?|[日号时点])\s?$/.test(left))
  );
}
