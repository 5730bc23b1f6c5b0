/**
 * Places that speak of a numbered part (见附件3, 如图2所示, 本办法第十条, 前述第（三）项) and the parts that are no series in the
 * running text: captions of figures and tables, the list of attachments.
 */

import { defineFact } from '../../engine/facts.ts';
import type { Scan } from '../../engine/language.ts';
import { NONE } from '../../engine/lists.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { boundAfter, SENTENCE_STOPS } from '../text/bounds.ts';
import { Characters, lastOf } from '../text/characters.ts';
import { ONE_TO_TEN, readDigits, readHanNumber } from '../text/numerals.ts';
import { anyOf } from '../text/pattern.ts';
import { kindSet, Token } from '../text/scan.ts';

export type ReferenceKind =
  | 'attachment'
  | 'figure'
  | 'table'
  | 'attached-figure'
  | 'attached-table'
  | 'article'
  | 'chapter'
  | 'section'
  | 'part'
  | 'item'
  /** 前三项: so many of the list above. */
  | 'first-items'
  /** 后两项, beside 前三项 in its sentence. */
  | 'last-items';

export interface Reference {
  readonly kind: ReferenceKind;
  readonly value: number;
  /** `附件3`, `第十条`. Relative to the paragraph. */
  readonly start: number;
  readonly end: number;
  readonly numberStart: number;
  readonly numberEnd: number;
  /**
   * Whose part it is: `own` when the text says so (本办法第十条, 前述第（三）项), `bare` where its paragraph names no text at all before it
   * (违反第十条), `other` behind the name of another text, else `open`.
   */
  readonly of: 'own' | 'bare' | 'other' | 'open';
  /** Of an item: in whatever list of the text (本文（五）), not in the one above. */
  readonly anywhere?: boolean;
  /** Of an item: the article of this text whose it is (本办法第三条第（三）项). */
  readonly article?: number;
  /** Of 后两项: how many the 前三项 of its sentence are. */
  readonly beside?: number;
}

const NUMBERED: readonly (readonly [string, ReferenceKind])[] = [
  ['附件', 'attachment'],
  ['附图', 'attached-figure'],
  ['附表', 'attached-table'],
  ['图', 'figure'],
  ['表', 'table'],
];
const NAMES = new Characters(lastOf(NUMBERED.map(([word]) => word)));
const FIGURES = kindSet(Token.Digits);

const UNITS: Readonly<Record<string, ReferenceKind>> = {
  条: 'article',
  章: 'chapter',
  节: 'section',
  部分: 'part',
  项: 'item',
};

/** The references of a paragraph in text order; the number a paragraph begins with is its own mark and not among them. */
export const references = defineFact<readonly Reference[]>('references', (paragraph) => {
  if (paragraph.blank || paragraph.role === 'table') return [];
  const found: Reference[] = [];
  readNumbered(paragraph, found);
  readHanAttachments(paragraph, found);
  readOrdinals(paragraph, found);
  readBracketed(paragraph, found);
  readFirstItems(paragraph, found);
  if (found.length === 0) return NONE;
  return found.length > 1 ? found.sort((a, b) => a.start - b.start) : found;
});

/** 附件二, not 附件一至三的要求, nor 附件一份. */
function readHanAttachments({ text, contentStart }: Paragraph, found: Reference[]): void {
  for (let at = text.indexOf('附件', contentStart + 1); at >= 0; at = text.indexOf('附件', at + 2)) {
    const numberStart = at + 2;
    const number = readHanNumber(text, numberStart);
    if (!number || number.value > MOST_ATTACHMENTS || COUNTED.at(text, number.end)) continue;
    const place = { start: at, end: number.end, numberStart, numberEnd: number.end };
    found.push({
      kind: 'attachment',
      value: number.value,
      ...place,
      of: isOfOthers(text, at) ? 'other' : 'open',
    });
  }
}

const MOST_ATTACHMENTS = 30;
/** 附件三份, 附件一式两份. */
const COUNTED = new Characters('份个项套式张页类种本');

