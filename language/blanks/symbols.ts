/** Signs for a blank: ×, and by kind * _ ○ ☆ □. Each has honest uses, and says for itself what they are. */
import { Characters } from '../text/characters.ts';
import { readAsterisk } from './asterisks.ts';
import { Around, FORMULA, isMultiplier, isProduct, isSign } from './honest-crosses.ts';
import type { Line, Mark } from './line.ts';
import { isMaskedData, readFigure, readOfficePhone, readPhone } from './masked-numbers.ts';
import { readBox, readRing, readStar, SHAPES } from './shapes.ts';
import { endsInOffice } from './slots.ts';
import { readUnderscores } from './underscores.ts';
import { isUnitOfArmy, isWithheld, sampleAt } from './withheld.ts';

const CROSSES = '×✕✖☓╳⨯';
/** No row of ornaments is longer, in units. */
const LONGEST_ORNAMENT = 200;
/** What a row of ornaments begins with. */
const ORNAMENTS = new Characters('*＊_＿×✕✖☆★○●◎□■◆◇△▲※—=~·.-');
/** What may stand before a lone button at the end of a line. */
const BEFORE_BUTTON = new Characters(' \t|');

/** A run of one of the marks of {@link Token.Blank}. */
export function readSymbol(line: Line, start: number, end: number): Mark | undefined {
  const char = line.text[start]!;
  if (isOrnament(line, start, end, char)) return undefined;
  if (CROSSES.includes(char)) return readCross(line, start, end);
  if (char === '*' || char === '＊') return readAsterisk(line, start, end);
  if (char === '_' || char === '＿') return readUnderscores(line, start, end);
  if (char === '○' || char === '◯' || char === '●') return readRing(line, start, end);
  if (char === '☆' || char === '★') return readStar(line, start, end);
  if (char === '□' || char === '■') return readBox(line, start, end);
  // One of these is a bullet.
  if (SHAPES.includes(char)) return end - start > 1 ? readStar(line, start, end) : undefined;
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

/** ××县, 增长×%; not 3×5, A.（×）, 分享 ×. */
function readCross(line: Line, start: number, end: number): Mark | undefined {
  if (end - start === 1) {
    // Alone at the end of a line of buttons: 分享 ×. Behind an office stands a name: 县长 ×.
    if (end === line.paragraph.contentEnd && BEFORE_BUTTON.at(line.text, start - 1))
      return endsInOffice(line.text.slice(0, start).trimEnd())
        ? { start, end, certainty: 'sure' }
        : undefined;
    if (isHonest(line, start, end)) return undefined;
  }
  const office = readOfficePhone(line, start, end);
  if (office) return office;
  if (isMaskedData(line, start, end) || isUnitOfArmy(line, start, end)) return undefined;
  const phone = readPhone(line, start, end);
  if (phone) return phone;
  const shown = sampleAt(line, start, end);
  if (shown === 'pattern') return undefined;
  const figure = readFigure(line, start, end);
  if (shown || isWithheld(line, start, end)) return { ...(figure ?? { start, end }), certainty: 'possible' };
  return figure ?? { start, end, certainty: 'sure' };
}

/** A.（×）, an answer or what is ticked off in a cell; 3×5; 5×年薪. */
function isHonest(line: Line, start: number, end: number): boolean {
  const isTick =
    line.paragraph.has(FORMULA) &&
    /[（(]/.test(line.text[start - 1] ?? '') &&
    /[）)]/.test(line.text[end] ?? '');
  if (isTick) return true;
  const around = Around.visible(line.paragraph, start, end);
  return isProduct(around) || isMultiplier(around) || isSign(around);
}
