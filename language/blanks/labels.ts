/** Labels with nothing behind them, where the sentence goes on: 责任单位：　　，完成时限：…, （电话：）, 联系电话：……）. */
import { SENTENCE_STOPS } from '../text/bounds.ts';
import { anyOf } from '../text/pattern.ts';
import { isForm } from './forms.ts';
import type { Line, Mark } from './line.ts';

/** Labels behind which a text says something. */
const ANNOUNCE = [
  '[票录持唱计讲]人 姓名 单位 部门 责任人 负责人 牵头领导 联系人 电话 手机 邮箱 时限 时间 地点 人员 人数 范围 内容 金额 总额 标准 来源',
  // 总体要求是：
  '(?:要求|目标|思路|任务|措施|原则|重点)是?',
  // 出席的嘉宾有：
  '(?:来宾|嘉宾|领导|代表|同志)(?:还?有|是|包括)',
];
const LABEL = new RegExp(`${anyOf(ANNOUNCE)}[：:]$`);

/** ，联系电话：0735 */
const VALUED = /^[，；][\u4e00-\u9fff]{2,6}[：:][^\s，。；_]/;

/** 联系电话：……）: dots where the label announces something. `at`: the colon. */
export function readLabelDots({ text, paragraph }: Line, at: number): Mark | undefined {
  let end = at + 1;
  while (text[end] === '…') end++;
  if (paragraph.role === 'table' || !/^(?:[，。；）)]|$)/.test(text.slice(end, end + 1))) return undefined;
  return LABEL.test(text.slice(Math.max(0, at - 5), at + 1))
    ? { start: at + 1, end, certainty: 'likely' }
    : undefined;
}

/** Labels of how somebody is reached. */
export const CONTACT_LABELS = '联系人 联系方式 联系电话 电话 手机 邮箱 传真 地址 邮编';
/** … and of who has written a text. */
const REACHED_BY = `${CONTACT_LABELS} 执笔人 撰稿人 审核人 报送人`;
/** （电话|, （联系人：李明　电话|: in a bracket, alone or behind another that has its value. */
const LAST_LABEL = new RegExp(
  String.raw`[（(](?:${anyOf(REACHED_BY)}[：:][ \u3000]?[^\s，。；：（）()]{2,24}[\s，、；]{1,6})?(?<label>${anyOf(REACHED_BY)})$`,
);
const LAST_LABEL_REACH = 44;

/** 报送人事股（电话：）: a label in brackets, and nothing behind it. `at`: the colon. */
export function readEmptyLabel(line: Line, at: number): Mark | undefined {
  const { text } = line;
  const last = LAST_LABEL.exec(text.slice(Math.max(0, at - LAST_LABEL_REACH), at));
  if (!last || line.paragraph.role === 'table') return undefined;
  const label = last.groups!.label!.length;
  const alone = last[0].length === label + 1;
  return alone
    ? { start: at - label - 1, end: at + 2, certainty: 'likely' }
    : { start: at - label, end: at + 1, certainty: 'likely' };
}

/** （联系人：　　电话：　　）: labels in a bracket, with nothing behind any of them; at the first of the blanks. */
function readEmptyLabels({ text, paragraph }: Line, start: number): Mark | undefined {
  const open = Math.max(text.lastIndexOf('（', start), text.lastIndexOf('(', start));
  if (open < paragraph.contentStart + 4 || start - open > 8) return undefined;
  const labels = EMPTY_LABELS.exec(text.slice(open, open + 60))?.[0];
  return labels === undefined ? undefined : { start: open, end: open + labels.length, certainty: 'likely' };
}

const EMPTY_LABELS = new RegExp(
  String.raw`^[（(](?:${anyOf(REACHED_BY)}[：:][ \u3000]{0,12}[，、；]?[ \u3000]{0,4}){1,4}[）)]`,
);

/** 责任单位：　　，完成时限：…: what the label announces is missing, and the sentence goes on. */
export function readLabel(line: Line, start: number, end: number): Mark | undefined {
  const { text } = line;
  const inBracket = readEmptyLabels(line, start);
  if (inBracket) return inBracket;
  if (end - start < 2 || !/[，；。）]/.test(text[end] ?? '') || line.paragraph.role === 'table')
    return undefined;
  // （电子版发至邮箱：　　）: the bracket says something; （单位：　　） is a form's.
  const inSentence = IN_SENTENCE.test(text.slice(Math.max(0, start - BRACKET), start));
  if (text[end] === '）' && !inSentence) return undefined;
  // 请于5月前报送。联系人：　　，联系电话：0871-…: a sentence before it shows the line to be no form's.
  const said = inSentence || SENTENCE_STOPS.isIn(text, line.paragraph.contentStart, start);
  // …，联系人：　　，联系电话：0735-…: the next label has its value.
  const goesOn = VALUED.test(text.slice(end, end + 12));
  if ((isForm(line) && !said && !goesOn) || !LABEL.test(text.slice(Math.max(0, start - 6), start)))
    return undefined;
  return { start, end, certainty: 'likely' };
}

/** What leads to the label within a bracket: 发至|邮箱：. */
const IN_SENTENCE = new RegExp(
  String.raw`[（(][^（）()]{0,30}(?:[至到送]|[，；][\u4e00-\u9fff]{0,4})${anyOf(REACHED_BY)}[：:]$`,
);
const BRACKET = 44;

/** 联系邮箱：@163.com: an address without a name. `end` lies behind the @. */
export function readEmptyMail({ text }: Line, end: number): Mark | undefined {
  const host = /^(?:[\w-]{1,20}\.){1,3}[a-z]{2,6}/i.exec(text.slice(end, end + 80))?.[0];
  return host === undefined ? undefined : { start: end - 1, end: end + host.length, certainty: 'sure' };
}
