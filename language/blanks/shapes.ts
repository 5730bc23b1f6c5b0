/** Rings, stars, boxes and other shapes for a blank: ○○县, ☆月☆日, 由△△△牵头, □□局. */
import { Characters } from '../text/characters.ts';
import { ONE_TO_TEN } from '../text/numerals.ts';
import { doubtful } from './company.ts';
import { Around, isSign, MARKED } from './honest-crosses.ts';
import type { Line, Mark } from './line.ts';
import { slotBehind } from './masked-numbers.ts';
import { quoteBefore } from './quotes.ts';
import type { Slot } from './slots.ts';

/** Shapes one of which is a bullet. */
export const SHAPES = '△▲※◇◆';
/** What a ring beside it is a figure or a letter of: 二○○四年, 5○. */
const IN_NUMBER = new RegExp(`[${ONE_TO_TEN}百千零〇○A-Za-z0-9]`);

/** What one ring alone may stand for: ○县, ○书记. */
const BY_ONE_RING: ReadonlySet<Slot> = new Set(['surname', 'place', 'organisation', 'number']);

/** ○○ 〇〇 ●: not in a number written with Han figures (二○○四年, 二百○八). */
export function readRing(line: Line, start: number, end: number): Mark | undefined {
  const { text } = line;
  if (IN_NUMBER.test(text[start - 1] ?? '') || IN_NUMBER.test(text[end] ?? '')) return undefined;
  const slot = slotBehind(line, end);
  const dated = /^[年月日]/.test(text.slice(end, end + 1)) && !(text[end] === '年' && end - start === 1);
  if (end - start === 1) {
    if (dated && /^月[○◯]日/.test(text.slice(end, end + 3))) return { start, end, certainty: 'sure' };
    if (start === line.paragraph.contentStart || /[、。；\s]/.test(text[start - 1]!)) return undefined;
    return readOneRing(text, start, end, dated || (slot !== undefined && BY_ONE_RING.has(slot)));
  }
  if (text[start] === '●' && slot === undefined && !dated) return undefined;
  return { start, end, certainty: 'sure' };
}

/** ○书记, ○月; ○年 beside ○○县. */
function readOneRing(text: string, start: number, end: number, isTold: boolean): Mark | undefined {
  if (isTold) return { start, end, certainty: 'sure' };
  return text[end] === '年' ? doubtful(text, start, end) : undefined;
}

/** ☆☆县, ★月★日, 荣获☆先进县; a single one at the head of a line is a bullet, 带★项 is a requirement. */
export function readStar(line: Line, start: number, end: number): Mark | undefined {
  const { text } = line;
  const around = Around.exact(line.paragraph, start, end);
  if (/[\dA-Za-z级“"「]$/.test(around.left) || MARKED.test(around.left) || isSign(around)) return undefined;
  if (/^[年月日]/.test(around.right)) return { start, end, certainty: 'sure' };
  const single = end - start === 1;
  // ★项: a requirement that the star marks.
  if (single && /^[项条款](?![目工])/.test(around.right)) return undefined;
  const slot = slotBehind(line, end);
  if (single && start === line.paragraph.contentStart)
    return comesAgain(text, end, slot) ? { start, end, certainty: 'sure' } : undefined;
  // 新增★★★★级饭店: a rating.
  if (end - start > 2 && /^(?:级|酒店|饭店|宾馆|景区|民宿|家庭)/.test(around.right)) return undefined;
  if (slot === undefined || slot === 'name') {
    const wanted =
      (slot === undefined && !single && isGoverned(text, start, end, around)) ||
      isOneName(line, start, end, around);
    return wanted ? { start, end, certainty: 'likely' } : readPlainRow(text, start, end);
  }
  return { start, end, certainty: !single || slot === 'surname' || slot === 'place' ? 'sure' : 'likely' };
}

/** ☆☆茶、☆☆酒: two of them, beside others. */
const readPlainRow = (text: string, start: number, end: number) =>
  end - start === 2 ? doubtful(text, start, end) : undefined;

/** ☆县…☆镇…, ☆同志任组长，☆…, ☆中学、☆小学: a name that comes again; ★县城建设 heads an entry. @param end of the first */
function comesAgain(text: string, end: number, slot: Slot | undefined): boolean {
  const star = text[end - 1]!;
  if (slot === 'place' || slot === 'person') return text.includes(star, end);
  // ★单位名称 … ★单位地址: requirements, each with its star.
  const next = slot === 'organisation' ? text.indexOf(star, end) : -1;
  return next > 0 && '、和与'.includes(text[next - 1]!);
}

/** 打造幸福☆☆, 荣获全国★★示范县. */
const LEADS_TO_NAME =
  /(?:关于|开展|推进|做好|加强|美丽|幸福|宜居|文明|平安|和谐|富裕|(?:荣获|获评|授予)(?:全[国省市县])|、全[国省市县])$/;

/** 关于☆☆的通知, 由△△△负责牵头: shapes in a row are no rating, and what governs them shows that a name belongs there. */
function isGoverned(text: string, start: number, end: number, { left }: Around): boolean {
  if (end - start === 2 && LEADS_TO_NAME.test(left)) return true;
  return SHAPES.includes(text[start]!) && /[由请经]$/.test(left);
}

/** 荣获☆先进县, 来自☆的: one star in a sentence, where a name belongs. */
function isOneName(line: Line, start: number, end: number, { left, right }: Around): boolean {
  const { text } = line;
  return (
    end - start === 1 &&
    text[end] !== '级' &&
    (NAME_BEFORE.test(left) ? /^[\u4e00-\u9fff]/ : /^[、，。]/).test(right) &&
    /[\u4e00-\u9fff]$/.test(left) &&
    quoteBefore(text, start) < 0 &&
    SENTENCE.isIn(text, 0, text.length)
  );
}

const SENTENCE = new Characters('。；，');
/** 荣获☆先进县, 来自☆的: what a name follows; 欢乐☆中国年 is a name itself. */
const NAME_BEFORE =
  /(?:荣获|获评|获得|授予|评为|来自|打造|建设|创建|争创|唱响|关于|我们?|在|到|对|是|与|和|向|由|把|为)$/;

/** □□局: two to four boxes in running text; one is a tick box, more are the squares of a form. */
export function readBox(line: Line, start: number, end: number): Mark | undefined {
  const { text } = line;
  if (end - start < 2) return doubtful(text, start, end);
  if (end - start > 4) return undefined;
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
