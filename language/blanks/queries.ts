/** Question marks for a blank: ？月？日, 共有？？家, 建成平台？个. */
import { doubtful } from './company.ts';
import { isWanted } from './governed.ts';
import type { Line, Mark } from './line.ts';
import { NUMERIC, slotBehind } from './masked-numbers.ts';

/** So many in a row still stand for something. */
const LONGEST = 4;

/** ？月？日, 2026年?月: what no question ends before. */
export function readDateQuery(line: Line, start: number): Mark | undefined {
  const { text } = line;
  const before = text[start - 1] ?? '';
  const dated = text[start + 1] === '月' ? /^$|[年，。；、：（(至—～-]/ : /月/;
  return dated.test(before) && (before === '（' || !/[底初中末期子]/.test(text[start + 2] ?? ''))
    ? { start, end: start + 1, certainty: 'sure' }
    : undefined;
}

/** 建成平台？个。, 覆盖？户群众: one question mark where a figure belongs. 怎么办？人是关键。 begins another sentence. */
export function readCountQuery({ text }: Line, start: number): Mark | undefined {
  const left = text.slice(Math.max(0, start - 3), start);
  if (!/[\u4e00-\u9fff]$/.test(left) || ASKING.test(left)) return undefined;
  const closes =
    /^(?:个月?|[人户家名件处项次场条座台支亩起宗批部篇期所栋套辆头只株米吨元例艘眼盏]|公里|[万亿]元|[%％])[，。；、]/.test(
      text.slice(start + 1, start + 5),
    );
  const counts = COUNTING.test(left) && /^[\u4e00-\u9fff]{2}/.test(text.slice(start + 1, start + 3));
  if (closes || counts) return { start, end: start + 1, certainty: 'likely' };
  return doubtful(text, start, start + 1);
}

const ASKING = /[吗呢么谁哪何嘛吧办多少几]$/;
const COUNTING = /(?:共有?|新[建增]|建成|完成|达到?|覆盖|发放|培训|投入|争取|实施|引进|整改|查处)$/;

/** 共有？？家, （？）人: question marks where a figure or a name belongs. */
export function readQuery(line: Line, start: number, end: number): Mark | undefined {
  const { text } = line;
  // The first of a run only, and no long one: a text that was read in the wrong encoding is full of them.
  if (/[？?！!A-Za-z]/.test(text[start - 1] ?? '')) return undefined;
  while (end - start <= LONGEST && /[？?]/.test(text[end] ?? '')) end++;
  if (end - start > LONGEST) return undefined;
  // 建成（？？）套: with its brackets.
  if (/[（(]/.test(text[start - 1] ?? '') && /[）)]/.test(text[end] ?? '')) {
    start--;
    end++;
  }
  const slot = slotBehind(line, end);
  if (slot === undefined || slot === 'name')
    return isWanted(line, start, end) ? { start, end, certainty: 'likely' } : doubtful(text, start, end);
  return { start, end, certainty: NUMERIC.has(slot) || slot === 'surname' ? 'sure' : 'likely' };
}
