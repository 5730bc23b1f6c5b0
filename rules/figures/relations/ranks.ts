/** Places in a ranking: the smaller number is the higher place. 由第6位前移到第3位，前移3位 */
import type { Quantity } from '../../../language/quantities/quantities.ts';
import { Characters } from '../../../language/text/characters.ts';
import type { Relation } from './relation.ts';

const RISES = '上升|前移|前进|提升|跃升|晋升|提高|跃居|攀升|上移|升';
const FALLS = '下降|后移|下滑|滑落|回落|降|退后|退';
const FALLING = new Set(FALLS.split('|'));
const MOVE = new RegExp(
  `^[位名]?[^，。；、\\d]{0,3}?(${RISES}|${FALLS})(?:到|至|为)?[^，。；、\\d]{0,6}第?$`,
);
const BY = new RegExp(`^[位名]?[，、,](?:共|累计)?(${RISES}|${FALLS})了?$`);
/** 居第2位，比上年的第6位前移 */
const THAN = /^[位名]?[，、,](?:比|较)[^，。；、\d]{0,10}(?:\d{4}年)?[^，。；、\d]{0,4}第$/;
const STEP = new RegExp(`^[位名](${RISES}|${FALLS})了?$`);
const FROM = /(?:由|从|自)[^，。；、]{0,18}?第?$/;

const PLACES = new Characters('位名');
/** What is ranked says so before its places. */
const RANKED = /排名|名次|位次|排位|座次|位列|位居|排行|百强|十强|考核[^，。；]{0,10}[居列排]/;
const RANK_REACH = 40;

/** Whether two figures are places: 排名由86位上升到71位, with or without 第. */
export function isRank(text: string, a: Quantity, b: Quantity): boolean {
  if (a.kind === 'ordinal' || b.kind === 'ordinal') return true;
  // 由全国前30%提升到前10%
  if (text[a.start - 1] === '前' && text[b.start - 1] === '前') return true;
  const counted = PLACES.at(text, b.digits.end) || b.kind === 'number' || b.kind === 'rank';
  return counted && RANKED.test(text.slice(Math.max(0, a.start - RANK_REACH), a.start));
}

export function readRanks(text: string, all: readonly Quantity[], found: Relation[]): void {
  for (let i = 0; i + 1 < all.length; i++) {
    const a = all[i]!;
    const b = all[i + 1]!;
    if (b.kind === 'ordinal' && a.kind !== 'ordinal') readPlaceOf(text, a, b, found);
    if (a.kind === 'ordinal' && b.kind !== 'ordinal') readPlacesBefore(text, all, i, found);
    const ordinal = a.kind === 'ordinal' && b.kind === 'ordinal' && text[a.start - 1] === '第';
    // 由倒数第3位前移到第28位: counted from the other end.
    if (isFromEnd(text, a) || isFromEnd(text, b)) continue;
    if (!ordinal && !(isPlace(a) && isPlace(b) && isRank(text, a, b))) continue;
    if (!readMoved(text, { a, b, ordinal }, all[i + 2], found) && ordinal)
      readThan(text, a, b, all[i + 2], found);
  }
}

/** 倒数第|3 */
function isFromEnd(text: string, { start }: Quantity): boolean {
  return /[倒末]数?第?$/.test(text.slice(Math.max(0, start - 3), start));
}

/** Two places one after the other. */
interface Places {
  readonly a: Quantity;
  readonly b: Quantity;
  /** Written with 第, which leaves no doubt that they are places. */
  readonly ordinal: boolean;
}

/** 由第|6|位前移到第|3|位，前移|3|位: true where they are told of so, whatever is said behind them. */
function readMoved(
  text: string,
  { a, b, ordinal }: Places,
  c: Quantity | undefined,
  found: Relation[],
): boolean {
  const move = MOVE.exec(text.slice(ordinal ? a.unitEnd : a.digits.end, b.digits.start))?.[1];
  if (!move || !FROM.test(text.slice(Math.max(0, a.start - 20), a.start))) return false;
  const rises = !FALLING.has(move);
  if (rises ? b.value > a.value : b.value < a.value) found.push(wrongRank(a, b, move, rises));
  else if (c) {
    const how = BY.exec(text.slice(ordinal ? b.unitEnd : b.digits.end, c.start))?.[1];
    pushSteps(text, [a, b, c], how, move, found);
  }
  return true;
}

/** 由第6位|前移|到第9位: the smaller number is the higher place. */
function wrongRank(a: Quantity, b: Quantity, move: string, rises: boolean): Relation {
  return {
    rule: 'growth',
    reading: 'rank',
    claimed: b,
    members: [a],
    expected: { low: 1, high: a.value },
    bound: true,
    says: { is: 'wrong rank', a: a.value, b: b.value, move, rises },
    holds: false,
    alternatives: [],
  };
}

/** 居第|2|位，比上年的第|6|位前移|4|位 */
function readThan(text: string, a: Quantity, b: Quantity, c: Quantity | undefined, found: Relation[]): void {
  if (!c || !THAN.test(text.slice(a.unitEnd, b.digits.start))) return;
  const how = STEP.exec(text.slice(b.unitEnd, c.start))?.[1];
  pushSteps(text, [b, a, c], how, undefined, found);
}