const OWN_TEXT = new RegExp(
  `(?:本(?:文|意见|方案|通知|报告|要点|计划|办法|纲要)|前述|上述)(?:第[${ONE_TO_TEN}]部分)?(?:第)?$`,
);

/** 按照本文（五）的要求: an item of a text that has no mark of its own before the number. */
function readBracketed({ text, contentStart }: Paragraph, found: Reference[]): void {
  for (let at = text.indexOf('（', contentStart + 1); at >= 0; at = text.indexOf('（', at + 1)) {
    const number = readHanNumber(text, at + 1);
    if (!number || text[number.end] !== '）') continue;
    const before = text.slice(Math.max(0, at - OWN_REACH), at);
    // 前述第（三）项 is read with the ordinals.
    if (before.endsWith('第') || !OWN_TEXT.test(before)) continue;
    found.push({
      kind: 'item',
      value: number.value,
      start: at,
      end: number.end + 1,
      numberStart: at + 1,
      numberEnd: number.end,
      of: 'own',
      anywhere: true,
    });
  }
}

/** 其中前三项由…牵头，后两项由…负责, not 前三个季度 nor 前两款. */
function readFirstItems({ text, contentStart }: Paragraph, found: Reference[]): void {
  for (let at = text.indexOf('前', contentStart); at >= 0; at = text.indexOf('前', at + 1)) {
    const first = itemsAt(text, at, 'first-items');
    if (!first) continue;
    if (at > contentStart) found.push(first);
    const behind = text.indexOf('后', first.end);
    if (behind < 0 || SENTENCE_STOPS.isIn(text, first.end, behind)) continue;
    const last = itemsAt(text, behind, 'last-items');
    if (last) found.push({ ...last, beside: first.value });
  }
}

function itemsAt(text: string, at: number, kind: 'first-items' | 'last-items'): Reference | undefined {
  const number = readHanNumber(text, at + 1);
  if (!number || number.value < 2 || !/^(?:[项条点]|个方面)/.test(text.slice(number.end, number.end + 3)))
    return undefined;
  if (at > 0 && !/^[\s　，。；：、（其对把将由以中]$/.test(text[at - 1]!)) return undefined;
  const end = number.end + (text[number.end] === '个' ? 3 : 1);
  return { kind, value: number.value, start: at, end, numberStart: at + 1, numberEnd: number.end, of: 'own' };
}

const OWN_REACH = 14;

/** 附件3, 图2, 表1. */
function readNumbered({ scan, text, contentStart }: Paragraph, found: Reference[]): void {
  for (let i = nextNamed(text, scan, 0), n = scan.count; i < n; i = nextNamed(text, scan, i + 1)) {
    const number = scan.start(i);
    const named = NUMBERED.find(([word]) => text.endsWith(word, number));
    if (!named) continue;
    const [word, kind] = named;
    const start = number - word.length;
    // 代表3人, 版图2个: the character belongs to another word. 图1-2, 表3.1 are numbered by chapter.
    if (
      start <= contentStart ||
      !opensReference(text, start, kind) ||
      /[-－.．—–\d年月日个人]/.test(text[scan.end(i)] ?? '')
    )
      continue;
    found.push({
      kind,
      value: readDigits(text.slice(number, scan.end(i))),
      start,
      end: scan.end(i),
      numberStart: number,
      numberEnd: scan.end(i),
      of: isOfOthers(text, start) ? 'other' : 'open',
    });
  }
}

/** 《…》附件3, 县政府文件附件5, 3号附件2: of another text. */
const isOfOthers = (text: string, start: number) =>
  OTHERS.at(text, start - 1) ||
  (FILES.at(text, start - 1) && OTHER_FILE.test(text.slice(Math.max(0, start - 3), start)));
const OTHERS = new Characters('》该其');
const OTHER_FILE = /(?:^|[^本])文件$|[\d文]号$/;
const FILES = new Characters('件号');

/** The first of the tokens from number `i` on that is a figure of one or two digits with one of the names before it. */
function nextNamed(text: string, scan: Scan, i: number): number {
  let t = scan.next(FIGURES, i);
  while (t < scan.count && (!NAMES.at(text, scan.start(t) - 1) || scan.end(t) - scan.start(t) > 2))
    t = scan.next(FIGURES, t + 1);
  return t;
}

