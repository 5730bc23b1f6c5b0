/** Signs for a blank: × * _ ○ ☆ □ and question marks. Each has honest uses, and says for itself what they are. */

import { isSurname } from '../names/surnames.ts';
import { Characters } from '../text/characters.ts';
import { ONE_TO_TEN } from '../text/numerals.ts';
import { anyOf } from '../text/pattern.ts';
import { emphases } from './emphasis.ts';
import { isForm, isSigningLine } from './forms.ts';
import { isWanted } from './governed.ts';
import { Around, FORMULA, isMultiplier, isProduct, isSign } from './honest-crosses.ts';
import type { Line, Mark } from './line.ts';
import {
  FIGURES,
  isMaskedData,
  NUMERIC,
  readFigure,
  readOfficePhone,
  readPhone,
  slotBehind,
} from './masked-numbers.ts';
import { quoteBefore } from './quotes.ts';
import { endsInOffice } from './slots.ts';
import { isUnitOfArmy, isWithheld, sampleAt } from './withheld.ts';

const CROSSES = '×✕✖☓╳⨯';
const SHAPES = '△▲※◇◆';
/** No row of ornaments is longer, in units. */
const LONGEST_ORNAMENT = 200;
/** What a row of ornaments begins with. */
const ORNAMENTS = new Characters('*＊_＿×✕✖☆★○●◎□■◆◇△▲※—=~·.-');
/** What may stand before a lone button at the end of a line. */
const BEFORE_BUTTON = new Characters(' \t|');
/** Lines for handwriting are this long; marks for something left open are shorter. */
const HANDWRITTEN = 6;
const HAN_NUMERAL = new RegExp(`[${ONE_TO_TEN}百千零〇○]`);
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

