/** Underscores for a blank in running text: 近_公里, ____年, 以__同志为组长; not the lines of a form, which are filled in by hand. */
import { Characters } from '../text/characters.ts';
import { anyOf } from '../text/pattern.ts';
import { doubtful } from './company.ts';
import { isForm, isSigningLine } from './forms.ts';
import type { Line, Mark } from './line.ts';
import { NUMERIC, readFigure, slotBehind } from './masked-numbers.ts';

/** Lines for handwriting are this long; marks for something left open are shorter. */
const HANDWRITTEN = 6;
const MATTERS =
  '会议地点 会议时间 活动地点 活动时间 培训地点 培训时间 参会人员 参加人员 完成时限 完成时间 截止时间 报送时间 整改时间 责任单位 牵头单位 主题[是为] 题目[是为] 口号[是为] 目标[是为]';
/** Labels of what a notice itself has to say; behind others a line is filled in by hand. */
const MATTER = new RegExp(String.raw`${anyOf(MATTERS)}[：:]\s*$`);

const STOPS = new Characters('，。；、');
const LINES = new Characters('_＿');

/** 致：____公司: to whom it goes. */
function isAddressed(left: string, right: string): boolean {
  return (
    /^致[：:]\s*$/.test(left) &&
    /^(?:公司|集团|单位|学校|医院|政府|委员会|[局委办厅院部处会社村])/.test(right)
  );
}

/** 联系人：____，联系电话：0816-…: the next label has its value, or the sentence goes on. */
function goesOnBehindLabel({ text }: Line, end: number): boolean {
  return VALUED.test(text.slice(end, end + 12));
}
const VALUED = /^[，；](?:[\u4e00-\u9fff]{2,6}[：:][^\s，。；_＿]|请)/;

/** 10.1007/978-981-19-5833-5|_: what the end of an address looks like. */
const ADDRESS = /[\dA-Za-z][-/]\d{1,12}$/;
const LONGEST_NUMBER = 16;

/** Reads a run of underscores. Behind a label it is a line of a form, meant to be filled in by hand. */
export function readUnderscores(line: Line, start: number, runEnd: number): Mark | undefined {
  const { text } = line;
  // ＿_: the scan parts runs of different characters.
  if (LINES.at(text, start - 1)) return undefined;
  let end = runEnd;
  while (LINES.at(text, end)) end++;
  const figure = readFigure(line, start, end);
  // 10.1007/978-981-19-5833-5_: the end of an address.
  if (figure && ADDRESS.test(text.slice(Math.max(0, start - LONGEST_NUMBER), start))) return undefined;
  if (!figure && end - start < 2 && !isShortLine(line, start, end)) return readLone(line, start, end);
  const left = text.slice(Math.max(0, start - 8), start);
  const right = text.slice(end, end + 8);
  if (!figure && (/[A-Za-z0-9./]$/.test(left) || /^[A-Za-z0-9]/.test(right))) return undefined;
  if (line.paragraph.role === 'table') return undefined;
  const labelled = !figure && /[：:]\s*$/.test(left);
  if (labelled && goesOnBehindLabel(line, end)) return { start, end, certainty: 'likely' };
  if (isForm(line)) return undefined;
  if (labelled && !MATTER.test(left) && !isAddressed(left, right)) return undefined;
  const byHand = end - start >= HANDWRITTEN || isSigningLine(line);
  return { ...(figure ?? { start, end }), certainty: byHand ? 'possible' : 'sure' };
}

/** _将抢抓机遇: beside others of its kind. */
const readLone = (line: Line, start: number, end: number) =>
  line.paragraph.role === 'table' || isForm(line) || isJoined(line.text, start, end)
    ? undefined
    : doubtful(line.text, start, end);

/** _县_镇人民政府: whose names an office has. */
const OF_OFFICE =
  /^(?:[_＿][省市县区州]){0,2}[_＿][省市县区州镇乡](?:人民政府|党委|政府|[县区镇乡]?委|[_＿]村)/;
/** 坚持_领导、加强_建设: 党的, left out by sites that fear the filters. */
const LED_BY = /(?:坚持|加强|推进|始终与)$/;

/** By whom, or to whom, something is done. */
const WHO_DOES = /(?:[经由报]|[聘委]任|聘请|任命|推荐|授予)$/;
const DONE = /^(?:研究|批准|同意|审[议批定]|决定|[为任])/;

/** 带动_、|_两县: places named one after the other; the word for what they are stands behind the last. */
function isOneOfTwo(text: string, start: number, end: number): boolean {
  if (/^[、和与][_＿]两?[省市县区镇乡村][^_＿]/.test(text.slice(end, end + 5))) return true;
  return (
    /[_＿][、和与]$/.test(text.slice(Math.max(0, start - 2), start)) &&
    /^两?[省市县区镇乡村]/.test(text.slice(end, end + 2))
  );
}

/** 北上_、南下_均在两小时以内 */
const endsPhrase = (text: string, end: number) =>
  STOPS.at(text, end) && STOPS.isIn(text, end + 1, text.length);

/** 县_镇_村, 单位_姓名_电话: what the names of files are made of. */
const isJoined = (text: string, start: number, end: number) =>
  /[_＿][^，。；、的\s]{0,6}$/.test(text.slice(Math.max(0, start - 7), start)) ||
  /^[^，。；、的\s]{1,6}[_＿]/.test(text.slice(end, end + 7));

/** 近_公里, 约_多万元, 以_同志为: one underscore where a figure or a name belongs; not 附件_报名表.doc, not 县_镇_村. */
function isShortLine(line: Line, start: number, end: number): boolean {
  const { text } = line;
  if (
    !/[\u4e00-\u9fff，。；、]/.test(text[start - 1] ?? '。') ||
    /\.[A-Za-z]{3,4}/.test(text.slice(end, end + 40))
  )
    return false;
  // 请_上台领奖
  if (
    /[请由]$/.test(text.slice(0, start)) &&
    /^(?:上台|为|作|致|宣读|讲话|发言|颁)/.test(text.slice(end, end + 2))
  )
    return true;
  // 以_新时代中国特色社会主义思想为指导: whose it is, which filters take out
  if (text.startsWith('新时代中国特色社会主义思想', end)) return true;
  // 经_研究, 聘任_为顾问
  if (WHO_DOES.test(text.slice(Math.max(0, start - 2), start)) && DONE.test(text.slice(end, end + 2)))
    return true;
  if (isOneOfTwo(text, start, end) || endsPhrase(text, end)) return true;
  if (OF_OFFICE.test(text.slice(line.paragraph.contentStart))) return true;
  if (
    LED_BY.test(text.slice(Math.max(0, start - 3), start)) &&
    /^(?:领导|建设)/.test(text.slice(end, end + 2))
  )
    return true;
  const slot = slotBehind(line, end + (/[余多]/.test(text[end] ?? '') ? 1 : 0));
  if (slot === undefined || NUMERIC.has(slot)) return slot !== undefined;
  return !isJoined(text, start, end) && (slot === 'surname' || slot === 'person' || slot === 'place');
}