/** 在全市10个|县区中位列第|12位 */
const OF_PLACES = String.raw`^(?:[县区市州乡镇村街道旗单位部门学校地级（）()、]{1,8})(?:中|里)[，,]?[^，。；、\d]{0,10}`;
/** 9个|县区年度考核中位居第|10位 */
const IN_CONTEST = String.raw`^[县区市州乡镇街道旗（）()、]{1,8}[^，。；、\d]{0,10}(?:考核|评价|评比|排名|测评|评估|竞赛)[^，。；、\d]{0,3}(?:[，,][^，。；、\d]{0,10})?`;
const STANDS = '(?:位列|列|排名|排|排在|位居|名列|居)?第$';
const PLACE_OF = new RegExp(`(?:${OF_PLACES}|${IN_CONTEST})${STANDS}`);
/** 居|全县21所|初中|第22位: among all of them. */
const OF_ALL = /^[\u4e00-\u9fff]{1,6}?(?:中|里)?(?:位?列|位?居|排名?)?第$/;
const AMONG_ALL = /(?:[居列在排]|位居|排名)全[国省市县区镇校][^，。；、\d]{0,2}$/;
/** 第2位、第13位、第4位|（全市共|12个|县区） */
const COUNTED_BEHIND = /^[位名]?[（(](?:全[国省市州县区])?(?:共有?|计)?$/;
const COMPETITORS = /^(?:县区|县市区|区县|市州|乡镇|街道|单位|部门|[省市县区州乡镇])[^，。；、\d]{0,4}[）)]/;
const AND_PLACE = /^[位名]?[、，和与]第$/;

/** Places one after another, and behind the last in brackets how many there are. */
function readPlacesBefore(text: string, all: readonly Quantity[], last: number, found: Relation[]): void {
  const count = all[last + 1]!;
  if (count.approximation !== 'exact' || count.value < 2 || count.kind !== 'count') return;
  if (!COUNTED_BEHIND.test(text.slice(all[last]!.digits.end, count.digits.start))) return;
  if (!COMPETITORS.test(text.slice(count.unitEnd, count.unitEnd + 8))) return;
  for (let i = last; i >= 0 && all[i]!.kind === 'ordinal'; i--) {
    const place = all[i]!;
    found.push(placeOf(count, place, false));
    if (i === 0 || !AND_PLACE.test(text.slice(all[i - 1]!.digits.end, place.digits.start))) return;
  }
}

/** 前|10名，位列第|12位 */
const AMONG_FIRST = new RegExp(`^[名位强](?:行列|方阵)?[，,]${STANDS}`);
/** 12个|县区中，我县排名倒数第一，居第|11位 */
const LAST_OF = new RegExp(`${OF_PLACES}倒数第一[，,（(]${STANDS}`);

/** A place among so many: none is behind the last. */
function readPlaceOf(text: string, a: Quantity, b: Quantity, found: Relation[]): void {
  if (a.kind !== 'count' && a.kind !== 'place' && !(a.kind === 'people' && text[a.digits.start - 1] === '前'))
    return;
  if (a.approximation !== 'exact' || a.value < 2 || b.start - a.unitEnd > PLACE_REACH) return;
  const gap = text.slice(a.unitEnd, b.digits.start);
  const last = LAST_OF.test(gap);
  const first =
    text[a.digits.start - 1] === '前' && AMONG_FIRST.test(text.slice(a.digits.end, b.digits.start));
  const ofAll = OF_ALL.test(gap) && AMONG_ALL.test(text.slice(Math.max(0, a.start - 8), a.start));
  if (!last && !first && !ofAll && !PLACE_OF.test(gap)) return;
  found.push(placeOf(a, b, last));
}

const PLACE_REACH = 32;

/** None is behind the last, and the last is as far back as there are any. */
function placeOf(all: Quantity, place: Quantity, last: boolean): Relation {
  return {
    rule: 'growth',
    reading: 'rank',
    claimed: place,
    members: [all],
    expected: { low: last ? all.value : 1, high: all.value },
    bound: true,
    says: { is: 'place of', all, place: place.value, last },
    holds: last ? place.value === all.value : place.value <= all.value,
    alternatives: [],
  };
}

/** Without 第 a place is a whole number, counted in 位 or 名 or not at all. */
function isPlace(q: Quantity): boolean {
  return (
    Number.isInteger(q.value) &&
    q.value > 0 &&
    q.approximation === 'exact' &&
    q.scale === 1 &&
    (q.kind === 'people' || q.kind === 'number')
  );
}

function pushSteps(
  text: string,
  [a, b, c]: readonly [Quantity, Quantity, Quantity],
  how: string | undefined,
  move: string | undefined,
  found: Relation[],
): void {
  if (!how || c.approximation !== 'exact' || !/^(?:个)?[位名]次?/.test(text.slice(c.digits.end))) return;
  const steps = FALLING.has(how) ? b.value - a.value : a.value - b.value;
  if (steps <= 0) return;
  found.push({
    rule: 'growth',
    reading: 'rank',
    claimed: c,
    members: [a, b],
    expected: { low: steps, high: steps },
    says: { is: 'rank', from: a.value, to: b.value, move, how },
    holds: c.value === steps,
    alternatives: [],
  });
}
