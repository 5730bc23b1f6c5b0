/**
 * Placeholders: marks that stand for something the writer still has to fill in, with what belongs there.
 *
 * Reading starts from the scan's tokens (runs of × ☆ ○ * _, letters x X N, empty brackets, blanks in dates and
 * document numbers) and from the lexicon list `placeholder.han-marks`; the text is looked at only around them.
 * Every one of these marks also has an honest use (3×5, ★★★★★, 二○二四, 李某, X光): each form says for itself what
 * that is, and what is left is a blank. Offsets are UTF-16 units relative to the paragraph.
 */
import { defineFact } from '../engine/facts.ts';
import type { Severity } from '../engine/finding.ts';
import type { Paragraph } from '../engine/paragraph.ts';
import type { Match } from '../engine/rule.ts';
import { Characters, DIGITS } from './characters.ts';
import { Around, FORMULA, isMultiplier, isProduct, isSign } from './honest-crosses.ts';
import { type Hit, wordList } from './lexicon.ts';
import { headOf, readSlot, type Slot, type SlotReading, slotOfHead } from './placeholder-slots.ts';
import { kindSet, type Scan, Token } from './scan.ts';
import type { Words } from './words.ts';

const HAN_MARKS = wordList('placeholder.han-marks');

/** How surely the mark is a blank: `sure` even out of context, `possible` where it may be meant as it stands. */
export type Certainty = 'sure' | 'likely' | 'possible';

const SEVERITY: Readonly<Record<Certainty, Severity>> = {
  sure: 'error',
  likely: 'warning',
  possible: 'info',
};

/** A candidate before its slot is read. */
interface Mark {
  readonly start: number;
  readonly end: number;
  readonly certainty: Certainty;
  /** Figures of the number are given: 20××. */
  readonly masked?: boolean;
}

/** What belongs into it is read when somebody asks: an editor asks for the few that are looked at or filled in. */
export class Placeholder implements SlotReading, Match {
  readonly start: number;
  readonly end: number;
  readonly certainty: Certainty;
  readonly #masked: boolean;
  readonly #paragraph: Paragraph;
  #reading: SlotReading | undefined;

  constructor(paragraph: Paragraph, { start, end, certainty, masked = false }: Mark) {
    this.start = start;
    this.end = end;
    this.certainty = certainty;
    this.#masked = masked;
    this.#paragraph = paragraph;
  }

  get severity(): Severity {
    return SEVERITY[this.certainty];
  }

  /** As written: `×`, `20××`, `×0%`. */
  get mark(): string {
    return this.#paragraph.text.slice(this.start, this.end);
  }

