/** Capital letters for a name: HJ镇, A书记, 由A部门牵头, and D员 for 党员. */
import { isCensored } from './censored.ts';
import type { Line, Mark } from './line.ts';
import { headOf, slotOfHead } from './slots.ts';
import { tellsOfCase } from './withheld.ts';

/** How far from a letter its siblings stand. */
const SIBLING_REACH = 100;

/** Whom a draft tells apart by letters until they are named. */
const UNITS = /^(?:部门|单位|科室|乡镇|街道|企业|公司|同志|书记|主任|[局县市镇村]长?)/;
/** T公司 and J公司 of a story are called so on purpose oftener than not. */
const FIRMS = new Set(['公司', '企业']);
/** 例如A企业向B企业供货: an example. */
const SUPPOSED = /[例比譬]如|假[设如定]|设想|案例|情形/;

/** What stands for itself: AI中心, CBD区. */
const WORDS = new Set('E K AI IP VR AR IT VIP CBD GDP SOS TOD CEO CFO APP'.split(' '));

/** YY县, HJ镇, A书记, HJ河: initials for a name, perhaps on purpose; the same letter twice is a blank. */
export function readInitials(line: Line, start: number, end: number): Mark | undefined {
  const { text } = line;
  const letters = text.slice(start, end);
  if (/^([a-z])\1{1,2}$/.test(letters)) return readTypedTwice(line, start, end);
  if (!/^[A-Z]{1,3}$/.test(letters) || WORDS.has(letters) || /^X+$/.test(letters)) return undefined;
  const left = text.slice(Math.max(0, start - 1), start);
  if (/[A-Za-z0-9.\-—/&+＋“"·]/.test(left)) return undefined;
  const right = text.slice(end, end + 16);
  if (letters === 'XJP') return CENSORED_NAME.test(right) ? { start, end, certainty: 'sure' } : undefined;
  if (letters === 'ZZ' && POLITICAL.test(right)) return { start, end, certainty: 'sure' };
  if (letters === 'D' && isCensored(right)) return { start, end, certainty: 'sure' };
  if (letters.length > 1 && LANDFORM.test(right)) return { start, end, certainty: 'possible' };
  const kind = letters.length === 1 ? UNITS.exec(right)?.[0] : undefined;
  if (kind !== undefined && hasSibling(text, start, kind)) return readOneOfSome(line, start, end, kind);
  const head = headOf(right, line.words);
  if (head === undefined || right[1] === '级' || !mayBeNamed(head, letters)) return undefined;
  if (tellsOfCase(line, start)) return undefined;
  return { start, end, certainty: /^([A-Z])\1+$/.test(letters) ? 'likely' : 'possible' };
}

/** zz乡, yy县: one key struck again where the name of a place belongs. */
function readTypedTwice({ text, words }: Line, start: number, end: number): Mark | undefined {
  if (/[\w.\-/@]/.test(text[start - 1] ?? '')) return undefined;
  const head = headOf(text.slice(end, end + 16), words);
  return head !== undefined && slotOfHead(head) === 'place' ? { start, end, certainty: 'likely' } : undefined;
}

/** ZZ站位: 政治, as sites that fear the filters write it. */
const POLITICAL =
  /^(?:自觉|站位|高度|责任|担当|意识|任务|纪律|生态|属性|引领|建设|立场|方向|能力|判断力|领悟力|执行力|监督|巡[视察])/;

/** 由A部门牵头、B部门配合: told apart by letters until they are named, but for a supposed case and one that is told of. */
function readOneOfSome(line: Line, start: number, end: number, kind: string): Mark | undefined {
  const supposed = SUPPOSED.test(line.text.slice(Math.max(0, start - SIBLING_REACH), start));
  if (supposed || tellsOfCase(line, start)) return undefined;
  return { start, end, certainty: FIRMS.has(kind) ? 'possible' : 'likely' };
}

/** XJP|同志|: whom a site that fears the filters does not spell out. */
const CENSORED_NAME = /^\s?(?:同志|总书记|主席|新时代|[经法外强生文]|重要|在|关于)/;

/** LT畈, LJC寨: what the names of villages end in. */
const LANDFORM = /^[畈坪沟寨屯湾坡岭桥塘垸冲坝庄店铺集堡](?:$|[村社组、，。；的召举调走开群])/;

/** Whether letters stand for the name before this head. A区, B组 and C岛 are parts of a whole. */
function mayBeNamed(head: string, letters: string): boolean {
  if (/^(?:省|市|县|镇|乡|村|书记|同志)$/.test(head)) return true;
  return /^[河江湖山岛]$|^水库$/.test(head) ? letters.length > 1 : slotOfHead(head) === 'surname';
}

/** Whether the word behind a letter stands behind another letter too: X市场、Y市场, A型、X型. */
export function hasSibling(text: string, at: number, word: string): boolean {
  if (word.length < 2) return false;
  const from = Math.max(0, at - SIBLING_REACH);
  for (let i = text.indexOf(word, from); i >= 0 && i < at + SIBLING_REACH; i = text.indexOf(word, i + 1)) {
    if (i - 1 !== at && /(?:^|[^A-Za-z])[A-MO-WYZ]$/.test(text.slice(Math.max(0, i - 2), i))) return true;
  }
  return false;
}
