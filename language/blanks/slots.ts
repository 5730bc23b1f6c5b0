/**
 * What belongs into a blank, told from what stands around it: `×书记` wants a surname, `×%` a percentage.
 *
 * First the frame (第×位, 〔20××〕×号, ×月×日), then the word behind the blank (`language/blanks/data/slot-words.tsv`),
 * then what the sentence does with it (我们×, 由×牵头, ×指出). Where a head could be half of a longer word
 * (×项目标), the dictionary decides.
 */
import type { Range } from '../../engine/finding.ts';
import { rows } from '../../generated/blanks-slot-words.ts';
import { isCommonHan } from '../text/characters.ts';
import { anyOf } from '../text/pattern.ts';
import type { Words } from '../text/words.ts';
import { readFrame } from './sentence-frames.ts';

export type Slot =
  | 'surname'
  | 'person'
  /** A person with office, or an organ: whoever 安排部署 or 牵头. */
  | 'subject'
  | 'place'
  | 'road'
  | 'road-number'
  | 'organisation'
  | 'name'
  | 'number'
  | 'percent'
  | 'money'
  | 'year'
  | 'month'
  | 'day'
  | 'ordinal'
  | 'session'
  | 'document-number'
  /** 机关代字: the letters of the issuing organ in a document number. */
  | 'issuer'
  /** What is being built or striven for: 为建设×作出贡献. */
  | 'target'
  | 'text';

export interface SlotReading {
  readonly slot: Slot;
  /** Chinese, for the input box. */
  readonly label: string;
  /** Blanks with one key and one mark hold the same value; empty for a blank on its own. */
  readonly key: string;
  /** The word behind the blank that told the slot, empty without one; the measure word of a number. */
  readonly head: string;
}

interface Head {
  readonly slot: Slot;
  readonly label: string;
  readonly key: string;
}

const heads: ReadonlyMap<string, Head> = new Map(
  rows.map(({ word, slot, label, key }) => [word, { slot: slot as Slot, label, key }]),
);
/** By first unit: the length of the longest head that begins with it, 0 for none. */
const longestHead = new Uint8Array(0x10000);
for (const { word } of rows) {
  const first = word.charCodeAt(0);
  longestHead[first] = Math.max(longestHead[first]!, word.length);
}

/** Units of context on either side that are ever looked at. */
const CONTEXT = 16;

/** Slots whose blanks share a value wherever the mark and the head are the same; all others are filled one by one. */
const SHARED: ReadonlySet<Slot> = new Set(['surname', 'place', 'organisation', 'name', 'issuer', 'session']);

/** Between a blank and the word that tells what belongs there: × 书记. */
const BLANKS = /^[ \u00a0\u3000]+/;

/** A blank whose slot is asked for. `masked`: some of its figures are given (20××, ×0%). */
interface Blank extends Range {
  readonly masked: boolean;
}

/** What belongs into a blank of the text. */
export function readSlot(text: string, { start, end, masked }: Blank, words: () => Words): SlotReading {
  const left = text.slice(Math.max(0, start - CONTEXT), trimmedEnd(text, start));
  const right = text.slice(end, end + CONTEXT).replace(BLANKS, '');
  const mark = text.slice(start, end);
  return (
    readContact(mark) ??
    readNumbering(left, right) ??
    readDate(left, right, mark, masked) ??
    readFigure(mark, right, masked) ??
    readQuoted(left, right) ??
    readHead(left, right, mark, words) ??
    readTitled(left, right) ??
    readFrame(left, right, mark) ??
    reading('text', '内容')
  );
}

/** Where the text before `end` ends without its blanks, within the context. */
function trimmedEnd(text: string, end: number): number {
  const from = Math.max(0, end - CONTEXT);
  let i = end;
  while (i > from && ' \u00a0\u3000'.includes(text[i - 1]!)) i--;
  return i;
}

/** The longest known head at the beginning of a text that is a word there, or undefined. */
export function headOf(right: string, words: () => Words): string | undefined {
  const longest = right === '' ? 0 : longestHead[right.charCodeAt(0)]!;
  for (let length = Math.min(longest, right.length); length > 0; length--) {
    const word = right.slice(0, length);
    if (heads.has(word) && !isSplit(right, length, words)) return word;
  }
  return undefined;
}

export function slotOfHead(head: string): Slot {
  return heads.get(head)!.slot;
}

