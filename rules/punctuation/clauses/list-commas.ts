/**
 * Commas within a list of words, told by how the list goes on: 征地拆迁、资金筹措，施工组织、安全监管等工作。 Statements in fours stand so as well
 * (牢记嘱托、感恩奋进，挺膺担当、善作善成), so that the list must be summed up behind; in 2.6 million characters of public documents two commas
 * stand so, both of them slips.
 */
import { boundAfter, CLAUSE_STOPS } from '../../../language/text/bounds.ts';
import { Characters, ShortList } from '../../../language/text/characters.ts';
import { anyOf, wordsOf } from '../../../language/text/pattern.ts';
import { isHanRun } from '../../../language/text/scan.ts';

const MARKS = new Characters('，。；：、！？“”（）《》\n');
const PAUSE = '、';
/** How many characters the members of such a list have, all of them. */
const EVEN = new Set([2, 4]);
/** What sums the list up: 等工作. Its clause ends behind it. */
const SUMMED_UP = /等(?:[各诸]?[多类种项]?[\u4e00-\u9fff]{2,4})$/;
const REACH = 60;
/** What a second clause begins with, or what turns to it. */
const BEGINS = new Characters('在从对为以将把使让并或及与和同除有无要应须可能则而也都还更含');

/** 征地拆迁、资金筹措，施工组织、安全监管等工作。 */
export function isAmidEven(text: string, comma: number): boolean {
  const from = MARKS.behindLast(text, Math.max(0, comma - 5), comma);
  const length = comma - from;
  if (text[from - 1] !== PAUSE || !EVEN.has(length) || !isHanRun(text, from, comma)) return false;
  const next = comma + 1 + length;
  if (text[next] !== PAUSE || !isHanRun(text, comma + 1, next) || BEGINS.at(text, comma + 1)) return false;
  const end = boundAfter(text, next, CLAUSE_STOPS, REACH);
  const members = text.slice(comma + 1, end).split(PAUSE);
  const last = members.pop()!;
  return members.every((member) => member.length === length) && SUMMED_UP.test(last) && last[length] === '等';
}

/** 落实责任、措施、资金、时限，预案。 all of two characters, and the last behind a comma. */
export function isBeforeLast(text: string, comma: number): boolean {
  const end = comma + 3;
  if (!LAST_ENDS.at(text, end) || !isHanRun(text, comma + 1, end) || BEGINS.at(text, comma + 1)) return false;
  return [3, 6].every(
    (back) => text[comma - back] === PAUSE && isHanRun(text, comma - back + 1, comma - back + 3),
  );
}
const LAST_ENDS = new Characters('。；');

/** What is the matter: 由于屋面渗漏、线路老化，设施不达标等问题. */
const MATTERS = /^[^，。；：、]{2,10}等(?:问题|因素|情况|原因|现象|困难)/;
const BECAUSE = new ShortList(wordsOf('由于 因为 因 针对 存在 解决 克服 围绕'));
const MATTER_REACH = 16;

export function isAmidMatters(text: string, comma: number): boolean {
  if (!MATTERS.test(text.slice(comma + 1, comma + 1 + MATTER_REACH))) return false;
  const from = CLAUSE_STOPS.behindLast(text, Math.max(0, comma - REACH), comma);
  return BECAUSE.isAt(text, from) && text.slice(from, comma).includes(PAUSE);
}

/** Branches of administration, as they are named in rows: 教育、公安，民政、卫健等部门. */
const BRANCHES = anyOf(
  '教育 公安 民政 卫健 卫生 财政 审计 人社 住建 交通 水利 环保 生态环境 自然资源 市场监管 应急 文旅 商务 发改 工信 司法 气象 统计 医保 税务 消防 城管 信访 国土 农业农村 交通运输 应急管理 发展改革 卫生健康',
);
const BRANCH_BEFORE = new RegExp(`、${BRANCHES}$`);
const BRANCH_BEHIND = new RegExp(`^${BRANCHES}(?:、[\\u4e00-\\u9fff]{2,6}){0,8}等(?:有关|相关|多)?[部单]`);
const BRANCH_REACH = 7;

export function isAmidBranches(text: string, comma: number): boolean {
  return (
    BRANCH_BEFORE.test(text.slice(Math.max(0, comma - BRANCH_REACH), comma)) &&
    BRANCH_BEHIND.test(text.slice(comma + 1, comma + REACH))
  );
}
