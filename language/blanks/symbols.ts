/** Signs for a blank: × * _ ○ ☆ □ and question marks. Each has honest uses, and says for itself what they are. */
import { Characters } from '../text/characters.ts';
import { isForm, isSigningLine } from './forms.ts';
import { Around, FORMULA, isMultiplier, isProduct, isSign } from './honest-crosses.ts';
import type { Line, Mark } from './line.ts';
import { isMaskedData, NUMERIC, readFigure, slotBehind } from './masked-numbers.ts';
import { isWithheld, SURNAMES, sampleAt } from './withheld.ts';

const CROSSES = '×✕✖☓╳⨯';
/** No row of ornaments is longer, in units. */
const LONGEST_ORNAMENT = 200;
/** What a row of ornaments begins with. */
const ORNAMENTS = new Characters('*＊_＿×✕✖☆★○●◎□■◆◇△▲※—=~·.-');
/** What may stand before a lone button at the end of a line. */
const BEFORE_BUTTON = new Characters(' \t|');
/** Lines for handwriting are this long; marks for something left open are shorter. */
const HANDWRITTEN = 6;
const HAN_NUMERAL = /[一二三四五六七八九十百千零〇○]/;
const LONGEST_QUERY = 4;
/** What a date goes on with. */
const DATE_PARTS = new Characters('年月日');

/** A run of one of the marks of {@link Token.Blank}. */
export function readSymbol(line: Line, start: number, end: number): Mark | undefined {
  const char = line.text[start]!;
  if (isOrnament(line, start, end, char)) return undefined;
  if (CROSSES.includes(char)) return readCross(line, start, end);
  if (char === '*' || char === '＊') return readAsterisk(line, start, end);
  if (char === '_' || char === '＿') return readLine(line, start, end);
  if (char === '○' || char === '◯' || char === '●') return readRing(line, start, end);
  if (char === '☆' || char === '★') return readStar(line, start, end);
  if (char === '□' || char === '■') return readBox(line, start, end);
  if (char === '△' || char === '▲') return end - start > 1 ? readStar(line, start, end) : undefined;
  return undefined;
}

/** A row of marks that is the whole line: an ornament. × and * stand for a name there when they are few. */
function isOrnament(line: Line, start: number, end: number, char: string): boolean {
  const { contentStart, contentEnd } = line.paragraph;
  if (contentEnd - contentStart > LONGEST_ORNAMENT || !ORNAMENTS.at(line.text, contentStart)) return false;
  const whole = line.text.slice(contentStart, contentEnd);
  if (!/^[\s*＊_＿×✕✖☆★○●◎□■◆◇△▲※—=~·.-]+$/.test(whole)) return false;
  return !(CROSSES.includes(char) && end - start > 1 && end - start < 6 && /^[×✕✖\s]+$/.test(whole));
}

function readCross(line: Line, start: number, end: number): Mark | undefined {
  if (end - start === 1) {
    // A.（×）  B.（√）: an answer, or what stands in the cell of a list that is ticked off.
    if (
      line.paragraph.has(FORMULA) &&
      /[（(]/.test(line.text[start - 1] ?? '') &&
      /[）)]/.test(line.text[end] ?? '')
    )
      return undefined;
    // Alone at the end of a line of buttons: 分享 ×.
    if (end === line.paragraph.contentEnd && BEFORE_BUTTON.at(line.text, start - 1)) return undefined;
    const around = Around.visible(line.paragraph, start, end);
    if (isProduct(around) || isMultiplier(around) || isSign(around)) return undefined;
  }
  if (isMaskedData(line, start, end)) return undefined;
  const shown = sampleAt(line, start, end);
  if (shown === 'pattern') return undefined;
  const figure = readFigure(line, start, end);
  if (shown || isWithheld(line, start, end)) return { ...(figure ?? { start, end }), certainty: 'possible' };
  return figure ?? { start, end, certainty: 'sure' };
}

function readAsterisk(line: Line, start: number, end: number): Mark | undefined {
  const { text } = line;
  if (isMaskedData(line, start, end)) return undefined;
  const figure = readFigure(line, start, end);
  const between = /\d/.test(text[start - 1] ?? '') && /\d/.test(text[end] ?? '');
  if (figure && (end - start > 1 || !between)) return figure;
  const around = Around.exact(line.paragraph, start, end);
  if (isSign(around)) return undefined;
  const { left, right } = around;
  // GDP增速*为初步核算数, 表中带*的…，**为预计数: the mark of a note.
  if (
    /^为[^，。；]{0,8}(?:数|值|口径|核算|数据)/.test(right) ||
    (left.endsWith('“') && /^”(?:为|的|者)/.test(right))
  )
    return undefined;
  const slot = slotBehind(line, end);
  if (
    DATE_PARTS.at(text, end) &&
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
    if (start === line.paragraph.contentStart && /^[\s注]/.test(right)) return undefined;
    if (/[\dA-Za-z）)]\s*$/.test(left) && !/年$/.test(left)) return undefined;
    if (isProduct(Around.visible(line.paragraph, start, end)) || /^\s*[\dA-Za-z（(]/.test(right))
      return undefined;
    // *本办法由…: at the head of a line only who or where is wanted.
    const first = start === line.paragraph.contentStart;
    if (slot !== undefined && !(first && NUMERIC.has(slot))) return { start, end, certainty: 'sure' };
    const inside =
      /[\u4e00-\u9fff“，、]\s?$/.test(left) &&
      (/^[\u4e00-\u9fff”]/.test(right) || (/“[^”]{1,6}$/.test(left) && /^[、，][^“”]{1,10}”/.test(right)));
    return inside && !closesEmphasis(line, start, end) ? { start, end, certainty: 'likely' } : undefined;
  }
  if (/[A-Za-z0-9]$/.test(left) || /^[A-Za-z0-9]/.test(right)) return undefined;
  if (closesEmphasis(line, start, end)) return undefined;
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
function closesEmphasis(line: Line, start: number, end: number): boolean {
  const { text } = line;
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
        slotBehind(line, close + mark.length) === undefined));
  const next = text.slice(end, end + 80).indexOf(mark);
  if (next >= 0 && isPair(start, end + next)) return true;
  const before = text.slice(Math.max(0, start - 80), start);
  const last = before.lastIndexOf(mark);
  return last >= 0 && isPair(start - before.length + last, start);
}