/** Whether cutting behind a head of this length tears a word: 项|目标 stands, 人|民 does not. */
function isSplit(right: string, length: number, words: () => Words): boolean {
  const next = right.charCodeAt(length);
  if (!isCommonHan(next)) return false;
  const head = right.slice(0, length);
  if (head === '所' && /^(?:取得|做|作|有|在|需|谓|属|以|能|提|获|面临|处|说|讲|示|要)/.test(right.slice(1)))
    return true;
  return !words().isBoundary(right, length) && !isCompound(head, right.slice(length));
}

/** 市|委, 县|政府, 镇|党委: the place is named, the organ follows; the dictionary has the two as one word. */
function isCompound(head: string, rest: string): boolean {
  // 市|中心支行: the dictionary has 市中心.
  if (/^(?:市|县|区)$/.test(head) && CENTRAL.test(rest)) return true;
  if (/^(?:路|大道|街)$/.test(head)) return /^(?:[东西南北中][延段]|改|扩|至)/.test(rest);
  return (
    /^(?:省|市|县|区|州|盟|旗|镇|乡|村|街道)$/.test(head) &&
    /^(?:[委级长直域城内里区]|政府|政协|人大|人民|党|两会|纪委|第)/.test(rest)
  );
}

const CENTRAL = /^中心(?:城区|支行|支库|血站|医院|卫生院|小学|学校|幼儿园|敬老院|粮库|气象[站局]|法庭|校|站)/;

/** xxx@xxx.com, 13800000000: an address, a number to be reached at. */
function readContact(mark: string): SlotReading | undefined {
  if (mark.includes('@')) return reading('text', '邮箱地址');
  return CONTACT_NUMBER.test(mark) ? reading('text', '号码') : undefined;
}

const CONTACT_NUMBER = /^[\d—－-]{6,}$/;

function reading(slot: Slot, label: string, key = '', head = ''): SlotReading {
  return { slot, label, key: SHARED.has(slot) ? key : '', head };
}

/** What follows the year of a document number: 〕×号, ）最高法行申×号. */
const DOCKET_REST = /^[〕］\])）][\u4e00-\u9fff]{0,8}\s*[\d×XxＸ*_＿\s]*号/;