function readCross(line: Line, start: number, end: number): Mark | undefined {
  if (end - start === 1) {
    // A.（×）  B.（√）: an answer, or what stands in the cell of a list that is ticked off.
    if (
      line.paragraph.has(FORMULA) &&
      /[（(]/.test(line.text[start - 1] ?? '') &&
      /[）)]/.test(line.text[end] ?? '')
    )
      return undefined;
    // Alone at the end of a line of buttons: 分享 ×. Behind an office stands a name: 县长 ×.
    if (end === line.paragraph.contentEnd && BEFORE_BUTTON.at(line.text, start - 1))
      return endsInOffice(line.text.slice(0, start).trimEnd())
        ? { start, end, certainty: 'sure' }
        : undefined;
    const around = Around.visible(line.paragraph, start, end);
    if (isProduct(around) || isMultiplier(around) || isSign(around)) return undefined;
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

function readAsterisk(line: Line, start: number, end: number): Mark | undefined {
  const office = readOfficePhone(line, start, end);
  if (office) return office;
  if (isMaskedData(line, start, end)) return undefined;
  if (line.paragraph.fact(emphases).some((e) => e.start === start || e.end === end)) return undefined;
  const around = Around.exact(line.paragraph, start, end);
  if (isSign(around) || isNoteMark(around)) return undefined;
  const { text } = line;
  const between = FIGURES.at(text, start - 1) && FIGURES.at(text, end);
  if (end - start > 1 || !between) {
    if (end - start === 1 && isProduct(Around.visible(line.paragraph, start, end))) return undefined;
    const figure = readFigure(line, start, end);
    if (figure) return figure;
  }
  const mark =
    readDatePart(line, start, end, around) ??
    (end - start === 1 ? readOneAsterisk(line, start, end, around) : readAsterisks(line, start, end, around));
  // 患者刘**: withheld. 处分**人 is not.
  const withheld = mark && isSurname(text[start - 1]) && isWithheld(line, start, end);
  return withheld ? { ...mark, certainty: 'possible' } : mark;
}

/** GDP增速*为初步核算数, **为预计数, 带*的条款, *为必填项: the mark of a note or of a requirement. */
function isNoteMark({ left, right }: Around): boolean {
  return (
    /^为[^，。；]{0,8}(?:数|值|口径|核算|数据)/.test(right) ||
    (left.endsWith('“') && /^”(?:为|的|者)/.test(right)) ||
    (MARKED.test(left) && !(left.endsWith('有') && /^[、，]/.test(right))) ||
    /^[”）)]?(?:为[必选可核实]|项为)/.test(right)
  );
}

/** 带*的, 标有★的. */
const MARKED = /(?:[带标加注打有]|标注|标有|标记)[“（(]?$/;

/** *月*日, 2025年*月: a day, a month or a year. */
function readDatePart(line: Line, start: number, end: number, { left, right }: Around): Mark | undefined {
  if (!DATE_PARTS.at(line.text, end)) return undefined;
  if (end - start === 1 && /[\dA-Za-z）)]\s*$/.test(left)) return undefined;
  if (!/[月年]$/.test(left) && !/^[年月]/.test(right)) return undefined;
  return { start, end, certainty: slotBehind(line, end) === undefined ? 'likely' : 'sure' };
}

function readOneAsterisk(line: Line, start: number, end: number, { left, right }: Around): Mark | undefined {
  // 张*明: a name that is masked on purpose.
  if (isSurname(left.slice(-1)) && /^[\u4e00-\u9fff](?:[、，。；,;\s（(等的]|同[志学]|$)/.test(right))
    return undefined;
  // Bullet, footnote mark, product.
  const first = start === line.paragraph.contentStart;
  if (first && /^[\s注]/.test(right)) return undefined;
  if (/[\dA-Za-z）)]\s*$/.test(left) && !/年$/.test(left)) return undefined;
  if (isProduct(Around.visible(line.paragraph, start, end)) || /^\s*[\dA-Za-z（(]/.test(right))
    return undefined;
  const slot = slotBehind(line, end);
  // *本办法由…: a note, at the head of a line; *个片区… is none.
  if (slot !== undefined && !(first && NUMERIC.has(slot) && right.startsWith('本')))
    return { start, end, certainty: 'sure' };
  const inside =
    /[\u4e00-\u9fff“，、]\s?$/.test(left) &&
    (/^[\u4e00-\u9fff”]/.test(right) || (/“[^”]{1,6}$/.test(left) && /^[、，][^“”]{1,10}”/.test(right)));
  return inside ? { start, end, certainty: 'likely' } : undefined;
}

function readAsterisks(line: Line, start: number, end: number, { left, right }: Around): Mark | undefined {
  if (/[A-Za-z0-9]$/.test(left) || /^[A-Za-z]/.test(right)) return undefined;
  if (slotBehind(line, end) !== undefined || end - start > 3) return { start, end, certainty: 'sure' };
  // 县长　**: who speaks.
  if (right === '' && endsInOffice(left.trimEnd())) return { start, end, certainty: 'sure' };
  const inside = /[\u4e00-\u9fff“”，、。；：〕]$/.test(left) && /^[\u4e00-\u9fff“”，、。；\d]/.test(right);
  if (inside || (left.trim() === '' && /^[\u4e00-\u9fff]/.test(right)))
    return { start, end, certainty: 'likely' };
  return undefined;
}

const MATTERS =
  '会议地点 会议时间 活动地点 活动时间 培训地点 培训时间 参会人员 参加人员 完成时限 完成时间 截止时间 报送时间 整改时间 责任单位 牵头单位';
/** Labels of what a notice itself has to say; behind others a line is filled in by hand. */
const MATTER = new RegExp(String.raw`${anyOf(MATTERS)}[：:]\s*$`);

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

const ADDRESS = /[\dA-Za-z][-/]\d{1,12}$/;
const LONGEST_NUMBER = 16;

/** __ ____: a blank in running text; behind a label it is a line of a form, meant to be filled in by hand. */
function readLine(line: Line, start: number, runEnd: number): Mark | undefined {
  const { text } = line;
  // ＿_: the scan parts runs of different characters.
  if (LINES.at(text, start - 1)) return undefined;
  let end = runEnd;
  while (LINES.at(text, end)) end++;
  const figure = readFigure(line, start, end);
  // 10.1007/978-981-19-5833-5_: the end of an address.
  if (figure && ADDRESS.test(text.slice(Math.max(0, start - LONGEST_NUMBER), start))) return undefined;
  if (!figure && end - start < 2 && !isShortLine(line, start, end)) return undefined;
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

/** 近_公里, 约_多万元, 以_同志为: one underscore where a figure or a name belongs; not 附件_报名表.doc, not 县_镇_村. */
function isShortLine(line: Line, start: number, end: number): boolean {
  const { text } = line;
  if (
    !/[\u4e00-\u9fff，。；、]/.test(text[start - 1] ?? '。') ||
    /\.[A-Za-z]{3,4}/.test(text.slice(end, end + 40))
  )
    return false;
  const slot = slotBehind(line, end + (/[余多]/.test(text[end] ?? '') ? 1 : 0));
  if (slot === undefined || NUMERIC.has(slot)) return slot !== undefined;
  const joined =
    /[_＿][^，。；、\s]{0,6}$/.test(text.slice(Math.max(0, start - 7), start)) ||
    /^[^，。；、\s]{1,6}[_＿]/.test(text.slice(end, end + 7));
  return !joined && (slot === 'surname' || slot === 'person' || slot === 'place');
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

/** ☆☆县, ★月★日, 荣获☆先进县; a single one at the head of a line is a bullet, 带★项 is a requirement. */
function readStar(line: Line, start: number, end: number): Mark | undefined {
  const { text } = line;
  const around = Around.exact(line.paragraph, start, end);
  if (/[\dA-Za-z级“"「]$/.test(around.left) || MARKED.test(around.left) || isSign(around)) return undefined;
  if (/^[年月日]/.test(around.right)) return { start, end, certainty: 'sure' };
  // ★项: a requirement that the star marks.
  if (end - start === 1 && /^[项条款](?![目工])/.test(around.right)) return undefined;
  const slot = slotBehind(line, end);
  if (end - start === 1 && start === line.paragraph.contentStart) {
    // ☆县…☆镇…: a name that comes again; ★县城建设 heads an entry.
    const again = slot === 'place' && text.includes(text[start]!, end);
    return again ? { start, end, certainty: 'sure' } : undefined;
  }
  // 新增★★★★级饭店: a rating.
  if (end - start > 2 && /^(?:级|酒店|饭店|宾馆|景区|民宿|家庭)/.test(around.right)) return undefined;
  if (slot === undefined && end - start === 2 && /(?:关于|开展|推进|做好|加强)$/.test(around.left))
    return { start, end, certainty: 'likely' };
  // 由△△△负责牵头: shapes in a row are no rating, and what governs them shows that a name belongs there.
  if (slot === undefined && end - start > 1 && SHAPES.includes(text[start]!) && /[由请经]$/.test(around.left))
    return { start, end, certainty: 'likely' };
  if (slot === undefined || slot === 'name') {
    const inSentence =
      (NAME_BEFORE.test(around.left) ? /^[\u4e00-\u9fff]/ : /^[、，。]/).test(around.right) &&
      /[\u4e00-\u9fff]$/.test(around.left) &&
      quoteBefore(text, start) < 0 &&
      SENTENCE.isIn(text, 0, text.length);
    return end - start === 1 && inSentence && text[end] !== '级'
      ? { start, end, certainty: 'likely' }
      : undefined;
  }
  return {
    start,
    end,
    certainty: end - start > 1 || slot === 'surname' || slot === 'place' ? 'sure' : 'likely',
  };
}

const SENTENCE = new Characters('。；，');
/** 荣获☆先进县, 来自☆的: what a name follows; 欢乐☆中国年 is a name itself. */
const NAME_BEFORE =
  /(?:荣获|获评|获得|授予|评为|来自|打造|建设|创建|争创|唱响|关于|我们?|在|到|对|是|与|和|向|由|把|为)$/;

/** 大##书写人生, ##日报: not ## at the head of a line, which Markdown has, nor the tags #甲##乙#. */
export function readHashes(line: Line, start: number): Mark | undefined {
  const { text } = line;
  const hash = text[start]!;
  let end = start;
  while (text[end] === hash) end++;
  if (text[start - 1] === hash || end - start > 3) return undefined;
  if (start === line.paragraph.contentStart && (slotBehind(line, end) === undefined || text[end] === ' '))
    return undefined;
  if (
    !/[\u4e00-\u9fff“《，。；、（：]/.test(text[start - 1] ?? '。') ||
    !/[\u4e00-\u9fff”、，。]/.test(text[end] ?? '') ||
    text[end] === '号'
  )
    return undefined;
  if (
    /#[^#\s]{1,20}$/.test(text.slice(Math.max(0, start - 21), start)) &&
    /^[^#\s]{1,20}#(?!#)/.test(text.slice(end, end + 22))
  )
    return undefined;
  return { start, end, certainty: slotBehind(line, end) === undefined ? 'likely' : 'sure' };
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

/** ？月？日, 2026年?月: what no question ends before. */
export function readDateQuery(line: Line, start: number): Mark | undefined {
  const { text } = line;
  const before = text[start - 1] ?? '';
  const dated = text[start + 1] === '月' ? /^$|[年，。；、：（(至—～-]/ : /月/;
  return dated.test(before) && !/[底初中末期子]/.test(text[start + 2] ?? '')
    ? { start, end: start + 1, certainty: 'sure' }
    : undefined;
}

/** 生产总值---亿元, 增长--%: hyphens where a figure belongs. `at`: the last two of them. */
export function readDashes({ text, paragraph }: Line, at: number): Mark | undefined {
  let start = at;
  while (text[start - 1] === text[at] && at - start < LONGEST_QUERY) start--;
  if (paragraph.role === 'table' || !/[\u4e00-\u9fff]/.test(text[start - 1] ?? '')) return undefined;
  if (DASHED_DATE.test(text.slice(at + 2, at + 3)))
    return /[\d年]$|\d月$/.test(text.slice(Math.max(0, start - 2), start))
      ? { start, end: at + 2, certainty: 'sure' }
      : undefined;
  if (!DASHED_COUNT.test(text.slice(at + 2, at + 6))) return undefined;
  // ——3个 begins an aside; one that ends before a measure word leaves the number out.
  if (text[at] === '—' && !ENDS_COUNTING.test(text.slice(Math.max(0, start - 4), start))) return undefined;
  return { start, end: at + 2, certainty: 'likely' };
}

/** 5月--日. */
const DASHED_DATE = /^[月日号]/;
const DASHED_COUNT = /^(?:[万亿]?元|[%％]|万?[亩吨]|公里|[个人户项家件次处名场][，。；、])/;
/** What a number follows: 植树造林——亩. */
const ENDS_COUNTING = /[\u4e00-\u9fff]{2}$/;

/** 由县委副书记~~~同志任组长, 〃〃局: signs that stand for nothing else before what wants a name or a number. */
export function readRow(line: Line, start: number): Mark | undefined {
  const { text } = line;
  let end = start;
  while (text[end] === text[start] && end - start <= LONGEST_QUERY) end++;
  if (text[start - 1] === text[start] || end - start > LONGEST_QUERY) return undefined;
  if (!/[\u4e00-\u9fff，。；、]/.test(text[start - 1] ?? '。')) return undefined;
  const slot = slotBehind(line, end);
  return slot === undefined || slot === 'name' ? undefined : { start, end, certainty: 'likely' };
}

/** 建成平台？个。, 覆盖？户群众: one question mark where a figure belongs. 怎么办？人是关键。 begins another sentence. */
export function readCountQuery({ text }: Line, start: number): Mark | undefined {
  const left = text.slice(Math.max(0, start - 3), start);
  if (!/[\u4e00-\u9fff]$/.test(left) || ASKING.test(left)) return undefined;
  const closes =
    /^(?:个|[人户家名件处项次场条座台支亩起宗批部篇期所栋套辆头只株米吨元例艘眼盏]|公里|[万亿]元|[%％])[，。；、]/.test(
      text.slice(start + 1, start + 5),
    );
  const counts = COUNTING.test(left) && /^[\u4e00-\u9fff]{2}/.test(text.slice(start + 1, start + 3));
  return closes || counts ? { start, end: start + 1, certainty: 'likely' } : undefined;
}

const ASKING = /[吗呢么谁哪何嘛吧办多少几]$/;
const COUNTING = /(?:共有?|新[建增]|建成|完成|达到?|覆盖|发放|培训|投入|争取|实施|引进|整改|查处)$/;

/** 共有？？家, （？）人: question marks where a figure or a name belongs. */
export function readQuery(line: Line, start: number, end: number): Mark | undefined {
  const { text } = line;
  // The first of a run only, and no long one: a text that was read in the wrong encoding is full of them.
  if (/[？?！!A-Za-z]/.test(text[start - 1] ?? '')) return undefined;
  while (end - start <= LONGEST_QUERY && /[？?]/.test(text[end] ?? '')) end++;
  if (end - start > LONGEST_QUERY) return undefined;
  // 建成（？？）套: with its brackets.
  if (/[（(]/.test(text[start - 1] ?? '') && /[）)]/.test(text[end] ?? '')) {
    start--;
    end++;
  }
  const slot = slotBehind(line, end);
  if (slot === undefined || slot === 'name')
    return isWanted(line, start, end) ? { start, end, certainty: 'likely' } : undefined;
  return { start, end, certainty: NUMERIC.has(slot) || slot === 'surname' ? 'sure' : 'likely' };
}
