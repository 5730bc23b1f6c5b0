/**
 * Dots and white space where a word belongs: 由……牵头, 赴　　镇调研, 第……次会议. By themselves they say nothing; what stands before
 * them cannot end, and what stands behind them names what is missing.
 */
import { Characters } from '../text/characters.ts';
import { anyOf } from '../text/pattern.ts';
import { doubtful } from './company.ts';
import type { Line, Mark } from './line.ts';
import { slotBehind } from './masked-numbers.ts';
import { quoteBefore } from './quotes.ts';

const GOVERNING =
  '[由请赴在于向与和对把经自第从到为受县市区镇] 还有 表彰 推荐 授予 命名 选举 聘请 截至 来自 根据 按照 围绕 关于 担任 传达 学习 贯彻 落实 通过 邀请 了 宣读 出席 参加 实现';
const GOVERNS = new RegExp(`${anyOf(GOVERNING)}$`);
/** What is done by whoever is missing, or what he is called. */
const GOES_ON = new RegExp(
  `^${anyOf(
    '等(?:\\d|单位|部门|领导|同志|企业) 签[订约署] 文件[要精] 同意 批准 研究(?![室院所]) (?:[负牵]|同志|作|致|主)(?:责|头|讲话|发言|辞|持)? 上台 登台 颁奖 领奖 目标 会议 典礼 仪式 大会 精神 号 称号 年[底末初度] 月 日(?!内) 次 届 社区',
    '的(?:部署|要求|精神|安排|决定|通知|意见|讲话|指示|统一)',
  )}`,
);
const LONGEST = 20;
const SENTENCE = new Characters('，。；');
const DATED = new Characters('年月日号');

/** Whether a word is missing between `start` and `end`: dots, or blanks. */
export function isWanted(line: Line, start: number, end: number): boolean {
  const { text } = line;
  // 排名全市第……，
  if (text[start - 1] === '第' && SENTENCE.at(text, end)) return true;
  // 坚持以　　为引领
  if (text[start - 1] === '以' && text[end] === '为' && end - start > 1) return true;
  if (!GOVERNS.test(text.slice(Math.max(0, start - 3), start))) return false;
  const slot = slotBehind(line, end);
  return (slot !== undefined && slot !== 'name') || GOES_ON.test(text.slice(end, end + 3));
}

/** 由……牵头, 到……镇调研: dots in a sentence that goes on behind them. `at`: the first of them. */
export function readGovernedDots(line: Line, at: number): Mark | undefined {
  const { text } = line;
  if (text[at - 1] === '…') return undefined;
  let end = at;
  while (text[end] === '…') end++;
  if (end - at > 2 || quoteBefore(text, at) >= 0) return undefined;
  // 走在……街道上: a road, and dots for how it looks.
  if (text.startsWith('街道', end) && ON_ROADS.at(text, end + 2)) return undefined;
  if (isWanted(line, at, end)) return { start: at, end, certainty: 'likely' };
  // ，…镇已完成清查，……作表态发言
  const acts = slotBehind(line, end) === 'place' || ACTS.test(text.slice(end, end + 2));
  return acts ? doubtful(text, at, end) : undefined;
}
const ACTS = /^(?:作|致|主持|通报|汇报|宣读|介绍|传达|发言|表态|讲话|出席|参加)/;
const ON_ROADS = new Characters('上边旁两中里');

/** 作风不够扎实，比如……。: the example is still to come. `at`: the first of the dots. */
export function readExampleDots({ text, paragraph }: Line, at: number): Mark | undefined {
  let end = at;
  while (text[end] === '…') end++;
  // 会议指出，……会议要求，……
  const closes =
    '。；'.includes(text[end] ?? '。') || end === paragraph.contentEnd || text.startsWith('会议', end);
  return closes && end - at <= 2 && quoteBefore(text, at) < 0
    ? { start: at, end, certainty: 'likely' }
    : undefined;
}

/** 三产结构调整至  ；: what leads to a value, and a gap before the stop. */
export function readValueGap({ text, paragraph }: Line, start: number, end: number): Mark | undefined {
  if (paragraph.role === 'table' || end - start > LONGEST) return undefined;
  return LEADS_TO_VALUE.test(text.slice(Math.max(0, start - 4), start))
    ? { start, end, certainty: 'likely' }
    : undefined;
}
const LEADS_TO_VALUE =
  /(?:[整高加少大低长升展减]到|[调增降减升提]至|整至|达到|[占为]比为|排名第|位居第|位列第)$/;

/** 《云溪县　　办法》: what a document is on. A narrow gap may be one of the layout. */
export function readTitleGap({ text, paragraph }: Line, start: number, end: number): Mark | undefined {
  if (paragraph.role === 'table' || end - start < 2 || end - start > LONGEST) return undefined;
  const before = text.slice(Math.max(0, start - TITLE), start);
  return IN_TITLE.test(before) && DOCUMENT.test(text.slice(end, end + DOCUMENT_REACH))
    ? { start, end, certainty: 'likely' }
    : undefined;
}
const TITLE = 24;
const IN_TITLE = /《[^《》，。；]{0,20}[\u4e00-\u9fff]$/;
const DOCUMENT = /^(?:管理|实施|暂行|工作)?(?:条例|办法|规定|细则|方案|规划|意见|通知|制度|规程)》/;
const DOCUMENT_REACH = 6;

/** 到　　镇、石桥镇调研, 会上，　　书记强调: a wide gap in a sentence. */
export function readGovernedGap(line: Line, start: number, end: number): Mark | undefined {
  const { text } = line;
  const { contentStart, contentEnd, role } = line.paragraph;
  if (role === 'table' || end - start < 2 || end - start > LONGEST) return undefined;
  if (start <= contentStart || !SENTENCE.isIn(text, end, contentEnd)) return undefined;
  // 会上，　　书记强调
  const begins = text[start - 1] === '，' && slotBehind(line, end) === 'surname' && text[end] !== '总';
  if (begins || isWanted(line, start, end)) return { start, end, certainty: 'likely' };
  // Those of dates are read by themselves; tabs stand between cells.
  return DATED.at(text, end) || text.includes('\t') ? undefined : doubtful(text, start, end);
}