  /** Whether it is drawn as a line to write on: ____, 20__. */
  get isLine(): boolean {
    return LINE_MARKS.at(this.#paragraph.text, this.end - 1);
  }

  get slot(): Slot {
    return this.#read().slot;
  }

  get label(): string {
    const { label } = this.#read();
    return BRACKETED.at(this.#paragraph.text, this.start) ? `${label}（连同括号）` : label;
  }

  get key(): string {
    return this.#read().key;
  }

  get head(): string {
    return this.#read().head;
  }

  /** Placeholders of one group hold the same value; empty for one on its own. */
  get group(): string {
    const { slot, key, mark } = this;
    return key === '' ? '' : `${slot}:${normalise(mark)}:${key}`;
  }

  #read(): SlotReading {
    const { text, language } = this.#paragraph;
    this.#reading ??= readSlot(text, this.start, this.end, this.#masked, () => language.words);
    return this.#reading;
  }
}

const BRACKETED = new Characters('〔《');
const LINE_MARKS = new Characters('_＿');

const NONE: readonly Placeholder[] = [];

/** The tokens that a blank begins with, its Han forms apart. */
const BLANK_TOKENS = [Token.Blank, Token.Latin, Token.Open, Token.Space];

export const placeholders = defineFact<readonly Placeholder[]>(
  'placeholders',
  { tokens: BLANK_TOKENS, words: [HAN_MARKS] },
  (paragraph) => {
    const marks = readMarks(paragraph);
    return marks.length === 0 ? NONE : marks.map((mark) => new Placeholder(paragraph, mark));
  },
);

/** One spelling for a mark's look-alikes, so that ×市 and ✕市, X县 and x县 are filled together. */
function normalise(mark: string): string {
  return mark.replace(LOOK_ALIKES, (c) => '××××××XXX*_'[ALIKE.indexOf(c)]!);
}

const ALIKE = '✕✖☓╳⨯乂xｘＸ＊＿';
const LOOK_ALIKES = new RegExp(`[${ALIKE}]`, 'g');

const NO_MARKS: readonly Mark[] = [];

function readMarks(paragraph: Paragraph): readonly Mark[] {
  const { scan } = paragraph;
  const hits = paragraph.hits(HAN_MARKS);
  let i = scan.next(BLANK_KINDS, 0);
  const { count } = scan;
  const { text } = paragraph;
  let found: Mark[] | undefined;
  const reader = new MarkReader(paragraph);
  for (; i < count; i = scan.next(BLANK_KINDS, i + 1)) {
    const start = scan.start(i);
    let mark: Mark | undefined;
    switch (scan.kind(i)) {
      case Token.Blank:
        mark = reader.blank(start, scan.end(i));
        break;
      case Token.Latin:
        if (BLANK_LETTERS.at(text, start) && scan.end(i) - start <= LONGEST_LETTERS)
          mark = reader.letters(start, scan.end(i));
        if (PLACES.at(text, scan.end(i)) || CENSORED_LETTERS.at(text, start))
          mark ??= reader.initials(start, scan.end(i));
        break;
      case Token.Open: {
        // Most brackets hold words.
        const next = scan.kind(i + 1);
        if (next === Token.Close || next === Token.Space || next === Token.Digits)
          mark = reader.bracket(scan, i);
        break;
      }
      case Token.Space:
        if (DATED.at(text, scan.end(i))) mark = reader.gap(start, scan.end(i));
        else if (MEASURED.at(text, scan.end(i))) mark = reader.lost(start, scan.end(i));
        break;
    }
    if (!mark) continue;
    if (!found) found = [mark];
    else if (mark.start >= found[found.length - 1]!.end) found.push(mark);
  }
  if (hits.length === 0) return found ?? NO_MARKS;
  found ??= [];
  for (const { start, end, entry } of hits) {
    const mark = reader.han(start, end, entry.word);
    if (mark) found.push(mark);
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  let last = 0;
  return found.filter(({ start, end }) => {
    if (start < last) return false;
    last = end;
    return true;
  });
}

const BLANK_KINDS = kindSet(...BLANK_TOKENS);
/** What a run of letters for a blank begins with. */
const BLANK_LETTERS = new Characters('xXｘＸNＮ');
/** What blanks for a figure stand before. */
const DATED = new Characters('号年月日');
/** What initials for a name stand before: YY县, A书记. */
const PLACES = new Characters('省市县镇乡村书区局组部主院校处科同河江湖山岛水新');
/** What the measure words begin with that are looked for behind a gap. */
const MEASURED = new Characters('%％‰个万亿元人平公亩吨名户件次处座家期份项条场位所支台');
/** Letters that some sites put in the place of 党, and of names. */
const CENSORED_LETTERS = new Characters('DX');
const LONGEST_QUERY = 4;
/** Longer runs of x are rules or samples of a format. */
const LONGEST_LETTERS = 8;
/** Figures of a number on either side of its mask. */
const LONGEST_FIGURE = 12;
/** No row of ornaments is longer, in units. */
const LONGEST_ORNAMENT = 200;
const CROSSES = '×✕✖☓╳⨯';
/** What a row of ornaments begins with. */
const ORNAMENTS = new Characters('*＊_＿×✕✖☆★○●◎□■◆◇△▲※—=~·.-');
/** What may stand before a lone button at the end of a line. */
const BEFORE_BUTTON = new Characters(' \t|');
/** What a number goes on with, in figures. */
const FIGURES = new Characters(DIGITS);
const BLANKS_X = new Characters('xXｘＸ');
const POINTS = new Characters('.．');
/** What says how a file or a letter is to be named, or that an example of a form follows. */
const NAMING = wordList('placeholder.naming');
/** What only forms and contracts say. */
const FORM = wordList('placeholder.form');
/** What reports of cases say. */
const CASES = wordList('placeholder.case');
/** A line of a form is short; a longer one is a text that speaks of a form. */
const FORM_LENGTH = 400;
/** Lines for handwriting are this long; marks for something left open are shorter. */
const HANDWRITTEN = 6;
const HAN_NUMERAL = /[一二三四五六七八九十百千零〇○]/;
/** Of names written 李某, 王某某: frequent family names. */
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾萧田董潘袁蔡蒋余杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙史陶贺顾毛郝龚邵万覃武钱戴严莫孔向常汤康易乔文';

class MarkReader {
  readonly #text: string;
  readonly #paragraph: Paragraph;
  readonly #words: () => Words;
  #cases: readonly Hit[] | undefined;
  #case = 0;

  constructor(paragraph: Paragraph) {
    this.#paragraph = paragraph;
    this.#text = paragraph.text;
    this.#words = () => paragraph.language.words;
  }

  /** A run of one of the marks of {@link Token.Blank}. */
  blank(start: number, end: number): Mark | undefined {
    const char = this.#text[start]!;
    if (this.#alone(start, end, char)) return undefined;
    if (CROSSES.includes(char)) return this.#cross(start, end);
    if (char === '*' || char === '＊') return this.#asterisk(start, end);
    if (char === '_' || char === '＿') return this.#line(start, end);
    if (char === '○' || char === '◯' || char === '●') return this.#ring(start, end);
    if (char === '☆' || char === '★') return this.#star(start, end);
    if (char === '□' || char === '■') return this.#box(start, end);
    if (char === '△' || char === '▲') return end - start > 1 ? this.#star(start, end) : undefined;
    return undefined;
  }

  /** x X XX xxx and N. */
  letters(start: number, end: number): Mark | undefined {
    const text = this.#text;
    const letters = text.slice(start, end);
    if (letters === 'N' || letters === 'Ｎ') return this.#unknownNumber(start, end);
    if (!/^[xXｘＸ]+$/.test(letters)) return undefined;
    // Part of an address, an identifier, a formula or a class name: x-ray, xx.com, 1+X, X=3, X/Y.
    const dated = this.#dateCode(start, end);
    if (dated) return dated;
    const range = this.#isRange(start, end) || isPeriod(text, start, end);
    if (!range) {
      if (/[-_/\\@=+＋<>&#~]$|[A-Za-z]\.[A-Za-z]*$|[+＋]\s$/.test(text.slice(Math.max(0, start - 3), start)))
        return undefined;
      if (/^(?:\s?[-_/\\@=+＋<>&]|\.[A-WYZa-wyz])/.test(text.slice(end, end + 3))) return undefined;
    }
    if (
      /^\s?(?:光|射线|线(?!路)|轴|坐标|染色体|波段|形|型|世纪|档案|世代|战警|档)/.test(
        text.slice(end, end + 4),
      )
    )
      return undefined;
    const shown = this.#isSample(start, end);
    if (shown === 'pattern' || this.#isLicence(start, end)) return undefined;
    const mark = this.#letterMark(start, end, range);
    const doubted = shown || (end - start > 1 && this.#isWithheld(start, end));
    return mark && doubted ? { ...mark, certainty: 'possible' } : mark;
  }

  /** 2025-XX-XX, 201X/X/XX: a date in figures, told of as a whole where its first mask stands. */
  #dateCode(start: number, end: number): Mark | undefined {
    const text = this.#text;
    if (!/[-/]/.test((text[start - 1] ?? '') + (text[end] ?? ''))) return undefined;
    let from = start;
    while (start - from < LONGEST_FIGURE && /[-/\dxX]/.test(text[from - 1] ?? '')) from--;
    DATE_CODE.lastIndex = from;
    const m = DATE_CODE.exec(text);
    return m && DATE_CODE.lastIndex >= end
      ? { start: from, end: DATE_CODE.lastIndex, certainty: 'sure', masked: true }
      : undefined;
  }

  #letterMark(start: number, end: number, range: boolean): Mark | undefined {
    const text = this.#text;

    const left = text.slice(Math.max(0, start - 4), start);
    // 4x100米接力, LXG-200X: a product, the number of a model.
    if (end - start === 1 && /\d$/.test(left) && /^\d/.test(text.slice(end, end + 1))) {
      // 2X00人, 20X5年: no product begins with a nought, and a year has four figures.
      const masked =
        /^0{1,6}[\u4e00-\u9fff]/.test(text.slice(end, end + 8)) ||
        (/(?<!\d)20$/.test(left) && /^\d年/.test(text.slice(end, end + 2)));
      return masked ? this.#figure(start, end) : undefined;
    }
    // 产品代码XX01: a sample of a code begins with its letters.
    if (FIGURES.at(text, end) && CODE_LEFT.test(text.slice(Math.max(0, start - 6), start))) return undefined;
    const figure = this.#figure(start, end);
    if (figure) return figure;
    if ((!range && /[A-Za-z][-—]?\d{0,3}$/.test(left)) || /46[,，]\s?$/.test(left)) return undefined;
    if (end - start > 1) return { start, end, certainty: 'sure' };
    if (left.endsWith('第') && /^[章节条款项届次批期名位个组版轮]/.test(text.slice(end, end + 1)))
      return { start, end, certainty: 'sure' };
    // A single letter needs something behind it that wants a value.
    // X X县: as many letters as characters, set apart.
    const right = text
      .slice(end, end + 20)
      .replace(/^\s+/, '')
      .replace(/^(?:[xXｘＸ]\s){0,2}[xXｘＸ]\s?(?=[\u4e00-\u9fff])/, '');
    if (range && /^(?:[-—～~至][\dxXｘＸ]{1,2})?[月日]/.test(right)) return { start, end, certainty: 'sure' };
    // X市场、Y市场: one of several that are told apart by letters.
    if (hasSibling(text, start, right.slice(0, 2))) return undefined;
    // X政办发〔2025〕X号, 第X号, and what ends the sentence: 位居第X，
    if (
      /^[政委府党纪办发][\u4e00-\u9fff]{0,4}[〔［[（(]\s?[\dxXｘＸ×]{4}/.test(right) ||
      (right[0] === '号' && /[〕］\])）第]$/.test(left))
    )
      return { start, end, certainty: 'sure' };
    if (left.endsWith('第') && /^(?:$|[，。；、])/.test(right)) return { start, end, certainty: 'sure' };
    const quoted = /[“"]/.test(text[start - 1] ?? '') && /^[”"](?:项目|工程|计划|战略|行动|活动)/.test(right);
    if (quoted || /^(?:年|月|届|季度)/.test(right)) return { start, end, certainty: 'sure' };
    if (/[A-WYZa-wyz0-9]\s?$/.test(text.slice(Math.max(0, start - 2), start))) return undefined;
    if (isTimeOfDay(text.slice(Math.max(0, start - 3), start), right))
      return { start, end, certainty: 'sure' };
    if (CENSORED.test(right)) return { start, end, certainty: 'sure' };
    // …述职，X / 个书记…: the line goes on below, as in a copy of a print.
    if (right === '' && start - this.#paragraph.contentStart >= WRAPPED && /[^A-Za-z][，、；,;]$/.test(left))
      return { start, end, certainty: 'likely' };
    const head = headOf(right.replace(/^[余多]/, ''), this.#words);
    if (head !== undefined) {
      const slot = slotOfHead(head);
      // X项目, X平台, X系统 may be a name as it stands.
      return { start, end, certainty: slot === 'name' || slot === 'organisation' ? 'likely' : 'sure' };
    }
    if (/^[日号]/.test(right) && /月\s?$/.test(text.slice(Math.max(0, start - 2), start))) {
      return { start, end, certainty: 'sure' };
    }
    return undefined;
  }

  /** YY县, HJ镇, A书记, HJ河: initials for a name, perhaps on purpose; the same letter twice is a blank. */
  initials(start: number, end: number): Mark | undefined {
    const text = this.#text;
    const letters = text.slice(start, end);
    if (
      !/^[A-Z]{1,3}$/.test(letters) ||
      /^(?:E|K|AI|IP|VR|AR|IT|VIP|CBD|GDP|SOS|TOD|CEO|CFO|APP|X+)$/.test(letters)
    )
      return undefined;
    const left = text.slice(Math.max(0, start - 1), start);
    if (/[A-Za-z0-9.\-—/&+＋“"·]/.test(left)) return undefined;
    const right = text.slice(end, end + 16);
    // XJP同志: whom a site that fears the filters does not spell out.
    if (letters === 'XJP')
      return /^\s?(?:同志|总书记|主席|新时代|[经法外强生文]|重要|在|关于)/.test(right)
        ? { start, end, certainty: 'sure' }
        : undefined;
    if (letters === 'D' && CENSORED.test(right)) return { start, end, certainty: 'sure' };
    const head = headOf(right, this.#words);
    if (head === undefined || right[1] === '级' || !this.#mayBeNamed(head, letters)) return undefined;
    if (CASE.test(text.slice(Math.max(0, start - 200), start + 200))) return undefined;
    return { start, end, certainty: /^([A-Z])\1+$/.test(letters) ? 'likely' : 'possible' };
  }

  /** Whether letters stand for the name before this head. A区, B组 and C岛 are parts of a whole. */
  #mayBeNamed(head: string, letters: string): boolean {
    if (/^(?:省|市|县|镇|乡|村|书记|同志)$/.test(head)) return true;
    return /^[河江湖山岛]$|^水库$/.test(head) ? letters.length > 1 : slotOfHead(head) === 'surname';
  }

  /** 增速为-X.X%, XX-XX亿元: a sign or a range of figures, all of them masked. */
  #isRange(start: number, end: number): boolean {
    const text = this.#text;
    let from = start;
    let to = end;
    while (start - from < LONGEST_FIGURE && /[-xX\d.]/.test(text[from - 1] ?? '')) from--;
    while (to - end < LONGEST_FIGURE && /[-xX\d.]/.test(text[to] ?? '')) to++;
    if (!/^-?[xX][xX\d.]*(?:-[xX\d.]+)?$/.test(text.slice(from, to))) return false;
    return (
      /[\u4e00-\u9fff，、（]/.test(text[from - 1] ?? '') &&
      this.#endsNumber(text.slice(to, to + 16)) &&
      to < text.length
    );
  }

  /** Empty brackets, 〔20　〕, ……（略）. `i`: the token that opens. */
  bracket(scan: Scan, i: number): Mark | undefined {
    const text = this.#text;
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
    if (next === Token.Digits && scan.kind(i + 2) === Token.Space && scan.kind(i + 3) === Token.Close) {
      const inside = text.slice(start + 1, scan.end(i + 2));
      if (/^[〔［[(（]$/.test(open) && /^(?:19|20)\d?\s+$/.test(inside) && !this.#isOwnNumber()) {
        return { start: start + 1, end: scan.end(i + 2), certainty: 'sure', masked: true };
      }
      return undefined;
    }
    const blank = next === Token.Space;
    const close = blank ? i + 2 : i + 1;
    if (scan.kind(close) !== Token.Close || scan.start(close) !== (blank ? scan.end(i + 1) : start + 1))
      return undefined;
    return this.#emptyBrackets(start, scan.end(close), blank);
  }

  /** Blanks where a figure was left out: 〔2024〕　号, 2024年　月　日. */
  gap(start: number, end: number): Mark | undefined {
    const text = this.#text;
    const before = text[start - 1];
    const after = text[end];
    if (after === '号') {
      if (!/(?:[〔［[(（]\s*[\d×Xx]{2,4}\s*[〕］\])）]|第)$/.test(text.slice(Math.max(0, start - 9), start)))
        return undefined;
      if (this.#isOwnNumber()) return undefined;
      return { start, end, certainty: 'sure' };
    }
    const left = text.slice(Math.max(0, start - 16), start);
    if (after === '年') return this.#yearGap(start, end, left);
    if (/期限[：:]?自[ \u3000年月]*$/.test(left) || (left.includes('自') && this.#isForm())) return undefined;
    // 定于　月　日召开: a date in a sentence; a line of its own is for whoever signs.
    if (after === '月' && DATE_LEFT.test(left.replace(/[ \u3000]+年$/, '')))
      return { start, end, certainty: certaintyOfDate(left) };
    if (after === '日' && before === '月' && DATE_BEHIND.test(text.slice(end, end + 3))) {
      if (/\d\s?月$/.test(left) || DATE_LEFT.test(left.replace(/(?:[ \u3000]+年)?[ \u3000]+月$/, '')))
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

  /** 20　　年: half a year is given; 自　　年起. */
  #yearGap(start: number, end: number, left: string): Mark | undefined {
    if (DATE_LEFT.test(left) && !/^年[度初底终来内均]/.test(this.#text.slice(end, end + 2)))
      if (left.endsWith('自') && (this.#isForm() || /期限[：:]?自$/.test(left))) return undefined;
      else return { start, end, certainty: certaintyOfDate(left) };
    const half = /(?<!\d)(?:19|20)\d?$/.exec(left)?.[0].length ?? 0;
    if (
      half === 0 ||
      !/^年[ \u3000]+月/.test(this.#text.slice(end, end + 12)) ||
      /[：:）)]/.test(left) ||
      this.#isForm()
    )
      return undefined;
    // A line of its own is where whoever signs puts the date.
    const certainty = this.#isSigningLine() ? 'possible' : 'likely';
    return { start: start - half, end, certainty, masked: true };
  }

  #isSigningLine(): boolean {
    const { contentStart, contentEnd } = this.#paragraph;
    return contentEnd - contentStart <= SIGNING_LENGTH && SIGNING_LINE.test(this.#paragraph.content);
  }

  /** Whether the line is of a form or a contract, with blanks that are filled in by hand. */
  #isForm(): boolean {
    const { contentStart, contentEnd } = this.#paragraph;
    return contentEnd - contentStart <= FORM_LENGTH && this.#paragraph.has(FORM);
  }

  /** （　）字第　号, 编号：〔　〕　号: the number of a form, a line of its own without an issuer. */
  #isOwnNumber(): boolean {
    const { contentStart, contentEnd } = this.#paragraph;
    return contentEnd - contentStart <= OWN_NUMBER && NUMBER_LINE.test(this.#paragraph.content);
  }

  /** 参合率达　%，培训　　人次: the figure before a measure word was taken out, its place remains. */
  lost(start: number, end: number): Mark | undefined {
    const text = this.#text;
    GAP_MEASURE.lastIndex = end;
    const measure = GAP_MEASURE.exec(text)?.[0];
    if (measure === undefined || this.#paragraph.role === 'table') return undefined;
    const left = text.slice(Math.max(0, start - 4), start);
    if (!/[\u4e00-\u9fff]{2}$|(?:元|[%％])[、和]$/.test(left) || NO_GAP_LEFT.test(left)) return undefined;
    const around = text.slice(Math.max(0, start - 100), start) + text.slice(end, end + 100);
    const others = GAP_ELSEWHERE.test(around);
    if (!others && end + measure.length >= this.#paragraph.contentEnd) return undefined;
    // One blank before one character may be a slip of the keyboard.
    if (end - start === 1 && text[start] === ' ' && !others && /^[\u4e00-\u9fff]$/.test(measure))
      return undefined;
    return { start, end, certainty: others ? 'sure' : 'likely' };
  }

  /** 〇〇, 乂, 某, 若干（待填）: marks that are Han characters. */
  han(start: number, end: number, word: string): Mark | undefined {
    const text = this.#text;
    if (word === '〇〇') {
      if (text[start - 1] === '〇') return undefined;
      while (text[end] === '〇') end++;
      return this.#ring(start, end);
    }
    if (word === '乂') {
      const slot = this.#slotBehind(end);
      return slot !== undefined && text.slice(end, end + 1) !== '安'
        ? { start, end, certainty: 'likely' }
        : undefined;
    }
    if (word === '某') return this.#someone(start);
    if (/[？?]/.test(word)) return this.#query(start, end);
    const note = /^若干[（(](?:待|请|需)[^（）()]{0,8}[）)]/.exec(text.slice(start, start + 16));
    return note ? { start, end: start + note[0].length, certainty: 'sure' } : undefined;
  }

  /** 共有？？家, （？）人: question marks where a figure or a name belongs. */
  #query(start: number, end: number): Mark | undefined {
    const text = this.#text;
    // The first of a run only, and no long one: a text that was read in the wrong encoding is full of them.
    if (/[？?！!A-Za-z]/.test(text[start - 1] ?? '')) return undefined;
    while (end - start <= LONGEST_QUERY && /[？?]/.test(text[end] ?? '')) end++;
    if (end - start > LONGEST_QUERY) return undefined;
    const slot = this.#slotBehind(end);
    if (slot === undefined || slot === 'name') return undefined;
    return { start, end, certainty: NUMERIC.has(slot) || slot === 'surname' ? 'sure' : 'likely' };
  }

  /** A row of marks that is the whole line: an ornament. × and * stand for a name there when they are few. */
  #alone(start: number, end: number, char: string): boolean {
    const { contentStart, contentEnd } = this.#paragraph;
    if (contentEnd - contentStart > LONGEST_ORNAMENT || !ORNAMENTS.at(this.#text, contentStart)) return false;
    const line = this.#text.slice(contentStart, contentEnd);
    if (!/^[\s*＊_＿×✕✖☆★○●◎□■◆◇△▲※—=~·.-]+$/.test(line)) return false;
    return !(CROSSES.includes(char) && end - start > 1 && end - start < 6 && /^[×✕✖\s]+$/.test(line));
  }

  #cross(start: number, end: number): Mark | undefined {
    if (end - start === 1) {
      // A.（×）  B.（√）: an answer, or what stands in the cell of a list that is ticked off.
      if (
        this.#paragraph.has(FORMULA) &&
        /[（(]/.test(this.#text[start - 1] ?? '') &&
        /[）)]/.test(this.#text[end] ?? '')
      )
        return undefined;
      // Alone at the end of a line of buttons: 分享 ×.
      if (end === this.#paragraph.contentEnd && BEFORE_BUTTON.at(this.#text, start - 1)) return undefined;
      const around = Around.visible(this.#paragraph, start, end);
      if (isProduct(around) || isMultiplier(around) || isSign(around)) return undefined;
    }
    if (this.#isMaskedData(start, end)) return undefined;
    const shown = this.#isSample(start, end);
    if (shown === 'pattern') return undefined;
    const figure = this.#figure(start, end);
    if (shown || this.#isWithheld(start, end))
      return { ...(figure ?? { start, end }), certainty: 'possible' };
    return figure ?? { start, end, certainty: 'sure' };
  }

  /** 王×因涉嫌…, 李××与张××离婚纠纷: names are withheld where cases are reported. */
  #isWithheld(start: number, end: number): boolean {
    if (!this.#paragraph.has(CASES)) return false;
    const named = SURNAMES.includes(this.#text[start - 1] ?? ' ');
    this.#cases ??= this.#paragraph.hits(CASES);
    const cases = this.#cases;
    // Marks are read from left to right: what lies too far behind stays so.
    while (this.#case < cases.length && start - cases[this.#case]!.end >= CASE_REACH) this.#case++;
    for (let i = this.#case; i < cases.length && cases[i]!.start - end < CASE_REACH; i++) {
      if (named || (cases[i]!.entry.value === 'all' && !NUMERIC.has(this.#slotBehind(end) ?? '')))
        return true;
    }
    return false;
  }

  #asterisk(start: number, end: number): Mark | undefined {
    const text = this.#text;
    if (this.#isMaskedData(start, end)) return undefined;
    const figure = this.#figure(start, end);
    const between = /\d/.test(text[start - 1] ?? '') && /\d/.test(text[end] ?? '');
    if (figure && (end - start > 1 || !between)) return figure;
    const around = Around.exact(this.#paragraph, start, end);
    if (isSign(around)) return undefined;
    const { left, right } = around;
    // GDP增速*为初步核算数, 表中带*的…，**为预计数: the mark of a note.
    if (
      /^为[^，。；]{0,8}(?:数|值|口径|核算|数据)/.test(right) ||
      (left.endsWith('“') && /^”(?:为|的|者)/.test(right))
    )
      return undefined;
    const slot = this.#slotBehind(end);
    if (
      DATED.at(text, end) &&
      text[end] !== '号' &&
      !(end - start === 1 && /[\dA-Za-z）)]\s*$/.test(left)) &&
      (/[月年]$/.test(left) || /^[年月]/.test(right))
    )
      return { start, end, certainty: slot === undefined ? 'likely' : 'sure' };
    if (end - start === 1) {
      // 带*的条款, *为必填项: the mark of a requirement. 张*明: a name that is masked on purpose.
      if (/(?:[带标加注]|标注|标有)[“（(]?$/.test(left) || /^[”）)]?(?:为[必选可核实]|项为)/.test(right))
        return undefined;
      if (SURNAMES.includes(left.slice(-1) || ' ') && /^[\u4e00-\u9fff](?:[、，。；,;\s（(]|$)/.test(right))
        return undefined;
      // Bullet, footnote mark, product.
      if (start === this.#paragraph.contentStart && /^[\s注]/.test(right)) return undefined;
      if (/[\dA-Za-z）)]\s*$/.test(left) && !/年$/.test(left)) return undefined;
      if (isProduct(Around.visible(this.#paragraph, start, end)) || /^\s*[\dA-Za-z（(]/.test(right))
        return undefined;
      // *本办法由…: at the head of a line only who or where is wanted.
      const first = start === this.#paragraph.contentStart;
      if (slot !== undefined && !(first && NUMERIC.has(slot))) return { start, end, certainty: 'sure' };
      const inside =
        /[\u4e00-\u9fff“，、]\s?$/.test(left) &&
        (/^[\u4e00-\u9fff”]/.test(right) || (/“[^”]{1,6}$/.test(left) && /^[、，][^“”]{1,10}”/.test(right)));
      return inside && !this.#closesEmphasis(start, end) ? { start, end, certainty: 'likely' } : undefined;
    }
    if (/[A-Za-z0-9]$/.test(left) || /^[A-Za-z0-9]/.test(right)) return undefined;
    if (this.#closesEmphasis(start, end)) return undefined;
    if (slot !== undefined || end - start > 3) return { start, end, certainty: 'sure' };
    const inside = /[\u4e00-\u9fff“”，、。；：]$/.test(left) && /^[\u4e00-\u9fff“”，、。；]/.test(right);
    if (inside || (left.trim() === '' && /^[\u4e00-\u9fff]/.test(right)))
      return { start, end, certainty: 'likely' };
    return undefined;
  }

  /**
   * `**要点**：` left over from Markdown: a pair around a phrase, at whose end the clause or the line ends. Two blanks on
   * a line (`**镇在**村`) are told from it by what stands behind the second.
   */
  #closesEmphasis(start: number, end: number): boolean {
    const text = this.#text;
    const mark = text.slice(start, end);
    const isPair = (open: number, close: number) =>
      // One asterisk within a sentence (对*来说) is no emphasis.
      (mark.length > 1 || !/[\u4e00-\u9fff]/.test(text[open - 1] ?? '')) &&
      close - open - mark.length >= 2 &&
      !isTorn(text.slice(open + mark.length, close)) &&
      !/[\s*，。]/.test(text[open + mark.length]!) &&
      !/[\s*]/.test(text[close - 1]!) &&
      (/^[：:。，、；）)\s”]/.test(text.slice(close + mark.length)) ||
        close + mark.length === text.length ||
        (/^$|[\s，。；：、（]$/.test(text.slice(Math.max(0, open - 1), open)) &&
          this.#slotBehind(close + mark.length) === undefined));
    const next = text.slice(end, end + 80).indexOf(mark);
    if (next >= 0 && isPair(start, end + next)) return true;
    const before = text.slice(Math.max(0, start - 80), start);
    const last = before.lastIndexOf(mark);
    return last >= 0 && isPair(start - before.length + last, start);
  }

  /** __ ____: a blank in running text; behind a label it is a line of a form, meant to be filled in by hand. */
  #line(start: number, end: number): Mark | undefined {
    const text = this.#text;
    const figure = this.#figure(start, end);
    if (!figure && end - start < 2 && !this.#isFigureLine(start, end)) return undefined;
    const left = text.slice(Math.max(0, start - 8), start);
    const right = text.slice(end, end + 8);
    if (!figure && (/[A-Za-z0-9./]$/.test(left) || /^[A-Za-z0-9]/.test(right))) return undefined;
    if (this.#paragraph.role === 'table' || this.#isForm()) return undefined;
    if (!figure && /[：:]\s*$/.test(left)) return undefined;
    const byHand = end - start >= HANDWRITTEN || this.#isSigningLine();
    return { ...(figure ?? { start, end }), certainty: byHand ? 'possible' : 'sure' };
  }

  /** 近_公里, 约_多万元: one underscore where a figure belongs; not 附件_报名表.doc. */
  #isFigureLine(start: number, end: number): boolean {
    const text = this.#text;
    if (
      !/[\u4e00-\u9fff，。；、]/.test(text[start - 1] ?? '') ||
      /\.[A-Za-z]{3,4}/.test(text.slice(end, end + 40))
    )
      return false;
    const slot = this.#slotBehind(end + (/[余多]/.test(text[end] ?? '') ? 1 : 0));
    return slot === 'number' || slot === 'money' || slot === 'percent';
  }

  /** ○○ 〇〇 ●: not in a number written with Han figures (二○○四年, 二百○八). */
  #ring(start: number, end: number): Mark | undefined {
    const text = this.#text;
    if (HAN_NUMERAL.test(text[start - 1] ?? '') || HAN_NUMERAL.test(text[end] ?? '')) return undefined;
    if (/[A-Za-z0-9]/.test(text[start - 1] ?? '') || /^[A-Za-z0-9]/.test(text[end] ?? '')) return undefined;
    const slot = this.#slotBehind(end);
    const dated = /^[年月日]/.test(text.slice(end, end + 1)) && !(text[end] === '年' && end - start === 1);
    if (end - start === 1) {
      if (dated && /^月[○◯]日/.test(text.slice(end, end + 3))) return { start, end, certainty: 'sure' };
      if (start === this.#paragraph.contentStart || /[、。；\s]/.test(text[start - 1]!)) return undefined;
      const wanted = slot === 'surname' || slot === 'place' || slot === 'organisation' || slot === 'number';
      return wanted || dated ? { start, end, certainty: 'sure' } : undefined;
    }
    if (text[start] === '●' && slot === undefined && !dated) return undefined;
    return { start, end, certainty: 'sure' };
  }

  /** ☆☆县, ★月★日: only where something behind them wants a value; a single one before a heading is a bullet. */
  #star(start: number, end: number): Mark | undefined {
    const text = this.#text;
    if (/[\dA-Za-z级“"「]$/.test(text.slice(Math.max(0, start - 1), start))) return undefined;
    if (end - start === 1 && start === this.#paragraph.contentStart) return undefined;
    if (/^[年月日]/.test(text.slice(end, end + 1))) return { start, end, certainty: 'sure' };
    // 新增★★★★级饭店: a rating.
    if (end - start > 2 && /^(?:级|酒店|饭店|宾馆|景区|民宿|家庭)/.test(text.slice(end, end + 2)))
      return undefined;
    const slot = this.#slotBehind(end);
    if (
      slot === undefined &&
      end - start === 2 &&
      /(?:关于|开展|推进|做好|加强)$/.test(text.slice(Math.max(0, start - 2), start))
    )
      return { start, end, certainty: 'likely' };
    if (slot === undefined || slot === 'name') return undefined;
    return {
      start,
      end,
      certainty: end - start > 1 || slot === 'surname' || slot === 'place' ? 'sure' : 'likely',
    };
  }

  /** □□局: two to four boxes in running text; one is a tick box, more are the squares of a form. */
  #box(start: number, end: number): Mark | undefined {
    const text = this.#text;
    if (end - start < 2 || end - start > 4) return undefined;
    const left = text.slice(Math.max(0, start - 1), start);
    if (/[：:□■\d-]/.test(left) || /^[\s□■\d-]/.test(text.slice(end, end + 1))) return undefined;
    // □是 □否: boxes to tick stand one by one.
    if (
      /(?<![□■])[□■](?![□■])/.test(text.slice(Math.max(0, start - 8), end + 8)) &&
      this.#slotBehind(end) === undefined
    )
      return undefined;
    return { start, end, certainty: this.#slotBehind(end) === undefined ? 'likely' : 'sure' };
  }

  #emptyBrackets(start: number, end: number, blank: boolean): Mark | undefined {
    const text = this.#text;
    const open = text[start]!;
    if (!'（(〔【《［'.includes(open)) return undefined;
    const left = text.slice(Math.max(0, start - 8), start);
    const right = text.slice(end, end + 8);
    if (/[A-Za-z0-9_\]]$/.test(left)) return undefined;
    if (this.#isOwnNumber()) return undefined;
    if (open === '〔' || open === '《') {
      // The brackets stay, what goes between them is asked for.
      return blank
        ? { start: start + 1, end: end - 1, certainty: 'sure' }
        : { start, end, certainty: 'sure' };
    }
    const slot = this.#slotBehind(end);
    if (open !== '【' && slot === undefined && !left.endsWith('第')) {
      // 同意（　）不同意（　）, questions ending in （　）。: forms.
      if (/^[\s。；;]*$/.test(right) || /^[内中里]/.test(right) || /[。？?：:\s]$/.test(left))
        return undefined;
      const others = text.slice(0, 400).match(/[（(]\s*[）)]/g);
      if (others && others.length > 1) return undefined;
      if (!/[\u4e00-\u9fff，、]$/.test(left) || !/^[\u4e00-\u9fff，、]/.test(right)) return undefined;
    }
    // 3.预备期为（　）年。: a question, or an item of a draft.
    if (open !== '【' && /[为是有指]$/.test(left) && QUESTION.test(this.#paragraph.content))
      return { start, end, certainty: 'possible' };
    const told = open === '【' || slot !== undefined || left.endsWith('第');
    return { start, end, certainty: told ? 'sure' : 'likely' };
  }

  /** 某某局, 某书记: not 李某 of a case, not 某些, not a place left unnamed on purpose (苏南某市). */
  #someone(start: number): Mark | undefined {
    const text = this.#text;
    if (text[start - 1] === '某') return undefined;
    let end = start + 1;
    while (text[end] === '某') end++;
    const before = text[start - 1] ?? '';
    const right = text.slice(end, end + 16);
    if (before !== '' && SURNAMES.includes(before)) {
      // 赵某书记, 王某某同志: withheld in a report of a case, left open in a speech.
      if (!/^(?:同志|书记|主任|[省市县区镇乡局部]长)/.test(right)) return undefined;
      const reported =
        this.#paragraph.has(CASES) || text.slice(Math.max(0, start - 200), start + 200).includes('案');
      return reported ? undefined : { start, end, certainty: 'possible' };
    }
    if (/^(?:些|种|一|几|人|甲|乙|丙|方面|类|项|个|位|次|[省市县]级(?!市))/.test(right)) return undefined;
    if (/^[年月日时天]/.test(right) && end - start === 1) return undefined;
    if (CASE.test(text.slice(Math.max(0, start - 200), start + 200))) return undefined;
    const head = headOf(right, this.#words);
    if (head === undefined) {
      return end - start > 1 ? { start, end, certainty: 'likely' } : undefined;
    }
    const slot = slotOfHead(head);
    if (end - start > 1) return { start, end, certainty: 'sure' };
    if (
      /[\u4e00-\u9fff]/.test(before) &&
      !/[在由对向和与到从为是请听给把被让跟同县市省区委镇乡]/.test(before)
    )
      return undefined;
    if (slot === 'surname' && !/^(?:教授|老师|医生|工程师|主任医|经理|总)/.test(head)) {
      return { start, end, certainty: 'likely' };
    }
    if (/^(?:省|市|县|区|镇|乡|村|街道|局|委|厅|办|开发区)$/.test(head))
      return { start, end, certainty: 'possible' };
    return undefined;
  }

  /** N项, N个: not 1+N, not N in a formula. */
  #unknownNumber(start: number, end: number): Mark | undefined {
    const text = this.#text;
    if (/[\w+＋×*/=“"（(-]\s?$/.test(text.slice(Math.max(0, start - 2), start))) return undefined;
    const before = text.slice(Math.max(0, start - 2), start);
    if (start !== this.#paragraph.contentStart && !/[\u4e00-\u9fff，、；：。]\s?$/.test(before))
      return undefined;
    // 1个总体方案、N个专项方案, 一核N点: any number, said on purpose.
    if (
      /(?:[+＋]\s?|[1一][\u4e00-\u9fff]{0,8}[、，和]?\s?|“[^”]{0,6})N/.test(
        text.slice(Math.max(0, start - 30), end),
      )
    )
      return undefined;
    const right = text.slice(end, end + 16).trimStart();
    if (/^月N日|^日/.test(right) && /^月|月$/.test(right[0] === '月' ? right : before))
      return { start, end, certainty: 'likely' };
    const head = headOf(right, this.#words);
    if (head === undefined || /^(?:次方|倍|级|种|类|层|字|度|个工作日)/.test(right)) return undefined;
    const slot = slotOfHead(head);
    return slot === 'number' || slot === 'money' ? { start, end, certainty: 'likely' } : undefined;
  }

  /**
   * A number of which some figures are given: 20××, 1XX32, 21.X%, ×0%, x.x%. Taken whole, with its per cent sign, as it
   * is replaced whole.
   */
  #figure(start: number, end: number): Mark | undefined {
    const text = this.#text;
    let from = start;
    let to = end;
    while (start - from < LONGEST_FIGURE && (this.#isPart(from - 1, start) || this.#isPoint(from - 1, start)))
      from--;
    while (to - end < LONGEST_FIGURE && (this.#isPart(to, start) || this.#isPoint(to, start))) to++;
    if (from === start && to === end) return undefined;
    const right = text.slice(to, to + 16).trimStart();
    let figure = text.slice(from, to);
    const isYear = /^(?:(?:19|20)\d?\D{1,2}|20\D\d)$/.test(figure) && figure.length === 4;
    if (!isYear && !this.#endsNumber(right)) return undefined;
    // 1.××同志: the number of a list, not of the figure.
    if (/^\d{1,2}[.．]\D/.test(figure) && from === this.#paragraph.contentStart && !/^[%％]/.test(right))
      return undefined;
    // A model (KD-20X), not the second half of a range: 20xx—20xx年.
    if (/[A-WYZa-wyz][-—·]?$|[xX]$/.test(text.slice(Math.max(0, from - 2), from))) return undefined;
    // 产品代码XX01: the samples of codes begin with their letters.
    if (CODE_LEFT.test(text.slice(Math.max(0, from - 6), from))) return undefined;
    if (/^[%％‰]/.test(text.slice(to))) figure = text.slice(from, ++to);
    return { start: from, end: to, certainty: 'sure', masked: true };
  }

  /** Whether a figure, or the mark at `mark` once more, stands at an offset. */
  #isPart(i: number, mark: number): boolean {
    const text = this.#text;
    if (FIGURES.at(text, i)) return true;
    // Beyond the text there is no mark: NaN is not equal to itself.
    if (text.charCodeAt(i) === text.charCodeAt(mark)) return true;
    return BLANKS_X.at(text, i) && BLANKS_X.at(text, mark);
  }

  #isPoint(i: number, mark: number): boolean {
    return POINTS.at(this.#text, i) && this.#isPart(i - 1, mark) && this.#isPart(i + 1, mark);
  }

  /** Whether a number may end before this: a unit, a date part, a punctuation mark. */
  #endsNumber(right: string): boolean {
    if (right === '' || /^[%％‰年月日，。；、）)~～—-]/.test(right)) return true;
    const head = headOf(right, this.#words);
    return head !== undefined && /^(?:number|money|percent)$/.test(slotOfHead(head));
  }

  #slotBehind(end: number): string | undefined {
    const head = headOf(this.#text.slice(end, end + 16).replace(/^[ \u3000]/, ''), this.#words);
    return head === undefined ? undefined : slotOfHead(head);
  }

  /** 138****5678, 3201××××××××1234, 苏A·×××××: masked on purpose, to protect whom it belongs to. */
  #isMaskedData(start: number, end: number): boolean {
    const text = this.#text;
    // 陕A·××123: the number plate of a car.
    if (
      end - start === 2 &&
      /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z]·?$/.test(
        text.slice(Math.max(0, start - 3), start),
      )
    )
      return true;
    if (end - start < 3) return false;
    const before = text.slice(Math.max(0, start - LONGEST_FIGURE), start);
    if (/[\u4e00-\u9fff][A-Z]·?$/.test(before) && end - start > 3) return true;
    return /\d{3}$/.test(before) && /^[\dXx]{2}/.test(text.slice(end, end + 2)) && !this.#endsNumberAt(end);
  }

  /** Whether the figures behind a mask lead to a unit: 3×××50元. */
  #endsNumberAt(end: number): boolean {
    const behind = /^[\dXx]{1,12}/.exec(this.#text.slice(end, end + LONGEST_FIGURE))?.[0].length ?? 0;
    return this.#slotBehind(end + behind) !== undefined;
  }

  /** X妆准字XXXXXXXX: the pattern of a licence number. */
  #isLicence(start: number, end: number): boolean {
    const text = this.#text;
    if (end - start >= 5) return /[\u4e00-\u9fffA-Za-z〔（(]/.test(text[start - 1] ?? '');
    return (
      /^[\u4e00-\u9fff]{1,6}(?:第)?[〔（(]?[xXｘＸ\d]{4}[〕）)]?[xXｘＸ\d]{4}/.test(
        text.slice(end, end + 24),
      ) || /^[\u4e00-\u9fff]{1,6}[xXｘＸ]{5}/.test(text.slice(end, end + 16))
    );
  }

  /** “此件由×××提供”字样: the text prescribes a wording and leaves its blanks open. */
  #isSample(start: number, end: number): 'pattern' | 'example' | undefined {
    const text = this.#text;
    const named = this.#paragraph.has(NAMING);
    const open = quoteBefore(text, start);
    if (open < 0 && !named) return undefined;
    const left = text.slice(Math.max(0, start - QUOTED), start);
    if (open < 0) {
      // 命名格式：××市+项目名称
      if (
        /(?:命名|文件名|邮件)[^，。；“”]{0,6}(?:格式|规则|为|主题)(?:为|是)?[：:]?[^，。；“”]{0,8}$/.test(
          left,
        )
      )
        return 'pattern';
      return EXAMPLE.test(left) ? 'example' : undefined;
    }
    if (
      /(?:注明|写明|载明|标注|标明|命名为|统一为|统一署|统一(?:使用|[用按])|一般为|一栏填写?|文件名为|格式为|形式为|样式为|表述为|编号为|格式|字样)[：:]?$/.test(
        left.slice(0, left.length - (start - open)),
      )
    )
      return 'pattern';
    return /^[^”]{0,40}”(?:的|等)?(?:字样|格式|样式|形式|标识|实名|(?:方式|格式)?命名|为(?:标题|主题|题|名))/.test(
      text.slice(end, end + 50),
    )
      ? 'pattern'
      : undefined;
  }
}

/** 如：××局关于××的请示: what follows shows a form. In a speech a list of examples may begin alike. */
const EXAMPLE =
  /(?:^|[，。；：（(])(?:[例如]|例如|示例|样例|范例|格式|[^，。；：]{0,8}(?:格式|样式|形式))[：:][^。；]{0,36}$/;

const CODE_LEFT = /(?:代码|编号|型号|代号|编码|序列号|货号|批号)[为是：:]?$/;

const SIBLING_REACH = 100;

/** Whether the word behind a letter stands behind another letter too: X市场、Y市场, A型、X型. */
function hasSibling(text: string, at: number, word: string): boolean {
  if (word.length < 2) return false;
  const from = Math.max(0, at - SIBLING_REACH);
  for (let i = text.indexOf(word, from); i >= 0 && i < at + SIBLING_REACH; i = text.indexOf(word, i + 1)) {
    if (i - 1 !== at && /(?:^|[^A-Za-z])[A-MO-WYZ]$/.test(text.slice(Math.max(0, i - 2), i))) return true;
  }
  return false;
}

const DATE_CODE = /(?:19|20)[\dxX]{2}([-/])[\dxX]{1,2}\1[\dxX]{1,2}(?![-/\w])/y;

/** X-X月, 1-X月: the months of a report. */
function isPeriod(text: string, start: number, end: number): boolean {
  if (end - start > 2) return false;
  return (
    (/^[-—][\dxX]{1,2}[月日]/.test(text.slice(end, end + 4)) &&
      /[\u4e00-\u9fff，。（]/.test(text[start - 1] ?? '，')) ||
    (/^[月日]/.test(text.slice(end, end + 1)) &&
      /[\dxX][-—]$/.test(text.slice(Math.max(0, start - 2), start)))
  );
}

/** Lines that are broken off have some length. */
const WRAPPED = 20;

/** How far before a mark the quotation that it stands in may begin. */
const QUOTED = 40;

const OPENING_QUOTE = '“'.charCodeAt(0);
const CLOSING_QUOTE = '”'.charCodeAt(0);

/** Where the quotation begins that an offset stands in, −1 outside of quotations. */
function quoteBefore(text: string, offset: number): number {
  for (let i = offset - 1; i >= 0 && offset - i <= QUOTED; i--) {
    const code = text.charCodeAt(i);
    if (code === OPENING_QUOTE) return i;
    if (code === CLOSING_QUOTE) return -1;
  }
  return -1;
}

/** What dates in a sentence stand behind. */
const DATE_LEFT = /(?:定于|将于|拟于|已于|我[局县市镇乡区院校]于|自|截至|截止)$/;
/** 自　年　月　日起 may be the form of a contract, filled in by hand. */
const certaintyOfDate = (left: string): Certainty =>
  /自(?:[ \u3000]+年)?(?:[ \u3000]+月)?$/.test(left) ? 'likely' : 'sure';
/** 20　年　月　日, ____年__月__日: a line that is nothing but a date to be filled in. */
const QUESTION = /^(?:\d{1,3}\s?[.．、]|[（(]\s*[）)])/;
const SIGNING_LINE = /(?:^|[：:\s])(?:20)?[\s_＿]{0,12}年[\s_＿]{1,12}月[\s_＿]{1,12}日$/;
const SIGNING_LENGTH = 80;
const NUMBER_LINE = /^(?:(?:编|文|案|档案)号[：:]?\s*)?[〔（(［[]\s*(?:20)?\s*[〕）)］\]][字第\s]*号$/;
const OWN_NUMBER = 30;
const DATE_BEHIND = /^日(?:[，。；、至前起止在召举—-]|$)/;
const GAP_UNITS =
  '(?:[%％‰]|个百分点|[万亿]?元|万?人次|万?平方米|平方公里|公里|万?亩|公顷|万?吨|[名人户件次处座家期份项条场个位所支台])';
const GAP_MEASURE = new RegExp(`${GAP_UNITS}(?=[，。；、,;和]|以上|以下|左右|$)`, 'y');
/** A numeral or a determiner in its place: 每 人, 第三 名. */
const NO_GAP_LEFT = /[一二三四五六七八九十百千万亿两几多余数每各该本第的等半整零〇]$/;
/** Another gap of the kind: spaces between two words of two characters, and not between all characters. */
const GAP_ELSEWHERE = new RegExp(`[\\u4e00-\\u9fff]{2}[ \\u3000]{1,12}${GAP_UNITS}[，。；、,;以]`);

/** Slots of figures: nobody withholds those. */
const NUMERIC: ReadonlySet<string> = new Set<Slot>(['number', 'percent', 'money']);
/** How far from a mark the words may stand that make its text the report of a case. */
const CASE_REACH = 60;
const CASE =
  /不服|复议案|申请人|法定代表人|上诉人|行政处罚|当事人|患者|[张王李刘陈杨赵周]某|被告|原告|被害人|嫌疑|涉案|起诉|判处|判决|公诉|受贿|诈骗|盗窃|行贿|违纪违法案|案件|本案|一案|案情|受害人|当事人/;

/** Whether a quotation begins or ends in the stretch, but does not do both: “**”便民. */
function isTorn(stretch: string): boolean {
  return stretch.lastIndexOf('“') > stretch.lastIndexOf('”') || /^[^“]*”/.test(stretch);
}

/** 上午X时, X日X时X分: not X时 by itself. */
function isTimeOfDay(left: string, right: string): boolean {
  return (
    /^[时点][\dxXｘＸ]{1,2}分/.test(right) ||
    (/^[时点分]/.test(right) && /(?:上午|下午|晚上?|[日号时点])\s?$/.test(left))
  );
}

/** X建引领, D员干部, X的二十大: the word 党, which some sites put a letter in the place of. */
const CENSORED =
  /^(?:中央|委(?:书记|会议|政府|办|[，。、])|史(?:学习|教育|知识|故事|[，。、”]|$)|建(?:引领|联|工作|品牌|统领|促|共|带|阵地|考核)|员(?:[，。、]|负责|干部|群众|代表|队伍|发展|教育|同志|先锋|活动|领导)|工委|支部|总支|风(?:廉政|政风|建设)|性(?:修养|教育|锻炼)|群(?:服务|工作)|的(?:(?:全面)?领导|建设(?:总|的|制)|路线方针|创新理论|政治建设|组织建设)|组织(?:[，。、书战建生委]|和(?:广大)?[XＸ]?员)|的(?:十[一二三四五六七八九]|二十)[大届]|[三四五]五(?:规划|时期|期间|开局|”))/;