/** Whether a quotation begins or ends in the stretch, but does not do both: “**”便民. */
function isTorn(stretch: string): boolean {
  return stretch.lastIndexOf('“') > stretch.lastIndexOf('”') || /^[^“]*”/.test(stretch);
}

/** __ ____: a blank in running text; behind a label it is a line of a form, meant to be filled in by hand. */
function readLine(line: Line, start: number, end: number): Mark | undefined {
  const { text } = line;
  const figure = readFigure(line, start, end);
  if (!figure && end - start < 2 && !isFigureLine(line, start, end)) return undefined;
  const left = text.slice(Math.max(0, start - 8), start);
  const right = text.slice(end, end + 8);
  if (!figure && (/[A-Za-z0-9./]$/.test(left) || /^[A-Za-z0-9]/.test(right))) return undefined;
  if (line.paragraph.role === 'table' || isForm(line)) return undefined;
  if (!figure && /[：:]\s*$/.test(left)) return undefined;
  const byHand = end - start >= HANDWRITTEN || isSigningLine(line);
  return { ...(figure ?? { start, end }), certainty: byHand ? 'possible' : 'sure' };
}

/** 近_公里, 约_多万元: one underscore where a figure belongs; not 附件_报名表.doc. */
function isFigureLine(line: Line, start: number, end: number): boolean {
  const { text } = line;
  if (
    !/[\u4e00-\u9fff，。；、]/.test(text[start - 1] ?? '') ||
    /\.[A-Za-z]{3,4}/.test(text.slice(end, end + 40))
  )
    return false;
  return NUMERIC.has(slotBehind(line, end + (/[余多]/.test(text[end] ?? '') ? 1 : 0)) ?? '');
}

/** ○○ 〇〇 ●: not in a number written with Han figures (二○○四年, 二百○八). */
export function readRing(line: Line, start: number, end: number): Mark | undefined {
  const { text } = line;
  if (HAN_NUMERAL.test(text[start - 1] ?? '') || HAN_NUMERAL.test(text[end] ?? '')) return undefined;
  if (/[A-Za-z0-9]/.test(text[start - 1] ?? '') || /^[A-Za-z0-9]/.test(text[end] ?? '')) return undefined;
  const slot = slotBehind(line, end);
  const dated = /^[年月日]/.test(text.slice(end, end + 1)) && !(text[end] === '年' && end - start === 1);
  if (end - start === 1) {
    if (dated && /^月[○◯]日/.test(text.slice(end, end + 3))) return { start, end, certainty: 'sure' };
    if (start === line.paragraph.contentStart || /[、。；\s]/.test(text[start - 1]!)) return undefined;
    const wanted = slot === 'surname' || slot === 'place' || slot === 'organisation' || slot === 'number';
    return wanted || dated ? { start, end, certainty: 'sure' } : undefined;
  }
  if (text[start] === '●' && slot === undefined && !dated) return undefined;
  return { start, end, certainty: 'sure' };
}

/** ☆☆县, ★月★日: only where something behind them wants a value; a single one before a heading is a bullet. */
function readStar(line: Line, start: number, end: number): Mark | undefined {
  const { text } = line;
  if (/[\dA-Za-z级“"「]$/.test(text.slice(Math.max(0, start - 1), start))) return undefined;
  if (end - start === 1 && start === line.paragraph.contentStart) return undefined;
  if (/^[年月日]/.test(text.slice(end, end + 1))) return { start, end, certainty: 'sure' };
  // 新增★★★★级饭店: a rating.
  if (end - start > 2 && /^(?:级|酒店|饭店|宾馆|景区|民宿|家庭)/.test(text.slice(end, end + 2)))
    return undefined;
  const slot = slotBehind(line, end);
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
function readBox(line: Line, start: number, end: number): Mark | undefined {
  const { text } = line;
  if (end - start < 2 || end - start > 4) return undefined;
  const left = text.slice(Math.max(0, start - 1), start);
  if (/[：:□■\d-]/.test(left) || /^[\s□■\d-]/.test(text.slice(end, end + 1))) return undefined;
  // □是 □否: boxes to tick stand one by one.
  if (
    /(?<![□■])[□■](?![□■])/.test(text.slice(Math.max(0, start - 8), end + 8)) &&
    slotBehind(line, end) === undefined
  )
    return undefined;
  return { start, end, certainty: slotBehind(line, end) === undefined ? 'likely' : 'sure' };
}

/** 共有？？家, （？）人: question marks where a figure or a name belongs. */
export function readQuery(line: Line, start: number, end: number): Mark | undefined {
  const { text } = line;
  // The first of a run only, and no long one: a text that was read in the wrong encoding is full of them.
  if (/[？?！!A-Za-z]/.test(text[start - 1] ?? '')) return undefined;
  while (end - start <= LONGEST_QUERY && /[？?]/.test(text[end] ?? '')) end++;
  if (end - start > LONGEST_QUERY) return undefined;
  const slot = slotBehind(line, end);
  if (slot === undefined || slot === 'name') return undefined;
  return { start, end, certainty: NUMERIC.has(slot) || slot === 'surname' ? 'sure' : 'likely' };
}