const REFERENCE_OPENERS = new Characters('见如按照由从及和与、（(，。；：》');

function opensReference(text: string, start: number, kind: ReferenceKind): boolean {
  if (kind === 'attachment' || kind === 'attached-figure' || kind === 'attached-table') return true;
  return REFERENCE_OPENERS.at(text, start - 1);
}

/** What a text calls itself. */
const TEXTS =
  '法 条例 办法 规定 细则 规则 规程 章程 准则 意见 方案 通知 决定 解释 制度 规范 标准 报告 合同 协议书? 公约 守则 须知 文';
const OWN = new RegExp(`(?:本${anyOf(TEXTS)}|前述|上述|其中|前款|本款|前条|本条)$`);

/** 见第三部分, 按照第五部分…. */
const POINTS = /(?:^|[，。；（(])(?:具体|详细|有关)?(?:详?见|按照?|根据|依照|对照|参见)$|(?:详|参)见$/;

/** 第十条, 第三章, 第二部分, 第（三）项. */
function readOrdinals({ text, contentStart }: Paragraph, found: Reference[]): void {
  // 第（一）项由…负责，第（二）项…: a line that says this of the list above it.
  const speaksOfItems = text[contentStart] === '第' && OPENS.at(text, contentStart + 1);
  for (let at = text.indexOf('第', contentStart + 1); at >= 0; at = text.indexOf('第', at + 1)) {
    const bracket = OPENS.at(text, at + 1) ? 1 : 0;
    const numberStart = at + 1 + bracket;
    const number = readHanNumber(text, numberStart);
    if (!number) continue;
    const after = number.end + bracket;
    const unit = text.startsWith('部分', after) ? '部分' : text[after]!;
    const kind = UNITS[unit];
    if (!kind || (bracket === 1 && kind !== 'item')) continue;
    // 第三条之一, 第一条战线
    if (kind === 'article' && /[之战路道线生]/.test(text[after + 1] ?? '')) continue;
    const ofArticle = kind === 'item' && ofArticleBefore(found.at(-1), at);
    const ofList = speaksOfItems && bracket === 1 && ({ of: 'own' } as const);
    found.push({
      kind,
      value: number.value,
      start: at,
      end: after + unit.length,
      numberStart,
      numberEnd: number.end,
      ...(ofArticle ||
        ofList || { of: joinedTo(text, found.at(-1), kind, at) ?? whoseOrdinal(text, at, kind) }),
    });
  }
}

/** 本办法|第三条|第（二）项: that an item at `at` is of the article before it. */
function ofArticleBefore(last: Reference | undefined, at: number) {
  const isOfThis = last?.kind === 'article' && (last.of === 'own' || last.of === 'bare');
  return isOfThis && last.end === at ? ({ article: last.value, of: last.of } as const) : undefined;
}

/** 刑法第三条、|第五条; 刑法第三条第二款和|第五条: of the same text as the one before it. */
function joinedTo(text: string, last: Reference | undefined, kind: ReferenceKind, at: number) {
  if (kind !== 'article' || (last?.kind !== 'article' && last?.article === undefined)) return undefined;
  return at - last.end <= JOIN && JOINS.test(text.slice(last.end, at)) ? last.of : undefined;
}
const JOIN = 14;
const JOINS = new RegExp(`^(?:第[${ONE_TO_TEN}（）]{1,5}[款项])*(?:的?规定)?(?:[、和与及或至到]|以及|或者)$`);
const OPENS = new Characters('（(');

/** Of which text a reference is, by what stands before it. */
function whoseOrdinal(text: string, at: number, kind: ReferenceKind): Reference['of'] {
  const before = text.slice(Math.max(0, at - 6), at);
  // 见第三部分, 按照第五部分的分工: of this text, where no other is named.
  if (OWN.test(before) || (kind === 'part' && POINTS.test(before) && !text.includes('》'))) return 'own';
  if (/[》法例典]$|(?:条例|办法|规定|宪法|解释)$/.test(before)) return 'other';
  return kind === 'article' && isBare(text, at) ? 'bare' : 'open';
}

/** Whether nothing before an article's number can be the name of a text, and the sentence calls it a rule. */
function isBare(text: string, at: number): boolean {
  if (TEXT_NAMED.test(text.slice(Math.max(0, at - NAMED_REACH), at))) return false;
  // 按照第五十条的规定，适用处罚法: it may be that of what is named behind it.
  if (LAWS.test(text.slice(at, boundAfter(text, at, SENTENCE_STOPS, NAMED_BEHIND)))) return false;
  return GOVERNS.at(text, at - 1) || RULES.test(text.slice(at, at + ARTICLE));
}

const NAMED_REACH = 200;
const NAMED_BEHIND = 40;
const LAWS = /[》法例典]/;
/** 第十条|约定的租金. */
const RULES = /^第[^条]{1,6}条(?:第[^款项]{1,4}[款项])?(?:所?(?:规定|约定|列|述))/;
const ARTICLE = 20;

/** 违反|第十条, 依照|第十条, 符合|第十条: no name of a text stands before the number. */
const GOVERNS = new Characters('反照据合按有除由，');
/** What may be the name of a text. */
const TEXT_NAMED =
  /[》法例典]|章程|规定|规则|规程|细则|解释|公约|合同|协议|制度|标准|守则|方案|意见|通知|决定/;

export type CaptionKind = 'figure' | 'table' | 'attached-figure' | 'attached-table';

export interface Caption {
  readonly kind: CaptionKind;
  readonly value: number;
  readonly start: number;
  readonly end: number;
  readonly numberStart: number;
  readonly numberEnd: number;
}

/** Longest line of captions; longer text speaks of figures. */
const LONGEST_CAPTION = 60;
const LONGEST_CAPTIONS = 160;

/** A line that is the caption of a figure or table: 图1　组织架构, 表2：任务分工. Several may stand beside each other. */
export const captions = defineFact<readonly Caption[]>(
  'captions',
  ({ text, contentStart, contentEnd, role }) => {
    const length = contentEnd - contentStart;
    if (!CAPTIONS.at(text, contentStart) || length > LONGEST_CAPTIONS || role === 'table') return [];
    if (/[。；，]/.test(text.slice(contentStart, contentEnd))) return [];
    const found: Caption[] = [];
    for (let at = contentStart; at < contentEnd; ) {
      const caption = captionAt(text, at);
      if (caption) found.push(caption);
      const gap = /[\s　]{2}(?=附?[图表])/.exec(text.slice(at + 1, contentEnd));
      at = gap ? at + 1 + gap.index + gap[0].length : contentEnd;
    }
    return found.length > 1 || length <= LONGEST_CAPTION ? found : [];
  },
);

const CAPTIONS = new Characters('图表附');

const KINDS: Readonly<Record<string, CaptionKind>> = {
  图: 'figure',
  表: 'table',
  附图: 'attached-figure',
  附表: 'attached-table',
};

function captionAt(text: string, start: number): Caption | undefined {
  const match = /^附?[图表]\s?(\d{1,2})(?=[\s　：:]|[\u4e00-\u9fff]|$)(?![年月日个人项])/.exec(
    text.slice(start, start + 7),
  );
  if (!match) return undefined;
  const end = start + match[0].length;
  const kind = KINDS[match[0].slice(0, text[start] === '附' ? 2 : 1)]!;
  return { kind, value: Number(match[1]), start, end, numberStart: end - match[1]!.length, numberEnd: end };
}

/** 附件：1.……: the line that begins the list of attachments (附件说明); the offset behind its colon. At most one. */
export const attachmentLists = defineFact<readonly { readonly start: number; readonly end: number }[]>(
  'attachment lists',
  ({ text, contentStart }) => {
    if (text[contentStart] !== '附') return [];
    // 附件1.甲, with 2.乙 below it: the colon was left out.
    const match = /^附\s?件?\s?[：:]|^附件(?=1[.．、]\S)/.exec(text.slice(contentStart, contentStart + 5));
    return match ? [{ start: contentStart, end: contentStart + match[0].length }] : [];
  },
);