/** Of 清政办发〔2024〕×号: the year, the number and what stands for the issuer. */
function readDocket(left: string, right: string): SlotReading | undefined {
  if (DOCKET_REST.test(right) && /[〔［[(（](?:19|20)?$/.test(left)) return reading('year', '发文年份');
  if (right.startsWith('号') && /[〕］\])）]\s*(?:第)?$/.test(left))
    return reading('document-number', '发文序号', '', '号');
  return /^[\u4e00-\u9fff]{1,6}[〔［[]/.test(right) && /^[^〔［[]{0,5}[发字函办政党委令][〔［[]/.test(right)
    ? reading('issuer', '机关代字', 'issuer', right.slice(0, 1))
    : undefined;
}

/** Document numbers, 第×位, 党的×大. */
function readNumbering(left: string, right: string): SlotReading | undefined {
  // Few blanks stand among these; the patterns below need not be tried for the others.
  const framed = '〕］])）号大届次'.includes(right[0] ?? ' ') || left.endsWith('第') || /[〔［[]/.test(right);
  if (!framed) return undefined;
  const docket = readDocket(left, right);
  if (docket) return docket;
  if (/^(?:大|届|次全国)/.test(right) && /党的(?:第)?$/.test(left)) {
    return reading('session', '届次', 'congress', right.slice(0, 1));
  }
  const session = /^(?:届|次(?:全|会|代表|党代|常)|次会议)/.exec(right);
  if (session && (/(?:第|人大|大会|全会|届)$/.test(left) || right.startsWith('届'))) {
    return reading('session', '届次', session[0], session[0]);
  }
  if (left.endsWith('第')) {
    if (/^(?:条|款|项|章|节|目|页|号)/.test(right)) return reading('ordinal', `序号（第×${right[0]}）`);
    return reading('ordinal', '名次、序数', '', /^[\u4e00-\u9fff]/.test(right) ? right.slice(0, 1) : '');
  }
  if (right.startsWith('号') && !/月$/.test(left)) return reading('document-number', '编号', '', '号');
  return undefined;
}

/** 20××年 is a year, 近×年 so many. */
function readYear(left: string, mark: string, masked: boolean): SlotReading {
  const isWhole = /^(?:19|20)/.test(mark) || mark.length === 4;
  if (
    !isWhole &&
    /(?:近|过去|未来|今后|为期|连续|满|长达|已有|第|每|逾|超过|历时|前|(?<!同)期限?为?)$/.test(left)
  )
    return reading('number', '年数', '', '年');
  // Half a year is given (202x): the same half is the same year; ×年 may be any.
  const label = masked ? '年份（四位整体填写）' : '年份';
  return { slot: 'year', label, key: masked || isWhole ? 'year' : '', head: '年' };
}

function readDate(left: string, right: string, mark: string, masked: boolean): SlotReading | undefined {
  if (!'年月时点分日号季学'.includes(right[0] ?? ' ')) return undefined;
  if (/^年(?!级|均|龄|来|间|期|以上|以内)/.test(right)) return readYear(left, mark, masked);
  if (/^年(?:来|间|期|以上|以内)/.test(right)) return reading('number', '年数', '', '年');
  if (/^月(?!均)/.test(right)) return reading('month', '月份', '', '月');
  if (/^[时点分]/.test(right) && /(?:上午|下午|晚上?|[日号时点])$/.test(left)) {
    return reading('number', `时间（${right[0]}）`, '', right.slice(0, 1));
  }
  if (/^[日号]/.test(right) && /[月至—～~-]$/.test(left)) return reading('day', '日', '', right.slice(0, 1));
  if (/^(?:季度|学期)/.test(right)) return reading('ordinal', '序数（第几季度）', '', '季度');
  return undefined;
}

/** 1××32元, 21.×%, ×0%. */
function readFigure(mark: string, right: string, masked: boolean): SlotReading | undefined {
  if (!masked && !/[.．]/.test(mark)) return undefined;
  if (/[%％‰]$/.test(mark)) return reading('percent', '百分比（连同百分号）');
  if (/^(?:个百分点|百分点|[%％])/.test(right)) return reading('percent', '百分比');
  if (/^(?:[余多]?[百千万亿]*[余多]?)(?:元|美元)/.test(right)) return reading('money', '金额');
  if (/^(?:19|20)\d?\D+$/.test(mark) && mark.length === 4) return reading('year', '年份（四位整体填写）');
  const unit = /^[\u4e00-\u9fff]/.exec(right)?.[0] ?? '';
  return reading('number', '完整的数字', '', unit);
}

/** “×大讲堂”, 《×》: a name, filled alike wherever it is quoted. */
function readQuoted(left: string, right: string): SlotReading | undefined {
  if (left === '' || !'“「‘《〈'.includes(left[left.length - 1]!)) return undefined;
  const close = /^[^“”‘’「」《》。，；]{0,14}[”」’》〉]/.exec(right);
  if (!close) return undefined;
  return reading('name', left.endsWith('《') ? '文件名称' : '名称', close[0]);
}

const BEFORE_OFFICE = /(?:省|市|县|区|镇|乡|村|州|局|厅|党)(?:委|政府|纪委|人大|政协|党组|党委)?$/;

function readHead(left: string, right: string, mark: string, words: () => Words): SlotReading | undefined {
  const word = headOf(right, words);
  if (word === undefined) return undefined;
  const head = heads.get(word)!;
  let { key } = head;
  // As many crosses as a full name has characters: ×××书记.
  if (head.slot === 'surname' && /^[×xX○*]{3}$/.test(mark)) return reading('person', '姓名', '', word);
  // 市委×书记 and 县委×书记 are two people.
  if (head.slot === 'surname') key = `${BEFORE_OFFICE.exec(left)?.[0] ?? ''}×${key}`;
  return reading(head.slot, head.label, key, word);
}

/** 审判长×××, 书记  ×××: behind an office, where the line or the clause ends, stands a name. */
function readTitled(left: string, right: string): SlotReading | undefined {
  if (!/^(?:$|[，。；、（）()])/.test(right)) return undefined;
  return endsInOffice(left) ? reading('person', '姓名') : undefined;
}

/** How far before its end an office begins, with whose it is: 市气象局局长. */
export const LONGEST_OFFICE = 20;

/** Whether a text ends in an office, or in a label for who holds it. */
export function endsInOffice(left: string): boolean {
  return OFFICE.test(left);
}

const OFFICES =
  '书记 主任 主席 [省市县区镇乡局部处科厅校院所站队组]长 审判长 审判员 书记员 书\\s记\\s员 助理 代表';
/** Labels behind which somebody is named. */
const PERSONS = '申请人 被申请人 联系人 负责人 签发人 报告人 发言人 述职人 汇报人 主持人 记录人 姓名';
const OFFICE = new RegExp(`${anyOf(OFFICES, PERSONS)}[：:]?$`);
